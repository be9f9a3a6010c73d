"""Buttons of cards and alerts, as they are pressed in an agent's chat."""

from bot.call_ears import continue_call
from bot.forwarding import ask_for
from bot.talk import Talk
from core.messages import Inbound
from core.presses import Press

OF_ALERTS = frozenset({"acknowledge"})  # acts of a ticket whose button stands under no card


def hear_press(talk: Talk, heard: Inbound) -> bool:
    """The act goes into the ticket's line, with what its card showed."""
    press = heard.press
    if press is None:
        return False
    talk.silent = True
    if press.of == "card":
        _press_card(talk, heard, press)
    elif press.of == "ticket" and press.act in OF_ALERTS:
        ask_for(talk, heard, press.act, press.id, {})
    return True


def _press_card(talk: Talk, heard: Inbound, press: Press) -> None:
    """Only where it stands."""
    card = talk.turn.card(press.id)
    if card is None or card.chat != talk.conversation.id:
        talk.send("card-gone", "note")
    elif press.act == "continue_call":
        talk.silent = False
        continue_call(talk, card.ticket)
    else:
        ask_for(talk, heard, press.act, card.ticket, {"seen": press.seen})
