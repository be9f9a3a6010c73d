"""Every documented limit: who breaks it is told so in Telegram's words, or loses a part in silence; both are kept as violations."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import ClientSession
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, MessageEntity, ReplyKeyboardMarkup
from telegram.error import BadRequest, TelegramError

from tests.telegram import groups
from tests.telegram.customers import Customer
from tests.telegram.entities import units
from tests.telegram.platform import Telegram
from tests.telegram.trying import MARIA, with_bot

PAST_THE_CLIENT = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBUserWarning")  # which prefers its own methods
Does = Callable[[Bot], Awaitable[Any]]


def inline(*rows: list[str], data: str = "p1:0") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label in row] for row in rows])


def says(text: str, **more: Any) -> Does:
    return lambda bot: bot.send_message(MARIA.id, text, **more)


def does(method: str, **params: Any) -> Does:
    """Past the client's own checks."""
    return lambda bot: bot.do_api_request(method, params)


BROKEN: dict[str, tuple[Does, str]] = {
    "no text": (says(" \n"), "message text is empty"),
    "4097 characters": (says("x" * 4097), "message is too long"),
    "4098 units": (says("😀" * 2049), "message is too long"),
    "an entity behind the end": (
        says("Oi", entities=[MessageEntity("bold", 1, 2)]),
        "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
    ),
    "half a character": (says("😀😀", entities=[MessageEntity("bold", 1, 1)]), "in a middle of a UTF-16 symbol"),
    "an unknown entity": (says("Oi", entities=[MessageEntity("loud", 0, 2)]), "Unsupported type specified"),
    "an entity of nothing": (says("Oi", entities=[MessageEntity("bold", 0, 0)]), "must be of type Number"),
    "a parse mode": (says("*Oi*", parse_mode="MarkdownV2"), "unsupported parse_mode"),
    "data of 65 bytes": (says("Oi", reply_markup=inline(["Sim"], data="ç" * 32 + "x")), "BUTTON_DATA_INVALID"),
    "no data": (says("Oi", reply_markup=inline(["Sim"], data="")), "BUTTON_DATA_INVALID"),
    "a button that does nothing": (
        does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup={"inline_keyboard": [[{"text": "a"}]]}),
        "Text buttons",
    ),
    "101 buttons": (says("Oi", reply_markup=inline(*[["a"]] * 101)), "reply markup is too long"),
    "a list as markup": (does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup="[]"), "object expected as reply markup"),
    "markup that is no JSON": (does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup="{"), "can't parse reply markup JSON object"),
    "a caption of 1025": (lambda bot: bot.send_photo(MARIA.id, b"\xff\xd8\xff", caption="x" * 1025), "message caption is too long"),
    "an empty file": (lambda bot: bot.send_document(MARIA.id, b"", filename="a.pdf"), "file must be non-empty"),
    "a photo of 10 MB": (lambda bot: bot.send_photo(MARIA.id, b"x" * (10 * 1024 * 1024 + 1)), "is too big for a photo"),
    "a copy's caption of 1025": (lambda bot: bot.copy_message(MARIA.id, MARIA.id, 1, caption="x" * 1025), "caption is too long"),
    "two reactions": (
        does("setMessageReaction", chat_id=MARIA.id, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}] * 2),
        "REACTIONS_TOO_MANY",
    ),
    "a reaction that is none": (
        does("setMessageReaction", chat_id=MARIA.id, message_id=1, reaction=[{"type": "emoji", "emoji": "✅"}]),
        "REACTION_INVALID",
    ),
    "a notice of 201": (lambda bot: bot.answer_callback_query("1", text="x" * 201), "MESSAGE_TOO_LONG"),
    "no action": (lambda bot: bot.send_chat_action(MARIA.id, "dancing"), "wrong parameter action in request"),
    "a secret with a blank": (lambda bot: bot.set_webhook("https://bot.example/t", secret_token="um dois"), "unallowed characters"),
    "a webhook without http": (lambda bot: bot.set_webhook("ftp://bot.example/t"), "An HTTPS URL must be provided"),
    "a command in capitals": (lambda bot: bot.set_my_commands([("Start", "Começar")]), "BOT_COMMAND_INVALID"),
    "a long description": (lambda bot: bot.set_my_description("x" * 513), "description is too long"),
    "a long short description": (lambda bot: bot.set_my_short_description("x" * 121), "description is too long"),
    "101 commands": (lambda bot: bot.set_my_commands([(f"c{nth}", "x") for nth in range(101)]), "BOT_COMMANDS_TOO_MUCH"),
    "a command that says nothing": (lambda bot: bot.set_my_commands([("start", "")]), "BOT_COMMAND_DESCRIPTION_INVALID"),
    "no chat": (does("sendMessage", text="Oi"), "chat_id is empty"),
    "entities that are no list": (does("sendMessage", chat_id=MARIA.id, text="Oi", entities={}), "expected an Array of MessageEntity"),
    "a row that is none": (does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup={"keyboard": ["a"]}), "Array of Array"),
    "a button of a number": (does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup={"keyboard": [[7]]}), "must be of type String"),
    "an edit of nothing": (does("editMessageText", chat_id=MARIA.id, text="Oi"), "message identifier is not specified"),
    "no such method": (does("sendTelegram", chat_id=MARIA.id), "Not Found"),
}


@PAST_THE_CLIENT
@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_limit_is_refused_and_kept(what: str) -> None:
    breaks, words = BROKEN[what]

    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        with pytest.raises(TelegramError) as refused:
            await breaks(bot)
        assert words.lower() in str(refused.value).lower() or what == "no such method"
        assert len(telegram.violations) == 1
        assert maria.heard() == []

    with_bot(scenario)


ANOTHER_MARKUP = does("sendMessage", chat_id=MARIA.id, text="Oi", reply_markup={"buttons": []})
LONG_HINT = "input_field_placeholder is longer than 64 characters"
KEPT: dict[str, tuple[Does, tuple[str, ...], str]] = {
    "a button without label": (says("Oi", reply_markup=inline(["Sim", " "])), ("Sim",), "a button without label"),
    "nine in a row": (says("Oi", reply_markup=inline(list("abcdefghi"))), tuple("abcdefgh"), "more than 8 buttons in a row"),
    "101 entities": (says("x" * 101, entities=[MessageEntity("bold", nth, 1) for nth in range(101)]), (), "101 entities in one message"),
    "a long hint": (says("Oi", reply_markup=ReplyKeyboardMarkup([["a"]], input_field_placeholder="x" * 65)), (), LONG_HINT),
    "another markup": (ANOTHER_MARKUP, (), "reply_markup without a keyboard"),
}


@PAST_THE_CLIENT
@pytest.mark.parametrize("what", KEPT)
def test_what_telegram_drops_in_silence_is_kept_as_well(what: str) -> None:
    breaks, buttons, words = KEPT[what]

    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await breaks(bot)
        assert [violation.what for violation in telegram.violations] == [words]
        assert (await maria.next_message()).buttons == buttons

    with_bot(scenario)


LAWFUL: dict[str, Does] = {
    "4096 units": says("😀" * 2048),
    "data of 64 bytes": says("Oi", reply_markup=inline(["Sim"], data="ç" * 32)),
    "100 buttons": says("Oi", reply_markup=inline(*[["a"] * 8] * 12, ["a"] * 4)),
    "a caption of 1024": lambda bot: bot.send_photo(MARIA.id, b"\xff\xd8\xff", caption="x" * 1024),
    "an entity of all": says("São 😀", entities=[MessageEntity("bold", 0, 6)]),
    "a copy with a caption of 1024": lambda bot: bot.copy_message(MARIA.id, MARIA.id, 1, caption="x" * 1024),
    "a reaction": lambda bot: bot.set_message_reaction(MARIA.id, 1, "👍"),
    "an edit without buttons": lambda bot: bot.edit_message_reply_markup(MARIA.id, 2, reply_markup=InlineKeyboardMarkup([])),
}


@pytest.mark.parametrize("what", LAWFUL)
def test_the_limit_itself_is_within(what: str) -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await bot.send_message(MARIA.id, "Tudo bem?", reply_markup=inline(["Sim"]))
        await LAWFUL[what](bot)
        assert telegram.violations == []

    with_bot(scenario)


def test_numbers_out_of_bounds_are_kept_and_mended() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await bot.get_updates(limit=0)
        await bot.set_webhook("http://127.0.0.1:9/telegram", max_connections=101)
        assert (await bot.get_webhook_info()).max_connections == 100
        assert [violation.what for violation in telegram.violations] == ["limit 0", "max_connections 101"]
        await bot.set_webhook("")
        assert telegram.webhook.url == ""

    with_bot(scenario)


def test_an_upload_has_its_limit() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        with pytest.raises(TelegramError, match="Request Entity Too Large"):
            await bot.send_document(MARIA.id, b"x" * (50 * 1024 * 1024 + 1), filename="a.bin")
        assert len(telegram.violations) == 1

    with_bot(scenario)


def test_only_buttons_can_be_put_under_a_message() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        sent = await bot.send_message(MARIA.id, "Oi")
        keys: Any = ReplyKeyboardMarkup([["Sim"]])
        with pytest.raises(BadRequest, match="Inline keyboard expected"):
            await bot.edit_message_reply_markup(MARIA.id, sent.message_id, reply_markup=keys)

    with_bot(scenario)


def test_a_number_is_asked_for_in_private_only() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        group = groups.founded(telegram, "Condomínio", maria)
        keys = ReplyKeyboardMarkup([[KeyboardButton("Enviar", request_contact=True)]])
        with pytest.raises(BadRequest, match="Phone number can be requested in private chats only"):
            await bot.send_message(group.id, "Seu número?", reply_markup=keys)
        with pytest.raises(BadRequest, match="Location can be requested in private chats only"):
            await bot.send_message(group.id, "Onde?", reply_markup=ReplyKeyboardMarkup([[KeyboardButton("Aqui", request_location=True)]]))
        assert len(telegram.violations) == 2

    with_bot(scenario)


def test_a_body_that_cannot_be_read_is_kept() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        async with ClientSession() as session:
            bodies = (b'{"chat_id":', b"[]", b"\xff")
            for body in bodies:
                async with session.post(
                    f"{telegram.url}/bot{telegram.token}/getMe", data=body, headers={"Content-Type": "application/json"}
                ):
                    pass
        assert len(telegram.violations) == len(bodies)

    with_bot(scenario)


@pytest.mark.parametrize("text, length", [("", 0), ("abc", 3), ("ção", 3), ("😀", 2), ("👩‍🔧", 5)])
def test_telegram_counts_utf_16_units(text: str, length: int) -> None:
    assert units(text) == length
