"""What goes out over HTTP: one session for all channels, and the proxy that the environment names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

CONNECT_SECONDS = 5.0
KEEP_ALIVE_SECONDS = 15.0  # below the far end's: what is written into a connection that it is just closing has no known outcome
CONNECTIONS = 200  # at once: sends, files and long polling
# Nothing of the request has gone out: there was no connection, or the proxy on the way made none.
NOTHING_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError)


class ProxyError(Exception):
    """The proxy of the environment cannot be used: one sentence."""


def proxy_for(url: str) -> str | None:
    """The proxy for this address, to be kept: aiohttp's own look at every request is dear. Raises `ProxyError`."""
    parts = urlsplit(url)
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    if not found or proxy_bypass(parts.hostname or ""):
        return None
    kind, is_named, _ = found.partition("://")
    if not is_named:  # curl and others take "proxy:3128" too
        return f"http://{found}"
    if kind.lower() not in ("http", "https"):  # told by its kind alone: a password may follow
        raise ProxyError(f"O proxy de {parts.scheme.upper()}_PROXY não serve ({kind}): use um endereço que começa com http://.")
    return found


@asynccontextmanager
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as opened:
        yield opened
