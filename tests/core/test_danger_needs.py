"""What people in danger need: who is ill, who cannot get out, and what is asked about the danger."""

import pytest

from core.danger_needs import asks_about_danger, says_ill, who_is_stuck
from core.hazards import says_over


@pytest.mark.parametrize(
    "text",
    [
        "minha mulher ta passando mal", "minha mãe desmaiou", "não está respirando", "ele não acorda", "tô com falta de ar", "to tonta",
        "meu filho se queimou", "não sei, ela desmaiou", "estou me sentindo muito mal",
    ],
)  # fmt: skip
def test_somebody_is_ill(text: str) -> None:
    assert says_ill(text)


@pytest.mark.parametrize(
    "text",
    ["ninguém passou mal", "ninguém se machucou", "não estou passando mal", "o chuveiro tá mal instalado", "estamos sem ar-condicionado"],
)
def test_nobody_is_ill(text: str) -> None:
    assert not says_ill(text)


@pytest.mark.parametrize(
    "text, who",
    [
        ("nao consigo sair, sou cadeirante", "self"), ("estou trancada no quarto", "self"), ("não posso andar", "self"),
        ("como faço pra sair?", "self"),
        ("minha mãe é cadeirante", "other"), ("meu pai não consegue descer", "other"), ("não consigo sair do trabalho", None),
        ("consegui sair", None), ("não consigo fechar o registro", None),
    ],
)  # fmt: skip
def test_who_cannot_get_out(text: str, who: str | None) -> None:
    assert who_is_stuck(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "posso voltar?", "posso acender a luz?", "é perigoso?", "o que eu faço?", "o que eu faço", "já posso entrar", "e agora, o que faço",
        "dá pra usar o fogão?", "tem risco de explodir?",
    ],
)  # fmt: skip
def test_questions_about_danger(text: str) -> None:
    assert asks_about_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "pode entrar sábado",
        "vocês podem ligar pra mim?",
        "qual o prazo?",
        "rua das flores 88",
        "como faço pra mandar a foto?",
        "o gás é perigoso",
    ],
)
def test_other_words_about_it(text: str) -> None:
    assert not asks_about_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "os bombeiros ja vieram e fecharam o registro", "nao, já apaguei o fogo", "o fogo apagou", "o cheiro já passou", "já liberaram",
        "a comgás já resolveu", "não tem mais cheiro",
    ],
)  # fmt: skip
def test_a_danger_that_is_over(text: str) -> None:
    assert says_over(text)


@pytest.mark.parametrize(
    "text",
    [
        "os bombeiros ainda não vieram", "os bombeiros já vieram?", "não apaguei o fogo", "os bombeiros vieram mas o cheiro continua",
        "os bombeiros chegaram", "ja fechei o registro", "o gás acabou",
    ],
)  # fmt: skip
def test_a_danger_that_goes_on(text: str) -> None:
    assert not says_over(text)
