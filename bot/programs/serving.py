"""The command `zelador serve`: one process that hears, answers and keeps time, with its web server."""

from datetime import timedelta
from pathlib import Path

import aiohttp

from bot import logs
from bot.handlers.whatsapp.account import Account
from bot.handlers.whatsapp.channel import WhatsApp
from bot.http import ProxyError, session
from bot.ingest import Ingest
from bot.keeping import keep_tidy
from bot.lending import Lender
from bot.metrics import Metrics
from bot.programs import probes
from bot.programs.app import at_work, clock, database_url, fast_loop, fetching, in_words, means, served
from bot.programs.callback import Callback
from bot.programs.channels import awaited, platforms, rings
from bot.programs.checking import Site
from bot.programs.doors import open_all, told_once
from bot.programs.reception import Reception
from bot.programs.stopping import run_until_told
from bot.programs.usage import USAGE, refuse
from bot.settings import SERVED_FILE, Settings, load
from bot.web import AddressTakenError, origin, web
from core.calendar import read_holidays
from core.messages import Put

NO_PLATFORM = (
    "Falta por onde atender: o token do bot do Telegram (ZELADOR_TELEGRAM__TOKEN) ou o do WhatsApp (ZELADOR_WHATSAPP__TOKEN). "
    "O README diz como se consegue cada um."
)


def run_serve(database: Path | None) -> None:
    with in_words(AddressTakenError, ProxyError):
        settings = load()
        if not settings.platforms:
            refuse(NO_PLATFORM, USAGE)
        logs.begin(settings.log_level)
        run_until_told(_serve(settings, database_url(settings, database, SERVED_FILE)), fast_loop)


async def _serve(settings: Settings, url: str) -> None:
    """Until the process is told to stop. What brings new messages ends first, then the turns, then the sends."""
    read_holidays(clock().date())
    metrics = Metrics()
    async with (
        session() as outside,
        served(url) as database,
        platforms(settings, outside, metrics.courtesy, Lender(database, settings.data_dir, clock), awaited(database)) as those,
        at_work(database, means(settings), those.by_name | rings(settings, outside, clock), metrics.turned, metrics.sent) as bells,
        fetching(database, those.by_name, settings.data_dir),
    ):
        put = told_once(metrics.counted(Ingest(database, clock, bells.worker).put))
        reception = Reception(settings, those.telegram, put) if those.telegram else None
        callback = _callback(settings, outside, those.whatsapp, put) if those.whatsapp else None
        doors = [door for door in (reception, callback) if door]
        site = Site(settings, database, those, outside, clock, reception)
        # They are looked through in this order.
        routes = [*(route for door in doors for route in door.routes), *probes.routes(site), metrics.route(database, clock)]
        async with web(routes, settings.host, settings.port) as port, open_all(doors):
            print(f"Zelador atendendo. Endereço local: {origin(settings.host, port)} · Ctrl-C encerra em ordem.", flush=True)
            await keep_tidy(database, clock, timedelta(days=settings.keep.raw_days))


def _callback(settings: Settings, outside: aiohttp.ClientSession, whatsapp: WhatsApp, put: Put) -> Callback:
    it = settings.whatsapp
    return Callback(it, whatsapp, Account(outside, it.token, it.api_base), put)
