"""What people did is told to the customer in one message, by day; at night a timer keeps it for the morning."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.copy import Words
from bot.result import SetTimer
from bot.talk import Talk
from bot.window import as_news, is_shut
from core.conversations import Prompt
from core.messages import Command
from core.records import evolve
from core.tickets import Ticket, is_told

DAY_BEGINS, DAY_ENDS = 8, 20  # local hours in which the bot writes of its own accord (design: supervision)
AGAIN = timedelta(hours=1)  # what is owed while a person has the talk is looked at again
LATER = frozenset({"greeting", "noted", "number-known", "reference"})  # what the next question says; nobody is woken for it
NEWS = "tell_news"  # the act that brings news of a ticket to those whose reports ended in it


def owe(ticket: Ticket, words: str, values: dict[str, str]) -> Ticket:
    """The ticket, whose customer shall hear of what was done. It is for `replace`."""
    return evolve(ticket, owes=(*ticket.owes, (words, values))) if is_told(ticket) else ticket


def owe_everybody(talk: Talk, ticket: Ticket, given: Command, words: str, values: dict[str, str]) -> Ticket:
    """How the ticket goes on: everybody whose report ended in it hears that too, each in their own talk (F28)."""
    _pass_on(talk, ticket, given, words, values, ())
    return _owe_now(talk, ticket, given, words, values)


def _owe_now(talk: Talk, ticket: Ticket, given: Command, words: str, values: dict[str, str]) -> Ticket:
    """Where whoever did it has the talk, it is that person's word and does not wait for the end of it."""
    if given.agent is not None and given.agent == talk.conversation.agent_id:
        talk.tells_now.add(ticket.id)
    return owe(ticket, words, values)


def _pass_on(talk: Talk, ticket: Ticket, given: Command, words: str, values: dict[str, str], told: Collection[int]) -> None:
    """`told`: conversations that know already."""
    news = {"words": words, "values": values, "told": [*told, *([ticket.reply_to] if ticket.reply_to is not None else [])]}
    talk.forwards += [Command(NEWS, each.id, given.by, given.agent, news) for each in talk.turn.merged_into(ticket.id)]


def hear_news(talk: Talk, given: Command) -> None:
    """Of the ticket in which this one ended. Who has reported twice hears it once."""
    ticket, (words, values, told) = talk.named(given.ticket), (given.input[name] for name in ("words", "values", "told"))
    if ticket is None:
        return
    _pass_on(talk, ticket, given, words, values, told)
    if ticket.reply_to not in told:
        talk.replace(_owe_now(talk, ticket, given, words, values))


def tell_owed(talk: Talk) -> None:
    """Sends what the tickets of this turn owe and no question took along."""
    for ticket in (talk.ticket, *talk.others.values()):
        owed = [each for each in ticket.owes if each[0] not in LATER]
        if owed and ticket.reply_to == talk.conversation.id and not _is_asked(talk, ticket):
            _tell(talk, ticket, owed)


def _is_asked(talk: Talk, ticket: Ticket) -> bool:
    """Its next question takes along what is owed."""
    return ticket.id == talk.conversation.ticket_id and not talk.owned and not talk.step.rests


def _tell(talk: Talk, ticket: Ticket, owed: list[tuple[str, dict[str, str]]]) -> None:
    at_night, in_danger = not is_day(talk, ticket), talk.state.startswith("safety.")
    if at_night or in_danger or _speaks_a_person(talk, ticket):
        talk.timers.append(SetTimer("notice", ticket.id, morning(talk, ticket) if at_night else talk.turn.now + AGAIN))
        return
    text = Words("\n".join(talk.turn.say(words, values) for words, values in owed))
    news = Prompt(owed[-1][0], text, purpose="note", ticket=ticket.id)
    told = as_news(talk, ticket, news) if is_shut(talk) else news
    if told is not None:  # else it waits until the person writes
        talk.prompts.append(told)
        talk.replace(evolve(ticket, owes=tuple(each for each in ticket.owes if each[0] in LATER)))


def _speaks_a_person(talk: Talk, ticket: Ticket) -> bool:
    """Beside one the bot says nothing of its own accord (F12), but what that person did is that person's word."""
    return talk.conversation.attended and ticket.id not in talk.tells_now


def is_day(talk: Talk, ticket: Ticket) -> bool:
    """Where its home is."""
    return DAY_BEGINS <= _local(talk, ticket).hour < DAY_ENDS


def morning(talk: Talk, ticket: Ticket) -> datetime:
    """The next time the day begins, where its home is."""
    local = _local(talk, ticket)
    begins = local.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    return begins if begins > local else begins + timedelta(days=1)


def _local(talk: Talk, ticket: Ticket) -> datetime:
    return talk.turn.now.astimezone(talk.turn.calendar(ticket.home_id).zone)
