"""Records: what passes between the parts of the house. Frozen, they change by a copy."""

from typing import dataclass_transform

from msgspec import Struct, field
from msgspec.structs import replace as evolve

__all__ = ["Record", "evolve", "field"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, gc=False, omit_defaults=True):
    """Made, copied, compared and written as JSON by msgspec in C; a field that has its default is not written (decision 0301).

    A record holds values and other records, never what holds it: the garbage collector passes it by.
    """
