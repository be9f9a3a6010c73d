"""Words, options and a channel's limits become calls, each exactly one message of the channel. Pure; the one renderer for all channels."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from core.conversations import Option, Prompt
from core.messages import Call, Choice, Limits
from core.records import Record, evolve
from core.utf16 import head_of, tail_of, units

_STRONG_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…;])\s"))  # paragraph, line, sentence
_WORD_BREAK = re.compile(r"\s")
_NOTHING = "…"  # stands where a channel demands a text and there is none
_NO_LABEL = "–"
_FORMS_REMEMBERED = 256  # sets of options: most questions have the same ones for everybody


class Labels(Record):
    """The layout's own words."""

    open_list: str
    more: str
    before: str
    numbered: str  # introduces options where a channel has no buttons


def labels(say: Callable[[str], str]) -> Labels:
    """Reads the layout's words from a catalogue."""
    return Labels(say("layout-open"), say("layout-more"), say("layout-before"), say("layout-numbered"))


class _Shown(Record):
    """A choice before its label is cut."""

    data: str
    label: str
    hint: str


def layout(prompt: Prompt, limits: Limits, own: Labels) -> tuple[Call, ...]:
    """At least one call; the last carries the options that `prompt.first` shows. Indexes always count over the whole list."""
    if prompt.clears:
        return (Call("clear", "", words=prompt.words, edits=prompt.clears),)
    if prompt.template:
        return (Call("template", prompt.text, words=prompt.words, template=prompt.template),)
    first, *others = _calls(prompt, limits, own)
    return (evolve(first, edits=prompt.edits) if prompt.edits else first, *others)


def _calls(prompt: Prompt, limits: Limits, own: Labels) -> tuple[Call, ...]:
    if prompt.original and limits.copies:
        return _with_words(prompt, Call("copy", "", words=prompt.words, original=prompt.original), limits)
    if prompt.file and limits.caption:
        return _with_words(prompt, Call("media", "", words=prompt.words, file=prompt.file.row), limits)
    text = prompt.text.strip() or _NOTHING
    if prompt.options and (limits.buttons or limits.rows):
        *head, body = split(text, limits.text, limits.body)
        return (*_texts(head, prompt.words), _asking(body, prompt, limits, own))
    if prompt.options:
        text = _numbered(text, prompt.options, own)
    return _texts(split(text, limits.text, limits.text), prompt.words)


def _with_words(prompt: Prompt, call: Call, limits: Limits) -> tuple[Call, ...]:
    """The words as the caption; what is too long for one, or has no place there, goes before."""
    text, is_sound = prompt.text.strip(), prompt.file is not None and prompt.file.kind == "voice"
    if not text or (_fits(text, limits.caption) and (limits.sound_caption or not is_sound)):
        return (evolve(call, text=text),)
    return (*_texts(split(text, limits.text, limits.text), prompt.words), call)


def _texts(parts: Iterable[str], words: str) -> tuple[Call, ...]:
    return tuple([Call("text", part, words=words) for part in parts])


def _numbered(text: str, options: tuple[Option, ...], own: Labels) -> str:
    return "\n".join((text, "", own.numbered, *(f"{index}. {option.label}" for index, option in enumerate(options, 1))))


def _asking(text: str, prompt: Prompt, limits: Limits, own: Labels) -> Call:
    if any(each.asks_contact for each in prompt.options):
        return Call("contact", text, tuple(_contact_keys(prompt)), words=prompt.words)
    shown = _shown(prompt, limits, own)
    form = _form(tuple([each.label for each in shown]), tuple([each.hint for each in shown]), limits)
    choices = [Choice(each.data, label, hint) for each, label, hint in zip(shown, form.labels, form.hints, strict=True)]
    return Call(form.kind, text, tuple(choices), cut(own.open_list, limits.button) if form.kind == "list" else "", prompt.words)


def _contact_keys(prompt: Prompt) -> Iterator[Choice]:
    """All options, whole: what is tapped there comes back as text."""
    for index, option in enumerate(prompt.options):
        yield Choice(f"p{prompt.id}:{index}", option.label.strip() or _NO_LABEL, asks_contact=option.asks_contact)


class _Form(NamedTuple):
    """How a set of options is shown."""

    kind: Literal["buttons", "list"]
    labels: Sequence[str]
    hints: Sequence[str]


@lru_cache(_FORMS_REMEMBERED)
def _form(labels: tuple[str, ...], hints: tuple[str, ...], limits: Limits) -> _Form:
    """Buttons where all labels fit whole; otherwise a list, whose descriptions hold what was cut; cut buttons where there is no list."""
    names = [*labels]
    if len(names) <= limits.buttons and not (limits.rows and _clash(names, limits.button)):
        return _Form("buttons", distinct(names, limits.button), [""] * len(names))
    titles = distinct(names, limits.title)
    return _Form("list", titles, [_description(*each, limits) for each in zip(names, hints, titles, strict=True)])


def _description(label: str, hint: str, title: str, limits: Limits) -> str:
    """The hint; without one, the whole label where the title had to be cut."""
    return cut(hint or (label if title != label else ""), limits.description)


def _shown(prompt: Prompt, limits: Limits, own: Labels) -> list[_Shown]:
    """All options, or one page of them with the pinned ones and the ways to other pages."""
    options, turns = list(enumerate(prompt.options)), list[_Shown]()
    if len(options) > max(limits.buttons, limits.rows):
        options, turns = _page(prompt, limits, own)
    return [_Shown(option.data or f"p{prompt.id}:{index}", option.label, option.hint) for index, option in options] + turns


def _page(prompt: Prompt, limits: Limits, own: Labels) -> tuple[list[tuple[int, Option]], list[_Shown]]:
    room = max(1, min(limits.page, max(limits.buttons, limits.rows) - 2))  # two places are for other pages
    pinned = [each for each in enumerate(prompt.options) if each[1].pinned][: room - 1]
    others = [each for each in enumerate(prompt.options) if each not in pinned]
    size = room - len(pinned)
    first = prompt.first if 0 <= prompt.first < len(others) else 0
    turns = [_Shown(f"p{prompt.id}:>{first + size}", own.more, "")] if first + size < len(others) else []
    turns += [_Shown(f"p{prompt.id}:>{max(0, first - size)}", own.before, "")] if first else []
    return others[first : first + size] + pinned, turns


def _fits(text: str, limit: int) -> bool:
    return 2 * len(text) <= limit or units(text) <= limit  # no character has more than two units


def cut(text: str, limit: int) -> str:
    """One line within `limit`; what is too long keeps its head and its tail, where addresses differ."""
    text = " ".join(text.split())
    if _fits(text, limit):
        return text
    tail = limit // 3
    return f"{head_of(text, limit - tail - 1).rstrip()}…{tail_of(text, tail).lstrip()}"


def _clash(names: list[str], limit: int) -> bool:
    """Whether some label would be cut, or two would look alike."""
    whole = [" ".join(name.split()) for name in names]
    return any(units(name) > limit for name in whole) or bool(_alike(whole))


def _alike(names: Iterable[str]) -> set[str]:
    """The case-folded names that stand more than once."""
    return {name for name, times in Counter(map(str.casefold, names)).items() if times > 1}


def distinct(names: list[str], limit: int) -> list[str]:
    """Cut names, none empty; those that then look alike get their number in front, and all do where that is not enough."""
    cuts = [cut(name, limit) or _NO_LABEL for name in names]
    numbered = [cut(f"{index}. {name}", limit) for index, name in enumerate(names, 1)]
    alike = _alike(cuts)
    mixed = [number if short.casefold() in alike else short for short, number in zip(cuts, numbered, strict=True)]
    return numbered if _alike(mixed) else mixed


def split(text: str, limit: int, last_limit: int) -> list[str]:
    """Parts within `limit`, the last within `last_limit`; broken at a paragraph, line, sentence or word, else anywhere."""
    text = text.strip()
    if _fits(text, last_limit):
        return [text]
    if last_limit == limit:
        head, tail = _first_part(text, limit)
        return [head, *split(tail, limit, limit)]
    head, tail = _last_part(text, last_limit)
    return [*split(head, limit, limit), tail]


def _first_part(text: str, limit: int) -> tuple[str, str]:
    """The longest beginning that ends at the strongest break within `limit`."""
    room = head_of(text, limit + 1)
    for pattern in (*_STRONG_BREAKS, _WORD_BREAK):
        if places := [place for place in pattern.finditer(room) if place.start() and units(text[: place.start()]) <= limit]:
            return text[: places[-1].start()].rstrip(), text[places[-1].end() :].lstrip()
    head = head_of(text, limit)
    return head, text[len(head) :]


def _last_part(text: str, limit: int) -> tuple[str, str]:
    """The shortest end after a strong break that fits `limit`; the longest where only words can be parted."""
    tail = tail_of(text, limit)
    start = len(text) - len(tail)
    for pattern in _STRONG_BREAKS:
        if places := [place for place in pattern.finditer(text, max(0, start - 1)) if place.end() >= start]:
            return text[: places[-1].start()].rstrip(), text[places[-1].end() :].lstrip()
    if word := _WORD_BREAK.search(text, max(0, start - 1)):
        return text[: word.start()].rstrip(), text[word.end() :].lstrip()
    return text[:start], tail
