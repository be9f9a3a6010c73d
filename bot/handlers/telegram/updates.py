"""What Telegram reports: updates become parts for the inbox, and a part becomes one message. Needs nothing of the network.

Shapes: https://core.telegram.org/bots/api#update. Nothing is taken for granted: each update is read by itself, with safe looks.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from bot.handlers.telegram.contents import card_in, media_in, place_in
from bot.handlers.telegram.looks import integer, record, text
from core.decoding import decoded
from core.messages import Inbound, Limits, Part
from core.presses import Press, read_press
from core.records import evolve

CHANNEL = "telegram"
USER, NUMBER = "user", "number"  # kinds of ids, the strongest first
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")

# https://core.telegram.org/bots/api#sendmessage, #inlinekeyboardbutton; a test holds them to `telegram.constants`
# UTF-16 units. 100 buttons may stand under a message, and a label may be longer: nobody reads more on a telephone.
PRIVATE = Limits(text=4096, body=4096, buttons=10, button=64, page=8, asks_contact=True, caption=1024, copies=True, sound_caption=True)

_ANSWERED = ("message", "edited_message", "callback_query")
MAX_RAW = 2_000  # characters kept of what nobody can read
_COMMANDS = {"help": "ajuda", "cancel": "cancelar", "settings": "ajuda", "recomecar": "recomeçar"}
# What Telegram itself writes into a private chat: nobody has said anything. https://core.telegram.org/bots/api#message
_SERVICE = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "users_shared",
    "chat_shared",
    "connected_website",
    "proximity_alert_triggered",
    "boost_added",
    "giveaway_created",
    "web_app_data",
    "successful_payment",
    "refunded_payment",
)


def account_of(token: str) -> str:
    """The bot's id: what stands before the colon of its token."""
    return token.partition(":")[0]


class _From(NamedTuple):
    """Who wrote, and where."""

    user: int
    chat: int


def updates_in(raw: bytes) -> list[Any]:
    """The updates of a webhook's body (one) or of an answer to getUpdates (`result`). What is no JSON is one that nobody can read."""
    try:
        read = decoded(raw)
    except ValueError:
        return [raw.decode("utf-8", "replace")]
    if isinstance(read, dict) and isinstance(read.get("result"), list):
        return list(read["result"])
    return [read]


def number_of(update: Any) -> int | None:
    """Its `update_id`."""
    return integer(record(update).get("update_id"))


def part_of(update: Any, account: str) -> Part:
    """Never raises. About the channel: what is of no private chat, what Telegram itself wrote, and what nobody can read."""
    name, item = _item(update)
    who = _private(name, item)
    number = number_of(update)
    if number is None or who is None or _says_nothing(name, item):
        return Part(CHANNEL, account, _external_id(update, number), _kept(update, name, item), about="channel")
    ids: tuple[tuple[str, str], ...] = ((USER, str(who.user)),)
    if name == "message" and (card := card_in(item, who.user)) and card.own:
        ids = (*ids, (NUMBER, card.phone))
    return Part(CHANNEL, account, str(number), update, ids, str(who.chat), _waits(name, item))


def _item(update: Any) -> tuple[str, Mapping[str, Any]]:
    """The one thing that the update is about."""
    return next(((name, record(record(update)[name])) for name in ALLOWED_UPDATES if name in record(update)), ("", {}))


def _private(name: str, item: Mapping[str, Any]) -> _From | None:
    """Who wrote in a private chat, or touched a card in a group; None for all else there, for channels, and what has no sender."""
    chat = record((record(item.get("message")) if name == "callback_query" else item).get("chat"))
    sender = record(item.get("user" if name == "message_reaction" else "from"))
    user, number = integer(sender.get("id")), integer(chat.get("id"))
    if user is None or number is None:
        return None
    if chat.get("type") != "private":
        return _From(user, user) if _card(item) else None  # the private chat of a person has that person's number
    return _From(user, number)


def _says_nothing(name: str, item: Mapping[str, Any]) -> bool:
    """Service messages, and the steps of somebody whose place is shown live."""
    return any(key in item for key in _SERVICE) or (name == "edited_message" and "location" in item)


def _waits(name: str, item: Mapping[str, Any]) -> bool | None:
    if name == "message":
        return True if item.get("media_group_id") else False if "contact" in item else None
    return None if name == "edited_message" else False


def _external_id(update: Any, number: int | None) -> str:
    return str(number) if number is not None else "unreadable:" + sha256(repr(update).encode("utf-8", "replace")).hexdigest()[:32]


def _kept(update: Any, name: str, item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where it was, not what strangers said there; of what nobody can read, its beginning."""
    if not name:
        return {"update": str(update)[:MAX_RAW]}
    chat = record(item.get("chat"))
    return {name: {"chat": {"id": chat.get("id"), "type": chat.get("type")}, "new_chat_member": item.get("new_chat_member")}}


def group_of(part: Part) -> int | None:
    """The chat of a part about the channel, if it is a group into which the bot was taken or in which it is spoken to."""
    name, item = _item(part.body)
    chat = record(item.get("chat"))
    gone = record(item.get("new_chat_member")).get("status") in ("left", "kicked")
    is_group = name in ("message", "my_chat_member") and chat.get("type") in ("group", "supergroup")
    return integer(chat.get("id")) if is_group and not gone else None


def tap_of(part: Part) -> str | None:
    """The id of a callback query, which wants an answer at once."""
    tap = record(part.body.get("callback_query")).get("id")
    return tap if isinstance(tap, str) and tap else None


def wants_answer(part: Part) -> bool:
    """Whoever reacts, touches a card, or takes the bot off, waits for nothing."""
    name, item = _item(part.body)
    return name in _ANSWERED and not _card(item)


class Reader:
    """What turns need of the channel, without network or token."""

    def parse(self, part: Part) -> Inbound:
        return parse(part)

    def limits(self, address: str) -> Limits:
        return PRIVATE


# ── one message ──────────────────────────────────────────────────────────────


def parse(part: Part) -> Inbound:
    """What a part about a talk says. May raise: then the row is tried again, and parked."""
    name, item = _item(part.body)
    match name:
        case "callback_query":
            return _tap(item)
        case "my_chat_member":
            left = record(item.get("new_chat_member")).get("status") == "kicked"
            return Inbound(kind="blocked" if left else "unblocked", sent_at=_moment(item))
        case "message_reaction":
            return Inbound(kind="reaction", text="".join(_emoji(item)), of=_id(item), sent_at=_moment(item))
        case "edited_message":
            return Inbound(kind="edited", text=_words(item), of=_id(item), sent_at=_moment(item, "edit_date"))
    return _message(item)


def _message(item: Mapping[str, Any]) -> Inbound:
    told = Inbound(text=_words(item), message=_id(item), sent_at=_moment(item), replies_to=_id(record(item.get("reply_to_message"))))
    if item.get("text") is not None:
        return _command(told) if told.text.startswith("/") and not told.text.startswith("//") else told
    if (media := media_in(item)) is not None:
        return evolve(told, kind=media.kind, media=media)
    if (card := card_in(item, integer(record(item.get("from")).get("id")))) is not None:
        return evolve(told, kind="contact", card=card)
    if (place := place_in(item)) is not None:
        return evolve(told, kind="location", place=place)
    return evolve(told, kind="unknown")


def _command(told: Inbound) -> Inbound:
    """ "/start payload" says nothing more; "/meus_dados@bot" is "meus dados"."""
    name, _, rest = told.text[1:].partition(" ")
    name = name.partition("@")[0].lower()
    if name == "start":
        return evolve(told, text="", payload=rest.strip())
    meant = _COMMANDS.get(name, name.replace("_", " "))
    return evolve(told, text=f"{meant} {rest}".strip(), typed=told.text)


def _card(item: Mapping[str, Any]) -> Press | None:
    return read_press(text(item.get("data")))


def _tap(item: Mapping[str, Any]) -> Inbound:
    """`p<prompt>:<index>`, or `p<prompt>:><first>` for another page; else the button of a card, or the tap of an old question."""
    if (press := _card(item)) is not None:
        return Inbound(kind="button", press=press, of=_id(record(item.get("message"))))
    prompt, _, place = str(item.get("data") or "").removeprefix("p").partition(":")
    page = place.startswith(">")
    meant, number = _whole(prompt), _whole(place.removeprefix(">"))
    of = _id(record(item.get("message")))
    if meant is None or number is None:
        return Inbound(kind="tap", of=of)
    return Inbound(kind="tap", prompt=meant, option=None if page else number, first=number if page else None, of=of)


def _whole(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def _words(item: Mapping[str, Any]) -> str:
    return text(item.get("text", item.get("caption")))


def _id(item: Mapping[str, Any]) -> str:
    number = integer(item.get("message_id"))
    return "" if number is None else str(number)


def _emoji(item: Mapping[str, Any]) -> Iterator[str]:
    new = item.get("new_reaction")
    for each in new if isinstance(new, list) else ():
        if isinstance(emoji := record(each).get("emoji"), str):
            yield emoji


def _moment(item: Mapping[str, Any], name: str = "date") -> datetime | None:
    """Telegram gives whole seconds since 1970."""
    seconds = integer(item.get(name))
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None and 0 < seconds < 2**32 else None
