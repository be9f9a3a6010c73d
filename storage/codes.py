"""Codes that prove who writes: which lives in a conversation, how many went to whom, and what they have proved.

A row is written whether the books know somebody or not, so that both may be asked, guessed at and forgotten alike: nobody learns from the
talk who stands in the books (decision 0780).
"""

import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, or_, select, update

from core.codes import A_DAY, DAY, DIGITS, LIVES, PROOF_LASTS, TRIES, Code
from core.tickets import OVER
from storage.queries import ListQuery
from storage.records import UtcDateTime
from storage.tables import code, contact, ticket

_THIS = code.c.id == bindparam("_id")
_LIVING = select(code.c.id, code.c.contact_id, code.c.digest, code.c.guesses, code.c.expires_at).where(
    code.c.conversation_id == bindparam("conversation_id"),
    code.c.ticket_id == bindparam("ticket_id"),
    code.c.expires_at > bindparam("now", type_=UtcDateTime),
    code.c.guesses < TRIES,
    code.c.proved_at.is_(None),
)
_SINCE = code.c.asked_at > bindparam("since", type_=UtcDateTime)
_ASKED = select(func.count()).where(code.c.conversation_id == bindparam("conversation_id"), _SINCE)
_SENT = select(func.count()).where(code.c.contact_id == bindparam("contact_id"), _SINCE)
_LOCK = select(contact.c.id).where(contact.c.id == bindparam("contact_id")).with_for_update(key_share=True)
_NEW = insert(code).returning(code.c.id)
_GIVE = update(code).where(_THIS).values(contact_id=bindparam("contact_id"), digest=bindparam("digest"))
_MISS = update(code).where(_THIS).values(guesses=code.c.guesses + 1)
_PROVE = update(code).where(_THIS).values(proved_at=bindparam("now", type_=UtcDateTime), digest="")
_END = (
    update(code)
    .where(code.c.conversation_id == bindparam("_conversation"), code.c.ticket_id == bindparam("_ticket"))
    .values(digest="", guesses=TRIES, proved_at=None)
)
_is_proving = exists().where(  # longer than any code is counted
    ticket.c.id == code.c.ticket_id, code.c.proved_at.is_not(None), ticket.c.submitted_at.is_(None), ticket.c.status.not_in(sorted(OVER))
)
_FORGET = delete(code).where(
    code.c.asked_at <= bindparam("before", type_=UtcDateTime),
    or_(code.c.proved_at.is_(None), code.c.proved_at <= bindparam("since", type_=UtcDateTime)),
    ~_is_proving,
)
_PROOFS = ListQuery(
    select(code.c.conversation_id, code.c.ticket_id, code.c.contact_id)
    .join(ticket, ticket.c.id == code.c.ticket_id)
    .where(
        code.c.proved_at.is_not(None),
        ticket.c.submitted_at.is_(None) | (code.c.proved_at > bindparam("since", type_=UtcDateTime)),
    )
    .order_by(code.c.id),
    code.c.conversation_id,
)


def living(connection: Connection, conversation_id: int, ticket_id: int, now: datetime) -> Code | None:
    """The one that may be written there for this ticket."""
    row = connection.execute(_LIVING, {"conversation_id": conversation_id, "ticket_id": ticket_id, "now": now}).one_or_none()
    return None if row is None else Code(*row)


def begin(connection: Connection, conversation_id: int, ticket_id: int, now: datetime) -> Code | None:
    """One that nobody was sent yet; None where so many were asked for that there is none today."""
    if connection.scalars(_ASKED, {"conversation_id": conversation_id, "since": now - DAY}).one() >= A_DAY:
        return None
    values = {"conversation_id": conversation_id, "ticket_id": ticket_id, "digest": "", "asked_at": now, "expires_at": now + LIVES}
    return Code(connection.scalars(_NEW, values).one(), None, "", 0, now + LIVES)


def may_go_to(connection: Connection, contact_id: int, now: datetime) -> bool:
    """Whoever knows somebody's CPF sends them no more than a few. Held until the end of the transaction: others count this one too."""
    connection.execute(_LOCK, {"contact_id": contact_id})
    return connection.scalars(_SENT, {"contact_id": contact_id, "since": now - DAY}).one() < A_DAY


def digits() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def give(connection: Connection, code_id: int, contact_id: int, digest: str) -> None:
    """Somebody is sent it; how long it lives and what was guessed stays as it was."""
    connection.execute(_GIVE, {"_id": code_id, "contact_id": contact_id, "digest": digest})


def miss(connection: Connection, code_id: int) -> None:
    connection.execute(_MISS, {"_id": code_id})


def prove(connection: Connection, code_id: int, now: datetime) -> None:
    connection.execute(_PROVE, {"_id": code_id, "now": now})


def end(connection: Connection, conversation_id: int, ticket_id: int) -> None:
    """Nothing is proved there any more, and no code of that ticket is right."""
    connection.execute(_END, {"_conversation": conversation_id, "_ticket": ticket_id})


def forget(connection: Connection, now: datetime) -> int:
    """Deletes those that count no longer and prove nothing any more; returns how many."""
    return connection.execute(_FORGET, {"before": now - DAY, "since": now - PROOF_LASTS}).rowcount


def proofs(connection: Connection, conversation_ids: Collection[int], now: datetime) -> dict[tuple[int, int], int]:
    """By conversation and ticket: the contact that a code has proved there."""
    found = _PROOFS(connection, conversation_ids, since=now - PROOF_LASTS)
    return {(conversation_id, ticket_id): contact_id for conversation_id, ticket_id, contact_id in found}
