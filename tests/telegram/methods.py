"""The methods of the Bot API that the stand-in has, by name. Names are compared without regard to case, as Telegram does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from tests.telegram import receiving, sending
from tests.telegram.calls import JSON, Call, Refused
from tests.telegram.chats import GIFTS

if TYPE_CHECKING:
    from tests.telegram.platform import Telegram

Method = Callable[["Telegram", Call], Any]  # the result, or an awaitable of it

COMMANDS = 100  # Bot API, setMyCommands
COMMAND_UNITS, DESCRIPTION_UNITS = 32, 256  # Bot API, BotCommand
ABOUT_UNITS, SHORT_ABOUT_UNITS = 512, 120  # Bot API, setMyDescription, setMyShortDescription


def unknown(telegram: "Telegram", call: Call) -> NoReturn:
    call.complain("no such method in the stand-in")
    raise Refused(404, "Not Found")


def get_me(telegram: "Telegram", call: Call) -> JSON:
    abilities = dict.fromkeys(
        ("can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business", "has_main_web_app"), False
    )
    return telegram.bot | {"can_join_groups": True} | abilities


def get_chat(telegram: "Telegram", call: Call) -> JSON:
    chat = telegram.chat(call)
    return chat.shape | {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(GIFTS, True)}


def get_chat_member(telegram: "Telegram", call: Call) -> JSON:
    chat = telegram.chat(call)
    if member := chat.members.get(call.number("user_id", 0)):
        return member
    raise Refused(400, "Bad Request: member not found")


def leave_chat(telegram: "Telegram", call: Call) -> bool:
    chat = telegram.chat(call)
    if chat.private:
        raise Refused(400, "Bad Request: chat member status can't be changed in private chats")
    chat.check_open()
    chat.closed = f"bot is not a member of the {chat.shape['type']} chat"
    chat.members[telegram.bot["id"]] = {"user": telegram.bot, "status": "left"}
    chat.changes.tell()
    return True


def set_my_commands(telegram: "Telegram", call: Call) -> bool:
    commands = call.structure("commands")
    if not isinstance(commands, list) or len(commands) > COMMANDS:
        raise call.refusal("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name, description = str(command.get("command", "")), str(command.get("description", ""))
        if not 1 <= len(name) <= COMMAND_UNITS or not name.replace("_", "a").isalnum() or name != name.lower() or not name.isascii():
            raise call.refusal("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= DESCRIPTION_UNITS:
            raise call.refusal("BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.settings[call.method] = {**call.params, "commands": commands}
    return True


def set_my_description(telegram: "Telegram", call: Call) -> bool:
    if len(call.text("description")) > ABOUT_UNITS:
        raise call.refusal("description is too long")
    telegram.settings[call.method] = dict(call.params)
    return True


def set_my_short_description(telegram: "Telegram", call: Call) -> bool:
    if len(call.text("short_description")) > SHORT_ABOUT_UNITS:
        raise call.refusal("description is too long")
    telegram.settings[call.method] = dict(call.params)
    return True


METHODS: dict[str, Method] = {
    "getme": get_me,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "leavechat": leave_chat,
    "setmycommands": set_my_commands,
    "setmydescription": set_my_description,
    "setmyshortdescription": set_my_short_description,
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "getfile": receiving.get_file,
    "sendmessage": sending.send_message,
    **dict.fromkeys(("sendphoto", "senddocument", "sendvideo", "sendvoice", "sendaudio"), sending.send_file),
    "copymessage": sending.copy_message,
    "setmessagereaction": sending.set_message_reaction,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": sending.edit_message_text,
    "editmessagereplymarkup": sending.edit_message_reply_markup,
    "answercallbackquery": sending.answer_callback_query,
}
