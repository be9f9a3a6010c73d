"""What was said and did not arrive, or may not have: told to the conversation whose turn said it, in a row of its own line."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, literal_column, or_, select

from core.messages import ASKS, CODE, SHUT, Address, Lost, Shut
from storage import inbox, media
from storage.inbox import Arrival
from storage.records import encode
from storage.tables import outbox as table

ON_THE_DESK = "card"  # purpose of what only shows our own people how things stand: the next edition shows it too
_TO_CUSTOMERS = (*ASKS, "note", "agent")
_OF_OTHERS = ("relay", CODE)  # went to somebody else: it says nothing of whether the customer of this line can be reached

_SAID = (
    select(
        table.c.id,
        table.c.conversation_id,
        table.c.purpose,
        table.c.ticket_id,
        table.c.attempts,
        table.c.call,
        table.c.channel,
        table.c.account,
        table.c.address,
    )
    .where(table.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(table.c.id)
)
_IN_DOUBT = _SAID.where(table.c.purpose.in_(("agent", *ASKS)), table.c.status == "unknown", table.c.due_at.is_(None))
_goes_again = and_(table.c.status.in_(("queued", "sending")), table.c.attempts > 0)
_NEWEST = (
    select(or_(table.c.status.in_(("unknown", "failed")), _goes_again))
    .where(table.c.conversation_id == bindparam("conversation_id"), table.c.purpose.in_(ASKS))
    .order_by(table.c.version.desc(), table.c.ordinal.desc())
    .limit(literal_column("1"))
)


def tell(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """It failed, and will not be tried again."""
    for number, conversation_id, purpose, ticket_id, attempts, call, *at in connection.execute(_SAID, {"ids": [outbox_id]}):
        if purpose == ON_THE_DESK:
            continue
        body: dict[str, object] = {"reason": reason[: inbox.REASON_LENGTH], "dead": dead and purpose not in _OF_OTHERS}
        if purpose == CODE:
            body["code"] = True
        if purpose == "ring":
            body["ring"] = ticket_id
        if call.carries is not None:
            body |= {"row": number, "carries": call.carries}
        if reason.startswith(SHUT) and purpose in _TO_CUSTOMERS:
            body["shut"] = Shut(purpose, "" if call.file or call.original else call.text, ticket_id or 0)
        if call.file is not None:
            media.forget_copy(connection, call.file, *at[:2])
            if purpose in _OF_OTHERS:
                body["lost"] = Lost(Address(*at), call.text)
        _put(connection, f"{number}:{attempts}", conversation_id, body, now)


def tell_unreachable(connection: Connection, conversation_ids: Collection[int], now: datetime) -> None:
    """Where these people were written to is somebody else's now: nothing goes there any more, and a person looks for another way."""
    for number in conversation_ids:
        _put(connection, f"left:{number}:{now.timestamp()}", number, {"reason": "the address is another person's now", "dead": True}, now)


def ask(connection: Connection, ids: Collection[int], now: datetime) -> None:
    """Nobody knows whether these went, and they go no more. Of what an agent wrote a person decides (F3); the rest people see."""
    for number, conversation_id, purpose, _, attempts, call, *_ in connection.execute(_IN_DOUBT, {"ids": list(ids)}):
        body = {"reason": "", "asked": True} if purpose in ASKS else {"reason": "", "unknown": True, "row": number, "carries": call.carries}
        _put(connection, f"{number}:{attempts}:unknown", conversation_id, body, now)


def tell_arrived(connection: Connection, ids: Collection[int], now: datetime) -> None:
    """The platform has told after all that these arrived, of which people may have seen that nobody knew."""
    if not ids:
        return
    for number, conversation_id, purpose, _, attempts, *_ in connection.execute(_SAID, {"ids": list(ids)}):
        if purpose in ASKS:
            _put(connection, f"{number}:{attempts}:arrived", conversation_id, {"reason": "", "asked": True}, now)


def is_unconfirmed(connection: Connection, conversation_id: int) -> bool:
    """Nothing tells that what the bot asked there last has arrived: it may be lost, or goes once more."""
    return connection.scalar(_NEWEST, {"conversation_id": conversation_id}) is True


def _put(connection: Connection, key: str, conversation_id: int, body: object, now: datetime) -> None:
    """Once for each attempt; that it failed may be known after it was asked about."""
    inbox.put(connection, [Arrival(inbox.DELIVERY, "", key, conversation_id, "", encode(body), now, now)])
