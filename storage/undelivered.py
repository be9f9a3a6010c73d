"""What was said and did not arrive: told to the conversation whose turn said it, in a row of its own line."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage import inbox, outbox
from storage.inbox import Arrival
from storage.records import encode
from storage.tables import outbox as table

_MAY_BE_MENDED = ("alarm", "alert")  # chats of the agency's people, which somebody may open again
_SAID = select(table.c.conversation_id, table.c.purpose, table.c.ticket_id).where(table.c.id == bindparam("id"))


def tell(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """Once for each row of the outbox; what people of the agency must hear in a chat is tried again instead."""
    conversation_id, purpose, ticket_id = connection.execute(_SAID, {"id": outbox_id}).one()
    if purpose in _MAY_BE_MENDED:
        outbox.again_for_people(connection, [outbox_id], now)
        return
    body = encode({"reason": reason[: inbox.REASON_LENGTH], "dead": dead, "ring": ticket_id if purpose == "ring" else 0})
    inbox.put(connection, [Arrival(inbox.DELIVERY, "", str(outbox_id), conversation_id, "", body, now, now)])
