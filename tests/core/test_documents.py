"""CPF and CNPJ: what a field accepts, what it refuses and why, and that the check digits are those of python-stdnum."""

import contextlib
import random
from collections.abc import Callable
from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.br import cnpj as stdnum_cnpj
from stdnum.br import cpf as stdnum_cpf

from core.documents import format_cnpj, format_cpf, mask_cpf, parse_cnpj, parse_cpf
from core.errors import Rejected

CPF, CNPJ = "52998224725", "11222333000181"
ORACLE_NUMBERS = 200_000  # of each kind, compared with python-stdnum
Parse = Callable[[str], str]


def refusal(parse: Parse, text: object) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse(text)  # type: ignore[arg-type]
    return caught.value


def masked(number: str, separator: str) -> str:
    sizes = (3, 3, 3, 2) if len(number) == 11 else (2, 3, 3, 4, 2)
    starts = [sum(sizes[:index]) for index in range(len(sizes))]
    return separator.join(number[start : start + size] for start, size in zip(starts, sizes, strict=True))


# ── accepted ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["529.982.247-25", "111.444.777-35", "390.533.447-05"])
def test_known_good_cpf(text: str) -> None:
    assert format_cpf(parse_cpf(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "12.ABC.345/01DE-35",  # Receita Federal's example
        "11.222.333/0001-81",
        "1A.2B3.C4D/0001-79",
        "AB.12C.D34/0001-84",
        "ZZ.ZZZ.ZZZ/0001-91",
        "9X.K4W.T2P/0002-10",
    ],
)
def test_known_good_cnpj_in_capitals_and_small_letters(text: str) -> None:
    assert format_cnpj(parse_cnpj(text)) == text
    assert format_cnpj(parse_cnpj(text.lower())) == text


@pytest.mark.parametrize("number", [CPF, CNPJ, "12ABC34501DE35"])
@pytest.mark.parametrize(
    "separator", ["", ".", "-", "/", " ", "\u00a0", "\u202f", "–", ",", "_", "‑", "\t", "\n", " - ", "\u200b", "\ufeff"]
)
def test_separators_between_the_groups(number: str, separator: str) -> None:
    parse = parse_cpf if len(number) == 11 else parse_cnpj
    assert parse(masked(number, separator)) == number


@pytest.mark.parametrize("text", ["529982247-25", "529.982.24725", "529982.247-25", "529 982247 25", "529.982.247/25", " 529.982.247-25\n"])
def test_mask_in_part(text: str) -> None:
    assert parse_cpf(text) == CPF


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u2060", "\ufeff", "\u00ad"]
)
def test_invisible_marks_are_dropped_anywhere(mark: str) -> None:
    assert parse_cpf(mark + mark.join("529.982.247-25") + mark) == CPF


def test_full_width_characters_are_read() -> None:
    assert parse_cpf("５２９．９８２．２４７－２５") == CPF
    assert parse_cnpj("１２．ａｂｃ．３４５／０１ＤＥ－３５") == "12ABC34501DE35"


# ── refused ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text,reason",
    [
        ("529.982.247-24", "check_digits"),
        ("11111111111", "equal_digits"),
        ("000.000.000-00", "equal_digits"),
        ("٥٢٩٩٨٢٢٤٧٢٥", "characters"),  # digits of other scripts
        ("५२९९८२२४७२५", "characters"),
        ("𝟓𝟐𝟗𝟗𝟖𝟐𝟐𝟒𝟕𝟐𝟓", "characters"),
        ("529.982.247-²⁵", "characters"),  # superscripts
        ("₅29.982.247-25", "characters"),
        ("①29.982.247-25", "characters"),
        ("529x982x247x25", "characters"),  # letters used as separators
        ("529 e 982 e 247 e 25", "characters"),
        ("-52998224725", "characters"),  # a leading minus
        ("−52998224725", "characters"),
        ("- 529.982.247-25", "characters"),
        ("52998224725.0", "characters"),  # spreadsheet forms
        ("52998224725,00", "characters"),
        ("987654321.00", "characters"),  # where 987.654.321-00 holds
        ("5.2998E+10", "characters"),
        ("5,3E10", "characters"),
        ("529982\x0024725", "characters"),  # NUL
        ("529.982.247-25\x00", "characters"),
        ("529.982.247-25 111.444.777-35", "several"),  # two documents
        ("529.982.247-25\n111.444.777-35", "several"),
        ("529.982.247-25 ou 111.444.777-35", "several"),
        ("529.982.247-25 / 529.982.247-25", "several"),
        ("5299822472511144477735", "length"),
        ("11.222.333/0001-81", "length"),
        ("529982247", "length"),
        ("191", "length"),
        ("", "length"),
        ("\u200b \ufeff", "length"),
        ("529*982*247*25", "characters"),
        ("529.982.247-2", "length"),
        ("meu cpf é 529.982.247-25", "characters"),  # a sentence is for core.reading
        ("+52998224725", "characters"),
        ("(529.982.247-25)", "characters"),
        ("\ud800", "characters"),
    ],
)
def test_refused_cpf(text: str, reason: str) -> None:
    assert refusal(parse_cpf, text).code == f"cpf_{reason}"


@pytest.mark.parametrize(
    "text,reason",
    [
        ("11.222.333/0001-82", "check_digits"),
        ("12.ABC.345/01DE-36", "check_digits"),
        ("00.000.000/0000-00", "equal_digits"),
        ("11111111111111", "equal_digits"),
        ("11.222.333/0001-8A", "characters"),  # check digits are digits
        ("١١٢٢٢٣٣٣٠٠٠١٨١", "characters"),
        ("11.222.333/0001-8¹", "characters"),
        ("11x222x333x0001x81", "characters"),
        ("-11222333000181", "characters"),
        ("11222333000181.0", "characters"),
        ("1.12E+13", "characters"),
        ("1,12E13", "length"),
        ("11222333\x00000181", "characters"),
        ("11.222.333/0001-81 12.ABC.345/01DE-35", "several"),
        ("1122233300018", "length"),  # thirteen digits: no lost zero, for it would not hold
        ("529.982.247-25", "length"),
        ("ıı.222.333/0001-81", "characters"),  # small letters whose capitals are ASCII
        ("ß2.ABC.345/01DE-35", "characters"),
        ("", "length"),
    ],
)
def test_refused_cnpj(text: str, reason: str) -> None:
    assert refusal(parse_cnpj, text).code == f"cnpj_{reason}"


def test_length_says_how_many_were_given() -> None:
    assert refusal(parse_cpf, "529.982.247-2").details == {"count": 10}
    assert refusal(parse_cnpj, "11.222.333/0001-8").details == {"count": 13}


@pytest.mark.parametrize("junk,code", [(None, "missing"), (52998224725, "invalid"), (b"52998224725", "invalid"), (["5"], "invalid")])
def test_what_is_no_text(junk: object, code: str) -> None:
    assert refusal(parse_cpf, junk).code == code
    assert refusal(parse_cnpj, junk).code == code


@pytest.mark.parametrize("flood", ["5" * 1_000_000, "529.982.247-25 " * 100_000, "\u200b" * 1_000_000 + CPF, "." * 101])
def test_a_flood_is_refused_before_it_is_read(flood: str) -> None:
    assert refusal(parse_cpf, flood).code == "cpf_characters"
    assert refusal(parse_cnpj, flood).code == "cnpj_characters"


# ── asked ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "parse,text,reason,suggestion",
    [
        (parse_cpf, "1234567890", "cpf_lost_zero", "012.345.678-90"),
        (parse_cpf, "12.345.678-90", "cpf_lost_zero", "012.345.678-90"),
        (parse_cpf, "529.982.247-2S", "cpf_characters", None),
        (parse_cpf, "39O.533.447-O5", "cpf_letters", "390.533.447-05"),
        (parse_cpf, "iii.444.777-35", "cpf_letters", "111.444.777-35"),
        (parse_cpf, "52 99 82 24 72 5", "cpf_groups", "529.982.247-25"),
        (parse_cpf, "529....982.247-25", "cpf_groups", "529.982.247-25"),
        (parse_cpf, "5.2998224725", "cpf_groups", "529.982.247-25"),
        (parse_cnpj, "2.ABC.345/01DE-35", "cnpj_length", None),  # only digits lose their zero
        (parse_cnpj, "6990590000123", "cnpj_lost_zero", "06.990.590/0001-23"),
        (parse_cnpj, "11.222.333/OOO1-81", "cnpj_letters", "11.222.333/0001-81"),
        (parse_cnpj, "ii222333ooo18i", "cnpj_letters", "11.222.333/0001-81"),
        (parse_cnpj, "12.ABC.345/O1DE-35", "cnpj_letters", "12.ABC.345/01DE-35"),
        (parse_cnpj, "112.223.330.001-81", "cnpj_groups", "11.222.333/0001-81"),
    ],
)
def test_what_was_probably_meant_is_asked(parse: Parse, text: str, reason: str, suggestion: str | None) -> None:
    refused = refusal(parse, text)
    assert (refused.code, refused.details.get("suggestion")) == (reason, suggestion)
    if suggestion:
        parse(suggestion)


def test_no_letter_is_refused_where_the_check_digits_hold() -> None:
    assert parse_cnpj("ZZ.ZZZ.ZZZ/0001-91") == "ZZZZZZZZ000191"
    assert all(parse_cnpj(number) for number in map(_cnpj, ("IOUQF0000001", "OOOOOOOO0001")))


def test_a_spreadsheet_form_is_never_offered() -> None:
    for number in range(10**9, 10**9 + 2_000):
        assert refusal(parse_cpf, f"{number}.0").code == "cpf_characters"
        assert refusal(parse_cnpj, f"{number}12,00").code == "cnpj_characters"


# ── written ──────────────────────────────────────────────────────────────────


def test_a_mask_shows_the_middle_only() -> None:
    assert mask_cpf(CPF) == "•••.982.247-••"


def _cpf(body: str) -> str:
    return body + str(stdnum_cpf._calc_check_digits(body))


def _cnpj(body: str) -> str:
    return body + str(stdnum_cnpj.calc_check_digits(body))


@given(st.text(digits, min_size=9, max_size=9).filter(lambda body: len(set(body)) > 1))
def test_what_was_parsed_parses_again_cpf(body: str) -> None:
    assert parse_cpf(format_cpf(parse_cpf(_cpf(body)))) == _cpf(body)


@given(st.text(digits + ascii_uppercase, min_size=12, max_size=12).filter(lambda body: len(set(body)) > 1))
def test_what_was_parsed_parses_again_cnpj(body: str) -> None:
    assert parse_cnpj(format_cnpj(parse_cnpj(_cnpj(body)))) == _cnpj(body)


# ── any text ─────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *"0159OoIil.-/, _–\u00a0\u200b²٣Ａ\n\x00\ud800e+",
        "529.982.247-25",
        "52998224725",
        "11.222.333/0001-81",
        "12ABC34501DE35",
        "529",
        ".982",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for parse, write, size in ((parse_cpf, format_cpf, 11), (parse_cnpj, format_cnpj, 14)):
        try:
            number = parse(text)
        except Rejected as refused:
            if suggestion := refused.details.get("suggestion"):
                assert write(parse(suggestion)) == suggestion
        else:
            assert len(number) == size
            assert number.isascii()
            assert parse(write(number)) == number


@given(st.text(st.characters(), min_size=0, max_size=3), st.integers(0, 14))
def test_one_foreign_thing_inside_a_good_number(thing: str, at: int) -> None:
    text = "529.982.247-25"
    with contextlib.suppress(Rejected):
        assert parse_cpf(text[:at] + thing + text[at:]) == CPF


# ── the oracle ───────────────────────────────────────────────────────────────


def _mostly_valid(random_body: Callable[[], str], finish: Callable[[str], str], chance: random.Random) -> str:
    """One third with the right check digits, one third with the right ones but one character, one third with any."""
    body = random_body()
    match chance.randrange(3):
        case 0:
            return finish(body)
        case 1:
            number, at = finish(body), chance.randrange(len(body))
            return number[:at] + chance.choice(digits) + number[at + 1 :]
        case _:
            return body + f"{chance.randrange(100):02d}"


def _agrees(parse: Parse, is_valid: Callable[[str], bool], number: str) -> bool:
    try:
        return (parse(number) == number) and is_valid(number)
    except Rejected as refused:
        return not is_valid(number) or refused.code.endswith("equal_digits")


def test_cpf_agrees_with_stdnum() -> None:
    chance = random.Random(11)
    for _ in range(ORACLE_NUMBERS):
        number = _mostly_valid(lambda: f"{chance.randrange(10**9):09d}", _cpf, chance)
        assert _agrees(parse_cpf, stdnum_cpf.is_valid, number), number


def test_cnpj_agrees_with_stdnum_letters_too() -> None:
    chance = random.Random(14)
    alphabets = (digits, digits + ascii_uppercase)
    for index in range(ORACLE_NUMBERS):
        number = _mostly_valid(lambda: "".join(chance.choices(alphabets[index % 2], k=12)), _cnpj, chance)  # noqa: B023
        assert _agrees(parse_cnpj, stdnum_cnpj.is_valid, number), number
