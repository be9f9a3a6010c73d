"""Figures of one process for Prometheus. What happens is counted as it happens; what waits is asked of the database at each scrape."""

import asyncio
import math
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.messages import Part, Put
from storage.backlog import backlog
from storage.database import Database

ANSWER_SECONDS = 5.0  # for the database to say what waits; a scrape that takes longer is lost (Prometheus: 10 s)
BATCH_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)  # upper bounds of the histogram

# When each counter was made: for all of them, when the process began.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """Labels are names of channels, results and methods, never of people, chats or rows."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        self._turns = self._counter("turns", "Turns taken")
        self._batches = Histogram(
            "zelador_turn_batch_seconds", "From the claim to the commit of a batch of turns", buckets=BATCH_SECONDS, registry=self.registry
        )
        self._sends = self._labelled("sends", "Calls to a channel, by what the sender made of them", "channel", "result")
        self._courtesies = self._labelled(
            "courtesies", "Calls beside the turns: taps answered, typing shown, groups left, the bot introduced", "method", "result"
        )
        self._requests = self._labelled("ingest_requests", "Deliveries of a channel, by whether they were stored", "result")
        self._parts = self._counter("ingest_parts", "Messages and other news in them")
        self._rows = self._gauge("queue_rows", "Rows that could be taken and wait", "queue")
        self._age = self._gauge("queue_oldest_seconds", "For how long the oldest of them has waited", "queue")
        self._parked = self._gauge("inbox_parked_rows", "Inbox rows that failed too often and were put aside")
        self._held = self._gauge("accounts_held", "Accounts whose platform refuses everything")
        self._is_up = self._gauge("database_up", "1 when the database answered this scrape")

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(f"zelador_{name}", says, labels, registry=self.registry)

    def _labelled(self, name: str, says: str, *labels: str) -> Callable[..., Counter]:
        """By labels; each is looked up once, since the library's own look takes longer than to count."""
        return cache(self._counter(name, says, *labels).labels)

    def _gauge(self, name: str, says: str, *labels: str) -> Gauge:
        return Gauge(f"zelador_{name}", says, labels, registry=self.registry)

    # -- what happens

    def turned(self, turns: int, seconds: float) -> None:
        self._turns.inc(turns)
        self._batches.observe(seconds)

    def sent(self, channel: str, result: str) -> None:
        self._sends(channel, result).inc()

    def courtesy(self, method: str, result: str) -> None:
        self._courtesies(method, result).inc()

    def counted(self, put: Put) -> Put:
        """The same door, with a count of who goes through."""

        async def counting(parts: Sequence[Part]) -> None:
            result = "failed"
            try:
                await put(parts)
                result = "stored"
            finally:
                self._requests(result).inc()
                self._parts.inc(len(parts))

        return counting

    # -- what waits

    def route(self, database: Database, clock: Callable[[], datetime]) -> Route:
        async def scrape(request: Request) -> Response:
            await self._look(database, clock())
            return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)

        return Route("/metrics", scrape)

    async def _look(self, database: Database, now: datetime) -> None:
        """While the database cannot be used, nobody knows what waits."""
        self._is_up.set(0)
        for family in (self._rows, self._age):
            family.clear()
        for gauge in (self._parked, self._held):
            gauge.set(math.nan)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                found = await database.run(partial(backlog, now=now))
        except Exception:  # noqa: BLE001 (the database tells its own troubles)
            return
        self._is_up.set(1)
        for name, line in (("inbox", found.inbox), ("outbox", found.outbox)):
            self._rows.labels(name).set(line.rows)
            self._age.labels(name).set(line.age_seconds(now))
        self._parked.set(found.parked)
        self._held.set(found.held)
