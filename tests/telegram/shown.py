"""A message of the bot as its reader sees it."""

from dataclasses import dataclass
from typing import Any

from tests.telegram.calls import JSON
from tests.telegram.entities import part


@dataclass(frozen=True)
class Shown:
    """`message` is the JSON at that moment: an old copy keeps buttons that an edit has taken away since."""

    message: JSON
    reply_keyboard: JSON | None = None

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def text(self) -> str:
        """A caption too."""
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def bold(self) -> tuple[str, ...]:
        entities = self.message.get("entities") or self.message.get("caption_entities") or ()
        return tuple(part(self.text, each) for each in entities if each["type"] == "bold")

    @property
    def buttons(self) -> tuple[str, ...]:
        """Labels of the buttons below the message."""
        return tuple(each["text"] for each in self.inline)

    @property
    def inline(self) -> list[JSON]:
        return [button for row in self.message.get("reply_markup", {}).get("inline_keyboard", ()) for button in row]

    @property
    def keyboard(self) -> tuple[str, ...]:
        """Labels of the keyboard that came with the message."""
        return tuple(each["text"] for each in keys(self.reply_keyboard))

    @property
    def labels(self) -> tuple[str, ...]:
        return self.buttons + self.keyboard


def keys(keyboard: JSON | None) -> list[JSON]:
    """The buttons of a reply keyboard."""
    rows: list[list[Any]] = (keyboard or {}).get("keyboard") or []
    return [button for row in rows for button in row]
