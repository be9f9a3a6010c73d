"""Lines typed by a person at a terminal, with editing and history."""

from collections.abc import AsyncIterator, Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout


async def edited_lines(prompt: str, past: Iterable[str]) -> AsyncIterator[str]:
    """Until Ctrl-D; Ctrl-C raises KeyboardInterrupt. The arrow keys go through `past`, what this person wrote before."""
    session: PromptSession[str] = PromptSession(history=InMemoryHistory(list(past)))
    while True:
        try:
            with patch_stdout(raw=True):  # what the bot says while a line is typed stands above it
                line = await session.prompt_async(ANSI(prompt))
        except EOFError:
            return
        yield line
