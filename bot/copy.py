"""Words ids become words."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

_LOCALES = Path(__file__).parent / "locale"
_NO_VALUES: Mapping[str, str] = {}


class Words(str):
    """Text that came from the catalogue: its `*bold*` is ours."""

    __slots__ = ()


class Copy:
    """The catalogue of one language. `constants` (the agency's name, …) may stand in every message.

    A message that only has values in it is kept as a template (1 µs; fluent.runtime takes 9, and refuses values of over 1,000
    characters); one that chooses between variants is left to fluent.runtime.
    """

    def __init__(self, locale: str, constants: Mapping[str, str] = _NO_VALUES) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)  # isolating marks would surround every value
        self._templates: dict[str, str] = {}
        for file in sorted((_LOCALES / locale).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            self._templates.update(_templates(resource))
        self._constants = {name: _neutral(value) for name, value in constants.items()}
        self._plain: dict[str, Words] = {}

    def say(self, words: str, values: Mapping[str, str] = _NO_VALUES) -> Words:
        """The text of `individual-email`, or of its attribute `individual-email.skip`. Raises KeyError without words or a value."""
        if not values and (known := self._plain.get(words)) is not None:
            return known
        given = {**self._constants, **{key: _neutral(value) for key, value in values.items()}} if values else self._constants
        template = self._templates.get(words)
        text = Words(template.format_map(given) if template is not None else self._formatted(words, given))
        if not values:
            self._plain[words] = text
        return text

    def has(self, words: str) -> bool:
        name, _, attribute = words.partition(".")
        return words in self._templates or (
            self._bundle.has_message(name) and (attribute in self._bundle.get_message(name).attributes if attribute else True)
        )

    def _formatted(self, words: str, values: dict[str, str]) -> str:
        name, _, attribute = words.partition(".")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(words)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise errors[0]
        return str(text)


def _templates(resource: ast.Resource) -> Iterator[tuple[str, str]]:
    """The messages and attributes of a file that are text and values only."""
    for message in (entry for entry in resource.body if isinstance(entry, ast.Message)):
        patterns = [(message.id.name, message.value)] if message.value else []
        patterns += [(f"{message.id.name}.{each.id.name}", each.value) for each in message.attributes]
        for words, pattern in patterns:
            parts = [_part(element) for element in pattern.elements]
            if None not in parts:
                yield words, "".join(part for part in parts if part is not None)


def _part(element: ast.TextElement | ast.Placeable) -> str | None:
    """A piece of a template for `str.format_map`; None for what is more than text or a value."""
    if isinstance(element, ast.TextElement):
        return element.value.replace("{", "{{").replace("}", "}}")
    if isinstance(element.expression, ast.VariableReference):
        return f"{{{element.expression.id.name}}}"
    if isinstance(element.expression, ast.StringLiteral):
        return str(element.expression.parse()["value"]).replace("{", "{{").replace("}", "}}")
    return None


def _neutral(value: str) -> str:
    """A customer's own asterisk must not open bold: U+2217 looks the same."""
    return value if isinstance(value, Words) else value.replace("*", "∗")


@cache
def copy(locale: str, **constants: str) -> Copy:
    return Copy(locale, constants)
