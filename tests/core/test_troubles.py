"""What single words of a report speak of."""

import pytest

from core.names import fold
from core.trouble_words import Sign
from core.troubles import signs_of, trouble_at


@pytest.mark.parametrize(
    "word,sign",
    [
        ("vazamentinho", Sign.LEAK), ("vazamentozinho", Sign.LEAK), ("torneirinha", Sign.TAP), ("portinha", Sign.DOOR),
        ("tornera", Sign.TAP), ("banhero", Sign.BATHROOM), ("vortou", Sign.BACK), ("fartando", Sign.WITHOUT), ("vazano", Sign.LEAK),
        ("chuvero", Sign.SHOWER), ("entupio", Sign.DEAD),
    ],
)  # fmt: skip
def test_words_as_they_are_said(word: str, sign: Sign) -> None:
    assert sign in signs_of(word)


@pytest.mark.parametrize("word", ["vizinha", "sozinho", "terreno", "menino", "verde", "caminho", "espera", "primeira"])
def test_words_of_other_matters(word: str) -> None:
    assert not signs_of(word)


@pytest.mark.parametrize(
    "text,told",
    [
        ("o interfone sem som", True), ("a janela sem vidro", True), ("a porta sem tinta", True),
        ("pode entrar pelo portão sem problema", False), ("não tem barulho na janela", False), ("meu cel caiu", False),
    ],
)  # fmt: skip
def test_parts_that_lack_something(text: str, told: bool) -> None:
    assert (trouble_at(fold(text)) is not None) is told
