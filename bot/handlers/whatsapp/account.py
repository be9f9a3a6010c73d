"""What the platform says of the account: its token, its numbers, where messages are brought, its templates. Nothing is changed."""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from typing import Any, TypeVar

import aiohttp
import msgspec

from bot.handlers.whatsapp.transport import BRIEF, Graph, NoAnswerError, NotConnectedError
from core.records import Record, field

NEEDED_SCOPES = ("whatsapp_business_messaging", "whatsapp_business_management")
PAGE = 250  # templates in one answer
MOST_PAGES = 30  # an account has at most 6,000 templates; https://developers.facebook.com/docs/whatsapp/message-templates/guidelines
TOKEN_REFUSED = 190  # https://developers.facebook.com/docs/graph-api/guides/error-handling
WRONG_PARAMETER = 100

Read = TypeVar("Read")


class RefusedError(Exception):
    """The platform answers with an error. What it says is not kept: it may quote the token."""

    def __init__(self, code: int) -> None:
        super().__init__(f"{code}")
        self.code = code


class NotReachedError(Exception):
    """No answer, or one of something else on the way. `status`: of HTTP, if there was any."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


class Token(Record):
    """https://developers.facebook.com/docs/graph-api/reference/debug_token; `expires_at` in seconds since 1970, 0: never."""

    app_id: str = ""
    is_valid: bool = False
    scopes: tuple[str, ...] = ()
    expires_at: int = 0


class Throughput(Record):
    level: str = ""


class Fault(Record):
    error_code: int = 0


class Entity(Record):
    entity_type: str = ""
    id: str = ""
    errors: tuple[Fault, ...] = ()


class Health(Record):
    """https://developers.facebook.com/docs/whatsapp/cloud-api/health-status: AVAILABLE, LIMITED or BLOCKED, and for whose sake."""

    can_send_message: str = ""
    entities: tuple[Entity, ...] = ()


class Callbacks(Record):
    """Where messages of a number are brought: the first that is there. https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks"""

    phone_number: str = ""
    whatsapp_business_account: str = ""
    application: str = ""

    @property
    def chosen(self) -> str:
        return self.phone_number or self.whatsapp_business_account or self.application


class Number(Record):
    """One business number, as its node tells of it."""

    id: str = ""
    display_phone_number: str = ""
    verified_name: str = ""
    status: str = ""  # CONNECTED: registered, and can send
    quality_rating: str = ""
    throughput: Throughput = Throughput()
    whatsapp_business_manager_messaging_limit: str = ""
    health_status: Health = Health()
    webhook_configuration: Callbacks | None = None  # None: not told

    @property
    def waba(self) -> str:
        """The business account that owns it; "": not told."""
        return next((each.id for each in self.health_status.entities if each.entity_type == "WABA"), "")


class Topic(Record):
    name: str = ""


class Subscription(Record):
    """What an app is told of one kind of thing."""

    object: str = ""
    active: bool = False
    fields: tuple[Topic, ...] = ()


class Component(Record):
    type: str = ""
    text: str = ""


class Submitted(Record):
    """A template of the account, in one language."""

    name: str
    language: str
    status: str = ""
    category: str = ""
    rejected_reason: str = ""
    components: tuple[Component, ...] = ()

    @property
    def body(self) -> str:
        return next((each.text for each in self.components if each.type == "BODY"), "")


class _App(Record):
    id: str = ""


class _Subscriber(Record):
    whatsapp_business_api_data: _App = _App()


class _Page(Record):
    data: tuple[Submitted, ...] = ()
    paging: dict[str, Any] = field(default_factory=dict)


NUMBER_FIELDS = ",".join(Number.__struct_fields__)
BASIC_FIELDS = "id,display_phone_number,verified_name,quality_rating"
TEMPLATE_FIELDS = ",".join(Submitted.__struct_fields__)


class Account:
    """Asked with the token of the installation. All raise `RefusedError` and `NotReachedError`."""

    def __init__(self, session: aiohttp.ClientSession, token: str, base: str) -> None:
        """Raises `bot.http.ProxyError`."""
        self._session, self._token, self._base = session, token, base
        self._graph = Graph(session, base, token)

    async def token(self) -> Token:
        return _read((await self._get("debug_token", input_token=self._token)).get("data"), Token)

    async def number(self, number: str) -> Number:
        """All that is told of it: a provider, or another version, may not know each field."""
        try:
            node = await self._get(number, fields=NUMBER_FIELDS)
        except RefusedError as error:
            if error.code != WRONG_PARAMETER:
                raise
            node = await self._get(number, fields=BASIC_FIELDS)
        return _read(node, Number)

    async def exists(self, number: str) -> None:
        """The cheapest look at a number."""
        await self._get(number, fields="id")

    async def prove(self, number: str, app_secret: str) -> None:
        """The platform refuses a proof by another secret. https://developers.facebook.com/docs/graph-api/securing-requests"""
        await self._get(number, fields="id", appsecret_proof=hmac.digest(app_secret.encode(), self._token.encode(), sha256).hex())

    async def subscriptions(self, app: str, app_secret: str) -> tuple[Subscription, ...]:
        """Only the app itself is told. https://developers.facebook.com/docs/graph-api/reference/app/subscriptions"""
        answer = await self._get(f"{app}/subscriptions", as_app=f"{app}|{app_secret}")
        return _read(answer.get("data"), tuple[Subscription, ...])

    async def subscribers(self, waba: str) -> frozenset[str]:
        """Apps that are told of what happens in the business account."""
        answer = await self._get(f"{waba}/subscribed_apps")
        return frozenset(each.whatsapp_business_api_data.id for each in _read(answer.get("data"), tuple[_Subscriber, ...]))

    async def templates(self, waba: str) -> tuple[Submitted, ...]:
        found: tuple[Submitted, ...] = ()
        after: dict[str, str] = {}
        for _ in range(MOST_PAGES):
            page = _read(await self._get(f"{waba}/message_templates", fields=TEMPLATE_FIELDS, limit=str(PAGE), **after), _Page)
            found += page.data
            if "next" not in page.paging:
                break
            after = {"after": str(page.paging.get("cursors", {}).get("after", ""))}
        return found

    async def _get(self, path: str, as_app: str = "", **parameters: str) -> Mapping[str, Any]:
        graph = Graph(self._session, self._base, as_app) if as_app else self._graph
        try:
            answer = await graph.get(path, parameters, BRIEF)
        except NotConnectedError as error:  # its cause is not shown: the address may hold the token
            raise NotReachedError(str(error), error.status) from None
        except NoAnswerError as error:
            raise NotReachedError(str(error)) from None
        code = answer.error.code if answer.error else 0
        if code or answer.status == HTTPStatus.UNAUTHORIZED:
            raise RefusedError(code or TOKEN_REFUSED)
        if answer.status >= HTTPStatus.MULTIPLE_CHOICES or not answer.body:
            raise NotReachedError(f"HTTP {answer.status}", answer.status)
        return answer.body


def _read(value: Any, shape: type[Read]) -> Read:
    """Raises `NotReachedError` for what no Graph API would say."""
    try:
        return msgspec.convert(_without_nulls(value), shape, strict=False)
    except msgspec.ValidationError:
        raise NotReachedError("unreadable") from None


def _without_nulls(value: Any) -> Any:
    """What is null is not told."""
    if isinstance(value, dict):
        return {name: _without_nulls(each) for name, each in value.items() if each is not None}
    return [_without_nulls(each) for each in value] if isinstance(value, list) else value
