"""People's phones as WhatsApp knows them: by number, by user id, or by both; and their chats with each number of the business."""

from dataclasses import dataclass, field
from typing import Literal

from tests.platforms.calls import JSON
from tests.platforms.changes import Changes
from tests.whatsapp.shown import Shown

# Older webhooks name the number alone, those since April 2026 both; of whoever took a user name, the user id alone.
Shows = Literal["number", "both", "user_id"]
BRAZIL, OLD_LENGTH, NEW_LENGTH = "55", 12, 13  # a mobile's number without and with the ninth digit


@dataclass(frozen=True, slots=True)
class Person:
    wa_id: str  # digits
    name: str
    user_id: str = ""
    username: str = ""
    shows: Shows = "both"


@dataclass
class Chat:
    """With one number of the business. `sent`: of the business, each as it came; `waiting`: until the phone is on."""

    messages: dict[str, JSON] = field(default_factory=dict)  # of the person, by id
    sent: list[Shown] = field(default_factory=list)
    waiting: list[tuple[str, JSON, str]] = field(default_factory=list)
    heard_at: float | None = None  # when the person wrote last
    unread: list[str] = field(default_factory=list)  # of the business
    seen: list[str] = field(default_factory=list)  # messages of the person that the business marked as read
    typing: int = 0  # how often the business was seen typing
    reactions: dict[str, str] = field(default_factory=dict)  # of the business, by message
    blocked: bool = False
    changes: Changes = field(default_factory=Changes)

    def show(self, number: str, body: JSON, template: str) -> None:
        self.sent.append(Shown(number, body, template))
        self.unread.append(number)
        self.changes.tell()


class Phone:
    """`wa_id` and `user_id` change when its owner changes the number."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.wa_id, self.user_id, self.shows = person.wa_id, person.user_id or user_id_of(person.wa_id), person.shows
        self.is_on = True
        self._chats: dict[str, Chat] = {}

    def chat(self, account: str) -> Chat:
        return self._chats.setdefault(account, Chat())

    @property
    def contact(self) -> JSON:
        """As it stands in a webhook's `contacts`."""
        profile = {"name": self.person.name} | ({"username": self.person.username} if self.person.username else {})
        return {"profile": profile} | self.named("wa_id", "user_id")

    def named(self, number: str, user_id: str) -> JSON:
        """The ids that the business may know, under these names."""
        told: JSON = {} if self.shows == "user_id" else {number: self.wa_id}
        return told if self.shows == "number" else told | {user_id: self.user_id}


def user_id_of(wa_id: str) -> str:
    """A number has one for each business; a new number, a new one."""
    return f"BR.{int(wa_id) * 7 % 10**15 + 10**15}"


def same_line(one: str, other: str) -> bool:
    """With or without the ninth digit of Brazil, a number leads to the same phone."""
    return _without_ninth(one) == _without_ninth(other)


def _without_ninth(number: str) -> str:
    digits = number.removeprefix("+")
    is_mobile = digits.startswith(BRAZIL) and len(digits) == NEW_LENGTH and digits[4] == "9"
    return digits[:4] + digits[5:] if is_mobile else digits
