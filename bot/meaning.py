"""What a message means before any ear has it: a text that names a shown option becomes that choice, a tap its option."""

from collections.abc import Mapping

from bot.result import Input
from bot.talk import Talk
from core.answers import read_option, read_yes_no
from core.conversations import OpenPrompt
from core.messages import Inbound
from core.names import fold
from core.reading import after_greeting
from core.records import evolve

YES_NO: Mapping[bool, tuple[str, ...]] = {  # names of options that a bare yes or no means
    True: ("yes", "send", "right", "safe", "saturday", "same", "add", "continue"),
    False: ("no", "skip", "cannot", "different", "restart"),
}
NOTHING = frozenset(
    {"nao tenho", "nao tem", "pula", "pular", "sem", "prefiro nao", "prefiro nao informar", "prefiro nao dizer"}
)  # skip, where one may


def meant(talk: Talk, heard: Input) -> Input:
    if not isinstance(heard, Inbound):
        return heard
    if heard.kind == "voice":
        return evolve(heard, text=talk.turn.say("voice", {"length": _length(heard)}).strip())
    if heard.kind == "tap":
        return _tapped(talk.open, heard)
    if heard.kind == "text":
        said = after_greeting(heard.text)
        return _read(talk.open, heard if said == heard.text else evolve(heard, text=said))
    return heard


def _length(heard: Inbound) -> str:
    seconds = heard.media.seconds if heard.media else None
    return "" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def _tapped(opened: OpenPrompt | None, heard: Inbound) -> Inbound:
    """A tap on another question than the open one, or beside its options, names nothing."""
    if opened is None or heard.prompt != opened.id or heard.option is None or not 0 <= heard.option < len(opened.options):
        return heard
    return evolve(heard, choice=opened.options[heard.option].name)


def _read(opened: OpenPrompt | None, heard: Inbound) -> Inbound:
    if opened is None:
        return heard
    index = read_option(heard.text, [option.label for option in opened.options])
    if index is None:
        index = _yes_no_or_nothing(opened, heard.text)
    return heard if index is None else evolve(heard, choice=opened.options[index].name)


def _yes_no_or_nothing(opened: OpenPrompt, text: str) -> int | None:
    answer = read_yes_no(text)
    names = YES_NO[answer] if answer is not None else ("skip",) if fold(text).strip(" .!,") in NOTHING else ()
    return next((at for at, option in enumerate(opened.options) if option.name in names), None)
