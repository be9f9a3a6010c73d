"""Calendar days that visitors are told of (R31): each way to name them, from a Tuesday, 24 November 2026."""

from datetime import date

import pytest

from tests.core.test_visits import read


@pytest.mark.parametrize(
    "said,first,last",
    [
        ("hoje", "2026-11-24", "2026-11-24"),
        ("amanhã", "2026-11-25", "2026-11-25"),
        ("depois de amanhã", "2026-11-26", "2026-11-26"),
        ("esta semana toda", "2026-11-24", "2026-11-29"),
        ("semana que vem", "2026-11-30", "2026-12-06"),
        ("este mês", "2026-11-24", "2026-11-30"),
        ("até o fim do ano", "2026-11-24", "2026-12-31"),
        ("mês que vem", "2026-12-01", "2026-12-31"),
        ("em janeiro", "2027-01-01", "2027-01-31"),
        ("nesse fds", "2026-11-28", "2026-11-29"),
        ("neste sábado", "2026-11-28", "2026-11-28"),
        ("quinta agora", "2026-11-26", "2026-11-26"),
        ("dia 30", "2026-11-30", "2026-11-30"),
        ("dia 2", "2026-12-02", "2026-12-02"),
        ("dia 1º de dezembro", "2026-12-01", "2026-12-01"),
        ("dia vinte e oito", "2026-11-28", "2026-11-28"),
        ("3/12", "2026-12-03", "2026-12-03"),
        ("dia 03/12/2026", "2026-12-03", "2026-12-03"),
        ("dia 3 do 12", "2026-12-03", "2026-12-03"),
        ("entre os dias 10 e 12 de dezembro", "2026-12-10", "2026-12-12"),
        ("do dia 10 ao dia 12 de dezembro", "2026-12-10", "2026-12-12"),
        ("de 10 a 12 de dezembro", "2026-12-10", "2026-12-12"),
        ("de 20/12 a 05/01", "2026-12-20", "2027-01-05"),
        ("de hoje até sexta", "2026-11-24", "2026-11-27"),
        ("até dia 30", "2026-11-24", "2026-11-30"),
        ("no dia de finados", "2027-11-02", "2027-11-02"),
        ("na sexta-feira santa", "2027-03-26", "2027-03-26"),
        ("no feriado de corpus christi", "2027-05-27", "2027-05-27"),
    ],
)
def test_named_days_are_blocked(said: str, first: str, last: str) -> None:
    restriction = read(f"{said} não posso")
    assert {each.dates for each in restriction.blocked} == {(date.fromisoformat(first), date.fromisoformat(last))}
    assert restriction.status == "parsed"


@pytest.mark.parametrize(
    "said,first,last",
    [
        ("próximo fim de semana", "2026-11-28", "2026-11-29"),
        ("sexta da semana que vem", "2026-12-04", "2026-12-04"),
        ("próxima segunda", "2026-11-30", "2026-11-30"),
        ("terça que vem", "2026-12-01", "2026-12-01"),
        ("até sexta", "2026-11-24", "2026-11-27"),
    ],
)
def test_what_people_mean_differently_is_asked(said: str, first: str, last: str) -> None:
    restriction = read(f"{said} não posso")
    assert {each.dates for each in restriction.blocked} == {(date.fromisoformat(first), date.fromisoformat(last))}
    assert restriction.status == "confirm"


@pytest.mark.parametrize(
    "text,last",
    [
        ("só a partir de quinta agora", "2026-11-25"),
        ("só posso do dia 10 de dezembro em diante", "2026-12-09"),
        ("só depois do Natal", "2026-12-25"),
        ("volto amanhã", "2026-11-24"),
        ("estou viajando, só retorno no dia 5 de dezembro", "2026-12-04"),
    ],
)
def test_nothing_until_then(text: str, last: str) -> None:
    assert {each.dates for each in read(text).blocked} == {(date(2026, 11, 24), date.fromisoformat(last))}


@pytest.mark.parametrize("text", ["dia 31 de novembro não", "32/13 não", "no feriado não", "só amanhã"])
def test_no_day_of_the_calendar(text: str) -> None:
    assert read(text).status == "needs_agent"
