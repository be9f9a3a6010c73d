"""Fields that the customer is asked again, because people cannot go on with what stands there."""

from bot.commands.refusal import done, refused
from bot.fields import is_field
from bot.flows import STEPS
from bot.result import Result
from bot.sent_back import wait_for_customer
from bot.summary import field_label
from bot.talk import Talk
from bot.window import has_template, is_shut, refused_shut
from core.answers import Answer
from core.messages import Command
from core.records import evolve
from core.tickets import Status, Ticket, name_of


def send_back(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The bot asks just those fields; what is counted for people stands still meanwhile. Input: `fields` (states)."""
    if ticket.reply_to is None:
        return refused(talk, "no-talk")
    if ticket.submitted_at is None:
        return refused(talk, "not-sent")  # the assistant asks those fields anyway, in their turn
    if ticket.hazards:
        return refused(talk, "asks-in-danger")
    steps = [STEPS[state] for state in given.input["fields"] if state in STEPS and is_field(STEPS[state])]
    if not steps or len(steps) < len(given.input["fields"]):
        return refused(talk, "no-field")
    if is_shut(talk) and not has_template(talk, "question"):
        return refused_shut(talk, "send-back")
    labels = ", ".join(dict.fromkeys(field_label(talk, each) for each in steps))
    reopened = {key: _reopened(ticket.answers.get(key)) for step in steps for key in step.fills}
    after = evolve(talk.with_answers(ticket, reopened), status=Status.SENT_BACK, waiting_since=None)
    talk.replace(after)
    asked = {"status": after.status, "fields": [each.state for each in steps]}
    talk.record(given.by, "send_back", ticket, {"status": ticket.status}, asked)
    wait_for_customer(talk, after)
    return done(talk, "send-back", name=name_of(ticket), fields=labels)


def _reopened(answer: Answer | None) -> Answer:
    """The value that stands there is shown with the question."""
    return evolve(answer, status="reopened") if answer else Answer(None, "reopened", author="agent")
