"""Who is talking, as far as the channel vouches for it: at the beginning of a talk, or by a card in its middle."""

from bot.acts import place
from bot.flows import FLOWS
from bot.flows.rules import has_homes, third_party
from bot.machine import BEGIN
from bot.talk import Talk
from core.answers import Answer
from core.contacts import Contact
from core.messages import Inbound

OUR_CONTACT = ("first_name", "last_name", "email", "cpf", "mobile", "company_name", "cnpj")
OF_DANGER = frozenset({"offer-hazard", "offer-relief"})  # questions that nothing puts aside
_MOBILES = ("individual.mobile", "company.mobile")
_LEFT_OPEN = ("skipped", "reopened")


def recognise(talk: Talk) -> None:
    """What the number gives: a proven contact's own data, or the answer to Celular."""
    if contact := _own_contact(talk):
        _take_from_the_books(talk, contact)
    elif talk.turn.number:
        talk.said["mobile"] = Inbound(text=talk.turn.number, author="rule")
        for key in _MOBILES:
            if key in talk.answers and talk.answers[key].status in _LEFT_OPEN:
                del talk.answers[key]


def _take_from_the_books(talk: Talk, contact: Contact) -> None:
    """Answers by rule. What is not on file is skipped, unless the person has said it; what they typed stays in the pool."""
    for name in (each for each in OUR_CONTACT if each in FLOWS[contact.kind].model.model_fields):  # type: ignore[union-attr]
        key, value = f"{contact.kind}.{name}", getattr(contact, name)
        if value:
            talk.answers[key] = Answer(value, author="rule")
        elif name not in talk.said:
            talk.answers.setdefault(key, Answer(None, "skipped", author="rule"))


def hear_card(talk: Talk, heard: Inbound) -> bool:
    """The own card proves the number; somebody else's is only kept."""
    if heard.card is None:
        return False
    words = _prove(talk) if heard.card.own else "card-of-another"
    if words and not talk.owned:
        talk.tell(words)
    return not talk.owned


def _prove(talk: Talk) -> str:
    """As if the channel had vouched from the beginning: the path is walked anew. What was sent is completed by people.

    Returns the words that tell it, where nothing else does.
    """
    if talk.ticket.submitted_at:
        talk.wait()
        return "number-noted"
    contact = _own_contact(talk)
    if contact is not None and _is_recognised(talk, contact):
        return ""
    if contact is not None and talk.open is not None:  # else the greeting says it
        talk.set(owes=(*talk.ticket.owes, ("number-known", {"name": contact.first_name or contact.last_name})))
    recognise(talk)
    _look_for_the_home(talk)
    _walk_anew(talk)
    return "" if contact else "number-noted"


def _own_contact(talk: Talk) -> Contact | None:
    """Whose form this is, as far as it is proven: who reports for others stays who they said they are."""
    return None if third_party(talk.answers, talk.turn) else talk.turn.proven


def _is_recognised(talk: Talk, contact: Contact) -> bool:
    """By the surname, which every contact has and nobody else may change."""
    answer = talk.answers.get(f"{contact.kind}.last_name")
    return answer is not None and answer.author == "rule"


def _look_for_the_home(talk: Talk) -> None:
    """An only home is told with the problem. Who has named an address may mean another one: that is asked, though there be only one."""
    if not has_homes(talk.answers, talk.turn):
        return
    if "contract.address" in talk.answers:
        talk.answers["contract.home"] = Answer(None, "reopened", author="rule")
    elif len(talk.turn.homes()) == 1:
        talk.set(owes=(*talk.ticket.owes, ("noted", {})))
        if talk.ticket.hazards:
            place(talk)


def _walk_anew(talk: Talk) -> None:
    talk.answers.pop("identification.number", None)
    talk.answers.pop("review.summary", None)
    if talk.offer and talk.offer.words not in OF_DANGER:
        talk.offer = None
    if not talk.state.startswith("safety."):
        talk.state = BEGIN
