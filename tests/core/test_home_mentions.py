"""Which home a text names: all that it says must fit; a person, a room and a home that is denied name none."""

import pytest

from core.home_mentions import homes_named
from core.homes import Home

ACACIAS = Home(1, "Rua das Acácias, 120", "ap 32", "tenant")
AUGUSTA = Home(2, "Rua Augusta, 1200", "casa 2", "landlord")
UPSTAIRS = Home(3, "Rua Augusta, 900", "bloco B ap 41", "landlord")
UM = Home(4, "Rua Um, 1", None, "landlord")
JOAO = Home(5, "R. São João, 10", "loja 3", "landlord")
PEDRO = Home(6, "Av. São Pedro, 10", "ap 5", "landlord")
HOMES = (ACACIAS, AUGUSTA, UPSTAIRS)


@pytest.mark.parametrize(
    "text,named",
    [
        ("o da rua das acácias", [1]),
        ("Acácias", [1]),
        ("o chuveiro do apto 32 queimou", [1]),
        ("é no 32", [1]),
        ("o de Acácias", [1]),
        ("chuveiro queimou no ap da Augusta", [3]),
        ("na rua augusta 900 tem um vazamento", [3]),
        ("vazou no bloco B", [3]),
        ("a casa 2 da Augusta", [2]),
        ("o imóvel que fica na Augusta", [2, 3]),
        ("vazamento no apartamento", [1, 3]),
        ("ap 99", []),
        ("não é o ap 32", []),
        ("a vizinha do ap 32 reclamou", []),
        ("a dona Augusta reclamou do chuveiro", []),
        ("queimou o chuveiro na casa da dona Augusta", []),
        ("a pia da casa entupiu", []),
        ("infiltração na sala e no quarto", []),
        ("12 reais", []),
        ("", []),
    ],
)
def test_a_text_names_the_homes_that_fit(text: str, named: list[int]) -> None:
    assert [home.id for home in homes_named(text, HOMES)] == named


@pytest.mark.parametrize(
    "text,named",
    [
        ("na rua um", [4]),
        ("o da são joão", [5]),
        ("na av são pedro", [6]),
        ("na são", [5, 6]),
        ("o ap", []),
        ("na rua um, apartamento", [4]),
    ],
)
def test_short_and_shared_words_of_streets(text: str, named: list[int]) -> None:
    assert [home.id for home in homes_named(text, (UM, JOAO, PEDRO))] == named
