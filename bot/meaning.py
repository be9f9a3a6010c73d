"""What a message means before any ear has it: a text that names a shown option becomes that choice, a tap its option."""

import re
from collections.abc import Mapping

from bot.anywhere import act_meant
from bot.asking import ASIDES, option_named
from bot.corrections import correction_meant
from bot.edits import is_said_anew
from bot.result import Input
from bot.steps import Ask
from bot.summary import duration
from bot.talk import Talk
from core.answers import read_aside, read_option, read_yes_no
from core.conversations import OpenPrompt
from core.errors import Rejected
from core.hazards import find_hazards, says_safe
from core.homes import parse_address
from core.messages import Inbound
from core.names import fold
from core.reading import after_greeting
from core.records import evolve

YES_NO: Mapping[bool, tuple[str, ...]] = {  # names of options that a bare yes or no means
    True: ("yes", "send", "save", "confirmed", "right", "safe", "saturday", "same", "add", "continue", "reopen"),
    False: ("no", "skip", "cannot", "different", "restart", "fix", "as_typed", "change", "other_problem"),
}
IN_WORDS = ("send", "save", "safe")  # never meant by a thumb alone
_CLEAR_YES = ("sim", "s", "yes", "ja", "claro", "com certeza")  # beginnings of an answer to whether somebody is safe
_SEND = re.compile(r"(?:pode |pf |por favor )?(?:envi|mand|confirm)(?:ar?|e|o)\b(?:(?! nao| sem)[\w ,.!]){0,30}")  # "enviar tudo certo"


def meant(talk: Talk, heard: Input) -> Input:
    if not isinstance(heard, Inbound):
        return heard
    if heard.kind == "voice" and heard.agent is None:  # an agent's goes to a customer as it is
        return evolve(heard, text=talk.turn.say("voice", {"length": duration(heard.seconds)}).strip())
    if heard.kind == "tap":
        return _tapped(talk, heard)
    if heard.kind == "edited" and heard.agent is None and is_said_anew(talk, heard):
        heard = evolve(heard, kind="text")
    if heard.agent is not None and (heard.replies_to or heard.typed):
        return heard  # for a customer, word for word
    if heard.kind == "text":
        said = after_greeting(heard.text)
        return _read(talk, heard if said == heard.text else evolve(heard, text=said))
    return heard


def _tapped(talk: Talk, heard: Inbound) -> Inbound:
    """A tap on another question than the open one, or beside its options, names nothing; nor does a second one in the same turn."""
    opened = talk.open
    if opened is None or heard.prompt != opened.id or heard.option is None or not 0 <= heard.option < len(opened.options) or talk.tapped:
        return heard
    talk.tapped = (opened.id, heard.option)
    return evolve(heard, choice=opened.options[heard.option].name)


def _read(talk: Talk, heard: Inbound) -> Inbound:
    opened = talk.open
    if opened is None or not opened.options or find_hazards(heard.text) or _is_address(talk, heard.text) or correction_meant(talk, heard):
        return heard  # words of danger choose nothing: "baixa. cheiro de gás aqui"; nor does the address that is asked: "…, ap 1"
    index = read_option(heard.text, [option.label for option in opened.options])
    if index is None:
        index = None if _skips_to_a_value(talk) else _yes_no_or_nothing(opened, heard.text)
    if index is not None and opened.options[index].name == "safe" and not _is_safe(heard.text):
        return heard
    if index is not None:
        return evolve(heard, choice=opened.options[index].name)
    # beside an aside ("O que quer corrigir?") the buttons of the question itself still count: "enviar"
    return option_named(talk, talk.step, heard) if opened.words in ASIDES else heard


def _is_safe(text: str) -> bool:
    """ "tô na cozinha" is near to the label, and says the contrary; "ok" may only have read what to do."""
    return says_safe(text) or fold(text).startswith(_CLEAR_YES) or not any(character.isalpha() for character in text)


def _is_address(talk: Talk, text: str) -> bool:
    """Where one is asked, its numbers are no numbers of options."""
    if talk.offer or "address" not in talk.step.fields:
        return False
    try:
        return bool(parse_address(text))
    except Rejected:
        return False


def _skips_to_a_value(talk: Talk) -> bool:
    """[Qualquer horário] is an answer of its own: "não posso" and "não sei" do not give it."""
    return not talk.offer and isinstance(talk.step, Ask) and talk.step.none is not None


def _yes_no_or_nothing(opened: OpenPrompt, text: str) -> int | None:
    if act_meant(text):
        return None  # "não sou eu" is no "não"
    answer = read_yes_no(text)
    names = YES_NO[answer] if answer is not None else _nothing_or_send(opened, text)
    if not any(character.isalpha() for character in text):
        names = tuple(name for name in names if name not in IN_WORDS)
    return next((at for at, option in enumerate(opened.options) if option.name in names), None)


def _nothing_or_send(opened: OpenPrompt, text: str) -> tuple[str, ...]:
    """Not looked for where neither is offered."""
    if not any(option.name in ("skip", "send") for option in opened.options):
        return ()
    return ("skip",) if read_aside(text) == "declines" else ("send",) if _SEND.fullmatch(fold(text)) else ()
