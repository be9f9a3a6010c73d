"""What the value of one setting must look like: each gives it back, or raises `ValueError` with the reason, never with a secret."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from core.calendar import parse_days_off
from core.signing import key_of
from core.targets import MOST_MINUTES

RAW_DAYS = range(8, 3651)  # platforms send again what they think unheard, for up to 7 days; ten years is more than anybody may keep
LOCALES = Path(__file__).parents[1] / "locale"

_DATABASE = re.compile(r"sqlite:///.+|postgres(ql)?://.+", re.DOTALL)
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_TOKEN = re.compile(r"\d{5,20}:[\w-]{20,100}")  # as BotFather gives it
_SECRET = re.compile(r"[\w-]{16,256}")  # https://core.telegram.org/bots/api#setwebhook: at most 256 of these characters
_CHAT = re.compile(r"-?\d{1,20}")
_HOOK = re.compile(r"https://[^\s/@:?#]+(:\d{1,5})?(/[^\s#]*)?|http://127\.0\.0\.1(:\d{1,5})?(/[^\s#]*)?")
_BEARER = re.compile(r"[!-~]{16,1024}")  # it goes into a header
_APP_SECRET = re.compile(r"[!-~]{16,128}")  # Meta's are 32 hexadecimal digits; those of providers, as they like
_NUMBER = re.compile(r"\d{5,20}")
# https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates: name of at most 512, and a language
_TEMPLATE = re.compile(r"[a-z0-9_]{1,512}:[a-z]{2,3}(_[A-Z]{2,3})?")
_PHONE = re.compile(r"\+?[\d ().-]{3,20}")  # a person calls it: 193, 0800 and switchboards are fine


def database(url: str) -> str:
    if not _DATABASE.fullmatch(url):
        raise ValueError("o endereço do banco começa com sqlite:/// ou postgresql://")
    return url


def timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError) as error:  # an unknown name is a KeyError of zoneinfo's own, and some names are folders
        raise ValueError(f"não há fuso horário com o nome {name!r}") from error
    except KeyError as error:
        raise ValueError(f"não há fuso horário com o nome {name!r}") from error
    return name


def locale(name: str) -> str:
    if not (_LOCALE.fullmatch(name) and (LOCALES / name).is_dir()):
        raise ValueError(f"não há textos no idioma {name!r}")
    return name


def hours(text: str) -> str:
    try:
        OpeningHours(text)
    except Exception as error:  # the library has its own exceptions, of no common class
        raise ValueError(f"não são horários no formato do OpenStreetMap: {text!r}") from error
    return text


def holidays(text: str) -> str:
    try:
        parse_days_off(text)
    except ValueError as error:
        raise ValueError(f"{error} não é um dia como 25/01 (todo ano) ou 20/03/2027") from error
    return text


def name(text: str) -> str:
    if not text.strip():
        raise ValueError("o nome da imobiliária está vazio")
    return " ".join(text.split())


def link(url: str) -> str:
    if not re.fullmatch(r"https?://\S+\.\S+", url):
        raise ValueError("o link começa com https:// e não tem espaços")
    return url


def phone(text: str) -> str:
    if text and not _PHONE.fullmatch(text):
        raise ValueError("o telefone tem só números, espaços, +, hífens e parênteses")
    return text


def address(url: str) -> str:
    if url and not re.fullmatch(r"https?://[^\s/:]+(:\d{1,5})?(/\S*)?", url):
        raise ValueError("o endereço começa com https:// e não tem espaços")
    return url.rstrip("/")


def token(text: str) -> str:
    if text and not _TOKEN.fullmatch(text):
        raise ValueError("o token é como o BotFather o mostra: números, dois-pontos e letras")  # never with the token itself
    return text


def secret(text: str) -> str:
    if text and not _SECRET.fullmatch(text):
        raise ValueError("o segredo tem de 16 a 256 letras, números, _ ou -")
    return text


def chat_id(text: str) -> str:
    if text and not _CHAT.fullmatch(text):
        raise ValueError("o número da conversa tem só algarismos, com - na frente se é um grupo")
    return text


def minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise ValueError(f"o prazo vai de 1 a {MOST_MINUTES} minutos de atendimento")
    return minutes


def hook(url: str) -> str:
    if url and not _HOOK.fullmatch(url):
        raise ValueError("o endereço começa com https:// (só nesta máquina, http://127.0.0.1) e não tem espaços nem senha")
    return url


def base(url: str) -> str:
    """Paths are put behind it."""
    return hook(url).rstrip("/")


def hook_secret(text: str) -> str:
    try:
        if text:
            key_of(text)
    except ValueError as error:
        raise ValueError("o segredo é whsec_ e 24 a 64 bytes em base64 (docs/operating.md diz como fazer um)") from error
    return text


def raw_days(days: int) -> int:
    if days not in RAW_DAYS:
        raise ValueError(f"o prazo vai de {RAW_DAYS.start} a {RAW_DAYS.stop - 1} dias (um canal pode repetir uma mensagem por 7 dias)")
    return days


def bearer(text: str) -> str:
    if text and not _BEARER.fullmatch(text):
        raise ValueError("o token do WhatsApp é uma palavra só, de 16 a 1024 letras e números sem acento")
    return text


def numbers(text: str) -> str:
    """Several with commas between them, each once."""
    found = [each.strip() for each in text.split(",")] if text else []
    if not all(_NUMBER.fullmatch(each) for each in found):
        raise ValueError("é o id que o painel da Meta mostra, de 5 a 20 algarismos, e não o telefone; vários, com vírgulas entre eles")
    if len(set(found)) < len(found):
        raise ValueError("cada id vem uma vez")
    return ",".join(found)


def app_secret(text: str) -> str:
    if text and not _APP_SECRET.fullmatch(text):
        raise ValueError("o segredo do app é uma palavra só, de 16 a 128 letras e números (na Meta, 32)")
    return text


def template(text: str) -> str:
    if text and not _TEMPLATE.fullmatch(text):
        raise ValueError("é o nome do modelo (letras minúsculas sem acento, números e _), dois-pontos e o idioma")
    return text
