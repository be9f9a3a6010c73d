"""The command `zelador serve`: one process that hears, answers and keeps time, with its web server."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

import aiohttp
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app import at_work, clock, database_url, fast_loop, fetching, in_words, means, run, served
from bot.copy import copy
from bot.handlers.telegram import webhook
from bot.handlers.telegram.channel import Telegram
from bot.handlers.telegram.polling import poll
from bot.http import session
from bot.ingest import Ingest
from bot.keeping import keep_tidy
from bot.settings import SERVED_FILE, Settings, load
from bot.usage import USAGE, refuse
from bot.web import web
from core.service import read_holidays

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def run_serve(database: Path | None) -> None:
    with in_words():
        settings = load()
        if not settings.telegram.token:
            refuse("Falta o token do bot, em ZELADOR_TELEGRAM__TOKEN. O README diz como o BotFather o dá.", USAGE)
        logging.basicConfig(stream=sys.stderr, format=LOG_FORMAT, level=logging.INFO)
        run(_serve(settings, database_url(settings, database, SERVED_FILE)), fast_loop)


async def _serve(settings: Settings, url: str) -> None:
    """Until the process is told to stop. What brings new messages ends first, then the turns, then the sends."""
    read_holidays(clock().date())
    async with (
        session() as outside,
        served(url) as database,
        _telegram(settings, outside) as bot,
        at_work(database, means(settings), {bot.name: bot}) as bells,
        fetching(database, {bot.name: bot}, settings.data_dir),
        _heard(settings, bot, Ingest(database, clock, bells.worker)) as port,
    ):
        print(f"Zelador atendendo. Endereço local: http://{settings.host}:{port} · Ctrl-C encerra em ordem.", flush=True)
        await keep_tidy(database, clock, timedelta(days=settings.keep.raw_days))


@asynccontextmanager
async def _telegram(settings: Settings, outside: aiohttp.ClientSession) -> AsyncIterator[Telegram]:
    it, goodbye = settings.telegram, copy(settings.locale).say("group-only-private", {})
    bot = Telegram(outside, it.token, it.api_base, stays_in=it.alert_chat_id, goodbye=goodbye)
    try:
        yield bot
    finally:
        await bot.close()


@asynccontextmanager
async def _heard(settings: Settings, bot: Telegram, ingest: Ingest) -> AsyncIterator[int]:
    """Messages come in, by webhook where the program has a public address, else by polling; gives the port of the web server."""
    secret = webhook.secret_of(settings.telegram.token, settings.telegram.webhook_secret)
    async with web([Route("/healthz", _alive), webhook.route(bot, ingest.put, secret)], settings.host, settings.port) as port:
        if settings.by_webhook:
            await webhook.register(bot, settings.public_url, secret)
            yield port
            return
        await webhook.deregister(bot)
        polling = asyncio.create_task(poll(bot, ingest.put))
        try:
            yield port
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling


async def _alive(request: Request) -> Response:
    return PlainTextResponse("ok\n")
