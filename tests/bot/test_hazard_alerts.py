"""Who is told of a danger, and who if nobody takes it on."""

from functools import partial

import pytest

from bot.alerts.hazards import ESCALATES, move_timers
from bot.alerts.team_chat import AlertChat, announcements
from bot.alerts.wording import acknowledges
from bot.result import Result, Told
from bot.sender import note_and_claim
from bot.turn import start
from core.agents import Agent
from core.hazard_alerts import HazardAlert
from core.messages import Address, Call, Command, Inbound, Outcome, Ring, Undelivered
from core.records import evolve
from core.tickets import has_open_alert
from storage import outbox
from storage.tables import inbox
from tests.bot.desk_acts import chat_with, ordered, typed
from tests.house import House, at, in_house, part
from tests.talks import ANA, BIA, COPY, Chat

DANGER = "cheiro de gás forte aqui na cozinha"
PLANTAO = "(11) 3333-4444"


def in_danger() -> Chat:
    chat = Chat("tenant")
    chat.turn.on_call_phone = PLANTAO
    chat.say(DANGER)
    return chat


def alert(chat: Chat) -> HazardAlert:
    return chat.books.alerts[123]


def rung(chat: Chat) -> list[tuple[int, str]]:
    """Step and number of each telephone that the last turn makes ring."""
    assert chat.last is not None
    return [(call.ring.step, call.ring.calls) for call in chat.last.rings if call.ring]


def fire(chat: Chat, kind: str) -> list[tuple[int, str]]:
    """When its time has come."""
    chat.turn.now = chat.timers.pop((kind, 123))
    chat.ring(kind, 123)
    return rung(chat)


def test_danger_raises_an_alert_that_escalates_by_itself() -> None:
    chat = in_danger()
    raised = chat.turn.now
    assert alert(chat) == HazardAlert(123, ("gas",), "+5511987651234", DANGER, raised)
    assert {kind: due - raised for (kind, _), due in chat.timers.items() if kind.startswith("alert")} == ESCALATES
    assert fire(chat, "alert_5") == [(1, PLANTAO)]
    assert fire(chat, "alert_10") == [(2, PLANTAO)]
    assert (alert(chat).step, alert(chat).waits) == (2, True)


def test_what_is_told_on_the_telephone() -> None:
    chat = in_danger()
    fire(chat, "alert_5")
    assert chat.last is not None
    (call,) = chat.last.rings
    assert call.text == f"PERIGO: gás. Chamado 2026-000123-3. Número do cliente: +5511987651234. O cliente escreveu: {DANGER}"
    assert chat.last.prompts == ()


def test_who_sees_to_it_stops_the_telephones() -> None:
    chat = in_danger()
    assert chat.command("acknowledge").results[chat.next].outcome == "done"
    assert (alert(chat).acknowledged_by, alert(chat).acknowledged_at) == ("Ana", chat.turn.now)
    assert not [kind for kind, _ in chat.timers if kind.startswith("alert")]
    assert has_open_alert(chat.ticket)
    chat.wait(minutes=5)
    chat.ring("alert_5", 123)  # that came just before
    assert rung(chat) == []


def test_the_second_who_takes_it_on_hears_who_was_first() -> None:
    chat = in_danger()
    chat.command("acknowledge")
    assert chat.command("acknowledge").results[chat.next].outcome == "done"
    assert chat.command("acknowledge", by=BIA).results[chat.next] == Result("conflict", "Ana já está cuidando disso.")


def test_only_a_person_ends_it_and_says_how_it_is_known() -> None:
    chat = in_danger()
    chat.say("era alarme falso")
    chat.tap(0)
    assert has_open_alert(chat.ticket)
    assert chat.command("end_hazard", given={"text": " "}).results[chat.next].outcome == "refused"
    assert chat.command("end_hazard", given={"text": "bombeiros fecharam o registro"}).results[chat.next].outcome == "done"
    assert not has_open_alert(chat.ticket)
    assert not [kind for kind, _ in chat.timers if kind.startswith("alert")]
    assert chat.last is not None
    assert [each.after for each in chat.last.records if each.act == "end_hazard"] == [{"text": "bombeiros fecharam o registro"}]
    assert chat.command("acknowledge").results[chat.next].outcome == "refused"


def test_a_ticket_with_an_open_danger_is_not_closed() -> None:
    chat = in_danger()
    assert "perigo aberto" in chat.command("close").results[chat.next].reason
    chat.command("end_hazard", given={"text": "registro fechado"})
    assert chat.command("close").results[chat.next].outcome == "done"


def test_the_same_danger_after_its_end_is_a_new_alert() -> None:
    chat = in_danger()
    chat.command("end_hazard", given={"text": "era o vizinho"})
    chat.say(DANGER)
    assert (alert(chat).waits, alert(chat).id, alert(chat).raised_at) == (True, 0, chat.turn.now)


def test_a_danger_that_ends_and_begins_in_one_turn_is_two_alerts() -> None:
    chat = in_danger()
    chat.books.alerts[123] = evolve(alert(chat), id=9)  # as it is stored
    chat.take(Command("end_hazard", 123, ANA.name, ANA.id, {"text": "era o vizinho"}, id=900), Inbound(901, DANGER))
    assert chat.last is not None
    ended, begun = chat.last.hazard_alerts
    assert (ended.id, ended.ended_by, begun.id, begun.waits) == (9, "Ana", 0, True)
    assert chat.timers["alert_5", 123] == chat.turn.now + ESCALATES["alert_5"]


def test_another_danger_beside_one_that_somebody_sees_to_calls_again() -> None:
    chat = in_danger()
    fire(chat, "alert_5")
    chat.command("acknowledge")
    chat.say("agora tem fogo na cozinha")
    assert (alert(chat).kinds, alert(chat).waits, alert(chat).step) == (("gas", "fire"), True, 0)
    assert chat.timers["alert_5", 123] == chat.turn.now + ESCALATES["alert_5"]


def test_another_danger_while_nobody_sees_to_it_waits_no_longer() -> None:
    chat = in_danger()
    due = chat.timers["alert_5", 123]
    chat.say("agora tem fogo na cozinha")
    assert (alert(chat).kinds, chat.timers["alert_5", 123]) == (("gas", "fire"), due)


def test_an_alert_moves_with_the_line_of_its_ticket() -> None:
    """As where somebody who called is written to from now on."""
    chat = in_danger()
    talk = start(chat.conversation, (chat.ticket,), chat.turn)
    raised = alert(chat).raised_at
    talk.set(reply_to=2)
    move_timers(talk)
    assert {(each.kind, each.due_at, each.line) for each in talk.timers} == {
        *((kind, None, None) for kind in ESCALATES),
        *((kind, raised + after, 2) for kind, after in ESCALATES.items()),
    }


def test_a_timer_of_before_does_not_ring_for_what_began_anew() -> None:
    chat = in_danger()
    chat.command("acknowledge")
    chat.wait(minutes=4)
    chat.say("agora tem fogo na cozinha")
    chat.ring("alert_5", 123)
    assert rung(chat) == []


def test_whoever_works_here_no_more_ends_no_alert() -> None:
    chat = in_danger()
    del chat.books.agents[ANA.id]
    for act in ("acknowledge", "end_hazard"):
        assert chat.command(act, given={"text": "já passou"}).results[chat.next].outcome == "refused"
    assert alert(chat).waits


def test_the_telephones_of_those_on_call_ring_one_after_the_other() -> None:
    chat = in_danger()
    for each, phone in ((ANA, "+5511987650011"), (BIA, "+5511987650012")):
        chat.books.agents[each.id] = evolve(each, on_call=True, phone=phone)
    assert fire(chat, "alert_5") == [(1, "+5511987650011")]
    assert fire(chat, "alert_10") == [(2, "+5511987650012")]


# ── who is told ──────────────────────────────────────────────────────────────


def at_desk(chat: Chat, *on_call: Agent) -> None:
    """Ana and Bia have chats of their own; these are on call."""
    for each in (ANA, BIA):
        chat.books.agents[each.id] = evolve(each, at=Address("telegram", "1", each.name), on_call=each in on_call)


def told(chat: Chat) -> list[tuple[str, str]]:
    """To whom the last turn wrote, and under which title."""
    assert chat.last is not None
    return [(each.to.address, each.prompt.words) for each in chat.last.letters]


def test_danger_is_told_to_those_on_call_with_a_button() -> None:
    chat = Chat("tenant")
    at_desk(chat, BIA)
    chat.say(DANGER)
    assert told(chat) == [("Bia", "alert-title.danger")]
    assert chat.last is not None
    (letter,) = chat.last.letters
    assert letter.prompt.text.splitlines()[0] == "*PERIGO: gás* · 2026-000123-3"
    assert [(each.label, each.data) for each in letter.prompt.options] == [("Estou cuidando", acknowledges(123))]
    assert (letter.prompt.purpose, letter.ticket) == ("alarm", 123)


def test_danger_is_told_to_everyone_when_nobody_is_on_call() -> None:
    chat = Chat("tenant")
    at_desk(chat)
    chat.say(DANGER)
    assert told(chat) == [("Ana", "alert-title.danger"), ("Bia", "alert-title.danger")]


def test_after_ten_minutes_supervisors_are_told_also_off_call() -> None:
    chat = Chat("tenant")
    at_desk(chat, ANA)
    chat.say(DANGER)
    fire(chat, "alert_5")
    assert told(chat) == []
    fire(chat, "alert_10")
    assert told(chat) == [("Bia", "alert-title.unacknowledged-2")]


def test_all_cards_say_who_sees_to_it() -> None:
    chat = in_danger()
    chat.books.told = [Told(Address("telegram", "1", each), "7", "PERIGO") for each in ("Ana", "-100200")]
    chat.command("acknowledge")
    assert chat.last is not None
    edits = [(each.to.address, each.prompt.edits, each.prompt.text, each.prompt.options) for each in chat.last.letters]
    assert edits == [(each, "7", "PERIGO\n✓ *Ana está cuidando*", ()) for each in ("Ana", "-100200")]
    chat.command("end_hazard", given={"text": "bombeiros vieram"})
    assert [each.prompt.text for each in chat.last.letters] == ["PERIGO\n✓ *Perigo encerrado por Ana:* bombeiros vieram"] * 2


def test_what_is_said_later_goes_to_whoever_sees_to_it() -> None:
    chat = Chat("tenant")
    at_desk(chat, ANA, BIA)
    chat.say(DANGER)
    chat.command("acknowledge", by=BIA)
    chat.say("era alarme falso")
    chat.tap(0)
    assert told(chat) == [("Bia", "alert-title.taken-back")]
    assert chat.last is not None
    assert [each.prompt.options for each in chat.last.letters] == [()]


# ── a telephone that cannot ring ─────────────────────────────────────────────

RING = Call("ring", "PERIGO: gás", ring=Ring(1, "2026-000001-8", ("gas",), "+5511987650002", "", "gás", 1, at(0), at(300)))


def test_a_telephone_that_cannot_ring_is_told_to_those_who_read() -> None:
    chat = Chat("tenant")
    chat.say("cheiro de gás forte")
    before = chat.conversation
    assert chat.take(Undelivered("HTTP 410", ring=chat.ticket.id, id=99)) == ()
    assert chat.last is not None
    assert chat.conversation.unreachable_since == before.unreachable_since
    ((purpose, text, *_),) = announcements(AlertChat("telegram", "1", "-100200", COPY.say), {}, chat.last)
    assert purpose == "alarm"
    assert text.startswith("*Não consegui fazer tocar o telefone do plantão* · 2026-000123-3")
    assert "“HTTP 410”" in text


def test_a_ring_that_is_refused_comes_back_to_the_line_of_its_ticket(migrated_url: str) -> None:
    """Whatever is talked about there, and once."""

    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        departure = outbox.Departure(1, 9, 0, "webhook", "", "+5511987650002", "ring", RING, at(300), 1)
        await house.run(partial(outbox.put, departures=[departure]))
        channels = {"webhook": house.channel}
        refused = Outcome("failed", reason="HTTP 410")
        work = partial(note_and_claim, channels=channels, now=at(300), process=1, limit=9)
        (row,) = await house.run(partial(work, reports=[]))
        assert (await house.run(partial(work, reports=[(row.id, refused)]))) == []
        assert await house.column(inbox.c.channel) == ["console", "delivery"]
        await house.take(301)
        *_, (_, tickets, heard) = house.turn.turns
        assert [each.id for each in tickets] == [1]
        assert heard == [Undelivered("HTTP 410", ring=1, id=2)]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "line",
    [
        *("/perigo encerrado #123 fecharam o gás", "/perigo encerrou #123 fecharam o gás", "/perigo acabou: #123 fecharam o gás"),
        *("/perigo passou, #123 fecharam o gás", "/perigo resolvido #123 fecharam o gás", "/perigo falso alarme #123 fecharam o gás"),
        *(
            "/perigo acabou o perigo #123 fecharam o gás",
            "/acabou o perigo #123 fecharam o gás",
            "/Perigo o perigo já passou #123 fecharam o gás",
        ),
    ],
)
def test_the_end_of_a_danger_is_told_as_people_tell_it(line: str) -> None:
    command = ordered(chat_with("cheiro forte de gás na cozinha"), line)
    assert (command.act, command.ticket, dict(command.input)) == ("end_hazard", 123, {"text": "fecharam o gás"})


@pytest.mark.parametrize("line", ["/perigo passou mal com cheiro de gás", "/perigo acabou a luz e tem faísca", "/perigo", "/perigo gás"])
def test_a_danger_that_begins_with_such_words_is_one(line: str) -> None:
    chat = chat_with(persona="agent")
    assert typed(chat, line).alerts


@pytest.mark.parametrize("line", ["/resolvido #123", "/encerrado #123"])
def test_other_words_end_no_danger(line: str) -> None:
    assert not typed(chat_with("cheiro forte de gás na cozinha"), line).forwards
