"""What every channel keeps to (docs/adding.md): whatever comes in is read, whatever the layout makes can go out."""

import asyncio
from functools import partial
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.copy import copy
from bot.ingest import ingest
from bot.layout import labels, layout
from core.conversations import Option, Prompt
from core.messages import Call, Inbound, Kind, Outgoing, Part, Purpose
from core.pacing import Pace
from core.records import evolve
from core.utf16 import units
from storage.database import connect
from storage.records import encode
from storage.tables import event, inbox
from tests.channels.subjects import JUNK, SUBJECTS, Subject
from tests.house import START

OWN = labels(copy("pt-BR").say)
LETTERS = st.text(st.sampled_from("aé🔥👨‍👩‍👧*_\n .!<&"), max_size=400)
OPTIONS = st.lists(st.builds(Option, name=st.just("x"), label=st.text(max_size=80), hint=st.text(max_size=40)), max_size=14).map(tuple)
ASKS = OPTIONS.filter(bool).map(lambda some: (evolve(some[0], asks_contact=True), *some[1:]))
PROMPTS = st.builds(
    Prompt,
    words=st.just("contract-home"),
    text=st.one_of(LETTERS, LETTERS.map(lambda text: 40 * text)),
    options=st.one_of(OPTIONS, ASKS),
    id=st.integers(1, 2**62),
    first=st.integers(0, 20),
)


of_each = pytest.mark.parametrize("subject", [make() for make in SUBJECTS.values()], ids=SUBJECTS)


def assert_storable(part: Part) -> None:
    """As far as `bot.ingest` does not mend it: a body of JSON, with an address if it is about a talk."""
    assert part.external_id
    assert (part.about == "talk") == bool(part.ids) == bool(part.address)


@of_each
@given(raw=JUNK)
def test_no_bytes_raise(subject: Subject, raw: bytes) -> None:
    parts = subject.channel.split(raw)
    assert len(parts) == 1
    for part in parts:
        assert part.channel == subject.channel.name
        assert_storable(part)


@of_each
def test_what_comes_in_is_stored_and_read_as_one_message_each(subject: Subject, migrated_url: str) -> None:
    async def live() -> None:
        database = connect(migrated_url)
        try:
            parts = [part for raw in (*subject.raws, b"{", b"\xff\0") for part in subject.channel.split(raw)]
            await database.run(partial(ingest, parts=parts, now=START))
            rows = await database.run(lambda connection: connection.execute(inbox.select().order_by(inbox.c.id)).all())
            reports = await database.run(lambda connection: connection.execute(event.select()).all())
        finally:
            await database.close()
        assert len(rows) + len(reports) == len(parts)
        assert len(rows) >= len(subject.raws)
        for row in rows:
            said = subject.channel.parse(Part(row.channel, row.account, row.external_id, row.part, (), row.address))
            assert isinstance(said, Inbound)
            assert said.kind in get_args(Kind)
            assert row.address == subject.address

    asyncio.run(live())


def fits(call: Call, subject: Subject) -> bool:
    limits, shown = subject.channel.limits(subject.address), [choice.label for choice in call.choices]
    if call.kind == "contact":
        return limits.asks_contact and all(map(str.strip, shown)) and units(call.text) <= limits.body
    if call.kind == "list":
        return len(shown) <= limits.rows and units(call.text) <= limits.body
    return len(shown) <= limits.buttons and units(call.text) <= (limits.body if shown else limits.text)


@of_each
@given(prompt=PROMPTS, purpose=st.sampled_from(get_args(Purpose)))
def test_whatever_the_layout_makes_can_be_shown(subject: Subject, prompt: Prompt, purpose: Purpose) -> None:
    if not subject.channel.limits(subject.address).asks_contact:
        prompt = evolve(prompt, options=tuple(evolve(each, asks_contact=False) for each in prompt.options))
    for call in layout(prompt, subject.channel.limits(subject.address), OWN):
        row = Outgoing(1, 1, subject.channel.name, "", subject.address, purpose, call)
        before = encode(row)
        assert fits(call, subject)
        assert subject.shown(row).replace("*", "").split() == call.text.replace("*", "").split()
        assert encode(row) == before


@of_each
def test_an_address_has_its_paces_and_limits(subject: Subject) -> None:
    for address in (subject.address, "0", "-100200300", "999999999999"):
        assert all(isinstance(pace, Pace) for pace in subject.channel.paces(address))
        assert subject.channel.limits(address).text > 0
