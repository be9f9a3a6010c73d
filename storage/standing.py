"""How our accounts stand with their platforms: what our people are to hear goes into a line of our own, to be told in a turn of its own."""

from datetime import datetime

from sqlalchemy import Connection

from core.messages import Outcome, Part
from core.standing import Standing
from storage import identities, inbox, pacing
from storage.identities import Key
from storage.inbox import Arrival
from storage.records import encode

HOUSE = Key("house", "house", inbox.STANDING, "")  # leads to the one conversation in which nobody writes


def report(connection: Connection, it: Standing, key: str, now: datetime) -> None:
    """Once for each `key` of that account."""
    name = f"{it.channel}:{it.account}:{key}"
    inbox.put(connection, [Arrival(inbox.STANDING, "", name, _line(connection), "", encode(it), now, now)])


def _line(connection: Connection) -> int:
    known, _ = identities.lock_known(connection, [HOUSE])
    if HOUSE in known:
        return known[HOUSE].conversation_id
    talk = identities.begin(connection, Part(HOUSE.channel, HOUSE.account, "", {}))
    identities.add(connection, {HOUSE: talk.conversation_id})
    return talk.conversation_id


def hold(connection: Connection, outbox_id: int, outcome: Outcome, until: datetime, now: datetime, *, is_reported: bool = False) -> None:
    """The account of this row is refused. Told when that begins, and not again before it is over (F23).

    `is_reported`: the message had been taken; only one that arrives shows that it is over.
    """
    if pacing.hold(connection, outbox_id, until, f"{pacing.REPORTED if is_reported else ''}{outcome.reason}"):
        channel, account = pacing.account_of(connection, outbox_id)
        report(
            connection, Standing(channel, account, "held", outcome.cause, outcome.reason), f"held:{outbox_id}:{now.timestamp():.0f}", now
        )


def resume(connection: Connection, outbox_id: int, now: datetime) -> None:
    """This row has gone: its account is refused no longer."""
    if pacing.resume(connection, outbox_id):
        channel, account = pacing.account_of(connection, outbox_id)
        report(connection, Standing(channel, account, "resumed"), f"resumed:{outbox_id}", now)
