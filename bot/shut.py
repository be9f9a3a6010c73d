"""What the end of the window keeps back: why it did not go, and how it comes when the person writes again (F24)."""

from datetime import datetime

from bot.carrying import tell_author
from bot.copy import Words
from bot.result import Input, SetTimer
from bot.sent_back import ASK
from bot.talk import Talk
from bot.window import as_question, fits_template, has_template, is_shut
from core.conversations import Prompt
from core.messages import SIGNALS, Command, Inbound, Kind, Shut, Undelivered
from core.records import evolve

AGENCY = "agent"  # author of what somebody of the agency said whose name is not known
# Meta: "when a customer messages you", or calls (https://developers.facebook.com/docs/whatsapp/conversation-types). Of reactions it says
# nothing; a provider counts them (https://docs.apifycloud.io/guides/whatsapp/messaging-model). Who does not is refused nothing by WhatsApp.
OPENS_NOTHING: frozenset[Kind] = SIGNALS | {"edited"}


def open_window(talk: Talk, said: Inbound) -> None:
    """The person's own words open it, from the moment at which they were written; what waited for that comes now."""
    opens = said.author == "customer" and said.kind not in OPENS_NOTHING
    open_from(talk, min(said.sent_at or talk.turn.now, talk.turn.now) if opens else None)


def open_from(talk: Talk, moment: datetime | None) -> None:
    """The person wrote then; None: they have not, and a talk in which they never have is shut."""
    window, was_shut, before = talk.turn.window, is_shut(talk), talk.conversation.free_until
    if window is None:
        return
    until = moment + window if moment else talk.turn.now
    if before is None or (moment and until > before):
        talk.conversation = evolve(talk.conversation, free_until=until)
    if was_shut and not is_shut(talk):
        _bring_what_waited(talk)


def _bring_what_waited(talk: Talk) -> None:
    """News of tickets that are not talked about now, and what people asked back; each in a turn of its own."""
    talk.timers += [SetTimer("notice", number, talk.turn.now) for number in talk.turn.owing() if number != talk.ticket.id]
    ticket = talk.turn.sent_back()
    if ticket is not None and (ticket.id != talk.ticket.id or talk.step.rests):
        talk.forwards.append(Command(ASK, ticket.id, by="rule"))


def hear_shut(talk: Talk, heard: Input) -> bool:
    """What was said came too late: it goes in a template, if there is one; else it waits, and people see that it does."""
    if not isinstance(heard, Undelivered) or heard.shut is None:
        return False
    talk.event("undelivered", actor="rule", after={"reason": heard.reason})
    has_just_written = talk.conversation.heard_at == talk.turn.now
    if not has_just_written and not is_shut(talk):  # the platform knows better
        talk.conversation = evolve(talk.conversation, free_until=talk.turn.now)
    talk.silent = True
    match heard.shut.purpose:
        case "agent":
            _say_again(talk, heard, heard.shut)
        case "note":
            _owe_again(talk, heard.shut)
        case _:
            _ask_again(talk)
    return True


def _say_again(talk: Talk, heard: Undelivered, said: Shut) -> None:
    """An agent's words; of those that cannot go, and of a file, the agent hears."""
    holder = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    by, ticket = holder.name if holder else AGENCY, talk.named(said.ticket) or talk.ticket
    prompt = Prompt("agent", Words(said.text), purpose="agent", by=by, carries=heard.carries, ticket=ticket.id)
    if said.text and not is_shut(talk):
        talk.prompts.append(prompt)
    elif said.text and fits_template(talk, ticket, prompt.text) and (form := as_question(talk, ticket, prompt)) is not None:
        talk.prompts.append(form)
    else:
        tell_author(talk, heard if is_shut(talk) else evolve(heard, shut=None))
        talk.wait()


def _owe_again(talk: Talk, said: Shut) -> None:
    """The end of the turn tells it, or keeps it."""
    ticket = talk.named(said.ticket) or talk.ticket
    talk.replace(evolve(ticket, owes=(*ticket.owes, ("told-late", {"text": said.text}))))
    if is_shut(talk) and not has_template(talk, "status"):
        talk.wait()


def _ask_again(talk: Talk) -> None:
    """The open question, if a person has not taken the talk over."""
    if is_shut(talk) and not has_template(talk, "question"):
        talk.wait()
    elif not talk.owned:
        talk.silent = False
