"""The commands `zelador agent …`: who acts in chat, by one-time links that are opened in a private chat."""

import getpass
import json
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.answering import words_of
from bot.http import ProxyError, session
from bot.programs.app import catalogue, clock, database_url, in_words, look, run
from bot.programs.channels import platforms
from bot.programs.usage import refuse
from bot.settings import SERVED_FILE, Settings, load
from core.agents import RELEASE, UNLINK, Agent
from core.errors import Rejected
from core.messages import Command
from core.names import parse_person_name
from core.phones import format_mobile, parse_mobile
from storage import agents, events, inbox, outbox

CODE_BYTES = 16  # 128 bits: nobody guesses it
LINK_FOR = timedelta(minutes=30)


def run_add(name: str, *, database: Path | None, phone: str | None, **about: Any) -> None:
    with in_words(ProxyError):
        settings = load()
        code = secrets.token_urlsafe(CODE_BYTES)
        about["phone"] = _read(settings, parse_mobile, phone) if phone else None
        adding = partial(_add, name=_read(settings, parse_person_name, name), code=code, about=about, now=clock())
        run(look(database_url(settings, database, SERVED_FILE), adding))
        print(_invitation(name, run(_bot_name(settings)), code))


def run_list(*, as_json: bool, database: Path | None) -> None:
    with in_words():
        found: Sequence[Agent] = run(look(database_url(load(), database, SERVED_FILE), agents.here)) or ()
    print(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=2) if as_json else _listed(found))


def run_remove(name: str, *, database: Path | None) -> None:
    with in_words():
        is_done = run(look(database_url(load(), database, SERVED_FILE), partial(_remove, name=name, now=clock())))
    if not is_done:
        refuse(f"Não há atendente com o nome {name}. Veja: zelador agent list")
    print(f"{name} não é mais atendente: tudo o que podia fazer acabou agora.")


def _read(settings: Settings, read: Any, text: str) -> str:
    try:
        return str(read(text))
    except Rejected as refusal:
        values = {key: str(value) for key, value in refusal.details.items()}
        refuse(catalogue(settings).say(words_of(refusal), values))


# ── in the database ──────────────────────────────────────────────────────────


def _add(connection: Connection, name: str, code: str, about: dict[str, Any], now: datetime) -> None:
    agents.offer(connection, name, agents.hashed(code), now + LINK_FOR, **about)
    events.add(connection, [_event("agent_add", now, {"name": name, **about})])


def _remove(connection: Connection, name: str, now: datetime) -> bool:
    """In one transaction: the rights, the talks that this agent had, and the chat in which they worked."""
    found = agents.by_name(connection, name)
    if found is None:
        return False
    chat, talks = agents.remove(connection, found.id, now)
    by = getpass.getuser()
    for talk in talks:
        inbox.put_about_talk(connection, talk, Command(RELEASE, 0, by, input={"agent": found.id}), now)
    if found.at is not None:
        outbox.cancel_to(connection, found.at)
    if chat is not None:
        inbox.put_about_talk(connection, chat, Command(UNLINK, 0, by), now)
    events.add(connection, [_event("agent_remove", now, {"name": name})])
    return True


def _event(act: str, now: datetime, after: Any) -> events.Record:
    return events.Record(getpass.getuser(), act, None, None, None, None, after, now)


# ── in words ─────────────────────────────────────────────────────────────────


async def _bot_name(settings: Settings) -> str | None:
    """Of the Telegram bot; None when there is none, or it cannot be asked now."""
    async with session() as outside, platforms(settings, outside) as those:
        with suppress(TelegramError):
            return str((await those.telegram.call("getMe", {}))["username"]) if those.telegram else None
    return None


def _invitation(name: str, bot_name: str | None, code: str) -> str:
    minutes = int(LINK_FOR.total_seconds()) // 60
    if bot_name is None:
        return f"{name} deve enviar ao bot, numa conversa privada, nos próximos {minutes} minutos:\n\n  /start {code}\n"
    return f"{name} deve abrir este link no Telegram, nos próximos {minutes} minutos; ele serve uma vez só:\n\n  https://t.me/{bot_name}?start={code}\n"


def _record(it: Agent) -> dict[str, Any]:
    return {
        "name": it.name,
        "role": it.role,
        "on_call": it.on_call,
        "phone": it.phone,
        "external_id": it.external_id,
        "linked": it.at is not None,
    }


def _listed(found: Sequence[Agent]) -> str:
    if not found:
        return "Não há atendentes. Para o primeiro: zelador agent add NOME"
    return "\n".join(" · ".join(filter(None, _facts(each))) for each in found)


ROLES = {"agent": "atendente", "supervisor": "supervisão", "admin": "administração"}


def _facts(it: Agent) -> Sequence[str]:
    phone = format_mobile(it.phone) if it.phone else ""
    return (it.name, ROLES[it.role], "de plantão" if it.on_call else "", phone, "" if it.at else "ainda sem conversa")
