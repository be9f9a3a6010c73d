"""Agents: who acts in chat, by which platform ids, and how they are linked and removed."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from core.agents import Agent
from core.messages import Address
from core.permissions import Role
from storage.queries import ListQuery, Row
from storage.records import UtcDateTime
from storage.tables import agent, agent_identity, conversation, identity, inbox

_here = agent.c.removed_at.is_(None)
_COLUMNS = (
    agent.c.id,
    agent.c.name,
    agent.c.role,
    agent.c.on_call,
    agent.c.phone,
    agent.c.external_id,
    conversation.c.channel,
    conversation.c.account,
    conversation.c.address,
    conversation.c.id,
)
_ALL = select(*_COLUMNS).join(conversation, conversation.c.id == agent.c.chat_id, isouter=True).where(_here).order_by(agent.c.name)
_BY_NAME = select(agent.c.id, agent.c.role, agent.c.phone, agent.c.external_id).where(agent.c.name == bindparam("name"))
_WRITERS = ListQuery(
    select(agent_identity.c.identity_id, agent.c.id).join(agent, agent.c.id == agent_identity.c.agent_id).where(_here),
    agent_identity.c.identity_id,
)
_NEW = insert(agent).returning(agent.c.id)
_OFFER = (
    update(agent)
    .where(agent.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in ("role", "phone", "external_id", "code_hash", "code_expires_at", "removed_at")})
)
_LINKED_BY = (
    select(agent.c.id)
    .where(_here, agent.c.code_hash == bindparam("code_hash"), agent.c.code_expires_at > bindparam("now", type_=UtcDateTime))
    .with_for_update()
)
_USED = update(agent).where(agent.c.id == bindparam("_id")).values(code_hash=None, code_expires_at=None)
_IDENTITY = insert(agent_identity)
_WRITTEN_BY = select(inbox.c.identity_id, inbox.c.conversation_id).where(inbox.c.id == bindparam("inbox_id"))
_FORGET = delete(agent_identity).where(agent_identity.c.identity_id == bindparam("_identity_id"))
_LOST = ListQuery(
    select(agent.c.id, agent.c.chat_id).join(agent_identity, agent_identity.c.agent_id == agent.c.id), agent_identity.c.identity_id
)
_HAS_NO_CHAT = update(agent).where(agent.c.id == bindparam("_id")).values(chat_id=None)
_SITS_IN = (
    select(agent_identity.c.agent_id)
    .join(identity, identity.c.id == agent_identity.c.identity_id)
    .where(identity.c.conversation_id == bindparam("conversation_id"))
    .limit(1)
)
_FORGET_ALL = delete(agent_identity).where(agent_identity.c.agent_id == bindparam("_agent_id"))
_WRITES_IN = update(agent).where(agent.c.id == bindparam("_id")).values(chat_id=bindparam("chat_id"))
_ON_CALL = update(agent).where(agent.c.id == bindparam("_id")).values(on_call=bindparam("on_call"))
_REMOVE = (
    update(agent)
    .where(agent.c.id == bindparam("_id"))
    .values(removed_at=bindparam("at", type_=UtcDateTime), on_call=False, code_hash=None, code_expires_at=None)
)
_CHAT = select(agent.c.chat_id).where(agent.c.id == bindparam("id"))
_TALKS = select(conversation.c.id).where(conversation.c.agent_id == bindparam("id"))


def hashed(code: str) -> str:
    """How the code of a link is kept: it is random enough that nothing slower is needed (128 bits)."""
    return sha256(code.encode("utf-8", "replace")).hexdigest()


def here(connection: Connection) -> tuple[Agent, ...]:
    """All who work here now, by name."""
    return tuple(_agent(row) for row in connection.execute(_ALL))


def _agent(row: Row) -> Agent:
    number, name, role, on_call, phone, external_id, *at, chat = row
    return Agent(number, name, Role(role), on_call, phone, external_id, Address(*at) if chat else None, chat)


def writers(connection: Connection, identity_ids: Collection[int]) -> dict[int, int]:
    """By identity: the agent whose it is; identities of customers are left out."""
    return {number: agent_id for number, agent_id in _WRITERS(connection, identity_ids)}  # noqa: C416 (rows, not pairs)


def offer(connection: Connection, name: str, code_hash: str, expires_at: datetime, **about: Any) -> int:
    """An agent of that name who may link a chat by a code until then; whoever was here before, or is still, gets a new code.

    `about`: role, phone, external_id; None leaves what is known.
    """
    known = connection.execute(_BY_NAME, {"name": name}).one_or_none()
    values: dict[str, Any] = {"role": Role.AGENT.value, "phone": None, "external_id": None}
    values |= {each: getattr(known, each) for each in values if known} | {each: value for each, value in about.items() if value is not None}
    values |= {"code_hash": code_hash, "code_expires_at": expires_at}
    if known is None:
        return int(connection.scalars(_NEW, {"name": name} | values).one())
    connection.execute(_OFFER, values | {"_id": known.id, "removed_at": None})
    return int(known.id)


def link(connection: Connection, code_hash: str, inbox_id: int, now: datetime) -> int | None:
    """Whoever wrote that message is this agent from now on, and the code is used up; None for a code that opens nothing, any more."""
    found: int | None = connection.scalar(_LINKED_BY, {"code_hash": code_hash, "now": now})
    if found is None:
        return None
    identity_id, conversation_id = connection.execute(_WRITTEN_BY, {"inbox_id": inbox_id}).one()
    connection.execute(_USED, {"_id": found})
    seat(connection, found, identity_id, conversation_id, now)
    return found


def seat(connection: Connection, agent_id: int, identity_id: int, conversation_id: int, now: datetime) -> None:
    """Whoever writes by that identity is this agent, and that conversation is their chat."""
    connection.execute(_FORGET, {"_identity_id": identity_id})
    connection.execute(_IDENTITY, {"identity_id": identity_id, "agent_id": agent_id, "linked_at": now})
    writes_in(connection, agent_id, conversation_id)


def is_chat(connection: Connection, conversation_id: int) -> bool:
    """Whether somebody who acts in chat writes there."""
    return connection.scalar(_SITS_IN, {"conversation_id": conversation_id}) is not None


def unlink(connection: Connection, identity_ids: Collection[int]) -> dict[int, int]:
    """These ids may be somebody else's now: whoever was linked by one of them is to be linked anew.

    Returns the chats that were theirs, by agent.
    """
    lost: dict[int, int] = {agent_id: chat for agent_id, chat in _LOST(connection, identity_ids) if chat is not None}
    for agent_id in lost:
        connection.execute(_HAS_NO_CHAT, {"_id": agent_id})
    for identity_id in identity_ids:
        connection.execute(_FORGET, {"_identity_id": identity_id})
    return lost


def writes_in(connection: Connection, agent_id: int, conversation_id: int) -> None:
    connection.execute(_WRITES_IN, {"_id": agent_id, "chat_id": conversation_id})


def set_on_call(connection: Connection, agent_id: int, *, on_call: bool) -> None:
    connection.execute(_ON_CALL, {"_id": agent_id, "on_call": on_call})


def by_name(connection: Connection, name: str) -> Agent | None:
    return next((each for each in here(connection) if each.name == name), None)


def remove(connection: Connection, agent_id: int, now: datetime) -> tuple[int | None, list[int]]:
    """All rights end, also those of the platform ids. Returns the agent's own chat, and the talks that this agent has."""
    connection.execute(_REMOVE, {"_id": agent_id, "at": now})
    connection.execute(_FORGET_ALL, {"_agent_id": agent_id})
    chat: int | None = connection.scalar(_CHAT, {"id": agent_id})
    return chat, list(connection.scalars(_TALKS, {"id": agent_id}))
