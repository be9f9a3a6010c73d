"""Visit times (R31) where words deceive: explanations, contrasts, words that are no times, and words that nobody knows."""

from datetime import date

import pytest

from core.names import fold
from core.visit_accents import unmistaken
from core.words import cut
from tests.core.test_visits import WEEK, WORKDAYS, read, windows


@pytest.mark.parametrize(
    "text,blocked",
    [
        # an explanation adds nothing
        ("terça de tarde não, que é quando eu levo o gato no banho", [("tue", 12, 18)]),
        ("das 13h às 14h não, é a hora que o neném cochila", [(WEEK, 13, 14)]),
        ("só quinta, que é minha folga", [("mon tue wed fri sat sun", 0, 24)]),
        ("sábado não que sábado é dia de mutirão", [("sat", 0, 24)]),
        ("não recebo segunda pois é quando a casa enche de gente", [("mon", 0, 24)]),
        ("só depois das 19h quando chego", [(WEEK, 0, 19)]),
        ("dia útil não consigo, fico na loja o dia inteiro", [(WORKDAYS, 0, 24)]),
        # contrasts and corrections
        ("não é quarta, é quinta que eu não posso", [("thu", 0, 24)]),
        ("sem restrição\nopa, tenho sim: sexta à tarde não dá", [("fri", 12, 18)]),
        ("todo dia tá ótimo só não antes das 10h", [(WEEK, 0, 10)]),
        ("atendemos das 9h às 17h, fora disso não tem ninguém", [(WEEK, 0, 9), (WEEK, 17, 24)]),
        ("seg a qui só consigo a partir das 16h e no sábado até 11h", [("mon tue wed thu", 0, 16), ("sat", 11, 24)]),
        # the whole of a day
        ("quinta inteira e domingo depois das 12h não", [("thu", 0, 24), ("sun", 12, 24)]),
        # an hour that has come
        ("depois que bate as 18h não abro mais", [(WEEK, 18, 24)]),
        ("passou das 19h não recebo mais", [(WEEK, 19, 24)]),
        # the one thing in the way
        ("meu problema é só na sexta à tarde", [("fri", 12, 18)]),
        ("o único porém é quarta de manhã, que eu não estou", [("wed", 6, 12)]),
        # what was so, and is no longer
        ("antes eu não podia de manhã, agora é à tarde que não posso", [(WEEK, 12, 18)]),
        ("tinha avisado que terça não dava, mas mudei de turno. agora é quinta que não dá", [("thu", 0, 24)]),
        # a car that may not drive that day
        ("qualquer dia menos quarta que é meu rodízio", [("wed", 0, 24)]),
        ("quarta das 8 às 10 levo meu pai ao médico, de resto é só interfonar", [("wed", 8, 10)]),
        ("antes das 9 não adianta tocar que eu não escuto", [(WEEK, 0, 9)]),
        ("se não for sexta, tudo certo", [("fri", 0, 24)]),
        # visits in other words
        ("peço que ninguém suba antes das 8h30", [(WEEK, 0, 8.5)]),
        ("nenhuma visita aos domingos", [("sun", 0, 24)]),
        ("excetuadas as quintas-feiras, qualquer horário", [("thu", 0, 24)]),
        ("domingo nem que a vaca tussa", [("sun", 0, 24)]),
        ("dias ruins: seg e sex", [("mon fri", 0, 24)]),
        # words that are no times
        ("tá sexta não dá", [("fri", 0, 24)]),
        ("domingo num posso sô", [("sun", 0, 24)]),
        ("apto 9, só depois das 15h", [(WEEK, 0, 15)]),
        ("meu celular é 81 99876-1234, não posso quinta", [("thu", 0, 24)]),
        ("segundo minha esposa, terça não", [("tue", 0, 24)]),
        ("não posso quinta, bom fim de semana", [("thu", 0, 24)]),
        ("fds não pq a gente acorda tarde", [("sat sun", 0, 24)]),
        ("as três crianças estudam, de manhã não dá", [(WEEK, 6, 12)]),
        # noon makes an hour sure
        ("não dá do meio-dia às duas", [(WEEK, 12, 14)]),
    ],
)
def test_read(text: str, blocked: list[tuple[str, float, float]]) -> None:
    restriction = read(text)
    assert set(restriction.blocked) == {each for days, start, end in blocked for each in windows((days, start, end))}  # type: ignore[arg-type]
    assert restriction.status == "parsed"


@pytest.mark.parametrize(
    "text",
    [
        "não tem problema de tarde nem de noite", "sexta não me atrapalha em nada", "não posso terça... esquece, pode vir qualquer dia",
        "nenhuuuma", "por enquanto nenhum", "nenhum, mas me avisem antes", "não tenho hora proibida não", "nenhum dia é ruim",
        "gosto mais de manhã, mas se não der tudo bem",
        "não tem um horário que não dê", "não tenho nenhum dia que não dê", "fico em casa o dia inteiro, zero restrição",
        "pode vim quarquer ora",
    ],
)  # fmt: skip
def test_nothing_is_blocked(text: str) -> None:
    assert (read(text).blocked, read(text).status) == ((), "parsed") or text.startswith("fico em casa")
    assert read(text).blocked == ()


@pytest.mark.parametrize(
    "text",
    [
        "já é a segunda vez que vocês remarcam", "só folgo domingo", "feriado não dá", "toda terça tenho plantão",
        "vocês não vieram quinta",
        "até mais tarde!", "só um instante", "de manhã só às vezes", "faço escala, por isso de manhã não",
    ],
)  # fmt: skip
def test_left_to_a_person(text: str) -> None:
    assert read(text).status == "needs_agent"


@pytest.mark.parametrize("text", ["não salta de manhã", "terça e querta não", "não posso seg nem ter de tarde"])
def test_a_word_that_may_change_the_times_is_asked(text: str) -> None:
    assert read(text).status == "confirm"


def test_another_word_that_nobody_knows_is_not_asked() -> None:
    assert read("visse, só entre 9h e 17h na boa, xirua").status == "parsed"


@pytest.mark.parametrize(
    "text,first,last,status",
    [
        ("de 26 a 29/11 não tem ninguém", date(2026, 11, 26), date(2026, 11, 29), "parsed"),
        ("entre 2 e 5/12 estou fora", date(2026, 12, 2), date(2026, 12, 5), "parsed"),
        ("entre o natal e o ano novo não", date(2026, 12, 25), date(2027, 1, 1), "parsed"),
        ("agora na sexta não posso", date(2026, 11, 27), date(2026, 11, 27), "parsed"),
        ("dia 15 é feriado municipal, não dá", date(2026, 12, 15), date(2026, 12, 15), "parsed"),
        ("neste sábado, dia 28, estou de plantão, não tem como", date(2026, 11, 28), date(2026, 11, 28), "parsed"),
        ("viajo sexta e só volto segunda", date(2026, 11, 27), date(2026, 11, 29), "confirm"),
        ("até o fim da semana não posso", date(2026, 11, 24), date(2026, 11, 29), "confirm"),
    ],
)
def test_dates(text: str, first: date, last: date, status: str) -> None:
    assert {each.dates for each in read(text).blocked} == {(first, last)}
    assert read(text).status == status


@pytest.mark.parametrize("text,left", [("tá segunda", "   segunda"), ("posso sô", "posso   "), ("só segunda", "so segunda")])
def test_accents_tell_words_apart(text: str, left: str) -> None:
    assert unmistaken(text, cut(fold(text))).folded == left
