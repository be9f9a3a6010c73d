"""What is heard in an agent's chat, in order. Nothing that begins with a slash ever reaches a customer."""

from collections.abc import Callable, Mapping

from bot.call_ears import hear_call_act, hear_call_word, hear_line, hear_no_text, hear_search
from bot.desk import sit_down
from bot.offered import hear_offered
from bot.talk import Talk
from bot.taps import hear_page, hear_stale_tap
from core.agents import Agent
from core.conversations import address_of
from core.messages import Command, Inbound
from core.names import fold

VERBS: Mapping[str, str] = {  # what an agent types → act
    "assumir": "claim",
    "devolver": "give_back",
    "falar": "say",
    "nota": "note",
    "aprovar": "approve",
    "iniciar": "start",
    "resolver": "resolve",
    "encerrar": "close",
    "reabrir": "reopen",
    "cuidando": "acknowledge",
    "perigo encerrado": "end_hazard",
}
ON_CARDS = frozenset({"acknowledge"})


def hear_link(talk: Talk, heard: Inbound) -> bool:
    """The one-time link of an agent, opened in a private chat; the worker has looked whose it is."""
    if not heard.payload:
        return False
    sit_down(talk)
    agent = writer(talk, heard)
    talk.event("link", actor=agent.name)
    talk.send("desk-linked", "note", name=agent.name)
    return True


def writer(talk: Talk, heard: Inbound) -> Agent:
    """Who writes here. Only agents are heard by these ears, and in one transaction nobody is removed."""
    agent = talk.turn.agent(heard.agent) if heard.agent is not None else None
    if agent is None:
        raise LookupError(f"no agent wrote {heard.id}")
    return agent


def hear_slash(talk: Talk, heard: Inbound) -> bool:
    text = heard.typed or heard.text
    if not text.startswith("/") or text.startswith("//"):
        return False
    talk.silent = True
    verb, rest = _verb(text[1:])
    if (act := VERBS.get(verb)) is None:
        talk.send("desk-help", "note")
    elif (named := _named(talk, heard, rest)) is None:
        talk.send("desk-which", "note", verb=verb)
    else:
        ask_for(talk, heard, act, *named)
    return True


def _verb(text: str) -> tuple[str, str]:
    """The verb, of two words where there is such a one, and the rest."""
    first, _, rest = text.partition(" ")
    second, _, others = rest.strip().partition(" ")
    longer = f"{fold(first)} {fold(second)}"
    return (longer, others) if longer in VERBS else (fold(first), rest)


def hear_card(talk: Talk, heard: Inbound) -> bool:
    """A button of a card."""
    if heard.act not in ON_CARDS:
        return False
    talk.silent = True
    ask_for(talk, heard, heard.act, heard.about)
    return True


def _named(talk: Talk, heard: Inbound, rest: str) -> tuple[int, str] | None:
    """The ticket that is meant, and what follows its name: typed, or that of the message replied to."""
    first, _, more = rest.strip().partition(" ")
    ticket = talk.turn.find_ticket(first) if first else None
    if ticket is not None:
        return ticket.id, more.strip()
    replied = talk.turn.replied_ticket(heard.replies_to) if heard.replies_to else None
    return None if replied is None else (replied, rest.strip())


def ask_for(talk: Talk, heard: Inbound, act: str, ticket_id: int, text: str = "") -> None:
    """The act goes into the ticket's line, where it is done with the rights of that moment."""
    agent, given = writer(talk, heard), {"text": text} if text else {}
    talk.forwards.append(Command(act, ticket_id, agent.name, agent.id, given, address_of(talk.conversation)))


def hear_reply(talk: Talk, heard: Inbound) -> bool:
    """A reply to a card or to a customer's words goes to that customer; with `//` it is a note for colleagues."""
    if not heard.replies_to:
        return False
    talk.silent = True
    ticket = talk.turn.replied_ticket(heard.replies_to)
    if ticket is None:
        talk.send("desk-reply-unknown", "note")
    else:
        is_note = heard.text.startswith("//")
        ask_for(talk, heard, "note" if is_note else "say", ticket, heard.text.removeprefix("//").strip())
    return True


def hear_nothing_open(talk: Talk, heard: Inbound) -> bool:
    """What nobody asked for is never guessed at, nor sent to anybody."""
    if not talk.step.rests:
        return False
    talk.silent = True
    talk.send("desk-whom", "note")
    return True


AGENT_EARS: tuple[Callable[[Talk, Inbound], bool], ...] = (
    hear_link,
    hear_call_word,
    hear_card,
    hear_slash,
    hear_reply,
    hear_page,
    hear_call_act,
    hear_stale_tap,
    hear_offered,
    hear_nothing_open,
    hear_no_text,
    hear_search,
    hear_line,
)
