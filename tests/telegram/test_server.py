"""The stand-in against python-telegram-bot: the real client parses every update and every answer, down to the last field."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    ChatMemberMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    TelegramObject,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from tests.telegram import groups, media
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving
from tests.telegram.trying import MARIA, client, with_bot

JOANA = Person(5_511_002, "Joana")

# Old names that the Bot API still sends beside the new ones, and what it tells of groups beyond its documentation.
LEGACY = {
    "accepted_gift_types",
    "thumb",
    "forward_from",
    "forward_date",
    "new_chat_participant",
    "new_chat_member",
    "all_members_are_administrators",
}

WRITES: dict[str, tuple[Callable[[Customer], Any], Callable[[Update], Any]]] = {
    "say": (lambda who: who.say("Oi, sou a Ana: ana@exemplo.com.br"), lambda update: update.message and update.message.parse_entities()),
    "start": (lambda who: who.start("casa_42"), lambda update: update.message and update.message.text == "/start casa_42"),
    "answer": (lambda who: who.say("isso", answers=who.say("o quê?")), lambda update: update.message),
    "forward": (lambda who: who.forward("pingando", JOANA), lambda update: update.message and update.message.forward_origin),
    "photo": (lambda who: who.photo(caption="a pia"), lambda update: update.message and update.message.photo[-1].width == 1280),
    "album": (lambda who: who.album("photo", "video", caption="duas"), lambda update: update.message and update.message.media_group_id),
    "video": (lambda who: who.video(), lambda update: update.message and update.message.video),
    "video_note": (lambda who: who.video_note(), lambda update: update.message and update.message.video_note),
    "document": (lambda who: who.document(), lambda update: update.message and update.message.document),
    "voice": (lambda who: who.voice(seconds=43), lambda update: update.message and update.message.voice),
    "audio": (lambda who: who.audio(), lambda update: update.message and update.message.audio),
    "sticker": (lambda who: who.sticker(), lambda update: update.message and update.message.sticker),
    "own contact": (lambda who: who.share_contact(), lambda update: update.message and update.message.contact),
    "other contact": (
        lambda who: who.forward_contact("5511987650002", "Joana", 7),
        lambda update: update.message and update.message.contact,
    ),
    "location": (lambda who: who.location(-23.56, -46.65), lambda update: update.message and update.message.location),
    "venue": (
        lambda who: who.venue(-23.56, -46.65, "Prédio", "Rua das Acácias, 12"),
        lambda update: update.message and update.message.venue,
    ),
    "dice": (lambda who: who.write({"dice": {"emoji": "🎲", "value": 4}}), lambda update: update.message and update.message.dice),
    "edit": (lambda who: who.edit(who.say("vazamneto"), "vazamento"), lambda update: update.message),
    "block": (lambda who: who.block(), lambda update: update.my_chat_member),
    "group": (lambda who: groups.founded(who.telegram, "Condomínio", who), lambda update: update.my_chat_member),
}


def unknown_fields(thing: object) -> set[str]:
    """Fields that python-telegram-bot does not know, at any depth."""
    if isinstance(thing, tuple | list):
        return set().union(*map(unknown_fields, thing))
    if not isinstance(thing, TelegramObject):
        return set()
    names = {name for each in type(thing).__mro__ for name in getattr(each, "__slots__", ()) if not name.startswith("_")}
    parts = [getattr(thing, name, None) for name in names - {"api_kwargs"}]
    return set(thing.api_kwargs) | unknown_fields(parts)


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"p1:{nth}")] for nth, label in enumerate(labels)])


@pytest.mark.parametrize("what", WRITES)
def test_what_a_customer_does_is_an_update_that_the_client_knows(what: str) -> None:
    does, is_right = WRITES[what]

    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        does(maria)
        updates = await bot.get_updates()
        assert updates
        assert is_right(updates[0])
        assert unknown_fields(updates) <= LEGACY
        assert all(update.effective_user and update.effective_user.id == MARIA.id for update in updates)

    with_bot(scenario)


def test_a_talk_of_words_and_taps() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        sent = await bot.send_message(MARIA.id, "É perigo?", reply_markup=buttons("Sim", "Não"))
        assert unknown_fields(sent) == set()
        asked = await maria.next_message()
        assert (asked.id, asked.text, asked.buttons) == (sent.message_id, "É perigo?", ("Sim", "Não"))
        maria.tap("Não")
        [update] = await bot.get_updates(timeout=5)
        assert unknown_fields(update) == set()
        assert update.callback_query
        assert update.callback_query.data == "p1:1"
        await update.callback_query.answer()
        assert not telegram.taps
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
            await update.callback_query.answer()
        await bot.edit_message_reply_markup(MARIA.id, asked.id)
        assert maria.heard()[-1].buttons == ()
        with pytest.raises(LookupError):
            maria.tap("Sim")
        maria.tap("Sim", on=asked)  # a client that has not seen the edit
        assert telegram.violations == []

    with_bot(scenario)


def test_a_tap_on_a_message_that_is_gone_tells_little() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.touch("p1:0", 4711)
        [update] = await bot.get_updates()
        assert update.callback_query
        assert update.callback_query.message
        assert not update.callback_query.message.is_accessible

    with_bot(scenario)


def test_reactions_come_only_to_who_asks_for_them() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        message = await bot.send_message(MARIA.id, "Anotado.")
        maria.react("👍", message.message_id)
        assert await bot.get_updates() == ()
        await bot.get_updates(allowed_updates=["message", "message_reaction"])
        maria.react("👍", message.message_id)
        maria.react("", message.message_id, before="👍")
        set_, taken_back = await bot.get_updates()
        assert unknown_fields([set_, taken_back]) == set()
        assert set_.message_reaction
        assert len(set_.message_reaction.new_reaction) == 1
        assert taken_back.message_reaction
        assert taken_back.message_reaction.new_reaction == ()

    with_bot(scenario)


def test_the_own_contact_by_a_button_that_shows_once() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        keys = [[KeyboardButton("Enviar meu número", request_contact=True)], [KeyboardButton("Continuar sem")]]
        await bot.send_message(
            MARIA.id, "Seu número?", reply_markup=ReplyKeyboardMarkup(keys, one_time_keyboard=True, resize_keyboard=True)
        )
        asked = await maria.next_message()
        assert asked.keyboard == ("Enviar meu número", "Continuar sem")
        maria.tap("Enviar meu número")
        [update] = await bot.get_updates()
        assert update.message
        assert update.message.contact
        assert update.message.contact.user_id == MARIA.id
        assert update.message.reply_to_message
        assert update.message.reply_to_message.message_id == asked.id
        with pytest.raises(LookupError):
            maria.tap("Continuar sem")
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_reply_markup(MARIA.id, asked.id)
        await bot.send_message(MARIA.id, "Obrigado.", reply_markup=ReplyKeyboardRemove())
        assert telegram.violations == []

    with_bot(scenario)


def test_bold_is_seen_and_edits_that_change_nothing_are_refused() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        bold = [MessageEntity("bold", 5, 6)]
        sent = await bot.send_message(MARIA.id, "😀 é *perigo*", entities=[MessageEntity("bold", 5, 8)])
        assert (await maria.next_message()).bold == ("*perigo*",)
        await bot.edit_message_text("😀 é perigo", MARIA.id, sent.message_id, entities=bold)
        assert maria.heard()[-1].bold == ("perigo",)
        with pytest.raises(BadRequest, match="Message is not modified"):
            await bot.edit_message_text("😀 é perigo", MARIA.id, sent.message_id, entities=bold)
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await bot.edit_message_text("outra", MARIA.id, 4711)
        assert telegram.violations == []

    with_bot(scenario)


def test_files_go_up_and_come_down() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        content = media.content("photo")
        maria.photo(content)
        maria.photo(content)
        first, second = [update.message.photo[-1] for update in await bot.get_updates() if update.message]
        assert first.file_id != second.file_id
        assert first.file_unique_id == second.file_unique_id
        file = await bot.get_file(first.file_id)
        assert bytes(await file.download_as_bytearray()) == content
        sent = await bot.send_photo(MARIA.id, content, caption="de volta")
        assert (await maria.next_message()).text == "de volta"
        assert unknown_fields(sent) == set()
        await bot.send_photo(MARIA.id, first.file_id)
        document = await bot.send_document(MARIA.id, b"%PDF-1.7 chamado\r\n--\r\n", filename="chamado.pdf")
        assert document.document
        assert document.document.file_name == "chamado.pdf"
        again = await (await bot.get_file(document.document.file_id)).download_as_bytearray()
        assert bytes(again) == b"%PDF-1.7 chamado\r\n--\r\n"
        with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
            await bot.send_photo(MARIA.id, document.document.file_id)
        assert telegram.violations == []

    with_bot(scenario)


def test_what_is_too_large_or_too_old_is_not_downloaded() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.video(size=21 * 1024 * 1024)
        maria.voice()
        video, voice = [update.message for update in await bot.get_updates() if update.message]
        assert video.video
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.get_file(video.video.file_id)
        assert voice.voice
        file = await bot.get_file(voice.voice.file_id)
        telegram.files.expire(str(file.file_path).partition(f"{telegram.token}/")[2])
        with pytest.raises(InvalidToken):  # which is what the client makes of any 404
            await file.download_as_bytearray()
        await (await bot.get_file(voice.voice.file_id)).download_as_bytearray()

    with_bot(scenario)


def test_a_bot_knows_itself_and_its_chats() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        me = await bot.get_me()
        assert me.username == "zelador_teste_bot"
        assert unknown_fields([me, await bot.get_chat(MARIA.id), await bot.get_webhook_info()]) == set()
        group = groups.founded(telegram, "Condomínio", maria)
        assert isinstance(await bot.get_chat_member(group.id, me.id), ChatMemberMember)
        await bot.set_my_commands([BotCommand("start", "Começar")])
        await bot.set_my_description("Recebe pedidos de manutenção.")
        await bot.send_chat_action(MARIA.id, "typing")
        assert set(telegram.settings) == {"setmycommands", "setmydescription"}
        await bot.leave_chat(group.id)
        with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
            await bot.send_message(group.id, "Oi")
        assert telegram.violations == []

    with_bot(scenario)


def test_a_group_becomes_another() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        group = groups.founded(telegram, "Condomínio", maria)
        maria.within(group).say("Oi a todos")
        bigger = groups.migrated(telegram, group, maria)
        updates = await bot.get_updates()
        assert unknown_fields(updates) <= LEGACY
        told = [update.message.migrate_to_chat_id for update in updates if update.message]
        assert told[-2:] == [bigger.id, None]
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(group.id, "Oi")
        assert moved.value.new_chat_id == bigger.id
        there = maria.within(bigger)
        await bot.send_message(bigger.id, "Oi")
        assert (await there.next_message()).text == "Oi"

    with_bot(scenario)


def test_who_cannot_be_written_to() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        Customer(telegram, JOANA)
        with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
            await bot.send_message(JOANA.id, "Oi")
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(MARIA.id, "Oi", message_thread_id=3)
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(4711, "Oi")
        maria.block()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(MARIA.id, "Oi")
        maria.start()
        await bot.send_message(MARIA.id, "Oi")
        maria.deactivate()
        with pytest.raises(Forbidden, match="user is deactivated"):
            await bot.send_message(MARIA.id, "Oi")
        assert telegram.violations == []

    with_bot(scenario)


def test_an_answer_to_a_message_shows_it() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        said = maria.say("Oi")
        sent = await bot.send_message(MARIA.id, "Olá", reply_to_message_id=said["message_id"])
        assert sent.reply_to_message
        assert sent.reply_to_message.text == "Oi"
        with pytest.raises(BadRequest, match="Message to be replied not found"):
            await bot.send_message(MARIA.id, "Olá", reply_to_message_id=4711)
        await bot.send_message(MARIA.id, "Olá", reply_to_message_id=4711, allow_sending_without_reply=True)

    with_bot(scenario)


def test_what_is_not_there_is_not_found() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        with pytest.raises(BadRequest, match="Member not found"):
            await bot.get_chat_member(MARIA.id, 4711)
        with pytest.raises(BadRequest, match="Invalid file_id"):
            await bot.get_file("AgAD")
        with pytest.raises(BadRequest, match="Wrong file identifier"):
            await bot.send_photo(MARIA.id, "AgAD")
        with pytest.raises(BadRequest, match="can't be changed in private chats"):
            await bot.leave_chat(MARIA.id)
        assert telegram.violations == []

    with_bot(scenario)


def test_a_tap_can_be_answered_too_late() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await bot.send_message(MARIA.id, "É perigo?", reply_markup=buttons("Sim"))
        query = maria.tap("Sim")
        telegram.expire_taps()
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(query["id"])

    with_bot(scenario)


def test_who_waits_in_vain_is_told_what_came_last() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await bot.send_message(MARIA.id, "Anotado.")
        await maria.next_message()
        with pytest.raises(TimeoutError, match=r"Maria heard nothing new; the last was 'Anotado\.'"):
            await maria.next_message(seconds=0.01)

    with_bot(scenario)


def test_dates_come_from_the_clock_and_only_the_last_calls_are_kept() -> None:
    async def run() -> None:
        async with serving(Telegram(clock=lambda: 1_790_000_000, keep=2)) as telegram, client(telegram) as bot:
            Customer(telegram, MARIA).start()
            for _ in range(3):
                sent = await bot.send_message(MARIA.id, "Oi")
            assert sent.date.timestamp() == 1_790_000_000
            assert len(telegram.calls) == 2

    asyncio.run(run())


@pytest.mark.parametrize("token", ["110201543:outro", "sem-forma"])
def test_another_token_is_refused(token: str) -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        with pytest.raises(InvalidToken):
            async with client(telegram, token):
                pass

    with_bot(scenario)
