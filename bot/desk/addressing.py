"""What an agent writes to nobody in particular: it is kept, and asked for whom it is."""

from typing import Any

from bot.carrying import words_of
from bot.desk.forwarding import ask_for, writer
from bot.talk import Talk
from core.conversations import Offer, Option
from core.messages import FILES, Inbound
from core.queue import QueueEntry
from core.records import evolve
from core.tickets import Ticket, described, name_of

WHOM = "desk-choose-whom"
LONGEST_LABEL = 40  # characters of a problem on a button


def hear_nobody_named(talk: Talk, heard: Inbound) -> bool:
    """Never guessed at, nor sent to anybody. Where nobody is theirs, there is nobody to choose."""
    if not talk.step.rests:
        return False
    talk.silent = True
    if heard.kind != "text" and heard.kind not in FILES:
        talk.send("desk-kinds", "note")
    elif own := [each for each in talk.turn.assigned(writer(talk, heard).id) if each.ticket.reply_to is not None]:
        _keep(talk, heard, own)
    else:
        talk.send("desk-whom", "note")
    return True


def _keep(talk: Talk, heard: Inbound, own: list[QueueEntry]) -> None:
    """More of it is kept with what waits already."""
    before = talk.offer.values if talk.offer and talk.offer.words == WHOM else {}
    files = [*before.get("files", "").split(), *([_kept(heard)] if heard.kind in FILES else [])]
    text = "\n".join(filter(None, (before.get("text"), heard.text)))
    options = [Option(str(each.ticket.id), label=label_of(each.ticket)) for each in own]
    values = {"text": text, "message": before.get("message") or heard.message, "files": " ".join(files)}
    talk.offer, talk.silent = Offer(WHOM, (*options, Option("drop", pinned=True)), values), False


def _kept(heard: Inbound) -> str:
    """A message with a file, as it waits in an offer."""
    given = words_of(heard)
    return f"{given['kind']}:{given['file']}:{given['message']}"


def _given(kept: str) -> dict[str, Any]:
    kind, row, message = kept.split(":", 2)
    return {"kind": kind, "file": int(row), "message": message}


def label_of(ticket: Ticket) -> str:
    return f"{name_of(ticket)} {(described(ticket) or '')[:LONGEST_LABEL]}".strip()


def hear_whom(talk: Talk, heard: Inbound) -> bool:
    """The one that was chosen gets what was kept, each file as a message of its own."""
    if talk.offer is None or talk.offer.words != WHOM or not heard.choice:
        return False
    kept = talk.offer.values
    rest(talk)
    if heard.choice == "drop":
        talk.send("desk-dropped", "note")
        return True
    first, *others = map(_given, kept["files"].split()) if kept["files"] else [{"message": kept["message"]}]
    for given in ({"text": kept["text"], **first}, *others):
        ask_for(talk, heard, "say", int(heard.choice), given)
    return True


def rest(talk: Talk) -> None:
    """The agent's own question is over; where a call is open, its question is asked again."""
    talk.offer = None
    talk.silent = talk.step.rests
    if talk.step.rests:
        talk.conversation = evolve(talk.conversation, open=None)


def speak(talk: Talk, heard: Inbound, ticket_id: int) -> None:
    """To that ticket's customer; with `//` before it, it is a note for colleagues."""
    if heard.text.startswith("//"):
        ask_for(talk, heard, "note", ticket_id, {"text": heard.text.removeprefix("//").strip()})
    elif heard.kind == "text" or heard.kind in FILES:
        ask_for(talk, heard, "say", ticket_id, words_of(heard))
    else:
        talk.send("desk-kinds", "note")
