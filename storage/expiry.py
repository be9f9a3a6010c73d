"""What comes too late to be sent: it ends as expired, and whoever said it is told."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select, update

from core.messages import CODE, SHUT
from storage import undelivered
from storage.records import UtcDateTime
from storage.tables import conversation, outbox

REASON = f"{SHUT}: not sent, for it came too late"
_is_free = (  # its person has written since
    select(conversation.c.id)
    .where(conversation.c.id == outbox.c.conversation_id, conversation.c.free_until > bindparam("now", type_=UtcDateTime))
    .exists()
)
_EXPIRE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.status == "queued", or_(outbox.c.purpose == CODE, ~_is_free))
    .values(status="expired", due_at=None, reason=REASON)
    .returning(outbox.c.id)
)


def expire(connection: Connection, ids: Collection[int], now: datetime) -> frozenset[int]:
    """Of these rows, whose time is over, those that shall not go. The others may: their person has opened the window again.

    No window makes a code live longer.
    """
    over = connection.scalars(_EXPIRE, {"ids": list(ids), "now": now}).all()
    for number in over:
        undelivered.tell(connection, number, REASON, now, dead=False)
    return frozenset(over)
