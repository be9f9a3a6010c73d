"""What was said and did not arrive: told to the conversation that said it, in a row of its own line."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage import inbox
from storage.inbox import Arrival
from storage.outbox import AGAIN_FOR_PEOPLE, ATTEMPTS_FOR_PEOPLE, FOR_PEOPLE
from storage.records import UtcDateTime, encode
from storage.tables import outbox

_SAID = select(outbox.c.conversation_id, outbox.c.purpose).where(outbox.c.id == bindparam("id"))
_AGAIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("_id"), outbox.c.attempts < ATTEMPTS_FOR_PEOPLE)
    .values(status="queued", due_at=bindparam("at", type_=UtcDateTime), attempts=outbox.c.attempts + 1)
)


def tell(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """Once for each row of the outbox; what people of the agency must hear is tried again instead."""
    conversation_id, purpose = connection.execute(_SAID, {"id": outbox_id}).one()
    if purpose in FOR_PEOPLE:
        connection.execute(_AGAIN, {"_id": outbox_id, "at": now + AGAIN_FOR_PEOPLE})
        return
    body = encode({"reason": reason[: inbox.REASON_LENGTH], "dead": dead})
    inbox.put(connection, [Arrival(inbox.DELIVERY, "", str(outbox_id), conversation_id, "", body, now, now)])
