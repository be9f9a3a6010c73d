"""Processes that serve one database: each has a row here while it lives, and what a dead one had in hand is known by its id."""

import secrets
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Integer, bindparam, cast, delete, func, select, update

from storage.insertion import insert_new
from storage.tables import process

# PostgreSQL: first half of the key of the advisory lock that a process holds while it lives; its id is the other. Any number of our own.
LOCK_SPACE = 1_768_842

_ENTER = insert_new(process)
_TAKE = update(process).where(process.c.id == bindparam("me")).values(in_hand=bindparam("inbox_id"))
_IN_HAND = select(process.c.in_hand).where(process.c.id.in_(bindparam("ids", expanding=True)), process.c.in_hand.is_not(None))
_LEAVE = delete(process).where(process.c.id.in_(bindparam("ids", expanding=True)))
_OTHERS = select(process.c.id).where(process.c.id != bindparam("me")).order_by(process.c.id)
_UNLOCKED = _OTHERS.where(func.pg_try_advisory_xact_lock(LOCK_SPACE, cast(process.c.id, Integer)))


def new_id() -> int:
    """The name of one run of a process; half the key of an advisory lock on PostgreSQL, so 31 bits."""
    return secrets.randbits(31)


def enter(connection: Connection, me: int) -> None:
    """To be called again after a connection was lost: others may have thought us dead."""
    connection.execute(_ENTER[connection.dialect.name], {"id": me})


def take(connection: Connection, me: int, inbox_id: int) -> None:
    """This process is about to take that row alone; it stands here until the next one, also when it is done."""
    connection.execute(_TAKE, {"me": me, "inbox_id": inbox_id})


def in_hand(connection: Connection, ids: Collection[int]) -> Sequence[int]:
    """The inbox rows that these processes took alone last."""
    return connection.scalars(_IN_HAND, {"ids": list(ids)}).all()


def leave(connection: Connection, ids: Collection[int]) -> None:
    """These have nothing in hand any more."""
    connection.execute(_LEAVE, {"ids": list(ids)})


def missing(connection: Connection, me: int) -> frozenset[int]:
    """Processes that did not leave and do not live.

    On SQLite all others, for one process serves a file. On PostgreSQL those whose lock is free; it is held until the end of this
    transaction, so that one process alone looks after each of them.
    """
    statement = _OTHERS if connection.dialect.name == "sqlite" else _UNLOCKED
    return frozenset(connection.scalars(statement, {"me": me}))
