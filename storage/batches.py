"""One statement for many rows, compiled once for each engine and then handed to the driver as it stands.

SQLAlchemy's own executemany looks at every value of every row by name; for the rows of a turn that took as long as all the rest of
writing them (decision 0204).
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Delete, Dialect, Insert, Update

from storage.insertion import ByDialect
from storage.records import Conversion, to_driver

Row = Sequence[Any]  # values in the order of the batch's fields


class _Compiled(NamedTuple):
    sql: str
    conversions: Sequence[tuple[int, Conversion]]  # place of a field, and how its values become the driver's
    constants: tuple[Any, ...]  # values that the statement itself brings along
    places: Sequence[int]  # of fields and constants, in the order in which the statement names them
    as_given: bool  # rows go to the driver as they are


class Batch:
    """`batch(connection, rows)`: a row is a tuple with a value for each of `fields`, the names of the statement's parameters."""

    def __init__(self, statement: Insert | Update | Delete | ByDialect, fields: Sequence[str]) -> None:
        self._statement, self._fields = statement, tuple(fields)
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Writes nothing when there are no rows. Raises `ValueError` when one is longer than another."""
        if not rows:
            return
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name) or self._compile(dialect)
        connection.exec_driver_sql(compiled.sql, _values(compiled, rows))

    def _compile(self, dialect: Dialect) -> _Compiled:
        """Raises `LookupError` when the statement names what is no field, or a field is never used."""
        statement = self._statement[dialect.name] if isinstance(self._statement, Mapping) else self._statement
        compiled = statement.compile(dialect=dialect, column_keys=self._fields)
        names: list[str] = list(compiled.positiontup or ())
        given = {name: value for name, value in compiled.params.items() if name not in self._fields}
        if None in given.values() or not set(self._fields) <= set(names):
            raise LookupError(f"fields {self._fields} do not fit parameters {names}")
        places = {name: place for place, name in enumerate((*self._fields, *given))}
        conversions = [(places[name], convert) for name in self._fields if (convert := to_driver(compiled.binds[name].type, dialect))]
        order = [places[name] for name in names]
        as_given = not conversions and order == [*range(len(self._fields))]
        self._compiled[dialect.name] = made = _Compiled(str(compiled), conversions, tuple(given.values()), order, as_given)
        return made


def _values(compiled: _Compiled, rows: Sequence[Row]) -> Sequence[Row]:
    """Column by column: what is done to a value costs no look-up of its own. Raises `ValueError` when rows are not of one length."""
    if compiled.as_given and {*map(len, rows)} == {len(compiled.places)}:
        return rows
    columns: list[Sequence[Any]] = [*zip(*rows, strict=True), *((value,) * len(rows) for value in compiled.constants)]
    for place, convert in compiled.conversions:
        columns[place] = [*map(convert, columns[place])]
    return [*zip(*[columns[place] for place in compiled.places], strict=True)]
