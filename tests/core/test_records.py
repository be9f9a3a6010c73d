"""Records change by a copy: the same as `dataclasses.replace` gives."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.conversations import Conversation, Option
from core.messages import Inbound
from core.records import evolve
from core.tickets import Status, Ticket

RECORDS = (
    (Ticket(1, state="individual.cpf", owes=(("noted", {}),)), {"status": Status.OPEN, "submitted_at": datetime(2026, 1, 1, tzinfo=UTC)}),
    (Conversation(1, "console"), {"version": 2, "ticket_id": 5}),
    (Inbound(1, "oi"), {"text": "olá"}),
    (Option("yes"), {"label": "Sim"}),
)


@pytest.mark.parametrize("record, changes", RECORDS)
def test_it_is_a_changed_copy(record: Ticket, changes: dict[str, object]) -> None:
    before = replace(record)
    assert evolve(record, **changes) == replace(record, **changes)  # type: ignore[arg-type]
    assert evolve(record) == record
    assert evolve(record) is not record
    assert record == before


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        evolve(Option("yes"), colour="red")
