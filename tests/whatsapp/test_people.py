"""Who wrote, by whichever ids the platform tells: older payloads, newer ones, both, and after a change (F21, F22)."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.handlers.whatsapp.people import Person, recipient, sender
from core.phones import phone_match_key, spellings
from tests.whatsapp.samples import ANA, ANA_ANEW, ANA_ID, ANA_ID_ANEW, BIA, BIA_ID, contact, system, text

BOTH = (("user_id", ANA_ID), ("number", f"+{ANA}"))
NUMBER, USER = BOTH[1:], BOTH[:1]
ANEW = (("user_id", ANA_ID_ANEW), ("number", f"+{ANA_ANEW}"))
SHORT, LONG = "554188887777", "5541988887777"  # one line, without and with its ninth digit


def of(number: str | None = None, user: str | None = None) -> Mapping[str, Any]:
    given = {"from": number, "from_user_id": user}
    return {key: value for key, value in (text() | given).items() if value is not None}


@pytest.mark.parametrize(
    "message, contacts, ids, address",
    [
        (of(ANA, ANA_ID), [contact()], BOTH, ANA),
        (of(ANA), [contact(user=None)], NUMBER, ANA),  # until 2026
        (of(ANA), [contact()], BOTH, ANA),
        (of(None, ANA_ID), [contact()], BOTH, ANA),
        (of(None, ANA_ID), [contact(number=None)], USER, ANA_ID),  # the number is hidden
        (of(), [contact(number=None)], USER, ANA_ID),
        (of(), [contact()], BOTH, ANA),
        (of(ANA, ANA_ID), [], BOTH, ANA),
        (of(ANA_ID), [], USER, ANA_ID),  # some providers put it there
        (of(ANA, ANA_ID), [contact(BIA, BIA_ID), contact()], BOTH, ANA),
        (of(ANA), [contact(BIA, BIA_ID), contact()], BOTH, ANA),
        (of(None, ANA_ID), [contact(BIA, BIA_ID), contact()], BOTH, ANA),
        (of(ANA, ANA_ID), [contact(BIA, BIA_ID)], BOTH, ANA),  # somebody else's
        (of(ANA), [contact(BIA, BIA_ID)], NUMBER, ANA),
        (of(ANA, ANA_ID), [contact(ANA, BIA_ID)], BOTH, ANA),  # contradicts
        (of(SHORT), [contact(LONG, user=None)], (("number", f"+{LONG}"),), LONG),  # F21: as it is received, never rewritten
        (of(LONG), [contact(SHORT, user=None)], (("number", f"+{SHORT}"),), SHORT),
        (of(f"+{ANA}"), [], NUMBER, ANA),
    ],
)
def test_who_wrote(message: Mapping[str, Any], contacts: list[Any], ids: Any, address: str) -> None:
    assert sender(message, contacts) == Person(ids, address)


@pytest.mark.parametrize(
    "message, contacts",
    [
        (of(), []),
        (of(), [contact(BIA, BIA_ID), contact()]),  # of two nobody knows whose it is
        (of("", ""), [None, 17]),
        (of("123", "x"), []),
        (of("5511987654477" * 2), []),
        (of("<script>", "\0"), []),
    ],
)
def test_whom_nobody_names(message: Mapping[str, Any], contacts: list[Any]) -> None:
    assert sender(message, contacts) is None


def test_to_whom_was_written_on_the_business_telephone() -> None:
    echo = {"from": "551130000000", "to": ANA, "to_user_id": ANA_ID, "id": "x", "type": "text"}
    assert recipient(echo, []) == Person(BOTH, ANA)
    assert recipient({"from": "551130000000", "to": ANA}, [contact()]) == Person(BOTH, ANA)
    assert recipient({"from": "551130000000"}, []) is None


WORDS = f"User Ana Prado changed from {ANA_ID} to {ANA_ID_ANEW}"


@pytest.mark.parametrize(
    "told, before, ids, former",
    [
        (system(wa_id=ANA_ANEW, user_id=ANA_ID_ANEW), (ANA, ANA_ID), ANEW, BOTH),
        (system(wa_id=ANA_ANEW), (ANA, None), ANEW[1:], NUMBER),
        (system("customer_changed_number", new_wa_id=ANA_ANEW, customer=ANA), (None, None), ANEW[1:], NUMBER),
        (system(wa_id=ANA_ANEW), (ANA, ANA_ID), ANEW[1:], BOTH),  # the new user id comes with the next message
        (system("user_changed_user_id", user_id=ANA_ID_ANEW, previous_user_id=ANA_ID), (None, None), ANEW[:1], USER),
        (system("user_changed_user_id", user_id=ANA_ID_ANEW, wa_id=ANA_ANEW), (None, ANA_ID), ANEW, USER),
        (system("user_changed_user_id", WORDS, user_id=ANA_ID_ANEW), (None, None), ANEW[:1], USER),
        (system("user_changed_user_id", WORDS), (None, None), ANEW[:1], USER),
        (system("user_changed_user_id", user_id=ANA_ID_ANEW, wa_id=ANA), (None, None), (ANEW[0], BOTH[1]), NUMBER),  # whoever had it
        (system(wa_id=ANA, user_id=ANA_ID), (ANA, ANA_ID), BOTH, NUMBER),  # nothing is different
    ],
)
def test_a_change_names_who_they_were(told: Any, before: tuple[str | None, str | None], ids: Any, former: Any) -> None:
    message = told | {"from": before[0], "from_user_id": before[1]}
    person = sender(message, [])
    assert person is not None
    assert (person.ids, person.former) == (ids, former)
    assert person.address == (ids[-1][1].removeprefix("+"))


def test_a_name_cannot_pretend_a_change() -> None:
    """The person chose it; what Meta says itself stands at the end."""
    words = f"User x changed from {BIA_ID} to {BIA_ID} changed from {ANA_ID} to {ANA_ID_ANEW}"
    person = sender(system("user_changed_user_id", words) | {"from": None, "from_user_id": None}, [])
    assert person is not None
    assert (person.ids, person.former) == (ANEW[:1], USER)


def test_a_change_that_names_nobody_is_nobodys() -> None:
    assert sender(system(), []) is None


def test_both_spellings_of_a_number_lead_to_one_person() -> None:
    """F21."""
    assert spellings(f"+{SHORT}")[::-1] == spellings(f"+{LONG}")
    assert phone_match_key(SHORT) == phone_match_key(LONG)
    assert spellings("+551133334444") == ("+551133334444",)  # a landline on WhatsApp gets no ninth digit
