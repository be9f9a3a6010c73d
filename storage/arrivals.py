"""What follows when something went: a card knows its message, and an agent's own words get a mark."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, or_, select

from core.messages import Call, Original
from storage import cards
from storage.batches import Batch
from storage.insertion import insert_new
from storage.outbox import ARRIVED, Departure
from storage.queries import ListQuery, Row
from storage.tables import outbox

MARKS = 1_000  # added to the ordinal of what went: no turn says as much

_FOLLOWED = ListQuery(
    select(outbox.c.id, outbox.c.card_id, outbox.c.call, outbox.c.conversation_id, outbox.c.version, outbox.c.ordinal).where(
        or_(outbox.c.card_id.is_not(None), outbox.c.purpose == "agent"),
        or_(*[outbox.c.status == each for each in ARRIVED]),  # a report of the platform may have come first, and say otherwise
    ),
    outbox.c.id,
)
_MARK = Batch(insert_new(outbox), Departure._fields)  # once, however often it is reported


def follow(connection: Connection, sent: Mapping[int, str | None], now: datetime) -> None:
    """`sent`: by outbox row, the channel's id of its message; None where nothing new was shown."""
    rows = _FOLLOWED(connection, sent)
    cards.stand(connection, {card_id: message for number, card_id, *_ in rows if card_id is not None and (message := sent[number])})
    _MARK(connection, [_mark(row, row[2].carries, now) for row in rows if row[2].carries is not None])


def _mark(row: Row, words: Original, now: datetime) -> Departure:
    *_, conversation_id, version, ordinal = row
    there, call = words.at, Call("mark", "", edits=words.message)
    return Departure(conversation_id, version, ordinal + MARKS, there.channel, there.account, there.address, "card", call, now)
