"""Bodies that a platform would not send."""

from collections.abc import AsyncIterator


async def in_pieces(size: int) -> AsyncIterator[bytes]:
    """A body whose length nobody tells."""
    for _ in range(0, size, 2**16):
        yield b" " * 2**16
