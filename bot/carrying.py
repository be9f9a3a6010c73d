"""Words and files between an agent's chat and a customer's, and what becomes of them on the way."""

from collections.abc import Mapping
from typing import Any

from bot.result import Letter
from bot.talk import Talk
from bot.window import shut_since
from core.conversations import Option, Prompt, address_of
from core.messages import FILES, Address, Command, Inbound, Original, Undelivered
from core.presses import Press, pressing
from core.records import evolve
from core.tickets import name_of


def relay(talk: Talk, heard: Inbound) -> None:
    """What the customer says goes to the agent who has the talk, with its file where both are on one channel."""
    agent = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    if agent is None or agent.at is None:
        return
    has_file, here = heard.kind in FILES, address_of(talk.conversation)
    original = Original(here, heard.message) if has_file and heard.message and reaches(here, agent.at) else None
    values = {"name": name_of(talk.ticket), "text": heard.text}
    if heard.kind == "deleted" or (has_file and original is None):
        text = talk.turn.say("relay-file", values | {"kind": talk.turn.say(f"queue-said.{heard.kind}")})
    else:
        text = talk.turn.say("relay", values)
    prompt = Prompt("relay", text.strip(), purpose="relay", original=original)
    talk.letters.append(Letter(agent.at, prompt, talk.ticket.id))


def reaches(here: Address, there: Address) -> bool:
    """Whether a message can be shown there as it is here: only within one account of one channel."""
    return (here.channel, here.account) == (there.channel, there.account)


def words_of(heard: Inbound) -> Mapping[str, Any]:
    """What an agent's message gives to `say`."""
    return {"text": heard.text, "message": heard.message, "file": heard.kind in FILES}


def brought(prompt: Prompt, given: Command) -> Prompt:
    """What an agent wrote goes with its file; what becomes of it is shown on that agent's own message."""
    message = given.input.get("message")
    if not message or given.at is None:
        return prompt
    words = Original(given.at, message)
    return evolve(prompt, carries=words, original=words if given.input.get("file") else None)


def tell_author(talk: Talk, heard: Undelivered) -> None:
    """What an agent wrote did not arrive, or may not have: that agent decides (F3)."""
    if heard.carries is None:
        return
    kind = "unknown" if heard.unknown else "dead" if heard.dead else "shut" if heard.shut else "failed"
    values = {"name": name_of(talk.ticket), "reason": heard.reason, "when": shut_since(talk)}
    text = talk.turn.say(f"undelivered.{kind}", values)
    options = tuple(_decision(talk, heard.row, act) for act in ("again", "leave"))
    prompt = Prompt("undelivered", text, options, purpose="relay")
    talk.letters.append(Letter(heard.carries.at, prompt, talk.ticket.id))


def _decision(talk: Talk, row: int, act: str) -> Option:
    return Option(act, label=talk.turn.say(f"undelivered.{act}"), data=pressing(Press("sent", row, act)))
