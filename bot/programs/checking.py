"""The vocabulary of checks: what is looked at, what is found, and how a check that fails is an answer too."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import aiohttp

from bot.programs.channels import Platforms
from bot.programs.reception import Reception
from bot.settings import Settings
from storage.database import Database

LIMIT_SECONDS = 4.0  # for one check; what takes longer does not answer


class Verdict(NamedTuple):
    """What a check found, in words, and how to mend it. `wrong`: messages are not served, or people are not told of danger."""

    says: str
    mend: str = ""
    wrong: bool = False

    @property
    def mark(self) -> str:
        return "wrong" if self.wrong else "warning" if self.mend else "ok"


def wrong(says: str, mend: str) -> Verdict:
    return Verdict(says, mend, wrong=True)


@dataclass(frozen=True, slots=True)
class Site:
    """What is looked at; in place of a database, what is to be said of it. `reception` stands where this process itself serves."""

    settings: Settings
    database: Database | Verdict
    platforms: Platforms
    outside: aiohttp.ClientSession
    clock: Callable[[], datetime]
    reception: Reception | None = None


class Check(NamedTuple):
    """`serving`: /readyz asks it too. It costs no request to a platform then, for others ask every few seconds."""

    name: str
    title: str
    look: Callable[[Site], Awaitable[Verdict]]
    serving: bool = False


class NoAnswer(Exception):
    """A check ends here, with this verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


async def looked(check: Check, site: Site) -> Verdict:
    """Never raises."""
    try:
        async with asyncio.timeout(LIMIT_SECONDS):
            return await check.look(site)
    except NoAnswer as ended:
        return ended.verdict
    except TimeoutError:
        return wrong(f"sem resposta em {LIMIT_SECONDS:.0f} s", "Veja se o serviço e a rede estão no ar.")
    except Exception as error:  # noqa: BLE001 (a check that fails is an answer)
        return wrong(
            f"não consegui conferir ({type(error).__name__})", "Rode de novo; se continuar, mostre esta linha a quem cuida do programa."
        )


async def verdicts(site: Site, checks: Iterable[Check]) -> Sequence[tuple[Check, Verdict]]:
    chosen = list(checks)
    return list(zip(chosen, await asyncio.gather(*(looked(each, site) for each in chosen)), strict=True))
