"""Bodies of requests, as far as a limit."""

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response


async def body_of(request: Request, most: int) -> bytes | Response:
    """At most so many bytes; or how it is refused."""
    read = bytearray()
    try:
        async for chunk in request.stream():
            read += chunk
            if len(read) > most:
                return Response(status_code=413)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody hears it; what was begun comes again whole
    return bytes(read)
