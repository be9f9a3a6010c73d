"""What the bot cannot read: kept on the ticket, flagged, and answered once a turn; the question stands, and is not said over and over."""

from bot.asking import question
from bot.copy import Words
from bot.doubts import may_be_unread
from bot.summary import voice_length
from bot.talk import Talk
from core.conversations import Offer, Option
from core.messages import FILES, Inbound, Kind
from core.records import evolve
from core.small_talk import only_points

UNREAD: frozenset[Kind] = FILES | {"sticker", "unknown"}
_ACKNOWLEDGED = "unsupported-"  # how its words begin
REMINDED, OFFERED = 2, 3  # such turns in a row: the question is only pointed at, a person is offered; after that only counted


def hear_unsupported(talk: Talk, heard: Inbound) -> bool:
    """An album is one acknowledgement. A caption counts as text, unless it only points at what is seen."""
    if heard.kind not in UNREAD or (heard.kind == "voice" and getattr(talk.step, "voice", False) and not talk.offer):
        return False
    talk.files += heard.kind in FILES
    _acknowledge(talk, heard.kind, {"length": voice_length(heard.seconds)} if heard.kind == "voice" else {})
    if heard.kind == "voice":
        _keep_voice(talk, heard)
    return heard.kind == "voice" or only_points(heard.text)


def _acknowledge(talk: Talk, kind: Kind, values: dict[str, str]) -> None:
    before = [at for at, said in enumerate(talk.lead) if said[0].startswith(_ACKNOWLEDGED)]
    again = kind in talk.ticket.waived
    talk.set(waived=talk.ticket.waived if again else (*talk.ticket.waived, kind))
    if not before:
        talk.tell(f"{_ACKNOWLEDGED}{kind}" + (".again" if again else ""), **values)
    elif talk.files > 1:
        talk.lead[before[0]] = (f"{_ACKNOWLEDGED}several", {"count": str(talk.files)})


def _keep_voice(talk: Talk, heard: Inbound) -> None:
    """Somebody listens to it; told before the problem, it is the problem."""
    talk.wait()
    if talk.open is None and "description" not in talk.said:
        talk.said["description"] = heard


def spare_question(talk: Talk) -> None:
    """The question is asked again the first time, then pointed at; then a person is offered, and what still comes is counted."""
    if not _brought_nothing_else(talk):
        return
    times = talk.open.unread + 1  # type: ignore[union-attr]
    talk.conversation = evolve(talk.conversation, open=evolve(talk.open, unread=times))  # type: ignore[type-var]
    if times == OFFERED:
        talk.offer = Offer("offer-person", (Option("person", "person"), Option("continue", "go_on")))
    elif times >= REMINDED:
        kept = Words("\n".join(talk.turn.say(words, values).strip() for words, values in talk.lead))
        words = "unread-reminder" if times == REMINDED else "unread-counted"
        talk.lead, talk.silent = [(words, {"kept": kept, "times": str(times)})], True


def _brought_nothing_else(talk: Talk) -> bool:
    """Only what nobody can read, to the question that was open before; where that may not have arrived, it is asked again."""
    is_free = not (talk.owned or talk.by_phone or talk.silent or talk.refused or talk.state.startswith("safety.") or talk.step.rests)
    is_all = talk.unread and not talk.says_more
    return is_all and is_free and talk.open is not None and talk.open.words == question(talk) and not may_be_unread(talk)
