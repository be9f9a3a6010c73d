"""What is heard, in this order: the first ear that says True has the message."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from bot.acts import ACTS
from bot.after_end import hear_after_end
from bot.alerts.hazards import hear_unrung
from bot.alerts.standing import hear_standing
from bot.answering import hear_answer, listen, take_answer
from bot.anywhere import act_meant
from bot.asking import question
from bot.carrying import relay, tell_author, tell_moved
from bot.closed import tell_closed
from bot.commands import obey
from bot.dangers import hear_danger_asked, hear_danger_question, hear_hazard, hear_illness, hear_relief
from bot.desk.ears import AGENT_EARS
from bot.doubts import ask_anew_if_unread, dispel, hear_doubt, may_be_unread
from bot.echoes import hear_echo
from bot.edits import hear_deleted, hear_edited
from bot.flows import STEPS
from bot.leases import begin_lease
from bot.offered import hear_offered, option_meant
from bot.pieces import hear_piece
from bot.places import hear_place
from bot.proof import hear_card
from bot.proving import hear_code
from bot.remarks import hear_foreign, hear_remark
from bot.result import Input
from bot.shut import hear_shut, open_from
from bot.slashes import hear_unknown_command
from bot.submission import WORDS_OF_ANOTHER
from bot.talk import Talk
from bot.taps import hear_page, hear_stale_tap
from bot.timers import TIMERS
from bot.unread import hear_unsupported
from core.conversations import Offer, Option, reached
from core.corrections import closes_correction, read_correction
from core.errors import Rejected
from core.messages import FILES, SIGNALS, Command, Inbound, Parked, Timer, Undelivered
from core.reading import is_greeting
from core.records import evolve
from core.small_talk import is_thanks, tells_something
from core.solved import says_solved

PAUSE = timedelta(hours=12)  # after it, what does not fit is met with a recap (design: one turn)
KEEP_THE_QUESTION = frozenset({"help", "status"})  # acts that leave the open question as it is, Offer included
WITH_A_PERSON = frozenset({"alarm", "status", "not_me", "continue"})  # acts that work while a person owns the talk (design: supervision)


def hear_command(talk: Talk, heard: Input) -> bool:
    """What an agent does, in the same line as the customer's words."""
    if not isinstance(heard, Command):
        return False
    talk.silent = True  # what is owed for it is told by day, whatever question is open
    obey(talk, heard)
    return True


def hear_timer(talk: Talk, heard: Input) -> bool:
    if not isinstance(heard, Timer):
        return False
    TIMERS[heard.kind](talk, heard)
    return True


def hear_parked(talk: Talk, heard: Input) -> bool:
    """A message that broke the bot: one apology, and a person; to an agent, a word that it was not done."""
    if not isinstance(heard, Parked):
        return False
    talk.event("parked", actor="rule", after=heard.id)
    if heard.agent is not None:
        talk.silent = True
        talk.send("desk-parked", "note")
        return True
    open_from(talk, talk.turn.now)  # a moment ago
    ACTS["person"](talk, Inbound(heard.id), "")
    talk.tell("parked")
    return True


def hear_undelivered(talk: Talk, heard: Input) -> bool:
    """What was said did not arrive: a person looks for another way."""
    if not isinstance(heard, Undelivered):
        return False
    talk.event("undelivered", actor="rule", after={"reason": heard.reason, "dead": heard.dead, "unknown": heard.unknown})
    if heard.code:
        talk.silent = True
        return True
    if talk.conversation.heard_at != talk.turn.now:  # who has just written can be reached
        talk.conversation = reached(talk.conversation, heard, talk.turn.now)
    tell_author(talk, heard)
    talk.wait()
    talk.silent = True
    return True


def hear_signal(talk: Talk, heard: Inbound) -> bool:
    """Nothing was said: neither a 👍 nor a person who takes the bot off answers anything. One hint a pause, where a question is open."""
    if heard.kind not in SIGNALS:
        return False
    talk.silent = True
    if heard.kind == "moved":
        tell_moved(talk, heard)
    if heard.kind == "reaction" and heard.text and not talk.owned and talk.open and not talk.step.rests:
        is_told = heard.kind in talk.ticket.waived and talk.turn.now - talk.open.asked_at < PAUSE
        talk.silent = is_told and not may_be_unread(talk)
    if not talk.silent:
        talk.set(waived=tuple(dict.fromkeys((*talk.ticket.waived, heard.kind))))
        talk.tell("reaction")
        dispel(talk)
    return True


def hear_act(talk: Talk, heard: Inbound) -> bool:
    """A button that does an act, or a word that works everywhere."""
    option = option_meant(talk, heard)
    does = option.does if option and isinstance(option.does, str) else act_meant(heard.text)
    name, _, detail = does.partition(" ")
    if not name or (talk.owned and name not in WITH_A_PERSON):
        return False
    if name not in KEEP_THE_QUESTION:
        talk.offer = None
    ACTS[name](talk, heard, detail)
    return True


def hear_for_person(talk: Talk, heard: Inbound) -> bool:
    """While a person owns the talk, words are kept and nothing is asked or refused."""
    if talk.owned:
        found = listen(talk, evolve(heard, choice=None))  # the label of an option is a word as any other
        if talk.ticket.hazards and "address" in found:
            _keep_place(talk)
        talk.silent = True
        if talk.conversation.agent_id is not None or not _pass_on(talk, heard):
            talk.wait()
            relay(talk, heard)
            begin_lease(talk)
            tell_closed(talk)
    return talk.owned


def _pass_on(talk: Talk, heard: Inbound) -> bool:
    """What belongs to the ticket in which this one ended, to its line."""
    if (there := talk.ticket.merged_into) is None:
        return False
    talk.forwards.append(Command(WORDS_OF_ANOTHER, there, by="customer", input={"words": heard.text, "from": talk.ticket.id}))
    return True


def _keep_place(talk: Talk) -> None:
    """Where the danger is stands on the ticket at once, also while nobody asks."""
    if "contract.home" not in talk.answers and "contract.address" not in talk.answers:
        with suppress(Rejected):
            found = STEPS["contract.address"].accept(talk.said["address"], talk.answers, talk.turn)
            if isinstance(found, dict):
                talk.fill(found)


def hear_after_pause(talk: Talk, heard: Inbound) -> bool:
    """After a long silence what fits is taken; else a recap and the question, and nothing is refused."""
    if not talk.open or talk.turn.now - talk.open.asked_at < PAUSE or talk.step.rests or option_meant(talk, heard):
        return False
    if not _says_nothing(heard) and take_answer(talk, heard) is None:  # no refusal is counted: nobody remembers the question
        return True
    talk.offer = Offer("resume", (Option("continue", "go_on"), Option("restart", "restart")))
    return True


def hear_at_rest(talk: Talk, heard: Inbound) -> bool:
    """After the reference nothing is asked: words go to the ticket. A greeting or thanks below a file needs no answer of its own."""
    if not talk.step.rests:
        return False
    talk.offer = None
    if heard.kind in FILES and (is_greeting(heard.text) or is_thanks(heard.text)):
        return True
    says_nothing = not heard.text.strip() or is_greeting(heard.text) or closes_correction(heard.text)  # "enviar", a second time
    if says_nothing or may_be_unread(talk):  # the reference stood in that
        ACTS["status"](talk, heard, "")
    if is_thanks(heard.text):
        talk.tell("thanks")
    elif says_solved(heard.text):
        talk.offer = Offer("offer-solved", (Option("yes", "close_wanted"), Option("no", "go_on")))
    elif (correction := read_correction(heard.text)) and not correction.value:
        talk.tell("change-in-words")
    elif not says_nothing:
        _add_to_ticket(talk, heard)
    return True


def _add_to_ticket(talk: Talk, heard: Inbound) -> None:
    if _pass_on(talk, heard):
        _tell_noted(talk)
        return
    found = listen(talk, heard)
    talk.event("added", after={"text": heard.text})
    if "priority" in found:
        talk.alert("priority", heard.text)
    talk.wait()
    _tell_noted(talk)
    tell_closed(talk)


def _tell_noted(talk: Talk) -> None:
    """Once a turn; that files were kept says so of their captions too."""
    if not talk.files and ("submitted-noted", {}) not in talk.lead:
        talk.tell("submitted-noted")


def hear_first(talk: Talk, heard: Inbound) -> bool:
    """Nothing was asked yet, so nothing can be refused."""
    if talk.open is None:
        listen(talk, heard)
        if "description" not in talk.said and not is_greeting(heard.text) and tells_something(heard.text):
            talk.said["description"] = heard
    return talk.open is None


def hear_nothing(talk: Talk, heard: Inbound) -> bool:
    """The open question is asked again, nothing is refused."""
    if not _says_nothing(heard):
        return False
    ask_anew_if_unread(talk)
    return True


def _says_nothing(heard: Inbound) -> bool:
    """A greeting, thanks, or no words at all."""
    return not heard.choice and (not heard.text.strip() or is_greeting(heard.text) or is_thanks(heard.text))


Ear = Callable[[Talk, Inbound], bool]
FOR_ALL: tuple[Callable[[Talk, Input], bool], ...] = (
    hear_command,
    hear_timer,
    hear_parked,
    hear_standing,
    hear_unrung,
    hear_shut,
    hear_doubt,
    hear_undelivered,
)
EARS: tuple[Ear, ...] = (
    hear_echo,
    hear_deleted,
    hear_signal,
    hear_hazard,
    hear_illness,
    hear_relief,
    hear_danger_question,
    hear_code,
    hear_unknown_command,
    hear_act,
    hear_danger_asked,
    hear_card,
    hear_place,
    hear_for_person,
    hear_remark,
    hear_foreign,
    hear_page,
    hear_stale_tap,
    hear_edited,
    hear_unsupported,
    hear_after_pause,
    hear_offered,
    hear_after_end,
    hear_at_rest,
    hear_first,
    hear_nothing,
    hear_piece,
    hear_answer,
)


def hear(talk: Talk, heard: Input) -> None:
    """Gives one input to the ears, in order."""
    if isinstance(heard, Inbound):
        ears = EARS if heard.agent is None else AGENT_EARS
        ear: Callable[..., bool] = next(ear for ear in ears if ear(talk, heard))
    else:
        ear = next(ear for ear in FOR_ALL if ear(talk, heard))
    talk.trace.append(f"{question(talk)}: {ear.__name__}")
