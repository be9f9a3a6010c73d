"""Frozen records change by a copy."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

RecordT = TypeVar("RecordT")
Slot = tuple[str, Callable[[Any], Any], Callable[[Any, Any], None]]


def evolve(record: RecordT, **changes: Any) -> RecordT:
    """`dataclasses.replace` for records with slots and without `__post_init__`, in half the time: it was a fifth of a turn.

    Raises TypeError for a field that the record has not.
    """
    kind: Any = type(record)
    copy = object.__new__(kind)
    for name, read, write in _slots(kind):
        write(copy, changes.pop(name) if name in changes else read(record))
    if changes:
        raise TypeError(f"{kind.__name__} has no {', '.join(changes)}")
    return copy  # type: ignore[no-any-return]


@cache
def _slots(record: type[Any]) -> tuple[Slot, ...]:
    """Each field with its slot's own accessors, which pass by the frozen `__setattr__`."""
    slots = [(field.name, vars(record)[field.name]) for field in fields(record)]
    return tuple((name, slot.__get__, slot.__set__) for name, slot in slots)
