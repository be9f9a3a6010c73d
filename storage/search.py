"""Contacts by what somebody knows of them: an index of tokens, written with the contact and read rarest word first (decision 0601)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Engine, and_, bindparam, delete, exists, func, insert, or_, select, text, union_all

from core.contacts import Contact
from core.found import Found, Terms, nearest_first
from core.search import Query as Wanted
from core.search import conditions
from core.search_tokens import WORDS_FROM, Condition, tokens_of
from core.sounds import sound
from core.vocabulary import Vocabulary
from storage.batches import Batch
from storage.contact_rows import CONTACTS
from storage.insertion import insert_or_add
from storage.queries import ListQuery, Query
from storage.records import SQLITE
from storage.tables import TOKEN, contact, search_term, search_token

NEAREST = 3  # tokens that are asked for first: a word as nome, as sobrenome and as a company's
CANDIDATES = 300  # contacts that are looked at; who is found by more should say more
PAGE = 8  # rows
INDEX_LOCK = 1_768_842_351  # key of the advisory lock on PostgreSQL; any number of our own
REBUILD_ROWS = 1_000  # contacts that are indexed together
OWN = 12  # tokens of a contact, about: to look through these is less than to ask for more than so many

# ── writing ──────────────────────────────────────────────────────────────────

_CONTACTS = ListQuery(CONTACTS, contact.c.id)
_AFTER = Query(CONTACTS.where(contact.c.id > bindparam("last")).order_by(contact.c.id).limit(bindparam("rows")))
_TOKENS = ListQuery(select(search_token.c.contact_id, search_token.c.token), search_token.c.contact_id)
_SPEAKERS = ListQuery(select(contact.c.id), contact.c.company_id)
_ADD = Batch(insert(search_token), ("contact_id", "token"))
_REMOVE = Batch(
    delete(search_token).where(search_token.c.contact_id == bindparam("_contact_id"), search_token.c.token == bindparam("_token")),
    ("_contact_id", "_token"),
)
_COUNT = Batch(insert_or_add(search_term, "token", "frequency"), ("token", "sound", "frequency"))
_LOCK = select(func.pg_advisory_xact_lock(INDEX_LOCK))
_ANALYZE = text("ANALYZE search_token, search_term")


def index(connection: Connection, contact_ids: Collection[int]) -> None:
    """Writes how these contacts are found now; in the transaction that wrote them."""
    if not contact_ids:
        return
    _lock(connection)
    wanted = {(row[0], token) for row in _CONTACTS(connection, contact_ids) for token in tokens_of(Contact(*row))}
    written = set(map(tuple, _TOKENS(connection, contact_ids)))
    gone, new = sorted(written - wanted), sorted(wanted - written)
    _REMOVE(connection, gone)
    _ADD(connection, new)
    counts = Counter(token for _, token in new)
    counts.subtract(token for _, token in gone)
    _count(connection, counts)


def speakers(connection: Connection, company_ids: Collection[int]) -> list[int]:
    """The contacts of these companies."""
    return [contact_id for (contact_id,) in _SPEAKERS(connection, company_ids)]


def rebuild(connection: Connection) -> None:
    """Indexes all contacts anew: after an upgrade that brought the index, or made its tokens otherwise."""
    _lock(connection)
    by_token = next(iter(search_token.indexes))
    by_token.drop(connection)  # made at the end, it is sorted once
    connection.execute(delete(search_token))
    connection.execute(delete(search_term))
    counts: Counter[str] = Counter()
    for contacts in _all(connection):
        tokens = [(each.id, token) for each in contacts for token in sorted(tokens_of(each))]
        _ADD(connection, tokens)
        counts.update(token for _, token in tokens if token >= WORDS_FROM)
    by_token.create(connection)
    _count(connection, counts)
    if connection.dialect.name == "postgresql":
        connection.execute(_ANALYZE)  # a search is planned by statistics: without any, a common word took a second for a minute


def _all(connection: Connection) -> Iterator[list[Contact]]:
    last = 0
    while rows := _AFTER(connection, last=last, rows=REBUILD_ROWS):
        yield [Contact(*row) for row in rows]
        last = rows[-1][0]


def _lock(connection: Connection) -> None:
    """One transaction writes the index at a time: a term with a larger id is never seen before one with a smaller."""
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK)


def _count(connection: Connection, counts: Mapping[str, int]) -> None:
    changed = sorted((token, count) for token, count in counts.items() if count and token >= WORDS_FROM)
    _COUNT(connection, [(token, sound(token[1:]), count) for token, count in changed])


# ── the vocabulary of this process ───────────────────────────────────────────

_NEW_TERMS = Query(
    select(search_term.c.id, search_term.c.token, search_term.c.sound, search_term.c.frequency)
    .where(search_term.c.id >= bindparam("last"))
    .order_by(search_term.c.id)
)
_FREQUENCIES = ListQuery(select(search_term.c.token, search_term.c.frequency), search_term.c.token)


class _Learned:
    """What a process knows of the words in the books; each search begins with what came since the last one."""

    def __init__(self) -> None:
        self.vocabulary, self._last = Vocabulary(), (0, "")

    def learn(self, connection: Connection) -> bool:
        """False when the last term is not what it was: its transaction was undone, or all were made anew."""
        rows = _NEW_TERMS(connection, last=self._last[0])
        if self._last[0] and (not rows or (rows[0][0], rows[0][1]) != self._last):
            return False
        self.vocabulary.learn((token[1:], heard, frequency) for number, token, heard, frequency in rows if number > self._last[0])
        self._last = (rows[-1][0], rows[-1][1]) if rows else self._last
        return True


_LEARNED: WeakKeyDictionary[Engine, _Learned] = WeakKeyDictionary()  # by database


def _vocabulary(connection: Connection) -> Vocabulary:
    learned = _LEARNED.setdefault(connection.engine, _Learned())
    if not learned.learn(connection):
        _LEARNED[connection.engine] = learned = _Learned()
        learned.learn(connection)
    return learned.vocabulary


# ── reading ──────────────────────────────────────────────────────────────────


class _Sought(NamedTuple):
    """A condition as the index can be asked for it."""

    terms: Terms  # tokens by closeness, the nearest first; none for a number
    beginnings: tuple[str, ...]
    expected: float  # contacts that have it

    def nearest_first(self) -> Iterator["_Sought"]:
        """In parts, each asked for by itself: of words twice as many each time."""
        start, tokens = 0, list(self.terms.items())
        while start < len(tokens):
            yield self._replace(terms=dict(tokens[start : 2 * start + NEAREST]))
            start = 2 * start + NEAREST
        if self.beginnings:
            yield self


def find(connection: Connection, query: Wanted, *, limit: int = PAGE, offset: int = 0) -> Sequence[Found]:
    """The contacts that are meant, equal before similar (R6), at most `CANDIDATES` over all pages. Raises `Rejected("search_empty")`."""
    sought = _sought(connection, conditions(query))
    exact = [_exactly(each) for each in sought]
    ids = dict.fromkeys(islice(_candidates(connection, exact), CANDIDATES))
    if len(ids) < CANDIDATES and exact != sought:
        ids |= dict.fromkeys(islice(_candidates(connection, sought), CANDIDATES))
    found = [Found(*row) for row in _CONTACTS(connection, list(ids))]
    return nearest_first(found, [each.terms for each in sought if each.terms])[offset : offset + limit]


def _sought(connection: Connection, wanted: Sequence[Condition]) -> list[_Sought]:
    vocabulary = _vocabulary(connection) if any(each.word for each in wanted) else Vocabulary()
    near = [{kind + word: closeness for word, closeness in vocabulary.near(each.word).items() for kind in each.kinds} for each in wanted]
    frequencies: dict[str, int] = dict(_FREQUENCIES(connection, sorted({token for terms in near for token in terms})))
    return [_one(each, terms, frequencies) for each, terms in zip(wanted, near, strict=True)]


def _one(condition: Condition, terms: Terms, frequencies: Mapping[str, int]) -> _Sought:
    borne = {token: closeness for token, closeness in terms.items() if frequencies.get(token)}
    if condition.word:
        return _Sought(borne, (), sum(frequencies[token] for token in borne))
    return _Sought({}, condition.beginnings, _guess(condition.beginnings))


def _guess(beginnings: Sequence[str]) -> float:
    """Nobody counts numbers; each character more makes a tenth of them."""
    longest = max(len(each) - 1 for each in beginnings)
    return 10.0 ** max(0, 7 - longest)


def _exactly(sought: _Sought) -> _Sought:
    return sought._replace(terms={token: closeness for token, closeness in sought.terms.items() if closeness == 1})


def _candidates(connection: Connection, sought: Sequence[_Sought]) -> Iterator[int]:
    """Driven by the rarest; nobody, when one condition holds of nobody."""
    if not all(each.terms or each.beginnings for each in sought):
        return
    rarest, *others = sorted(sought, key=lambda each: each.expected)
    for part in rarest.nearest_first():
        asked = (part, *others)
        statement = _statement(tuple(map(_shape, asked)), connection.dialect.name)
        yield from (contact_id for (contact_id,) in statement(connection, **_values(asked)))


class _Shape(NamedTuple):
    terms: int
    beginnings: int


def _shape(sought: _Sought) -> _Shape:
    """In powers of two, so that there are few statements."""
    return _Shape(*(1 << (count - 1).bit_length() if count else 0 for count in (len(sought.terms), len(sought.beginnings))))


@lru_cache(maxsize=256)
def _statement(shapes: tuple[_Shape, ...], dialect: str) -> Query:
    """The first one drives. Several beginnings share the candidates: few would be left of a mobile's, if a document's came first."""
    first, *rest = shapes
    others = [_exists(place, shape, dialect) for place, shape in enumerate(rest, 1)]
    drivers = [_is(search_token.c.token, 0, first.terms)] if first.terms else list(_beginnings(search_token.c.token, 0, first.beginnings))
    share = -(-CANDIDATES // len(drivers))
    chosen = [select(search_token.c.contact_id).where(driver, *others).limit(share).subquery() for driver in drivers]
    return Query(select(chosen[0]) if len(chosen) == 1 else union_all(*map(select, chosen)))


def _exists(place: int, shape: _Shape, dialect: str) -> ColumnElement[bool]:
    """PostgreSQL knows by its statistics what is less work. SQLite asks an index for each term in turn, which an expression has none of."""
    other = search_token.alias()
    token = other.c.token.concat("") if dialect == SQLITE and shape.terms > OWN else other.c.token
    has = _is(token, place, shape.terms) if shape.terms else or_(*_beginnings(token, place, shape.beginnings))
    return exists().where(other.c.contact_id == search_token.c.contact_id, has)


def _is(token: ColumnElement[str], place: int, count: int) -> ColumnElement[bool]:
    return token.in_([bindparam(f"is_{place}_{number}", type_=TOKEN) for number in range(count)])


def _beginnings(token: ColumnElement[str], place: int, count: int) -> Iterator[ColumnElement[bool]]:
    for number in range(count):
        yield and_(token >= bindparam(f"from_{place}_{number}", type_=TOKEN), token < bindparam(f"to_{place}_{number}", type_=TOKEN))


def _values(asked: Sequence[_Sought]) -> dict[str, str]:
    values: dict[str, str] = {}
    for place, sought in enumerate(asked):
        shape = _shape(sought)
        values |= {f"is_{place}_{number}": token for number, token in enumerate(_padded(list(sought.terms), shape.terms))}
        for number, beginning in enumerate(_padded(sought.beginnings, shape.beginnings)):
            values |= {f"from_{place}_{number}": beginning, f"to_{place}_{number}": f"{beginning}\U0010ffff"}
    return values


def _padded(values: Sequence[str], size: int) -> list[str]:
    return [*values, *[values[-1]] * (size - len(values))] if values else []
