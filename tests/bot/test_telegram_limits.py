"""Our limits of Telegram, held to those that python-telegram-bot has from the published pages."""

from telegram.constants import (
    FileSizeLimit,
    FloodLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MessageLimit,
    PollingLimit,
    WebhookLimit,
)

from bot.handlers.telegram.channel import CHAT_SECONDS, GROUP_SECONDS, PER_SECOND
from bot.handlers.telegram.polling import MOST
from bot.handlers.telegram.updates import PRIVATE
from bot.handlers.telegram.uploads import PHOTO_BYTES
from bot.handlers.telegram.webhook import CONNECTIONS, secret_of
from bot.history import MAX_PAYLOAD
from bot.settings import Settings
from core.files import MOST_BYTES

TOKEN = "110201543:o-token-que-o-BotFather-mostrou"
LONGEST_DATA = "p2147483647:>999999999"  # of a button: version of a conversation, and an option's place


def test_what_is_sent_fits() -> None:
    assert PRIVATE.text == PRIVATE.body == MessageLimit.MAX_TEXT_LENGTH
    assert PRIVATE.buttons <= InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    assert len(LONGEST_DATA.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


def test_what_is_asked_for_is_given() -> None:
    assert MOST == PollingLimit.MAX_LIMIT
    assert MOST_BYTES == FileSizeLimit.FILESIZE_DOWNLOAD
    assert PHOTO_BYTES == FileSizeLimit.PHOTOSIZE_UPLOAD
    assert MAX_PAYLOAD == MessageLimit.DEEP_LINK_LENGTH


def test_what_is_free_is_not_exceeded_unless_a_setting_says_so() -> None:
    assert Settings().telegram.per_second == PER_SECOND == FloodLimit.MESSAGES_PER_SECOND
    assert 60 / GROUP_SECONDS == FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
    assert 1 / CHAT_SECONDS == FloodLimit.MESSAGES_PER_SECOND_PER_CHAT


def test_a_webhook_can_be_registered() -> None:
    assert WebhookLimit.MIN_CONNECTIONS_LIMIT <= CONNECTIONS <= WebhookLimit.MAX_CONNECTIONS_LIMIT
    assert WebhookLimit.MIN_SECRET_TOKEN_LENGTH <= len(secret_of(TOKEN, "")) <= WebhookLimit.MAX_SECRET_TOKEN_LENGTH
