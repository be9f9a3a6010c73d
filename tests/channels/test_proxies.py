"""A proxy that lets nobody through has sent nothing, whatever it answers."""

import asyncio
from asyncio import StreamReader, StreamWriter

import pytest

from bot.handlers.telegram.channel import Telegram
from bot.handlers.whatsapp.channel import WhatsApp
from bot.http import session
from core.messages import Call, Outcome, Outgoing

ACCOUNT = "110201543"
ROW = Outgoing(7, 1, "", ACCOUNT, "5511987654321", "prompt", Call("text", "A pia vaza?"))


@pytest.mark.parametrize("status", [403, 407, 502])
@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_it_goes_again(channel: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(reader: StreamReader, writer: StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status)
        await writer.drain()
        writer.close()

    async def live() -> Outcome:
        async with await asyncio.start_server(refuse, "127.0.0.1", 0) as proxy, session() as outside:
            monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
            if channel == "telegram":
                return await Telegram(outside, f"{ACCOUNT}:x", "https://telegram.example").send(ROW)
            return await WhatsApp(outside, "EAAGexample", "https://graph.example/v26.0", (ACCOUNT,)).send(ROW)

    outcome = asyncio.run(live())
    assert (outcome.do, outcome.after_seconds > 0, outcome.pauses_account) == ("again", True, False), outcome
