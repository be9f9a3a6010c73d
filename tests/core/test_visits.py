"""Visit times (R31): read from a sentence, kept as windows, written as OSM and in words of both sides."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours
from pydantic import BaseModel, ConfigDict

from core.hours import ALWAYS, DAYS, by_span, osm_week, week_of, window
from core.reading import read_message
from core.visit_grammar import MAX_LENGTH
from core.visit_tokens import tokens
from core.visits import BlockedWindow, VisitRestriction, Visits, parse_restriction, restriction_words
from core.words import cut

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday
WEEK = "mon tue wed thu fri sat sun"
WORKDAYS = "mon tue wed thu fri"


def read(text: str) -> VisitRestriction:
    return parse_restriction(text, now=NOW)


def windows(*blocked: tuple[str, int, int]) -> set[BlockedWindow]:
    """Days, and hours of the day."""
    return {BlockedWindow(frozenset(days.split()), start * 60, end * 60) for days, start, end in blocked}


@pytest.mark.parametrize(
    "text,blocked",
    [
        ("menos segunda de manha", [("mon", 6, 12)]),
        ("exceto quarta", [("wed", 0, 24)]),
        ("tirando sábado e domingo", [("sat sun", 0, 24)]),
        ("fora segunda, quarta e sexta", [("mon wed fri", 0, 24)]),
        ("só não posso segunda de manhã", [("mon", 6, 12)]),
        ("só não segunda", [("mon", 0, 24)]),
        ("só segunda não", [("mon", 0, 24)]),
        ("não posso de madrugada", [(WEEK, 0, 6)]),
        ("não posso à noite", [(WEEK, 18, 24)]),
        ("no almoço não", [(WEEK, 12, 14)]),
        ("não posso no horário comercial", [(WORKDAYS, 8, 18)]),
        ("não posso no fim de semana", [("sat sun", 0, 24)]),
        ("dias úteis não", [(WORKDAYS, 0, 24)]),
        ("só à tarde", [(WEEK, 0, 12), (WEEK, 18, 24)]),
        ("somente de manhã", [(WEEK, 0, 6), (WEEK, 12, 24)]),
        ("só posso depois das 18h", [(WEEK, 0, 18)]),
        ("fds só sábado", [("sun", 0, 24)]),
        ("seg a sex só à tarde", [(WORKDAYS, 0, 12), (WORKDAYS, 18, 24)]),
        ("só sábado de manhã", [(WORKDAYS + " sun", 0, 24), ("sat", 0, 6), ("sat", 12, 24)]),
        ("sábado só de manhã", [("sat", 0, 6), ("sat", 12, 24)]),
        ("a partir das 14h", [(WEEK, 0, 14)]),
        ("depois das 18h", [(WEEK, 0, 18)]),
        ("até meio-dia", [(WEEK, 12, 24)]),
        ("depois do almoço", [(WEEK, 0, 14)]),
        ("das 8h às 12h", [(WEEK, 0, 8), (WEEK, 12, 24)]),
        ("de manhã não, à tarde sim", [(WEEK, 6, 12)]),
        ("à tarde sim, de manhã não", [(WEEK, 6, 12)]),
        ("não posso segunda e quarta de manhã", [("mon wed", 6, 12)]),
        ("segunda, quarta e sexta de manhã não", [("mon wed fri", 6, 12)]),
        ("segunda não posso de manhã", [("mon", 6, 12)]),
        ("segunda não posso de manhã nem à noite", [("mon", 6, 12), ("mon", 18, 24)]),
        ("seg/qua/sex não", [("mon wed fri", 0, 24)]),
        ("não posso segunda e terça, antes das 10h", [("mon tue", 0, 10)]),
        ("nem segunda nem terça", [("mon tue", 0, 24)]),
        ("não posso seg a sex das 22h às 6h", [(WORKDAYS, 22, 24), ("tue wed thu fri sat", 0, 6)]),
        ("não posso domingo das 22h às 2h da manhã", [("sun", 22, 24), ("mon", 0, 2)]),
        ("não posso de manhã, exceto sábado", [("mon tue wed thu fri sun", 6, 12)]),
        ("qualquer horário menos segunda de manhã", [("mon", 6, 12)]),
        ("todo dia menos domingo", [("sun", 0, 24)]),
        ("só de manhã, aliás, só à tarde", [(WEEK, 0, 12), (WEEK, 18, 24)]),
        ("não posso segunda, quer dizer, terça", [("tue", 0, 24)]),
        ("a partir das 14h, aliás, 15h", [(WEEK, 0, 15)]),
        ("trabalho de segunda a sexta das 8 às 17", [(WORKDAYS, 8, 17)]),
        ("2ª e 4ª feira não", [("mon wed", 0, 24)]),
        ("não posso às terças e quintas", [("tue thu", 0, 24)]),
        ("pode ser de manhã, mas à noite não", [(WEEK, 18, 24)]),
        ("durante a semana só à noite, fim de semana qualquer horário", [(WORKDAYS, 0, 18)]),
        ("não tem ninguém em casa até as 17h", [(WEEK, 0, 17)]),
        ("das oito às dezessete não dá", [(WEEK, 8, 17)]),
        ("não posso 8h30-9h", [(WEEK, 8.5, 9)]),
        ("só depois das 18h porque trabalho", [(WEEK, 0, 18)]),
        ("também não posso quarta à tarde", [("wed", 12, 18)]),
        ("e sábado só depois das 10", [("sat", 0, 10)]),
        ("de segunda a sexta trabalho o dia todo, sabado pode", [(WORKDAYS, 0, 24)]),
    ],
)
def test_read(text: str, blocked: list[tuple[str, int, int]]) -> None:
    restriction = read(text)
    assert set(restriction.blocked) == windows(*blocked)
    assert restriction.status == "parsed"
    assert restriction.text == text


@pytest.mark.parametrize(
    "text",
    [
        "qualquer horário", "qualquer dia e horário", "tanto faz", "nenhuma restrição", "sem restrição", "não tenho restrição", "não",
        "Não.",
        "nenhum", "não tem problema de manhã", "prefiro de manhã", "de preferência à tarde", "pode ser de manhã?", "pode vir quando quiser",
    ],
)  # fmt: skip
def test_nothing_is_blocked(text: str) -> None:
    assert read(text) == VisitRestriction((), text)


@pytest.mark.parametrize(
    "text,blocked",
    [
        ("segunda de manhã", [("mon", 6, 12)]),  # the question asks when nobody can: blocked, and asked
        ("fds", [("sat sun", 0, 24)]),
        ("seg a sex 8h às 18h", [(WORKDAYS, 8, 18)]),
        ("horário comercial", [(WORKDAYS, 8, 18)]),
        ("seg a sex depois das 18h", [(WORKDAYS, 0, 18)]),  # an open window says what is possible, inside its days
        ("posso segunda", [("tue wed thu fri sat sun", 0, 24)]),
        ("trabalho das 8 às 17", [(WEEK, 8, 17)]),
        ("trabalho das 8 as 17, seg a sex", [(WORKDAYS, 8, 17)]),
        ("trabalho das 8h as 17h, de segunda a sexta-feira", [(WORKDAYS, 8, 17)]),
        ("trabalho das 8 as 17, seg a sex; e sábado só depois das 10", [(WORKDAYS, 8, 17), ("sat", 0, 10)]),
        ("terça e quinta posso o dia inteiro", [("mon wed fri sat sun", 0, 24)]),
        ("chego às 18h", [(WEEK, 0, 18)]),
        ("não, só segunda", [("tue wed thu fri sat sun", 0, 24)]),
        ("não posso das 2 às 5", [(WEEK, 14, 17)]),
        ("não posso segunda xablau", [("mon", 0, 24)]),
    ],
)
def test_read_and_asked_alone(text: str, blocked: list[tuple[str, int, int]]) -> None:
    restriction = read(text)
    assert set(restriction.blocked) == windows(*blocked)
    assert restriction.status == "confirm"


@pytest.mark.parametrize(
    "text",
    [
        "12x36", "trabalho 12x36", "dia sim dia não", "semana sim, semana não", "depende", "escala de plantão", "feriados não",
        "só amanhã", "às 14h",
        "todos os dias", "sou enfermeira", "no fim da tarde", "não posso", "sim", "de manhã minha mãe está", "", "🙂", "até sexta",
        "só à tarde, mas amanhã pode de manhã", "não posso segunda e terça só à tarde",
    ],
)  # fmt: skip
def test_left_to_a_person(text: str) -> None:
    restriction = read(text)
    assert restriction == VisitRestriction((), text, "needs_agent")
    assert restriction_words(restriction) == ("", "")
    assert restriction.leaves_a_slot()


@pytest.mark.parametrize(
    "text,dates,hours,status",
    [
        ("amanhã só à tarde", (date(2026, 11, 25), date(2026, 11, 25)), [(0, 12), (18, 24)], "parsed"),
        ("hoje não dá", (date(2026, 11, 24), date(2026, 11, 24)), [(0, 24)], "parsed"),
        ("até dia 30 não posso", (date(2026, 11, 24), date(2026, 11, 30)), [(0, 24)], "parsed"),
        ("essa sexta não", (date(2026, 11, 27), date(2026, 11, 27)), [(0, 24)], "parsed"),
        ("dia 5 não posso de manhã", (date(2026, 12, 5), date(2026, 12, 5)), [(6, 12)], "parsed"),
        ("não posso 10/12", (date(2026, 12, 10), date(2026, 12, 10)), [(0, 24)], "parsed"),
        ("de 10 a 20 de dezembro não posso", (date(2026, 12, 10), date(2026, 12, 20)), [(0, 24)], "parsed"),
        ("semana que vem não", (date(2026, 11, 30), date(2026, 12, 6)), [(0, 24)], "parsed"),
        ("só a partir do dia 10", (date(2026, 11, 24), date(2026, 12, 9)), [(0, 24)], "parsed"),
        ("quinta que vem não posso", (date(2026, 11, 26), date(2026, 11, 26)), [(0, 24)], "confirm"),
        ("volto dia 10", (date(2026, 11, 24), date(2026, 12, 9)), [(0, 24)], "confirm"),
        ("viajo dia 10 e volto dia 15", (date(2026, 12, 10), date(2026, 12, 14)), [(0, 24)], "confirm"),
    ],
)
def test_dates(text: str, dates: tuple[date, date], hours: list[tuple[int, int]], status: str) -> None:
    restriction = read(text)
    assert {(each.start, each.end) for each in restriction.blocked} == {(start * 60, end * 60) for start, end in hours}
    assert {each.dates for each in restriction.blocked} == {dates}
    assert restriction.status == status
    assert restriction.leaves_a_slot()


def test_days_that_count_from_today_need_a_today() -> None:
    assert parse_restriction("amanhã não posso").status == "needs_agent"
    assert parse_restriction("segunda não posso").status == "parsed"


# -- both sides in words


@pytest.mark.parametrize(
    "text,can,cannot",
    [
        ("menos segunda de manha", "no resto", "seg 6h–12h"),
        ("não posso segunda e quarta de manhã", "no resto", "seg e qua, 6h–12h"),
        ("só à tarde", "todo dia 12h–18h", "nos outros horários"),
        ("só posso depois das 18h", "todo dia depois das 18h", "nos outros horários"),
        ("trabalho de segunda a sexta das 8 às 17h30", "no resto", "seg a sex, 8h–17h30"),
        ("qualquer horário", "qualquer horário", ""),
        ("terça e quarta não posso", "no resto", "terça e quarta"),
        ("terça de manhã não posso", "no resto", "terça 6h–12h"),
        ("não posso terça, quinta e sábado", "no resto", "terça, quinta e sábado"),
        ("não posso segunda, terça e sexta", "no resto", "seg, ter e sex"),
        ("fds não", "no resto", "sábado e domingo"),
        ("não posso segunda de manhã e quarta à tarde", "no resto", "seg 6h–12h; qua 12h–18h"),
        ("amanhã só à tarde", "no resto", "quarta 25/11, antes das 12h e depois das 18h"),
        ("até dia 30 não posso", "no resto", "de 24/11 a 30/11"),
    ],
)
def test_words_of_both_sides(text: str, can: str, cannot: str) -> None:
    assert restriction_words(read(text)) == (can, cannot)


def test_the_named_side_is_read_first() -> None:
    assert restriction_words(read("menos segunda de manha")).cannot_first
    assert not restriction_words(read("só à tarde")).cannot_first


def test_saturday_given_after_all() -> None:
    """Dialogue A: "só posso depois das 18h", then [Sim, sábado]."""
    evening = read("só posso depois das 18h")
    assert not evening.leaves_a_slot()
    saturday = evening.without("sat", 480, 720)
    assert saturday.leaves_a_slot()
    assert restriction_words(saturday) == ("sáb 8h–12h, ou todo dia depois das 18h", "nos outros horários")
    assert saturday.text.startswith(evening.text)
    assert read(saturday.text) == saturday  # an answer is given again as its text


@st.composite
def simple_blocks(draw: st.DrawFn) -> VisitRestriction:
    days = draw(st.integers(1, 127))
    start = draw(st.integers(0, 23))
    end = draw(st.integers(start + 1, 24))
    minutes = window(days, start * 60, end * 60)
    if draw(st.booleans()):
        minutes = ALWAYS & ~minutes
    return VisitRestriction(
        tuple(BlockedWindow(frozenset(DAYS[day] for day in range(7) if days >> day & 1), *span) for span, days in by_span(minutes).items()),
        "",
    )


def spoken(restriction: VisitRestriction) -> str:
    can, cannot = restriction_words(restriction)
    return f"Não pode: {cannot}. Pode: {can}." if cannot and can == "no resto" else f"Pode: {can}. Não pode: {cannot}."


@given(simple_blocks())
def test_what_is_read_back_means_the_same(restriction: VisitRestriction) -> None:
    words = spoken(restriction)
    if any(each.start == 60 or each.end == 60 for each in restriction.blocked) or len(restriction.blocked) == 0:
        return  # "1h" is asked; all or nothing has no times to read
    again = read(words)
    if again.status == "parsed":
        assert again.opening_hours == restriction.opening_hours
    else:
        assert any(each.start % 1440 <= 360 for each in restriction.blocked)  # small hours may be afternoon: asked


@pytest.mark.parametrize(
    "text", ["amanhã só à tarde", "até dia 30 não posso", "semana que vem segunda e terça não", "só posso depois das 18h"]
)
def test_dates_read_back_mean_the_same(text: str) -> None:
    restriction = read(text)
    assert read(spoken(restriction)).blocked == restriction.blocked


# -- OSM


@given(st.integers(0, ALWAYS))
@settings(max_examples=30)
def test_opening_hours_of_any_week_come_back(seed: int) -> None:
    minutes = sum(window(1 << day, hour * 60, hour * 60 + 60) for day in range(7) for hour in range(24) if seed >> (day * 24 + hour) & 1)
    assert week_of(osm_week(minutes)) == minutes


def test_opening_hours_say_what_is_blocked() -> None:
    hours = OpeningHours(read("amanhã só à tarde").opening_hours)
    tomorrow = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 - wall time
    assert hours.is_closed(tomorrow)
    assert hours.is_open(tomorrow + timedelta(hours=4))
    assert hours.is_open(tomorrow + timedelta(days=1))


@pytest.mark.parametrize(
    "text,opening_hours",
    [
        ("qualquer horário", "24/7"),
        ("só à tarde", "Mo-Su 12:00-18:00"),
        ("menos segunda de manhã", "Mo 00:00-06:00,12:00-24:00; Tu-Su 00:00-24:00"),
        ("semana que vem, segunda e terça não posso", "24/7; 2026 Nov 30-2026 Dec 06 Mo-Tu 00:00-24:00 off"),
    ],
)
def test_opening_hours(text: str, opening_hours: str) -> None:
    assert read(text).opening_hours == opening_hours


@pytest.mark.parametrize(
    "text,service_hours,leaves",
    [
        ("só posso depois das 18h", "Mo-Fr 08:00-18:00; Sa 08:00-12:00", False),
        ("só posso depois das 17h", "Mo-Fr 08:00-18:00; Sa 08:00-12:00", True),
        ("só posso depois das 18h", "Mo-Fr 08:00-20:00", True),
        ("não posso seg a sex", "Mo-Fr 08:00-18:00", False),
        ("só domingo", "Mo-Fr 08:00-18:00; Sa 08:00-12:00", False),
    ],
)
def test_slots_in_service_hours(text: str, service_hours: str, leaves: bool) -> None:
    assert read(text).leaves_a_slot(service_hours) is leaves


# -- in a longer message


@pytest.mark.parametrize(
    "text,clause",
    [
        ("oi o chuveiro queimou, só posso depois das 18h", "só posso depois das 18h"),
        ("o chuveiro queimou só posso depois das 18h 😩", "só posso depois das 18h"),
        ("queimou hoje só posso depois das 18h", "só posso depois das 18h"),
        ("chuveiro queimado; alta; só à tarde", "só à tarde"),
        ("menos segunda de manhã, urgente", "menos segunda de manhã"),
        ("de manhã não, à tarde sim. o chuveiro queimou", "de manhã não, à tarde sim"),
        ("o vaso entupiu, segunda não posso", "segunda não posso"),
        ("a pia entupiu, pode vir qualquer horário", "pode vir qualquer horário"),
        ("a pia entupiu, sempre tem alguém em casa", "sempre tem alguém em casa"),
        ("a pia entupiu, trabalho das 8 às 17, só depois das 18h, obrigado", "trabalho das 8 às 17, só depois das 18h"),
    ],
)
def test_found_in_a_message(text: str, clause: str) -> None:
    found = read_message(text, now=NOW).restriction
    assert found is not None
    assert text[slice(*found.span)] == clause == found.value.text


@pytest.mark.parametrize(
    "text",
    [
        "tá vazando desde segunda", "queimou hoje de manhã", "não liga de manhã", "a torneira pinga só à noite", "não tem água de manhã",
        "o vaso entupiu segunda de manhã", "boa tarde, o chuveiro não esquenta", "a porta do quarto não fecha",
        "o elevador só funciona de manhã", "o muro pode cair a qualquer momento",
        "não aguento mais, desde ontem à noite", "trabalho 12x36, o chuveiro queimou",
    ],
)  # fmt: skip
def test_what_happens_when_is_no_restriction(text: str) -> None:
    assert read_message(text, now=NOW).restriction is None


# -- anything


class Form(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    restriction: Visits


def test_a_form_takes_text_and_restrictions() -> None:
    given_text = Form.model_validate({"restriction": "amanhã não"}, context={"now": NOW}).restriction
    assert given_text.blocked[0].dates == (date(2026, 11, 25), date(2026, 11, 25))
    assert Form(restriction=given_text).restriction is given_text


VOCABULARY = (
    "só não posso pode menos exceto segunda terça sábado domingo fds manhã tarde noite de a às até das 8h 12h 18 depois antes amanhã dia "
    "30 e ou , . ; mas "
    "aliás qualquer horário trabalho prefiro volto que vem semana essa nos outros horários entre meio-dia 22h 6h chuveiro sim resto almoço"
).split()


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)))
@settings(max_examples=500)
def test_any_text_is_read_or_left_to_a_person(text: str) -> None:
    restriction = read(text)
    assert restriction.text == text
    assert restriction.status in ("parsed", "confirm", "needs_agent")
    assert all(each.days and 0 <= each.start < each.end <= 1440 for each in restriction.blocked)
    OpeningHours(restriction.opening_hours)
    restriction_words(restriction)
    found = read_message(text, now=NOW).restriction
    assert found is None or found.value.status != "needs_agent"


def test_long_texts_are_left_to_a_person() -> None:
    assert read("segunda " * MAX_LENGTH).status == "needs_agent"
    assert read_message("só posso segunda " * 4_096, now=NOW).restriction is None


@pytest.mark.parametrize("piece", ["a partir das ", "de 1 a ", "entre os dias 1 e ", "segunda que ", "-", "8", "1/1 a ", "nao posso "])
def test_tokens_grow_no_faster_than_the_text(piece: str) -> None:
    assert len(tokens(cut(piece * 200), NOW.date())) <= len(piece * 200)
