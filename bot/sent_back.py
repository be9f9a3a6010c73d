"""Fields that people asked of the customer again: just those are asked, and each answer is echoed and confirmed at once."""

from contextlib import suppress

from bot.fields import is_field
from bot.flows import STEPS
from bot.machine import BEGIN
from bot.result import SetTimer
from bot.steps import Step
from bot.summary import field_label, shown
from bot.talk import Talk
from bot.telling import is_day, morning
from bot.window import has_template, is_shut
from core.answers import Answer, Answers
from core.calendar import add_days
from core.errors import Rejected
from core.messages import Command, Timer
from core.records import evolve
from core.tickets import Status, Ticket

ASK, WAITED = "ask_back", "sent_back"  # timers; the first is also what the house passes on to the ticket's line
BUSINESS_DAYS = 2  # that people wait for the customer (design: status)
FIELDS = tuple(filter(is_field, STEPS.values()))
AT_REST = "submitted.open"


def asked_back(answers: Answers) -> Step | None:
    """The first step, in the order of the flows, that waits for its answer."""
    return next((step for step in FIELDS if _is_reopened(step, answers)), None)


def _is_reopened(step: Step, answers: Answers) -> bool:
    return any(key in answers and answers[key].status == "reopened" for key in step.fills)


# ── asking ───────────────────────────────────────────────────────────────────


def wait_for_customer(talk: Talk, ticket: Ticket) -> None:
    """From now on, for two days on which people work."""
    until = add_days(talk.turn.now, BUSINESS_DAYS, talk.turn.calendar(ticket.home_id))
    talk.timers.append(SetTimer(WAITED, ticket.id, until))
    ask_back(talk, ticket)


def ask_back(talk: Talk, ticket: Ticket) -> None:
    """By day, where the bot has the talk and asks nothing else; otherwise when that ends: in the morning, at give-back, after a report."""
    step = asked_back(ticket.answers)
    if ticket.status != Status.SENT_BACK or step is None or talk.owned or not _is_free(talk, ticket):
        return
    if is_shut(talk) and not has_template(talk, "question"):  # until the person writes
        return
    if not is_day(talk, ticket):
        talk.timers.append(SetTimer(ASK, ticket.id, morning(talk, ticket)))
        return
    if talk.conversation.ticket_id != ticket.id:
        talk.turn_to(ticket)
    talk.state, talk.silent, talk.offer = step.state, False, None
    talk.tell("asked-back", reference=ticket.reference or "")


def _is_free(talk: Talk, ticket: Ticket) -> bool:
    """Nothing is open that another report asks."""
    return talk.conversation.ticket_id in (None, ticket.id) or talk.step.rests


def hear_ask(talk: Talk, heard: Timer | Command) -> None:
    """Whatever kept the question back is over."""
    talk.silent = True
    if ticket := talk.named(heard.ticket):
        ask_back(talk, ticket)


def call_back(talk: Talk) -> None:
    """Another report of this person is over, or the bot has the talk again: what people asked back comes next, in a turn of its own."""
    ticket = talk.turn.sent_back()
    if ticket is not None and ticket.id != talk.conversation.ticket_id:
        talk.forwards.append(Command(ASK, ticket.id, by="rule"))


# ── answers ──────────────────────────────────────────────────────────────────


def settle_sent_back(talk: Talk) -> None:
    """After each message: what was answered is told and confirmed, then the next field is asked, and the last leads back to people."""
    if talk.offer:
        return
    for step in FIELDS:
        if _is_reopened(step, talk.answers) and not _take_told(talk, step):
            return
        _echo(talk, step)
    if left := asked_back(talk.answers):
        talk.state = left.state
    else:
        talk.replace(after_answers(talk, talk.put_down()))
        talk.state = AT_REST if talk.ticket.submitted_at else BEGIN
        talk.tell("asked-back-done")


def _take_told(talk: Talk, step: Step) -> bool:
    """What was said of it since it is asked back, beside another answer. False: that is to be asked about first."""
    heard, since = step.known(talk.said, talk.answers, talk.turn), talk.ticket.paused_at
    if heard is None or heard.sent_at is None or since is None or heard.sent_at <= since:
        return True
    talk.forget(step)
    with suppress(Rejected):
        if not talk.take(step.accept(heard, talk.answers, talk.turn)):
            talk.state = step.state
            return False
    return True


def _echo(talk: Talk, step: Step) -> None:
    given = {key: evolve(each, status="confirmed") for key in step.fills if (each := talk.answers.get(key)) and each.status == "valid"}
    if given:
        talk.answers.update(given)
        value = shown(talk, step).rstrip(".")
        talk.tell("asked-back-noted" if value else "asked-back-noted.none", field=field_label(talk, step), value=value)


def after_answers(talk: Talk, ticket: Ticket) -> Ticket:
    """People look again once nothing is asked any more; until then it is as it was."""
    if ticket.status != Status.SENT_BACK or asked_back(ticket.answers):
        return ticket
    talk.timers.append(SetTimer(WAITED, ticket.id, None))
    return reviewed_again(talk, ticket, "customer")


def reviewed_again(talk: Talk, ticket: Ticket, actor: str) -> Ticket:
    talk.record(actor, "answered_back", ticket, {"status": ticket.status}, {"status": Status.AWAITING_REVIEW})
    return evolve(ticket, status=Status.AWAITING_REVIEW, waiting_since=ticket.waiting_since or talk.turn.now)


def hear_waited(talk: Talk, heard: Timer) -> None:
    """The customer has not answered for two days: people go on with what there is; what stood before is for them to look at."""
    talk.silent = True
    ticket = talk.named(heard.ticket)
    if ticket is None or ticket.status != Status.SENT_BACK:
        return
    talk.replace(reviewed_again(talk, unasked(talk, ticket), "rule"))
    if ticket.id == talk.ticket.id:
        talk.state, talk.offer = AT_REST if ticket.submitted_at else BEGIN, None


def at_rest(talk: Talk, ticket: Ticket) -> Ticket:
    """Nothing more is asked for its form, which counts as sent; it is for `replace`."""
    if ticket.id == talk.ticket.id:
        talk.state, talk.offer = AT_REST, None
    return evolve(ticket, state=AT_REST, submitted_at=ticket.submitted_at or talk.turn.now)


def unasked(talk: Talk, ticket: Ticket) -> Ticket:
    """Nothing is asked back any more; it is for `replace`."""
    return talk.with_answers(ticket, {key: _left(each) for key, each in ticket.answers.items() if each.status == "reopened"})


def _left(answer: Answer) -> Answer:
    return evolve(answer, status="skipped" if answer.value is None else "doubtful")
