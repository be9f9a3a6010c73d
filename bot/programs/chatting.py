"""The command `zelador chat`: joins a talk at the terminal with a database and the loops that serve it."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.bell import POLL_SECONDS, Bell
from bot.handlers.console import ACCOUNT, CHANNEL, Console
from bot.ingest import Ingest
from bot.programs import demo, resume
from bot.programs.app import at_work, clock, database_url, file_of, in_words, means, run, served
from bot.programs.chat import Chat, Talk
from bot.programs.record import Recorder
from bot.programs.terminal import Program, Terminal
from bot.programs.usage import USAGE, refuse
from bot.result import TurnResult
from bot.settings import Settings, load
from bot.turn import take_turn
from core.agents import Agent
from core.errors import Rejected
from core.messages import Address, Call, Choice, Outcome, Outgoing
from core.pacing import Pace
from storage import agents
from storage.database import Database, is_outage
from storage.trouble import cause_of

Given = TypeVar("Given")
Buttons = Mapping[str, tuple[Choice, ...]]  # by message

UNLINKED = "Ainda ninguém atende por aqui. Crie um link com: zelador agent add NOME; depois envie aqui /start e o código dele."
LOG_FILE = "zelador.log"  # in the data folder
FIRST_LOOK_SECONDS, LAST_LOOK_SECONDS = 0.002, 0.1  # between two looks whether all is answered: at first, and at most


@dataclass(frozen=True, slots=True)
class Options:
    """As given on the command line."""

    persona: str
    number: str | None
    channel: str | None
    new: bool
    record: Path | None
    trace: bool
    as_json: bool
    database: Path | None

    @property
    def by_agent(self) -> bool:
        return self.persona in demo.AGENTS and not self.number

    @property
    def begins(self) -> bool:
        """A recording that began in the middle of a talk could not be played again. An agent's chat is one for ever."""
        return not self.by_agent and (self.new or self.record is not None)


def run_chat(**given: Any) -> None:
    options = Options(**given)
    with in_words():
        settings = load()
        url = database_url(settings, options.database)
        _check(options)
        if not options.as_json:
            _log_beside(settings.data_dir)
        with _recorder(options) or nullcontext() as recorder:
            run(_chat(settings, url, options, recorder))
    if not options.as_json and sys.stdout.isatty():
        print(
            f"A conversa fica guardada em {_place(url)}.\nPara continuar: {_same(options)}\nPara ver a fila: {_command('queue', options)}"
        )


def _log_beside(folder: Path) -> None:
    """What went wrong inside the program is for a file, which is made when there is something to tell, and not for the talk."""
    folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(handlers=[logging.FileHandler(folder / LOG_FILE, encoding="utf-8", delay=True)], level=logging.WARNING)


def _check(options: Options) -> None:
    if options.by_agent and options.new:
        refuse("A conversa de quem atende é uma só, e continua sempre; --new é para clientes.", USAGE)
    if options.by_agent and options.channel:
        refuse("Quem atende não segura o celular de um cliente; --channel é para clientes.", USAGE)
    try:
        demo.ids_of(options.persona, options.number)
    except Rejected:
        refuse(f"{options.number} não é um celular; um exemplo que serve: --number '+55 11 98765-4321'", USAGE)


def _recorder(options: Options) -> Recorder | None:
    if options.record is None:
        return None
    try:
        return Recorder(options.record, "reporter" if options.number else options.persona)
    except OSError:
        refuse(f"Não posso gravar em {options.record}: o arquivo já existe, ou a pasta não aceita.")


def _same(options: Options) -> str:
    """The command that goes on with this talk."""
    who = f" --number '{options.number}'" if options.number else f" --as {options.persona}"
    return _command("chat", options) + who + (f" --channel {options.channel}" if options.channel else "")


def _command(name: str, options: Options) -> str:
    return f"zelador {name}" + (f" --database {options.database}" if options.database else "")


def _place(url: str) -> str:
    return str(file_of(url) or "banco das configurações")


async def _chat(settings: Settings, url: str, options: Options, recorder: Recorder | None) -> None:
    async with served(url) as database:
        if options.database or not settings.database_url:  # invented people have no place among real ones
            await database.run(partial(_people, is_demo=options.database is None))
        ids = await database.run(partial(_ids, options=options))
        talk, past, buttons = await database.run(partial(_left, name=ids[0][1]))
        front = Program(trace=options.trace) if options.as_json else Terminal(past, trace=options.trace)
        if not options.as_json and sys.stdout.isatty():
            front.note(f"Conversa de demonstração ({options.number or options.persona}) · {_place(url)} · /ajuda · /sair\n")
        if options.by_agent and await database.run(partial(_writer, name=ids[0][1])) is None:
            front.note(UNLINKED)
        chat = Chat(front, ids, talk, recorder, buttons if options.by_agent else None)
        await _hold(database, settings, chat, talk, front.note)


def _people(connection: Connection, *, is_demo: bool) -> None:
    """The invented ones, in books that are empty; where nobody but they can be, also those who work there."""
    if demo.seed(connection, clock()) or is_demo:
        demo.hire(connection, clock())


def _writer(connection: Connection, name: str) -> Agent | None:
    """Whose chat this is."""
    return next((each for each in agents.here(connection) if each.at == Address(CHANNEL, ACCOUNT, name)), None)


def _ids(connection: Connection, options: Options) -> tuple[tuple[str, str], ...]:
    """Of the newest talk of this person, or of a new one."""
    of_talk = partial(demo.ids_of, options.persona, options.number, phone=options.channel or "")
    newest = resume.newest(connection, of_talk()[0][1].rpartition("/")[0])
    return of_talk(max(1, newest + options.begins))


def _left(connection: Connection, name: str) -> tuple[Talk, Sequence[str], Buttons]:
    opened, step = resume.left_open(connection, name)
    return Talk(step, opened), resume.said_before(connection, name), resume.buttons(connection, name)


async def _hold(database: Database, settings: Settings, chat: Chat, talk: Talk, note: Callable[[str], None]) -> None:
    name, taken = chat.console.address, list[TurnResult]()

    def followed(*given: Any) -> TurnResult:
        """`take_turn`; its result is kept aside until it is committed, since a turn may be rolled back and taken again."""
        result = take_turn(*given)
        if result.conversation.address == name:
            taken[:] = [result]
        return result

    def committed(_turns: int, _seconds: float) -> None:
        if taken:
            talk.follow(taken.pop())

    screen = _Screen(database, chat.console, talk) if database.is_shared else chat.console
    async with at_work(
        database, means(settings, followed, sends_codes=database.is_shared), {CHANNEL: screen}, committed, only=name
    ) as bells:
        await chat.hold(_Line(database, chat.console, Ingest(database, clock, bells.worker), bells.sender, note))


@dataclass(frozen=True, slots=True)
class _Screen:
    """The terminal where other processes take turns too: what the last one left is read before its words are shown."""

    database: Database
    console: Console
    talk: Talk

    def paces(self, address: str) -> Sequence[Pace]:
        return self.console.paces(address)

    async def send(self, row: Outgoing) -> Outcome:
        self.talk.open, self.talk.step = await self.database.run(partial(resume.left_open, name=self.console.address))
        return await self.console.send(row)


@dataclass(frozen=True, slots=True)
class _Line:
    """`bot.programs.chat.Line` over a database."""

    database: Database
    console: Console
    ingest: Ingest
    sender: Bell
    note: Callable[[str], None]

    async def put(self, line: bytes) -> None:
        parts = self.console.split(line)  # once, or it would be another message at each attempt
        await self._patiently(partial(self.ingest.put, parts))

    async def settle(self) -> None:
        pause = FIRST_LOOK_SECONDS
        while await self._run(resume.is_busy):
            self.sender.wake()  # another process may have taken the turn
            await asyncio.sleep(pause)
            pause = min(2 * pause, LAST_LOOK_SECONDS)

    async def asked(self, words: str) -> Sequence[Call]:
        return await self._run(partial(resume.as_it_was_sent, words=words))

    async def _run(self, work: Callable[..., Given]) -> Given:
        return await self._patiently(partial(self.database.run, partial(work, name=self.console.address)))

    async def _patiently(self, act: Callable[[], Awaitable[Given]]) -> Given:
        """Until the database can be used; the person is told once that it cannot."""
        told = False
        while True:
            try:
                return await act()
            except Exception as error:
                if not is_outage(error):
                    raise
                if not told:
                    self.note(f"Não consigo usar o banco de dados agora ({cause_of(error)}). Tento de novo até conseguir; nada se perdeu.")
            told = True
            await asyncio.sleep(POLL_SECONDS)
