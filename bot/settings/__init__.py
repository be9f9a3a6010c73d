"""What an installation may set: environment variables and a `.env` file, checked before anything starts."""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings import values
from core.calendar import Calendar, parse_days_off
from core.contracts import Routing
from core.conversations import LEASE
from core.supervision import DEFAULT, Level
from core.targets import TARGETS
from core.templates import PARAMETERS, Approved, Use
from core.tickets import REOPEN_DAYS

PREFIX = "ZELADOR_"
TESTS = "ZELADOR_TEST_"  # variables of the test suite: none of the program's business
NESTED = "__"
ENV_FILE = ".env"
DEMO_FILE = "demo.sqlite3"  # of the terminal; in the data folder, where no database is configured
SERVED_FILE = "zelador.sqlite3"  # of `zelador serve`, in the same place
BOT_API = "https://api.telegram.org"
GRAPH_API = "https://graph.facebook.com"
GRAPH_VERSION = "v26.0"  # since July 2026; a version is served for two years: https://developers.facebook.com/docs/graph-api/changelog
MOST_CLAIM = 1_440  # minutes: a day
WEBHOOK_PORTS = (443, 80, 88, 8443)  # https://core.telegram.org/bots/api#setwebhook; a Bot API server of one's own takes any


class SettingError(Exception):
    """A setting that is unknown or cannot be used: one sentence with its name, the reason and an example."""


class Agency(BaseModel):
    """The agency that this installation serves."""

    name: Annotated[str, AfterValidator(values.name)] = Field("Imobiliária Exemplo", examples=["Imobiliária Central"])
    privacy_url: Annotated[str, AfterValidator(values.link)] = Field(
        "https://exemplo.com.br/privacidade", examples=["https://imobiliaria.com.br/privacidade"]
    )
    on_call_phone: Annotated[str, AfterValidator(values.phone)] = Field("", examples=["(11) 3333-4444"])


class Keep(BaseModel):
    """How long what was said is kept, in days."""

    raw_days: Annotated[int, AfterValidator(values.raw_days)] = Field(30, examples=["60"])


Minutes = Annotated[int, AfterValidator(values.minutes)]


class Sla(BaseModel):
    """How soon a person answers a ticket and resolves it, in service minutes by its priority."""

    first_reply_high: Minutes = Field(TARGETS.first_reply_high, examples=["15"])
    first_reply_medium: Minutes = Field(TARGETS.first_reply_medium, examples=["60"])
    first_reply_low: Minutes = Field(TARGETS.first_reply_low, examples=["480"])
    resolve_high: Minutes = Field(TARGETS.resolve_high, examples=["480"])
    resolve_medium: Minutes = Field(TARGETS.resolve_medium, examples=["1200"])
    resolve_low: Minutes = Field(TARGETS.resolve_low, examples=["6000"])


class Telegram(BaseModel):
    """The bot of this installation."""

    token: Annotated[str, AfterValidator(values.token)] = Field("", examples=["110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"])
    api_base: Annotated[str, AfterValidator(values.address)] = Field(BOT_API, examples=["http://127.0.0.1:8081"])
    mode: Literal["auto", "polling", "webhook"] = Field("auto", examples=["polling"])
    webhook_secret: Annotated[str, AfterValidator(values.secret)] = Field("", examples=["um-segredo-so-seu_123"])
    alert_chat_id: Annotated[str, AfterValidator(values.chat_id)] = Field("", examples=["-1001234567890"])
    per_second: Annotated[int, Field(ge=1, le=1000)] = Field(30, examples=["100"])  # https://core.telegram.org/bots/faq: up to 1,000, paid


class Templates(BaseModel):
    """Words that WhatsApp has approved, by what they are for: `name:language`; "": none. What they say: `zelador whatsapp templates`."""

    reminder: Annotated[str, AfterValidator(values.template)] = Field("", examples=["relato_pendente:pt_BR"])
    status: Annotated[str, AfterValidator(values.template)] = Field("", examples=["chamado_atualizado:pt_BR"])
    question: Annotated[str, AfterValidator(values.template)] = Field("", examples=["pergunta_da_equipe:pt_BR"])
    code: Annotated[str, AfterValidator(values.template)] = Field("", examples=["codigo_de_verificacao:pt_BR"])

    @property
    def chosen(self) -> Mapping[Use, Approved]:
        """Those that are set."""
        return {use: Approved(*getattr(self, use).split(":")) for use in PARAMETERS if getattr(self, use)}


class WhatsApp(BaseModel):
    """The numbers of this installation, all of one account: they share token and secret."""

    token: Annotated[str, AfterValidator(values.bearer)] = Field("", examples=["EAAGexemplo1234567890"])
    phone_number_id: Annotated[str, AfterValidator(values.numbers)] = Field("", examples=["106540352242922,106540352242923"])
    app_secret: Annotated[str, AfterValidator(values.app_secret)] = Field("", examples=["0123456789abcdef0123456789abcdef"])
    verify_token: Annotated[str, AfterValidator(values.secret)] = Field("", examples=["uma-palavra-so-sua_123"])
    waba_id: Annotated[str, AfterValidator(values.numbers)] = Field("", examples=["102290129340398"])
    api_base: Annotated[str, AfterValidator(values.base)] = Field(
        f"{GRAPH_API}/{GRAPH_VERSION}", examples=["https://provedor.exemplo.com.br/v1"]
    )
    templates: Templates = Templates()

    @property
    def accounts(self) -> tuple[str, ...]:
        return tuple(self.phone_number_id.split(",")) if self.phone_number_id else ()

    @property
    def lacks(self) -> str | None:
        """The first of four settings without which none of them serves; None: all are there, or none."""
        four = ("token", "phone_number_id", "app_secret", "verify_token")
        given = [name for name in four if getattr(self, name)]
        return next((name for name in four if given and name not in given), None)


class Alerts(BaseModel):
    """Who makes a telephone ring when nobody has acknowledged a danger."""

    webhook_url: Annotated[str, AfterValidator(values.hook)] = Field("", examples=["https://telefonia.exemplo.com.br/plantao"])
    webhook_secret: Annotated[str, AfterValidator(values.hook_secret)] = Field("", examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"])


class Settings(BaseSettings):
    """Every setting, with its default. `.env.example` says what each is for, and a test holds it to this class."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=NESTED, env_file=ENV_FILE, env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    database_url: Annotated[str, AfterValidator(values.database)] | None = Field(None, examples=["sqlite:///data/zelador.sqlite3"])
    data_dir: Path = Field(Path("data"), examples=["/var/lib/zelador"])
    timezone: Annotated[str, AfterValidator(values.timezone)] = Field("America/Sao_Paulo", examples=["America/Manaus"])
    locale: Annotated[str, AfterValidator(values.locale)] = Field("pt-BR", examples=["pt-BR"])
    service_hours: Annotated[str, AfterValidator(values.hours)] = Field(
        "Mo-Fr 08:00-18:00; Sa 08:00-12:00", examples=["Mo-Fr 08:00-18:00; Sa 08:00-12:00"]
    )
    holidays: Annotated[str, AfterValidator(values.holidays)] = Field("", examples=["25/01, 09/07, 20/03/2027"])
    supervision: Level = Field(DEFAULT, examples=["auto-when-proven"])
    claim_minutes: Annotated[int, Field(ge=1, le=MOST_CLAIM)] = Field(int(LEASE.total_seconds()) // 60, examples=["20"])
    sla: Sla = Sla()
    reopen_days: Annotated[int, Field(ge=1, le=365)] = Field(REOPEN_DAYS, examples=["30"])
    routing: Routing = Field("everyone", examples=["account_manager"])
    agency: Agency = Agency()
    keep: Keep = Keep()
    public_url: Annotated[str, AfterValidator(values.address)] = Field("", examples=["https://zelador.imobiliaria.com.br"])
    host: str = Field("127.0.0.1", examples=["0.0.0.0"])  # noqa: S104 (an example)
    port: Annotated[int, Field(ge=1, le=65535)] = Field(8080, examples=["8443"])
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", examples=["warning"])
    telegram: Telegram = Telegram()
    whatsapp: WhatsApp = WhatsApp()
    alerts: Alerts = Alerts()

    @property
    def calendar(self) -> Calendar:
        """When the agency's people work."""
        return Calendar(self.service_hours, ZoneInfo(self.timezone), parse_days_off(self.holidays))

    @property
    def platforms(self) -> tuple[str, ...]:
        """The names of those that are set up."""
        return tuple(name for name, it in (("telegram", self.telegram), ("whatsapp", self.whatsapp)) if it.token)

    @property
    def by_webhook(self) -> bool:
        """Telegram brings its updates, rather than being asked for them."""
        return self.telegram.mode == "webhook" or (self.telegram.mode == "auto" and bool(self.public_url))


class Known(NamedTuple):
    """A setting as its variable is named, with its default and an example that can be used."""

    name: str
    default: Any
    example: str

    def __str__(self) -> str:
        return f"{self.name}={self.example}"


def known(model: type[BaseModel] = Settings, prefix: str = PREFIX) -> Iterator[Known]:
    """All settings, in the order of the class; those of a group by the group's name and two underscores."""
    for name, field in model.model_fields.items():
        group = field.annotation
        if isinstance(group, type) and issubclass(group, BaseModel):
            yield from known(group, f"{prefix}{name.upper()}{NESTED}")
        else:
            yield Known(f"{prefix}{name.upper()}", field.default, str((field.examples or [""])[0]))


def load() -> Settings:
    """Reads and checks all settings. Raises `SettingError`."""
    _refuse_unknown({**dotenv_values(ENV_FILE, encoding="utf-8"), **os.environ})
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingError(_sentence(error.errors(include_url=False)[0])) from error
    for name, reason in _faults(settings):
        raise SettingError(_refusal(f"{PREFIX}{name}", reason))
    return settings


def _faults(settings: Settings) -> Iterator[tuple[str, str]]:
    """What is wrong between settings of which each is good: a name, and the reason."""
    if reason := _no_webhook(settings) or _no_callback(settings):
        yield "PUBLIC_URL", reason
    if lacks := settings.whatsapp.lacks:
        yield (
            f"WHATSAPP__{lacks.upper()}",
            "falta; o WhatsApp precisa do token, do número (id), do segredo do app e da palavra de verificação",
        )
    if settings.calendar.never_opens(datetime.now(UTC)):
        yield "SERVICE_HOURS", "com esses horários e feriados ninguém atende por um ano"
    if settings.alerts.webhook_url and not settings.alerts.webhook_secret:
        yield "ALERTS__WEBHOOK_SECRET", "o endereço que faz tocar o telefone precisa de um segredo"


def _no_webhook(settings: Settings) -> str | None:
    """Why Telegram would not bring updates to the public address."""
    if not (settings.by_webhook and settings.telegram.token):
        return None
    if not settings.public_url:
        return "com ZELADOR_TELEGRAM__MODE=webhook o programa precisa de um endereço público"
    if settings.telegram.api_base != BOT_API:
        return None
    given = urlsplit(settings.public_url)
    if given.scheme != "https":
        return "o Telegram só entrega mensagens em um endereço https://"
    if given.port not in (None, *WEBHOOK_PORTS):
        return f"o Telegram só entrega nas portas {', '.join(map(str, WEBHOOK_PORTS))}, e não na {given.port}"
    return None


def _no_callback(settings: Settings) -> str | None:
    """Why Meta would not bring messages there. https://developers.facebook.com/docs/graph-api/webhooks/getting-started"""
    it = settings.whatsapp
    is_meta = it.token and it.api_base.startswith(GRAPH_API)
    if is_meta and settings.public_url and not settings.public_url.startswith("https://"):
        return "a Meta só entrega mensagens em um endereço https://"
    return None


def _refuse_unknown(given: Mapping[str, Any]) -> None:
    """A name that nothing reads is a mistyped one: silence would leave its default in force."""
    names = {each.name: each for each in known()}
    for name in sorted(given):
        full = name.upper()
        if full.startswith(PREFIX) and not full.startswith(TESTS) and full not in names:
            close = get_close_matches(full, names, n=1)
            raise SettingError(
                f"{name}: essa configuração não existe; um exemplo que existe: {names[close[0] if close else 'ZELADOR_LOCALE']}"
            )


def _sentence(error: ErrorDetails) -> str:
    name = PREFIX + NESTED.join(map(str, error["loc"])).upper()
    return _refusal(name, error.get("ctx", {}).get("error", "o valor não serve"))


def _refusal(name: str, reason: str) -> str:
    return f"{name}: {reason}; um exemplo que serve: {next(each for each in known() if each.name == name)}"
