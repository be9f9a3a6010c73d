"""Alerts of dangers: written by the turns of a ticket's line, at most one of a ticket open."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from core.hazard_alerts import HazardAlert
from storage.batches import Batch
from storage.queries import Query
from storage.tables import hazard_alert

_FIELDS = HazardAlert.__struct_fields__
_NEW = _FIELDS[: _FIELDS.index("acknowledged_at")]
_LATER = ("kinds", "number", "words", "raised_at", "step", "acknowledged_at", "acknowledged_by", "ended_at", "ended_by")

_OPEN = Query(
    select(*(hazard_alert.c[name] for name in _FIELDS)).where(
        hazard_alert.c.ticket_id == bindparam("of_ticket"), hazard_alert.c.ended_at.is_(None)
    )
)
_ADD = Batch(insert(hazard_alert), _NEW)
_SET = Batch(
    update(hazard_alert).where(hazard_alert.c.id == bindparam("_id")).values({name: bindparam(name) for name in _LATER}),
    (*_LATER, "_id"),
)


def open_of(connection: Connection, ticket_id: int) -> HazardAlert | None:
    """The alert of this ticket that has not ended."""
    return next((HazardAlert(*row) for row in _OPEN(connection, of_ticket=ticket_id)), None)


def save(connection: Connection, alerts: Sequence[HazardAlert]) -> None:
    _ADD(connection, [tuple(getattr(each, name) for name in _NEW) for each in alerts if not each.id])
    _SET(connection, [(*(getattr(each, name) for name in _LATER), each.id) for each in alerts if each.id])
