"""The command `zelador worker`: one of the processes that take turns, send and keep time on one database."""

from datetime import timedelta
from pathlib import Path

from bot import logs
from bot.http import ProxyError, session
from bot.keeping import keep_tidy
from bot.lending import Lender
from bot.programs.app import at_work, clock, database_url, fast_loop, in_words, means, served
from bot.programs.channels import platforms, rings
from bot.programs.stopping import run_until_told
from bot.programs.usage import USAGE, refuse
from bot.settings import Settings, load
from core.calendar import read_holidays


def run_worker(database: Path | None) -> None:
    with in_words(ProxyError):
        settings = load()
        if database is None and settings.database_url is None:
            refuse("Falta dizer qual banco atender: em ZELADOR_DATABASE_URL, ou um arquivo com --database.", USAGE)
        logs.begin(settings.log_level)
        run_until_told(_serve(settings, database_url(settings, database)), fast_loop)


async def _serve(settings: Settings, url: str) -> None:
    """Until the process is told to stop. What goes by other channels is left to processes that can."""
    read_holidays(clock().date())
    async with (
        session() as outside,
        served(url) as database,
        platforms(settings, outside, files=Lender(database, settings.data_dir, clock)) as those,
        at_work(database, means(settings), those.by_name | rings(settings, outside, clock)),
    ):
        print("Zelador atendendo. Ctrl-C encerra em ordem.", flush=True)
        await keep_tidy(database, clock, timedelta(days=settings.keep.raw_days))
