"""One statement for many rows, compiled once for each engine and then handed to the driver as it stands.

SQLAlchemy's own executemany looks at every value of every row by name; for the rows of a turn that took as long as all the rest of
writing them (decision 0204).
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Update

from storage.insertion import ByDialect

Row = Sequence[Any]  # values in the order of the batch's fields


class _Compiled(NamedTuple):
    sql: str
    processes: Sequence[tuple[int, Callable[[Any], Any]]]  # place in the row, and how its value becomes one of the driver's
    constants: tuple[Any, ...]  # values that the statement itself brings along
    ordered: Callable[[Row], Row]  # row and constants → the order in which the statement names them


class Batch:
    """`batch(connection, rows)`: a row is a tuple with a value for each of `fields`, the names of the statement's parameters."""

    def __init__(self, statement: Insert | Update | ByDialect, fields: Sequence[str]) -> None:
        self._statement, self._fields = statement, tuple(fields)
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Writes nothing when there are no rows."""
        if not rows:
            return
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name) or self._compile(dialect)
        connection.exec_driver_sql(compiled.sql, [_values(compiled, row) for row in rows])

    def _compile(self, dialect: Dialect) -> _Compiled:
        """Raises `LookupError` when the statement names what is no field, or a field is never used."""
        statement = self._statement[dialect.name] if isinstance(self._statement, Mapping) else self._statement
        compiled = statement.compile(dialect=dialect, column_keys=self._fields)
        names: list[str] = list(compiled.positiontup or ())
        given = {name: value for name, value in compiled.params.items() if name not in self._fields}
        if None in given.values() or not set(self._fields) <= set(names):
            raise LookupError(f"fields {self._fields} do not fit parameters {names}")
        places = {name: place for place, name in enumerate((*self._fields, *given))}
        processes = [(places[name], process) for name in self._fields if (process := _process(compiled.binds[name].type, dialect))]
        self._compiled[dialect.name] = made = _Compiled(
            str(compiled), processes, tuple(given.values()), itemgetter(*[places[name] for name in names])
        )
        return made


def _process(kind: Any, dialect: Dialect) -> Callable[[Any], Any] | None:
    process: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return process


def _values(compiled: _Compiled, row: Row) -> Row:
    values = [*row, *compiled.constants]
    for place, process in compiled.processes:
        values[place] = process(values[place])
    return compiled.ordered(values)
