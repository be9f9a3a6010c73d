"""What an installation may set: environment variables and a `.env` file, checked before anything starts."""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from opening_hours import OpeningHours
from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.calendar import Calendar, parse_days_off
from core.signing import key_of
from core.targets import MOST_MINUTES, TARGETS
from core.tickets import REOPEN_DAYS

PREFIX = "ZELADOR_"
TESTS = "ZELADOR_TEST_"  # variables of the test suite: none of the program's business
NESTED = "__"
ENV_FILE = ".env"
RAW_DAYS = range(8, 3651)  # platforms send again what they think unheard, for up to 7 days; ten years is more than anybody may keep
DEMO_FILE = "demo.sqlite3"  # of the terminal; in the data folder, where no database is configured
SERVED_FILE = "zelador.sqlite3"  # of `zelador serve`, in the same place
LOCALES = Path(__file__).parent / "locale"
BOT_API = "https://api.telegram.org"
WEBHOOK_PORTS = (443, 80, 88, 8443)  # https://core.telegram.org/bots/api#setwebhook; a Bot API server of one's own takes any

_DATABASE = re.compile(r"sqlite:///.+|postgres(ql)?://.+", re.DOTALL)
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_TOKEN = re.compile(r"\d{5,20}:[\w-]{20,100}")  # as BotFather gives it
_SECRET = re.compile(r"[\w-]{16,256}")  # https://core.telegram.org/bots/api#setwebhook: at most 256 of these characters
_CHAT = re.compile(r"-?\d{1,20}")
_HOOK = re.compile(r"https://[^\s/@:?#]+(:\d{1,5})?(/[^\s#]*)?|http://127\.0\.0\.1(:\d{1,5})?(/[^\s#]*)?")
_PHONE = re.compile(r"\+?[\d ().-]{3,20}")  # a person calls it: 193, 0800 and switchboards are fine


class SettingError(Exception):
    """A setting that is unknown or cannot be used: one sentence with its name, the reason and an example."""


def _database(url: str) -> str:
    if not _DATABASE.fullmatch(url):
        raise ValueError("o endereço do banco começa com sqlite:/// ou postgresql://")
    return url


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError) as error:  # an unknown name is a KeyError of zoneinfo's own, and some names are folders
        raise ValueError(f"não há fuso horário com o nome {name!r}") from error
    except KeyError as error:
        raise ValueError(f"não há fuso horário com o nome {name!r}") from error
    return name


def _locale(name: str) -> str:
    if not (_LOCALE.fullmatch(name) and (LOCALES / name).is_dir()):
        raise ValueError(f"não há textos no idioma {name!r}")
    return name


def _hours(text: str) -> str:
    try:
        OpeningHours(text)
    except Exception as error:  # the library has its own exceptions, of no common class
        raise ValueError(f"não são horários no formato do OpenStreetMap: {text!r}") from error
    return text


def _holidays(text: str) -> str:
    try:
        parse_days_off(text)
    except ValueError as error:
        raise ValueError(f"{error} não é um dia como 25/01 (todo ano) ou 20/03/2027") from error
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise ValueError("o nome da imobiliária está vazio")
    return " ".join(text.split())


def _link(url: str) -> str:
    if not re.fullmatch(r"https?://\S+\.\S+", url):
        raise ValueError("o link começa com https:// e não tem espaços")
    return url


def _phone(text: str) -> str:
    if text and not _PHONE.fullmatch(text):
        raise ValueError("o telefone tem só números, espaços, +, hífens e parênteses")
    return text


def _address(url: str) -> str:
    if url and not re.fullmatch(r"https?://[^\s/:]+(:\d{1,5})?(/\S*)?", url):
        raise ValueError("o endereço começa com https:// e não tem espaços")
    return url.rstrip("/")


def _token(text: str) -> str:
    if text and not _TOKEN.fullmatch(text):
        raise ValueError("o token é como o BotFather o mostra: números, dois-pontos e letras")  # never with the token itself
    return text


def _secret(text: str) -> str:
    if text and not _SECRET.fullmatch(text):
        raise ValueError("o segredo tem de 16 a 256 letras, números, _ ou -")
    return text


def _chat_id(text: str) -> str:
    if text and not _CHAT.fullmatch(text):
        raise ValueError("o número da conversa tem só algarismos, com - na frente se é um grupo")
    return text


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise ValueError(f"o prazo vai de 1 a {MOST_MINUTES} minutos de atendimento")
    return minutes


def _hook(url: str) -> str:
    if url and not _HOOK.fullmatch(url):
        raise ValueError("o endereço começa com https:// (só nesta máquina, http://127.0.0.1) e não tem espaços nem senha")
    return url


def _hook_secret(text: str) -> str:
    try:
        if text:
            key_of(text)
    except ValueError as error:
        raise ValueError("o segredo é whsec_ e 24 a 64 bytes em base64 (docs/operating.md diz como fazer um)") from error
    return text


def _raw_days(days: int) -> int:
    if days not in RAW_DAYS:
        raise ValueError(f"o prazo vai de {RAW_DAYS.start} a {RAW_DAYS.stop - 1} dias (um canal pode repetir uma mensagem por 7 dias)")
    return days


class Agency(BaseModel):
    """The agency that this installation serves."""

    name: Annotated[str, AfterValidator(_name)] = Field("Imobiliária Exemplo", examples=["Imobiliária Central"])
    privacy_url: Annotated[str, AfterValidator(_link)] = Field(
        "https://exemplo.com.br/privacidade", examples=["https://imobiliaria.com.br/privacidade"]
    )
    on_call_phone: Annotated[str, AfterValidator(_phone)] = Field("", examples=["(11) 3333-4444"])


class Keep(BaseModel):
    """How long what was said is kept, in days."""

    raw_days: Annotated[int, AfterValidator(_raw_days)] = Field(30, examples=["60"])


Minutes = Annotated[int, AfterValidator(_minutes)]


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

    token: Annotated[str, AfterValidator(_token)] = Field("", examples=["110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"])
    api_base: Annotated[str, AfterValidator(_address)] = Field(BOT_API, examples=["http://127.0.0.1:8081"])
    mode: Literal["auto", "polling", "webhook"] = Field("auto", examples=["polling"])
    webhook_secret: Annotated[str, AfterValidator(_secret)] = Field("", examples=["um-segredo-so-seu_123"])
    alert_chat_id: Annotated[str, AfterValidator(_chat_id)] = Field("", examples=["-1001234567890"])
    per_second: Annotated[int, Field(ge=1, le=1000)] = Field(30, examples=["100"])  # https://core.telegram.org/bots/faq: up to 1,000, paid


class Alerts(BaseModel):
    """Who makes a telephone ring when nobody has acknowledged a danger."""

    webhook_url: Annotated[str, AfterValidator(_hook)] = Field("", examples=["https://telefonia.exemplo.com.br/plantao"])
    webhook_secret: Annotated[str, AfterValidator(_hook_secret)] = Field("", examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"])


class Settings(BaseSettings):
    """Every setting, with its default. `.env.example` says what each is for, and a test holds it to this class."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=NESTED, env_file=ENV_FILE, env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    database_url: Annotated[str, AfterValidator(_database)] | None = Field(None, examples=["sqlite:///data/zelador.sqlite3"])
    data_dir: Path = Field(Path("data"), examples=["/var/lib/zelador"])
    timezone: Annotated[str, AfterValidator(_timezone)] = Field("America/Sao_Paulo", examples=["America/Manaus"])
    locale: Annotated[str, AfterValidator(_locale)] = Field("pt-BR", examples=["pt-BR"])
    service_hours: Annotated[str, AfterValidator(_hours)] = Field(
        "Mo-Fr 08:00-18:00; Sa 08:00-12:00", examples=["Mo-Fr 08:00-18:00; Sa 08:00-12:00"]
    )
    holidays: Annotated[str, AfterValidator(_holidays)] = Field("", examples=["25/01, 09/07, 20/03/2027"])
    sla: Sla = Sla()
    reopen_days: Annotated[int, Field(ge=1, le=365)] = Field(REOPEN_DAYS, examples=["30"])
    agency: Agency = Agency()
    keep: Keep = Keep()
    public_url: Annotated[str, AfterValidator(_address)] = Field("", examples=["https://zelador.imobiliaria.com.br"])
    host: str = Field("127.0.0.1", examples=["0.0.0.0"])  # noqa: S104 (an example)
    port: Annotated[int, Field(ge=1, le=65535)] = Field(8080, examples=["8443"])
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", examples=["warning"])
    telegram: Telegram = Telegram()
    alerts: Alerts = Alerts()

    @property
    def calendar(self) -> Calendar:
        """When the agency's people work."""
        return Calendar(self.service_hours, ZoneInfo(self.timezone), parse_days_off(self.holidays))

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
    if reason := _no_webhook(settings):
        raise SettingError(_refusal(f"{PREFIX}PUBLIC_URL", reason))
    if settings.calendar.never_opens(datetime.now(UTC)):
        raise SettingError(_refusal(f"{PREFIX}SERVICE_HOURS", "com esses horários e feriados ninguém atende por um ano"))
    if settings.alerts.webhook_url and not settings.alerts.webhook_secret:
        raise SettingError(_refusal(f"{PREFIX}ALERTS__WEBHOOK_SECRET", "o endereço que faz tocar o telefone precisa de um segredo"))
    return settings


def _no_webhook(settings: Settings) -> str | None:
    """Why Telegram would not bring updates to the public address."""
    if not settings.by_webhook:
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
