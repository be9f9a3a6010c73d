"""Random schedules of customers, the bot, its sender, two agents and crashes, many talks at once on a real database (F12, F13).

After a take-over the bot says nothing but what is always said; no word of a customer is lost; what an agent wrote is never said twice.
`--hypothesis-profile=long` plays more than ten thousand on each engine.
"""

import asyncio
from collections import Counter as Count
from collections.abc import Callable, Sequence
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.messages import Part
from storage.database import connect
from storage.tickets import by_ids, read
from tests.counter import AGENTS, Counter, Customer
from tests.store_people import BACK, DANGER, PERSON, VISITS, person
from tests.store_world import empty

TALKS = 60  # schedules of one example; with the agents' they are one batch of the worker
MANY, SOME = 168, 40  # examples: more than ten thousand schedules with the long profile, else what a minute of CPU affords
EXAMPLES = MANY if settings().max_examples > 1_000 else SOME
ROUNDS = 80  # until everybody has come home: more means that some talk hangs
CPFS = ("529.982.247-25", "111.444.777-35", "123.456.789-09", "987.654.321-00")

# What will be asked, in that order.
TOLD = ("{role}", "meu nome é {name}", "{email}", "cpf {cpf}", "celular {mobile}", "{address}", "prioridade baixa", VISITS)

Step = Callable[[Counter, Customer], Sequence[Part]]


def answers(counter: Counter, customer: Customer) -> Sequence[Part]:
    """What the open question asks; to an agent, in words that say what they are."""
    return [counter.says(customer, words)] if (words := next_words(customer)) else []


def next_words(customer: Customer) -> str | None:
    if customer.arrived or customer.waits:
        return None
    if customer.with_people:
        return f"meu e-mail é {customer.person.email}"
    try:
        return customer.person.answer(customer.asked) if customer.asked else None
    except KeyError:
        return None


def says(words: str) -> Step:
    return lambda counter, customer: [counter.says(customer, words)]


def once(words: str) -> Step:
    return lambda counter, customer: [] if words in customer.said else [counter.says(customer, words)]


def types(agent: str, line: str) -> Step:
    """About the ticket of that talk; the number makes what is said to customers different each time."""

    def step(counter: Counter, customer: Customer) -> Sequence[Part]:
        counter.spoken += 1
        return [counter.types(agent, line.format(ticket=f"#{ticket_of(counter, customer)}", number=counter.spoken))]

    return step


def ticket_of(counter: Counter, customer: Customer) -> int:
    return 1 + counter.customers.index(customer)


LINES = (
    "assumir {ticket}",
    "devolver {ticket}",
    "falar {ticket} recado {number}",
    "nota {ticket} x",
    "transferir {ticket} rui",
    "aprovar {ticket}",
    "pedir {ticket} celular",
    "prioridade {ticket} alta",
)
STEPS: Sequence[Step] = (
    answers,
    answers,
    answers,
    says("oi"),
    says("status"),
    once(DANGER),
    says(PERSON),
    *(
        types(agent, line)
        for agent in AGENTS
        for line in ("/assumir {ticket}", "/devolver {ticket}", "/falar {ticket} recado {number}", "/nota {ticket} x")
    ),
)
HOUSE: Sequence[str] = ("hear", "hear", "hear, after one died", "send", "send one", "arrive", "die")
_STEPS_OF_ALL = st.binary(min_size=TALKS, max_size=TALKS)  # a byte for each: cheaper to draw than a list of numbers
ROUND = st.tuples(_STEPS_OF_ALL, st.lists(st.sampled_from(HOUSE), min_size=1, max_size=4))
Round = tuple[bytes, list[str]]


def crowd() -> list[Customer]:
    names = [f"Cli{consonant}{vowel} Souza" for consonant in "bcdfgjlmnprt" for vowel in "aeiou"]
    return [Customer(person(number, name, "sou inquilino", CPFS[number % len(CPFS)])) for number, name in enumerate(names)]


def first_words(number: int, customer: Customer) -> str:
    """A problem, and more of what will be asked the higher the number: so talks of any length are taken over."""
    told = TOLD[: number % (len(TOLD) + 1)]
    return "\n".join((customer.person.report.problem, *(each.format_map(vars(customer.person)) for each in told)))


async def play(url: str, rounds: Sequence[Round]) -> None:
    database = connect(url)
    try:
        await database.run(empty)
        counter = Counter(database, crowd())
        await counter.open([first_words(*each) for each in enumerate(counter.customers)])
        for steps, deeds in rounds:
            counter.now += timedelta(seconds=1)
            taken = zip(counter.customers, steps, strict=True)
            await counter.deliver([part for customer, step in taken for part in STEPS[step % len(STEPS)](counter, customer)])
            for deed in deeds:
                await do(counter, deed)
        await bring_home(counter)
        await check(counter)
    finally:
        await database.close()


async def do(counter: Counter, deed: str) -> None:
    match deed:
        case "hear":
            await counter.hear()
        case "hear, after one died":
            await counter.hear(dies=True)
        case "send":
            await counter.send()
        case "send one":
            await counter.send(limit=1)
        case "arrive":
            counter.arrive()
        case "die":
            await counter.die(len(counter.flying) // 2)


async def bring_home(counter: Counter) -> None:
    """Agents give back, customers go on, and nothing dies any more."""
    for _ in range(ROUNDS):
        counter.now += timedelta(seconds=31)
        await counter.hear()
        if all(each.arrived for each in counter.customers):
            return await counter.send_all()
        await counter.deliver([part for each in counter.customers for part in goes_home(counter, each)])
        counter.arrive()
        await counter.send()
    raise AssertionError([(each.person.who, each.asked, each.owner) for each in counter.customers if not each.arrived])


def goes_home(counter: Counter, customer: Customer) -> Sequence[Part]:
    if customer.arrived:
        return []
    if customer.with_people:
        return [counter.says(customer, BACK)]
    words = next_words(customer)
    return [counter.says(customer, words or "oi")]


async def check(counter: Counter) -> None:
    rows = await counter.database.run(lambda connection: by_ids(connection, range(1, TALKS + 1)))
    heard = await counter.transcripts()
    for number, customer in enumerate(counter.customers, 1):
        assert heard[customer.number] == customer.said  # each word once, in order
        assert max(Count(customer.told).values(), default=1) == 1  # F3
        customer.person.said = [counter.part(customer.person.who, line) for words in customer.said for line in words.split("\n")]
        customer.person.check_form(customer.person.report, read(rows[number]))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(rounds=st.lists(ROUND, min_size=4, max_size=14))
def test_after_a_take_over_the_bot_is_silent_and_no_word_is_lost(migrated_url: str, rounds: list[Round]) -> None:
    asyncio.run(play(migrated_url, rounds))
