"""What was said and did not arrive: told to the conversation that said it, in a row of its own line."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select, update

from storage import inbox
from storage.inbox import Arrival
from storage.records import UtcDateTime, encode
from storage.tables import outbox

FOR_PEOPLE = ("alarm", "alert")  # purposes of what the agency's own people must hear: it is tried for as long as somebody may mend it
AGAIN = timedelta(minutes=1)
MOST = 24 * 60  # attempts: a day

_SAID = select(outbox.c.conversation_id, outbox.c.purpose).where(outbox.c.id == bindparam("id"))
_AGAIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("_id"), outbox.c.attempts < MOST)
    .values(status="queued", due_at=bindparam("at", type_=UtcDateTime), attempts=outbox.c.attempts + 1)
)


def tell(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """Once for each row of the outbox; what people of the agency must hear is tried again instead."""
    conversation_id, purpose = connection.execute(_SAID, {"id": outbox_id}).one()
    if purpose in FOR_PEOPLE:
        connection.execute(_AGAIN, {"_id": outbox_id, "at": now + AGAIN})
        return
    body = encode({"reason": reason[: inbox.REASON_LENGTH], "dead": dead})
    inbox.put(connection, [Arrival(inbox.DELIVERY, "", str(outbox_id), conversation_id, "", body, now, now)])
