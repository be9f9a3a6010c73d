"""What a card's act still needs, asked in the agent's chat: which field and its value, or which fields. An open call's question waits."""

from collections.abc import Mapping

from bot.asking import labelled
from bot.desk.addressing import rest
from bot.desk.forwarding import ask_for
from bot.fields import given_fields, read_field, written
from bot.flows import STEPS
from bot.steps import Step
from bot.summary import field_label, shown
from bot.talk import Talk
from core.conversations import Offer, Option
from core.errors import Rejected
from core.messages import Inbound
from core.records import evolve
from core.tickets import Ticket, name_of

FIELD, VALUE, FIELDS, DOUBT = "card-field-of", "card-value-of", "card-fields-of", "card-doubt-of"
CHOSEN = "✓ "


def ask_field(talk: Talk, ticket: Ticket) -> None:
    options = tuple(Option(step.state, label=field_label(talk, step)) for step in given_fields(ticket))
    _ask(talk, FIELD, options, {"id": str(ticket.id), "name": name_of(ticket)})


def ask_fields(talk: Talk, ticket: Ticket, chosen: tuple[str, ...] = ()) -> None:
    """A tap chooses one more, or takes it back; [Pedir] ends it."""
    options = [_choice(talk, each, is_chosen=each.state in chosen) for each in given_fields(ticket)]
    asks = (Option("ask", pinned=True),) if chosen else ()
    _ask(talk, FIELDS, (*options, *asks), {"id": str(ticket.id), "name": name_of(ticket), "chosen": " ".join(chosen)})


def order_correction(talk: Talk, heard: Inbound, ticket: Ticket, given: Mapping[str, str]) -> None:
    """Into the ticket's line; what has two readings, once that is answered here. `given`: field, value, and what stood before."""
    doubt = _doubt(talk, heard, ticket, given)
    if doubt is None:
        ask_for(talk, heard, "correct", ticket.id, given)
        return
    options = (labelled(each, doubt.words, talk.turn.say, doubt.values) for each in doubt.options if isinstance(each.does, dict))
    question = {"id": str(ticket.id), "question": talk.turn.say(doubt.words, doubt.values), "was": given["before"]}
    _ask(talk, DOUBT, tuple(Option(each.name, label=each.label) for each in options), {**given, **question})


def _doubt(talk: Talk, heard: Inbound, ticket: Ticket, given: Mapping[str, str]) -> Offer | None:
    """What cannot be read at all is refused where it is done."""
    try:
        read = read_field(talk, ticket, STEPS[given["field"]], evolve(heard, text=given["value"], choice=None, author="agent"))
    except Rejected:
        return None
    return read if isinstance(read, Offer) else None


def _choice(talk: Talk, step: Step, *, is_chosen: bool) -> Option:
    return Option(step.state, label=f"{CHOSEN if is_chosen else ''}{field_label(talk, step)}")


def _ask(talk: Talk, words: str, options: tuple[Option, ...], values: dict[str, str]) -> None:
    talk.offer, talk.silent = Offer(words, (*options, Option("drop", pinned=True)), values), False


def hear_wanted(talk: Talk, heard: Inbound) -> bool:
    """The answer to one of these questions; other words than those of a value leave it open."""
    asked = talk.offer
    if asked is None or asked.words not in (FIELD, VALUE, FIELDS, DOUBT):
        return False
    ticket = talk.turn.find_ticket(f"#{asked.values['id']}")
    if heard.choice == "drop" or ticket is None:
        rest(talk)
    elif asked.words == DOUBT and heard.choice:
        rest(talk)
        ask_for(talk, heard, "correct", ticket.id, {**_correction(asked, asked.values["value"]), "option": heard.choice})
    elif asked.words in (VALUE, DOUBT) and heard.kind == "text":
        rest(talk)
        order_correction(talk, heard, ticket, _correction(asked, heard.text))
    elif heard.choice in STEPS and asked.words == FIELD:
        step = STEPS[heard.choice]
        stands = {"was": written(ticket, step), "now": shown(talk, step, ticket.answers) or "–"}
        values = {"field": step.state, "label": field_label(talk, step), **stands}
        _ask(talk, VALUE, (), {"id": str(ticket.id), "name": name_of(ticket), **values})
    elif asked.words == FIELDS and heard.choice:
        _choose(talk, heard, ticket, tuple(asked.values["chosen"].split()))
    else:
        return False
    return True


def _correction(asked: Offer, value: str) -> dict[str, str]:
    return {"field": asked.values["field"], "value": value, "before": asked.values["was"]}


def _choose(talk: Talk, heard: Inbound, ticket: Ticket, chosen: tuple[str, ...]) -> None:
    if heard.choice == "ask":
        rest(talk)
        ask_for(talk, heard, "send_back", ticket.id, {"fields": list(chosen)})
    else:
        others = tuple(each for each in chosen if each != heard.choice)
        ask_fields(talk, ticket, others if heard.choice in chosen else (*chosen, str(heard.choice)))
