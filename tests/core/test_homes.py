"""Addresses: only the unit is split off, every other word stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.errors import Rejected, rejections
from core.homes import MAX_LENGTH, MAX_UNIT, Home, HomeClaim, lone_unit, parse_address, parse_street, parse_unit


def refusal(text: object) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse_address(text)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(
    "text,address,unit",
    [
        ("rua das flores 88 apto 12 vila mariana", "rua das flores 88 vila mariana", "ap 12"),
        ("Rua das Flores, 88, ap 12, Vila Mariana", "Rua das Flores, 88, Vila Mariana", "ap 12"),
        ("Rua das Flores, 88 - ap 12 - Centro", "Rua das Flores, 88 - Centro", "ap 12"),
        ("Rua das Flores, 88 (ap 12)", "Rua das Flores, 88", "ap 12"),
        ("Rua das Flores 88/apartamento 12", "Rua das Flores 88", "ap 12"),
        ("Rua das Flores, 88", "Rua das Flores, 88", None),
        ("rua um 10 bloco B ap 31", "rua um 10", "bloco B ap 31"),
        ("rua um, 10, bl. b, apto. 31, centro", "rua um, 10, centro", "bloco b ap 31"),
        ("Rua X, 88, ap 12, bloco B, Centro", "Rua X, 88, Centro", "ap 12 bloco B"),
        ("bloco A, rua um 10, ap 3", "rua um 10", "bloco A ap 3"),
        ("rua um 10 bloco e ap 3", "rua um 10", "bloco e ap 3"),
        ("casa 2, rua das acácias 120", "rua das acácias 120", "casa 2"),
        ("av paulista 1000 sala 401", "av paulista 1000", "sala 401"),
        ("av paulista 1000 cj 41", "av paulista 1000", "conjunto 41"),
        ("rua um 10 fundos", "rua um 10", "fundos"),
        ("rua um 10, casa dos fundos, centro", "rua um 10, centro", "fundos"),
        ("rua um 10 nos fundos", "rua um 10", "fundos"),
        ("torre 2 apto 1502 rua z 9", "rua z 9", "torre 2 ap 1502"),
        ("rua z 9 cobertura 1", "rua z 9", "cobertura 1"),
        ("rua z 9, 3º andar, sala 5", "rua z 9", "3º andar sala 5"),
        ("rua z 9 andar 3", "rua z 9", "andar 3"),
        ("rua um 10 loja 3", "rua um 10", "loja 3"),
        ("rua um 10 ap31b", "rua um 10", "ap 31b"),
        ("rua um 10 ap 31-B", "rua um 10", "ap 31-B"),
        ("rua um 10 ap. nº 12/B", "rua um 10", "ap 12/B"),
        ("rua um 10 AP B12", "rua um 10", "ap B12"),
        ("rua um\n10\nap 3", "rua um 10", "ap 3"),  # a burst is joined by line breaks
        ("SQN 210 bloco B ap 31", "SQN 210", "bloco B ap 31"),  # Brasília
        ("QE 40 conjunto B casa 3", "QE 40", "conjunto B casa 3"),
        ("Quadra 5 lote 12 casa 3", "Quadra 5 lote 12", "casa 3"),
        ("Condomínio Vila Verde casa 2", "Condomínio Vila Verde", "casa 2"),
        ("no ap 45 da rua das flores 88", "no da rua das flores 88", "ap 45"),
        ("no 31 da rua das acacias 120", "rua das acacias 120", "ap 31"),  # the street has a number of its own
        ("no 45 da rua das flores", "no 45 da rua das flores", None),
        ("rua das flores 88, no 45", "rua das flores 88", "ap 45"),  # as doormen say it
        ("rua das flores 88, é no 45B, centro", "rua das flores 88, centro", "ap 45B"),
        ("rua 25 de março 300 no quarenta e cinco", "rua 25 de março 300", "ap 45"),
        ("rua 7 no 45", "rua 7 no 45", None),
        ("rua das flores no 45", "rua das flores no 45", None),
        ("rua das flores 88 no centro", "rua das flores 88 no centro", None),
        ("rua das palmeiras numero 45", "rua das palmeiras numero 45", None),
        ("rua das palmeiras numero 45 ap 12 bloco b", "rua das palmeiras numero 45", "ap 12 bloco b"),
        ("é na rua b numero 15 fundos, jardim sao paulo, guarulhos", "é na rua b numero 15, jardim sao paulo, guarulhos", "fundos"),
        ("rua das flores s/n", "rua das flores s/n", None),  # "without number" is an answer
        ("rua das flores sem número casa A", "rua das flores sem número", "casa A"),
        # words that look like a unit and are none
        ("rua dos fundos, 10", "rua dos fundos, 10", None),
        ("rua casa branca 120", "rua casa branca 120", None),
        ("rua um 10 casa a 100 m da praia", "rua um 10 casa a 100 m da praia", None),
        ("rua um 10 apartamento e garagem", "rua um 10 apartamento e garagem", None),
        ("conjunto habitacional 3 rua um 10", "conjunto habitacional 3 rua um 10", None),
        ("rua da sala 10a5", "rua da sala 10a5", None),
    ],
)
def test_the_unit_is_split_off(text: str, address: str, unit: str | None) -> None:
    assert parse_address(text) == (address, unit)
    assert parse_address(address if unit is None else f"{address} {unit}") == (address, unit)


def test_invisible_marks_are_dropped_and_accents_composed() -> None:
    assert parse_address("\ufeffRua Joa\u0303o\u200b, 10") == ("Rua João, 10", None)


@pytest.mark.parametrize(
    "text,code",
    [
        ("rua das flores", "address_number"),
        ("", "address_number"),
        ("rua", "address_number"),
        ("rua ٣", "address_number"),
        ("88", "address_street"),
        ("ap 12", "address_street"),
        ("numero 45", "address_street"),
        ("Número 45 ap 12", "address_street"),
        ("nº 45", "address_street"),
        ("é o 45", "address_street"),
        ("sem número", "address_street"),
        ("12, 13", "address_street"),
        ("rua das flores 88\x00", "address_characters"),
        ("rua \x1b[31m 88", "address_characters"),
        ("rua \ud800 88", "address_characters"),
        ("rua 1" + "a" * (MAX_LENGTH - 4), "address_length"),
        ("rua 88 " * 1_000_000, "address_length"),
    ],
)
def test_refused(text: str, code: str) -> None:
    assert refusal(text).code == code


def test_the_longest_address() -> None:
    longest = "rua 1" + "a" * (MAX_LENGTH - 5)
    assert parse_address(longest).address == longest
    assert refusal(longest + "a").details == {"limit": MAX_LENGTH}


@pytest.mark.parametrize("junk,code", [(None, "missing"), (88, "invalid"), (b"rua 88", "invalid")])
def test_what_is_no_text(junk: object, code: str) -> None:
    assert refusal(junk).code == code


def test_unit_and_street_alone() -> None:
    assert parse_unit(" bloco  B ap 31 ") == "bloco B ap 31"
    assert parse_street("rua das flores") == "rua das flores"
    for text, code in (
        ("", "unit_characters"),
        ("-", "unit_characters"),
        ("a\x00", "unit_characters"),
        ("a" * (MAX_UNIT + 1), "unit_length"),
    ):
        with pytest.raises(Rejected, match=code):
            parse_unit(text)


def test_the_differing_part_of_a_home_stands_first() -> None:
    assert str(Home(1, "R. das Acácias, 120", "ap 45", "tenant")) == "ap 45 · R. das Acácias, 120"
    assert str(Home(1, "R. das Acácias, 120", None, "tenant")) == "R. das Acácias, 120"


def test_claim() -> None:
    claim = HomeClaim(address="Condomínio Vila Verde", unit="casa 2")
    assert (claim.home, claim.address, claim.unit, claim.same_problem) == (None, "Condomínio Vila Verde", "casa 2", None)


@pytest.mark.parametrize(
    "fields,codes",
    [
        ({}, ["missing"]),
        ({"address": None}, ["missing"]),
        ({"address": "88"}, ["address_street"]),
        ({"address": "rua das flores"}, ["address_number"]),
        ({"address": "rua " + "1" * MAX_LENGTH}, ["address_length"]),
        ({"address": "rua um 10", "unit": "\x00"}, ["unit_characters"]),
        ({"address": "rua um 10", "home": "x"}, ["invalid"]),
    ],
)
def test_refused_claim(fields: dict[str, object], codes: list[str]) -> None:
    with pytest.raises(ValidationError) as caught:
        HomeClaim.model_validate(fields)
    assert [each.code for each in rejections(caught.value)] == codes


PIECES = st.sampled_from(
    [
        *"aB1 ,.-–(/º\u200b\u00a0\x00\ud800\n",
        "rua ",
        "ap ",
        "apto 12",
        " bloco B",
        "casa ",
        "2 ",
        " fundos",
        "88",
        " andar",
        "3º andar",
        "s/n",
        " e ",
    ]
)


@settings(max_examples=1_000)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address, unit = parse_address(text)
    except Rejected:
        return
    assert 0 < len(address) <= MAX_LENGTH
    assert parse_street(address) == address
    assert len(address) + len(unit or "") <= 2 * len(text) + len("conjunto ")


WORDS = st.lists(st.sampled_from(["rua", "flores", "vila", "mariana", "88", "centro", "perto", "do", "mercado"]), min_size=1, max_size=8)


@given(WORDS, WORDS, st.sampled_from(["ap 12", "casa 2", "bloco B ap 31", "sala 401", "torre 2 ap 1502"]))
def test_every_other_word_is_kept(before: list[str], after: list[str], unit: str) -> None:
    text, rest = " ".join(["rua", *before, unit, *after]), " ".join(["rua", *before, *after])
    assert parse_address(text) == (rest, unit)


@pytest.mark.parametrize(
    "text,unit",
    [
        *((text, "ap 45") for text in ("no 45", "é no 45", "apto 45", "é o ap 45", "no quarenta e cinco", "aqui no ap 45", "No 45")),
        *((text, None) for text in ("45", "nº 45", "rua das flores 88", "rua um 10 ap 3", "no centro", "apto", "o porteiro", "?")),
        ("bloco B ap 31", "bloco B ap 31"),
        ("na casa 2", "casa 2"),
    ],
)
def test_a_unit_alone(text: str, unit: str | None) -> None:
    assert lone_unit(text) == unit
