"""The one way in which records become JSON and come back; and times that are UTC on both engines."""

from datetime import UTC, datetime
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

SQLITE: Final = "sqlite"  # the name of the dialect that keeps times as text


def _plain(value: Any) -> str:
    """Text of a class of its own (words of the catalogue) is stored as text; anything else is no record."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"a {type(value).__name__} is no record")


_encode: Final = msgspec.json.Encoder(enc_hook=_plain).encode


def encode(value: Any) -> str:
    """The JSON text of a record (a frozen dataclass) or of plain values. Raises `UnicodeEncodeError` on half a surrogate pair."""
    return _encode(value).decode()


T = TypeVar("T")


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

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        return None if value is None else _encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        return None if value is None else self.decode(value)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC on both engines; on SQLite it is ISO text of one width, which sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == SQLITE else DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Raises `ValueError` for a naive time: nobody knows what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value!r}")
        return value.astimezone(UTC).isoformat(timespec="microseconds") if dialect.name == SQLITE else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return datetime.fromisoformat(value) if dialect.name == SQLITE else value.astimezone(UTC)
