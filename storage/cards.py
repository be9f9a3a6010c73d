"""Cards: which tickets stand in which chats of agents, in which message, and with which face."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, null, select, update

from core.cards import Card
from core.messages import Call
from storage.batches import Batch
from storage.outbox import ARRIVED
from storage.queries import ListQuery
from storage.tables import card, outbox

_COLUMNS = (card.c.id, card.c.chat_id, card.c.ticket_id, card.c.external_id, card.c.shown)  # the fields of the record
_OF_TICKETS = ListQuery(select(*_COLUMNS).order_by(card.c.id), card.c.ticket_id)
_BY_ID = select(*_COLUMNS).where(card.c.id == bindparam("id"))
_IN_CHAT = select(*_COLUMNS).where(card.c.chat_id == bindparam("chat_id")).order_by(card.c.id)
_SHOWN = (
    select(outbox.c.call)
    .join(card, card.c.id == outbox.c.card_id)
    .where(
        card.c.chat_id == bindparam("chat_id"),
        card.c.ticket_id == bindparam("ticket_id"),
        outbox.c.external_id == card.c.external_id,
        outbox.c.status.in_(ARRIVED),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_NEW = insert(card).returning(card.c.id, sort_by_parameter_order=True)
_SHOW = Batch(update(card).where(card.c.id == bindparam("_id")).values(shown=bindparam("shown")), ("_id", "shown"))
_REMOVE = Batch(delete(card).where(card.c.id == bindparam("_id")), ("_id",))
_CANCEL = Batch(
    update(outbox)
    .where(outbox.c.card_id == bindparam("_card_id"), outbox.c.status == "queued", outbox.c.due_at.is_not(None))
    .values(status="cancelled", due_at=null()),
    ("_card_id",),
)
_STANDS = Batch(update(card).where(card.c.id == bindparam("_id")).values(external_id=bindparam("external_id")), ("_id", "external_id"))


def of_tickets(connection: Connection, ticket_ids: Collection[int]) -> Mapping[int, list[Card]]:
    """By ticket; one that stands nowhere is left out."""
    found: dict[int, list[Card]] = defaultdict(list)
    for row in _OF_TICKETS(connection, ticket_ids):
        found[row[2]].append(Card(*row))
    return found


def by_id(connection: Connection, card_id: int) -> Card | None:
    row = connection.execute(_BY_ID, {"id": card_id}).one_or_none()
    return None if row is None else Card(*row)


def in_chat(connection: Connection, chat_id: int) -> tuple[Card, ...]:
    return tuple(Card(*row) for row in connection.execute(_IN_CHAT, {"chat_id": chat_id}))


def shown(connection: Connection, chat_id: int, ticket_id: int) -> Call | None:
    """The card of that ticket as it was last seen in that chat: what is on its way there is not."""
    call: Call | None = connection.scalar(_SHOWN, {"chat_id": chat_id, "ticket_id": ticket_id})
    return call


class Dealt(NamedTuple):
    """A new card. `shown`: the digest of its face."""

    chat_id: int
    ticket_id: int
    shown: str


def deal(connection: Connection, new: Sequence[Dealt]) -> list[int]:
    """Their ids, in the same order. What stood there of these tickets must be gone."""
    return list(connection.scalars(_NEW, [each._asdict() for each in new])) if new else []


def show(connection: Connection, faces: Mapping[int, str]) -> None:
    """By card: the digest of the face that it has from now on. Editions that have not gone are no longer wanted."""
    cancel(connection, faces)
    _SHOW(connection, [*faces.items()])


def cancel(connection: Connection, card_ids: Collection[int]) -> None:
    """What of these cards has not gone yet does not go."""
    _CANCEL(connection, [(number,) for number in card_ids])


def remove(connection: Connection, card_ids: Sequence[int]) -> None:
    """They stand there no more: a tap on them finds nothing."""
    cancel(connection, card_ids)
    _REMOVE(connection, [(number,) for number in card_ids])


def stand(connection: Connection, messages: Mapping[int, str]) -> None:
    """By card: the message in which it stands now."""
    _STANDS(connection, [*messages.items()])
