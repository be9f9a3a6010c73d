"""Visit times (R31) where a word's meaning depends on its clause or on the clause before; and where an unclear clause is asked."""

from datetime import date

import pytest

from core.reading import read_message
from core.visits import parse_restriction
from tests.core.test_visits import NOW, WEEK, WORKDAYS, read, windows

Blocked = list[tuple[str, float, float]]


def blocks(text: str, blocked: Blocked) -> bool:
    return set(read(text).blocked) == {each for days, start, end in blocked for each in windows((days, start, end))}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text,blocked",
    [
        # "nesse horário", "nesses dias": the times before
        ("atendo no salão das 9h às 12h, só nesse horário tem gente", [(WEEK, 0, 9), (WEEK, 12, 24)]),
        ("terça e quinta somente à tarde. nesses períodos a casa está vazia", [("tue thu", 12, 18)]),
        # "antes", "depois": from the hour before on
        ("até 11h pode, depois não", [(WEEK, 11, 24)]),
        ("das 9 às 11, nem antes nem depois", [(WEEK, 0, 9), (WEEK, 11, 24)]),
        ("todo domingo vou à feira até as 10h, antes disso não", [("sun", 0, 10)]),
        # windows of the day before
        ("segunda de manhã pode, à tarde não", [("mon", 12, 18)]),
        ("quarta tenho dentista, não estou de manhã", [("wed", 6, 12)]),
        ("só no período da tarde, das 14h às 16h", [(WEEK, 0, 14), (WEEK, 16, 24)]),
        ("só depois das 13h, e tem que terminar até as 16h", [(WEEK, 0, 13), (WEEK, 16, 24)]),
        # "e" between a window and a day: two times
        ("só à noite e fim de semana", [(WORKDAYS, 0, 18)]),
        ("não posso às segundas e às quintas", [("mon thu", 0, 24)]),
        ("entre segunda e quarta não", [("mon tue wed", 0, 24)]),
        # the rest of what was named
        ("quarta só de manhã; nos outros dias o dia todo", [("wed", 0, 6), ("wed", 12, 24)]),
        # a no in other words
        ("prefiro que não venham na sexta", [("fri", 0, 24)]),
        ("melhor não vir na segunda", [("mon", 0, 24)]),
        ("sexta de tarde num vai dá", [("fri", 12, 18)]),
        ("só terça é que não posso", [("tue", 0, 24)]),
        ("eu não acordo antes das 10", [(WEEK, 0, 10)]),
        ("não posso só na quarta", [("wed", 0, 24)]),
        ("os únicos dias que posso são terça e quinta", [("mon wed fri sat sun", 0, 24)]),
        ("prefiro na segunda. só terça é que não", [("tue", 0, 24)]),
        ("o rapaz do 12 só recebe depois das 18:30", [(WEEK, 0, 18.5)]),
        # somebody at home
        ("minha mãe fica em casa de manhã, à tarde não fica ninguém", [(WEEK, 12, 18)]),
        # what is over
        ("o técnico veio ontem e eu não estava. de tarde não dá", [(WEEK, 12, 18)]),
        ("eu ia dizer terça, mas lembrei que a prova é na quarta. então quarta não dá", [("wed", 0, 24)]),
        # an explanation tells the same from the other side
        ("só de manhã, que de tarde não aguento o calor", [(WEEK, 0, 6), (WEEK, 12, 24)]),
        (
            "pode: seg a qua 8h–12h. não pode: nos outros horários",
            [("mon tue wed", 0, 8), ("mon tue wed", 12, 24), ("thu fri sat sun", 0, 24)],
        ),
    ],
)
def test_read(text: str, blocked: Blocked) -> None:
    assert blocks(text, blocked)
    assert read(text).status == "parsed"


@pytest.mark.parametrize(
    "text,blocked",
    [
        ("estou o dia inteiro na rua", [(WEEK, 0, 24)]),
        ("o estúdio funciona das 9 às 12, podem vir nesse horário", [(WEEK, 0, 9), (WEEK, 12, 24)]),
        ("sábado até 11h pode, depois não", [("sat", 11, 24)]),
        ("tem hóspede na quinta, fora isso pode vir", [("thu", 0, 24)]),
        ("depois das 20h já tô deitado", [(WEEK, 20, 24)]),
        ("sábado o dia inteiro e semana só à noite", [(WORKDAYS, 0, 18)]),
        ("tirando sábado não consigo nenhum dia", [(WORKDAYS + " sun", 0, 24)]),
        ("posso:\n- segunda à tarde", [("mon", 0, 12), ("mon", 18, 24), ("tue wed thu fri sat sun", 0, 24)]),
        ("faculdade, das 8h às 18h", [(WEEK, 8, 18)]),
        ("acupuntura quinta de manhã", [("thu", 6, 12)]),
        ("chego em casa às 18h30 de segunda a sexta", [(WORKDAYS, 0, 18.5)]),
        ("chego entre 18h e 19h", [(WEEK, 0, 19)]),
        ("entro no mercado às 14h e saio às 22h", [(WEEK, 14, 22)]),
        ("11h50 saio pra buscar minha filha e volto 12h40", [(WEEK, 11 + 5 / 6, 12 + 2 / 3)]),
        ("terça não, quarta depois das 14h pode", [("tue", 0, 24), ("wed", 0, 14)]),
        ("dia de semana é osso, mas dou um jeito", [(WORKDAYS, 0, 24)]),
        ("de manhã não tem ninguém, mas a chave fica na portaria", [(WEEK, 6, 12)]),
        ("em geral só à noite", [(WEEK, 0, 18)]),
        ("provavelmente sexta não", [("fri", 0, 24)]),
        ("domingo, só", [(WORKDAYS + " sat", 0, 24)]),
    ],
)
def test_read_and_asked_alone(text: str, blocked: Blocked) -> None:
    assert blocks(text, blocked)
    assert read(text).status == "confirm"


@pytest.mark.parametrize(
    "text",
    [
        "costuro o dia todo, pode vir qualquer hora", "estou de férias até dia 10 de dezembro, pode vir qualquer horário",
        "o rapaz veio segunda e não me achou. mas pode vir qualquer hora", "pode ser na sexta à tarde?", "não faz mal, venha de manhã",
        "livre", "quinta não trabalho, então pode",
    ],
)  # fmt: skip
def test_nothing_is_blocked_and_asked_alone(text: str) -> None:
    assert (read(text).blocked, read(text).status) == ((), "confirm")


@pytest.mark.parametrize(
    "text",
    [
        "qualquer dia, desde que avisem um dia antes", "creio que nenhum", "não lembro de nenhum",
        "qualquer horário, me liguem meia hora antes",
        "não tem problema de manhã não", "tenho o dia livre", "qualquer hora, só não repare na bagunça",
    ],
)  # fmt: skip
def test_nothing_is_blocked(text: str) -> None:
    assert (read(text).blocked, read(text).status) == ((), "parsed")


@pytest.mark.parametrize(
    "text",
    [
        "posso ter cachorro no apartamento?", "sábado só se for urgente", "em semana de prova eu não consigo, nas outras até dá",
        "de quarta em diante não", "depois do serviço pode", "nos outros horários não", "pode ser", "só com meu filho em casa",
        "ou bem cedo ou bem tarde",
    ],
)  # fmt: skip
def test_left_to_a_person(text: str) -> None:
    assert read(text).status == "needs_agent"


@pytest.mark.parametrize(
    "text,first,last,status",
    [
        ("quinta 26 não estou", date(2026, 11, 26), date(2026, 11, 26), "parsed"),
        ("volto sexta, dia 4 de dezembro", date(2026, 11, 24), date(2026, 12, 3), "confirm"),
        ("volto pra Pelotas dia 29", date(2026, 11, 24), date(2026, 11, 28), "confirm"),
        ("a partir de quinta pode", date(2026, 11, 24), date(2026, 11, 25), "confirm"),
        ("só na semana que vem", date(2026, 11, 30), date(2026, 12, 6), "needs_agent"),
        ("a obra começa dia 28 e vai até dia 3 de dezembro, nesse período não dá", date(2026, 11, 28), date(2026, 12, 3), "confirm"),
        ("fechamos pra balanço dia 1/12, nesse dia ninguém entra", date(2026, 12, 1), date(2026, 12, 1), "confirm"),
        ("a partir do dia 1º pode qualquer horário", date(2026, 11, 24), date(2026, 11, 30), "parsed"),
    ],
)
def test_dates(text: str, first: date, last: date, status: str) -> None:
    assert read(text).status == status
    assert status == "needs_agent" or {each.dates for each in read(text).blocked} == {(first, last)}


def test_tuesday_in_the_own_words_of_the_summary_is_no_verb() -> None:
    said = "Pode: ter 8h–12h. Não pode: nos outros horários."
    assert blocks(said, [("tue", 0, 8), ("tue", 12, 24), ("mon wed thu fri sat sun", 0, 24)])
    assert read_message("o ralo entupiu, posso ter um encanador?", now=NOW).restriction is None


@pytest.mark.parametrize("piece", ["antes ", "depois ", "se ", "estou ", "quando ", "semana ", "ontem ", "entre "])
def test_many_words_that_need_their_clause_are_left_to_a_person(piece: str) -> None:
    assert parse_restriction(piece * 80, now=NOW).status == "needs_agent"
