"""Which of several homes a text names."""

import pytest

from core.home_mentions import home_named
from core.homes import Home

HOMES = (
    Home(1, "Rua das Acácias, 120", "ap 32", "tenant"),
    Home(2, "Rua das Acácias, 120", "ap 45", "landlord"),
    Home(3, "Rua Um, 1", "casa 2", "landlord"),
)


@pytest.mark.parametrize(
    "text, number",
    [
        ("o chuveiro do ap 32 queimou", 1),
        ("queimou o chuveiro da Rua das Acácias, 120, ap 45", 2),
        ("vazamento na rua um!", 3),
        ("vazamento na rua um 1", 3),
        ("vazamento na rua um 500", None),
        ("é na rua das acácias", None),
        ("o chuveiro queimou", None),
        ("um cano na rua das acácias 900 ap 32", None),
        ("", None),
    ],
)
def test_named(text: str, number: int | None) -> None:
    found = home_named(text, HOMES)
    assert (found and found.id) == number
