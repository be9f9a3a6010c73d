"""The commands `zelador whatsapp check` and `zelador whatsapp templates`: what is in order at WhatsApp, and how to mend what is not."""

from collections.abc import Awaitable, Callable, Sequence

from bot.http import ProxyError, session
from bot.programs import whatsapp_checks
from bot.programs.app import clock, in_words, run
from bot.programs.channels import Platforms
from bot.programs.checking import NoAnswer, Site, Verdict, verdicts
from bot.programs.doctor import Findings, shown
from bot.programs.templates import FOR
from bot.programs.usage import USAGE, refuse
from bot.settings import load

NOT_SET = "Falta o WhatsApp nas configurações: ZELADOR_WHATSAPP__TOKEN e os três que vão com ele. O README diz onde a Meta mostra cada um."
NO_DATABASE = Verdict("não é olhado")


def run_check(*, as_json: bool) -> int:
    """The exit code, as of `zelador doctor`."""
    return shown(_found(_checked), as_json=as_json)


def run_templates(*, as_json: bool) -> int:
    return shown(_found(_matched), as_json=as_json)


def _found(look: Callable[[Site], Awaitable[Findings]]) -> Findings:
    with in_words(ProxyError):
        settings = load()
        if not settings.whatsapp.token:
            refuse(NOT_SET, USAGE)

        async def live() -> Findings:
            async with session() as outside:
                return await look(Site(settings, NO_DATABASE, Platforms(), outside, clock))

        found = run(live())
    return refuse("Interrompido.") if found is None else found


async def _checked(site: Site) -> Findings:
    found = await verdicts(site, whatsapp_checks.whole(site.settings.whatsapp))
    return [(check.name, check.title, verdict) for check, verdict in found]


async def _matched(site: Site) -> Sequence[tuple[str, str, Verdict]]:
    try:
        return [(use, f"{use} ({FOR[use]})", verdict) for use, verdict in await whatsapp_checks.matches(site)]
    except NoAnswer as ended:
        return [("whatsapp_templates", "Modelos", ended.verdict)]
