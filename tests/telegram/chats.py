"""Chats as Telegram keeps them: their messages by number, who blocked the bot, and which keyboard is shown."""

from tests.platforms.changes import Changes
from tests.telegram.calls import JSON, Refused

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")  # told of chats by the Bot API


class Chat:
    """A private chat, or a group. Numbers of messages count up in each chat."""

    def __init__(self, shape: JSON) -> None:
        self.shape = shape
        self.id: int = shape["id"]
        self.private: bool = shape["type"] == "private"
        self.messages: dict[int, JSON] = {}  # as they stand now
        self.sent: list[JSON] = []  # by the bot, each as it was when it came
        self.reactions: dict[int, list[str]] = {}  # of the bot, by message
        self.keyboards: dict[int, JSON] = {}  # reply keyboards, by the message that brought them
        self.keyboard: JSON | None = None  # shown below the field for text
        self.started = not self.private  # a bot cannot write first to a person
        self.closed = ""  # why the bot cannot write here
        self.moved_to: int | None = None
        self.members: dict[int, JSON] = {}
        self._last = 0
        self.changes = Changes()

    def number(self) -> int:
        self._last += 1
        return self._last

    def check_open(self) -> None:
        if self.moved_to is not None:
            raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.moved_to)
        if not self.started:
            raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
        if self.closed:
            raise Refused(403, f"Forbidden: {self.closed}")

    def show(self, message: JSON, keyboard: JSON | None) -> None:
        """A message of the bot arrives. Only buttons below a message stay with it."""
        number = message["message_id"]
        self.messages[number] = message
        self.sent.append(message)
        if keyboard and "inline_keyboard" not in keyboard:
            self.keyboards[number] = keyboard
            if "keyboard" in keyboard:
                self.keyboard = keyboard if keyboard["keyboard"] else None
            elif "remove_keyboard" in keyboard:
                self.keyboard = None
        self.changes.tell()
