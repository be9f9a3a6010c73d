"""Alerts that ring: an address of the agency's choice is told whom to call. It only sends.

Headers, statuses and redirects are those of https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import aiohttp
import msgspec

from bot.http import CONNECT_SECONDS, proxy_for
from core.messages import RINGS, Outcome, Outgoing, Ring
from core.pacing import Pace
from core.signing import key_of, signature

ANSWER_SECONDS = 9.0  # below the sender's limit of one send, so that the outcome is told here
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 2.0, 60.0  # between two attempts: in between it waits as long as it has waited already
LONGEST_RETRY_AFTER_SECONDS = 600.0  # an alert that comes later than the second escalation is worth no more politeness
GIVEN_UP_AFTER = timedelta(days=1)  # as long as other word of danger is tried
_LATER = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})  # and all that is the server's fault


class Webhook:
    """Sends each ring under its outbox row's id, by which whoever hears it twice knows it again."""

    name = RINGS

    def __init__(self, session: aiohttp.ClientSession, url: str, secret: str, clock: Callable[[], datetime]) -> None:
        """Raises `bot.http.ProxyError`."""
        self._session, self._url, self._key, self._clock = session, url, key_of(secret), clock
        self._proxy = proxy_for(url)
        self._timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS)

    def paces(self, address: str) -> tuple[Pace, ...]:
        """Danger is rare, and waits for nobody."""
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        """What was perhaps heard is sent again, since its id tells that it is the same. No redirect is followed, no answer is read."""
        if (ring := row.call.ring) is None:
            return Outcome("failed", reason="not a ring")
        body, now = body_of(row, ring), self._clock()
        try:
            async with self._session.post(
                self._url,
                data=body,
                headers=self._headers(str(row.id), now, body),
                allow_redirects=False,
                proxy=self._proxy,
                timeout=self._timeout,
            ) as answer:
                return outcome_of(answer.status, answer.headers, now, now - ring.escalated_at)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:  # by its name alone: what it says may hold the address
            return _again(type(error).__name__, now - ring.escalated_at)

    def _headers(self, number: str, now: datetime, body: bytes) -> dict[str, str]:
        seconds = str(int(now.timestamp()))
        return {
            "Content-Type": "application/json",
            "webhook-id": number,
            "webhook-timestamp": seconds,
            "webhook-signature": signature(self._key, number, seconds, body),
        }


def body_of(row: Outgoing, ring: Ring) -> bytes:
    """docs/operating.md explains each field to whoever receives it."""
    told: dict[str, Any] = {
        "id": str(row.id),
        "kind": "hazard",
        "hazards": ring.hazards,
        "ticket": ring.ticket,
        "call": ring.calls,
        "customer": ring.customer,
        "words": ring.words,
        "text": row.call.text,
        "step": ring.step,
        "occurred_at": ring.raised_at,
        "escalated_at": ring.escalated_at,
    }
    return msgspec.json.encode(told)


def outcome_of(status: int, headers: Mapping[str, str], now: datetime, age: timedelta) -> Outcome:
    reason = f"HTTP {status}"
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Outcome("sent")
    if status in _LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _again(reason, age, _retry_after(headers, now))
    return Outcome("failed", reason=reason)


def _again(reason: str, age: timedelta, told: float = 0.0) -> Outcome:
    """Each wait is as long as all before it, so that they double, whichever process sends. `told`: seconds that the server asks for."""
    if age >= GIVEN_UP_AFTER:
        return Outcome("failed", reason=reason)
    wait = min(max(age.total_seconds(), FIRST_WAIT_SECONDS), LONGEST_WAIT_SECONDS)
    return Outcome("again", after_seconds=max(wait, min(told, LONGEST_RETRY_AFTER_SECONDS)), reason=reason)


def _retry_after(headers: Mapping[str, str], now: datetime) -> float:
    """https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. 0 for what cannot be read."""
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        return (parsedate_to_datetime(told) - now).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return 0.0
