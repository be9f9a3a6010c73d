"""Visit times (R31) in several clauses: what the next clause adds to, narrows or corrects in the one before; where it may, it is asked."""

from datetime import date

import pytest

from tests.core.test_visits import WEEK, WORKDAYS, read, windows

Blocked = list[tuple[str, int, int]]


def blocks(text: str, blocked: Blocked) -> bool:
    return set(read(text).blocked) == windows(*blocked)


@pytest.mark.parametrize(
    "text,blocked",
    [
        # a correction with a word of its own keeps the days
        ("segunda de manhã, ops, à tarde não posso", [("mon", 12, 18)]),
        ("quinta das 8h às 10h, aliás, das 9h às 11h não dá", [("thu", 9, 11)]),
        # "não" that leads to a correction
        ("terça não posso... não, espera, é quarta que não posso", [("wed", 0, 24)]),
        ("sábado não dá, não, pera, é domingo que não dá", [("sun", 0, 24)]),
        # "nesses dias" with a window
        ("minha filha tem balé terça e quinta, então nesses dias de manhã não", [("tue thu", 6, 12)]),
        ("segunda e sexta eu ajudo minha irmã, nesses dias à tarde não posso, no resto pode", [("mon fri", 12, 18)]),
        # windows of the day before, then another day
        ("quinta tenho culto à noite e sábado de manhã, fora isso tá livre", [("thu", 18, 24), ("sat", 6, 12)]),
        ("não posso segunda, muito menos terça", [("mon tue", 0, 24)]),
        ("não posso de manhã, só depois das 14h", [(WEEK, 0, 14)]),
    ],
)
def test_read(text: str, blocked: Blocked) -> None:
    assert blocks(text, blocked)
    assert read(text).status == "parsed"


@pytest.mark.parametrize(
    "text,blocked",
    [
        # hours of a reason that is told again
        ("dou aula na quarta, então quarta até as 11h não consigo", [("wed", 0, 11)]),
        ("de seg a sex a gente trabalha na loja até as 18, então até as 18 não dá", [(WORKDAYS, 0, 18)]),
        # a limit of the day before, or of all days?
        ("quarta de manhã pode, mas tem que sair antes das 10", [("wed", 10, 24)]),
        ("segunda e quarta pode, só depois das 14h", [("mon wed", 0, 14)]),
        ("pode vir de manhã, mas na sexta não", [("mon tue wed thu sat sun", 0, 6), ("mon tue wed thu sat sun", 12, 24), ("fri", 0, 24)]),
        ("não posso de manhã, só depois das 11", [(WEEK, 0, 11)]),
        ("o zelador só autoriza entrada até as 16h, e sábado até as 11h", [(WORKDAYS + " sun", 16, 24), ("sat", 11, 24)]),
        ("depois das 9 tá bom, mas não depois das 17", [(WEEK, 0, 9), (WEEK, 17, 24)]),
        ("sábado eu trabalho até meio-dia, depois pode", [("sat", 0, 12)]),
        ("quarta tenho consulta às 10h, então de manhã não", [("wed", 6, 12)]),
        ("não posso terça de tarde. quarta também", [("tue", 12, 18), ("wed", 0, 24)]),
        ("segunda e quarta posso, só não posso de manhã", [("mon wed", 6, 12)]),
        ("podem vir terça e quinta, mas nesses dias de manhã não", [("tue thu", 6, 12)]),
        # "só" before windows, then a part of the week
        ("a portaria só libera até as 17h de seg a sex", [(WORKDAYS, 17, 24)]),
        ("só consigo de manhã de segunda a sexta", [(WORKDAYS, 0, 6), (WORKDAYS, 12, 24), ("sat sun", 0, 24)]),
        ("quinta não posso, digo, de manhã não posso", [("thu", 6, 12)]),
    ],
)
def test_read_and_asked_alone(text: str, blocked: Blocked) -> None:
    assert blocks(text, blocked)
    assert read(text).status == "confirm"


@pytest.mark.parametrize(
    "text,first,last",
    [
        ("viajo dia 10/12 e fico fora até 14/12", date(2026, 12, 10), date(2026, 12, 14)),
        ("saio de viagem dia 1 e fico lá até dia 6 de dezembro", date(2026, 12, 1), date(2026, 12, 6)),
        ("dia 2/12 eu viajo e só retorno depois do dia 9/12", date(2026, 12, 2), date(2026, 12, 9)),
        ("volto depois de amanhã", date(2026, 11, 24), date(2026, 11, 25)),
        ("antes de sexta não posso", date(2026, 11, 24), date(2026, 11, 26)),
        ("viajo amanhã e fico fora até sexta", date(2026, 11, 25), date(2026, 11, 27)),
    ],
)
def test_away_from_one_day_to_another(text: str, first: date, last: date) -> None:
    assert {each.dates for each in read(text).blocked} == {(first, last)}
    assert read(text).status == "confirm"


def test_what_ends_before_it_begins_is_two_times() -> None:
    found = {each.dates for each in read("tenho dentista dia 27. estou viajando até dia 25").blocked}
    assert found == {(date(2026, 11, 27), date(2026, 11, 27)), (date(2026, 11, 24), date(2026, 11, 25))}


@pytest.mark.parametrize(
    "text",
    [
        "nesses dias de manhã não posso",
        "nesse dia à tarde não, só na quarta",
        "sexta depois do pôr do sol não recebo",
        "trabalho de manhã na segunda e à tarde nos outros dias",
    ],
)
def test_what_nobody_named_is_left_to_a_person(text: str) -> None:
    assert read(text).status == "needs_agent"


@pytest.mark.parametrize("text", ["dia 25 e 26 não, mas 27 de manhã ok", "até o dia 30 qualquer hora, depois disso só de manhã"])
def test_what_may_belong_to_another_day_is_asked(text: str) -> None:
    assert read(text).status == "confirm"


def test_before_a_day_is_up_to_the_day_before() -> None:
    assert {each.dates for each in read("antes do dia 5 não dá").blocked} == {(date(2026, 11, 24), date(2026, 12, 4))}
    assert read("antes do dia 5 não dá").status == "parsed"
