"""What an agent asks to see: the queue, the next one, their own tickets, one ticket, who is on call, and what can be asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.desk.addressing import label_of
from bot.desk.forwarding import writer
from bot.desk.ticket_words import TicketWords
from bot.result import Event
from bot.talk import Talk
from core.agents import NEXT, Agent
from core.conversations import Option, Prompt, address_of
from core.messages import Command, Inbound
from core.names import fold
from core.permissions import is_possible, may
from core.presses import Press, pressing
from core.queue import Only, QueueEntry
from core.tickets import name_of
from core.utf16 import head_of

PAGE = 8  # tickets in one message; with [Mais] these are as many buttons as every channel has
LONGEST_LINE = 160  # UTF-16 units of a line in a list
PARTS: Mapping[str, Only] = {  # of the queue, as people type them
    "": Only.ANY,
    "alta": Only.HIGH,
    "minhas": Only.MINE,
    "sla": Only.SOON_LATE,
    "rascunhos": Only.DRAFTS,
}


def hear_list(talk: Talk, heard: Inbound) -> bool:
    """A slash and one of the words by which something is asked for."""
    verb, _, rest = heard.typed.removeprefix("/").partition(" ")
    show = LISTS.get(fold(verb)) if heard.typed else None
    if show is None:
        return False
    talk.silent = True
    show(talk, heard, fold(rest))
    return True


# ── the queue ────────────────────────────────────────────────────────────────


def _queue(talk: Talk, heard: Inbound, part: str) -> None:
    if part in PARTS:
        show_queue(talk, writer(talk, heard), part)
    else:
        talk.send("list-parts", "note")


def show_queue(talk: Talk, agent: Agent, part: str, first: int = 0) -> None:
    """One page; nothing of a person but the name."""
    entries = talk.turn.waiting(PARTS.get(part, Only.ANY), agent.id)
    more = Press("queue", first + PAGE, "more", part) if len(entries) > first + PAGE else None
    _show(talk, agent, "list-queue" if part in ("", None) else "list-queue-part", entries, first, more)


def _mine(talk: Talk, heard: Inbound, rest: str) -> None:
    agent = writer(talk, heard)
    _show(talk, agent, "list-mine", talk.turn.assigned(agent.id), 0, None)


def _show(talk: Talk, agent: Agent, words: str, entries: Sequence[QueueEntry], first: int, more: Press | None) -> None:
    page = entries[first : first + PAGE]
    if not page:
        talk.send("list-empty", "note")
        return
    head = talk.turn.say(words, {"count": str(len(entries)), "first": str(first + 1), "last": str(first + len(page))})
    text = "\n\n".join((head, *(_short(talk, each) for each in page)))
    options = [Option("view", label=name_of(each.ticket), data=pressing(Press("ticket", each.ticket.id, "view"))) for each in page]
    options += [Option("more", label=talk.turn.say("list-more"), data=pressing(more))] if more else []
    only = page[0].ticket.id if len(page) == 1 else None
    talk.prompts.append(Prompt(words, text, tuple(options), purpose="note", ticket=only))
    _looked(talk, agent, words, page)


def _short(talk: Talk, entry: QueueEntry) -> str:
    words = TicketWords(talk.turn.say, talk.turn.now, talk.turn.local)
    return "\n".join(head_of(line, LONGEST_LINE) for line in words.short(entry).splitlines())


def _looked(talk: Talk, agent: Agent, what: str, entries: Iterable[QueueEntry]) -> None:
    """Each look-up is history, with the contacts that were shown."""
    for each in entries:
        shown = each.contact.id if each.contact else None
        talk.events.append(Event(agent.name, "view", each.ticket.id, shown, after={"in": what}))


# ── one ticket ───────────────────────────────────────────────────────────────


def _ticket(talk: Talk, heard: Inbound, rest: str) -> None:
    found = talk.turn.find_ticket(rest) if rest else None
    number = found.id if found else talk.turn.replied_ticket(heard.replies_to) if heard.replies_to else None
    if number is None:
        ask_which(talk, heard, "chamado")
    else:
        view(talk, writer(talk, heard), number)


def ask_which(talk: Talk, heard: Inbound, verb: str, act: str = "", unknown: str = "") -> None:
    """Never guessed: the agent's own tickets to which that may be done, each by a button that shows its card."""
    own = [each.ticket for each in talk.turn.assigned(writer(talk, heard).id)]
    fitting = [each for each in own if not act or is_possible(act, each.status)][:PAGE]
    words = "desk-which.unknown" if unknown else "desk-which.own" if fitting else "desk-which"
    text = talk.turn.say(words, {"verb": verb, "name": unknown})
    options = [Option("view", label=label_of(each), data=pressing(Press("ticket", each.id, "view"))) for each in fitting]
    talk.prompts.append(Prompt("desk-which", text, tuple(options), purpose="note"))


def view(talk: Talk, agent: Agent, ticket_id: int) -> None:
    """Its card, whole, at the bottom of the chat."""
    entry = talk.turn.entry(ticket_id)
    if entry is None:
        talk.send("refused.no-ticket", "note")
        return
    talk.shows.append(ticket_id)
    _looked(talk, agent, "card", [entry])


# ── the next one ─────────────────────────────────────────────────────────────


def _next(talk: Talk, heard: Inbound, rest: str) -> None:
    claim_next(talk, writer(talk, heard), ())


def claim_next(talk: Talk, agent: Agent, tried: Sequence[int]) -> None:
    """The most urgent one that nobody has. Who else wants it is quicker at times: then this is asked again, without that one."""
    entries = talk.turn.waiting(Only.ANY, agent.id)
    free = next((each.ticket for each in entries if each.ticket.assignee_id is None and each.ticket.id not in tried), None)
    if free is None:
        talk.send("list-none-free", "note")
        return
    given = {"tried": [*tried, free.id], "chat": talk.conversation.id}
    talk.forwards.append(Command("claim", free.id, agent.name, agent.id, given, address_of(talk.conversation)))


def take_next(talk: Talk, given: Command) -> None:
    """The one before was taken meanwhile. Input: `tried`."""
    agent = talk.turn.agent(given.agent) if given.agent is not None else None
    if agent is not None:
        claim_next(talk, agent, given.input["tried"])


def next_again(given: Command) -> Command:
    """What goes back into the chat where the next one was asked for."""
    return Command(NEXT, 0, given.by, given.agent, {"tried": given.input["tried"]}, given.at, line=given.input["chat"])


# ── the others ───────────────────────────────────────────────────────────────


def _on_call(talk: Talk, heard: Inbound, rest: str) -> None:
    agent, is_on_call = writer(talk, heard), rest != "sair"
    talk.turn.set_on_call(agent.id, on_call=is_on_call)
    talk.events.append(Event(agent.name, "on_call", 0, before=agent.on_call, after=is_on_call))
    talk.send("list-on-call" if is_on_call else "list-off-call", "note")


def _help(talk: Talk, heard: Inbound, rest: str) -> None:
    """What there is for this role."""
    role = writer(talk, heard).role
    lines = [
        talk.turn.say("list-calls"),
        talk.turn.say("list-help"),
        talk.turn.say("list-acts"),
        *(talk.turn.say(f"list-acts.{act.replace('_', '-')}") for act in HELP if may(role, act)),
    ]
    talk.prompts.append(Prompt("list-help", "\n".join(lines), purpose="note"))


HELP = (  # in the order of a ticket's life
    *("claim", "take_from", "say", "note", "give_back", "transfer", "approve", "correct", "send_back", "prioritise", "assign"),
    *("start", "resolve", "close", "reopen", "merge", "cancel", "supervise", "acknowledge", "end_hazard"),
)
LISTS: Mapping[str, Callable[[Talk, Inbound, str], None]] = {
    "fila": _queue,
    "meus": _mine,
    "chamado": _ticket,
    "proximo": _next,
    "plantao": _on_call,
    "ajuda": _help,
}
