"""Visit times (R31) in the many ways in which people say the same: a family of wordings each."""

import re
from datetime import date

import pytest

from core.names import fold
from core.reading import read_message
from core.visit_clauses import clauses_of
from core.visit_holidays import easter
from core.visit_shapes import SHAPES
from core.visit_tokens import tokens
from core.visit_wordings import plainly
from core.visits import parse_restriction
from core.words import cut
from tests.core.test_visits import NOW, WEEK, WORKDAYS, read, windows


@pytest.mark.parametrize("shape,sentence", [(shape, sentence) for shape, _, sentences in SHAPES for sentence in sentences])
def test_each_shape_is_shown_by_its_sentences(shape: str, sentence: str) -> None:
    assert [bool(re.fullmatch(shape, clause.shape)) for clause in clauses_of(plainly(tokens(cut(fold(sentence)), NOW.date())))] == [True]
    assert read(sentence).status != "needs_agent" or shape == "[NYWOEF]" or "R" in shape  # the rest of what?


@pytest.mark.parametrize(
    "text,blocked",
    [
        # spellings of telephones, one slip
        ("ñ posso na qnta", [("thu", 0, 24)]),
        ("num dá sabdo nem dmg", [("sat sun", 0, 24)]),
        ("nãooo posso de tadre", [(WEEK, 12, 18)]),
        ("so consg dps das 15", [(WEEK, 0, 15)]),
        # a reason with its days and hours blocks them
        ("quarta das 14h às 16h tenho pilates", [("wed", 14, 16)]),
        ("terça e quinta à noite estou no curso", [("tue thu", 18, 24)]),
        ("levo meus filhos na escola das 7h às 8h de segunda a sexta", [(WORKDAYS, 7, 8)]),
        ("sexta de manhã acompanho minha avó na fisioterapia, não rola", [("fri", 6, 12)]),
        # "there": the times stand before the word
        ("das 10h às 11h dou aula, nesse horário não dá", [(WEEK, 10, 11)]),
        ("seg a sex das 7h30 às 17h não tem ninguém, aí não adianta", [(WORKDAYS, 7.5, 17)]),
        ("a diarista vem segunda e quarta, só nesses dias tem gente", [("tue thu fri sat sun", 0, 24)]),
        # "ou" between a time and a day: two times
        ("só à noite ou aos sábados", [("mon tue wed thu fri sun", 0, 18)]),
        ("segunda ou terça de manhã não dá", [("mon tue", 6, 12)]),
        # the rest, after what was named
        ("tirando a quarta, os outros dias tranquilo", [("wed", 0, 24)]),
        ("sábado não venham, no mais é só chegar", [("sat", 0, 24)]),
        # without a "não"
        ("quinta à tarde é impossível", [("thu", 12, 18)]),
        ("evitem a hora do almoço", [(WEEK, 12, 14)]),
        ("de jeito nenhum antes das 9h", [(WEEK, 0, 9)]),
        # only, in other words
        ("tem que ser de manhã", [(WEEK, 0, 6), (WEEK, 12, 24)]),
        ("o único dia que posso é sexta", [("mon tue wed thu sat sun", 0, 24)]),
        ("só fora do horário comercial", [(WORKDAYS, 8, 18)]),
        ("qualquer hora depois das 9h", [(WEEK, 0, 9)]),
        # the hour in words
        ("quinze para as duas da tarde até as três da tarde não", [(WEEK, 13.75, 15)]),
        ("não posso das 0900 às 1030", [(WEEK, 9, 10.5)]),
        ("de manhã das 9h às 10h não dá", [(WEEK, 9, 10)]),
        # the last word counts
        ("não posso terça; opa, terça não, é sexta", [("fri", 0, 24)]),
        ("não posso segunda. não, terça", [("tue", 0, 24)]),
        ("só depois das 13h\nmelhor, depois das 14h", [(WEEK, 0, 14)]),
        ("não posso à tarde\n*de manhã", [(WEEK, 6, 12)]),
        # signs
        ("❌ sexta\n✅ sábado", [("fri", 0, 24)]),
        ("seg: não; ter: pode", [("mon", 0, 24)]),
    ],
)
def test_read(text: str, blocked: list[tuple[str, float, float]]) -> None:
    restriction = read(text)
    assert set(restriction.blocked) == {each for days, start, end in blocked for each in windows((days, start, end))}  # type: ignore[arg-type]
    assert restriction.status == "parsed"


@pytest.mark.parametrize(
    "text",
    [
        "todos os horários servem", "toda hora é hora", "pode vir quando achar melhor", "não me incomodo com nenhum horário",
        "não tem hora que eu não possa", "não existe dia ruim", "nenhuma objeção", "estou em casa o dia inteiro",
        "trabalho de casa, então qualquer hora serve", "não é que eu não possa de manhã", "gostaria que fosse depois das 10h",
        "n tenho restrição", "não, obrigado", "até de madrugada pode",
    ],
)  # fmt: skip
def test_nothing_is_blocked(text: str) -> None:
    assert read(text).blocked == ()
    assert read(text).status != "needs_agent"


@pytest.mark.parametrize(
    "text,blocked",
    [
        ("saio às 7h e volto às 18h", [(WEEK, 7, 18)]),
        ("entro no serviço às 14h e largo às 22h", [(WEEK, 14, 22)]),
        ("levo minha neta na creche das 7h às 8h", [(WEEK, 7, 8)]),
        ("durmo de dia", [(WEEK, 6, 18)]),
        ("segunda cedo", [("mon", 6, 12)]),
    ],
)
def test_read_and_asked_alone(text: str, blocked: list[tuple[str, int, int]]) -> None:
    assert set(read(text).blocked) == windows(*blocked)
    assert read(text).status == "confirm"


@pytest.mark.parametrize(
    "text",
    [
        "busco as crianças às 17h", "no feriado não posso", "segunda sim, segunda não", "só de manhã. de manhã não posso", "6x1",
        "bem cedo não", "alguns dias não posso", "só quando meu marido chegar", "de manhã a vizinha está",
    ],
)  # fmt: skip
def test_left_to_a_person(text: str) -> None:
    assert read(text).status == "needs_agent"


@pytest.mark.parametrize(
    "text,first,last,hours",
    [
        ("só consigo dia 28 de manhã", date(2026, 11, 28), date(2026, 11, 28), {(0, 6), (12, 24)}),
        ("amanhã só depois das 14h", date(2026, 11, 25), date(2026, 11, 25), {(0, 14)}),
        ("véspera de Natal não", date(2026, 12, 24), date(2026, 12, 24), {(0, 24)}),
        ("no Ano Novo não venham", date(2027, 1, 1), date(2027, 1, 1), {(0, 24)}),
        ("no carnaval não", date(2027, 2, 6), date(2027, 2, 9), {(0, 24)}),
        ("de 28/11 até 05/12 estarei fora", date(2026, 11, 28), date(2026, 12, 5), {(0, 24)}),
        ("de amanhã até sexta não posso", date(2026, 11, 25), date(2026, 11, 27), {(0, 24)}),
        ("até o fim do mês não dá", date(2026, 11, 24), date(2026, 11, 30), {(0, 24)}),
        ("em dezembro não recebo ninguém", date(2026, 12, 1), date(2026, 12, 31), {(0, 24)}),
        ("só depois do dia 10 de dezembro", date(2026, 11, 24), date(2026, 12, 10), {(0, 24)}),
        ("dia cinco de dezembro não", date(2026, 12, 5), date(2026, 12, 5), {(0, 24)}),
        ("janeiro inteiro não tem ninguém", date(2027, 1, 1), date(2027, 1, 31), {(0, 24)}),
        ("dezembro todo tô fora, de 01/12 a 31/12", date(2026, 12, 1), date(2026, 12, 31), {(0, 24)}),
    ],
)
def test_dates(text: str, first: date, last: date, hours: set[tuple[int, int]]) -> None:
    restriction = read(text)
    assert {each.dates for each in restriction.blocked} == {(first, last)}
    assert {(each.start // 60, each.end // 60) for each in restriction.blocked} == hours
    assert restriction.status == "parsed"


def test_a_list_of_dates() -> None:
    days = {each.dates for each in read("dias 1, 3 e 5 de dezembro não posso").blocked}
    assert days == {(date(2026, 12, day), date(2026, 12, day)) for day in (1, 3, 5)}
    assert read("dias 26 e 27 não vou estar").blocked == read("dia 26 não e dia 27 não").blocked


def test_somebody_who_comes_back_is_asked() -> None:
    restriction = read("estou viajando, volto de viagem dia 2 de dezembro")
    assert restriction.blocked[0].dates == (date(2026, 11, 24), date(2026, 12, 1))
    assert restriction.status == "confirm"


@pytest.mark.parametrize("year,month,day", [(2024, 3, 31), (2027, 3, 28), (2038, 4, 25), (2285, 3, 22)])
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    "text,clause",
    [
        ("a pia vaza. fico em aula das 9h às 11h, nesse horário não dá", "fico em aula das 9h às 11h, nesse horário não dá"),
        ("o ralo entupiu, trabalho seg a sex das 8 às 17, então só sábado", "trabalho seg a sex das 8 às 17, então só sábado"),
        ("o box caiu. evitem a hora do almoço, por favor", "evitem a hora do almoço, por favor"),
        ("janela quebrada, amanhã não vou estar", "amanhã não vou estar"),
    ],
)
def test_found_in_a_message(text: str, clause: str) -> None:
    found = read_message(text, now=NOW).restriction
    assert found is not None
    assert text[slice(*found.span)].startswith(clause.removesuffix(", por favor"))


@pytest.mark.parametrize(
    "text",
    [
        "não funciona de manhã", "não consigo dormir à noite com o barulho", "a água só vem de manhã", "não fecha de noite",
        "o técnico não veio hoje", "o elevador não funciona nos fins de semana", "não dá pra tomar banho de manhã",
        "estou sem luz desde sábado de manhã", "quando der vocês olham",
    ],
)  # fmt: skip
def test_what_happens_when_is_no_restriction(text: str) -> None:
    assert read_message(f"o chuveiro queimou, {text}", now=NOW).restriction is None


def test_without_a_today_dates_are_left_to_a_person() -> None:
    assert parse_restriction("no Natal não").status == "needs_agent"


@pytest.mark.parametrize("piece", ["só posso ", "segunda, ", "trabalho ", "saio às 7 e ", "desculpa, segunda, ", "das 8 às 9 e "])
def test_more_than_a_sentence_is_left_to_a_person(piece: str) -> None:
    assert read(piece * 300).status == "needs_agent"
    assert read_message(piece * 300, now=NOW).restriction is None
