"""A state machine over the whole store: people who report, deliveries that come twice, agents, and processes that die between commits.

The conversation, its words and the database are the real ones. Whatever happened, in the end each report is one ticket with each answer
in its field, and what the bot said was seen once and in order. `--hypothesis-profile=long` looks much longer.
"""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from bot.bench.talk import LAST
from core.messages import Outcome, Part
from tests.store_checks import bring_home, check
from tests.store_people import ANOTHER, ASIDES, ASIDES_A_TALK, DANGER, PERSON, WRONG, WRONG_A_TALK, Person
from tests.store_world import SENT, Process, World, opened

T = TypeVar("T")

SHARE = 6  # of the examples that a parser gets: each of these is a day of four people
STEPS = 40

WHO = st.integers(0, 3)
WHICH = st.integers(0, 1)
NUMBER = st.integers(0, 30)
WAITS = st.sampled_from((False, False, None))  # as the terminal says it, or as the open step wants it
TIME = st.sampled_from([timedelta(seconds=each) for each in (0.001, 3, 40, 3 * 3600, 13 * 3600)])
ENDS = {  # how a send ends: whether it arrived, and what is known of it
    "sent": (True, SENT),
    "sent, it seems not": (True, Outcome("unknown", reason="cut off")),
    "lost": (False, Outcome("unknown", reason="cut off")),
    "busy": (False, Outcome("again")),
    "very busy": (False, Outcome("again", after_seconds=60.0)),
    "held": (False, Outcome("hold", after_seconds=20.0, reason="too many")),
    "refused": (False, Outcome("failed", reason="blocked")),
}
HOW = st.sampled_from(("sent", *ENDS))  # what shall be likely stands first


class StoreMachine(RuleBasedStateMachine):
    """Each rule is one thing that happens; each may come between any two commits."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.runner, self.failed = asyncio.Runner(), False
        self.world: World = self.run(opened(url))

    def run(self, deed: Coroutine[Any, Any, T]) -> T:
        try:
            return self.runner.run(deed)
        except BaseException:
            self.failed = True
            raise

    def process(self, which: int) -> Process:
        return self.world.processes[which % len(self.world.processes)]

    def person(self, who: int) -> Person:
        return self.world.people[who]

    # ── what people say ──────────────────────────────────────────────────────

    @initialize(rounds=st.tuples(*[st.integers(0, 13)] * 4))
    def some_have_come_far(self, rounds: tuple[int, ...]) -> None:
        for number in range(max(rounds)):
            coming = [person for person, many in zip(self.world.people, rounds, strict=True) if number < many]
            self.run(self.world.deliver([part for person in coming if (part := self.next_part(person))]))
            self.all_goes_well(0)

    def next_part(self, person: Person, waits: bool | None = False) -> Part | None:
        words = person.next_words()
        return None if words is None else self.world.says(person, words, waits)

    @rule(who=WHO, waits=WAITS, dies=st.booleans())
    def goes_on(self, who: int, waits: bool | None, dies: bool) -> None:
        if part := self.next_part(self.person(who), waits):
            self.run(self.world.deliver([part], dies=dies))

    @rule(waits=WAITS)
    def all_go_on(self, waits: bool | None) -> None:
        self.run(self.world.deliver([part for person in self.world.people if (part := self.next_part(person, waits))]))

    @rule(who=WHO, before=st.sampled_from(ASIDES), waits=WAITS)
    def goes_on_in_a_burst(self, who: int, before: str, waits: bool | None) -> None:
        person = self.person(who)
        if (words := person.next_words()) and person.report.asides < ASIDES_A_TALK:
            person.report.asides += 1
            self.run(self.world.deliver([self.world.says(person, each, waits) for each in (before, words)]))

    @rule(who=WHO, words=st.sampled_from((*ASIDES, PERSON)), heard=st.booleans())
    def says_something_else(self, who: int, words: str, heard: bool) -> None:
        """Heard at once, it makes another row of the same address."""
        person = self.person(who)
        if person.said and person.report.asides < ASIDES_A_TALK:
            person.report.asides += 1
            self.run(self.world.deliver([self.world.says(person, words)]))
            if heard:
                self.run(self.world.take())

    @rule(who=WHO)
    def answers_wrongly(self, who: int) -> None:
        person = self.person(who)
        if person.said and person.report.wrong < WRONG_A_TALK and (words := WRONG.get(person.question or "")):
            person.report.wrong += 1
            self.run(self.world.deliver([self.world.says(person, words)]))

    @rule(who=WHO)
    def corrects(self, who: int) -> None:
        person = self.person(who)
        if words := person.correction():
            self.run(self.world.deliver([self.world.says(person, words)]))

    @rule(who=WHO)
    def is_in_danger(self, who: int) -> None:
        person = self.person(who)
        if DANGER not in person.texts:
            self.run(self.world.deliver([self.world.says(person, DANGER)]))

    @rule(who=WHO)
    def has_another_problem(self, who: int) -> None:
        """A second report, of the same person and home."""
        person = self.person(who)
        if person.arrived and person.question == LAST and ANOTHER not in person.texts:
            self.run(self.world.deliver([self.world.says(person, ANOTHER)]))

    @rule(who=WHO, which=NUMBER, times=st.integers(1, 3), beside=WHO)
    def is_delivered_again(self, who: int, which: int, times: int, beside: int) -> None:
        said, other = self.person(who).said, self.person(beside)
        if not said:
            return
        again = said[which % len(said)]
        new = self.next_part(other)
        self.run(self.at_once(*[self.world.deliver([again]) for _ in range(times)], self.world.deliver([*([new] if new else []), again])))

    async def at_once(self, *deeds: Coroutine[Any, Any, None]) -> None:
        await asyncio.gather(*deeds)

    # ── turns ────────────────────────────────────────────────────────────────

    @rule(living=st.integers(0, 2), dying=st.integers(0, 2))
    def turns_are_taken(self, living: int, dying: int) -> None:
        self.run(self.world.take(living=living, dying=dying))

    @rule(which=WHICH, arrived=st.integers(0, 4), noticed=st.booleans())
    def a_process_dies(self, which: int, arrived: int, noticed: bool) -> None:
        """What was on its way may have arrived; others may notice at once."""
        self.run(self.world.kill(self.process(which), arrived))
        for _ in range(2 if noticed else 0):
            self.run(self.world.look(self.process(which)))

    # ── sends ────────────────────────────────────────────────────────────────

    @rule(which=WHICH, limit=st.integers(1, 5), ends=st.lists(HOW, max_size=5))
    def rows_are_sent(self, which: int, limit: int, ends: list[str]) -> None:
        """The oldest first; those for which no end is given are under way."""
        process = self.process(which)
        self.run(self.world.claim(process, limit))
        for row, how in zip(process.flying[:], ends, strict=False):
            arrives, outcome = ENDS[how]
            self.world.end_send(process, row, arrives=arrives, outcome=outcome)

    @rule(which=WHICH, limit=st.integers(1, 5), committed=st.booleans())
    def a_process_dies_at_its_claim(self, which: int, limit: int, committed: bool) -> None:
        """Before the commit, or after it, when it never hears what it took."""
        process = self.process(which)
        self.run(self.world.claim(process, limit, dies=not committed))
        self.run(self.world.kill(process))

    @rule(limit=st.integers(1, 5))
    def rows_are_claimed_by_all(self, limit: int) -> None:
        self.run(self.at_once(*[self.world.claim(process, limit) for process in self.world.processes]))

    @rule(which=WHICH)
    def all_goes_well(self, which: int) -> None:
        process = self.process(which)
        self.run(self.world.take())
        self.run(self.world.claim(process, 64))
        self.world.end_all_well(process)

    # ── time ─────────────────────────────────────────────────────────────────

    @rule(much=TIME, arrives=st.booleans())
    def time_passes(self, much: timedelta, arrives: bool) -> None:
        self.world.pass_time(much, arrives=arrives)

    @rule(which=WHICH, dies=st.booleans())
    def a_process_looks(self, which: int, dies: bool) -> None:
        self.run(self.world.look(self.process(which), dies=dies))

    # ── agents ───────────────────────────────────────────────────────────────

    @rule(who=WHO, which=NUMBER, act=st.sampled_from(("approve", "add_words")), key=st.integers(0, 3), pending=st.booleans())
    def an_agent_acts(self, who: int, which: int, act: str, key: int, pending: bool) -> None:
        """The same key is the same act, whatever comes with it."""
        if tickets := list(self.person(who).tickets):
            given: dict[str, Any] = {"pending": pending} if act == "approve" else {"words": "também a pia", "from": 0}
            self.run(self.world.command(act, tickets[which % len(tickets)], f"{act}:{who}:{key}", **given))

    def teardown(self) -> None:
        try:
            if not self.failed:
                self.run(bring_home(self.world))
                self.run(check(self.world))
        finally:
            self.runner.run(self.world.close())
            self.runner.close()


def test_the_store(migrated_url: str) -> None:
    class Here(StoreMachine):
        def __init__(self) -> None:
            super().__init__(migrated_url)

    profile = settings.get_profile(settings.get_current_profile_name())
    pace = settings(
        profile,
        max_examples=profile.max_examples // SHARE,
        stateful_step_count=STEPS,
        suppress_health_check=[HealthCheck.too_slow],  # an example is hundreds of commits
    )
    run_state_machine_as_test(Here, settings=pace)
