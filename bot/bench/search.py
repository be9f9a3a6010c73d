"""`zelador bench search`: how fast a caller is found among a million, and whether a slip of the thumb still finds them."""

import random
import string
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, text

from bot.bench.customers import TOGETHER, Customer, companies_of, customers, write_companies, write_contracts, write_customers
from bot.bench.database import place, sight
from bot.bench.figures import line, megabytes, percentile
from bot.programs.app import clock, run
from core.contacts import Individual
from core.found import Found
from core.names import fold
from core.search import parse_query
from core.search_tokens import COMPANY, FIRST, LAST, words_in
from storage import contacts, search
from storage.database import Database, connect
from storage.records import SQLITE

CUSTOMERS = 1_000_000
CONTRACTS = 2_000_000
ROUNDS = 300  # searches of each way
FIRST_ROWS = 20  # in which whoever is meant should stand
WARM_UP = 20  # searches of each way before the clock counts: statements are made once in each process
SEED = 7
FILLING_KILOBYTES, USUAL_KILOBYTES = 500_000, 2_000  # of SQLite's cache; the second is its own default

AIM_RECALL = 0.97
AIM_INDEX_MS = 5.0
AIM_WHOLE_SECONDS = 120.0

_BEARERS = text(  # of two words, whatever field they stand in; no more than the first page could show
    "SELECT count(*) FROM (SELECT contact_id FROM search_token WHERE token IN (:f_one, :l_one, :c_one)"
    " INTERSECT SELECT contact_id FROM search_token WHERE token IN (:f_two, :l_two, :c_two)) AS bearers"
)


class Way(NamedTuple):
    """How somebody is looked for. `says` makes what is typed of a customer."""

    name: str
    says: Callable[[Customer, random.Random], str]
    aim_ms: float  # p95


def _exact(who: Customer, chance: random.Random) -> str:
    return chance.choice((f"cpf {who.cpf}", who.email, f"cel {who.mobile}", who.mobile[3:]))


def _two_words(who: Customer, chance: random.Random) -> str:
    """Half of the time the second one is begun only."""
    surname = chance.choice(who.last_name.split())
    return f"{who.first_name} {surname if chance.random() < 0.5 else surname[:4]}"


def _one_typo(who: Customer, chance: random.Random) -> str:
    words = [who.first_name, who.last_name.split()[-1]]
    place = chance.choice([at for at, word in enumerate(words) if len(word) > 3] or [1])
    words[place] = slipped(words[place], chance)
    return " ".join(words)


def _digits(who: Customer, chance: random.Random) -> str:
    parts = (who.cpf[:3], who.cpf[3:9], who.cpf[-4:], who.mobile[3:8], who.mobile[5:10], who.mobile[-4:], who.mobile[-8:])
    return chance.choice(parts)


def slipped(word: str, chance: random.Random) -> str:
    """A letter more, fewer, other or swapped; never the same word."""
    at, letter = chance.randrange(len(word)), chance.choice(string.ascii_lowercase)
    made = chance.choice(
        (
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
    )
    return made if fold(made) != fold(word) else slipped(word, chance)


TYPO = Way("two words, one with a slip", _one_typo, 60.0)
WAYS = (
    Way("exact: a document, a mobile, an e-mail", _exact, 5.0),
    Way("two words, or one and a beginning", _two_words, 50.0),
    TYPO,
    Way("digits: three and more, from either end", _digits, 20.0),
)


@dataclass(slots=True)
class _Kept:
    """What each way took, in ms, and how many of those who should be shown with a slip were."""

    took: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)  # of this process: what the wait for a busy machine is not in
    shown: int = 0
    due: int = 0


def bench_search(count: int = CUSTOMERS, contracts: int = CONTRACTS, rounds: int = ROUNDS, server: str | None = None) -> None:
    """Prints how long searches take at the middle and at p95, recall, and what the index costs."""
    with place(server) as url:
        run(_print(url, count, contracts, rounds))


async def _print(url: str, count: int, contracts: int, rounds: int) -> None:
    chance, began, database = random.Random(SEED), time.perf_counter(), connect(url)  # noqa: S311 (nothing secret)
    try:
        async with sight(url) as look:
            print(f"{count} customers, {contracts} contracts, {await look.engine()}", flush=True)
            sample = await _fill(database, count, contracts, rounds, chance)
            written, bare = time.perf_counter(), await look.size()
            await database.run(search.rebuild)
            indexed = time.perf_counter()
            print(line("written", f"{written - began:.1f} s, {megabytes(bare)}"))
            print(line("all indexed", f"{indexed - written:.1f} s, {megabytes(await look.size() - bare)}"), flush=True)
            await look.tidy()
            print(line("tidied", f"{time.perf_counter() - indexed:.1f} s"), flush=True)
        await _searches(database, sample, rounds, chance)
        await _one_more(database, rounds)
        whole = f"{time.perf_counter() - began:.1f} s, {time.process_time():.1f} s of CPU"
        print(line("the whole", whole, f"<= {AIM_WHOLE_SECONDS:.0f} s for a million"))
    finally:
        await database.close()


async def _fill(database: Database, count: int, contracts: int, rounds: int, chance: random.Random) -> list[Customer]:
    """Writes them all; some of them are searched for."""
    sample: list[Customer] = []
    companies = companies_of(count)
    await database.run(partial(_remember_pages, kilobytes=FILLING_KILOBYTES))
    await database.run(partial(write_companies, count=companies, chance=chance))
    for some in customers(count, chance):
        await database.run(partial(write_customers, some=some, companies=companies))
        sample += chance.sample(some, min(len(some), 1 + rounds * len(some) // count))
    for first in range(1, contracts + 1, TOGETHER):
        last = min(first + TOGETHER - 1, contracts)
        await database.run(partial(write_contracts, first=first, last=last, homes=contracts // 2 + 1, people=count))
    await database.run(partial(_remember_pages, kilobytes=USUAL_KILOBYTES))
    return sample


def _remember_pages(connection: Connection, kilobytes: int) -> None:
    """What SQLite keeps of the file. Writing a million e-mails into their index goes all over it, and is not what is measured."""
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{kilobytes}")


async def _searches(database: Database, sample: Sequence[Customer], rounds: int, chance: random.Random) -> None:
    kept, first = _Kept(), time.perf_counter()
    await database.run(partial(search.find, query=parse_query("souza")))
    print(line("the first search of a process", f"{(time.perf_counter() - first) * 1e3:.0f} ms"))
    for way in WAYS:
        for number in range(-WARM_UP, rounds):
            await _search(database, way, chance.choice(sample), chance, kept if number >= 0 else _Kept())
        took = kept.took[way.name]
        middle, slow, cpu = percentile(took, 0.5), percentile(took, 0.95), percentile(kept.cpu[way.name], 0.95)
        print(line(way.name, f"p50 {middle:.1f}, p95 {slow:.1f} ms, CPU p95 {cpu:.1f} ms", f"p95 <= {way.aim_ms:.0f} ms"), flush=True)
    print(line(f"recall@{FIRST_ROWS} with a slip", f"{kept.shown / max(1, kept.due):.3f} ({kept.shown} of {kept.due})", f">= {AIM_RECALL}"))


async def _search(database: Database, way: Way, who: Customer, chance: random.Random, kept: _Kept) -> None:
    said, began, cpu = way.says(who, chance), time.perf_counter(), time.process_time()
    found = await database.run(partial(search.find, query=parse_query(said), limit=FIRST_ROWS))
    kept.took.setdefault(way.name, []).append((time.perf_counter() - began) * 1e3)
    kept.cpu.setdefault(way.name, []).append((time.process_time() - cpu) * 1e3)
    if way is TYPO:
        meant = fold(who.first_name), fold(who.last_name.split()[-1])
        kept.due += min(FIRST_ROWS, await database.run(partial(_bearers, meant=meant)))
        kept.shown += sum(set(meant) <= set(_words(each)) for each in found)


def _words(found: Found) -> list[str]:
    return words_in(f"{found.name} {found.company_name or ''}")


def _bearers(connection: Connection, meant: tuple[str, str]) -> int:
    """How many have both words."""
    kinds = ((FIRST, "f"), (LAST, "l"), (COMPANY, "c"))
    values = {f"{letter}_{name}": kind + word for kind, letter in kinds for name, word in zip(("one", "two"), meant, strict=True)}
    count: int = connection.scalar(_BEARERS, values) or 0
    return count


async def _one_more(database: Database, rounds: int) -> None:
    """New customers, each in a transaction of their own, with words that nobody bears yet; the row itself is in the figure too."""
    took = [await database.run(partial(_register, number=number)) * 1e3 for number in range(rounds)]
    middle, slow = percentile(took, 0.5), percentile(took, 0.95)
    print(line("registering one customer, index included", f"p50 {middle:.2f}, p95 {slow:.2f} ms", f"<= {AIM_INDEX_MS:.0f} ms"))


def _register(connection: Connection, number: int) -> float:
    word = "".join(chr(97 + int(digit)) for digit in str(number))
    form = Individual(
        first_name="Nova", last_name=f"Cliente Z{word}", email=f"nova.cliente{number}@exemplo.com.br", mobile="+5511987650000"
    )
    began = time.perf_counter()
    contacts.register(connection, form, clock())
    return time.perf_counter() - began
