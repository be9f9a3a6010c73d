"""Names of people and companies, their parts, and folded text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Rejected
from core.names import MAX_LENGTH, SplitName, fold, name_key, parse_company_name, parse_person_name, split_name


def refusal(parse: object, text: object) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse(text)  # type: ignore[operator]
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        "da Silva",
        "O'Brien",
        "Ó",
        "Maria",
        "MARIA",
        "maria aparecida",
        "Jean-Luc",
        "J. R. R. Tolkien",
        "Müller",
        "Łukasz",
        "Nguyễn",
        "Ğ",
        "Conceição Ñandú",
    ],
)
def test_names_stay_as_typed(name: str) -> None:
    assert parse_person_name(name) == name
    assert parse_company_name(name) == name


@pytest.mark.parametrize(
    "text,name",
    [
        ("  Maria   da \u00a0 Silva\n", "Maria da Silva"),  # spaces collapsed
        ("Maria\nda Silva", "Maria da Silva"),  # a burst is joined by line breaks
        ("O’Brien", "O'Brien"),
        ("O`Brien", "O'Brien"),
        ("O´Brien", "O'Brien"),
        ("Jo\u0061\u0303o", "João"),  # NFC
        ("\u200bMa\u200dria\u202e\ufeff", "Maria"),  # zero-width and bidi marks
        ("Ang\u0303ela", "Ang\u0303ela"),  # Guarani's g̃ has no letter of its own
        ("a" * MAX_LENGTH, "a" * MAX_LENGTH),
        ("a\u0303" * MAX_LENGTH, "ã" * MAX_LENGTH),  # counted in NFC
    ],
)
def test_names_are_cleaned(text: str, name: str) -> None:
    assert parse_person_name(text) == name
    assert parse_company_name(text) == name


@pytest.mark.parametrize(
    "text,reason",
    [
        ("", "empty"),
        ("...", "empty"),
        ("- '", "empty"),
        ("\u200b", "empty"),
        ("a" * (MAX_LENGTH + 1), "length"),
        ("a" * 2_000_000, "length"),
        ("\u200b" * 1_000_000, "length"),
        ("Maria 😀", "characters"),  # emoji
        ("😀", "characters"),
        ("👩‍🔧", "characters"),
        ("Maria\x00", "characters"),  # control characters
        ("Maria\x07Silva", "characters"),
        ("Maria\x1fSilva", "characters"),
        ("Maria\x85Silva", "characters"),
        ("Maria\u2028Silva", "characters"),
        ("\ud800", "characters"),
        ("Maria_Silva", "characters"),
        ("Maria <b>", "characters"),
        ("Maria @silva", "characters"),
        ("Maria × Silva", "characters"),
        ("a\u0303\u0303\u0303\u0303\u0303", "characters"),  # stacked accents
        ("Мария", "script"),
        ("Mаria", "script"),  # mixed: a Cyrillic а
        ("Maria 李", "script"),
        ("https://maria", "link"),  # URLs
        ("www.maria", "link"),
        ("http://maria.com.br/3", "link"),
    ],
)
def test_refused_in_both(text: str, reason: str) -> None:
    assert refusal(parse_person_name, text).code == f"name_{reason}"
    assert refusal(parse_company_name, text).code == f"company_{reason}"


@pytest.mark.parametrize(
    "text,code",
    [
        ("Maria 2", "name_digits"),
        ("12345", "name_digits"),
        ("٣", "name_characters"),
        ("Maria²", "name_characters"),
        ("maria.com.br", "name_link"),
        ("Maria site.com", "name_link"),
        ("Silva & Cia", "name_characters"),
        ("Silva, Maria", "name_characters"),
    ],
)
def test_refused_in_a_person(text: str, code: str) -> None:
    assert refusal(parse_person_name, text).code == code


@pytest.mark.parametrize(
    "name",
    [
        "Padaria Pão & Cia. Ltda",
        "3M do Brasil",
        "A+B Comércio",
        "Silva/Souza (filial)",
        "Bar do Zé, 2º andar",
        "Maria José da 1ª",
        "Americanas.com S.A.",
    ],
)
def test_companies_also_have_digits_and_signs(name: str) -> None:
    assert parse_company_name(name) == name


@pytest.mark.parametrize(
    "text,code",
    [
        ("123", "company_empty"),
        ("&", "company_empty"),
        ("Loja #1", "company_characters"),
        ("1²", "company_characters"),
        ("Pão ٣", "company_characters"),
    ],
)
def test_refused_in_a_company(text: str, code: str) -> None:
    assert refusal(parse_company_name, text).code == code


def test_length_says_the_limit() -> None:
    assert refusal(parse_person_name, "a" * 121).details == refusal(parse_company_name, "a" * 1_001).details == {"limit": 120}


@pytest.mark.parametrize("junk,code", [(None, "missing"), (1, "invalid"), (b"Maria", "invalid")])
def test_what_is_no_text(junk: object, code: str) -> None:
    for parse in (parse_person_name, parse_company_name, split_name):
        assert refusal(parse, junk).code == code


@pytest.mark.parametrize(
    "text,parts",
    [
        ("Maria", ("Maria", None)),
        ("Maria da Silva", ("Maria", "da Silva")),
        (" Maria \n Aparecida  da Silva ", ("Maria", "Aparecida da Silva")),
        ("meu nome é Duda e meu sobrenome é Cordeiro", ("Duda", "Cordeiro")),
        ("nome sobrenome é é meu", ("meu", None)),
    ],
)
def test_first_word_and_the_others(text: str, parts: tuple[str, str | None]) -> None:
    assert split_name(text) == SplitName(*parts)


@pytest.mark.parametrize("text", ["- Maria", "Maria .", "123", "", "😀 Maria"])
def test_each_part_is_a_name(text: str) -> None:
    assert refusal(split_name, text).code.startswith("name_")


# ── folded ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text,folded",
    [
        ("Não É ÀS ç Ü", "nao e as c u"),
        ("AP\u00a012", "ap 12"),
        ("İstanbul", "istanbul"),
        ("ＳＯＳ", "sos"),
        ("Łódź", "łodz"),
        ("10º", "10º"),
        ("abc", "abc"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_one_character_stays_one_character(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_one_as_its_capital_does() -> None:
    for code in range(0x250):
        character = chr(code)
        assert len(fold(character)) == 1
        if character.upper() < "\u0530" and len(character.upper()) == 1 and character not in "ıſµŉǰ":  # their capitals are other letters'
            assert fold(character.upper()) == fold(character)


def test_search_key() -> None:
    assert name_key("D’Ávila  e Sant'Ana") == name_key("davila e santana") == "davila e santana"
    assert name_key(unicodedata.normalize("NFD", "João")) == "joao"


# ── any text ─────────────────────────────────────────────────────────────────

PIECES = st.sampled_from([*"aÉ1 .'’-&/,º\u0303\u200b\u00a0\x00\ud800ａ²а\n", "Maria", "da ", "www.", ".com", "😀"])


@settings(max_examples=500)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_is_a_name_or_refused(text: str) -> None:
    for parse in (parse_person_name, parse_company_name):
        try:
            name = parse(text)
        except Rejected:
            continue
        assert parse(name) == name == unicodedata.normalize("NFC", name)
        assert 0 < len(name) <= MAX_LENGTH
    try:
        first, last = split_name(text)
    except Rejected:
        return
    assert split_name(f"{first} {last or ''}") == (first, last)
