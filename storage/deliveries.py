"""What platforms report of messages that were sent: once or again, in any order, also before the send itself has ended (F6)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection, bindparam, null, select, update

from core.messages import CODE, Delivery, Outcome, Part
from storage import arrivals, pacing, repetition, standing, undelivered
from storage.batches import Batch
from storage.outbox import ARRIVED, blank
from storage.queries import ListQuery
from storage.tables import outbox as table

# A report only ever raises it: what was delivered is not merely sent, and what arrived did not fail.
RANKS: Mapping[str, int] = {
    "queued": 0,
    "cancelled": 0,
    "expired": 0,
    "sending": 1,
    "unknown": 1,
    "sent": 2,
    "failed": 3,
    "delivered": 4,
    "read": 5,
}


class _Row(Struct):
    """One message as it stands, and as the reports of this batch leave it."""

    id: int
    channel: str
    account: str
    was: str
    attempts: int
    external_id: str | None
    due_at: datetime | None
    purpose: str
    refused: str | None  # why the platform refuses all of its account
    status: str = ""
    outcome: Outcome | None = None

    @property
    def attempt(self) -> int:
        """Which send of it was the last."""
        return self.attempts if self.was == "unknown" else self.attempts + 1

    @property
    def was_given_up(self) -> bool:
        """Nobody knew, and no report was waited for any more."""
        return self.was == "unknown" and self.due_at is None


_SENT = (
    select(
        table.c.id,
        table.c.channel,
        table.c.account,
        table.c.status,
        table.c.attempts,
        table.c.external_id,
        table.c.due_at,
        table.c.purpose,
        pacing.WHOLE.c.reason,
    )
    .join(pacing.WHOLE, pacing.is_whole(table), isouter=True)
    .order_by(table.c.id)
    .with_for_update(key_share=True, of=table)
)
_BY_ID = ListQuery(_SENT, table.c.id)
_BY_MESSAGE = ListQuery(_SENT.where(table.c.external_id.is_not(None)), table.c.external_id)
_RAISE = Batch(update(table).where(table.c.id == bindparam("_id")).values(status=bindparam("status")), ("_id", "status"))  # no index
_NOTE = Batch(
    update(table)
    .where(table.c.id == bindparam("_id"))
    .values(status=bindparam("status"), external_id=bindparam("external_id"), reason=bindparam("reason"), due_at=null()),
    ("_id", "status", "external_id", "reason"),
)


def note(connection: Connection, parts: Sequence[Part], now: datetime) -> bool:
    """Notes what these report. What arrived is not sent again; what failed, or came after all, is told where it was said.

    Returns whether anything was told.
    """
    reports = [(part, part.delivery) for part in parts if part.delivery is not None]
    if not reports:
        return False
    rows = _rows(connection, [each for _, each in reports])
    for part, delivery in reports:
        row = rows.get(delivery.outbox_id or delivery.external_id)
        if row is not None and (row.channel, row.account) == (part.channel, part.account) and _is_news(row, delivery):
            row.status, row.outcome = delivery.state, delivery.outcome
            row.external_id = row.external_id or delivery.external_id
    changed = {row.id: row for row in rows.values() if row.status}
    _write(connection, changed.values())
    came = {row.id: row.external_id for row in changed.values() if row.status in ARRIVED and row.was not in ARRIVED}
    arrivals.follow(connection, came, now)
    late = [row.id for row in changed.values() if row.id in came and row.was_given_up]
    undelivered.tell_arrived(connection, late, now)
    for row in changed.values():
        if row.refused is not None and row.status in ARRIVED:
            standing.resume(connection, row.id, now)
    failed = [row for row in changed.values() if row.status == "failed"]
    told = sum(_fail(connection, row, now) for row in failed) + len(late)
    blank(connection, [row.id for row in changed.values() if row.purpose == CODE])
    return told > 0


def _write(connection: Connection, changed: Collection[_Row]) -> None:
    """Of most nothing is new but that they were delivered and read."""
    is_known = {row.id: row.was in ARRIVED and row.status in ARRIVED for row in changed}
    _RAISE(connection, [(row.id, row.status) for row in changed if is_known[row.id]])
    news = [row for row in changed if not is_known[row.id]]
    _NOTE(connection, [(row.id, row.status, row.external_id, row.outcome and row.outcome.reason) for row in news])


def _rows(connection: Connection, deliveries: Collection[Delivery]) -> dict[int | str, _Row]:
    """By our own number of the message, or where a report has none, by the platform's."""
    by_id = {each.outbox_id for each in deliveries if each.outbox_id}
    by_message = {each.external_id for each in deliveries if not each.outbox_id}
    found: dict[int | str, _Row] = {row[0]: _Row(*row) for row in _BY_ID(connection, by_id)}
    for each in _BY_MESSAGE(connection, by_message):
        row = found.setdefault(each[0], _Row(*each))
        found[str(row.external_id)] = row
    return found


def _is_news(row: _Row, delivery: Delivery) -> bool:
    """Of an earlier send only that it arrived is news: that it failed was the reason of the next one."""
    is_earlier = delivery.attempt is not None and delivery.attempt < row.attempt
    is_another = not is_earlier and row.external_id not in (None, delivery.external_id)  # its number stood for another message once
    if is_another or (is_earlier and delivery.state == "failed"):
        return False
    return RANKS[delivery.state] > RANKS[row.status or row.was]


def _fail(connection: Connection, row: _Row, now: datetime) -> bool:
    """What may go later does; the send of which the answer has not come yet is left alone. Returns whether it was told instead."""
    outcome = row.outcome or Outcome("failed")
    waits = timedelta(seconds=outcome.after_seconds)
    if outcome.do == "hold":
        standing.hold(connection, row.id, outcome, now + waits, now, is_reported=True)
    elif outcome.pauses_account:
        pacing.hold(connection, row.id, now + waits)
    may_go = outcome.do in ("again", "hold") and row.was != "sending"
    if may_go and repetition.again_after_failure(connection, row.id, now + waits, is_held=outcome.do == "hold"):
        return False
    repetition.fail(connection, row.id, outcome.reason, now, dead=outcome.dead_address)
    return True
