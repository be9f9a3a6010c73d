"""What is heard, in this order: the first ear that says True has the message."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from bot.acts import ACTS
from bot.answering import correct, drop_named, hear_answer, keep_words, listen, take_answer
from bot.anywhere import act_meant
from bot.asking import question
from bot.commands import COMMANDS
from bot.flows import STEPS
from bot.result import Input
from bot.steps import Heard
from bot.talk import Talk
from bot.timers import TIMERS
from core.answers import Answer
from core.conversations import Offer, Option
from core.errors import Rejected
from core.hazards import find_hazards, takes_back
from core.messages import Command, Inbound, Parked, Timer, Undelivered
from core.reading import is_greeting
from core.small_talk import is_thanks, is_unsure, says_solved, tells_something

PAUSE = timedelta(hours=12)  # after it, what does not fit is met with a recap (design: one turn)
SAFETY_AGAIN = timedelta(minutes=10)  # the safety text of one kind is given once in this time (design: who may see what)
PLAIN_KINDS = ("text", "tap")
KEEP_THE_QUESTION = frozenset({"help", "status"})  # acts that leave the open question as it is, Offer included
WITH_A_PERSON = frozenset({"alarm", "status", "not_me", "continue"})  # acts that work while a person owns the talk (design: supervision)


def hear_command(talk: Talk, heard: Input) -> bool:
    """What an agent does, in the same line as the customer's words."""
    if not isinstance(heard, Command):
        return False
    talk.silent = True  # what is owed for it is told by day, whatever question is open
    talk.results[heard.id] = COMMANDS[heard.act](talk, heard)
    return True


def hear_timer(talk: Talk, heard: Input) -> bool:
    if not isinstance(heard, Timer):
        return False
    TIMERS[heard.kind](talk, heard)
    return True


def hear_parked(talk: Talk, heard: Input) -> bool:
    """A message that broke the bot: one apology, and a person."""
    if not isinstance(heard, Parked):
        return False
    talk.event("parked", actor="rule", after=heard.id)
    ACTS["person"](talk, Inbound(heard.id), "")
    talk.tell("parked")
    return True


def hear_undelivered(talk: Talk, heard: Input) -> bool:
    """What was said did not arrive: a person looks for another way."""
    if not isinstance(heard, Undelivered):
        return False
    talk.event("undelivered", actor="rule", after={"reason": heard.reason, "dead": heard.dead})
    talk.wait()
    talk.silent = True
    return True


def hear_hazard(talk: Talk, heard: Inbound) -> bool:
    """Danger comes before everything, whoever owns the talk."""
    if heard.choice or not heard.text:
        return False
    fresh = [each for each in find_hazards(heard.text) if _is_news(talk, each.kind)]
    if not fresh:
        return False
    asked_before = talk.offer is not None and talk.offer.words == "offer-hazard"
    sure = [each.kind for each in fresh if each.certainty == "sure" or asked_before]
    if sure:
        ACTS["alarm"](talk, heard, " ".join(sure))
    found = listen(talk, heard)
    keep_words(talk, heard)
    if sure:
        drop_named(talk, heard, found)  # asked from the start again, once they are safe
        return True
    correct(talk, heard, found)
    if talk.owned:
        talk.alert(fresh[0].kind, heard.text)
        talk.silent = True
    else:
        talk.offer = Offer("offer-hazard", (Option("yes", f"alarm {fresh[0].kind}"), Option("no", "go_on")))
    return True


def _is_news(talk: Talk, kind: str) -> bool:
    told = talk.ticket.hazards.get(kind)
    return told is None or talk.turn.now - told >= SAFETY_AGAIN


def hear_relief(talk: Talk, heard: Inbound) -> bool:
    """Words that take a danger back: asked, since people decide (design: who may see what)."""
    if heard.choice or talk.owned or not talk.ticket.hazards or not takes_back(heard.text):
        return False
    if talk.offer and talk.offer.words == "offer-relief":  # said again
        ACTS["relief"](talk, heard, "")
        return True
    last = max(talk.ticket.hazards, key=lambda kind: talk.ticket.hazards[kind])
    talk.offer = Offer("offer-relief", (Option("mistake", "relief"), Option("still", f"alarm {last}")))
    return True


def hear_danger_asked(talk: Talk, heard: Inbound) -> bool:
    """Whether there is danger is never left open: who does not know, or answers something else twice, is taken to be in danger."""
    if heard.choice or talk.owned or not talk.open or not talk.offer or talk.offer.words != "offer-hazard" or not heard.text.strip():
        return False
    if is_unsure(heard.text) or talk.open.asked > 1:
        _, _, kind = str(talk.offer.options[0].does).partition(" ")
        ACTS["alarm"](talk, heard, kind)
    else:
        listen(talk, heard)
        talk.tell("hazard-unclear")
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
        found = listen(talk, heard)
        if talk.ticket.hazards and "address" in found:
            _keep_place(talk)
        talk.wait()
        talk.silent = True
    return talk.owned


def _keep_place(talk: Talk) -> None:
    """Where the danger is stands on the ticket at once, also while nobody asks."""
    if "contract.home" not in talk.answers and "contract.address" not in talk.answers:
        with suppress(Rejected):
            found = STEPS["contract.address"].accept(talk.said["address"], talk.answers, talk.turn)
            if isinstance(found, dict):
                talk.fill(found)


def hear_page(talk: Talk, heard: Inbound) -> bool:
    """Another page of the same options."""
    if heard.first is None or not talk.open or heard.prompt != talk.open.id:
        return False
    talk.page = heard.first
    return True


def hear_stale_tap(talk: Talk, heard: Inbound) -> bool:
    if heard.kind != "tap" or heard.choice is not None:
        return False
    talk.tell("already-answered")
    return True


def hear_unsupported(talk: Talk, heard: Inbound) -> bool:
    """What the bot cannot read is kept, flagged and answered; the question stays."""
    if heard.kind in PLAIN_KINDS or (heard.kind == "voice" and getattr(talk.step, "voice", False) and not talk.offer):
        return False
    again = heard.kind in talk.ticket.waived
    talk.event("media", after={"kind": heard.kind, "text": heard.text})
    talk.set(waived=talk.ticket.waived if again else (*talk.ticket.waived, heard.kind))
    talk.tell(f"unsupported-{heard.kind}" + (".again" if again else ""))
    if heard.kind == "voice":
        _keep_voice(talk, heard)
    return not (heard.text and heard.kind != "voice")  # a caption counts as text


def _keep_voice(talk: Talk, heard: Inbound) -> None:
    """Somebody listens to it; told before the problem, it is the problem."""
    talk.wait()
    if talk.open is None and "description" not in talk.said:
        talk.said["description"] = heard


def hear_after_pause(talk: Talk, heard: Inbound) -> bool:
    """After a long silence what fits is taken; else a recap and the question, and nothing is refused."""
    if not talk.open or talk.turn.now - talk.open.asked_at < PAUSE or talk.step.rests or option_meant(talk, heard):
        return False
    if not hear_nothing(talk, heard) and take_answer(talk, heard) is None:  # no refusal is counted: nobody remembers the question
        return True
    talk.offer = Offer("resume", (Option("continue", "go_on"), Option("restart", "restart")))
    return True


def hear_offered(talk: Talk, heard: Inbound) -> bool:
    option = option_meant(talk, heard)
    if option is None or not isinstance(option.does, dict):
        return False
    return talk.take(_confirmed(talk, option, dict(option.does))) or True


def _confirmed(talk: Talk, option: Option, answers: dict[str, Answer]) -> Heard:
    """A doubtful reading that was confirmed is looked at as if it had been read surely."""
    check = getattr(talk.step, "check", None) if option.name == "right" else None
    return (check and check(answers, talk.turn)) or answers


def hear_at_rest(talk: Talk, heard: Inbound) -> bool:
    """After the reference nothing is asked: words go to the ticket."""
    if not talk.step.rests:
        return False
    talk.offer = None
    if not heard.text.strip() or is_greeting(heard.text):
        ACTS["status"](talk, heard, "")
    elif is_thanks(heard.text):
        talk.tell("thanks")
    elif says_solved(heard.text):
        talk.offer = Offer("offer-solved", (Option("yes", "close_wanted"), Option("no", "go_on")))
    else:
        _add_to_ticket(talk, heard)
    return True


def _add_to_ticket(talk: Talk, heard: Inbound) -> None:
    found = listen(talk, heard)
    talk.event("added", after={"text": heard.text})
    if "priority" in found:
        talk.alert("priority", heard.text)
    talk.wait()
    talk.tell("submitted-noted")


def hear_first(talk: Talk, heard: Inbound) -> bool:
    """Nothing was asked yet, so nothing can be refused."""
    if talk.open is None:
        listen(talk, heard)
        if "description" not in talk.said and not is_greeting(heard.text) and tells_something(heard.text):
            talk.said["description"] = heard
    return talk.open is None


def hear_nothing(talk: Talk, heard: Inbound) -> bool:
    """A greeting, or no words at all: the open question is asked again, nothing is refused."""
    return not heard.choice and (not heard.text.strip() or is_greeting(heard.text))


Ear = Callable[[Talk, Inbound], bool]
FOR_ALL: tuple[Callable[[Talk, Input], bool], ...] = (hear_command, hear_timer, hear_parked, hear_undelivered)
EARS: tuple[Ear, ...] = (
    hear_hazard,
    hear_relief,
    hear_act,
    hear_danger_asked,
    hear_for_person,
    hear_page,
    hear_stale_tap,
    hear_unsupported,
    hear_after_pause,
    hear_offered,
    hear_at_rest,
    hear_first,
    hear_nothing,
    hear_answer,
)


def hear(talk: Talk, heard: Input) -> None:
    """Gives one input to the ears, in order."""
    if isinstance(heard, Inbound):
        ear: Callable[..., bool] = next(ear for ear in EARS if ear(talk, heard))
    else:
        ear = next(ear for ear in FOR_ALL if ear(talk, heard))
    talk.trace.append(f"{question(talk)}: {ear.__name__}")


def option_meant(talk: Talk, heard: Inbound) -> Option | None:
    if not talk.open or not heard.choice:
        return None
    return next((each for each in talk.open.options if each.name == heard.choice), None)
