"""What the house itself passes from one line to another: words of a customer, the end of an agent's rights."""

from collections.abc import Callable, Mapping, Sequence

from bot.commands.refusal import refused
from bot.desk.chat import TELL_REFERENCE, leave_desk
from bot.desk.lists import take_next
from bot.leases import let_go
from bot.result import Event, Result
from bot.sent_back import ASK, hear_ask
from bot.submission import WORDS_OF_ANOTHER
from bot.talk import Talk
from bot.telling import NEWS, hear_news
from bot.window import is_shut
from core.agents import LOST_LINK, NEXT, RELEASE, UNLINK, Agent
from core.messages import Command
from core.permissions import Role
from core.records import evolve
from core.tickets import Status, Ticket, name_of


def add_words(talk: Talk, given: Command) -> Result:
    """A customer said elsewhere what belongs to this ticket: the words are kept here, and people look, unless it is over.

    Input: `words`, and `from`, the ticket that was talked about: merged into this one, or begun after it.
    """
    ticket = talk.named(given.ticket)
    if ticket is None:
        return refused(talk, "no-ticket")
    if ticket.status == Status.MERGED and ticket.merged_into:
        talk.forwards.append(evolve(given, ticket=ticket.merged_into))
        return Result("done")
    talk.events.append(Event(given.by, "added", ticket.id, after={"text": given.input["words"], "from": given.input["from"]}))
    if ticket.status not in (Status.CANCELLED, Status.MERGED):
        talk.replace(evolve(ticket, waiting_since=ticket.waiting_since or talk.turn.now))
        _show(talk, ticket, given)
    return Result("done")


def _show(talk: Talk, ticket: Ticket, given: Command) -> None:
    """What was said of a report that ended in this ticket, to whoever goes on with it; a reply is for the person who said it (F28)."""
    holder = talk.turn.agent(ticket.assignee_id) if ticket.assignee_id is not None else None
    there = talk.turn.find_ticket(f"#{given.input['from']}")
    if holder is not None and there is not None and there.status == Status.MERGED:
        values = {"name": name_of(ticket), "from": name_of(there), "text": given.input["words"]}
        talk.write_to(holder.at, "relay-merged", there.id, **values)


def unlink(talk: Talk, given: Command) -> Result:
    """Whoever wrote here is an agent no more: what was being registered stays as it is, and the chat begins anew, without cards."""
    leave_desk(talk)
    talk.send("desk-unlinked", "note")
    talk.ends_cards = True
    return Result("done")


def lose_link(talk: Talk, given: Command) -> Result:
    """The ids by which an agent acted may be another person's: nothing is said here, and admins hear of it. Input: `agent`."""
    leave_desk(talk)
    talk.ends_cards = True
    if (lost := talk.turn.agent(given.input["agent"])) is not None:
        for reader in _who_can_link(talk):
            talk.write_to(reader.at, "desk-lost-link", None, name=lost.name)
    return Result("done")


def _who_can_link(talk: Talk) -> Sequence[Agent]:
    """Where there is no admin, whoever leads finds one."""
    here = talk.turn.agents()
    return [each for each in here if each.role == Role.ADMIN] or [each for each in here if each.leads]


def release(talk: Talk, given: Command) -> Result:
    """The agent who had this talk works here no more: it is free. Input: `agent`."""
    if talk.conversation.agent_id == given.input["agent"]:
        let_go(talk, "agent")
        talk.wait()
    return Result("done")


def tell_reference(talk: Talk, given: Command) -> Result:
    """What an agent registered on the phone is talked about here from now on."""
    ticket = talk.named(given.ticket)
    if ticket is None:
        return refused(talk, "no-ticket")
    if is_shut(talk):
        talk.replace(evolve(ticket, owes=(*ticket.owes, ("reference-by-phone", {"reference": ticket.reference or ""}))))
    else:
        talk.send("reference-by-phone", "reference", reference=ticket.reference or "")
    return Result("done")


PASSED_ON: Mapping[str, Callable[[Talk, Command], object]] = {
    WORDS_OF_ANOTHER: add_words,
    NEWS: hear_news,
    ASK: hear_ask,
    UNLINK: unlink,
    LOST_LINK: lose_link,
    NEXT: take_next,
    RELEASE: release,
    TELL_REFERENCE: tell_reference,
}
