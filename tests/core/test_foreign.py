"""Messages in English and Spanish. Of the sentences in tests/understanding no Portuguese one is taken for foreign."""

import pytest

from core.foreign import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Hi, my shower is broken", "I don't speak portuguese", "There is a water leak in the ceiling",
        "Hola, la ducha está rota y no hay agua", "buenas, necesito ayuda con el baño", "me llamo Juan Pérez y soy inquilino",
    ],
)  # fmt: skip
def test_foreign(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "oi, o chuveiro queimou", "ok", "", "my house", "delivery não entra, o wifi do hall tá off", "o son do vizinho y a luz dele",
        "esta porta da cozinha nao fecha sin forçar", "hola, a pia entupiu de novo e o ralo também",
    ],
)  # fmt: skip
def test_portuguese(text: str) -> None:
    assert not is_foreign(text)
