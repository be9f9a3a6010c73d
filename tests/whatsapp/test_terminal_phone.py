"""The terminal's telephone: whoever holds one is shown what that channel would show, and nothing that it would refuse (F29)."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.copy import copy
from bot.handlers import console
from bot.handlers.telegram.updates import PRIVATE
from bot.handlers.whatsapp.calls import wire
from bot.handlers.whatsapp.reader import LIMITS
from bot.layout import labels, layout
from bot.leaving import Leaving, joined
from bot.programs.app import ABSENT, means
from bot.sender import note_and_claim
from bot.settings import Settings
from bot.worker import take_turns
from core.conversations import Prompt
from core.messages import Address, Call, Outgoing, Purpose
from core.records import evolve
from storage import timers
from storage.tables import outbox
from tests.chats import zelador
from tests.house import House, at, in_house, part
from tests.whatsapp.published import refusal
from tests.whatsapp.test_calls import prompts

PHONE = Address(console.CHANNEL, console.ACCOUNT, "tenant@whatsapp/1")
OWN = labels(copy("pt-BR").say)
DAY = 24 * 3600


def would_refuse(call: Call) -> str | None:
    """Why WhatsApp would not show what the terminal shows."""
    return refusal(wire(Outgoing(1, 1, "whatsapp", "106540352242922", "5511987654321", "prompt", call)))


def test_f29_it_has_exactly_the_limits_of_its_channel() -> None:
    """But for files, which no terminal shows."""
    assert ABSENT.limits(PHONE.address) == evolve(LIMITS, caption=0)
    assert ABSENT.limits("+5511987654321@telegram/2") == evolve(PRIVATE, caption=0, copies=False)
    assert ABSENT.limits("tenant/1") == console.LIMITS
    same = ("text", "body", "buttons", "button", "rows", "title", "description")
    assert [getattr(console.LIMITS, each) for each in same] == [getattr(LIMITS, each) for each in same]


@given(st.lists(st.tuples(prompts, st.sampled_from(["note", "prompt", "reference", "safety"])), min_size=1, max_size=4))
def test_f29_whatever_is_said_there_whatsapp_would_show(said: list[tuple[Prompt, Purpose]]) -> None:
    limits = ABSENT.limits(PHONE.address)
    calls = [Leaving(PHONE, purpose, call) for prompt, purpose in said for call in layout(prompt, limits, OWN)]
    for each in joined(calls, limits):
        assert would_refuse(each.call) is None


def test_f29_after_a_day_without_a_word_nothing_is_shown_but_templates(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the same turns and the same outbox: what waited beyond the window's end is not shown, and the reminder is a template."""
    monkeypatch.setenv("ZELADOR_WHATSAPP__TEMPLATES__REMINDER", "relato_pendente:pt_BR")
    by = means(Settings())

    async def scenario(house: House) -> None:
        async def take(seconds: float) -> None:
            await house.run(partial(take_turns, now=at(seconds), means=by))

        async def shown(seconds: float) -> list[Call]:
            rows = await house.run(
                partial(note_and_claim, reports=(), channels={PHONE.channel: ABSENT}, now=at(seconds), process=1, limit=9)
            )
            return [each.call for each in rows]

        said = evolve(part("o chuveiro queimou", PHONE.address), body={"kind": "text", "text": "o chuveiro queimou"})
        await house.put(said)
        await take(0)
        assert await shown(DAY) == []
        assert await house.column(outbox.c.status) == ["expired"]
        await take(DAY)
        await house.run(partial(timers.ring, now=at(DAY)))  # the nudge
        await take(DAY)
        (reminder,) = await shown(DAY + 1)
        assert (reminder.kind, reminder.text.startswith("Olá! O seu relato sobre “o chuveiro queimou”")) == ("template", True)
        assert would_refuse(reminder) is None
        kinds = [row.call.kind for row in await house.rows(select(outbox.c.call).where(outbox.c.status != "expired"))]
        assert kinds == ["template"]

    in_house(migrated_url, scenario)


def test_f29_it_is_chosen_on_the_command_line(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--json", "--as", "unknown", "--channel", "whatsapp", said="a pia está vazando")
    assert shown.returncode == 0
    assert '"words"' in shown.stdout
    refused = zelador(tmp_path, "chat", "--as", "agent", "--channel", "whatsapp")
    assert refused.returncode == 2
    assert "--channel é para clientes" in refused.stderr
