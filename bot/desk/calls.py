"""Calls in an agent's chat: begun, put aside, taken up again, saved, ended. What a caller's form is filled with stands in the flows."""

from collections.abc import Sequence

from bot.acts import ACTS
from bot.answering import keep_words
from bot.dangers import tell_illness
from bot.desk.chat import leave_desk
from bot.flows import STEPS
from bot.flows.rules import contact_of
from bot.flows.search import FOUND, PERSON, of_the_books
from bot.holders import apart, offer_holder
from bot.machine import BEGIN
from bot.registration import form_of, lacking, registering_flow
from bot.result import Event, Taken
from bot.talk import Talk
from core.answers import Answer
from core.contacts import Contact
from core.danger_needs import says_ill
from core.messages import Inbound
from core.records import evolve
from core.search import parse_query, proposed
from core.tickets import MOVES, Status, Ticket, is_call_aside, line_of

CONFIRMED = {"search.caller": Answer("confirmed", author="agent")}
KEPT_FOR_ANOTHER = ("search.", "individual.", "company.", "contract.")  # [Outro chamado]: the same caller, and the same home until they say
NOT_KEPT = frozenset({"contract.same_problem"})
UNNAMED = "unnamed"  # a danger of which the agent did not say, in words that we know, what it is


def begin_call(talk: Talk) -> None:
    """A fresh draft; the call before stays as it stands."""
    _put_aside(talk)
    _turn_to(talk, talk.turn.new_call())


def take_up(talk: Talk, ticket: Ticket) -> None:
    """Goes on with a call that was put aside here."""
    if ticket.id != talk.ticket.id:
        _put_aside(talk)
        _turn_to(talk, ticket)


def _turn_to(talk: Talk, ticket: Ticket) -> None:
    """The question that was open is no more: what is written next belongs to this call."""
    talk.pick_up(ticket)
    talk.conversation = evolve(talk.conversation, open=None)


def _put_aside(talk: Talk) -> None:
    """Its card comes to the agent who began it; of a search that led to nobody there is nothing to keep."""
    if not talk.ticket.id or not is_call_aside(talk.ticket):
        return
    if _tells_nothing(talk):
        talk.event("cancel", before=talk.ticket.status, after=Status.CANCELLED)
        talk.set(status=Status.CANCELLED, waiting_since=None, assignee_id=None, owes=())
    else:
        talk.set(assignee_id=talk.agent.id if talk.agent else None)
        talk.tell("call-aside", id=str(talk.ticket.id))


def _tells_nothing(talk: Talk) -> bool:
    return FOUND not in talk.answers and not talk.ticket.hazards


def is_aside_here(talk: Talk, ticket: Ticket) -> bool:
    """Whether it is a call of this chat that was neither saved nor cancelled."""
    return is_call_aside(ticket) and line_of(ticket) == talk.conversation.id


def propose(talk: Talk, heard: Inbound) -> None:
    """What was searched for, as far as it is whole and valid, answers the questions of a new registration (R9)."""
    typed = talk.answers["search.find"]
    for name, value in proposed(parse_query(str(typed.value))).items():
        talk.said[name] = Inbound(heard.id, value, author="agent", sent_at=heard.sent_at)


def choose(talk: Talk, contact: Contact) -> None:
    """That contact is on the phone; what was typed of somebody else goes."""
    talk.drop(STEPS[FOUND])
    talk.fill(of_the_books(contact))
    talk.events.append(Event(talk.writer, "choose_contact", talk.ticket.id, contact.id))
    talk.state = BEGIN


def register_instead(talk: Talk, heard: Inbound) -> None:
    """A company of which the chosen person speaks: a contact of its own, without the e-mail, which the person has (R22, R24)."""
    contact = contact_of(talk.answers, talk.turn)
    talk.drop(STEPS[FOUND])
    kinds = {FOUND: Answer.of(None, heard, "skipped"), PERSON: Answer.of("company", heard)}
    talk.fill(kinds)
    talk.set(waived=(*talk.ticket.waived, apart("cpf")))
    for name in ("first_name", "last_name", "cpf", "mobile"):
        if contact and (value := getattr(contact, name)):
            talk.said[name] = Inbound(heard.id, value, author="agent", sent_at=heard.sent_at)
    talk.state = BEGIN


def raise_danger(talk: Talk, heard: Inbound, kinds: Sequence[str]) -> None:
    """What `alarm` does, but the agent goes on asking; the text is read to the caller."""
    if talk.ticket.submitted_at and (not MOVES[talk.ticket.status] or line_of(talk.ticket) != talk.conversation.id):
        another_call(talk)
    ACTS["alarm"](talk, heard, " ".join(kinds or [UNNAMED]))
    if says_ill(heard.text):
        tell_illness(talk, heard)
    if heard.text:
        keep_words(talk, heard)
    if not talk.step.rests:
        talk.state, talk.offer = BEGIN, None


def save(talk: Talk) -> bool:
    """Writes the caller into the books, or what is new of them (R23). False: what they gave has become somebody else's, who is offered."""
    ticket = talk.put_down()
    flow = registering_flow(ticket)
    typed = any(key.startswith(f"{flow}.") and each.author != "rule" for key, each in talk.answers.items())
    if not typed or lacking(ticket):
        return True
    known = contact_of(talk.answers, talk.turn)
    try:
        number = talk.turn.register(form_of(ticket), known.id if known else None)
    except Taken as taken:
        offer_holder(talk, taken.field_name, taken.contact)
        return False
    talk.answers |= {FOUND: Answer(number, author="rule"), **CONFIRMED}
    after = talk.turn.contact(number)
    was, now = (each and {name: getattr(each, name) for name in Contact.__struct_fields__} for each in (known, after))
    talk.events.append(Event(talk.writer, "update_contact" if known else "register", ticket.id, number, was, now))
    return True


def another_call(talk: Talk) -> None:
    """Another ticket of the same caller."""
    kept = {key: each for key, each in talk.answers.items() if key.startswith(KEPT_FOR_ANOTHER) and key not in NOT_KEPT}
    begin_call(talk)
    talk.answers |= kept
    if contact := contact_of(talk.answers, talk.turn):
        talk.answers |= of_the_books(contact)


def end_call(talk: Talk) -> None:
    """The call is over; its ticket goes on."""
    leave_desk(talk)
    talk.send("call-ended", "note")


def cancel_call(talk: Talk) -> None:
    talk.event("cancel", before=talk.ticket.status, after=Status.CANCELLED)
    talk.set(status=Status.CANCELLED, waiting_since=None, owes=())
    leave_desk(talk)
    talk.send("call-cancelled", "note")
