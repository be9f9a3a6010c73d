"""What came and is no text: kept in the ticket's history before anybody hears it, whoever owns the talk and whatever else it says."""

from collections.abc import Callable, Mapping

from bot.flows.search import FOUND, page
from bot.result import Event
from bot.talk import Talk
from core.messages import Inbound, Kind

MAX_PAYLOAD = 64  # characters of a link's payload (https://core.telegram.org/bots/features#deep-linking)


def keep(talk: Talk, heard: Inbound) -> None:
    if heard.payload and heard.agent is None:  # an agent's link is nobody else's business
        talk.event("started", after=heard.payload[:MAX_PAYLOAD])
    if keeps := _KEPT.get(heard.kind):
        keeps(talk, heard)


def note_look_up(talk: Talk) -> None:
    """Whose data an agent is about to be shown: who looked, for what, and whom they saw."""
    if talk.offer or not talk.by_phone:
        return
    if talk.state == FOUND:
        shown = [each.id for each in page(talk.answers, talk.turn)]
        talk.event("search", before={"query": talk.answers["search.find"].value}, after={"contacts": shown})
    elif talk.state == "search.caller":
        talk.events.append(Event(talk.writer, "view_contact", talk.ticket.id, int(str(talk.answers[FOUND].value))))


def _file(talk: Talk, heard: Inbound) -> None:
    talk.event("media", after={"kind": heard.kind, "text": heard.text})


def _card(talk: Talk, heard: Inbound) -> None:
    if heard.card is not None:
        talk.event("proved" if heard.card.own else "card", after={"phone": heard.card.phone, "name": heard.card.name})


def _place(talk: Talk, heard: Inbound) -> None:
    if place := heard.place:
        talk.event("place", after={"latitude": place.latitude, "longitude": place.longitude, "name": place.name})


def _edit(talk: Talk, heard: Inbound) -> None:
    """In the history of the ticket that it was said of. Of a message whose words nobody has any more, only what they are now."""
    before = talk.edited = talk.turn.earlier(heard.of) if heard.of else None
    about = before and before.ticket
    talk.events.append(Event("customer", "edited", about or talk.ticket.id, before=before and before.text, after=heard.text))


def _deletion(talk: Talk, heard: Inbound) -> None:
    """What was taken back stands where it was said."""
    before = talk.edited = talk.turn.earlier(heard.of) if heard.of else None
    about = before and before.ticket
    talk.events.append(Event("customer", "deleted", about or talk.ticket.id, before=before and before.text))


def _move(talk: Talk, heard: Inbound) -> None:
    talk.event(heard.kind, after=heard.text or None)


def _reach(talk: Talk, heard: Inbound) -> None:
    talk.event(heard.kind)


_KEPT: Mapping[Kind, Callable[[Talk, Inbound], None]] = {
    "photo": _file,
    "video": _file,
    "document": _file,
    "voice": _file,
    "sticker": _file,
    "unknown": _file,
    "contact": _card,
    "location": _place,
    "edited": _edit,
    "deleted": _deletion,
    "moved": _move,
    "blocked": _reach,
    "unblocked": _reach,
}
