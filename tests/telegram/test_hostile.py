"""Whatever an update looks like: nothing is raised, nothing blocks its neighbours, nothing is lost."""

import asyncio
import itertools
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.handlers.telegram.updates import ALLOWED_UPDATES, part_of, updates_in
from bot.ingest import ingest
from bot.programs.app import means
from bot.settings import Settings
from bot.worker import TurnsFailedError, take_turns
from core.messages import Part
from storage import inbox as inboxes
from storage.database import Database, connect
from storage.tables import inbox
from tests.house import START

ACCOUNT = "110201543"
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=20),
    st.text(st.sampled_from("\0\ud800\u202e🔥a*_"), max_size=9),
    st.lists(st.integers(), max_size=2),
)
NAMES = st.sampled_from(
    "text caption photo video voice audio document sticker contact location venue chat from user message message_id date data id type "
    "file_id file_size duration phone_number user_id first_name latitude longitude entities media_group_id new_reaction edit_date "
    "new_chat_member status pinned_message forward_origin reply_markup emoji".split()
)
JUNK = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=6), max_leaves=12
)
PRIVATE = st.fixed_dictionaries({"id": st.just(77), "type": st.just("private")})
SENDER = st.fixed_dictionaries({"id": st.just(77), "is_bot": st.just(False)})
WITHIN = st.fixed_dictionaries(
    {"chat": PRIVATE | JUNK, "from": SENDER | JUNK}, optional={"user": SENDER, "message": st.fixed_dictionaries({"chat": PRIVATE})}
)
ITEMS = st.builds(lambda plain, more: {**more, **plain}, WITHIN, st.dictionaries(NAMES, JUNK, max_size=6))
UPDATES = st.dictionaries(st.sampled_from(ALLOWED_UPDATES) | st.text(max_size=8), ITEMS | JUNK, min_size=1, max_size=2)


def message(number: int, who: int, text: str) -> dict[str, Any]:
    """As a person's telephone sends it."""
    person = {"id": who, "is_bot": False, "first_name": "Ana"}
    chat = {"id": who, "type": "private", "first_name": "Ana"}
    return {"update_id": number, "message": {"message_id": number, "from": person, "chat": chat, "date": 1_764_000_000, "text": text}}


@settings(max_examples=1_000)
@given(UPDATES | JUNK)
def test_an_update_of_any_shape_is_a_part_that_can_be_stored(update: Any) -> None:
    part = part_of(update, ACCOUNT)
    assert part.about == "channel" or part.address == "77"
    assert Part(*(getattr(part, name) for name in Part.__struct_fields__)) == part


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b'"\xff"', b'{"update_id": 1e999}', b"[" * 100_000, b'{"a": "\\ud800"}', b"\0"])
def test_a_body_that_is_no_update_is_one_that_nobody_can_read(raw: bytes) -> None:
    (update,) = updates_in(raw)
    part = part_of(update, ACCOUNT)
    assert part.about == "channel"
    assert part.external_id.startswith("unreadable:")


# ── in the store, between good ones ──────────────────────────────────────────


async def heard(database: Database, parts: list[Part]) -> list[str]:
    """Takes all turns, as long as it lasts; the texts of what ended well."""
    by, now = means(Settings()), START
    await database.run(partial(ingest, parts=parts, now=now))
    alone: int | None = None
    for _ in range(60 + 10 * len(parts)):
        now += timedelta(seconds=15)
        try:
            taken = await database.run(partial(take_turns, now=now, means=by, alone=alone))
        except TurnsFailedError as failure:
            failed = partial(inboxes.count_failure, ids=failure.inbox_ids, now=now, rest=inboxes.REST, reason="raised")
            await database.run(failed)
            continue
        alone = taken.suspect
        if not taken.turns and alone is None:
            break
    rows = await database.run(lambda connection: connection.execute(select(inbox.c.part, inbox.c.result)).all())
    assert all(result in ("done", "parked") for _, result in rows)
    texts = [part.get("message", {}).get("text") for part, result in rows if result == "done"]
    return [text for text in texts if isinstance(text, str)]


_numbers = itertools.count(1_000, 100)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(UPDATES, min_size=10, max_size=10))
def test_neighbours_of_hostile_updates_are_heard(migrated_url: str, hostile: list[dict[str, Any]]) -> None:
    """Of the same person and of another one. On two engines, 500 each."""
    first = next(_numbers)
    odd = [{**update, "update_id": first + 1 + place} for place, update in enumerate(hostile)]
    good = [
        message(first, 77, f"antes {first}"),
        *odd,
        message(first + 90, 77, f"depois {first}"),
        message(first + 91, 78, f"outra {first}"),
    ]

    async def run() -> None:
        database = connect(migrated_url)
        try:
            said = await heard(database, [part_of(update, ACCOUNT) for update in good])
        finally:
            await database.close()
        assert {f"antes {first}", f"depois {first}", f"outra {first}"} <= set(said)

    asyncio.run(run())
