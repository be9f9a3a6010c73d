"""Words ids become words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

_LOCALES = Path(__file__).parent / "locale"
_MAX_VALUE = 1000  # characters; fluent.runtime refuses a longer one, as a guard against catalogues that grow without end
_PLACE = "\ue000{}\ue000"  # of the private use area: in no catalogue, and taken out of customers' values
_NO_VALUES: Mapping[str, str] = {}


class Words(str):
    """Text that came from the catalogue: its `*bold*` is ours."""

    __slots__ = ()


class Copy:
    """The catalogue of one language. `constants` (the agency's name, …) may stand in every message."""

    def __init__(self, locale: str, constants: Mapping[str, str] = _NO_VALUES) -> None:
        self.bundle = FluentBundle([locale], use_isolating=False)  # isolating marks would surround every value
        for file in sorted((_LOCALES / locale).glob("*.ftl")):
            self.bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        self._constants = {name: _neutral(value) for name, value in constants.items()}
        self._plain: dict[str, Words] = {}

    def say(self, words: str, values: Mapping[str, str] = _NO_VALUES) -> Words:
        """The text of `individual-email`, or of its attribute `individual-email.skip`. Raises KeyError for an id without words."""
        if not values and (known := self._plain.get(words)) is not None:
            return known
        text = self._format(words, values)
        if not values:
            self._plain[words] = text
        return text

    def has(self, words: str) -> bool:
        name, _, attribute = words.partition(".")
        return self.bundle.has_message(name) and (not attribute or attribute in self.bundle.get_message(name).attributes)

    def _format(self, words: str, values: Mapping[str, str]) -> Words:
        name, _, attribute = words.partition(".")
        message = self.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(words)
        long: list[str] = []
        given = {**self._constants, **{key: _held(_neutral(value), long) for key, value in values.items()}} if values else self._constants
        text, errors = self.bundle.format_pattern(pattern, given)
        if errors:
            raise errors[0]
        for number, value in enumerate(long):
            text = text.replace(_PLACE.format(number), value)
        return Words(text)


def _held(value: str, long: list[str]) -> str:
    """A value that Fluent would refuse leaves a mark in its place, and comes in afterwards."""
    if len(value) <= _MAX_VALUE:
        return value
    long.append(value)
    return _PLACE.format(len(long) - 1)


def _neutral(value: str) -> str:
    """A customer's own asterisk must not open bold: U+2217 looks the same. A plain `str` for Fluent."""
    return str(value) if isinstance(value, Words) else value.replace("*", "∗").replace("\ue000", "")


@cache
def copy(locale: str, **constants: str) -> Copy:
    return Copy(locale, constants)
