"""How far the assistant goes by itself with one ticket."""

from bot.commands.refusal import done, refused
from bot.result import Result
from bot.supervision import hand_over_if_manual
from bot.talk import Talk
from core.messages import Command
from core.records import evolve
from core.supervision import Level
from core.tickets import Ticket, name_of


def supervise(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Until it is submitted: then it is decided. Input: `level`."""
    if ticket.submitted_at:
        return refused(talk, "submitted")
    after = evolve(ticket, supervision=Level(given.input["level"]))
    before = talk.level_of(ticket)
    talk.replace(after)
    talk.record(given.by, "supervise", ticket, {"level": before}, {"level": after.supervision})
    if ticket.id == talk.conversation.ticket_id and not talk.owned:
        hand_over_if_manual(talk)
        talk.silent = not talk.owned
    return done(talk, "supervise", name=name_of(ticket), level=talk.turn.say(f"level-name.{after.supervision}"))
