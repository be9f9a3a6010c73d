"""What people say around a report."""

import pytest

from core.first_words import relation_named, tells_something
from core.names import company_in, split_name
from core.small_talk import answers_who, declines, is_thanks, is_unsure, relation_in, says_solved

NAMES = (
    "Maria das Dores", "José de Deus", "Ivo Sá", "Ana", "João Paulo dos Santos Filho", "Rui Costa", "Nair Bela Vista", "Domingos Sábado",
    "Clara Luz", "Maria da Paz", "Rosa Branca", "Iracema Porto", "Segundo Alves", "Maria Vitória", "Luiz Rua", "Sol Maria", "Caio Prado",
    "meu nome é Rui Costa", "é Rui Costa", "me chamo Ana Lima", "sou o Rui", "aqui é a Joana Prado",
)  # fmt: skip
NO_NAMES = (
    "nao quero falar", "quem é vc", "por que precisa disso", "ja sou cadastrado", "prefiro não dizer", "pra que?", "corrigir", "é urgente",
    "a pia está vazando", "sou inquilina", "rua das flores 88", "não sei", "já falei",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names_are_names(text: str) -> None:
    assert answers_who(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_sentences_are_none(text: str) -> None:
    assert not answers_who(text)


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("meu nome é Rui Costa", "Rui", "Costa"),
        ("Meu nome completo é Rui da Costa", "Rui", "da Costa"),
        ("é Rui Costa", "Rui", "Costa"),
        ("sou o Rui Costa", "Rui", "Costa"),
        ("Nome: Ana Lima", "Ana", "Lima"),
        ("me chamo Ana", "Ana", None),
        ("meu nome é Severino e sou o zelador", "Severino", None),
        ("Ana Lima, inquilina", "Ana", "Lima"),
        ("Eduarda Esteves", "Eduarda", "Esteves"),
    ],
)
def test_what_people_put_around_a_name_is_cut(text: str, first: str, last: str | None) -> None:
    assert split_name(text) == (first, last)


@pytest.mark.parametrize("text", ["a empresa se chama Sol Ltda", "empresa: Sol Ltda", "o nome é Sol Ltda", "é a Sol Ltda", "Sol Ltda"])
def test_and_around_a_companys(text: str) -> None:
    assert company_in(text) == "Sol Ltda"


@pytest.mark.parametrize("text", ["não sei", "Nao sei dizer", "talvez", "acho que sim", "sei lá", "não tenho certeza"])
def test_unsure(text: str) -> None:
    assert is_unsure(text)
    assert not is_unsure(f"{text} mas tem fumaça")


@pytest.mark.parametrize(
    "text",
    [
        "nao quero dar cpf",
        "eu nao lembro meu cpf agora",
        "o email eu nao lembro",
        "não tenho email nem celular",
        "pula",
        "prefiro não informar",
    ],
)
def test_who_declines(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text", ["529.982.247-25", "maria@uol.com.br", "Maria da Silva", "a pia não tem ralo e a água volta toda noite desde ontem"]
)
def test_who_does_not(text: str) -> None:
    assert not declines(text)


def test_thanks_and_solved_are_whole_messages() -> None:
    assert is_thanks("Muito obrigada!")
    assert not is_thanks("obrigado, que horas vem?")
    assert says_solved("já resolveu")
    assert not says_solved("ainda não resolveu a porta")


@pytest.mark.parametrize(
    "text, told", [("geladeira parou", True), ("oi tudo bem", True), ("quero falar com alguém", False), ("oi", False), ("🙂", False)]
)
def test_what_nobody_recognised(text: str, told: bool) -> None:
    assert tells_something(text) is told


def test_relations() -> None:
    assert relation_named("Porteiro!") == "Porteiro"
    assert relation_named("sou o porteiro do prédio") is None
    assert relation_in("sou o porteiro") == "porteiro"
