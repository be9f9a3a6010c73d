"""The keyboards of a message, checked against what Telegram takes."""

from typing import Any

from tests.telegram.calls import JSON, Call

INLINE_BUTTONS, INLINE_ROW = 100, 8  # python-telegram-bot's constants.InlineKeyboardMarkupLimit; the Bot API gives no numbers
REPLY_BUTTONS, REPLY_ROW = 300, 12  # tdlib, ReplyMarkup.cpp
DATA_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data: 1-64 bytes
PLACEHOLDER_UNITS = 64  # Bot API, ReplyKeyboardMarkup.input_field_placeholder

INLINE_KINDS = ("callback_data", "url", "copy_text", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat")


def read_keyboard(call: Call, *, private: bool) -> JSON | None:
    """What `reply_markup` asks for, without the buttons that Telegram leaves out."""
    markup: Any = call.structure("reply_markup")
    match markup:
        case None:
            return None
        case {"remove_keyboard": True} | {"force_reply": True}:
            return dict(markup)
        case {"inline_keyboard": list(rows)}:
            return {"inline_keyboard": _kept(call, rows, INLINE_BUTTONS, INLINE_ROW, _inline)}
        case {"keyboard": list(rows)}:
            if len(str(markup.get("input_field_placeholder") or "")) > PLACEHOLDER_UNITS:
                call.complain("input_field_placeholder is longer than 64 characters")
            kept = _kept(call, rows, REPLY_BUTTONS, REPLY_ROW, lambda call, button: _reply(call, button, private=private))
            return {**markup, "keyboard": kept}
    if not isinstance(markup, dict):
        raise call.refusal("object expected as reply markup")
    if markup:
        call.complain("reply_markup without a keyboard")
    return None


def read_inline(call: Call) -> JSON | None:
    """What an edit may put under a message: buttons, or with none in it nothing."""
    markup = read_keyboard(call, private=False)
    if markup and "inline_keyboard" not in markup:
        raise call.refusal("inline keyboard expected")
    return markup if markup and markup["inline_keyboard"] else None


def _kept(call: Call, rows: list[Any], most: int, in_row: int, read: Any) -> list[list[JSON]]:
    if not all(isinstance(row, list) for row in rows):
        raise call.refusal("can't parse keyboard: expected an Array of Array of buttons")
    if sum(map(len, rows)) > most:
        raise call.refusal("reply markup is too long")
    if any(len(row) > in_row for row in rows):
        call.complain(f"more than {in_row} buttons in a row")
    kept = ([button for each in row[:in_row] if (button := read(call, each))] for row in rows)
    return [row for row in kept if row]


def _inline(call: Call, button: Any) -> JSON | None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise call.refusal('can\'t parse inline keyboard button: Field "text" must be of type String')
    kinds = [kind for kind in INLINE_KINDS if kind in button]
    if len(kinds) != 1:
        raise call.refusal("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_BYTES:
        raise call.refusal("BUTTON_DATA_INVALID")
    return _labelled(call, button)


def _reply(call: Call, button: Any, *, private: bool) -> JSON | None:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise call.refusal('can\'t parse keyboard button: Field "text" must be of type String')
    if button.get("request_contact") and not private:
        raise call.refusal("phone number can be requested in private chats only")
    if button.get("request_location") and not private:
        raise call.refusal("location can be requested in private chats only")
    return _labelled(call, button)


def _labelled(call: Call, button: JSON) -> JSON | None:
    if button["text"].strip():
        return button
    call.complain("a button without label")
    return None
