"""What spreadsheets say, put into the books: rows are found by their external ids, and only what differs is written."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, insert, select, update

from core.contracts import Status
from core.emails import email_key
from core.entries import PARTIES, CompanyEntry, ContractEntry, Entry, HomeEntry, IndividualEntry, SpeakerEntry
from storage import search
from storage.batches import Batch
from storage.contacts import match_key
from storage.tables import company, contact, contract, contract_party, home

Values = dict[str, Any]  # by column
Effect = Literal["new", "changed", "same"]
Key = tuple[str, str]  # name of a table, and an external id there


class Stored(NamedTuple):
    """A row of the books. `code` is None when no spreadsheet brought it."""

    id: int
    code: str | None
    values: Values


class Moment(NamedTuple):
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def end_of(self, day: date) -> datetime:
        return datetime.combine(day + timedelta(days=1), time(), self.zone).astimezone(self.now.tzinfo)


@dataclass(slots=True)
class Found:
    """What the books have of some entries."""

    known: dict[str, Stored]  # by code
    owners: dict[str, Stored]  # by what nobody shares
    ids: dict[Key, int]  # of what the entries name by code
    parties: dict[int, set[tuple[int, str]]] = field(default_factory=dict)  # contract → contact and role

    def of(self, noun: "Noun", entry: Entry) -> Stored | None:
        """The row that the entry means: the one of its code, else one that no spreadsheet brought and that has the same unique value."""
        owner = self.owners.get(noun.unique(entry) or "")
        return self.known.get(entry.code) or (owner if owner and owner.code is None else None)


class Unique(NamedTuple):
    """What no two rows share: the field, the column, and what an entry has there."""

    field: str
    column: str
    of: Callable[[Any], str | None]


class Noun:
    """One kind of entry, and its table.

    `row` gives the columns of which an entry says something, `refers` the tables of what its fields name by code. `fixed` columns are
    written only when the row is made.
    """

    def __init__(
        self,
        table: Table,
        row: Callable[[Any, Mapping[Key, int], Moment], Values],
        refers: Mapping[str, Table] | None = None,
        unique: Unique | None = None,
        fixed: tuple[str, ...] = (),
    ) -> None:
        columns = [each.name for each in table.c if each.name not in ("id", "external_id", *fixed)]
        self.name, self.row, self.refers = table.name, row, {name: each.name for name, each in (refers or {}).items()}
        self.key, self._key, self.unique = unique or Unique("code", "external_id", _nothing)
        self._columns = (*columns, *(name for name in fixed if name != "created_at"))
        self._fields, self._changing = ("external_id", *columns, *fixed), ("external_id", *columns)
        rows = select(table.c.id, table.c.external_id, *[table.c[name] for name in self._columns]).order_by(table.c.id)
        self._by_code = _locked_too(rows.where(table.c.external_id.in_(bindparam("keys", expanding=True))))
        self._by_key = _locked_too(rows.where(table.c[self._key].in_(bindparam("keys", expanding=True))))
        self._id = select(table.c.external_id, table.c.id).where(table.c.external_id.in_(bindparam("keys", expanding=True)))
        self._add = Batch(insert(table), self._fields)
        changes = update(table).where(table.c.id == bindparam("_id")).values({name: bindparam(name) for name in self._changing})
        self._set = Batch(changes, (*self._changing, "_id"))

    def by_codes(self, connection: Connection, codes: Collection[str], *, locked: bool) -> dict[str, Stored]:
        found = self._stored(connection.execute(self._by_code[locked], {"keys": list(codes)}))
        return {each.code: each for each in found if each.code is not None}

    def by_unique(self, connection: Connection, keys: Collection[str], *, locked: bool) -> dict[str, Stored]:
        found = self._stored(connection.execute(self._by_key[locked], {"keys": list(keys)})) if keys else ()
        return {each.values[self._key]: each for each in found}

    def ids(self, connection: Connection, codes: Collection[str]) -> Iterator[tuple[Key, int]]:
        for code, number in connection.execute(self._id, {"keys": list(codes)}) if codes else ():
            yield (self.name, code), number

    def add(self, connection: Connection, rows: Iterable[Values]) -> None:
        self._add(connection, [tuple(row.get(name) for name in self._fields) for row in rows])

    def set(self, connection: Connection, rows: Iterable[tuple[int, Values]]) -> None:
        self._set(connection, [(*(row[name] for name in self._changing), number) for number, row in rows])

    def _stored(self, rows: Iterable[Sequence[Any]]) -> Iterator[Stored]:
        for number, code, *values in rows:
            yield Stored(number, code, dict(zip(self._columns, values, strict=True)))


def _locked_too(rows: Select[Any]) -> tuple[Select[Any], Select[Any]]:
    """The same rows, and the same with a lock on each: what is about to be written must not change in between."""
    return rows, rows.with_for_update(key_share=True)


def _nothing(entry: Entry) -> None:
    """No value of the entry is its alone."""


# ── an entry as a row: only what it says ─────────────────────────────────────


def _company(entry: CompanyEntry, ids: Mapping[Key, int], moment: Moment) -> Values:
    return {"name": entry.company_name, "cnpj": entry.cnpj}


def _contact(entry: IndividualEntry | SpeakerEntry, ids: Mapping[Key, int], moment: Moment) -> Values:
    said = entry.model_dump(exclude={"code", "kind", "company"}, exclude_unset=True)
    if "email" in said:
        said["email_key"] = _email_key(entry)
    if "mobile" in said:
        said["mobile_key"] = entry.mobile and match_key(entry.mobile)
    company_id = ids[company.name, entry.company] if entry.company is not None else None
    return {**said, "kind": entry.kind, "company_id": company_id}


def _email_key(entry: IndividualEntry | SpeakerEntry) -> str | None:
    return entry.email and email_key(entry.email)


def _home(entry: HomeEntry, ids: Mapping[Key, int], moment: Moment) -> Values:
    address, unit = entry.place
    return {"address": address, "unit": unit, **({"city": entry.city or ""} if "city" in entry.model_fields_set else {})}


def _contract(entry: ContractEntry, ids: Mapping[Key, int], moment: Moment) -> Values:
    said: Values = {"home_id": ids[home.name, entry.home]}
    if "ended_on" in entry.model_fields_set:
        ended_at = moment.end_of(entry.ended_on) if entry.ended_on else None
        said |= {"ended_at": ended_at, "status": Status.ENDED if ended_at else Status.ACTIVE}
    return said


COMPANIES = Noun(company, _company, unique=Unique("cnpj", "cnpj", lambda entry: str(entry.cnpj)))
CONTACTS = Noun(contact, _contact, {"company": company}, Unique("email", "email_key", _email_key), ("kind", "created_at"))
HOMES = Noun(home, _home)
CONTRACTS = Noun(contract, _contract, {"home": home, **dict.fromkeys(PARTIES, contact)})
NOUNS = (COMPANIES, CONTACTS, HOMES, CONTRACTS)  # in the order in which they name each other
_NAMED = {noun.name: noun for noun in NOUNS}
_NEW: dict[str, Values] = {home.name: {"city": "", "zone": ""}, contract.name: {"status": Status.ACTIVE}}  # where nothing is said

# ── looking and writing ──────────────────────────────────────────────────────

_PARTIES = select(contract_party.c.contract_id, contract_party.c.contact_id, contract_party.c.role).where(
    contract_party.c.contract_id.in_(bindparam("contract_ids", expanding=True))
)
_PARTY = ("contract_id", "contact_id", "role")
_JOIN = Batch(insert(contract_party), _PARTY)
_LEAVE = Batch(
    delete(contract_party).where(and_(*[contract_party.c[name] == bindparam(f"_{name}") for name in _PARTY])),
    [f"_{name}" for name in _PARTY],
)


def named(noun: Noun, entry: Entry) -> Iterator[tuple[str, Key]]:
    """The field, the table and the code of each thing that an entry names."""
    for name, table in noun.refers.items():
        codes = getattr(entry, name)
        for code in (codes,) if isinstance(codes, str) else codes or ():
            yield name, (table, code)


def look(connection: Connection, noun: Noun, entries: Sequence[Entry], *, locked: bool = False) -> Found:
    """What the books have of the entries. `locked`: nobody else changes it before the end of the transaction."""
    keys = {key for entry in entries for _, key in named(noun, entry)}
    ids = dict(
        each
        for table in set(noun.refers.values())
        for each in _NAMED[table].ids(connection, [code for name, code in keys if name == table])
    )
    found = Found(
        noun.by_codes(connection, [entry.code for entry in entries], locked=locked),
        noun.by_unique(connection, [key for entry in entries if (key := noun.unique(entry))], locked=locked),
        ids,
    )
    if noun is CONTRACTS:
        found.parties = _parties_of(connection, [each.id for each in found.known.values()])
    return found


def _parties_of(connection: Connection, contract_ids: Sequence[int]) -> dict[int, set[tuple[int, str]]]:
    parties: dict[int, set[tuple[int, str]]] = {each: set() for each in contract_ids}
    for contract_id, contact_id, role in connection.execute(_PARTIES, {"contract_ids": contract_ids}):
        parties[contract_id].add((contact_id, role))
    return parties


def effect(noun: Noun, entry: Entry, found: Found, moment: Moment) -> Effect:
    """What writing the entry would do."""
    stored = found.of(noun, entry)
    if stored is None:
        return "new"
    is_same = stored.code == entry.code and _merged(noun, entry, stored, found, moment) == stored.values
    return "same" if is_same and not _moves(entry, stored, found) else "changed"


def _merged(noun: Noun, entry: Entry, stored: Stored, found: Found, moment: Moment) -> Values:
    return {**stored.values, **noun.row(entry, found.ids, moment)}


def _moves(entry: Entry, stored: Stored, found: Found) -> bool:
    return isinstance(entry, ContractEntry) and _parties(entry, stored.id, found) != found.parties[stored.id]


def _parties(entry: ContractEntry, contract_id: int, found: Found) -> set[tuple[int, str]]:
    """All that belong to a contract afterwards: a role of which the entry says nothing keeps its contacts."""
    said = {role: getattr(entry, name) or () for name, role in PARTIES.items() if name in entry.model_fields_set}
    kept = {(contact_id, role) for contact_id, role in found.parties.get(contract_id, ()) if role not in said}
    return kept | {(found.ids[contact.name, code], str(role)) for role, codes in said.items() for code in codes}


def write(connection: Connection, noun: Noun, entries: Sequence[Entry], moment: Moment, found: Found) -> Counter[Effect]:
    """Writes what is new and what differs; says how many of each. `found` was looked up in the same transaction."""
    by_effect: dict[Effect, list[Entry]] = {"new": [], "changed": [], "same": []}
    for entry in entries:
        by_effect[effect(noun, entry, found, moment)].append(entry)
    noun.add(connection, (_made(noun, entry, found, moment) for entry in by_effect["new"]))
    noun.set(connection, _changed(noun, by_effect["changed"], found, moment))
    if noun is CONTRACTS:
        _write_parties(connection, [each for each in (*by_effect["new"], *by_effect["changed"]) if isinstance(each, ContractEntry)], found)
    _index(connection, noun, [*by_effect["new"], *by_effect["changed"]])
    return Counter({name: len(some) for name, some in by_effect.items()})


def _index(connection: Connection, noun: Noun, written: Sequence[Entry]) -> None:
    """A company is found by the people who speak for it (R5)."""
    ids = [number for _, number in noun.ids(connection, [entry.code for entry in written])] if noun in (CONTACTS, COMPANIES) else []
    search.index(connection, search.speakers(connection, ids) if noun is COMPANIES else ids)


def _made(noun: Noun, entry: Entry, found: Found, moment: Moment) -> Values:
    return {**_NEW.get(noun.name, {}), **noun.row(entry, found.ids, moment), "external_id": entry.code, "created_at": moment.now}


def _changed(noun: Noun, entries: Iterable[Entry], found: Found, moment: Moment) -> Iterator[tuple[int, Values]]:
    for entry in entries:
        if stored := found.of(noun, entry):
            yield stored.id, {**_merged(noun, entry, stored, found, moment), "external_id": entry.code}


def _write_parties(connection: Connection, entries: Sequence[ContractEntry], found: Found) -> None:
    ids = dict(CONTRACTS.ids(connection, [entry.code for entry in entries]))
    new, gone = [], []
    for entry in entries:
        contract_id = ids[contract.name, entry.code]
        before, after = found.parties.get(contract_id, set()), _parties(entry, contract_id, found)
        new += [(contract_id, *party) for party in after - before]
        gone += [(contract_id, *party) for party in before - after]
    _LEAVE(connection, gone)
    _JOIN(connection, new)
