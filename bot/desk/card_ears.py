"""Buttons under messages to our own people, as they are pressed in an agent's chat; and what is no message there."""

from collections.abc import Callable, Mapping

from bot.desk.call_ears import continue_call
from bot.desk.card_questions import ask_field, ask_fields
from bot.desk.forwarding import ask_for, writer
from bot.desk.lists import show_queue, view
from bot.talk import Talk
from core.conversations import Prompt
from core.messages import SIGNALS, Inbound
from core.presses import Press
from core.tickets import Ticket

OF_TICKETS = frozenset({"acknowledge", "claim", "send"})  # acts whose buttons name the ticket itself, not the card under which they stand
QUESTIONS: Mapping[str, Callable[[Talk, Ticket], None]] = {"correct": ask_field, "send_back": ask_fields}  # acts that need more than a tap


def hear_press(talk: Talk, heard: Inbound) -> bool:
    press = heard.press
    if press is None:
        return False
    talk.silent = True
    match press.of:
        case "card":
            _press_card(talk, heard, press)
        case "queue":
            show_queue(talk, writer(talk, heard), press.seen, press.id)
        case "sent":
            _decide(talk, heard, press)
        case "ticket" if press.act == "view":
            view(talk, writer(talk, heard), press.id)
        case "ticket" if press.act in OF_TICKETS:
            ask_for(talk, heard, press.act, press.id, {})
    return True


def _press_card(talk: Talk, heard: Inbound, press: Press) -> None:
    """Only where it stands. The act goes into the ticket's line, with what the card showed."""
    card = talk.turn.card(press.id)
    ticket = talk.turn.find_ticket(f"#{card.ticket}") if card and card.chat == talk.conversation.id else None
    if ticket is None:
        talk.send("card-gone", "note")
    elif ask := QUESTIONS.get(press.act):
        ask(talk, ticket)
    elif press.act == "continue_call":
        talk.silent = False
        continue_call(talk, ticket.id)
    else:
        ask_for(talk, heard, press.act, ticket.id, {"seen": press.seen})


def _decide(talk: Talk, heard: Inbound, press: Press) -> None:
    """Of what did not arrive: once more, or not; then there is nothing left to decide."""
    ticket_id = talk.turn.replied_ticket(heard.of)
    if ticket_id is not None:
        talk.prompts.append(Prompt("undelivered", "", purpose="note", clears=heard.of))
        if press.act == "again":
            ask_for(talk, heard, "send_again", ticket_id, {"row": press.id})


def hear_no_message(talk: Talk, heard: Inbound) -> bool:
    """A reaction says nothing here, and what was sent to a customer is not changed by an edit."""
    if heard.kind not in SIGNALS and heard.kind != "edited":
        return False
    talk.silent = True
    if heard.kind == "edited":
        talk.send("desk-edited", "note")
    return True
