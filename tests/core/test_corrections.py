"""What people write to correct an earlier answer."""

import pytest

from core.corrections import MAX_LENGTH, closes_correction, read_correction, unit_with

SAID = (
    ("nao, meu ap é 23", "unit", "ap 23"),
    ("não é ap 23", "unit", "ap 23"),
    ("apto 23", "unit", "ap 23"),
    ("o numero do apartamento tá errado, é o 23", "unit", "ap 23"),
    ("desculpa, a unidade é 31-B", "unit", "ap 31-B"),
    ("o cpf ta errado", "cpf", ""),
    ("o CPF está errado, o certo é 111.444.777-35", "cpf", "111.444.777-35"),
    ("meu nome ta errado", "first_name", ""),
    ("esse nome não é meu nome", None, ""),
    ("meu nome é Juliana Prado", "first_name", "Juliana Prado"),
    ("é Juliana Prado", "first_name", "Juliana Prado"),
    ("não, é Juliana", "first_name", "Juliana"),
    ("me chamo Zuila Brandes", "first_name", "Zuila Brandes"),
    ("opa, errei o sobrenome, é Prado", "last_name", "Prado"),
    ("troca o problema: é a janela do quarto que não fecha", "description", "a janela do quarto que não fecha"),
    ("tá errado o problema, é a janela", "description", "a janela"),
    ("ta errado o problema\né a janela", "description", "a janela"),
    ("o defeito não é esse, é a janela", "description", "a janela"),
    ("quero mudar a descrição", "description", ""),
    ("muda o horário pra só de manhã", "restriction", "só de manhã"),
    ("dá pra trocar o dia da visita?", "restriction", ""),
    ("posso alterar os horários para só à tarde", "restriction", "só à tarde"),
    ("o e-mail é outro: x@y.com", "email", "x@y.com"),
    ("digitei errado o email, viu", "email", ""),
    ("corrige meu celular pra 11 98765-4321, por favor", "mobile", "11 98765-4321"),
    ("muda a prioridade pra alta", "priority", "alta"),
    ("o endereço certo é rua dois 20", "address", "rua dois 20"),
    ("meu email mudou", "email", ""),
    ("o horário mudou, só quinta", "restriction", "só quinta"),
    ("a razão social tá errada", "company_name", ""),
    ("na verdade o problema é a janela", "description", "a janela"),
)
NOTHING = (
    "o problema é que a pia vaza",
    "meu chuveiro está com problema",
    "o nome está errado no boleto",
    "quero trocar a porta da rua",
    "quando vão corrigir o problema?",
    "mudei de endereço",
    "e Maria disse que vem",
    "o dia todo",
    "não posso de manhã",
    "a casa está toda molhada",
    "é a Rosa que abre",
    "não, a pia",
    "é branca a porta",
    "qual horário vocês vêm",
)


@pytest.mark.parametrize("text, field, value", SAID)
def test_a_field_and_its_value(text: str, field: str | None, value: str) -> None:
    said = read_correction(text)
    assert (said.field if said else None, said.value if said else "") == (field, value)


@pytest.mark.parametrize("text", NOTHING)
def test_no_correction(text: str) -> None:
    assert read_correction(text) is None


@pytest.mark.parametrize("text", ["enviar", "confirmo", "pode mandar", "Pode enviar!", "ok, manda assim", "deixa como está", "tá certo"])
def test_what_closes(text: str) -> None:
    assert closes_correction(text)


@pytest.mark.parametrize("text", ["manda alguém de manhã", "não confirmo presença", "pode ser de manhã", "sim", "a janela"])
def test_what_is_an_answer(text: str) -> None:
    assert not closes_correction(text)


def test_parts_of_a_unit() -> None:
    assert unit_with("bloco B ap 12", "ap 23") == "bloco B ap 23"
    assert unit_with("ap 12 bloco B", "bloco C") == "ap 12 bloco C"
    assert unit_with("", "ap 23") == unit_with("casa 2", "ap 23") == "ap 23"
    assert unit_with("ap 1", "bloco C ap 2") == "bloco C ap 2"


@pytest.mark.parametrize("piece", ["nao ", "e ", "o nome ", "muda o ", "oi, ", "é ", "mas e ", "pode "])
def test_hostile_repetition_ends(piece: str) -> None:
    text = (piece * MAX_LENGTH)[:MAX_LENGTH]
    assert read_correction(text) is None or len(text) <= MAX_LENGTH
    closes_correction(text)
