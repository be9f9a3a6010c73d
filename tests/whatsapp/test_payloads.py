"""Webhooks become parts, and parts messages: every kind, every shape, and nothing that is brought can harm."""

import json
import re
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.whatsapp import payloads
from bot.handlers.whatsapp.payloads import parts_of
from bot.handlers.whatsapp.reader import LIMITS, Reader
from bot.ingest import cleaned
from core.messages import Card, Inbound, Media, Part, Place
from core.presses import Press
from storage.records import encode
from tests.whatsapp.samples import (
    ACCOUNTS,
    ANA,
    ANA_ID,
    ANA_ID_ANEW,
    FOREIGN,
    KINDS,
    OTHER_PHONE,
    PHONE,
    TIME,
    body,
    change,
    contact,
    error,
    message,
    said,
    status,
    system,
    tap,
    text,
    wamid,
)

READER = Reader()


def heard(raw: bytes) -> Inbound:
    (part,) = parts_of(raw, ACCOUNTS)
    assert part.about == "talk"
    return READER.parse(stored(part))


def stored(part: Part) -> Part:
    """As the worker gets it."""
    clean, kept = cleaned(part)
    return Part(clean.channel, clean.account, clean.external_id, msgspec.json.decode(kept), (), clean.address)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_read(name: str) -> None:
    sent, kind = KINDS[name]
    (part,) = parts_of(said(sent), ACCOUNTS)
    assert (part.about, part.channel, part.account, part.external_id) == ("talk", "whatsapp", PHONE, sent["id"])
    inbound = READER.parse(stored(part))
    assert inbound.kind == kind
    assert inbound.author == "customer"
    assert inbound.sent_at is not None
    assert inbound.message == sent["id"]


@pytest.mark.parametrize(
    "name, expected",
    [
        ("text", {"text": "a pia vaza", "replies_to": ""}),
        ("text of an advert", {"payload": "ad:120210000000000000"}),
        ("reply to a message", {"replies_to": wamid(90)}),
        ("button", {"prompt": 3, "option": 1, "first": None, "of": wamid(90), "text": ""}),
        ("row of a list", {"prompt": 3, "option": 1, "of": wamid(90)}),
        ("another page", {"prompt": 3, "option": None, "first": 8}),
        ("button that is not ours", {"text": "Cancelar", "prompt": None}),
        ("button of a template", {"text": "Continuar"}),
        ("button of a card", {"press": Press("card", 12, "claim"), "of": ""}),
        ("image", {"text": "a pia", "media": Media("photo", ref="1003383421387256", mime="image/jpeg")}),
        ("voice", {"media": Media("voice", ref="1003383421387256", mime="audio/ogg")}),
        ("document", {"text": "o laudo", "media": Media("document", ref="1003383421387256", mime="application/pdf", name="laudo.pdf")}),
        ("location", {"place": Place(-23.55052, -46.633308, "Padaria Lua, Rua das Flores, 88")}),
        ("own card", {"card": Card(f"+{ANA}", "Ana Prado", own=True)}),
        ("card of another", {"card": Card("+5511987651111", "Bia Reis")}),
        ("reaction", {"text": "👍", "of": wamid(90)}),
        ("reaction taken back", {"text": "", "of": wamid(90)}),
        ("order", {"text": "dois, por favor"}),
        ("edit", {"text": "a torneira vaza", "of": wamid(1)}),
        ("edit of a caption", {"text": "a torneira", "of": wamid(1)}),
        ("revoke", {"of": wamid(1)}),
    ],
)
def test_what_each_kind_says(name: str, expected: dict[str, Any]) -> None:
    inbound = heard(said(KINDS[name][0]))
    assert {each: getattr(inbound, each) for each in expected} == expected


@pytest.mark.parametrize(
    "data", ["p3:", "p:1", "p3", "p3:x", "p3:-1", "p3:1:2", "p³:1", "p3:>", f"p{10**30}:1", "x3:1", "", "c12", "p3:1 "]
)
def test_a_button_that_is_not_ours_counts_as_its_words(data: str) -> None:
    inbound = heard(said(tap(data, "Sim")))
    assert (inbound.kind, inbound.text, inbound.option, inbound.press) == ("text", "Sim", None, None)


def test_what_waits_for_companions() -> None:
    """Each photo of an album is a webhook of its own."""
    waits = {name: part.waits for name, (sent, _) in KINDS.items() for part in parts_of(said(sent), ACCOUNTS)}
    assert {name for name, each in waits.items() if each} == {"image", "video", "document"}
    assert {"text", "voice", "location", "edit"} <= {name for name, each in waits.items() if each is None}
    assert {"button", "own card", "reaction", "revoke", "number changed"} <= {name for name, each in waits.items() if each is False}


# ── entry × changes × messages and statuses ──────────────────────────────────


def test_a_batch_of_two_entries_two_changes_and_three_messages_is_twelve() -> None:
    """F2."""
    changes = [change(contacts=[contact()], messages=[text(number=f"{at}{each}") for each in "abc"]) for at in (1, 2)]
    raw = body(*changes)
    second = msgspec.json.decode(raw)
    second["entry"].append(json.loads(json.dumps(second["entry"][0]).replace("FDNB", "FDNC")))
    parts = parts_of(msgspec.json.encode(second), ACCOUNTS)
    assert len(parts) == len({part.external_id for part in parts}) == 12
    assert {part.about for part in parts} == {"talk"}


def test_messages_statuses_and_errors_of_one_change() -> None:
    value: dict[str, Any] = {"contacts": [contact()], "messages": [text(), text(number=2)], "statuses": [status(), status("read")]}
    parts = parts_of(body(change(**value, errors=[error(130429, "Rate limit hit")])), ACCOUNTS)
    assert [part.about for part in parts] == ["talk", "talk", "delivery", "delivery", "channel"]
    assert parts[-1].body["value"]["errors"][0]["code"] == 130429
    assert "a pia vaza" not in str(parts[-1].body)


def test_each_message_is_of_its_own_account() -> None:
    parts = parts_of(body(change(messages=[text()]), change(phone=OTHER_PHONE, messages=[text(number=2)])), ACCOUNTS)
    assert [part.account for part in parts] == [PHONE, OTHER_PHONE]


@pytest.mark.parametrize("value", [{"messages": [text()], "contacts": [contact()]}, {"statuses": [status()]}, {"message_echoes": [text()]}])
def test_what_is_for_the_number_of_another_installation_is_an_event(value: dict[str, Any]) -> None:
    """Without what was said there."""
    (part,) = parts_of(body(change(phone=FOREIGN, **value)), ACCOUNTS)
    assert (part.about, part.account) == ("channel", FOREIGN)
    assert {name: part.body["value"][name] for name in value} == {name: len(each) for name, each in value.items()}
    assert ANA not in str(part.body)


FIELDS: dict[str, dict[str, Any]] = {
    "account_update": {"event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING"}]},
    "phone_number_quality_update": {"display_phone_number": "551130000000", "event": "DOWNGRADE", "current_limit": "TIER_250"},
    "business_capability_update": {"max_daily_conversation_per_phone": 250},
    "message_template_status_update": {"event": "REJECTED", "message_template_name": "lembrete", "reason": "INVALID_FORMAT"},
}


@pytest.mark.parametrize("field", FIELDS)
def test_news_of_the_account_are_events(field: str) -> None:
    raw = msgspec.json.encode(
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": field, "value": FIELDS[field]}]}]}
    )
    (part,) = parts_of(raw, ACCOUNTS)
    assert (part.about, part.body) == ("channel", {"field": field, "value": FIELDS[field]})
    assert parts_of(raw, ACCOUNTS) == [part]  # brought again, it is the same


def test_a_user_id_that_changed_is_told_in_a_field_of_its_own_too() -> None:
    update = {
        "wa_id": ANA,
        "detail": "User id has been updated.",
        "user_id": {"previous": ANA_ID, "current": ANA_ID_ANEW},
        "timestamp": TIME,
    }
    raw = body(change("user_id_update", contacts=[contact(user=None)], user_id_update=[update, {}, None]))
    told, *odd = parts_of(raw, ACCOUNTS)
    assert (told.about, told.ids, told.former, told.address) == ("talk", (("user_id", ANA_ID_ANEW),), (("user_id", ANA_ID),), ANA_ID_ANEW)
    assert READER.parse(stored(told)).kind == "moved"
    assert [part.about for part in odd] == ["channel", "channel"]


@pytest.mark.parametrize(
    "sent",
    [
        text(group_id="Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD"),
        message("request_welcome"),
        system("customer_identity_changed", identity="x", customer=ANA),
        text("de ninguém") | {"from": None, "from_user_id": None},
        message("text", {"body": "sem número"}, id=None),
        "a pia vaza",
        None,
        17,
    ],
)
def test_what_nobody_says_begins_no_turn(sent: Any) -> None:
    (part,) = parts_of(body(change(messages=[sent])), ACCOUNTS)
    assert part.about == "channel"
    assert "ninguém" not in str(part.body)
    assert part.external_id


def test_whatever_else_an_account_subscribes_to_names_nobody() -> None:
    """Calls, what somebody wants to be sent, and what comes one day: an event is kept for ever."""
    called = change("calls", contacts=[contact()], calls=[{"id": "wacid.1", "from": ANA, "event": "connect"}])
    unwanted = change("user_preferences", user_preferences=[{"wa_id": ANA, "value": "stop"}], last={"user_id": ANA_ID})
    for part in parts_of(body(called, unwanted), ACCOUNTS):
        assert part.about == "channel"
        assert not {ANA, ANA_ID, "Ana Prado"} & set(re.findall(r"[\w. ]+", str(part.body)))


def test_an_id_that_no_index_holds_is_no_message() -> None:
    endless, kept = parts_of(body(change(messages=[text(id="w" * 10_000), text(number=2)])), ACCOUNTS)
    assert (endless.about, kept.about) == ("channel", "talk")


def test_a_webhook_is_hashed_once_however_many_odd_things_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is heard while it is read."""
    hashed: list[bytes] = []

    def counted(raw: bytes) -> Any:
        hashed.append(raw)
        return sha256(raw)

    monkeypatch.setattr(payloads, "sha256", counted)
    many = body(change(statuses=[{}] * 50), change("calls"))
    assert len({part.external_id for part in parts_of(many, ACCOUNTS)}) == 51
    assert hashed == [many]


def test_what_is_written_on_the_business_telephone_is_an_agents() -> None:
    sent = text("já vamos", to=ANA, to_user_id=ANA_ID) | {"from": "551130000000", "from_user_id": None}
    (part,) = parts_of(body(change("smb_message_echoes", contacts=[contact()], message_echoes=[sent])), ACCOUNTS)
    assert (part.ids, part.address) == ((("user_id", ANA_ID), ("number", f"+{ANA}")), ANA)
    inbound = READER.parse(stored(part))
    assert (inbound.author, inbound.text) == ("agent", "já vamos")


# ── reports ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("state, expected", [("sent", "sent"), ("delivered", "delivered"), ("read", "read"), ("played", "read")])
def test_a_status_is_a_report(state: str, expected: str) -> None:
    (part,) = parts_of(body(change(statuses=[status(state, tracker="z:41:2")])), ACCOUNTS)
    assert (part.about, part.ids, part.address) == ("delivery", (), "")
    assert part.delivery is not None
    assert (part.delivery.state, part.delivery.external_id, part.delivery.outbox_id, part.delivery.attempt) == (expected, wamid(1), 41, 2)
    assert part.delivery.outcome is None


@pytest.mark.parametrize("tracker", [None, "", "z:1", "z:x:1", "z:1:x", "a:1:1", "z:0:1", "z:-1:1", f"z:{10**30}:1", "z:1:1:1", "z:¹:1"])
def test_a_tracker_that_is_not_ours_is_none(tracker: str | None) -> None:
    (part,) = parts_of(body(change(statuses=[status(tracker=tracker)])), ACCOUNTS)
    assert part.delivery is not None
    assert (part.delivery.outbox_id, part.delivery.attempt) == (None, None)


@pytest.mark.parametrize(
    "code, do, dead",
    [(131026, "failed", True), (131056, "again", False), (131042, "hold", False), (131053, "failed", False), (0, "failed", False)],
)
def test_a_failure_says_what_to_do(code: int, do: str, dead: bool) -> None:
    (part,) = parts_of(body(change(statuses=[status("failed", errors=[error(code, "Trouble")] if code else [])])), ACCOUNTS)
    assert part.delivery is not None
    assert part.delivery.outcome is not None
    assert (part.delivery.outcome.do, part.delivery.outcome.dead_address) == (do, dead)


@pytest.mark.parametrize("odd", [status("warning"), status(id="wamid.\0"), status(id="ü"), status(id=""), {}, None, [], "sent"])
def test_an_odd_status_is_an_event(odd: Any) -> None:
    parts = parts_of(body(change(statuses=[odd, status("read")])), ACCOUNTS)
    assert [part.about for part in parts] == ["channel", "delivery"]


# ── whatever comes ───────────────────────────────────────────────────────────

DEEP = b'{"entry":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
WHOLE = said(*[sent for sent, _ in KINDS.values()])


@pytest.mark.parametrize(
    "raw", [b"", b"{", DEEP, b"\xff\0", b"null", b"[]", b"17", b'{"entry": 1}', b'{"entry": [[]]}', b'{"entry": [{"changes": [1]}]}']
)
def test_what_nobody_can_read_is_one_event(raw: bytes) -> None:
    (part,) = parts_of(raw, ACCOUNTS)
    assert part.about == "channel"
    cleaned(part)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE)))
def test_what_was_cut_off_never_raises(end: int) -> None:
    for part in parts_of(WHOLE[:end], ACCOUNTS):
        cleaned(part)


def test_what_no_database_takes_in_the_name_of_an_account() -> None:
    (part,) = parts_of(
        b'{"entry":[{"changes":[{"field":"\\ud800","value":{"metadata":{"phone_number_id":"1\\ud800\\u0000"}}}]}]}', ACCOUNTS
    )
    assert (part.about, cleaned(part)[0].account) == ("channel", "1")


@pytest.mark.parametrize("depth", range(200, 1_100, 50))
def test_nothing_is_nested_too_deeply(depth: int) -> None:
    deep = b"[" * depth + b'"\\u0000"' + b"]" * depth
    for raw in (deep, b'{"entry":[{"changes":[{"value":' + deep + b"}]}]}", said(text()).replace(b'"a pia vaza"', deep)):
        assert all(cleaned(part)[1] for part in parts_of(raw, ACCOUNTS))


def test_a_message_nested_without_end_harms_nobody() -> None:
    nested = b'{"a":' * 900 + b'"\\u0000"' + b"}" * 900
    raw = said(text(), text(number=2)).replace(b'{"body":"a pia vaza"}', nested, 1)
    parts = parts_of(raw, ACCOUNTS)
    kept = [cleaned(part)[1] for part in parts]
    assert any("a pia vaza" in each for each in kept) or len(parts) == 1
    assert "\\u0000" not in "".join(kept)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "text", "body", "from", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
PLACES = st.sampled_from(
    "entry changes value metadata contacts messages statuses profile wa_id user_id from id type timestamp text body image context system "
    "interactive button_reply errors status location phones".split()
)


def _with(value: Any, name: str, junk: Any) -> Any:
    """The same, with junk wherever that name stands."""
    if isinstance(value, dict):
        return {key: junk if key == name else _with(each, name, junk) for key, each in value.items()}
    return [_with(each, name, junk) for each in value] if isinstance(value, list) else value


@settings(max_examples=300)
@given(name=PLACES, junk=JSON, kind=st.sampled_from([*KINDS]))
def test_junk_in_any_place_is_stored_and_read_or_an_event(name: str, junk: Any, kind: str) -> None:
    raw = json.loads(
        body(change(contacts=[contact()], messages=[KINDS[kind][0], text(number=2)], statuses=[status("failed", errors=[error(1, "x")])]))
    )
    for part in parts_of(json.dumps(_with(raw, name, junk)).encode(), ACCOUNTS):
        assert part.external_id
        assert (part.about == "talk") == bool(part.ids) == bool(part.address)
        if part.about == "talk":
            assert isinstance(READER.parse(stored(part)), Inbound)
        else:
            encode(cleaned(part)[1])


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=80), JSON.map(lambda value: json.dumps(value).encode())))
def test_no_bytes_raise(raw: bytes) -> None:
    assert len(parts_of(raw, ACCOUNTS)) == 1


def test_the_limits_are_those_that_are_published() -> None:
    assert (LIMITS.text, LIMITS.body, LIMITS.buttons, LIMITS.button) == (4096, 1024, 3, 20)
    assert (LIMITS.rows, LIMITS.title, LIMITS.description, LIMITS.page, LIMITS.window_hours) == (10, 24, 72, 10, 24)
