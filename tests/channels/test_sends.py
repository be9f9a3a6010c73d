"""Whatever becomes of a send, the sender is told what to do: by every channel, and in the one table of Telegram's errors."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.handlers.telegram.channel import Telegram
from bot.handlers.telegram.outcomes import LONGEST_SECONDS
from bot.http import session
from core.messages import Address, Call, Choice, Original, Outcome, Outgoing
from core.records import evolve
from tests.channels.subjects import ANA
from tests.telegram import faults
from tests.telegram.customers import Customer
from tests.telegram.faults import Fault
from tests.telegram.server import serving

QUESTION = Call("buttons", "A pia vaza?", (Choice("p1:0", "Sim"), Choice("p1:1", "Não")))
PAGE, NOTHING, LIST, NULL = b"<html>403</html>", b"", b"[]", b"null"


def row(address: str, call: Call = QUESTION) -> Outgoing:
    return Outgoing(7, 1, "telegram", "110201543", address, "prompt", call)


def sent(scenario: Callable[[Telegram, Customer], Awaitable[None]]) -> None:
    async def live() -> None:
        async with serving() as there, session() as outside:
            ana = Customer(there, ANA)
            ana.start()
            channel = Telegram(outside, there.token, there.url)
            await scenario(channel, ana)
            await channel.close()

    asyncio.run(live())


def test_a_wait_without_end_has_one() -> None:
    """Or the moment could not be noted, and with it nothing else that was sent."""

    async def scenario(channel: Telegram, ana: Customer) -> None:
        for seconds, waited in ((7, 7.0), (10**12, LONGEST_SECONDS)):
            ana.telegram.faults.add(faults.too_many(seconds), "sendMessage")
            outcome = await channel.send(row(str(ANA.id)))
            assert (outcome.do, outcome.after_seconds) == ("again", waited)

    sent(scenario)


ANSWERS: dict[str, tuple[Fault, str]] = {
    "too many": (faults.too_many(7), "again"),
    "too many, for nobody knows how long": (faults.refused(429, "Too Many Requests"), "again"),
    "too many for a proxy": (Fault(body=PAGE, code=429), "again"),
    "a proxy forbids it": (Fault(body=PAGE, code=403), "again"),
    "a proxy wants a password": (Fault(body=NOTHING, code=407), "again"),
    "a proxy knows no such page": (Fault(body=PAGE, code=404), "again"),
    "a proxy does not understand": (Fault(body=LIST, code=400), "again"),
    "blocked": (faults.blocked(), "failed"),
    "no right to write": (faults.bad_request("not enough rights to send text messages to the chat"), "failed"),
    "no such chat": (faults.bad_request("chat not found"), "failed"),
    "moved": (faults.migrated(-100_123), "moved"),
    "not modified": (faults.bad_request("message is not modified: specified new message content"), "sent"),
    "unauthorized": (faults.unauthorized(), "hold"),
    "not found": (faults.not_found(), "hold"),
    "server error": (faults.server_error(500), "unknown"),
    "bad gateway": (faults.proxy_error(), "unknown"),
    "no JSON": (faults.bad_json(), "unknown"),
    "a list": (Fault(body=LIST), "unknown"),
    "null": (Fault(body=NULL, code=500), "unknown"),
    "nothing": (Fault(body=NOTHING), "unknown"),
    "no result": (Fault(body=b'{"ok":true}'), "unknown"),
    "dropped before": (faults.drop_before(), "unknown"),
    "dropped after": (faults.drop_after(), "unknown"),
    "an odd result": (Fault(body=b'{"ok":true,"result":true}'), "sent"),
}


@pytest.mark.parametrize("fault, do", ANSWERS.values(), ids=ANSWERS)
def test_each_answer_has_its_outcome(fault: Fault, do: str) -> None:
    async def scenario(channel: Telegram, ana: Customer) -> None:
        ana.telegram.faults.add(fault, "sendMessage")
        outcome = await channel.send(row(str(ANA.id)))
        assert outcome.do == do
        assert outcome.dead_address == any(words in outcome.reason for words in ("blocked by", "chat not found"))
        assert ana.telegram.token.partition(":")[2] not in outcome.reason
        after = await channel.send(row(str(ANA.id)))
        assert (after.do, after.external_id) == ("sent", str(ana.heard()[-1].id))

    sent(scenario)


def test_who_was_never_seen_has_a_dead_address() -> None:
    async def scenario(channel: Telegram, ana: Customer) -> None:
        assert await channel.send(row("999")) == Outcome("failed", reason="chat not found", dead_address=True)

    sent(scenario)


def test_where_nobody_listens_nothing_was_sent() -> None:
    async def live() -> None:
        async with session() as outside:
            outcome = await Telegram(outside, "110201543:x", "http://127.0.0.1:9").send(row("77"))
        assert (outcome.do, outcome.pauses_account) == ("again", False)
        assert outcome.after_seconds > 0

    asyncio.run(live())


def test_buttons_come_off_a_message_and_twice_is_no_failure() -> None:
    async def scenario(channel: Telegram, ana: Customer) -> None:
        there = await channel.send(row(str(ANA.id)))
        assert ana.heard()[-1].buttons == ("Sim", "Não")
        for _ in range(2):
            assert (await channel.send(row(str(ANA.id), Call("clear", "", edits=str(there.external_id))))).do == "sent"
        assert ana.heard()[-1].buttons == ()
        assert (await channel.send(row(str(ANA.id), Call("clear", "", edits="4000000")))).do == "sent"  # a message that is no more

    sent(scenario)


def test_a_message_of_our_own_is_edited_and_sent_anew_where_it_is_gone() -> None:
    async def scenario(channel: Telegram, ana: Customer) -> None:
        first = await channel.send(row(str(ANA.id)))
        assert first.external_id is not None
        newest = evolve(row(str(ANA.id), evolve(QUESTION, text="A pia ainda vaza?")), edits=first.external_id)
        assert await channel.send(newest) == Outcome("sent", first.external_id)
        assert [each.text for each in ana.heard()] == ["A pia ainda vaza?"]
        assert (await channel.send(newest)).do == "sent"  # nothing is new
        assert len(ana.heard()) == 1
        ended = evolve(newest, call=Call("text", "Acabou."))
        await channel.send(ended)
        assert [(each.text, each.buttons) for each in ana.heard()] == [("Acabou.", ())]
        del ana.chat.messages[int(first.external_id)]
        ana.chat.sent.clear()
        anew = await channel.send(newest)
        assert [each.id for each in ana.heard()] == [int(anew.external_id or 0)]

    sent(scenario)


def test_a_message_is_copied_with_words_of_its_own_or_as_it_was() -> None:
    async def scenario(channel: Telegram, ana: Customer) -> None:
        photo = ana.photo(caption="a pia")
        original = Original(Address("telegram", "110201543", str(ANA.id)), str(photo["message_id"]))
        for text in ("*Ana*: a pia", ""):
            outcome = await channel.send(row(str(ANA.id), Call("copy", text, original=original)))
            assert outcome == Outcome("sent", str(ana.heard()[-1].id))
        assert [each.text for each in ana.heard()] == ["Ana: a pia", "a pia"]
        assert ana.heard()[0].bold == ("Ana",)
        assert await channel.send(row(str(ANA.id), Call("mark", "", edits=str(photo["message_id"])))) == Outcome("sent")
        assert ana.chat.reactions == {photo["message_id"]: ["👍"]}

    sent(scenario)
