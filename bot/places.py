"""Places on the map: told to people, and proposed as the address where one is wanted. A point has no street and no number."""

from bot.flows.rules import home_unknown
from bot.proof import OF_DANGER
from bot.talk import Talk
from core.errors import Rejected
from core.messages import Inbound

ADDRESS = "contract.address"


def hear_place(talk: Talk, heard: Inbound) -> bool:
    """Never stored as the address unasked. While there is danger, people are told at once."""
    if heard.place is None:
        return False
    if talk.ticket.hazards:
        talk.alert("place", str(heard.place))
    if talk.ticket.submitted_at:
        talk.wait()
    if talk.owned:
        return False
    if not _proposed(talk, heard):
        talk.tell("place-told" if talk.ticket.hazards else "place-kept")
    return True


def _proposed(talk: Talk, heard: Inbound) -> bool:
    """At once where the address is asked; else when it will be."""
    if not _is_wanted(talk):
        return False
    if ADDRESS not in talk.step.fills or (talk.offer and talk.offer.words in OF_DANGER):
        talk.said["address"] = heard
        return False
    try:
        talk.take(talk.step.accept(heard, talk.answers, talk.turn))
    except Rejected:
        talk.tell("place-has-no-number")
    return True


def _is_wanted(talk: Talk) -> bool:
    given = talk.answers.get(ADDRESS)
    return home_unknown(talk.answers, talk.turn) and (given is None or given.status == "reopened")
