"""Records become JSON and come back the same."""

import math
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from core.answers import Answer
from core.conversations import Offer, OpenPrompt, Option
from core.messages import Call, Choice, Inbound, Media
from core.visits import BlockedWindow, VisitRestriction
from storage import tables
from storage.records import Json, encode
from tests.house import House, in_house

NOW = datetime(2026, 3, 1, 15, 30, 0, 123456, tzinfo=UTC)
RESTRICTION = VisitRestriction((BlockedWindow(frozenset({"mon", "sun"}), 0, 720, (date(2026, 1, 1), date(2026, 2, 1))),), "só à tarde")

texts = st.text(st.characters(exclude_categories=["Cs"]))
answers = st.builds(
    Answer,
    value=st.none() | texts | st.integers(-(2**53), 2**53) | st.just(RESTRICTION),
    status=st.sampled_from(["valid", "reopened", "doubtful", "skipped", "confirmed"]),
    source=st.integers(0, 2**53),
    author=st.sampled_from(["customer", "agent", "rule"]),
    at=st.none() | st.just(NOW),
)
inbounds = st.builds(
    Inbound,
    id=st.integers(0, 2**53),
    text=texts,
    kind=st.sampled_from(["text", "tap", "voice"]),
    prompt=st.none() | st.integers(0, 99),
    option=st.none() | st.integers(0, 99),
    media=st.none() | st.builds(Media, st.sampled_from(["photo", "voice"]), st.none() | st.integers(0, 600)),
    choice=st.none() | texts,
    author=st.just("customer"),
    sent_at=st.none() | st.just(NOW),
    first=st.none(),
)
options = st.builds(Option, texts, st.none() | texts | st.dictionaries(texts, answers, max_size=2), texts, texts, st.booleans())
offers = st.builds(Offer, texts, st.tuples(options), st.dictionaries(texts, texts, max_size=2), texts)
prompts = st.builds(OpenPrompt, st.integers(0, 99), texts, st.tuples(options, options), st.none() | offers, st.just(NOW))
calls = st.builds(
    Call, st.sampled_from(["text", "buttons", "list"]), texts, st.tuples(st.builds(Choice, texts, texts, texts)), texts, texts
)


def back(kind: Json[Any], value: Any) -> Any:
    return kind.decode(encode(value))


@given(st.dictionaries(texts, answers, max_size=4))
def test_answers_come_back(value: dict[str, Answer]) -> None:
    assert back(tables.ANSWERS, value) == value


@given(st.dictionaries(texts, inbounds, max_size=3))
def test_what_was_said_comes_back(value: dict[str, Inbound]) -> None:
    assert back(tables.SAID, value) == value


@given(prompts)
def test_an_open_prompt_comes_back(value: OpenPrompt) -> None:
    assert back(tables.OPEN_PROMPT, value) == value


@given(calls)
def test_a_call_comes_back(value: Call) -> None:
    assert back(tables.CALL, value) == value


@given(st.lists(st.tuples(texts, st.dictionaries(texts, texts, max_size=2)), max_size=3))
def test_what_is_owed_comes_back(value: list[tuple[str, dict[str, str]]]) -> None:
    assert back(tables.OWES, tuple(value)) == tuple(value)


def test_hazards_come_back() -> None:
    assert back(tables.HAZARDS, {"gas": NOW}) == {"gas": NOW}


def test_what_is_as_it_mostly_is_needs_no_words() -> None:
    """A field that has its default is not written; empty is not the same as lacking."""
    assert encode({"mobile": Inbound(3, "(11) 98765-4321", sent_at=NOW)}) == (
        '{"mobile":{"id":3,"text":"(11) 98765-4321","sent_at":"2026-03-01T15:30:00.123456Z"}}'
    )
    assert encode({"individual.cpf": Answer(None, "skipped")}) == '{"individual.cpf":{"value":null,"status":"skipped"}}'


def test_rows_that_say_everything_are_read() -> None:
    """Until decision 0301 each field was written."""
    said = (
        '{"mobile":{"id":3,"text":"(11) 98765-4321","kind":"text","prompt":null,"option":null,"first":null,"media":null,"choice":null,'
        '"author":"customer","sent_at":"2026-03-01T15:30:00.123456Z"}}'
    )
    assert tables.SAID.decode(said) == {"mobile": Inbound(3, "(11) 98765-4321", sent_at=NOW)}
    answered = '{"individual.email":{"value":"a@b.com","status":"valid","source":4,"author":"customer","at":null}}'
    assert tables.ANSWERS.decode(answered) == {"individual.email": Answer("a@b.com", source=4)}
    asked = (
        '{"id":2,"words":"safety-safe","options":[{"name":"safe","does":null,"label":"Saí","hint":"","pinned":false}],"offer":'
        '{"words":"offer-more","options":[],"values":{},"before":""},"asked_at":"2026-03-01T15:30:00.123456Z","refusals":0,"asked":1,'
        '"page":0}'
    )
    assert tables.OPEN_PROMPT.decode(asked) == OpenPrompt(2, "safety-safe", (Option("safe", label="Saí"),), Offer("offer-more", ()), NOW)


class Words(str):
    __slots__ = ()


def test_words_of_the_catalogue_are_stored_as_text() -> None:
    assert encode({"text": Words("Olá")}) == '{"text":"Olá"}'


@pytest.mark.parametrize("value", [object(), math])
def test_what_is_no_record_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="is no record"):
        encode({"x": value})


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode("\ud800")


def add(connection: Connection, **values: Any) -> None:
    connection.execute(insert(tables.event).values(actor="a", act="b", **values))


def test_times_come_back_as_utc(migrated_url: str) -> None:
    """From any zone, to the microsecond; and they sort as times do, which text of several widths would not."""

    async def scenario(house: House) -> None:
        sao_paulo = timezone(timedelta(hours=-3))
        moments = [NOW.replace(microsecond=0), NOW, NOW.astimezone(sao_paulo) + timedelta(microseconds=1), NOW + timedelta(hours=1)]
        for moment in reversed(moments):
            await house.run(partial(add, at=moment))
        rows = await house.rows(select(tables.event.c.at).order_by(tables.event.c.at))
        assert [row.at for row in rows] == moments
        assert {row.at.utcoffset() for row in rows} == {timedelta(0)}

    in_house(migrated_url, scenario)


def test_an_hour_that_a_zone_has_twice_is_two_times(migrated_url: str) -> None:
    """Python calls both equal: they may not be remembered as one."""

    async def scenario(house: House) -> None:
        first = datetime(2018, 2, 17, 23, 30, tzinfo=ZoneInfo("America/Sao_Paulo"))  # the end of summer time
        for moment in (first, first.replace(fold=1)):
            await house.run(partial(add, at=moment))
        assert await house.column(tables.event.c.at) == [datetime(2018, 2, 18, hour, 30, tzinfo=UTC) for hour in (1, 2)]

    in_house(migrated_url, scenario)


def test_a_naive_time_is_refused(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        naive = NOW.replace(tzinfo=None)
        with pytest.raises(Exception, match="naive"):
            await house.run(partial(add, at=naive))

    in_house(migrated_url, scenario)


def test_empty_and_absent_are_different(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        values: list[Any] = [None, {}, 0, ""]
        for before in values:
            await house.run(partial(add, at=NOW, before=before))
        assert await house.column(tables.event.c.before) == values

    in_house(migrated_url, scenario)
