"""The one way in which records become JSON and come back; and times that are UTC on both engines."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

SQLITE: Final = "sqlite"  # the name of the dialect that keeps times as text
MOMENTS = 256  # times whose text is remembered: the rows of one batch share a few


def _plain(value: Any) -> str:
    """Text of a class of its own (words of the catalogue) is stored as text; anything else is no record."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"a {type(value).__name__} is no record")


_encode: Final = msgspec.json.Encoder(enc_hook=_plain).encode


def encode(value: Any) -> str:
    """The JSON text of a record or of plain values. Raises `UnicodeEncodeError` on half a surrogate pair."""
    return _encode(value).decode()


T = TypeVar("T")
Conversion = Callable[[Any], Any]


def to_driver(kind: TypeEngine[Any], dialect: Dialect) -> Conversion | None:
    """How values of a column become the driver's. Our own types say it themselves: their wrapper costs more than what it does."""
    if isinstance(kind, Json | UtcDateTime):
        return kind.to_driver(dialect)
    return kind.dialect_impl(dialect).bind_processor(dialect)


def from_driver(kind: TypeEngine[Any], dialect: Dialect) -> Conversion | None:
    """How the driver's values become those of a column."""
    if isinstance(kind, Json | UtcDateTime):
        return kind.from_driver(dialect)
    return kind.dialect_impl(dialect).result_processor(dialect, None)


class Json(TypeDecorator[T]):
    """Text that holds one record of the given kind. NULL is None; an empty record is written out.

    `decode` is public because the hot queries read the text as it stands: then one row that cannot be read is the fault of one
    conversation, and not of the whole batch.
    """

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self.decode = msgspec.json.Decoder(kind).decode

    def to_driver(self, dialect: Dialect) -> Conversion:
        return _text

    def from_driver(self, dialect: Dialect) -> Conversion:
        return self._record

    def _record(self, value: str | None) -> T | None:
        return None if value is None else self.decode(value)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        return _text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        return self._record(value)


def _text(value: Any) -> str | None:
    return None if value is None else _encode(value).decode()


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC on both engines; on SQLite it is ISO text of one width, which sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == SQLITE else DateTime(timezone=True)

    def to_driver(self, dialect: Dialect) -> Conversion:
        return _iso if dialect.name == SQLITE else _aware_or_none

    def from_driver(self, dialect: Dialect) -> Conversion:
        return _from_iso if dialect.name == SQLITE else _in_utc

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Raises `ValueError` for a naive time: nobody knows what it means."""
        return self.to_driver(dialect)(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        moment: datetime | None = self.from_driver(dialect)(value)
        return moment


def _iso(value: datetime | None) -> str | None:
    if value is None:
        return None
    # Only of UTC may a text be remembered: an hour that a zone has twice is equal to itself.
    return _utc_iso(value) if value.tzinfo is UTC else _utc_iso(_aware(value).astimezone(UTC))


@lru_cache(MOMENTS)
def _utc_iso(value: datetime) -> str:
    return value.isoformat(timespec="microseconds")


def _from_iso(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _aware_or_none(value: datetime | None) -> datetime | None:
    return None if value is None else _aware(value)


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"naive time {value!r}")
    return value


def _in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)
