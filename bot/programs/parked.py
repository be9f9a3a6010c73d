"""The commands `zelador inbox …`: what was put aside after failing too often, and its way back."""

import getpass
import json
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.copy import Copy
from bot.programs.app import catalogue, clock, database_url, exists, file_of, in_words, look, run
from bot.programs.usage import refuse
from bot.settings import Settings, load
from bot.steps import dashed
from storage.database import Work
from storage.inbox import COMMAND, PARKED, TIMER
from storage.parked import PutAside, Retried, parked, retry
from storage.serving import is_served

SHOWN = 100  # characters of a message in the list
WORDS = ("text", "caption", "body")  # where platforms keep what somebody wrote
ACTS = {COMMAND: "act", TIMER: "kind", PARKED: ""}  # our own channels: the key that says what was to be done


def run_parked(*, as_json: bool, database: Path | None) -> None:
    with in_words():
        settings = load()
        url = database_url(settings, database)
        rows: Sequence[PutAside] = _done(url, parked) if exists(url, named=database is not None) else ()
    print(json.dumps([record(each) for each in rows], ensure_ascii=False, indent=2) if as_json else listed(rows, settings))


def run_retry(inbox_id: int, *, database: Path | None) -> None:
    with in_words():
        settings = load()
        url, words = database_url(settings, database), catalogue(settings)
        again = partial(retry, inbox_id=inbox_id, by=getpass.getuser(), now=clock())
        found = _done(url, again) if exists(url, named=database is not None) else Retried.UNKNOWN
        if found is not Retried.WAITS:
            refuse(words.say(f"parked-refused.{dashed(found)}", {"id": str(inbox_id)}))
        print(words.say("parked-retried", {"id": str(inbox_id), "next": _next(url, words)}))


def _done(url: str, work: Work[Any]) -> Any:
    """What `work` gives back."""
    found = run(look(url, work))
    if found is None:
        refuse("Interrompido.")
    return found


def _next(url: str, words: Copy) -> str:
    """Who will take the turn."""
    path = file_of(url)
    if path is None:
        return words.say("parked-next.server")
    return words.say("parked-next.served" if is_served(path) else "parked-next.alone")


# ── for programs ─────────────────────────────────────────────────────────────


def record(row: PutAside) -> dict[str, Any]:
    """A row as plain values."""
    return {
        "id": row.id,
        "received_at": row.received_at.isoformat(),
        "parked_at": row.parked_at.isoformat(),
        "channel": row.channel,
        "account": row.account,
        "from": row.address,
        "words": words_of(row),
        "reason": row.reason,
        "ticket": _ticket(row),
    }


def _ticket(row: PutAside) -> str | None:
    """What people call it. Acts and timers name their own; of a message it is the one that its talk is about now."""
    number = row.ticket_id
    if row.channel in (COMMAND, TIMER):
        named = _body(row.part)
        number = named.get("ticket") if isinstance(named, dict) else None
    if not isinstance(number, int) or number < 1:
        return None
    return row.reference if row.reference and number == row.ticket_id else f"#{number}"


def _body(part: str) -> Any:
    """None when it is no JSON, or deeper than anybody writes it."""
    try:
        return json.loads(part)
    except (ValueError, RecursionError):
        return None


def words_of(row: PutAside) -> str | None:
    """What somebody wrote, in one line, or what was to be done; None when it is not found."""
    body = _body(row.part)
    found = _ordered(row.channel, body) if row.channel in ACTS else _written(body)
    return _one_line(found) or None if isinstance(found, str) else None


def _ordered(channel: str, body: Any) -> Any:
    return body.get(ACTS[channel]) if isinstance(body, dict) else None


def _written(body: Any) -> str | None:
    """The first text that stands where platforms put it, outermost first."""
    waiting = deque([body])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, dict):
            if found := next((each[key] for key in WORDS if isinstance(each.get(key), str) and each[key].strip()), None):
                return str(found)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return None


def _one_line(text: str) -> str:
    """Without what moves a terminal's cursor, or is half a character."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


# ── for people ───────────────────────────────────────────────────────────────


def listed(rows: Sequence[PutAside], settings: Settings) -> str:
    """Three lines a row: which it is, what was said, and what is known of the failure."""
    words, zone = catalogue(settings), ZoneInfo(settings.timezone)
    if not rows:
        return words.say("parked-empty")
    head = words.say("parked-one") if len(rows) == 1 else words.say("parked-many", {"count": str(len(rows))})
    return "\n\n".join((head, *(_told(each, words, zone) for each in rows), words.say("parked-more", {"id": str(rows[0].id)})))


def _told(row: PutAside, words: Copy, zone: ZoneInfo) -> str:
    channel = words.say(f"parked-channel.{row.channel}") if row.channel in ACTS else row.channel
    title = {"id": str(row.id), "channel": channel, "from": _one_line(row.address), "when": _when(row.received_at, zone)}
    lines = [words.say("parked-title", title), f"  {_said(row, words)}"]
    about = [words.say("parked-about", {"ticket": ticket}) for ticket in (_ticket(row),) if ticket]
    about += [words.say("parked-reason", {"reason": _one_line(row.reason)})] if row.reason else []
    return "\n".join([*lines, f"  {' · '.join(about)}"] if about else lines)


def _when(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y %Hh%M}"


def _said(row: PutAside, words: Copy) -> str:
    found = words_of(row)
    if found is not None:
        return _short(found) if row.channel in ACTS else f"“{_short(found)}”"
    if row.part == "{}":
        return words.say("parked-no-words" if row.channel == PARKED else "parked-emptied")
    if _body(row.part) is None:
        return words.say("parked-unreadable", {"words": _short(_one_line(row.part))})
    return words.say("parked-no-words")


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
