"""Records are frozen, change by a copy, and bring no cycle into memory."""

from datetime import UTC, datetime
from typing import Any

import pytest

from core.conversations import Conversation, Option
from core.messages import Inbound
from core.records import Record, evolve
from core.tickets import Status, Ticket

RECORDS: tuple[tuple[Record, dict[str, Any]], ...] = (
    (Ticket(1, state="individual.cpf", owes=(("noted", {}),)), {"status": Status.OPEN, "submitted_at": datetime(2026, 1, 1, tzinfo=UTC)}),
    (Conversation(1, "console"), {"version": 2, "ticket_id": 5}),
    (Inbound(1, "oi"), {"text": "olá"}),
    (Option("yes"), {"label": "Sim"}),
)


def values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


@pytest.mark.parametrize("record, changes", RECORDS)
def test_it_is_a_changed_copy(record: Record, changes: dict[str, Any]) -> None:
    before = values(record)
    assert evolve(record, **changes) == type(record)(**before | changes)
    assert evolve(record) == record
    assert evolve(record) is not record
    assert values(record) == before


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        evolve(Option("yes"), colour="red")


def test_a_record_never_changes() -> None:
    with pytest.raises(AttributeError):
        Option("yes").label = "Sim"  # type: ignore[misc]


def test_each_record_has_containers_of_its_own() -> None:
    assert Ticket(1).answers is not Ticket(2).answers
