"""What people did is told to the customer in one message, by day; at night a timer keeps it for the morning."""

from datetime import datetime, timedelta

from bot.copy import Words
from bot.result import SetTimer
from bot.talk import Talk
from bot.window import as_news, is_shut
from core.conversations import Prompt
from core.records import evolve
from core.tickets import Ticket

DAY_BEGINS, DAY_ENDS = 8, 20  # local hours in which the bot writes of its own accord (design: supervision)
AGAIN = timedelta(hours=1)  # what is owed while a person has the talk is looked at again
LATER = frozenset({"greeting", "noted", "number-known", "reference"})  # what the next question says; nobody is woken for it


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
    if at_night or in_danger or talk.conversation.attended:  # beside a person the bot says nothing of its own accord (F12)
        talk.timers.append(SetTimer("notice", ticket.id, morning(talk, ticket) if at_night else talk.turn.now + AGAIN))
        return
    text = Words("\n".join(talk.turn.say(words, values) for words, values in owed))
    news: Prompt | None = Prompt(owed[-1][0], text, purpose="note", ticket=ticket.id)
    if news is not None and is_shut(talk):
        news = as_news(talk, ticket, news)
    if news is None:  # it waits until the person writes
        return
    talk.prompts.append(news)
    talk.replace(evolve(ticket, owes=tuple(each for each in ticket.owes if each[0] in LATER)))


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
