"""The walk to the next question: what became wanted behind it is asked, so that the summary shows all that is sent."""

from tests.talks import DRIPPING, Chat


def test_a_home_that_somebody_reports_meanwhile_is_asked_about_before_the_summary() -> None:
    chat = Chat("tenant")
    chat.say("o chuveiro queimou, urgente")
    chat.books.opened[7] = (DRIPPING,)
    assert chat.say("qualquer horário")[-1].words == "contract-same-problem"
    (shown,) = chat.say("é outro")
    assert shown.words == "review-summary"
    assert all(line in shown.text for line in ('🔧 "o chuveiro queimou', "⚡ Urgência: Alta", "🕐"))


def test_another_problem_is_not_asked_whether_it_is_the_one_before() -> None:
    chat = Chat("tenant")
    chat.say("o chuveiro queimou, urgente, qualquer horário")
    chat.say("enviar")
    assert chat.say("outro problema")[-1].words == "maintenance-description"
    chat.books.opened[7] = (DRIPPING,)  # the first one, which the store counts from the next turn on
    for text in ("a pia entupiu", "baixa"):
        chat.say(text)
    (shown,) = chat.say("qualquer horário")
    assert all(line in shown.text for line in ('🔧 "a pia entupiu"', "⚡ Urgência: Baixa", "🕐", "ap 32"))


def test_another_home_is_asked_about() -> None:
    chat = Chat("owner")
    chat.say("o chuveiro queimou, urgente")
    chat.say("rua um")
    chat.say("enviar")
    chat.books.opened[7] = (DRIPPING,)
    chat.say("outro problema")
    assert chat.say("ap 32")[-1].words == "contract-same-problem"
