"""Methods by which a bot fetches what was written to it: long polling, the webhook, files."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from tests.telegram.calls import JSON, Call, Refused
from tests.telegram.webhook import CONNECTIONS

if TYPE_CHECKING:
    from tests.telegram.platform import Telegram

LIMIT = 100  # updates in one answer (Bot API, getUpdates)
MOST_CONNECTIONS = 100  # Bot API, setWebhook
POLL_SECONDS = 50  # the longest poll; tdlib/telegram-bot-api, Client.h: LONG_POLL_MAX_TIMEOUT
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook


async def get_updates(telegram: "Telegram", call: Call) -> list[msgspec.Raw]:
    if telegram.webhook.url:
        raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    limit, seconds = call.number("limit", LIMIT), call.number("timeout", 0)
    if not 1 <= limit <= LIMIT:
        call.complain(f"limit {limit}")
        limit = LIMIT
    _allow(telegram, call)
    updates = await telegram.updates.poll(call.number("offset", 0), limit, min(max(seconds, 0), POLL_SECONDS))
    return [msgspec.Raw(update.raw) for update in updates]


async def set_webhook(telegram: "Telegram", call: Call) -> bool:
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return await delete_webhook(telegram, call)
    if urlsplit(url).scheme not in {"https", "http"}:  # http: as a Bot API server of one's own takes it
        raise call.refusal("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise call.refusal("secret token contains unallowed characters")
    connections = call.number("max_connections", CONNECTIONS)
    if not 1 <= connections <= MOST_CONNECTIONS:
        call.complain(f"max_connections {connections}")
    _allow(telegram, call)
    _drop(telegram, call)
    telegram.updates.end_poll(Refused(409, "Conflict: terminated by setWebhook request"))
    await telegram.webhook.start(url, secret, min(max(connections, 1), MOST_CONNECTIONS))
    return True


async def delete_webhook(telegram: "Telegram", call: Call) -> bool:
    _drop(telegram, call)
    await telegram.webhook.stop()
    return True


def get_webhook_info(telegram: "Telegram", call: Call) -> JSON:
    return telegram.webhook.info()


def get_file(telegram: "Telegram", call: Call) -> JSON:
    return telegram.files.get(call.text("file_id"))


def _drop(telegram: "Telegram", call: Call) -> None:
    if call.flag("drop_pending_updates"):
        telegram.updates.drop()


def _allow(telegram: "Telegram", call: Call) -> None:
    """What is not given stays as it was; an empty list allows all but what must be asked for."""
    kinds: Any = call.structure("allowed_updates")
    if isinstance(kinds, list):
        telegram.updates.allowed = frozenset(map(str, kinds))
