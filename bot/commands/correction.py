"""A field as a person of the agency corrects it: read by the very step that asked the customer."""

from bot.answering import words_of
from bot.commands.refusal import conflict, done, refused
from bot.fields import is_field, read_field, written
from bot.flows import STEPS
from bot.registration import lacking
from bot.result import Result
from bot.sent_back import after_answers
from bot.steps import Heard, Step
from bot.summary import field_label, shown
from bot.talk import Talk
from bot.telling import owe
from core.answers import Answers
from core.conversations import Offer
from core.errors import Rejected
from core.messages import Command, Inbound
from core.records import evolve
from core.tickets import UNFINISHED, Registration, Ticket, name_of

FORM = "identification.role"  # the answer by which a report is that of a person, of a company, or of somebody who reports for others
COMPANY = "company"
OF_THE_CONTACT = ("individual.", "company.")  # flows whose answers enter the books by an approval


def correct(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """What the customer confirmed stays confirmed, and the customer is told once.

    Input: `field` (a state), `value`; `before`, what whoever gave it saw there; `option`, the name of the one that answers a doubt.
    """
    step = STEPS.get(str(given.input.get("field")))
    if step is None or not is_field(step):
        return refused(talk, "no-field")
    if given.input.get("before", written(ticket, step)) != written(ticket, step):
        return conflict(talk, "corrected-since", field=field_label(talk, step), value=shown(talk, step, ticket.answers) or "–")
    try:
        read = _read(talk, ticket, step, given)
    except Rejected as refusal:
        details = {key: str(each) for key, each in refusal.details.items()}
        return refused(talk, "rejected", reason=talk.turn.say(words_of(refusal), details))
    if isinstance(read, Offer):
        return refused(talk, "doubt", question=talk.turn.say(read.words, read.values))
    if step.state == FORM and COMPANY in (read[FORM].value, written(ticket, step)):
        return refused(talk, "form")  # a person never becomes a company, nor the other way (R24)
    return _corrected(talk, ticket, step, read, given)


def _read(talk: Talk, ticket: Ticket, step: Step, given: Command) -> Heard:
    """As the step reads it, or as the option that was chosen in a doubt has it. Raises `Rejected`."""
    heard = read_field(talk, ticket, step, Inbound(given.id, str(given.input["value"]), author="agent", sent_at=talk.turn.now))
    if isinstance(heard, Offer):
        chosen = next((each.does for each in heard.options if each.name == given.input.get("option")), None)
        return chosen if isinstance(chosen, dict) else heard
    return heard


def _corrected(talk: Talk, ticket: Ticket, step: Step, read: Answers, given: Command) -> Result:
    """A ticket that was submitted keeps its confirmation; a doubt that a person has looked at is none any more."""
    sure = "valid" if ticket.status in UNFINISHED else "confirmed"
    changed = {key: evolve(each, status=sure) if each.status in ("valid", "doubtful") else each for key, each in read.items()}
    is_open = ticket.id == talk.ticket.id and not talk.owned and step.state == talk.state
    after = _with_registration(talk.with_answers(ticket, changed), step)
    told = {"field": field_label(talk, step), "value": shown(talk, step, after.answers).rstrip(".") or "–"}
    talk.replace(owe(after_answers(talk, after), "corrected", told))
    before, now = ({"field": step.state, "value": written(each, step)} for each in (ticket, after))
    talk.record(given.by, "correct", ticket, before, now)
    talk.silent = talk.silent and not is_open  # the question that was open is answered: the next one is asked
    return done(talk, "correct", name=name_of(ticket), **told)


def _with_registration(ticket: Ticket, step: Step) -> Ticket:
    """What is told of the contact is unconfirmed until it is approved."""
    if ticket.registration is None or not step.state.startswith(OF_THE_CONTACT):
        return ticket
    return evolve(ticket, registration=Registration.PENDING if lacking(ticket) else Registration.CLAIMED)
