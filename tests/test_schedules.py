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
from tests.store_people import BACK, DANGER, PERSON, person
from tests.store_world import empty

TALKS = 24  # schedules of one example
EXAMPLES = settings().max_examples
SHARE = 9  # of the examples that a parser gets: with the long profile more than ten thousand schedules
ROUNDS = 80  # until everybody has come home: more means that some talk hangs
CPFS = ("529.982.247-25", "111.444.777-35", "123.456.789-09", "987.654.321-00")

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
_STEPS_OF_ALL = st.lists(st.integers(0, len(STEPS) - 1), min_size=TALKS, max_size=TALKS)
ROUND = st.tuples(_STEPS_OF_ALL, st.lists(st.sampled_from(HOUSE), min_size=1, max_size=4))


async def play(url: str, rounds: Sequence[tuple[list[int], list[str]]]) -> None:
    database = connect(url)
    try:
        await database.run(empty)
        people = [person(number, f"Cli{chr(ord('a') + number)} Souza", "sou inquilino", CPFS[number % 4]) for number in range(TALKS)]
        counter = Counter(database, [Customer(each) for each in people])
        await counter.open()
        for steps, deeds in rounds:
            counter.now += timedelta(seconds=1)
            for customer, step in zip(counter.customers, steps, strict=True):
                await counter.deliver(STEPS[step](counter, customer))
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
        await counter.send_all()
        if all(each.arrived for each in counter.customers):
            return
        for each in counter.customers:
            await counter.deliver(await goes_home(counter, each))
    raise AssertionError([(each.person.who, each.asked, each.owner) for each in counter.customers if not each.arrived])


async def goes_home(counter: Counter, customer: Customer) -> Sequence[Part]:
    if customer.arrived:
        return []
    if customer.with_people:
        return [counter.says(customer, BACK)]
    words = next_words(customer)
    return [counter.says(customer, words or "oi")]


async def check(counter: Counter) -> None:
    rows = await counter.database.run(lambda connection: by_ids(connection, range(1, TALKS + 1)))
    for number, customer in enumerate(counter.customers, 1):
        assert await counter.transcript(customer) == customer.said  # each word once, in order
        assert max(Count(customer.told).values(), default=1) == 1  # F3
        customer.person.said = [counter.part(customer.person.who, each) for each in customer.said]
        customer.person.check_form(customer.person.report, read(rows[number]))


@settings(max_examples=max(1, EXAMPLES // SHARE), deadline=None, suppress_health_check=list(HealthCheck))
@given(rounds=st.lists(ROUND, min_size=4, max_size=14))
def test_after_a_take_over_the_bot_is_silent_and_no_word_is_lost(migrated_url: str, rounds: list[tuple[list[int], list[str]]]) -> None:
    asyncio.run(play(migrated_url, rounds))
