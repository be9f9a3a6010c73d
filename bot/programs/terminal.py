"""How a chat is read and shown: to a person at a terminal, or to a program as JSON lines."""

import asyncio
import json
import os
import re
import shutil
import sys
import textwrap
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TextIO

MAX_WIDTH = 96  # columns: longer lines are hard to read
_BOLD = re.compile(r"\*(?=\S)(.+?)(?<=\S)\*", re.DOTALL)  # the only markup: *negrito*
_STYLES = {"bot": "\x1b[36m", "bold": "\x1b[1m", "quiet": "\x1b[2m", "danger": "\x1b[31m"}  # ANSI SGR: cyan, bold, faint, red
_PLAIN = "\x1b[0m"
_BOT, _YOU = "zelador ", "você "


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as it stands before the person."""

    text: str
    words: str  # words id
    options: tuple[tuple[str, str], ...] = ()  # what is typed for it, and its label in full
    name: str = ""  # what is typed before a reply to it; "": nobody replies to it


class Front(Protocol):
    """What the chat needs of the place where it is held."""

    def lines(self) -> AsyncIterator[str]:
        """What the person writes, until the end of input."""

    def show(self, message: Shown, step: str | None) -> None:
        """Puts a message of the bot there; `step` is the open one."""

    def end_turn(self, number: int, trace: Iterable[str]) -> None:
        """All that line `number` (from 1) caused has been shown."""

    def note(self, text: str) -> None:
        """A word about the chat itself; the bot did not say it."""


def has_colours(stream: TextIO) -> bool:
    """Only a terminal is coloured, and not one whose owner sets NO_COLOR (no-color.org) or calls it dumb."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, *, colours: bool) -> str:
    return f"{_STYLES[style]}{text}{_PLAIN}" if colours and text else text


class Terminal:
    """A chat with a person. Colours and line editing only where there is a terminal."""

    def __init__(self, past: Iterable[str] = (), *, trace: bool = False, out: TextIO | None = None) -> None:
        self._past, self._trace, self._out = past, trace, out
        self._stands: dict[str, Sequence[str]] = {}  # by name: the lines of a message, as it was shown last
        self.colours = has_colours(self.out)

    @property
    def out(self) -> TextIO:
        """Looked up each time: while a line is edited, standard output is another that prints above it."""
        return self._out or sys.stdout

    def lines(self) -> AsyncIterator[str]:
        if not sys.stdin.isatty():
            return self._echoed(piped_lines(sys.stdin))
        from bot.programs.editing import edited_lines  # noqa: PLC0415 (its library takes 0.2 s to load, and only a person needs it)

        return edited_lines(paint(_YOU, "bold", colours=self.colours), self._past)

    async def _echoed(self, lines: AsyncIterator[str]) -> AsyncIterator[str]:
        """What nobody typed is shown too, or the answers would stand there without it."""
        async for line in lines:
            self._print(f"{paint(_YOU, 'bold', colours=self.colours)}{line}")
            yield line

    def show(self, message: Shown, step: str | None) -> None:
        text = f"{message.name} · {self._new(message)}" if message.name else message.text
        lines = [*_wrapped(text, len(_BOT)), *self._options(message.options)]
        first = paint(_BOT, "bot", colours=self.colours)
        self._print("\n".join((first + lines[0], *(" " * len(_BOT) + line if line else "" for line in lines[1:]))))

    def _new(self, message: Shown) -> str:
        """A message that changes cannot do so on a terminal: it is shown again, by its first line and what is new in it."""
        first, *others = lines = message.text.splitlines()
        before = self._stands.get(message.name, ())
        self._stands[message.name] = lines
        return "\n".join((first, *(line for line in others if line not in before)))

    def _options(self, options: Iterable[tuple[str, str]]) -> Iterator[str]:
        for typed, label in options:
            yield f"{paint(f'{typed:>3}', 'bot', colours=self.colours)}  {label}"

    def end_turn(self, number: int, trace: Iterable[str]) -> None:
        if self._trace:
            for line in trace:
                self.note(f"  · {line}")

    def note(self, text: str) -> None:
        self._print(paint(text, "quiet", colours=self.colours))

    def _print(self, text: str) -> None:
        print(_BOLD.sub(_emphasis, text) if self.colours else text, file=self.out, flush=True)


def _emphasis(found: re.Match[str]) -> str:
    return paint(found[1], "bold", colours=True)


def _wrapped(text: str, indent: int) -> list[str]:
    width = min(shutil.get_terminal_size().columns, MAX_WIDTH) - indent
    return [part for line in text.splitlines() for part in textwrap.wrap(line, max(20, width), break_long_words=False) or [""]] or [""]


class Program:
    """A chat with a program: a JSON object for each message of the bot, then `{"turn": n}`."""

    def __init__(self, *, trace: bool = False, out: TextIO | None = None) -> None:
        self._trace, self._out = trace, out or sys.stdout

    def lines(self) -> AsyncIterator[str]:
        return piped_lines(sys.stdin)

    def show(self, message: Shown, step: str | None) -> None:
        said = {"text": message.text, "options": [label for _, label in message.options], "words": message.words, "step": step}
        self._write(said | ({"name": message.name} if message.name else {}))

    def end_turn(self, number: int, trace: Iterable[str]) -> None:
        self._write({"turn": number, "trace": list(trace)} if self._trace else {"turn": number})

    def note(self, text: str) -> None:
        """Not on standard output, where a program reads."""
        print(text, file=sys.stderr, flush=True)

    def _write(self, record: dict[str, Any]) -> None:
        print(json.dumps(record, ensure_ascii=False), file=self._out, flush=True)


async def piped_lines(stream: TextIO) -> AsyncIterator[str]:
    """Lines without their ends. Read by a daemon thread: a read that never returns must not hold the program when it is told to stop."""
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[str | None]()

    def put(line: str | None) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, line)

    threading.Thread(target=_read_all, args=(stream, put), daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line.rstrip("\r\n")


def _read_all(stream: TextIO, put: Callable[[str | None], None]) -> None:
    with suppress(RuntimeError):  # the loop is closed: nobody listens any more
        for line in stream:
            put(line)
        put(None)
