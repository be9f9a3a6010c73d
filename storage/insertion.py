"""INSERT … ON CONFLICT, which both engines have but SQLAlchemy keeps in each dialect: statements by the dialect's name."""

from collections.abc import Mapping

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

ByDialect = Mapping[str, Insert]


def insert_new(table: Table) -> ByDialect:
    """A row whose key is taken is left out, in silence."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }


def insert_or_set(table: Table, *columns: str) -> ByDialect:
    """A row whose primary key is taken gets these columns anew."""
    key = list(table.primary_key.columns)
    lite, post = sqlite.insert(table), postgresql.insert(table)
    return {
        "sqlite": lite.on_conflict_do_update(index_elements=key, set_={name: lite.excluded[name] for name in columns}),
        "postgresql": post.on_conflict_do_update(index_elements=key, set_={name: post.excluded[name] for name in columns}),
    }


def insert_or_add(table: Table, key: str, column: str) -> ByDialect:
    """Of a row whose `key` is taken, the `column` grows by what the new one has there."""
    lite, post = sqlite.insert(table), postgresql.insert(table)
    return {
        "sqlite": lite.on_conflict_do_update(index_elements=[key], set_={column: table.c[column] + lite.excluded[column]}),
        "postgresql": post.on_conflict_do_update(index_elements=[key], set_={column: table.c[column] + post.excluded[column]}),
    }
