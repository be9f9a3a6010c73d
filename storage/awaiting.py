"""Whether somebody who wrote still waits for what we say to it."""

from sqlalchemy import Connection, bindparam, literal_column, select

from core.messages import Address
from storage.queries import Query
from storage.tables import inbox, outbox

_UNHEARD = Query(
    select(inbox.c.id).where(
        inbox.c.external_id == bindparam("message"),
        inbox.c.channel == bindparam("channel"),
        inbox.c.account == bindparam("account"),
        inbox.c.done_at.is_(None),
    )
)
_GOING = Query(
    select(outbox.c.id)
    .where(
        outbox.c.address == bindparam("address"),
        outbox.c.channel == bindparam("channel"),
        outbox.c.account == bindparam("account"),
        outbox.c.due_at.is_not(None),
    )
    .limit(literal_column("1"))
)


def is_awaited(connection: Connection, at: Address, message: str) -> bool:
    """Its turn has not been taken, or what that said has not gone yet. Where a person has the talk, it is enough that it was heard."""
    unheard = _UNHEARD(connection, message=message, channel=at.channel, account=at.account)
    return bool(unheard or _GOING(connection, address=at.address, channel=at.channel, account=at.account))
