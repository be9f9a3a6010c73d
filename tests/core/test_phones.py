"""Mobile numbers: every spelling that is read, every reason to refuse, and the key that two spellings share."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Rejected
from core.phones import AREA_CODES, format_mobile, mask_mobile, parse_mobile, phone_match_key, spellings

MOBILE = "+5511987654321"


def refusal(text: object, default_area_code: str | None = None) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse_mobile(text, default_area_code=default_area_code)  # type: ignore[arg-type]
    return caught.value


# ── accepted ─────────────────────────────────────────────────────────────────


def test_the_67_area_codes() -> None:
    assert len(AREA_CODES) == 67
    for first, second in itertools.product("0123456789", repeat=2):
        text = f"({first}{second}) 98765-4321"
        if first + second in AREA_CODES:
            assert parse_mobile(text) == f"+55{first}{second}987654321"
        elif first == "0":  # a trunk 0, or 00: read otherwise, and refused
            refusal(text)
        else:
            assert refusal(text).details == {"area_code": first + second}


@pytest.mark.parametrize(
    "text",
    [
        "11987654321",
        "(11) 98765-4321",
        "(11)98765-4321",
        "11 9 8765-4321",
        "11.98765.4321",
        "11/98765-4321",
        "11 98765–4321",
        "11—98765—4321",
        "11-98765-4321",
        "11 98765‑4321",
        "11\u00a098765\u00a04321",
        "+55 11 98765-4321",
        "+55 (11) 98765-4321",
        "(+55) 11 98765-4321",
        "+5511987654321",
        "5511987654321",
        "55 11 98765-4321",
        "55 (011) 98765-4321",
        "005511987654321",
        "00 55 11 98765-4321",
        "011987654321",
        "(011) 98765-4321",
        "0 11 98765-4321",
        "+55 011 98765-4321",
        "015 11 98765-4321",
        "0 21 11 98765-4321",
        "01511987654321",
        "tel 11 98765-4321",
        "Tel.: (11) 98765-4321",
        "Telefone: 11 98765-4321",
        "cel: 11 98765-4321",
        "CEL 11987654321",
        "Celular - 11 98765-4321",
        "zap 11987654321",
        "zap11987654321",
        "whatsapp: 11 98765-4321",
        "whats 11 98765-4321",
        "celular/whatsapp: 11 98765-4321",
        "(cel) 11 98765-4321",
        "11 98765-4321 (whats)",
        "11 98765-4321(WhatsApp)",
        "11 98765-4321 zap",
        "11 98765-4321.",
        " 11 98765-4321\n",
        "11\n98765-4321",  # a burst is joined by line breaks
        "１１　９８７６５－４３２１",
        "＋５５１１９８７６５４３２１",
        "\u202a+55 11 98765-4321\u202c",
        "\u200e11 98765-4321\u200f",
        "\ufeff11\u200b98765\u20604321",
    ],
)
def test_spellings_of_one_mobile(text: str) -> None:
    assert parse_mobile(text) == MOBILE


@pytest.mark.parametrize("text", ["98765-4321", "987654321", "9 8765 4321", "098765-4321", "+55 98765-4321"])
def test_without_area_code_only_where_one_is_known(text: str) -> None:
    assert parse_mobile(text, default_area_code="11") == MOBILE
    for unknown in (None, "", "20", "011"):
        assert refusal(text, unknown).code == "mobile_area_code"


def test_a_given_area_code_is_never_replaced() -> None:
    assert parse_mobile("21 98765-4321", default_area_code="11") == "+5521987654321"


@pytest.mark.parametrize(
    "text", ["55987654321", "(55) 98765-4321", "5555987654321", "+55 55 98765-4321", "055 98765-4321", "0 15 55 98765-4321"]
)
def test_area_code_55_is_in_rio_grande_do_sul(text: str) -> None:
    assert parse_mobile(text) == "+5555987654321"


@pytest.mark.parametrize(
    "text,number",
    [
        ("+1 650 253 0000", "+16502530000"),
        ("+1 (650) 253-0000", "+16502530000"),
        ("001 650 253 0000", "+16502530000"),
        ("+351 912 345 678", "+351912345678"),
        ("00351912345678", "+351912345678"),
        ("+54 9 11 2345-6789", "+5491123456789"),
        ("+44 7400 123456", "+447400123456"),
    ],
)
def test_foreign_mobiles_with_plus_or_00(text: str, number: str) -> None:
    assert parse_mobile(text) == number


# ── refused ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text,code",
    [
        ("", "mobile_digits"),
        ("tel:", "mobile_digits"),
        ("123", "mobile_service"),
        ("11 98765-432", "mobile_lost_digit"),
        ("11 98765-43210", "mobile_digits"),
        ("11 88765-4321", "mobile_digits"),  # nine digits that begin with no 9
        ("351 912 345 678", "mobile_digits"),  # foreign, without + or 00
        ("1 650 253 0000", "mobile_digits"),
        ("1650253000012", "mobile_digits"),
        ("+1 650 253 000", "mobile_foreign"),
        ("+999 123456", "mobile_foreign"),
        ("+351 800 123 456", "mobile_foreign"),  # free of charge, abroad
        ("+351 212 345 678", "mobile_landline"),
        ("00", "mobile_foreign"),
        ("+0011987654321", "mobile_foreign"),
        ("(11) 3265-4321", "mobile_landline"),
        ("1132654321", "mobile_landline"),
        ("+55 11 3265-4321", "mobile_landline"),
        ("551132654321", "mobile_landline"),
        ("3265-4321", "mobile_landline"),
        ("5555555555", "mobile_landline"),
        ("11 9876-5432", "mobile_lost_digit"),
        ("11 98765-4321 / 11 98765-4322", "mobile_several"),
        ("11 98765-4321, 11 98765-4322", "mobile_several"),
        ("11 98765-4321 ou 3265-4321", "mobile_several"),
        ("11 98765-4321 e 98765-4322", "mobile_several"),
        ("11 98765-4321\n11 98765-4322", "mobile_several"),
        ("11987654321 11987654322", "mobile_several"),
        ("11 98765-4321 / 4322", "mobile_digits"),
        ("11 98765-4321 ramal 3", "mobile_characters"),  # an extension
        ("11 98765-4321 r. 3", "mobile_characters"),
        ("11 98765-4321 x3", "mobile_characters"),
        ("11 98765-4321;ext=3", "mobile_characters"),
        ("529.982.247-25", "mobile_document"),  # a CPF mask
        ("119.876.543-21", "mobile_document"),
        ("529982247-25", "mobile_document"),
        ("0800 123 4567", "mobile_service"),
        ("0800-123-456", "mobile_service"),
        ("0300 123 4567", "mobile_service"),
        ("4004-1234", "mobile_service"),
        ("3003 1234", "mobile_service"),
        ("190", "mobile_service"),
        ("193", "mobile_service"),
        ("tel 192", "mobile_service"),
        ("800 123 4567", "mobile_digits"),
        ("٠١١٩٨٧٦٥٤٣٢١", "mobile_characters"),  # digits of other scripts
        ("11 9८765-4321", "mobile_characters"),
        ("11 98765-432¹", "mobile_characters"),
        ("<b>11 98765-4321</b>", "mobile_characters"),  # markup
        ("*11 98765-4321*", "mobile_characters"),
        ("[11 98765-4321](tel:11987654321)", "mobile_characters"),
        ("11_98765_4321", "mobile_characters"),
        ("11,98765-4321", "mobile_characters"),
        ("-11987654321", "mobile_characters"),
        ("+", "mobile_characters"),
        ("+(+55) 11 98765-4321", "mobile_characters"),
        ("11 +987654321", "mobile_characters"),
        ("meu número é 11 98765-4321", "mobile_characters"),  # a sentence is for core.reading
        ("maria@gmail.com", "mobile_characters"),
        ("11\x00987654321", "mobile_characters"),
        ("\ud800", "mobile_characters"),
        ("9" * 101, "mobile_characters"),
        ("11 98765-4321 " * 100_000, "mobile_characters"),
        ("1" * 2_000_000, "mobile_characters"),
    ],
)
def test_refused(text: str, code: str) -> None:
    assert refusal(text).code == code


@pytest.mark.parametrize("text", ["0800 123 4567", "4004-1234", "190", "3265-4321", "11 98765-4321 / 11 98765-4322"])
def test_a_known_area_code_makes_no_mobile_of_them(text: str) -> None:
    refusal(text, "11")


@pytest.mark.parametrize("junk,code", [(None, "missing"), (11987654321, "invalid"), (b"11987654321", "invalid")])
def test_what_is_no_text(junk: object, code: str) -> None:
    assert refusal(junk).code == code


@pytest.mark.parametrize("first", "678")
def test_an_old_mobile_gets_its_ninth_digit_after_asking(first: str) -> None:
    for text in (f"11 {first}765-4321", f"+55 11 {first}7654321", f"5511{first}7654321"):
        refused = refusal(text)
        assert (refused.code, refused.details) == ("mobile_old", {"suggestion": f"(11) 9{first}765-4321"})
    assert refusal(f"{first}765-4321", "11").details == {"suggestion": f"(11) 9{first}765-4321"}
    assert refusal(f"{first}765-4321").code == "mobile_area_code"


# ── the key ──────────────────────────────────────────────────────────────────


def test_a_whatsapp_id_may_lack_the_ninth_digit() -> None:
    assert phone_match_key("+5511987654321") == phone_match_key("5511987654321") == phone_match_key("551187654321") == "1187654321"


def test_landlines_never_match_mobiles() -> None:
    assert phone_match_key("551140041234") == phone_match_key("+551140041234")
    assert phone_match_key("551140041234") != phone_match_key("5511940041234")
    assert phone_match_key("551132654321") != phone_match_key("5511932654321")


def test_foreign_numbers_match_by_their_own_digits() -> None:
    assert phone_match_key("+16502530000") == phone_match_key("16502530000") == "16502530000"
    assert phone_match_key("+351912345678") != phone_match_key("+5511912345678")


def test_a_foreign_number_never_has_the_key_of_a_brazilian_mobile() -> None:
    assert phone_match_key("+4587654321") != phone_match_key("5545987654321")  # Denmark, Paraná
    assert phone_match_key("11987654321") != phone_match_key("5511987654321")  # without 55 it is a number of +1


@pytest.mark.parametrize(
    "junk", ["", "+", "abc", "1234", "٥٥١١٩٨٧٦٥٤٣٢١", "5511987654321@s.whatsapp.net", "1" * 16, "1" * 1_000_000, "\ud800"]
)
def test_what_is_no_number_has_no_key(junk: str) -> None:
    with pytest.raises(Rejected):
        phone_match_key(junk)


AREA, EIGHT = st.sampled_from(sorted(AREA_CODES)), st.from_regex("[0-9]{8}", fullmatch=True)


@given(AREA, EIGHT, AREA, EIGHT)
def test_keys_are_equal_only_for_equal_numbers_less_the_ninth(area: str, eight: str, other_area: str, other: str) -> None:
    with_ninth, without = phone_match_key(f"+55{area}9{eight}"), phone_match_key(f"55{area}{eight}")
    assert (with_ninth == without) is (eight[0] in "6789")
    assert (with_ninth == phone_match_key(f"55{other_area}9{other}")) is ((area, eight) == (other_area, other))


# ── written ──────────────────────────────────────────────────────────────────


def test_written_for_people() -> None:
    assert format_mobile("+5511987651234") == "(11) 98765-1234"
    assert format_mobile("+16502530000") == "+1 650-253-0000"
    assert format_mobile("no number") == "no number"
    assert mask_mobile("+5511987651234") == "•••-1234"


@given(AREA, EIGHT)
def test_what_was_parsed_parses_again(area: str, eight: str) -> None:
    number = parse_mobile(f"{area}9{eight}")
    assert parse_mobile(number) == parse_mobile(format_mobile(number)) == number


@pytest.mark.parametrize("number", ["+16502530000", "+351912345678", "+5491123456789", "+447400123456", "+4915123456789", "+393123456789"])
def test_foreign_numbers_parse_again(number: str) -> None:
    assert parse_mobile(number) == parse_mobile(format_mobile(number)) == number


PIECES = st.sampled_from(
    [*"0159()+-./ –\u00a0\u200b²٣９\n\x00\ud800ex,;*", "11", "55", "98765", "4321", "+55", "00", "(whats)", "tel: ", "8765", " ou "]
)


@settings(max_examples=500)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join)), st.sampled_from([None, "11", "xx"]))
def test_any_text_is_a_mobile_or_refused(text: str, default: str | None) -> None:
    try:
        number = parse_mobile(text, default_area_code=default)
    except Rejected as refused:
        if suggestion := refused.details.get("suggestion"):
            assert format_mobile(parse_mobile(suggestion)) == suggestion
    else:
        assert number[0] == "+"
        assert number[1:].isdecimal()
        assert parse_mobile(format_mobile(number)) == number
        phone_match_key(number)


@pytest.mark.parametrize(
    "number, all_of_them",
    [
        ("+5511987654321", ("+5511987654321", "+551187654321")),
        ("+5511945654321", ("+5511945654321",)),  # eight digits that begin with 4 are a landline's
        ("+551187654321", ("+551187654321", "+5511987654321")),
        ("+551133334444", ("+551133334444",)),  # a landline gets no ninth digit
        ("+16502530000", ("+16502530000",)),
    ],
)
def test_spellings_have_one_key(number: str, all_of_them: tuple[str, ...]) -> None:
    assert spellings(number) == all_of_them
    assert len({phone_match_key(each) for each in all_of_them}) == 1
