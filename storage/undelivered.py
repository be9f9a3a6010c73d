"""What was said and did not arrive: told to the conversation that said it, in a row of its own line."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage import inbox
from storage.inbox import Arrival
from storage.records import encode
from storage.tables import outbox

OF_NO_TALK = "alert"  # purpose of what was meant for people of the agency, not for the customer

_SAID = select(outbox.c.conversation_id, outbox.c.purpose).where(outbox.c.id == bindparam("id"))


def tell(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """Once for each row of the outbox."""
    conversation_id, purpose = connection.execute(_SAID, {"id": outbox_id}).one()
    if purpose != OF_NO_TALK:
        body = encode({"reason": reason[: inbox.REASON_LENGTH], "dead": dead})
        inbox.put(connection, [Arrival(inbox.DELIVERY, "", str(outbox_id), conversation_id, "", body, now, now)])
