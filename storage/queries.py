"""A query compiled once for each engine, whose rows are plain tuples: for what every turn reads (decision 0207), or every talk."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, CompoundSelect, Connection, Dialect, Select, bindparam
from sqlalchemy.sql.dml import ReturningInsert

from storage.records import Conversion, from_driver, to_driver

Row = tuple[Any, ...]
Statement = Select[Any] | CompoundSelect[Any] | ReturningInsert[Any]


class _Compiled(NamedTuple):
    sql: str
    parameters: Sequence[tuple[str, Conversion | None]]  # names in the order of the statement, and how the driver wants their values
    constants: dict[str, Any]  # values that the statement itself brings along
    columns: Sequence[tuple[int, Conversion]]  # places of the columns whose values are not the driver's own


class Query:
    """`query(connection, now=…)`, for a statement without lists of values."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, connection: Connection, **values: Any) -> list[Row]:
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            self._compiled[dialect.name] = compiled = _compile(self._statement, dialect)
        return _rows(connection, compiled, values)


class ListQuery:
    """`query(connection, ids, now=…)`: the rows whose `column` has one of these values; there may be none, or one twice."""

    def __init__(self, statement: Select[Any], column: Column[Any]) -> None:
        self._statement, self._column = statement, column
        self._compiled: dict[tuple[str, int], _Compiled] = {}

    def __call__(self, connection: Connection, listed: Collection[Any], **values: Any) -> list[Row]:
        if not listed:
            return []
        dialect, size = connection.dialect, _size(len(listed))
        compiled = self._compiled.get((dialect.name, size))
        if compiled is None:
            self._compiled[dialect.name, size] = compiled = _compile(self._for(size), dialect)
        *_, last = listed
        return _rows(connection, compiled, values | dict(zip(_names(size), (*listed, *[last] * (size - len(listed))), strict=True)))

    def narrowed(self, condition: ColumnElement[bool]) -> "ListQuery":
        """The same query, of fewer rows."""
        return ListQuery(self._statement.where(condition), self._column)

    def _for(self, size: int) -> Select[Any]:
        return self._statement.where(self._column.in_([bindparam(name, type_=self._column.type) for name in _names(size)]))


def _size(count: int) -> int:
    """The next power of two: lists of every length would each be a statement of its own."""
    return 1 << (count - 1).bit_length()


def _names(size: int) -> list[str]:
    return [f"listed_{number}" for number in range(size)]


def _compile(statement: Statement, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect)
    columns = [(place, from_driver(column.type, dialect)) for place, column in enumerate(statement.exported_columns)]
    return _Compiled(
        str(compiled),
        [(name, to_driver(compiled.binds[name].type, dialect)) for name in compiled.positiontup or ()],
        {name: value for name, value in compiled.params.items() if value is not None},
        [(place, convert) for place, convert in columns if convert is not None],
    )


def _rows(connection: Connection, compiled: _Compiled, values: dict[str, Any]) -> list[Row]:
    values = compiled.constants | values
    given = [values[name] if convert is None else convert(values[name]) for name, convert in compiled.parameters]
    result = connection.exec_driver_sql(compiled.sql, tuple(given))
    rows: list[Any] = [*result.cursor.fetchall()]
    result.close()
    return _converted(rows, compiled.columns) if rows and compiled.columns else rows


def _converted(rows: list[Row], columns: Sequence[tuple[int, Conversion]]) -> list[Row]:
    table: list[Sequence[Any]] = [*zip(*rows, strict=True)]
    for place, convert in columns:
        table[place] = [*map(convert, table[place])]
    return [*zip(*table, strict=True)]
