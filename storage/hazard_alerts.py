"""Alerts of dangers: written by the turns of a ticket's line, at most one of a ticket open."""

from collections.abc import Sequence
from operator import attrgetter

from sqlalchemy import Connection, bindparam, insert, select, update

from core.hazard_alerts import HazardAlert
from storage.batches import Batch
from storage.queries import Query
from storage.tables import hazard_alert

_FIELDS = HazardAlert.__struct_fields__
_KEPT = tuple(name for name in _FIELDS if name != "id")
_kept = attrgetter(*_KEPT)

_OPEN = Query(
    select(*(hazard_alert.c[name] for name in _FIELDS)).where(
        hazard_alert.c.ticket_id == bindparam("of_ticket"), hazard_alert.c.ended_at.is_(None)
    )
)
_ADD = Batch(insert(hazard_alert), _KEPT)
_SET = Batch(
    update(hazard_alert).where(hazard_alert.c.id == bindparam("_id")).values({name: bindparam(name) for name in _KEPT}),
    (*_KEPT, "_id"),
)


def open_of(connection: Connection, ticket_id: int) -> HazardAlert | None:
    """The alert of this ticket that has not ended."""
    return next((HazardAlert(*row) for row in _OPEN(connection, of_ticket=ticket_id)), None)


def save(connection: Connection, alerts: Sequence[HazardAlert]) -> None:
    """What has ended first, since a new one of the same ticket may follow it."""
    _SET(connection, [(*_kept(each), each.id) for each in alerts if each.id])
    _ADD(connection, [_kept(each) for each in alerts if not each.id])
