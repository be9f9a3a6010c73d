"""What is not said back, and what a home has too."""

import pytest

from core.abuse import is_abusive


@pytest.mark.parametrize(
    "text",
    [
        *("a porra do chuveiro queimou", "o chuveiro queimou, seus idiotas", "PQP de novo sem água", "que merda de pia entupida"),
        *("bando de ladrões, consertem a porta", "vão se foder", "seu lixo, a pia vaza", "imobiliária de merda, tá vazando"),
    ],
)
def test_abuse(text: str) -> None:
    assert is_abusive(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "o chuveiro queimou",
            "tem merda saindo do ralo",
            "lixo acumulado no corredor",
            "entrou um ladrão pela janela",
            "porta arrombada",
        ),
        *(
            "curto na tomada",
            "o cupim comeu o armário",
            "a caixa de inspeção transbordou",
            "moro na rua Puttini",
            "cheiro de porco queimado",
        ),
    ],
)
def test_what_is_told_of_a_home(text: str) -> None:
    assert not is_abusive(text)
