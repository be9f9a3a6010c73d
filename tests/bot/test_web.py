"""The web server listens where it is told to, by IPv4 and by IPv6."""

import asyncio
import socket

import aiohttp
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web import AddressTakenError, origin, web

if not socket.has_dualstack_ipv6():
    pytest.skip("this machine has no IPv6", allow_module_level=True)


async def hello(request: Request) -> Response:
    return PlainTextResponse("hello")


@pytest.mark.parametrize(
    "host, asked", [("127.0.0.1", "127.0.0.1"), ("localhost", "localhost"), ("::1", "::1"), ("::", "127.0.0.1"), ("::", "::1")]
)
def test_it_answers_where_it_listens(host: str, asked: str) -> None:
    async def live() -> str:
        async with web([Route("/", hello)], host, 0) as port, aiohttp.ClientSession() as client, client.get(origin(asked, port)) as answer:
            return await answer.text()

    assert asyncio.run(live()) == "hello"


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_an_address_that_is_taken(host: str) -> None:
    async def live() -> None:
        async with web([], host, 0) as port:
            with pytest.raises(AddressTakenError, match=r"ZELADOR_HOST ou ZELADOR_PORT"):
                async with web([], host, port):
                    """Never."""

    asyncio.run(live())
