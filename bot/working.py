"""The command `zelador worker`: one of the processes that take turns, send and keep time on one database."""

import logging
import sys
from datetime import timedelta
from pathlib import Path

from bot.app import at_work, clock, database_url, fast_loop, in_words, means, run, served
from bot.keeping import keep_tidy
from bot.settings import Settings, load
from bot.usage import USAGE, refuse
from core.service import read_holidays

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def run_worker(database: Path | None) -> None:
    with in_words():
        settings = load()
        if database is None and settings.database_url is None:
            refuse("Falta dizer qual banco atender: em ZELADOR_DATABASE_URL, ou um arquivo com --database.", USAGE)
        logging.basicConfig(stream=sys.stderr, format=LOG_FORMAT, level=logging.INFO)
        run(_serve(settings, database_url(settings, database)), fast_loop)


async def _serve(settings: Settings, url: str) -> None:
    """Until the process is told to stop."""
    read_holidays(clock().date())
    async with served(url) as database, at_work(database, means(settings), {}):
        print("Zelador atendendo. Ctrl-C encerra em ordem.", flush=True)
        await keep_tidy(database, clock, timedelta(days=settings.keep.raw_days))
