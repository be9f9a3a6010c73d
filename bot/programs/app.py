"""Joins the parts: settings, database, channels, loops, and an orderly end."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot.alerts.team_chat import AlertChat
from bot.bell import Bell
from bot.books import Office
from bot.copy import Copy, copy
from bot.fetching import Fetcher, Fetches, clear_remains
from bot.handlers.console import CHANNEL, Console
from bot.handlers.telegram import updates as telegram
from bot.handlers.whatsapp import reader as whatsapp
from bot.layout import labels, layout
from bot.programs.usage import USAGE, refuse
from bot.sender import Channels, OnSent, Sender
from bot.settings import DEMO_FILE, SettingError, Settings, WhatsApp
from bot.turn import take_turn
from bot.watch import keep_time, take_over_at_start
from bot.worker import Means, OnTurns, TakeTurn, Worker
from core.codes import CodePost
from core.files import MEDIA
from core.targets import Targets
from storage import processes
from storage.database import Database, Unusable, Work, connect
from storage.migrations import SchemaForeignError, SchemaNewerError, SchemaOldError, make_ready
from storage.presence import presence
from storage.serving import BusyError, Serving

Given = TypeVar("Given")

PHONES = {telegram.CHANNEL: telegram.PRIVATE, whatsapp.Reader.name: whatsapp.LIMITS}  # that somebody at a terminal may hold
ABSENT = Console((("name", ""),), lambda call: None, PHONES)  # reads what is said at terminals; shows nothing


def clock() -> datetime:
    return datetime.now(UTC)


# ── what a command stands on ─────────────────────────────────────────────────


@contextmanager
def in_words(*sentences: type[Exception]) -> Iterator[None]:
    """What stops a command is told in one sentence; errors of these kinds are one already."""
    try:
        yield
    except sentences as error:
        refuse(str(error))
    except SettingError as error:
        refuse(str(error), USAGE)
    except BusyError as error:
        refuse(f"Outro zelador já está usando {error.path}. Feche-o, ou escolha outro arquivo com --database.")
    except SchemaOldError:
        refuse("O banco de dados é de uma versão anterior deste programa. Rode: zelador db upgrade")
    except SchemaNewerError as error:
        refuse(f"O banco de dados é de uma versão mais nova que este programa ({error.revision}). Instale a versão mais nova.")
    except SchemaForeignError as error:
        refuse(f"O banco de dados tem tabelas de outro programa ({', '.join(error.tables[:3])}). Escolha um banco vazio.")
    except BrokenPipeError:  # whoever read what is written has gone
        raise
    except (Unusable, DBAPIError, OSError) as error:
        refuse(f"Não consigo usar o banco de dados: {' '.join(str(error).split())}")


def fast_loop() -> asyncio.AbstractEventLoop:
    """An event loop that costs less for each answer of PostgreSQL, where there is one (not on Windows)."""
    try:
        import uvloop  # noqa: PLC0415 (only for what runs long)
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def run(main: Coroutine[Any, Any, Given], loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None) -> Given | None:
    """What `main` gives; None when it was told to stop: SIGTERM ends it as Ctrl-C does, in order, the terminal as it was."""

    async def stoppable() -> Given | None:
        task = asyncio.ensure_future(main)
        with suppress(NotImplementedError):  # Windows knows no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        with suppress(asyncio.CancelledError):
            return await task
        return None

    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=loop_factory) as runner:
        return runner.run(stoppable())
    return None


def database_url(settings: Settings, file: Path | None, otherwise: str = DEMO_FILE) -> str:
    """The file that was named, else the configured database, else that file of the data folder."""
    if file is None and settings.database_url:
        return settings.database_url
    return f"sqlite:///{file or settings.data_dir / otherwise}"


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for a server."""
    return Path(make_url(url).database or "") if url.startswith("sqlite") else None


def exists(url: str, *, named: bool) -> bool:
    """Whether there is a database to look into. A demo that was never begun has none; a file that was named should be there."""
    path = file_of(url)
    if path is None or path.exists():
        return True
    if named:
        refuse(f"O arquivo {path} não existe.")
    return False


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database, with its tables. Raises what `in_words` tells."""
    path = file_of(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    database = connect(url)
    try:
        await make_ready(database)
        yield database
    finally:
        await database.close()


async def look(url: str, work: Work[Given]) -> Given:
    """What `work` finds, or does, in the database."""
    async with opened(url) as database:
        return await database.run(work)


@asynccontextmanager
async def served(url: str) -> AsyncIterator[Database]:
    """The database, for the one process that takes the turns of its file."""
    path = file_of(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    with Serving(path) if path is not None else nullcontext():
        async with opened(url) as database:
            yield database


def catalogue(settings: Settings) -> Copy:
    notice = copy(settings.locale).say("privacy-notice", {"url": settings.agency.privacy_url})
    return copy(settings.locale, agency=settings.agency.name, notice=notice)


def means(settings: Settings, turn: TakeTurn = take_turn, *, sends_codes: bool = True) -> Means:
    """Turns of all channels are taken, also of those that this process cannot send by. `sends_codes`: some process does, by WhatsApp."""
    words = catalogue(settings)
    targets, can_ring = Targets(**settings.sla.model_dump()), bool(settings.alerts.webhook_url)
    office = Office(
        settings.calendar,
        settings.agency.on_call_phone,
        words.say,
        targets,
        settings.reopen_days,
        can_ring,
        settings.supervision,
        timedelta(minutes=settings.claim_minutes),
        settings.routing,
        words.has,
        settings.whatsapp.templates.chosen,
        _codes(settings.whatsapp) if sends_codes else None,
    )
    return Means(
        turn,
        partial(layout, own=labels(words.say)),
        {CHANNEL: ABSENT, telegram.CHANNEL: telegram.Reader(), whatsapp.Reader.name: whatsapp.Reader()},
        office,
        _alerts(settings, words),
    )


def _codes(it: WhatsApp) -> CodePost | None:
    """By any of the numbers. The key is the app's secret, which does not stand in the database: decision 0780."""
    template = it.templates.chosen.get("code")
    if template is None or not it.accounts or it.lacks:
        return None
    return CodePost(whatsapp.Reader.name, it.accounts, template, it.app_secret.encode())


def _alerts(settings: Settings, words: Copy) -> AlertChat | None:
    it = settings.telegram
    if not (it.token and it.alert_chat_id):
        return None
    return AlertChat(telegram.CHANNEL, telegram.account_of(it.token), it.alert_chat_id, words.say)


# ── the loops ────────────────────────────────────────────────────────────────

YOUNG = 50_000  # new objects between two looks for cycles (Python: 700); a batch of turns makes some thousands, and hardly a cycle


def settle_memory() -> None:
    """Once, when all is loaded: the search for cycles passes by what stands now. It took a tenth of a turn (decision 0206)."""
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


@dataclass(frozen=True, slots=True)
class Bells:
    """What wakes the worker and the sender, and by their names those of other processes."""

    worker: Bell
    sender: Bell

    def wake(self, name: str) -> None:
        """Another process has something for us; a word that only a newer program knows is left alone."""
        bell = {"worker": self.worker, "sender": self.sender}.get(name)
        if bell is not None:
            bell.wake()


@asynccontextmanager
async def at_work(
    database: Database,
    by: Means,
    channels: Channels,
    on_turns: OnTurns = lambda turns, seconds: None,
    on_sent: OnSent = lambda channel, result: None,
    only: str | None = None,
) -> AsyncIterator[Bells]:
    """Turns are taken, answers sent and timers rung while the block runs; what is under way at its end is finished.

    `only`: the one address that is sent to.
    """
    me = processes.new_id()
    others = presence(database, me)
    bells = Bells(Bell(partial(others.tell, "worker")), Bell(partial(others.tell, "sender")))
    settle_memory()
    await take_over_at_start(database, clock, me)
    sender = Sender(channels, bells.sender, me, on_sent, only)
    async with others.open(bells.wake):
        working = asyncio.create_task(Worker(by, sender, bells.worker, me).run(database, clock, on_turns))
        sending = asyncio.create_task(sender.run(database, clock))
        timing = asyncio.create_task(keep_time(database, clock, me, bells.worker, bells.sender))
        try:
            yield bells
        finally:
            bells.worker.stop()
            await working
            bells.sender.stop()
            timing.cancel()  # it sleeps for most of its time, and holds nothing
            await asyncio.gather(sending, timing, return_exceptions=True)


@asynccontextmanager
async def fetching(database: Database, channels: Mapping[str, Fetches], data_dir: Path) -> AsyncIterator[None]:
    """Files that people sent come into the data folder while the block runs."""
    folder = data_dir / MEDIA
    clear_remains(folder)
    task = asyncio.create_task(Fetcher(channels, folder).run(database, clock))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
