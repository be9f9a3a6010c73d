"""Words and files between an agent's chat and a customer's, and what becomes of them on the way."""

from collections.abc import Mapping
from typing import Any

from bot.copy import Words
from bot.result import Letter
from bot.steps import dashed
from bot.talk import Talk
from bot.window import shut_since
from core.conversations import Option, Prompt, address_of
from core.lending import LOST
from core.messages import FILES, Address, Attachment, Command, Inbound, Lost, Original, Undelivered
from core.phones import format_mobile
from core.presses import Press, pressing
from core.records import evolve
from core.tickets import name_of

TOLD = FILES | {"sticker", "contact", "location", "edited", "deleted", "unknown"}  # kinds of which an agent is told that they are no text


def relay(talk: Talk, heard: Inbound) -> None:
    """What is said there goes to the agent who has the talk, with its file where that agent's channel has a way to show it."""
    agent = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    if agent is None or agent.at is None:
        return
    here, file = address_of(talk.conversation), file_of(heard)
    shown = file is not None and talk.turn.shows_files(agent.at)
    values = {"name": name_of(talk.ticket), "text": _told(heard)}
    if heard.author == "agent":
        text = talk.turn.say("relay-file", values | {"kind": talk.turn.say("relay-echo")})
    elif heard.kind in TOLD and not shown:
        text = talk.turn.say("relay-file", values | {"kind": talk.turn.say(f"queue-said.{heard.kind}")})
    else:
        text = talk.turn.say("relay", values)
    original = Original(here, heard.message) if shown and heard.message and _within_account(here, agent.at) else None
    prompt = Prompt("relay", text.strip(), purpose="relay", original=original, file=file if shown else None)
    talk.letters.append(Letter(agent.at, prompt, talk.ticket.id))


def tell_moved(talk: Talk, heard: Inbound) -> None:
    """To the agent who has the talk, once: WhatsApp tells a new number, and then the new id that comes with it."""
    agent = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    *before, _ = [each for each in talk.events if each.act == heard.kind]
    known = talk.turn.moved_to(talk.ticket.id)
    if agent is None or heard.text in (*[each.after or "" for each in before], known) or (not heard.text and (before or known)):
        return
    words = "desk-moved" if heard.text else "desk-moved.unseen"
    number = format_mobile(heard.text) if heard.text else ""
    talk.write_to(agent.at, words, talk.ticket.id, name=name_of(talk.ticket), number=number)


def _told(heard: Inbound) -> str:
    """What can be read of it."""
    if heard.place is not None:
        return str(heard.place)
    if heard.card is not None:
        return f"{heard.card.name} {heard.card.phone}".strip()
    return heard.text


def _within_account(here: Address, there: Address) -> bool:
    """Only there a message can be shown as it was written."""
    return (here.channel, here.account) == (there.channel, there.account)


def file_of(heard: Inbound) -> Attachment | None:
    """What may be brought to somebody else."""
    return Attachment(heard.id, heard.media.kind) if heard.kind in FILES and heard.media and heard.media.ref else None


def words_of(heard: Inbound) -> Mapping[str, Any]:
    """What an agent's message gives to `say`."""
    return {"text": heard.text, "message": heard.message, "kind": heard.kind if heard.kind in FILES else "", "file": _row(heard)}


def _row(heard: Inbound) -> int:
    """0: nothing can be fetched."""
    return 0 if file_of(heard) is None else heard.id


def brought(talk: Talk, prompt: Prompt, given: Command) -> Prompt:
    """What an agent wrote goes with its file; what becomes of it is shown on that agent's own message."""
    message = given.input.get("message")
    if not message or given.at is None:
        return prompt
    words, file = Original(given.at, message), _given_file(given)
    if file is not None:
        talk.belonging[file.row] = given.ticket
    is_near = _within_account(given.at, address_of(talk.conversation))
    return evolve(prompt, carries=words, original=words if given.input.get("kind") and is_near else None, file=file)


def _given_file(given: Command) -> Attachment | None:
    row = given.input.get("file")
    return Attachment(row, given.input["kind"]) if row else None


def hindrance(talk: Talk, given: Command) -> str | None:
    """Why the file of what an agent wrote will never reach this customer, in words; None: it may, or there is none."""
    file, there = _given_file(given), address_of(talk.conversation)
    if not given.input.get("kind") or (given.at is not None and _within_account(given.at, there)):
        return None
    why = talk.turn.lost_file(file.row) if file and talk.turn.shows_files(there) else "elsewhere"
    return _reason(talk, f"{LOST}{dashed(why)}") if why else None


def tell_author(talk: Talk, heard: Undelivered) -> None:
    """What an agent wrote did not arrive, or may not have: that agent decides (F3). A customer's file that cannot be shown is told."""
    if heard.lost is not None:
        _tell_lost(talk, heard, heard.lost)
    if heard.carries is None:
        return
    kind = "unknown" if heard.unknown else "dead" if heard.dead else "shut" if heard.shut else "failed"
    values = {"name": name_of(talk.ticket), "reason": _reason(talk, heard.reason), "when": shut_since(talk)}
    text = talk.turn.say(f"undelivered.{kind}", values)
    options = tuple(_decision(talk, heard.row, act) for act in ("again", "leave"))
    prompt = Prompt("undelivered", text, options, purpose="relay")
    talk.letters.append(Letter(heard.carries.at, prompt, talk.ticket.id))


def _tell_lost(talk: Talk, heard: Undelivered, lost: Lost) -> None:
    text = talk.turn.say("relay-lost", {"text": Words(lost.text), "name": name_of(talk.ticket), "reason": _reason(talk, heard.reason)})
    talk.letters.append(Letter(lost.at, Prompt("relay", text.strip(), purpose="relay"), talk.ticket.id))


def _reason(talk: Talk, reason: str) -> str:
    """The platform's own words; of the file itself, ours."""
    return talk.turn.say(f"refused.{reason}") if reason.startswith(LOST) else reason


def _decision(talk: Talk, row: int, act: str) -> Option:
    return Option(act, label=talk.turn.say(f"undelivered.{act}"), data=pressing(Press("sent", row, act)))
