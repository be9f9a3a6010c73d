"""Who has a talk, and for how long: the lease of an agent runs while the customer waits, and ends after half a day without a word."""

from datetime import timedelta

from bot.flows import STEPS
from bot.machine import BEGIN, walk
from bot.result import SetTimer
from bot.sent_back import AT_REST
from bot.steps import Step
from bot.talk import Talk
from core.conversations import Owner
from core.messages import Inbound, Timer
from core.reading import CORRECTABLE
from core.records import evolve
from core.tickets import OVER, UNFINISHED, Status, Ticket, has_open_alert, name_of

IDLE = timedelta(hours=12)  # without a word of either side: then the assistant has the talk again (design: agents)
LEASE, REST = "lease", "idle"  # timers of the conversation, whatever ticket is talked about


def begin_lease(talk: Talk) -> None:
    """The customer waits for an answer of the agent who has the talk, from now on unless they do already."""
    if talk.conversation.agent_id is not None and talk.conversation.lease_until is None:
        until = talk.turn.now + talk.turn.lease
        talk.conversation = evolve(talk.conversation, lease_until=until)
        talk.timers += (SetTimer(LEASE, 0, until), SetTimer(REST, 0, None))


def answered(talk: Talk) -> None:
    """The customer has been answered, or has not written since the talk was taken over."""
    if talk.conversation.agent_id is not None:
        talk.conversation = evolve(talk.conversation, lease_until=None, answered_at=talk.turn.now)
        talk.timers += (SetTimer(LEASE, 0, None), SetTimer(REST, 0, talk.turn.now + IDLE))


def attend(talk: Talk) -> None:
    """Somebody writes from the agency's own telephone: the talk is a person's, though nobody knows whose."""
    it, now = talk.conversation, talk.turn.now
    talk.conversation = evolve(it, owner="agent", agent_since=it.agent_since or now, lease_until=None, answered_at=now)
    talk.timers += (SetTimer(LEASE, 0, None), SetTimer(REST, 0, now + IDLE))


def let_go(talk: Talk, owner: Owner) -> None:
    """No agent has the talk any more: the bot does, or whoever claims it. So it is with its ticket, unless its work has begun."""
    if talk.conversation.attended:
        if talk.ticket.assignee_id == talk.conversation.agent_id is not None and talk.ticket.status != Status.IN_PROGRESS:
            talk.set(assignee_id=None)
        talk.timers += (SetTimer(LEASE, 0, None), SetTimer(REST, 0, None))
    talk.conversation = evolve(talk.conversation, owner=owner, agent_id=None, agent_since=None, lease_until=None, answered_at=None)


def return_to_bot(talk: Talk) -> None:
    """What happened meanwhile may have changed the path, so it is walked anew."""
    let_go(talk, "bot")
    talk.offer = None
    if talk.ticket.status in UNFINISHED and not talk.ticket.hazards:
        talk.set(waiting_since=None)  # what was said meanwhile is answered by the bot
    for step in _outdated(talk):
        talk.drop(step)
    is_in_danger = talk.state.startswith("safety.") and has_open_alert(talk.ticket)
    if not is_in_danger:
        talk.state = AT_REST if _asks_nothing(talk.ticket) else BEGIN


def _asks_nothing(ticket: Ticket) -> bool:
    """It is over, or its form is sent and nothing was asked back."""
    return ticket.status in OVER or (ticket.submitted_at is not None and ticket.status != Status.SENT_BACK)


def _outdated(talk: Talk) -> list[Step]:
    """What the customer named to a person corrects its earlier answer, as it would have done with the bot (F13)."""
    if talk.ticket.submitted_at:
        return []
    steps = [STEPS[state] for state in walk(talk.answers, talk.turn)[:-1]]
    return [step for step in steps if any(_is_news(talk, step, key) for key in step.fills)]


def _is_news(talk: Talk, step: Step, key: str) -> bool:
    name = key.partition(".")[2]
    said, answer = talk.said.get(name), talk.answers.get(key)
    if name not in CORRECTABLE or said is None or said.sent_at is None or answer is None or said.text == answer.text:
        return False
    is_set_by_danger = name == "priority" and not step.changeable(talk.answers)
    return not is_set_by_danger and (answer.at is None or said.sent_at > answer.at)


def go_on_with_bot(talk: Talk, heard: Inbound, detail: str) -> None:
    """[Continuar com a assistente]: the customer takes the talk back, and its agent hears of it."""
    if talk.owned:
        talk.event("give_back")
    agent = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    if agent is not None:
        talk.write_to(agent.at, "desk-taken-back", talk.ticket.id, name=name_of(talk.ticket))
    return_to_bot(talk)


def hear_lease(talk: Talk, heard: Timer) -> None:
    """The customer has waited too long: the talk is free for everybody, and its agent hears why (F15)."""
    talk.silent = True
    it = talk.conversation
    if it.agent_id is None or it.lease_until is None or it.lease_until > talk.turn.now:
        return None
    if talk.ticket.waiting_since is None:
        return answered(talk)
    agent = talk.turn.agent(it.agent_id)
    let_go(talk, "agent")
    talk.wait()
    talk.event("free", actor="rule", before={"agent": agent and agent.name})
    talk.alert("free")
    if agent is not None:
        talk.write_to(agent.at, "desk-freed", talk.ticket.id, name=name_of(talk.ticket))
    return None


def hear_idle(talk: Talk, heard: Timer) -> None:
    """Neither side has said anything for half a day: the assistant has the talk again, and says nothing of it."""
    talk.silent = True
    it = talk.conversation
    if it.lease_until is not None or it.answered_at is None or it.answered_at + IDLE > talk.turn.now:
        return
    if it.agent_id is None and talk.ticket.waiting_since is not None:  # the customer has asked since: people answer
        return
    talk.event("give_back", actor="rule")
    return_to_bot(talk)
