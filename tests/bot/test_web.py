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


async def broken(request: Request) -> Response:
    raise LookupError("not to be told")


@pytest.mark.parametrize("method, path, status", [("GET", "/elsewhere", 404), ("POST", "/", 405), ("GET", "/broken", 500)])
def test_what_cannot_be_answered(method: str, path: str, status: int) -> None:
    async def live() -> tuple[int, str]:
        async with (
            web([Route("/", hello), Route("/broken", broken)], "127.0.0.1", 0) as port,
            aiohttp.ClientSession(origin("127.0.0.1", port)) as client,
            client.request(method, path) as answer,
        ):
            return answer.status, await answer.text()

    found, text = asyncio.run(live())
    assert found == status
    assert "not to be told" not in text


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_an_address_that_is_taken(host: str) -> None:
    async def live() -> None:
        async with web([], host, 0) as port:
            with pytest.raises(AddressTakenError, match=r"ZELADOR_HOST ou ZELADOR_PORT"):
                async with web([], host, port):
                    """Never."""

    asyncio.run(live())
