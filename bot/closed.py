"""While nobody works: from when people answer, told once in each closed period (F25)."""

from bot.copy import Words
from bot.moments import clock, day_words
from bot.talk import Talk
from core.records import evolve


def when_people_answer(talk: Talk) -> Words:
    """ "em breve" while people work, else from when, which counts as told: "a partir de amanhã, 8h"."""
    turn = talk.turn
    opens = turn.calendar().opens_next(turn.now)
    if opens is None:
        return Words(turn.say("when.soon"))
    talk.conversation = evolve(talk.conversation, told_opening_at=opens)
    there = turn.local(opens)
    return Words(turn.say("when.from", {"day": day_words(turn.say, there, turn.local(turn.now)), "time": clock(there)}))


def tell_closed(talk: Talk) -> None:
    """Who writes to people while nobody works hears when that ends; but not an agent's own customer, and not in danger."""
    if talk.conversation.attended or talk.ticket.hazards:
        return
    opens = talk.turn.calendar().opens_next(talk.turn.now)
    if opens is not None and opens != talk.conversation.told_opening_at:
        talk.tell("closed", when=when_people_answer(talk))
