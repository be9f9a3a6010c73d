"""What people did is told to the customer in one message, by day; at night a timer keeps it for the morning."""

from bot.result import SetTimer
from bot.talk import Talk
from bot.timers import is_day, morning
from core.conversations import Prompt
from core.records import evolve
from core.tickets import Ticket

LATER = frozenset({"greeting", "noted", "number-known", "reference"})  # what the next question says; nobody is woken for it


def tell_owed(talk: Talk) -> None:
    """Sends what the tickets of this turn owe and no question took along."""
    for ticket in (talk.ticket, *talk.others.values()):
        if ticket.reply_to == talk.conversation.id and (owed := [each for each in ticket.owes if each[0] not in LATER]):
            _tell(talk, ticket, owed)


def _tell(talk: Talk, ticket: Ticket, owed: list[tuple[str, dict[str, str]]]) -> None:
    if not is_day(talk, ticket):
        talk.timers.append(SetTimer("notice", ticket.id, morning(talk, ticket)))
        return
    text = "\n".join(talk.turn.say(words, values) for words, values in owed)
    talk.prompts.append(Prompt(owed[-1][0], text, purpose="note"))
    talk.replace(evolve(ticket, owes=tuple(each for each in ticket.owes if each[0] in LATER)))
