"""Contact cards: the own one proves the number, whenever it comes; somebody else's is only kept."""

from bot.acts import place
from bot.machine import BEGIN
from bot.recognition import is_recognised, own_contact, recognise
from bot.talk import Talk
from core.messages import Inbound

OF_DANGER = frozenset({"offer-hazard", "offer-relief"})  # questions that nothing puts aside


def hear_card(talk: Talk, heard: Inbound) -> bool:
    """After the reference people complete what was sent."""
    if heard.card is None:
        return False
    words = _prove(talk) if heard.card.own else "card-of-another"
    if talk.ticket.submitted_at:
        talk.wait()
    if words and not talk.owned:
        talk.tell(words)
    return not talk.owned


def _prove(talk: Talk) -> str:
    """As if the channel had vouched from the beginning; returns the words that tell it, where nothing else does."""
    if talk.ticket.submitted_at:
        return "number-noted"
    if not is_recognised(talk):
        recognise(talk)
        _tell_who_it_is(talk)
        _walk_anew(talk)
    return "" if own_contact(talk) else "number-noted"


def _tell_who_it_is(talk: Talk) -> None:
    """With the next question; in a first message the greeting does. An only home is told with the problem."""
    contact = own_contact(talk)
    if contact is None or talk.open is None:
        return
    known = ("number-known", {"name": contact.first_name or contact.last_name})
    is_certain = len(talk.turn.homes()) == 1 and "contract.home" not in talk.answers
    if is_certain and talk.ticket.hazards:
        place(talk)
    talk.set(owes=(*talk.ticket.owes, known, *((("noted", {}),) if is_certain else ())))


def _walk_anew(talk: Talk) -> None:
    talk.answers.pop("identification.number", None)
    talk.answers.pop("review.summary", None)
    if talk.offer and talk.offer.words not in OF_DANGER:
        talk.offer = None
    if not talk.state.startswith("safety."):
        talk.state = BEGIN
