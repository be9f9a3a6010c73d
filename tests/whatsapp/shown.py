"""A message of the business as its reader sees it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.platforms.calls import JSON

# https://faq.whatsapp.com/539178204879377: a pair of marks around words makes them bold, slanted or struck
_BOLD, _SLANTED, _STRUCK = (re.compile(rf"(?<![\w\{mark}])\{mark}(?=\S)([^{mark}\n]*[^{mark}\s])\{mark}(?![\w\{mark}])") for mark in "*_~")


@dataclass(frozen=True)
class Shown:
    """`message` is the body that was sent; `template`: the words that the platform filled in."""

    id: str
    message: JSON
    template: str = ""

    @property
    def raw(self) -> str:
        """Words of a text, a caption, a question or a template, with their marks."""
        kind = self.message.get("type", "")
        content = self.message.get(kind, {})
        if kind == "interactive":
            return "\n".join(content[part]["text"] for part in ("header", "body", "footer") if part in content)
        return self.template or str(content.get("body") or content.get("caption") or "")

    @property
    def text(self) -> str:
        """As it stands on the screen."""
        return _BOLD.sub(r"\1", self.raw)

    @property
    def bold(self) -> tuple[str, ...]:
        return tuple(_BOLD.findall(self.raw))

    @property
    def slanted(self) -> tuple[str, ...]:
        return tuple(_SLANTED.findall(self.raw))

    @property
    def struck(self) -> tuple[str, ...]:
        return tuple(_STRUCK.findall(self.raw))

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(each["title"] for each in self.choices if not self.opens)

    @property
    def opens(self) -> str:
        """The label that opens a list; "": there is none."""
        return str(self._action.get("button", ""))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Of a list: title and description of each."""
        return tuple((each["title"], each.get("description", "")) for each in self.choices if self.opens)

    @property
    def labels(self) -> tuple[str, ...]:
        """By whatever is written on it, a button or a row is found: a long label stands in the description as a whole."""
        return tuple(label for each in self.choices for label in (each["title"], each.get("description")) if label)

    @property
    def choices(self) -> Sequence[JSON]:
        """Each with its id and its title."""
        buttons = [each["reply"] for each in self._action.get("buttons", ())]
        return buttons or [row for section in self._action.get("sections", ()) for row in section["rows"]]

    @property
    def file(self) -> str:
        """The id of what it brings."""
        return str(self.message.get(self.message.get("type", ""), {}).get("id", ""))

    @property
    def _action(self) -> JSON:
        found: JSON = self.message.get("interactive", {}).get("action", {})
        return found
