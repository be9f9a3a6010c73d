"""Files that people sent: where Telegram has them, and their bytes. https://core.telegram.org/bots/api#getfile"""

from typing import BinaryIO
from urllib.parse import quote

import aiohttp
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.handlers.telegram.outcomes import outcome_of
from core.messages import Fetched

CHUNK_BYTES = 2**18
READ_SECONDS = 30.0  # that nothing may come
_TOO_BIG = ("file is too big",)
_GONE = ("wrong file_id", "invalid file_id", "wrong remote file", "file reference expired")
_FOR_NOW = "temporarily unavailable"


def not_given(error: TelegramError) -> Fetched:
    """What an error of getFile means for the file."""
    reason = error.message.lower()
    if isinstance(error, RetryAfter):
        return Fetched("again", outcome_of(error).after_seconds, reason)
    if isinstance(error, BadRequest) and any(words in reason for words in _TOO_BIG):
        return Fetched("too_large", reason=reason)
    if isinstance(error, BadRequest) and any(words in reason for words in _GONE) and _FOR_NOW not in reason:
        return Fetched("expired", reason=reason)
    return Fetched("again", reason=reason)


def address_of(base: str, token: str, path: str) -> str:
    return f"{base}/file/bot{token}/{quote(path)}"


async def download(session: aiohttp.ClientSession, url: str, proxy: str | None, into: BinaryIO, most: int) -> Fetched:
    """Stops at `most` bytes, whatever was announced."""
    taken = 0
    try:
        async with session.get(url, proxy=proxy, timeout=aiohttp.ClientTimeout(sock_read=READ_SECONDS)) as response:
            if response.status != 200:
                return Fetched("again", reason=f"HTTP {response.status}")
            async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                taken += len(chunk)
                if taken > most:
                    return Fetched("too_large", reason=f"more than {most} bytes")
                into.write(chunk)
    except aiohttp.ClientError as error:  # its text may hold the address, and with it the token
        return Fetched("again", reason=type(error).__name__)
    return Fetched("fetched")
