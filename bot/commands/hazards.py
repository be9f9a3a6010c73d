"""What agents do about a danger: one sees to it, and somebody says that it is over."""

from bot.alerts.hazards import end, stop
from bot.alerts.letters import alert_of
from bot.commands.refusal import refused
from bot.result import Event, Result
from bot.talk import Talk
from core.hazard_alerts import HazardAlert
from core.messages import Command
from core.records import evolve
from core.tickets import Ticket, is_told


def acknowledge(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Nobody else is called, and whoever is in danger hears who sees to it, at any hour; the danger stands until somebody ends it."""
    alert = alert_of(talk, ticket)
    if alert is None:
        return refused(talk, "no-alert")
    if alert.acknowledged_by is not None:
        return _taken(talk, alert, given)
    stop(talk, ticket, evolve(alert, acknowledged_at=talk.turn.now, acknowledged_by=given.by), "alert-acknowledged", {"name": given.by})
    if is_told(ticket):
        talk.send("alert-taken-on", "safety", name=given.by)
    talk.events.append(Event(given.by, "acknowledge", ticket.id, ticket.contact_id, after={"hazards": alert.kinds}))
    return Result("done")


def _taken(talk: Talk, alert: HazardAlert, given: Command) -> Result:
    """Twice by the same person is once."""
    if alert.acknowledged_by == given.by:
        return Result("done")
    return Result("conflict", talk.turn.say("refused.acknowledged", {"name": alert.acknowledged_by or ""}))


def end_hazard(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The danger is over, by the word of a person. Input: `text`, how that is known."""
    alert = alert_of(talk, ticket)
    if alert is None:
        return refused(talk, "no-alert")
    if not (words := str(given.input.get("text") or "").strip()):
        return refused(talk, "words")
    talk.replace(evolve(ticket, hazards={}))
    end(talk, ticket, given.by, words)
    talk.events.append(Event(given.by, "end_hazard", ticket.id, ticket.contact_id, {"hazards": alert.kinds}, {"text": words}))
    return Result("done")
