"""The commands `zelador queue …`: look at what waits for people, and act on it."""

import asyncio
import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.programs.app import at_work, catalogue, clock, database_url, exists, file_of, in_words, look, means, opened, run, served
from bot.programs.queue import FILTERS, View, record
from bot.programs.terminal import has_colours, paint
from bot.programs.usage import refuse
from bot.settings import Settings, load
from core.messages import Command
from core.queue import Only
from storage import inbox, queue, tickets
from storage.database import Database
from storage.inbox import Answered
from storage.queue import TicketFile
from storage.serving import BusyError

WAIT_SECONDS = 5.0  # for the process that serves the file to answer an act (design: one turn)
LOOK_SECONDS = 0.05  # between two looks whether it has


def run_queue(*, as_json: bool, only: str | None, database: Path | None) -> None:
    part = FILTERS[only] if only else Only.ANY
    with in_words():
        settings = load()
        url = database_url(settings, database)
        files = run(look(url, partial(_waiting, only=part))) if exists(url, named=database is not None) else ()
    if as_json:
        print(_json([record(each) for each in files or ()]))
        return
    print(_view(settings).queue([each.entry for each in files or ()], part))
    if sys.stdout.isatty():
        print(paint(f"\nArquivo: {file_of(url) or 'banco das configurações'}", "quiet", colours=has_colours(sys.stdout)))


def run_ticket(name: str, *, as_json: bool, database: Path | None) -> None:
    with in_words():
        settings = load()
        url = database_url(settings, database)
        file = run(look(url, partial(_file, name=name))) if exists(url, named=database is not None) else None
    if file is None:
        refuse(catalogue(settings).say("queue-unknown", {"name": name}))
    print(_json(record(file)) if as_json else _view(settings).ticket(file))


def run_approval(name: str, given: Mapping[str, Any], *, database: Path | None) -> None:
    with in_words():
        settings = load()
        url = database_url(settings, database)
        outcome = run(_approve(settings, url, name, given)) if exists(url, named=database is not None) else None
    if outcome is None:
        refuse(catalogue(settings).say("queue-unknown", {"name": name}))
    answered, file = outcome
    if answered is None:
        refuse(f"O banco está em uso, e quem o usa não respondeu em {WAIT_SECONDS:.0f} s; o pedido ficou na fila dele.")
    if answered.result != "done":
        refuse(answered.reason)
    print(_view(settings).approved(file.entry))


# ── looking ──────────────────────────────────────────────────────────────────


def _waiting(connection: Connection, only: Only) -> Sequence[TicketFile]:
    found = (queue.open_file(connection, each.ticket.id) for each in queue.waiting(connection, only, now=clock()))
    return [each for each in found if each is not None]


def _file(connection: Connection, name: str) -> TicketFile | None:
    """By reference, by `#12`, or by `12`, which a shell does not take for a comment."""
    found = tickets.find(connection, f"#{name}" if name.isdecimal() else name)
    return queue.open_file(connection, found.id) if found else None


def _view(settings: Settings) -> View:
    zone, colours = ZoneInfo(settings.timezone), has_colours(sys.stdout)
    return View(
        catalogue(settings).say, clock(), lambda moment: moment.astimezone(zone), lambda text: paint(text, "danger", colours=colours)
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


# ── acting ───────────────────────────────────────────────────────────────────


async def _approve(settings: Settings, url: str, name: str, given: Mapping[str, Any]) -> tuple[Answered | None, TicketFile] | None:
    """What became of the act, and the ticket afterwards; None when there is no such ticket."""
    file = await look(url, partial(_file, name=name))
    if file is None:
        return None
    command = Command("approve", file.entry.ticket.id, getpass.getuser(), input={key: value for key, value in given.items() if value})
    try:
        async with served(url) as database, at_work(database, means(settings), {}) as bells:
            answered = await _act(database, command, bells.worker.ring)
    except BusyError:  # the process that serves the file takes the turn
        async with opened(url) as database:
            answered = await _act(database, command, lambda: None)
    return answered, await look(url, partial(_file, name=name)) or file


async def _act(database: Database, command: Command, wake: Any) -> Answered | None:
    """Puts the act into its ticket's line; what became of it, or None when nobody answered in time."""
    number = await database.run(partial(inbox.put_command, command=command, external_id=uuid4().hex, now=clock()))
    wake()
    answered: Answered | None = None
    for _ in range(round(WAIT_SECONDS / LOOK_SECONDS)):
        answered = await database.run(partial(inbox.result_of, inbox_id=number))
        if answered is not None:
            break
        await asyncio.sleep(LOOK_SECONDS)
    return answered
