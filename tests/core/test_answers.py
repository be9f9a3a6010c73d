"""Short answers: yes or no, and one of some options (decision "Short answers", F18)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.answers import read_option, read_yes_no

PRIORITIES = ("Alta", "Média", "Baixa")
ROLES = ("Sou inquilino(a)", "Sou proprietário(a)", "Falo por uma empresa", "Porteiro ou vizinho", "Outra pessoa")
HOMES = ("ap 2 · R. das Acácias, 120", "casa 7 · R. das Acácias, 55", "Não está na lista")
SATURDAY = ("Sim, sábado", "Não posso", "Combinar depois")
SUMMARY = ("Enviar", "Corrigir", "Atendente")
DAYS = ("Segunda de manhã", "Terça de manhã", "Quarta")


@pytest.mark.parametrize(
    "text",
    [
        "sim", "Sim!", "s", "acho que sim", "sim, por favor", "isso mesmo", "pode ser", "ok", "👍", "👍🏽", "siiim", "sim sim sim",
        "não, desculpa, sim",
        "*João:*\nsim", "claro que sim",
    ],
)  # fmt: skip
def test_yes(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "não",
        "nao",
        "n",
        "acho que não",
        "não, obrigado",
        "claro que não",
        "não, desculpa",
        "de jeito nenhum",
        "não é não",
        "👎",
        "não posso",
    ],
)
def test_no(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "sim, mas…", "sim, mas não agora", "não sei", "talvez", "sim ou não", "sim?", "", "…", "sim\nmas não sei",
        "quero falar com atendente", "Sim, sábado",
        "não\nsim", "a pia está vazando",
    ],
)  # fmt: skip
def test_neither_yes_nor_no(text: str) -> None:
    assert read_yes_no(text) is None


@pytest.mark.parametrize(
    "text,labels,index",
    [
        ("1", PRIORITIES, 0),
        ("1️⃣", PRIORITIES, 0),
        ("3.", PRIORITIES, 2),
        ("nº 2", PRIORITIES, 1),
        ("dois", PRIORITIES, 1),
        ("a primeira", PRIORITIES, 0),
        ("1º", PRIORITIES, 0),
        ("segunda opção", PRIORITIES, 1),
        ("2, por favor", PRIORITIES, 1),
        ("última", PRIORITIES, 2),
        ("alta", PRIORITIES, 0),
        ("é alta", PRIORITIES, 0),
        ("média por favor", PRIORITIES, 1),
        ("1 não, desculpa, 2", PRIORITIES, 1),
        ("inquilina", ROLES, 0),
        ("sou o inquilino", ROLES, 0),
        ("empresa", ROLES, 2),
        ("vizinho", ROLES, 3),
        ("casa 7", HOMES, 1),
        ("120", HOMES, 0),
        ("nenhum", HOMES, 2),
        ("nenhuma dessas", HOMES, 2),
        ("não está na lista", HOMES, 2),
        ("sim", SATURDAY, 0),
        ("sábado", SATURDAY, 0),
        ("não posso", SATURDAY, 1),
        ("Enviar!", SUMMARY, 0),
        ("quero corrigir", SUMMARY, 1),
        ("*Maria Souza:*\n1", SUMMARY, 0),
        ("Maria Souza\n2", SUMMARY, 1),
        ("terça", DAYS, 1),
        ("terceira", DAYS, 2),
        ("não tenho email", ("Não tenho e-mail",), 0),
    ],
)
def test_one_option_is_meant(text: str, labels: tuple[str, ...], index: int) -> None:
    assert read_option(text, labels) == index


@pytest.mark.parametrize(
    "text,labels",
    [
        ("4", PRIORITIES),
        ("0", PRIORITIES),
        ("1 ou 2", PRIORITIES),
        ("entre média e alta", PRIORITIES),
        ("não alta", PRIORITIES),
        ("alta não", PRIORITIES),
        ("acho que a alta seria demais", PRIORITIES),
        ("nenhum", ROLES),  # no option says "not listed"
        ("sou", ROLES),
        ("2", HOMES),  # the position, and the number of another home
        ("acácias", HOMES),
        ("manhã", DAYS),
        ("segunda", DAYS),  # the position, and a day
        ("1?", SUMMARY),
        ("a", SUMMARY),
        ("", SUMMARY),
        ("🙂", SUMMARY),
        ("99999999999999999999", SUMMARY),
        ("a pia está vazando", SUMMARY),
        ("1", ()),
    ],
)
def test_no_option_is_meant_for_sure(text: str, labels: tuple[str, ...]) -> None:
    assert read_option(text, labels) is None


@pytest.mark.parametrize("labels", [PRIORITIES, ROLES, HOMES, SATURDAY, SUMMARY, DAYS])
def test_each_label_and_each_number_means_its_option(labels: tuple[str, ...]) -> None:
    assert [read_option(label, labels) for label in labels] == list(range(len(labels)))
    if labels is not HOMES:
        assert [read_option(str(number + 1), labels) for number in range(len(labels))] == list(range(len(labels)))


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=10))
@settings(max_examples=300)
def test_any_text(text: str, labels: list[str]) -> None:
    index = read_option(text, labels)
    assert index is None or 0 <= index < len(labels)
    assert read_yes_no(text) in (True, False, None)
