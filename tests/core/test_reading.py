"""What a free message says, wherever in the talk it comes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.hazards import Hazard
from core.homes import parse_address
from core.reading import MAX_READ, Reading, after_greeting, is_greeting, read_message
from core.tickets import Kind, Priority

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def read(text: str) -> Reading:
    return read_message(text, now=NOW)


def said(text: str) -> dict[str, object]:
    """Values by field, restriction as OSM."""
    reading = read(text)
    found = {name: getattr(reading, name) for name in Reading.__struct_fields__ if name != "hazards"}
    return {name: getattr(each.value, "opening_hours", each.value) for name, each in found.items() if each}


@pytest.mark.parametrize(
    "text,values",
    [
        (
            "oi, o chuveiro queimou, só posso depois das 18h 😩",
            {"kind": Kind.MAINTENANCE, "restriction": "Mo-Su 18:00-24:00", "description": "o chuveiro queimou"},
        ),
        ("boa tarde a pia da cozinha ta vazando embaixo", {"kind": Kind.MAINTENANCE, "description": "a pia da cozinha ta vazando embaixo"}),
        (
            "chuveiro queimado; alta; só à tarde",
            {
                "kind": Kind.MAINTENANCE,
                "priority": Priority.HIGH,
                "restriction": "Mo-Su 12:00-18:00",
                "description": "chuveiro queimado",
            },
        ),
        ("meu cpf é 529.982.247-25", {"cpf": "52998224725"}),
        ("meu cnpj: 11.222.333/0001-81", {"cnpj": "11222333000181"}),
        ("CNPJ 12ABC34501DE35", {"cnpj": "12ABC34501DE35"}),
        (
            "meu e-mail é maria.silva@gmail.com e o celular é (11) 98765-4321",
            {"email": "maria.silva@gmail.com", "mobile": "+5511987654321"},
        ),
        ("11987654321", {"mobile": "+5511987654321"}),
        ("Rua das Acácias, 120, ap 32", {"address": "Rua das Acácias, 120, ap 32"}),
        ("rua das flores 88 apto 12 vila mariana", {"address": "rua das flores 88 apto 12 vila mariana"}),
        (
            "moro na rua das flores 88 apto 12 vila mariana e a pia está vazando",
            {"kind": Kind.MAINTENANCE, "address": "rua das flores 88 apto 12 vila mariana", "description": "a pia está vazando"},
        ),
        (
            "me chamo João, cpf 52998224725, moro na Av. Paulista 1000, a luz não acende",
            {
                "kind": Kind.MAINTENANCE,
                "cpf": "52998224725",
                "first_name": "João",
                "address": "Av. Paulista 1000",
                "description": "a luz não acende",
            },
        ),
        (
            "meu nome é Maria da Silva e o chuveiro queimou",
            {"kind": Kind.MAINTENANCE, "first_name": "Maria", "last_name": "da Silva", "description": "o chuveiro queimou"},
        ),
        (
            "empresa: Padaria Três Irmãos Ltda, cnpj 11.222.333/0001-81",
            {"company_name": "Padaria Três Irmãos Ltda", "cnpj": "11222333000181"},
        ),
        ("o chuveiro queimou, é urgente", {"kind": Kind.MAINTENANCE, "priority": Priority.HIGH, "description": "o chuveiro queimou"}),
        ("sem pressa, mas a maçaneta quebrou", {"kind": Kind.MAINTENANCE, "priority": Priority.LOW, "description": "a maçaneta quebrou"}),
        (
            "preciso urgente de um conserto na porta",
            {"kind": Kind.MAINTENANCE, "priority": Priority.HIGH, "description": "preciso urgente de um conserto na porta"},
        ),
        ("a torneira pinga. obrigada", {"kind": Kind.MAINTENANCE, "description": "a torneira pinga"}),
        ("sou inquilino, o vaso entupiu", {"kind": Kind.MAINTENANCE, "role": "tenant", "description": "o vaso entupiu"}),
        ("sou a proprietária", {"role": "landlord"}),
        ("falo por uma empresa", {"role": "company"}),
        ("sou o porteiro", {"role": "neighbour"}),
        ("sou a esposa do inquilino", {"role": "other"}),
        ("manutenção", {"kind": Kind.MAINTENANCE}),
        ("quero um reembolso", {"kind": Kind.REFUND}),
        ("vou sair do imóvel", {"kind": Kind.MOVE_OUT, "description": "vou sair do imóvel"}),
        ("quero entregar as chaves", {"kind": Kind.MOVE_OUT, "description": "quero entregar as chaves"}),
        ("outro assunto", {"kind": Kind.OTHER}),
    ],
)
def test_said(text: str, values: dict[str, object]) -> None:
    assert said(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "oi", "sim", "Maria Aparecida da Silva", "529.982.247-25 e 111.444.777-35", "meu cpf é 529.982.247-24", "protocolo 11987654321",
        "CEP 01310-100",
        "protocolo 2026-000123-4", "(11) 3333-4444", "a@b.com ou c@d.com", "não é urgente", "entre média e alta", "não sou o proprietário",
        "to na rua ha 10 minutos", "12345678901", "111.111.111-11", "", "🙂", "98765-4321",
    ],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    assert read(text) == Reading()


def test_danger_makes_a_description_and_finds_its_address() -> None:
    reading = read("cheiro de gás na cozinha, rua das flores 88")
    assert reading.hazards == (Hazard("gas", "sure"),)
    assert reading.description
    assert reading.description.value == "cheiro de gás na cozinha"
    assert reading.address
    assert reading.address.value == "rua das flores 88"


@pytest.mark.parametrize(
    "text,field,words",
    [
        ("meu cpf é 529.982.247-25", "cpf", "meu cpf é 529.982.247-25"),
        ("joão, cel: (11) 98765-4321", "mobile", "cel: (11) 98765-4321"),
        ("moro na rua das flores 88", "address", "moro na rua das flores 88"),
        ("Maria, meu novo e-mail é maria@uol.com.br", "email", "meu novo e-mail é maria@uol.com.br"),
    ],
)
def test_the_span_covers_the_label(text: str, field: str, words: str) -> None:
    found = getattr(read(text), field)
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize("text", ["oi", "Oi!", "olá, bom dia", "boa tarde 👋", "oi, tudo bem?", "Boa noite, pessoal"])
def test_a_greeting_alone(text: str) -> None:
    assert is_greeting(text)
    assert after_greeting(text) == text


@pytest.mark.parametrize(
    "text,rest",
    [
        ("oi, Maria", "Maria"),
        ("bom dia! o chuveiro queimou", "o chuveiro queimou"),
        ("olá boa tarde, tudo bem? a pia vaza", "a pia vaza"),
        ("oi moça boa noite minha pia vaza", "minha pia vaza"),
        ("oitavo andar", "oitavo andar"),
        ("Olavo Bilac", "Olavo Bilac"),
        ("", ""),
        ("oi +55 11 98765-4321", "+55 11 98765-4321"),
    ],
)
def test_after_a_greeting(text: str, rest: str) -> None:
    assert after_greeting(text) == rest
    assert not is_greeting(text)


PIECES = (
    "oi|o chuveiro queimou|só posso depois das 18h|meu cpf é 529.982.247-25|rua das flores 88 ap 12|é urgente|sou "
    "inquilino|maria@uol.com.br|"
    "(11) 98765-4321|cheiro de gás|meu nome é Maria da Silva|amanhã não|11.222.333/0001-81|obrigada|,|.|\n|e|não|\x00|😩"
).split("|")


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)))
@settings(max_examples=400)
def test_any_text(text: str) -> None:
    """Never raises; spans lie in the text; what is found is what its parser gives."""
    reading = read(text)
    for name in Reading.__struct_fields__:
        found = getattr(reading, name)
        if name != "hazards" and found:
            assert 0 <= found.span[0] < found.span[1] <= len(text)
    if reading.address:
        assert parse_address(reading.address.value)
    if reading.description:
        assert reading.description.value
    assert after_greeting(text) in text


def test_only_dangers_are_read_in_what_is_longer_than_a_message() -> None:
    assert read("meu cpf é 529.982.247-25 " + "a" * MAX_READ) == Reading()


@pytest.mark.parametrize(
    "piece", ["529.982.247-2 ", "a@b", "rua das ", "nao posso ", "1", "oi ", "- ", "meu nome é a ", "rua a b c d e f g ", "1.1.1"]
)
def test_hostile_repetition_ends(piece: str) -> None:
    """Patterns look only so far: a text of one message's length is read, whatever repeats in it."""
    assert read(piece * (MAX_READ // len(piece))).hazards == ()


@pytest.mark.parametrize(
    "text, description",
    [
        ("oi, o chuveiro queimou, só posso depois das 18h 😩", "o chuveiro queimou"),
        ("boa tarde a pia da cozinha ta vazando embaixo", "a pia da cozinha ta vazando embaixo"),
        ("cheiro forte de gas na rua das flores 88 ap 3", "cheiro forte de gas na rua das flores 88 ap 3"),
        ("a pia vazou, meu cpf é 529.982.247-25", "a pia vazou"),
        ("a pia no cpf 529.982.247-25 vazou toda", "a pia … vazou toda"),
        (
            "sou joao pereira inquilino da rua das flores 88 ap 12, cpf 529.982.247-25 o vaso ta entupido urgente so posso sabado de manha",
            "o vaso ta entupido urgente",
        ),
        ("cheiro forte de gas no 31 da rua das acacias 120", "cheiro forte de gas no 31 da rua das acacias 120"),
        ("o ap da rua das flores 88 esta com vazamento, urgente", "o ap da rua das flores 88 esta com vazamento"),
        ("o vazamento é na rua das flores 88", "o vazamento é na rua das flores 88"),
        ("rua das flores 88 está com vazamento", "rua das flores 88 está com vazamento"),
        ("a pia vazou, meu cpf é 529.982.247-25, e o vaso entupiu", "a pia vazou, o vaso entupiu"),
        ("o chuveiro queimou só posso depois das 18h", "o chuveiro queimou"),
        ("moro na rua x 10 e a descarga não funciona. urgente!", "a descarga não funciona"),
        ("é o chuveiro que queimou", "é o chuveiro que queimou"),
        ("a torneira pinga, obrigada, e o chuveiro queimou", "a torneira pinga, obrigada, e o chuveiro queimou"),
        ("aqui é a Zulmira do 302 da rua das acácias 120, a pia ta entupida e eu só posso de tarde", "a pia ta entupida"),
    ],
)
def test_a_description_is_never_cut_in_the_middle(text: str, description: str) -> None:
    found = read_message(text, now=NOW).description
    assert found is not None
    assert found.value == description


def test_the_flat_before_the_street() -> None:
    found = read_message("cheiro forte de gas no 31 da rua das acacias 120", now=NOW).address
    assert found is not None
    assert parse_address(found.value) == ("rua das acacias 120", "ap 31")


@pytest.mark.parametrize(
    "text,first,last,role",
    [
        ("oi sou a maria souza inquilina 11 91234 5678", "maria", "souza", "tenant"),
        ("sou joao pereira inquilino da rua das flores 88 ap 12", "joao", "pereira", "tenant"),
        ("sou joao da silva, inquilino, vaso entupido", "joao", "da silva", "tenant"),
        ("oi sou o Marcos Lima, marcos@uol.com.br", "Marcos", "Lima", None),
        ("oi sou o marcos lima, marcos@uol.com.br", "marcos", "lima", None),
        ("sou a Ana, o chuveiro queimou", "Ana", None, None),
        ("Boa tarde, aqui é a Joana Prado, proprietária do ap 12 da rua das flores 88", "Joana", "Prado", "landlord"),
        ("sou o Severino, zelador do prédio", "Severino", None, "neighbour"),
        ("sou o porteiro Severino, cano estourou", "Severino", None, "neighbour"),
        ("Sou a locatária Bianca Prates", "Bianca", "Prates", "tenant"),
        ("Joana Prado falando, proprietária do imóvel", "Joana", "Prado", "landlord"),
        ("aqui é a Priscila, esposa do Rodrigo", "Priscila", None, "other"),
        ("meu nome é Rui, sou inquilino", "Rui", None, "tenant"),
        ("Falo pela empresa Sol Ltda e sou a Vera", "Vera", None, "company"),
    ],
)
def test_who_introduces_themselves(text: str, first: str, last: str | None, role: str | None) -> None:
    reading = read(text)
    assert (reading.first_name and reading.first_name.value) == first
    assert (reading.last_name and reading.last_name.value) == last
    assert (reading.role and reading.role.value) == role


@pytest.mark.parametrize(
    "text",
    [
        "sou a nova inquilina, a pia vazou", "sou o antigo inquilino", "sou cliente antigo, a pia vazou", "sou idosa e a pia vazou",
        "SOU INQUILINA, PIA VAZANDO", "sou a esposa do inquilino", "não sou o Marcos Lima",
        "sou da empresa", "sou aposentado, cpf 529.982.247-25",
    ],
)  # fmt: skip
def test_what_people_are_is_no_name(text: str) -> None:
    assert read(text).first_name is None


@pytest.mark.parametrize(
    "text,address",
    [
        ("rua c 5 ap 6, urgente, pode ser qualquer hora", "rua c 5 ap 6"),
        ("é na rua b numero 15 fundos, jardim sao paulo, guarulhos", "rua b numero 15 fundos, jardim sao paulo, guarulhos"),
        ("rua b 15, jardim sao paulo, vaso entupido", "rua b 15, jardim sao paulo"),
        ("rua b 15, jardim sao paulo, urgente", "rua b 15, jardim sao paulo"),
    ],
)
def test_the_address_among_other_things(text: str, address: str) -> None:
    found = read(text).address
    assert found is not None
    assert found.value == address


@pytest.mark.parametrize(
    "piece", ["sou a b c ", "sou ", "\n", "rua x 10 ", "maria@uol.com.br, a pia vazou e ", "cpf 529.982.247-25 pia vazou. "]
)
def test_hostile_repetition_of_clauses_ends(piece: str) -> None:
    read(piece * (MAX_READ // len(piece)))


@pytest.mark.parametrize(
    "text,priority,restricted",
    [
        ("não é pra hoje", "low", False),
        ("a porta range, venham quando puderem", "low", False),
        ("o chuveiro queimou, não dá pra esperar até amanhã", "high", False),
        ("pode vir quando quiser", None, True),
        ("é urgente, só posso depois das 18h", "high", True),
    ],
)
def test_words_of_urgency_are_no_visit_times(text: str, priority: str | None, restricted: bool) -> None:
    read = read_message(text, now=NOW)
    assert (read.priority and read.priority.value) == priority
    assert (read.restriction is not None) == restricted


@pytest.mark.parametrize(
    "text, kind",
    [
        ("chuveiro quebrado há 3 semanas, quero desconto no aluguel", Kind.MAINTENANCE),
        ("a pia vazava, paguei o encanador e quero meu dinheiro de volta", Kind.REFUND),
        ("quero que descontem o conserto do chuveiro do aluguel", Kind.REFUND),
    ],
)
def test_money_beside_what_is_broken(text: str, kind: Kind) -> None:
    assert said(text)["kind"] == kind
