"""`zelador bench whatsapp`: whole reports over real HTTP, between a small far end and the real `zelador serve`; and what Meta reports."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import islice

from bot.bench.database import place, sight
from bot.bench.figures import figure, line, percentile
from bot.bench.graph import ACCOUNT, SECRET, STATES, Meta, Phone
from bot.bench.reports import Day
from bot.bench.served import Served, free_port
from bot.programs.app import fast_loop, run

AIM_TURN_US, AIM_STATUS_US = 380, 110  # of CPU, with everything on
AIM_ANSWER_MS = 250  # at the middle, under load (docs of WhatsApp's webhooks)
RATES = (100, 400)  # people, each of whom speaks once a second
AGAIN_CHANCE = 0.05  # of a webhook that was taken to come once more, while the program is killed
STATUSES_AT_ONCE = 400  # webhooks under way
# All pacing is done; one number may send as many as are measured.
LOOSENS = "from bot.handlers.whatsapp import channel; channel.PAIR_SECONDS = 0.0; channel.PER_SECOND = 100_000"


@asynccontextmanager
async def day(url: str) -> AsyncIterator[tuple[Day, Meta]]:
    port = free_port()
    meta = Meta(f"http://127.0.0.1:{port}")
    async with meta.open():
        settings = {
            "WHATSAPP__TOKEN": "EAAGbench0123456789",
            "WHATSAPP__PHONE_NUMBER_ID": ACCOUNT,
            "WHATSAPP__APP_SECRET": SECRET,
            "WHATSAPP__VERIFY_TOKEN": "bench-verify-token-of-nothing",
            "WHATSAPP__API_BASE": meta.url,
        }
        program = Served(url, settings, LOOSENS, port)
        await program.begin()
        try:
            yield Day(program, lambda guest: Phone(meta, guest)), meta
        finally:
            await program.end()


def bench_whatsapp(talks: int, rounds: int, many: int, rates: Sequence[int] = RATES) -> bool:
    """Prints CPU a turn and a status, how long a webhook and an answer take, memory, and what became of all; whether all is well."""
    with place(None) as url:
        return bool(run(_measure(url, talks, rounds, many, rates), fast_loop))


async def _measure(url: str, talks: int, rounds: int, many: int, rates: Sequence[int]) -> bool:
    async with sight(url) as look, day(url) as (reports, meta):
        print(f"webhook: {talks} reports at once over real HTTP; {await look.engine()}; sending included")
        await reports.tell_cpu(talks, rounds, AIM_TURN_US)
        await _tell_statuses(reports.program, meta)
        for rate in rates:
            meta.answered.clear()
            await reports.tell_waits(rate)
            _tell_webhooks(meta.answered, rate)
        await reports.tell_memory(many, talks)
        meta.again = AGAIN_CHANCE
        await reports.be_killed(talks)
        await meta.all_taken()
        return await reports.tell_counts(look)


def _tell_webhooks(answered: Sequence[float], rate: int) -> None:
    middle, slow = (1e3 * percentile(answered, share) for share in (0.5, 0.99))
    print(line(f"webhook answered, {rate} a second, p50 / p99", f"{middle:.1f} / {slow:.1f} ms", f"p50 <= {AIM_ANSWER_MS} ms"), flush=True)


async def _tell_statuses(program: Served, meta: Meta) -> None:
    """What was sent last is reported as sent, delivered and read: a webhook for each, as Meta does it."""
    sent, spent = meta.sent[:], list[float]()
    for state in STATES:
        before = program.cpu_seconds()
        for some in _in_parts(sent, STATUSES_AT_ONCE):
            for each in some:
                meta.reports([each], state)
            await meta.all_taken()
        spent.append((program.cpu_seconds() - before) / len(sent) * 1e6)
    print(figure("CPU of the program a status", spent, "µs", f"<= {AIM_STATUS_US}"), flush=True)
    meta.sent.clear()


def _in_parts(all_of_them: Sequence[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    left = iter(all_of_them)
    while some := [*islice(left, size)]:
        yield some
