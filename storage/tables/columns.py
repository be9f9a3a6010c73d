"""What all tables are made of: keys, words, links, checks, partial indexes, and what stands in the JSON columns."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ColumnElement, ForeignKey, Identity, Integer, MetaData, Text

from core.answers import Answer
from core.conversations import OpenPrompt
from core.messages import Call, Command, Inbound, Undelivered
from core.standing import Standing
from storage.records import Json

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

IDS = range(1, 2**63)  # what both engines take as a key; somebody may type a longer one

# What stands in the JSON columns.
OPEN_PROMPT: Json[OpenPrompt] = Json(OpenPrompt)
ANSWERS: Json[dict[str, Answer]] = Json(dict[str, Answer])
SAID: Json[dict[str, Inbound]] = Json(dict[str, Inbound])
OWES: Json[tuple[tuple[str, dict[str, str]], ...]] = Json(tuple[tuple[str, dict[str, str]], ...])
WAIVED: Json[tuple[str, ...]] = Json(tuple[str, ...])
KINDS: Json[tuple[str, ...]] = Json(tuple[str, ...])
HAZARDS: Json[dict[str, datetime]] = Json(dict[str, datetime])
CALL: Json[Call] = Json(Call)
ACT: Json[Command] = Json(Command)
LOST: Json[Undelivered] = Json(Undelivered)
STANDING: Json[Standing] = Json(Standing)
BODY: Json[dict[str, Any]] = Json(dict[str, Any])
ANYTHING: Json[Any] = Json(Any)


def key() -> Column[int]:
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True)


def words(name: str, **more: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **more)


def link(name: str, column: Column[int], *, nullable: bool = False) -> Column[int]:
    return Column(name, ForeignKey(column), nullable=nullable)


def among(name: str, column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=name)


def where(condition: ColumnElement[bool]) -> dict[str, Any]:
    """Makes an index partial, on both engines."""
    return {"sqlite_where": condition, "postgresql_where": condition}
