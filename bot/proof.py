"""Contact cards: the own one proves the number, whenever it comes; somebody else's is only kept. What a proof does, and that it ended."""

from bot.acts import begin_unproven, place
from bot.flows.rules import third_party
from bot.machine import BEGIN
from bot.recognition import MOBILES, SURNAMES, is_recognised, own_contact, recognise
from bot.talk import Talk
from core.messages import Inbound

OF_DANGER = frozenset({"offer-hazard", "offer-relief", "offer-over"})  # questions that nothing puts aside


def hear_card(talk: Talk, heard: Inbound) -> bool:
    """After the reference people complete what was sent."""
    if heard.card is None:
        return False
    words = prove(talk, "number-noted") if heard.card.own else "card-of-another"
    if talk.ticket.submitted_at:
        talk.wait()
    if words and not talk.owned:
        talk.tell(words)
    return not talk.owned


def prove(talk: Talk, noted: str) -> str:
    """As if the channel had vouched from the beginning; returns the words that tell it, `noted` where nothing else does."""
    if talk.ticket.submitted_at:
        return noted
    if not is_recognised(talk):
        recognise(talk)
        _tell_who_it_is(talk)
        _walk_anew(talk)
    return "" if own_contact(talk) else noted


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


def follow_number(talk: Talk) -> None:
    """What came from a number that proves nothing any more, or that is another now, goes before anything is asked or sent."""
    is_sent = talk.ticket.submitted_at is not None
    if is_sent or talk.silent or talk.owned or talk.by_phone or talk.offer or talk.turn.proven or third_party(talk.answers, talk.turn):
        return
    if any(each.author == "rule" for key in SURNAMES if (each := talk.answers.get(key))):
        begin_unproven(talk)
        recognise(talk)
        talk.tell("proof-over")
    elif _take_new_number(talk):
        _walk_anew(talk)
        talk.tell("number-changed")


def _take_new_number(talk: Talk) -> bool:
    """Whether an answer goes with the old one; nobody has seen what is only in the pool."""
    told = talk.said.get("mobile")
    if told is not None and told.author == "rule" and told.text != talk.turn.number:
        del talk.said["mobile"]
        recognise(talk)
    old = [key for key in MOBILES if (each := talk.answers.get(key)) and each.author == "rule" and each.value != talk.turn.number]
    for key in old:
        del talk.answers[key]
        recognise(talk)
    return bool(old)
