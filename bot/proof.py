"""Contact cards: the own one proves the number, whenever it comes; somebody else's is only kept. What a proof does, and that it ended."""

from bot.acts import begin_unproven, place
from bot.flows.rules import third_party
from bot.machine import BEGIN
from bot.recognition import MOBILES, SURNAMES, is_recognised, keep_as_claims, own_contact, recognise
from bot.talk import Talk
from core.contacts import Contact
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
    """What came from a number that proves nothing any more, or that is another now: before anything is asked or sent."""
    is_sent = talk.ticket.submitted_at is not None
    if is_sent or talk.silent or talk.owned or talk.by_phone or talk.offer or third_party(talk.answers, talk.turn):
        return
    if talk.turn.proven is not None:
        _follow_to_another(talk, talk.turn.proven)
    elif any(each.author == "rule" for key in SURNAMES if (each := talk.answers.get(key))):
        _end_proof(talk)
    elif _take_new_number(talk):
        _walk_anew(talk)
        talk.tell("number-changed")


def _follow_to_another(talk: Talk, contact: Contact) -> None:
    """The books have the new number as somebody else's: what they told of the one before goes."""
    number = _number_of_form(talk)
    former = talk.turn.whose(number) if number and number != contact.mobile else None
    if former is not None and former.id != contact.id:
        begin_unproven(talk)
        recognise(talk)
        talk.tell("number-changed")


def _end_proof(talk: Talk) -> None:
    """By the platform's own word it is the same person, who goes on with what stands in the form; else nobody knows who writes now."""
    former = talk.turn.whose(_number_of_form(talk)) if _has_moved(talk) else None
    if former is not None:
        _drop_old_number(talk)
        keep_as_claims(talk, former)
        _walk_anew(talk)
        talk.tell("number-changed")
    else:
        begin_unproven(talk)
        recognise(talk)
        talk.tell("proof-over")


def _has_moved(talk: Talk) -> bool:
    """The platform has said so, of this report or of the one before it."""
    is_heard_now = any(each.act == "moved" for each in talk.events)
    return is_heard_now or any(talk.turn.moved_to(each) is not None for each in (talk.ticket.id, *talk.others))


def _number_of_form(talk: Talk) -> str:
    """The number that proved whose form it is, as the books had it; "" for none."""
    return next((each.text for key in MOBILES if (each := talk.answers.get(key)) and each.author == "rule"), "")


def _take_new_number(talk: Talk) -> bool:
    """Whether an answer goes with the old one; nobody has seen what is only in the pool."""
    told = talk.said.get("mobile")
    if told is not None and told.author == "rule" and told.text != talk.turn.number:
        del talk.said["mobile"]
        recognise(talk)
    return _drop_old_number(talk)


def _drop_old_number(talk: Talk) -> bool:
    old = [key for key in MOBILES if (each := talk.answers.get(key)) and each.author == "rule" and each.value != talk.turn.number]
    for key in old:
        del talk.answers[key]
        recognise(talk)
    return bool(old)
