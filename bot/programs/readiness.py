"""What must be in order for Zelador to serve: one table of checks, for /readyz of a running program and for `zelador doctor`."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
from sqlalchemy.exc import DBAPIError
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.handlers.telegram import webhook
from bot.http import proxy_for
from bot.programs import whatsapp_checks
from bot.programs.checking import Check, NoAnswer, Site, Verdict, wrong
from bot.settings import Settings
from bot.web import origin
from core.files import MEDIA
from storage import agents, backlog, readiness
from storage.database import Work, is_outage
from storage.migrations import SchemaForeignError, SchemaNewerError, SchemaOldError
from storage.trouble import cause_of

Found = TypeVar("Found")

CLOCK_SECONDS = 30.0  # a clock that is further off reads dates of messages wrongly; HTTP tells whole seconds, and takes its time
ERROR_LASTS = timedelta(hours=1)  # a delivery that failed longer ago is over
MEGABYTE = 2**20
DISK_WRONG, DISK_LOW = 100 * MEGABYTE, 1024 * MEGABYTE  # free space: a database that is full refuses everything; photos need some
PENDING_MANY = 100  # updates that wait at Telegram; more are never there in a healthy hour


# ── database ─────────────────────────────────────────────────────────────────


async def database(site: Site) -> Verdict:
    if isinstance(site.database, Verdict):
        return site.database
    try:
        await site.database.run(readiness.check)
    except SchemaOldError:
        return wrong("é de uma versão anterior do programa", "Rode: zelador db upgrade")
    except SchemaNewerError as error:
        return wrong(f"é de uma versão mais nova que o programa ({error.revision})", "Instale a versão mais nova do Zelador.")
    except SchemaForeignError:
        return wrong("tem tabelas de outro programa", "Escolha um banco vazio em ZELADOR_DATABASE_URL.")
    except Exception as error:
        if not is_outage(error):
            raise
        return wrong(f"não pode ser usado: {cause_of(error)}", "Veja se o banco está no ar, com espaço em disco e permissão de gravar.")
    return Verdict("responde, está na versão do programa e aceita gravar")


async def parked(site: Site) -> Verdict:
    rows = await _asked(site, backlog.parked)
    if not rows:
        return Verdict("nenhuma" if rows == 0 else "sem o banco não se sabe")
    return Verdict(str(rows), "Veja quais são: zelador inbox parked")


async def held(site: Site) -> Verdict:
    """Accounts whose platform refuses everything, as the last sends met it."""
    found = await _asked(site, backlog.held)
    if not found:
        return Verdict("nenhuma" if found is not None else "sem o banco não se sabe")
    told = [f"{channel} {account}".strip() + _code(reason) for channel, account, reason in found]
    return wrong(f"a plataforma recusa o que enviamos: {', '.join(told)}", "O que há a dizer espera. Veja as linhas do canal, acima.")


def _code(reason: str) -> str:
    """The platform's number of the error, if it has any; its words are for the log."""
    found = re.search(r"\b\d{1,7}\b", reason)
    return f" (código {found[0]})" if found else ""


async def _asked(site: Site, work: Work[Found]) -> Found | None:
    """None where the database cannot be asked, which a check of its own tells."""
    with suppress(DBAPIError, OSError):
        return None if isinstance(site.database, Verdict) else await site.database.run(work)
    return None


# ── the machine ──────────────────────────────────────────────────────────────


async def disk(site: Site) -> Verdict:
    """Where files that people send are kept, or will be."""
    media = site.settings.data_dir.absolute() / MEDIA
    folder = next(each for each in (media, *media.parents) if each.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return wrong(f"não posso gravar em {folder}", "Dê ao usuário que roda o Zelador uma pasta em que ele grava, em ZELADOR_DATA_DIR.")
    free = (await asyncio.to_thread(shutil.disk_usage, folder)).free
    says = f"{free // MEGABYTE} MB livres em {folder}"
    if free < DISK_LOW:
        return Verdict(says, "Libere espaço, ou mude ZELADOR_DATA_DIR para um disco maior.", wrong=free < DISK_WRONG)
    return Verdict(says)


async def clock(site: Site) -> Verdict:
    """Against the database's machine, or where that is this one, against a platform's."""
    theirs = await _asked(site, readiness.server_time) or await _time_of_platform(site)
    if theirs is None:
        return Verdict("não há com que comparar")
    off = abs((site.clock() - theirs).total_seconds())
    if off > CLOCK_SECONDS:
        return wrong(f"está {off:.0f} s fora da hora", "Acerte a hora da máquina e ligue o NTP (timedatectl set-ntp true).")
    return Verdict("está certo")


async def _time_of_platform(site: Site) -> datetime | None:
    it = site.settings
    base = it.telegram.api_base if it.telegram.token or not it.whatsapp.token else it.whatsapp.api_base
    with suppress(aiohttp.ClientError, OSError):  # which another check tells
        async with site.outside.get(base, allow_redirects=False, proxy=proxy_for(base)) as answer:
            return parsedate_to_datetime(answer.headers["Date"]) if "Date" in answer.headers else None
    return None


async def platforms(site: Site) -> Verdict:
    """Asked where none is set up."""
    mend = "Ponha o token do bot do Telegram em ZELADOR_TELEGRAM__TOKEN, ou o do WhatsApp em ZELADOR_WHATSAPP__TOKEN: o README diz como."
    return wrong("nada está configurado", mend)


# ── Telegram ─────────────────────────────────────────────────────────────────


async def _called(site: Site, method: str, **parameters: Any) -> Any:
    """Raises `NoAnswer` unless Telegram itself has answered; what it refuses, as `BadRequest`, `Forbidden` and `ChatMigrated`."""
    if site.platforms.telegram is None:
        raise NoAnswer(Verdict("o Telegram não é usado"))
    try:
        return await site.platforms.telegram.call(method, parameters)
    except (BadRequest, Forbidden, ChatMigrated):
        raise
    except InvalidToken as error:
        mend = "Copie o token de novo do @BotFather (/mybots), e confira ZELADOR_TELEGRAM__API_BASE."
        raise NoAnswer(wrong("o Telegram recusa o token", mend)) from error
    except TelegramError as error:
        mend = "Veja a rede, o proxy (HTTPS_PROXY) e ZELADOR_TELEGRAM__API_BASE."
        raise NoAnswer(wrong(f"não consigo falar com o Telegram ({type(error).__name__})", mend)) from error


async def token(site: Site) -> Verdict:
    return Verdict(f"@{(await _called(site, 'getMe'))['username']}")


async def reception(site: Site) -> Verdict:
    if site.reception is not None:
        return wrong(site.reception.trouble, "zelador doctor diz como resolver.") if site.reception.trouble else Verdict("chegam")
    info = await _called(site, "getWebhookInfo")
    return _by_webhook(info, site) if site.settings.by_webhook else _by_polling(info)


def _by_webhook(info: Mapping[str, Any], site: Site) -> Verdict:
    url = info.get("url")
    if url != webhook.address(site.settings.public_url):
        says = f"o webhook {'aponta para outro endereço' if url else 'não está registrado'}; {_waiting(info)}"
        return Verdict(says, "Inicie o Zelador (zelador serve): ele registra o webhook no início e a cada minuto.")
    last = datetime.fromtimestamp(int(info.get("last_error_date") or 0), UTC)
    if site.clock() - last < ERROR_LASTS:
        says = f"o Telegram não conseguiu entregar às {last:%Hh%M} UTC: {info.get('last_error_message')}; {_waiting(info)}"
        return wrong(says, "Veja se o Zelador está rodando, e o proxy e o certificado de ZELADOR_PUBLIC_URL.")
    return _unless_many(info, "o Telegram as entrega (webhook)")


def _by_polling(info: Mapping[str, Any]) -> Verdict:
    if info.get("url"):
        mend = (
            "Inicie o Zelador (zelador serve): ele retira o webhook. Se outro programa o usa, crie outro bot, pois cada um só serve a um."
        )
        return Verdict(f"o bot tem um webhook, e assim não podem ser buscadas; {_waiting(info)}", mend)
    return _unless_many(info, "são buscadas (polling)")


def _waiting(info: Mapping[str, Any]) -> str:
    return f"esperam no Telegram: {info.get('pending_update_count', 0)}"


def _unless_many(info: Mapping[str, Any], says: str) -> Verdict:
    is_many = info.get("pending_update_count", 0) > PENDING_MANY
    return Verdict(f"{says}; {_waiting(info)}", "Veja se o Zelador está rodando e se o banco responde." if is_many else "")


async def public_url(site: Site) -> Verdict:
    """Asked from here, which is not from outside; but a name, a certificate or a proxy that fails here fails there too."""
    url = site.settings.public_url
    if not url:
        if site.settings.whatsapp.token:
            return Verdict("nenhum; sem ele o WhatsApp não tem aonde entregar", "Ponha o endereço público em ZELADOR_PUBLIC_URL.")
        return Verdict("nenhum; as mensagens são buscadas")
    try:
        async with site.outside.get(f"{url}/healthz", allow_redirects=False, proxy=proxy_for(url)) as answer:
            if answer.status == HTTPStatus.OK:
                return Verdict(f"{url} responde")
    except (aiohttp.ClientError, OSError) as error:
        mend = "Confira o nome (DNS), o certificado e o proxy reverso: docs/operating.md tem modelos."
        needed = bool(site.settings.whatsapp.token) or site.settings.by_webhook
        return Verdict(f"{url} não responde ({type(error).__name__})", mend, wrong=needed)
    return Verdict(f"{url}/healthz responde {answer.status}", "Veja se o Zelador está rodando, e a que porta o proxy reverso leva.")


# ── people ───────────────────────────────────────────────────────────────────


async def alerts(site: Site) -> Verdict:
    chat = site.settings.telegram.alert_chat_id
    if not site.settings.telegram.token:
        mend = "Os avisos vão a uma conversa do Telegram: crie um bot (README), também se os clientes só usam o WhatsApp."
        return Verdict("ninguém é avisado de perigos e de chamados que esperam", mend)
    if not chat:
        mend = "Ponha o bot no grupo da equipe: ele diz ali o número do grupo, que vai em ZELADOR_TELEGRAM__ALERT_CHAT_ID."
        return Verdict("ninguém é avisado de perigos e de chamados que esperam", mend)
    try:
        await _called(site, "getChat", chat_id=int(chat))
    except (BadRequest, Forbidden):
        mend = "Ponha o bot no grupo, e confira o número em ZELADOR_TELEGRAM__ALERT_CHAT_ID."
        return wrong("o bot não alcança a conversa de avisos", mend)
    except ChatMigrated as moved:
        return Verdict("o grupo tem outro número agora", f"Ponha {moved.new_chat_id} em ZELADOR_TELEGRAM__ALERT_CHAT_ID.")
    return Verdict("vão para a conversa configurada")


async def on_call(site: Site) -> Verdict:
    if site.settings.agency.on_call_phone:
        return Verdict("está nas orientações de segurança")
    return Verdict("nenhum; em perigo o cliente só vê o 193", "Ponha o telefone do plantão em ZELADOR_AGENCY__ON_CALL_PHONE.")


async def ringing(site: Site) -> Verdict:
    """Whether the address answers. HEAD is safe: no telephone rings by it. https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1"""
    url = site.settings.alerts.webhook_url
    if not url:
        return Verdict("nenhum; um perigo que ninguém assume não faz tocar telefone algum", "docs/operating.md diz como: Alerts that ring.")
    place = urlsplit(url).hostname  # and no more of it: the rest may be a password
    try:
        async with site.outside.head(url, allow_redirects=False, proxy=proxy_for(url)) as answer:
            status = answer.status
    except (aiohttp.ClientError, OSError) as error:
        return wrong(f"{place} não responde ({type(error).__name__})", f"Confira {WEBHOOK_URL}: o nome (DNS), o certificado e o proxy.")
    if status in REDIRECTS:
        return wrong(f"{place} manda para outro endereço", f"Ponha em {WEBHOOK_URL} o endereço final: nenhum desvio é seguido.")
    if status in BROKEN:
        return Verdict(f"{place} responde com um erro seu ({status})", "Veja com quem cuida daquele serviço.")
    if not await _has_phone(site):  # also one that wants no HEAD answers
        mend = "Ponha o telefone de quem está de plantão (zelador agent add NOME --phone), ou ZELADOR_AGENCY__ON_CALL_PHONE."
        return Verdict(f"{place} responde, mas não há telefone a chamar", mend)
    return Verdict(f"{place} responde")


async def _has_phone(site: Site) -> bool:
    """Somebody on call has one, or the agency; unknown where the database cannot be asked, which another check tells."""
    here = await _asked(site, agents.here)
    return bool(site.settings.agency.on_call_phone) or here is None or any(each.phone and each.on_call for each in here)


WEBHOOK_URL = "ZELADOR_ALERTS__WEBHOOK_URL"
REDIRECTS, BROKEN = range(300, 400), range(500, 600)


# ── the running program ──────────────────────────────────────────────────────


async def running(site: Site) -> Verdict:
    """What `zelador serve` says of itself, asked on this machine."""
    host, port = site.settings.host, site.settings.port
    local = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 (compared, not listened on)
    try:
        async with site.outside.get(f"{origin(local, port)}/readyz") as answer:
            body = await answer.read()
    except (aiohttp.ClientError, OSError):
        return Verdict(f"não está rodando aqui (porta {port})", "Para atender: zelador serve")
    try:
        lacking = [f"{name}: {says}" for name, says in json.loads(body)["checks"].items() if says != OK]
    except (ValueError, LookupError, TypeError, AttributeError):
        return wrong(f"outro programa responde na porta {port}", "Mude ZELADOR_PORT, ou encerre o outro programa.")
    return wrong("; ".join(lacking), "Veja abaixo, e no log do programa.") if lacking else Verdict("está rodando e pronto")


OK = "ok"
TELEGRAM_CHECKS = (
    Check("token", "Bot do Telegram", token),
    Check("reception", "Mensagens do Telegram", reception, serving=True),
)


def checks(settings: Settings) -> Sequence[Check]:
    """Of what is set up, and of what every installation has."""
    return (
        Check("serve", "zelador serve", running),
        Check("database", "Banco de dados", database, serving=True),
        *(() if settings.platforms else (Check("platforms", "Por onde atender", platforms),)),
        *(TELEGRAM_CHECKS if settings.telegram.token else ()),
        *(whatsapp_checks.cheap(settings.whatsapp) if settings.whatsapp.token else ()),
        Check("public_url", "Endereço público", public_url),
        Check("clock", "Relógio", clock),
        Check("disk", "Disco", disk, serving=True),
        Check("alerts", "Avisos à equipe", alerts),
        Check("on_call", "Telefone do plantão", on_call),
        Check("ringing", "Alertas que tocam", ringing),
        Check("held", "Contas recusadas", held),
        Check("parked", "Falhas postas de lado", parked),
    )
