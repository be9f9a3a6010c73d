"""The web server of a process: routes that others give, on one address, for as long as the block runs."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.routing import BaseRoute, Router

BACKLOG = 2048  # connections that wait to be taken
STOP_SECONDS = 1  # that requests under way may take once the server stops
KEEP_ALIVE_SECONDS = 75  # above that of proxies (nginx: 60), so that none writes into a connection that is just closing


class AddressTakenError(Exception):
    """The address cannot be listened on: one sentence."""


class _Server(uvicorn.Server):
    """Signals are the program's own to handle."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def web(routes: Sequence[BaseRoute], host: str, port: int) -> AsyncIterator[int]:
    """Gives the port (of its own choice for port 0). Raises `AddressTakenError`."""
    listening = _listen(host, port)
    config = uvicorn.Config(
        Router(routes),  # alone: what `Starlette` puts around it answers an error as uvicorn does, and took a tenth of a webhook
        http="httptools",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await serving
        listening.close()


def origin(host: str, port: int) -> str:
    """Where that is in an address."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    is_v6 = ":" in host
    try:
        return socket.create_server(
            (host, port),
            family=socket.AF_INET6 if is_v6 else socket.AF_INET,
            backlog=BACKLOG,
            dualstack_ipv6=is_v6 and socket.has_dualstack_ipv6(),  # "::" is every address, those of IPv4 too
        )
    except OSError as error:
        raise AddressTakenError(f"Não consigo escutar em {host}:{port} ({error.strerror}). Mude ZELADOR_HOST ou ZELADOR_PORT.") from error
