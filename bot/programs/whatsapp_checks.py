"""What must be in order at WhatsApp: checks of token, numbers, app secret, webhook and templates."""

import asyncio
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus

import aiohttp

from bot.handlers.whatsapp.account import (
    NEEDED_SCOPES,
    TOKEN_REFUSED,
    Account,
    Callbacks,
    NotReachedError,
    Number,
    RefusedError,
    Submitted,
    Token,
)
from bot.handlers.whatsapp.standing import NEEDED
from bot.handlers.whatsapp.transport import NOT_THERE
from bot.handlers.whatsapp.webhook import PATH
from bot.http import proxy_for
from bot.programs.app import catalogue
from bot.programs.checking import Check, NoAnswer, Site, Verdict, wrong
from bot.programs.templates import matched, wanted
from bot.settings import WhatsApp
from core.templates import PARAMETERS, Use

ENDS_SOON = timedelta(days=14)
NOT_HERE = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED)
NOT_SHOWN = "não dá para conferir: o endereço da API não responde a isto (um provedor pode não ter)"
PANEL = "developers.facebook.com, no seu app"
MANAGER = "Gerenciador do WhatsApp (business.facebook.com/wa/manage)"
NEW_TOKEN = "Gere outro, de um usuário do sistema e sem validade, em business.facebook.com (Configurações, Usuários do sistema)."  # noqa: S105
QUALITIES = {"GREEN": "alta", "YELLOW": "média", "RED": "baixa"}
LEVELS = {"STANDARD": "80 mensagens por segundo", "HIGH": "1.000 mensagens por segundo"}


def cheap(it: WhatsApp) -> Iterator[Check]:
    """Those of `zelador doctor`. /readyz asks none: what is brought is stored, whatever the platform says of what goes out."""
    yield Check("whatsapp_token", "Token do WhatsApp", token)
    for each in it.accounts:
        yield Check(f"whatsapp_number_{each}", f"Número {each}", partial(number, each))
    yield Check("whatsapp", "Mensagens do WhatsApp", reception)


def whole(it: WhatsApp) -> Iterator[Check]:
    """Those of `zelador whatsapp check`, in the order of the set-up."""
    yield from cheap(it)
    yield Check("whatsapp_secret", "Segredo do app", app_secret)
    yield Check("whatsapp_subscription", "Assinatura do webhook", subscription)
    yield Check("whatsapp_challenge", "Palavra de verificação", challenge)
    yield Check("whatsapp_templates", "Modelos", templates)


# ── what the platform answers ────────────────────────────────────────────────


def _account(site: Site) -> Account:
    it = site.settings.whatsapp
    return Account(site.outside, it.token, it.api_base)


def _ended(error: RefusedError | NotReachedError) -> NoAnswer:
    """The verdict where there is none of the check's own."""
    if isinstance(error, NotReachedError):
        if error.status in NOT_HERE:
            return NoAnswer(Verdict(NOT_SHOWN))
        return NoAnswer(
            wrong(f"não consigo falar com o WhatsApp ({error})", "Veja a rede, o proxy (HTTPS_PROXY) e ZELADOR_WHATSAPP__API_BASE.")
        )
    if error.code == TOKEN_REFUSED:
        return NoAnswer(wrong("o WhatsApp recusa o token", f"{NEW_TOKEN} Ele vai em ZELADOR_WHATSAPP__TOKEN."))
    if error.code == NOT_THERE:
        mend = "Confira ZELADOR_WHATSAPP__WABA_ID, e dê a conta ao usuário do token."
        return NoAnswer(wrong("ninguém conhece a conta, ou o token não a alcança", mend))
    return NoAnswer(
        wrong(f"o WhatsApp recusa a consulta (código {error})", f"Veja se o token tem {' e '.join(NEEDED_SCOPES)}, e rode de novo.")
    )


async def _about_token(site: Site) -> Token:
    try:
        return await _account(site).token()
    except (RefusedError, NotReachedError) as error:
        raise _ended(error) from error


async def _about_number(site: Site, number: str) -> Number:
    try:
        return await _account(site).number(number)
    except RefusedError as error:
        if error.code != NOT_THERE:
            raise _ended(error) from error
        mend = f"Copie o id do número (Phone number ID) de {PANEL}: WhatsApp, Configuração da API; e dê a conta ao usuário do token."
        raise NoAnswer(wrong("ninguém o conhece, ou o token não o alcança", mend)) from error
    except NotReachedError as error:
        if error.status in NOT_HERE:  # or nothing at all answers there
            raise NoAnswer(Verdict(NOT_SHOWN, "Confira com o provedor ZELADOR_WHATSAPP__API_BASE: por ali saem as mensagens.")) from error
        raise _ended(error) from error


async def _about_numbers(site: Site) -> Sequence[Number]:
    return await asyncio.gather(*(_about_number(site, each) for each in site.settings.whatsapp.accounts))


async def wabas(site: Site) -> tuple[str, ...]:
    """The business accounts: as set, else those that the numbers name."""
    it = site.settings.whatsapp
    if it.waba_id:
        return tuple(it.waba_id.split(","))
    named = dict.fromkeys(each.waba for each in await _about_numbers(site))
    if "" in named:
        mend = f"Copie o id da conta (WABA ID) de {PANEL}: WhatsApp, Configuração da API; e ponha em ZELADOR_WHATSAPP__WABA_ID."
        raise NoAnswer(Verdict("não sei de que conta são os números", mend))
    return tuple(named)


# ── token and numbers ────────────────────────────────────────────────────────


async def token(site: Site) -> Verdict:
    return of_token(await _about_token(site), site.clock().astimezone(site.settings.calendar.zone))


def of_token(found: Token, now: datetime) -> Verdict:
    if not found.is_valid:
        return wrong("não vale mais", f"{NEW_TOKEN} Ele vai em ZELADOR_WHATSAPP__TOKEN.")
    if lacking := [each for each in NEEDED_SCOPES if each not in found.scopes]:
        return wrong(f"falta a permissão {' e '.join(lacking)}", f"Marque as duas ao gerar o token. {NEW_TOKEN}")
    if not found.expires_at:
        return Verdict("vale, tem as permissões e não vence")
    ends_at = datetime.fromtimestamp(found.expires_at, now.tzinfo)
    says = f"vale, tem as permissões e vence em {ends_at:%d/%m/%Y}"
    return Verdict(says, NEW_TOKEN if ends_at - now < ENDS_SOON else "")


async def number(number: str, site: Site) -> Verdict:
    return of_number(await _about_number(site, number))


def of_number(found: Number) -> Verdict:
    told = ", ".join(each for each in (found.display_phone_number, found.verified_name, *_figures(found)) if each)
    if found.status not in {"", "CONNECTED"}:
        mend = f"Registre o número ({MANAGER}, Números de telefone), com o PIN de duas etapas; só depois ele envia."
        return wrong(f"{told}; não está registrado ({found.status})", mend)
    health = found.health_status
    if health.can_send_message == "BLOCKED":
        return wrong(f"{told}; o WhatsApp não deixa enviar ({_codes(found)})", f"Veja o motivo em {MANAGER}, Visão geral.")
    if health.can_send_message == "LIMITED" or found.quality_rating in {"YELLOW", "RED"}:
        return Verdict(
            f"{told}; com restrições", f"Veja o motivo em {MANAGER}, Visão geral: clientes bloqueiam ou denunciam o que recebem?"
        )
    return Verdict(told)


def _figures(found: Number) -> Iterator[str]:
    yield f"qualidade {QUALITIES.get(found.quality_rating, 'ainda sem nota')}"
    yield LEVELS.get(found.throughput.level, "")
    tier = found.whatsapp_business_manager_messaging_limit.removeprefix("TIER_")
    if tier == "UNLIMITED":
        yield "modelos a quantas pessoas quiser"
    elif tier:
        yield f"modelos a {tier.replace('K', '.000')} pessoas em 24 h"


def _codes(found: Number) -> str:
    codes = sorted({fault.error_code for each in found.health_status.entities for fault in each.errors})
    return f"código {', '.join(map(str, codes))}" if codes else "sem dizer por quê"


# ── the webhook ──────────────────────────────────────────────────────────────


async def reception(site: Site) -> Verdict:
    """Where the platform brings what people write."""
    callbacks = [each.webhook_configuration for each in await _about_numbers(site)]
    return of_places(callbacks, site.settings.public_url)


def of_places(callbacks: Sequence[Callbacks | None], url: str) -> Verdict:
    """`url`: the public address, with which those of all numbers must begin."""
    here = f"{url}{PATH}" if url else f"o endereço público, com {PATH}"
    mend = f"Ponha {here} como URL de retorno (Callback URL) em {PANEL}: WhatsApp, Configuração."
    if None in callbacks:
        return Verdict("não sei aonde o WhatsApp as entrega", mend)
    places = {each.chosen for each in callbacks if each}
    if "" in places:
        return wrong("o WhatsApp não tem aonde entregar", mend)
    if not url:
        return Verdict("o WhatsApp entrega em algum lugar; sem o endereço público não sei se é aqui")  # which another check asks for
    return Verdict("o WhatsApp as entrega aqui") if places == {here} else wrong("o WhatsApp as entrega em outro lugar", mend)


async def app_secret(site: Site) -> Verdict:
    it = site.settings.whatsapp
    try:
        await _account(site).prove(it.accounts[0], it.app_secret)
    except RefusedError as error:
        if error.code in (TOKEN_REFUSED, NOT_THERE):
            raise _ended(error) from error
        mend = f"Copie a chave secreta (App secret) de {PANEL}: Configurações, Básico; e ponha em ZELADOR_WHATSAPP__APP_SECRET."
        return wrong("não é o do app deste token: nada do que chega seria aceito", mend)
    except NotReachedError as error:
        raise _ended(error) from error
    return Verdict("é o do app deste token")


async def subscription(site: Site) -> Verdict:
    it, app = site.settings.whatsapp, (await _about_token(site)).app_id
    account, accounts = _account(site), await wabas(site)
    try:
        deaf = [each for each in accounts if app not in await account.subscribers(each)]
    except (RefusedError, NotReachedError) as error:
        raise _ended(error) from error
    if deaf:
        mend = f'curl -X POST -H "Authorization: Bearer $ZELADOR_WHATSAPP__TOKEN" {it.api_base}/{deaf[0]}/subscribed_apps'
        return wrong(f"o app não ouve a conta {', '.join(deaf)}", f"Assine, com o token no lugar certo: {mend}")
    return of_topics(await _topics(account, app, it.app_secret))


async def _topics(account: Account, app: str, secret: str) -> frozenset[str]:
    """The fields of the webhook that the app is subscribed to, which only the app itself is told."""
    try:
        told = await account.subscriptions(app, secret)
    except RefusedError as error:
        raise NoAnswer(wrong(f"o WhatsApp não diz os campos (código {error})", "Confira o segredo do app, acima.")) from error
    except NotReachedError as error:
        raise _ended(error) from error
    return frozenset(topic.name for each in told for topic in each.fields if each.object == "whatsapp_business_account" and each.active)


def of_topics(topics: frozenset[str]) -> Verdict:
    if "messages" not in topics:
        return wrong("falta o campo messages", f"Assine messages em {PANEL}: WhatsApp, Configuração, Campos do webhook.")
    if lacking := [each for each in NEEDED if each not in topics]:
        mend = f"Assine também, em {PANEL}: WhatsApp, Configuração, Campos do webhook."
        return Verdict(f"as mensagens chegam; a equipe não será avisada de {', '.join(lacking)}", mend)
    return Verdict("o app ouve a conta, e os campos estão assinados")


async def challenge(site: Site) -> Verdict:
    """As the platform asks when the address is entered. The word in its panel cannot be read; it is compared there, at that moment."""
    if not site.settings.public_url:
        return Verdict("sem endereço público não há o que perguntar", "Ponha o endereço público em ZELADOR_PUBLIC_URL.")
    url, word = f"{site.settings.public_url}{PATH}", secrets.token_hex(8)
    asked = {"hub.mode": "subscribe", "hub.verify_token": site.settings.whatsapp.verify_token, "hub.challenge": word}
    try:
        async with site.outside.get(url, params=asked, allow_redirects=False, proxy=proxy_for(url)) as answer:
            status, said = answer.status, (await answer.content.read(len(word) + 1)).decode(errors="replace")
    except (aiohttp.ClientError, OSError) as error:
        mend = "Veja se o Zelador está rodando, o nome (DNS), o certificado e o proxy reverso: docs/operating.md tem modelos."
        return wrong(f"{url} não responde ({type(error).__name__})", mend)
    if status == HTTPStatus.FORBIDDEN:
        return wrong("o programa que responde espera outra palavra", "Reinicie o Zelador: ele lê as configurações no início.")
    if status != HTTPStatus.OK or said != word:
        return wrong(f"{url} responde {status}, e não o que se perguntou", "Veja a que programa e porta o proxy reverso leva.")
    return Verdict("o endereço público a conhece; que seja a do painel, a Meta confere quando o endereço é salvo lá")


# ── templates ────────────────────────────────────────────────────────────────


async def templates(site: Site) -> Verdict:
    """In one line; `zelador whatsapp templates` says it of each."""
    chosen, found = site.settings.whatsapp.templates.chosen, await matches(site)
    if not chosen:
        return Verdict("nenhum; a quem não escreve há 24 h nada se escreve", "Veja: zelador whatsapp templates")
    bad = [f"{use}: {verdict.says}" for use, verdict in found if use in chosen and verdict.mark != "ok"]
    is_wrong = any(verdict.wrong for use, verdict in found if use in chosen)
    return Verdict("; ".join(bad), "Veja: zelador whatsapp templates", is_wrong) if bad else Verdict(f"aprovados: {', '.join(chosen)}")


async def matches(site: Site) -> list[tuple[Use, Verdict]]:
    """Of each use, what the business accounts have of it: the worst."""
    chosen, words = site.settings.whatsapp.templates.chosen, catalogue(site.settings)
    has = await _submitted(site) if chosen else [()]
    return [(use, max((matched(wanted(use, words.say), chosen.get(use), each) for each in has), key=_badness)) for use in PARAMETERS]


async def _submitted(site: Site) -> list[tuple[Submitted, ...]]:
    """What each business account has: every number must be able to send them."""
    try:
        return [await _account(site).templates(each) for each in await wabas(site)]
    except (RefusedError, NotReachedError) as error:
        raise _ended(error) from error


def _badness(verdict: Verdict) -> tuple[bool, bool]:
    return verdict.wrong, bool(verdict.mend)
