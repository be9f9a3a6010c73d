"""F7: a process that is killed at any step loses nothing, doubles nothing, and keeps the order. F1: nor do second deliveries.

On both engines: on SQLite the next process takes over, on PostgreSQL that one or another that lives.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, func, select

from bot.bench.database import Sight, sight
from core.answers import Answer
from storage.database import connect
from storage.inbox import ATTEMPTS
from storage.tables import event, identity, inbox, message, outbox, ticket
from tests.faults.child import MESSAGES, PEOPLE, STEPS
from tests.faults.forking import INTAKE, KILLED, LIMIT_SECONDS, House, end_of
from tests.faults.intake import LOOK_SECONDS

RANDOM_SECONDS = 0.02  # at most, between some turn and a kill at random
RANDOM_KILLS, LEAST_KILLS = 5, 2
HEARD = "SELECT count(*) FROM inbox WHERE done_at IS NOT NULL AND channel = 'console'"
MOST_DEATHS = 8  # of processes that a message kills, one after the other
SEED = 20260105
MESSAGES_OF_A_REPORT = 10  # of the talk of `bot.bench.talk`: its first words, and what is asked then


@pytest.fixture
def house(tmp_path: Path, migrated_url: str) -> House:
    return House(tmp_path, migrated_url)


def rows(house: House, statement: Select[Any]) -> Sequence[Any]:
    async def read() -> Sequence[Any]:
        database = connect(house.url)
        try:
            return await database.run(lambda connection: connection.execute(statement).all())
        finally:
            await database.close()

    return asyncio.run(read())


def messages(who: str) -> list[str]:
    return [f"{who}:{number}" for number in range(MESSAGES)]


def assert_all_is_well(house: House, killed: int) -> None:
    assert_each_answer_is_in_its_field(house)
    assert_each_message_was_answered_once(house)
    sent = rows(house, select(outbox.c.address, outbox.c.id, outbox.c.status).order_by(outbox.c.id))
    assert {status for *_, status in sent} == {"sent"}
    assert_people_saw_it_in_order(house, [(address, number) for address, number, _ in sent], killed)


def assert_each_answer_is_in_its_field(house: House) -> None:
    forms = rows(house, select(identity.c.value, ticket.c.answers).join(ticket, ticket.c.filed_in == identity.c.conversation_id))
    assert sorted(who for who, _ in forms) == sorted(PEOPLE)  # one ticket each (F26)
    for who, answers in forms:
        form = {key: answer.value for key, answer in answers.items()}
        assert form == {f"form.{number}": text for number, text in enumerate(messages(who))}


def assert_each_message_was_answered_once(house: House) -> None:
    results = Counter(rows(house, select(inbox.c.result).where(inbox.c.channel == "console")))
    assert results == {("done",): len(PEOPLE) * MESSAGES}
    replies = rows(house, select(outbox.c.address, outbox.c.call).order_by(outbox.c.id))
    events = rows(
        house,
        select(identity.c.value, event.c.after)
        .join(ticket, ticket.c.id == event.c.ticket_id)
        .join(identity, identity.c.conversation_id == ticket.c.filed_in)
        .order_by(event.c.id),
    )
    spoken = rows(
        house,
        select(identity.c.value, message.c.text)
        .join(identity, identity.c.conversation_id == message.c.conversation_id)
        .where(message.c.author == "customer")
        .order_by(message.c.id),
    )
    for who in PEOPLE:
        texts = [call.text for address, call in replies if address == who]
        assert [text for reply in texts for text in reply.split("|") if reply != "sorry"] == messages(who)
        assert [after for value, after in events if value == who] == messages(who)
        assert [text for value, text in spoken if value == who] == messages(who)


def assert_people_saw_it_in_order(house: House, sent: list[tuple[str, int]], killed: int) -> None:
    """Only what was being sent at a kill may have gone twice: one row of each person, each time."""
    screens = [(line.split(" ")[0], int(line.split(" ")[1])) for line in (house.folder / "shown").read_text().splitlines()]
    assert screens != []
    for who in PEOPLE:
        seen = [number for address, number in screens if address == who]
        assert list(dict.fromkeys(seen)) == [number for address, number in sent if address == who]
        assert len(seen) - len(set(seen)) <= killed


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_each_step(house: House, step: str) -> None:
    assert house.run(step, 1) == KILLED
    assert house.run(step, 4) in (KILLED, 0)  # the second run may have less to do
    assert house.run() == 0
    assert_all_is_well(house, killed=2)


@pytest.mark.parametrize("step", STEPS)
def test_another_process_that_lives_takes_over(
    tmp_path: Path, new_database: Callable[..., str], migrated_postgresql: str, step: str
) -> None:
    house = House(tmp_path, new_database("postgresql", like=migrated_postgresql))
    dies, lives = house.start(step, 4), house.start()
    assert end_of(dies) in (KILLED, 0)  # the other may be quicker, and leave nothing to do
    assert end_of(lives) == 0
    assert_all_is_well(house, killed=1)


async def a_turn_is_taken(look: Sight, process: ForkServerProcess) -> None:
    """Waits for one more, or for the end of the process."""
    before, ends_at = await look.rows(HEARD), time.monotonic() + LIMIT_SECONDS
    while process.is_alive() and await look.rows(HEARD) == before and time.monotonic() < ends_at:  # noqa: ASYNC110 (looked at from outside)
        await asyncio.sleep(LOOK_SECONDS)


async def kill_at_random(house: House, rng: random.Random) -> int:
    """Each life takes some turn: whoever dies three times without one parks the message that may be what kills it."""
    async with sight(house.url) as look:
        for killed in range(RANDOM_KILLS):
            process = house.start()
            await a_turn_is_taken(look, process)
            process.join(rng.uniform(0, RANDOM_SECONDS))
            is_over = not process.is_alive()
            process.kill()
            assert end_of(process) in (0, KILLED)
            if is_over:
                return killed
    return RANDOM_KILLS


def test_kills_at_random(house: House) -> None:
    killed = asyncio.run(kill_at_random(house, random.Random(SEED)))
    assert killed >= LEAST_KILLS
    assert house.run() == 0
    assert_all_is_well(house, killed)


def test_a_message_that_kills_is_parked_and_nobody_else_is(house: House) -> None:
    deadly = f"{PEOPLE[1]}:2"
    ends = [house.run(deadly)]
    while ends[-1] == KILLED and len(ends) < MOST_DEATHS:
        ends.append(house.run(deadly))
    # It is counted from the first death that it outlived: one that came in the commit of its own arrival took it along.
    assert ends.count(KILLED) >= ATTEMPTS
    assert_only_this_is_parked(house, deadly, ends)


def test_a_message_that_kills_all_who_serve_is_parked_too(
    tmp_path: Path, new_database: Callable[..., str], migrated_postgresql: str
) -> None:
    """Whoever lives notices the death, takes over, and dies of the same; others follow."""
    house, deadly = House(tmp_path, new_database("postgresql", like=migrated_postgresql)), f"{PEOPLE[1]}:2"
    serving, ends = [house.start(deadly), house.start(deadly)], list[int | None]()
    while serving:
        ends.append(end_of(serving.pop(0)))
        if ends[-1] == KILLED and len(ends) < MOST_DEATHS:
            serving.append(house.start(deadly))
    assert ends.count(KILLED) >= ATTEMPTS
    assert_only_this_is_parked(house, deadly, ends)


def assert_only_this_is_parked(house: House, deadly: str, ends: Sequence[int | None]) -> None:
    assert ends[-1] == 0
    parked = rows(house, select(inbox.c.external_id).where(inbox.c.result == "parked"))
    done = rows(house, select(func.count()).where(inbox.c.channel == "console", inbox.c.result == "done"))
    told = rows(house, select(inbox.c.result).where(inbox.c.channel == "parked"))
    assert [*map(tuple, parked)] == [(deadly,)]
    assert [*map(tuple, done)] == [(len(PEOPLE) * MESSAGES - 1,)]
    assert [*map(tuple, told)] == [("done",)]


def reported(house: House) -> dict[str, tuple[object, ...]]:
    """By person: all that stands on their ticket and is the same whenever they report."""
    same = (ticket.c.state, ticket.c.status, ticket.c.registration, ticket.c.contact_id)
    often = (ticket.c.reference.is_(None), ticket.c.waiting_since.is_(None))
    statement = select(identity.c.value, *same, *often, ticket.c.answers).join(ticket, ticket.c.filed_in == identity.c.conversation_id)
    found = rows(house, statement)
    ((said,),) = rows(house, select(func.count()).where(message.c.author == "customer"))
    ((parked,),) = rows(house, select(func.count()).where(inbox.c.result == "parked"))
    assert sorted(who for who, *_ in found) == sorted(PEOPLE)
    assert (said, parked) == (len(PEOPLE) * MESSAGES_OF_A_REPORT, 0)
    return {who: (*others, _form(answers)) for who, *others, answers in found}


def _form(answers: dict[str, Answer]) -> dict[str, tuple[object, str]]:
    return {key: (answer.value, answer.status) for key, answer in answers.items()}


def test_real_reports_are_the_same_with_and_without_kills(
    tmp_path: Path, engine_name: str, new_database: Callable[..., str], request: pytest.FixtureRequest
) -> None:
    houses = []
    for name in ("quiet", "killed"):
        (tmp_path / name).mkdir()
        url = new_database(engine_name, like=request.getfixturevalue(f"migrated_{engine_name}"))
        houses.append(House(tmp_path / name, url, INTAKE))
    quiet, killed = houses
    assert quiet.run() == 0
    for step in STEPS:
        assert killed.run(step, 9) == KILLED
    assert killed.run() == 0
    expected = reported(quiet)
    assert reported(killed) == expected
    assert len(set(map(repr, expected.values()))) == 1
