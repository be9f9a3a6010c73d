"""Methods by which a bot shows something to people: messages, edits of them, answers to taps."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from telegram.constants import ReactionEmoji

from tests.telegram.calls import JSON, Call, Refused, Upload
from tests.telegram.chats import Chat
from tests.telegram.entities import CAPTION_UNITS, TEXT_UNITS, check_entities, units
from tests.telegram.files import PHOTO_BYTES, UPLOAD_BYTES, Files
from tests.telegram.keyboards import read_inline, read_keyboard
from tests.telegram.media import audio_shape, document_shape, photo_shape, video_shape, voice_shape

if TYPE_CHECKING:
    from tests.telegram.platform import Telegram

SHAPES: dict[str, Callable[[Files, bytes, str, str], JSON]] = {
    "photo": photo_shape,
    "document": document_shape,
    "video": lambda files, data, name, mime: video_shape(files, data),
    "voice": lambda files, data, name, mime: voice_shape(files, data, 3),
    "audio": lambda files, data, name, mime: audio_shape(files, data, 3),
}
NOTICE_UNITS = 200  # Bot API, answerCallbackQuery
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location "
    "record_video_note upload_video_note".split()
)
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
COPIED = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "video",
    "video_note",
    "animation",
    "voice",
    "audio",
    "document",
    "sticker",
)
EMOJI = frozenset(each.value for each in ReactionEmoji)
REACTIONS = 1  # Bot API, setMessageReaction: of a bot, on one message
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def send_message(telegram: "Telegram", call: Call) -> JSON:
    chat = telegram.chat(call)
    content = _text(call, "message is too long")
    return _show(telegram, call, chat, content)


def send_file(telegram: "Telegram", call: Call) -> JSON:
    """sendPhoto, sendVideo, …: the method says of what kind the file is."""
    chat = telegram.chat(call)
    return _show(telegram, call, chat, _media(telegram, call, call.method.removeprefix("send")) | _caption(call))


def send_chat_action(telegram: "Telegram", call: Call) -> bool:
    chat = telegram.chat(call)
    if call.text("action") not in ACTIONS:
        raise call.refusal("wrong parameter action in request")
    chat.check_open()
    return True


def edit_message_text(telegram: "Telegram", call: Call) -> JSON:
    chat, message = _editable(telegram, call)
    changed = {key: value for key, value in message.items() if key not in {"text", "entities", "reply_markup"}}
    return _edit(telegram, chat, message, changed | _text(call, "MESSAGE_TOO_LONG") | _inline(call))


def edit_message_reply_markup(telegram: "Telegram", call: Call) -> JSON:
    chat, message = _editable(telegram, call)
    changed = {key: value for key, value in message.items() if key != "reply_markup"}
    return _edit(telegram, chat, message, changed | _inline(call))


def copy_message(telegram: "Telegram", call: Call) -> JSON:
    """The same content as a message of the bot; a caption of its own only where the message can have one."""
    chat = telegram.chat(call)
    source = telegram.chats.get(call.number("from_chat_id", 0))
    if source is None:
        raise Refused(400, "Bad Request: chat not found")
    before = source.messages.get(call.number("message_id", 0))
    if before is None:
        raise Refused(400, "Bad Request: message to copy not found")
    caption = _caption(call)  # too long is too long, also where none can stand
    content = {name: before[name] for name in COPIED if name in before}
    if not content:
        raise Refused(400, "Bad Request: message can't be copied")
    if "caption" in call.params and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")} | caption
    return {"message_id": _show(telegram, call, chat, content)["message_id"]}


def set_message_reaction(telegram: "Telegram", call: Call) -> bool:
    chat = telegram.chat(call)
    chat.check_open()
    message = chat.messages.get(call.number("message_id", 0))
    if message is None:
        raise Refused(400, "Bad Request: message to react not found")
    reaction = call.structure("reaction") or []
    if not isinstance(reaction, list) or len(reaction) > REACTIONS:
        raise call.refusal("REACTIONS_TOO_MANY")
    if any(each.get("type") != "emoji" or each.get("emoji") not in EMOJI for each in reaction):
        raise call.refusal("REACTION_INVALID")
    chat.reactions[message["message_id"]] = [each["emoji"] for each in reaction]
    chat.changes.tell()
    return True


def answer_callback_query(telegram: "Telegram", call: Call) -> bool:
    if units(call.text("text")) > NOTICE_UNITS:
        raise call.refusal("MESSAGE_TOO_LONG")
    query = call.text("callback_query_id")
    if query not in telegram.taps:
        raise Refused(400, TOO_OLD)
    telegram.taps.remove(query)
    return True


def _text(call: Call, too_long: str) -> JSON:
    if call.text("parse_mode"):
        raise call.refusal("unsupported parse_mode")  # what it would do is not imitated: entities say the same
    text = call.text("text")
    if not text.strip():
        raise call.refusal("message text is empty")
    entities = check_entities(call, text, call.structure("entities"))
    text = text.rstrip()
    if units(text) > TEXT_UNITS:
        raise call.refusal(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def _caption(call: Call) -> JSON:
    caption = call.text("caption").strip()
    if units(caption) > CAPTION_UNITS:
        raise call.refusal("message caption is too long")
    entities = check_entities(call, caption, call.structure("caption_entities"))
    return ({"caption": caption} if caption else {}) | ({"caption_entities": entities} if entities else {})


def _media(telegram: "Telegram", call: Call, kind: str) -> JSON:
    """From a file that came with the call, or from the id of one that was sent before."""
    shape = SHAPES[kind]
    if upload := call.uploads.get(kind) or call.uploads.get(call.text(kind).removeprefix("attach://")):
        _check_size(call, upload, kind)
        return shape(telegram.files, upload.content, upload.name, upload.mime)
    file = telegram.files.find(call.text(kind))
    if file.kind != kind:
        raise Refused(400, f"Bad Request: can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return shape(telegram.files, file.content, file.path, "")


def _check_size(call: Call, upload: Upload, kind: str) -> None:
    size = len(upload.content)
    if not size:
        raise call.refusal("file must be non-empty")
    if size > UPLOAD_BYTES:
        call.complain(f"a file of {size} bytes")
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo" and size > PHOTO_BYTES:
        raise call.refusal(f'file "{upload.name}" of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes')


def _show(telegram: "Telegram", call: Call, chat: Chat, content: JSON) -> JSON:
    keyboard = read_keyboard(call, private=chat.private)
    chat.check_open()
    if call.whole("message_thread_id"):
        raise Refused(400, "Bad Request: message thread not found")  # no chat here has topics
    message: JSON = {"message_id": chat.number(), "from": telegram.bot, "chat": chat.shape, "date": telegram.now()}
    message |= _answered(call, chat) | content
    if keyboard and keyboard.get("inline_keyboard"):
        message["reply_markup"] = keyboard
    chat.show(message, keyboard)
    return message


def _answered(call: Call, chat: Chat) -> JSON:
    """The message that this one answers, without the one that it answers itself."""
    wanted: Any = call.structure("reply_parameters")
    if not isinstance(wanted, dict):
        return {}
    if before := chat.messages.get(wanted.get("message_id", 0)):
        return {"reply_to_message": {key: value for key, value in before.items() if key != "reply_to_message"}}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise Refused(400, "Bad Request: message to be replied not found")


def _inline(call: Call) -> JSON:
    markup = read_inline(call)
    return {"reply_markup": markup} if markup else {}


def _editable(telegram: "Telegram", call: Call) -> tuple[Chat, JSON]:
    chat = telegram.chat(call)
    chat.check_open()
    number = call.whole("message_id")
    if not number:
        raise call.refusal("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise Refused(400, "Bad Request: message to edit not found")
    if message.get("from") != telegram.bot or number in chat.keyboards:
        raise Refused(400, "Bad Request: message can't be edited")
    return chat, message


def _edit(telegram: "Telegram", chat: Chat, message: JSON, changed: JSON) -> JSON:
    if all(message.get(key) == changed.get(key) for key in ("text", "entities", "reply_markup")):
        raise Refused(400, NOT_MODIFIED)
    changed["edit_date"] = telegram.now()
    chat.messages[message["message_id"]] = changed
    chat.changes.tell()
    return changed
