"""Figures for Prometheus: what happened, what waits, and no word of anybody."""

import asyncio
import math
from collections.abc import Sequence

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from bot.metrics import Metrics
from core.messages import Part
from storage.database import connect
from tests.house import House, at, in_house, part


async def scraped(metrics: Metrics, house: House, seconds: float = 0) -> dict[str, float]:
    """By name and labels, as Prometheus reads them."""
    answer = await metrics.route(house.database, lambda: at(seconds)).endpoint(Request({"type": "http"}))
    families = text_string_to_metric_families(bytes(answer.body).decode())
    return {" ".join((each.name, *each.labels.values())): each.value for family in families for each in family.samples}


def test_what_happened(sqlite_url: str) -> None:
    async def scenario(house: House) -> None:
        metrics = Metrics()
        metrics.turned(3, 0.004)
        metrics.sent("telegram", "sent")
        metrics.sent("telegram", "unknown")
        metrics.courtesy("answerCallbackQuery", "done")
        found = await scraped(metrics, house)
        assert found["zelador_turns_total"] == 3
        assert (found["zelador_turn_batch_seconds_bucket 0.0025"], found["zelador_turn_batch_seconds_bucket 0.005"]) == (0, 1)
        assert found["zelador_sends_total telegram unknown"] == found["zelador_courtesies_total answerCallbackQuery done"] == 1
        assert found["process_resident_memory_bytes"] > 0

    in_house(sqlite_url, scenario)


def test_what_waits(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        metrics = Metrics()
        await house.put(part("a"), part("b", "bia"))
        found = await scraped(metrics, house, seconds=7)
        assert (found["zelador_queue_rows inbox"], found["zelador_queue_oldest_seconds inbox"]) == (2, 7)
        await house.take(8)
        found = await scraped(metrics, house, seconds=10)
        assert (found["zelador_queue_rows inbox"], found["zelador_queue_rows outbox"]) == (0, 2)
        assert (found["zelador_queue_oldest_seconds outbox"], found["zelador_database_up"]) == (2, 1)

    in_house(migrated_url, scenario)


def test_while_the_database_cannot_be_used(database_url: str) -> None:
    """Without its tables, here: nothing is said of what waits."""

    async def live() -> None:
        database = connect(database_url)
        found = await scraped(Metrics(), House(database))
        await database.close()
        assert found["zelador_database_up"] == 0
        assert "zelador_queue_rows inbox" not in found
        assert math.isnan(found["zelador_inbox_parked_rows"])

    asyncio.run(live())


def test_deliveries_are_counted_by_what_became_of_them(sqlite_url: str) -> None:
    async def scenario(house: House) -> None:
        async def put(parts: Sequence[Part]) -> None:
            if parts[0].address == "bia":
                raise OSError("full")

        metrics = Metrics()
        door = metrics.counted(put)
        await door([part("a"), part("b")])
        with pytest.raises(OSError, match="full"):
            await door([part("c", "bia")])
        found = await scraped(metrics, house)
        assert (found["zelador_ingest_requests_total stored"], found["zelador_ingest_requests_total failed"]) == (1, 1)
        assert found["zelador_ingest_parts_total"] == 3

    in_house(sqlite_url, scenario)
