"""A value that is on file already: the agent is asked whether its holder is who is on the phone."""

from bot.flows.search import FOUND, PERSON
from bot.result import Event
from bot.summary import field_name
from bot.talk import Talk
from core.answers import value_of
from core.calls import is_call
from core.contacts import Contact
from core.conversations import Offer, Option

UNIQUE = "email"  # of all contacts (R14, R21); a CPF may speak for several companies, and a company may have several speakers
LOOKED_FOR = (UNIQUE, "cpf", "cnpj")


def ask_for_holder(talk: Talk) -> None:
    """Once for each value that was typed and that somebody else has."""
    if talk.offer or talk.ticket.submitted_at or not is_call(talk.answers):
        return None
    for name in LOOKED_FOR:
        if holder := _holder(talk, name):
            return offer_holder(talk, name, holder)
    return None


def _holder(talk: Talk, name: str) -> Contact | None:
    answer = talk.answers.get(f"{value_of(talk.answers, PERSON)}.{name}")
    if answer is None or answer.author == "rule" or answer.status != "valid" or apart(name) in talk.ticket.waived:
        return None
    holder = talk.turn.holder(name, str(answer.value))
    return None if holder is None or holder.id == value_of(talk.answers, FOUND) else holder


def offer_holder(talk: Talk, name: str, holder: Contact) -> None:
    state = f"{value_of(talk.answers, PERSON)}.{name}"
    other = Option("other", f"again {state}") if name == UNIQUE else Option("apart", f"keep_apart {name}")
    talk.events.append(Event(talk.writer, "view_contact", talk.ticket.id, holder.id))
    values = {"field": field_name(talk, state), "name": holder.name}
    talk.offer = Offer("offer-holder", (Option("yes", f"choose_contact {holder.id}"), other), values)


def apart(name: str) -> str:
    """What `Ticket.waived` says once the agent has said that it is somebody else."""
    return f"{name}_apart"
