"""Words that say that the problem is gone."""

import pytest

from core.solved import says_solved


@pytest.mark.parametrize(
    "text",
    [
        "já resolveu",
        "Já resolvi, obrigada!",
        "pode cancelar, consegui arrumar sozinho",
        "gente, voltou a funcionar",
        "não precisa mais vir",
    ],
)
def test_solved(text: str) -> None:
    assert says_solved(text)


@pytest.mark.parametrize(
    "text",
    [
        "ainda não resolveu a porta", "não resolveu", "já resolveu?", "consertaram a pia e o ralo entupiu", "pode cancelar", "obrigado",
        "quando arrumaram voltou a vazar", "",
    ],
)  # fmt: skip
def test_not_solved(text: str) -> None:
    assert not says_solved(text)
