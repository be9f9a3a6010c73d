"""What a log tells, and what it never tells."""

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot import logs

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WHATSAPP_TOKEN = "EAAGm0PX4ZCpsBAKZAexampleTokenOfATestZD"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook)
    before = root.handlers[:], root.level
    yield
    root.handlers, root.level = before
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(capture=False)
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def stream() -> io.StringIO:
    found = io.StringIO()
    logs.begin("info", found)
    return found


def told(stream: io.StringIO) -> dict[str, Any]:
    """The one line."""
    line: dict[str, Any] = json.loads(stream.getvalue())
    return line


def test_a_line_is_an_object(stream: io.StringIO) -> None:
    logging.getLogger("bot.watch").info("died: %s", "process 7")
    line = told(stream)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "died: process 7", "level": "info", "logger": "bot.watch"}


def test_the_level_is_for_our_own_words(stream: io.StringIO) -> None:
    logging.getLogger("bot.watch").debug("no")
    logging.getLogger("aiohttp.client").info("no")
    assert stream.getvalue() == ""
    logging.getLogger("uvicorn.error").warning("yes")
    assert told(stream)["event"] == "yes"


def test_a_terminal_is_for_eyes() -> None:
    stream = Terminal()
    logs.begin("info", stream)
    logging.getLogger("bot.watch").warning("it is full")
    assert "it is full" in stream.getvalue()
    assert "{" not in stream.getvalue()


def test_an_error_is_named_and_placed_without_a_word_of_it(stream: io.StringIO) -> None:
    said = "Maria da Silva, 529.982.247-25"
    try:
        try:
            int(said)
        except ValueError as error:
            raise LookupError(said) from error
    except LookupError:
        logging.getLogger("bot.worker").exception("a turn failed")
    trace = told(stream)["exception"].splitlines()
    assert [line for line in trace if not line.startswith(" ")] == ["LookupError", "ValueError"]
    assert all("tests/bot/test_logs.py:" in line for line in trace if line.startswith(" "))
    assert "Maria" not in stream.getvalue()


def test_what_tasks_and_exceptions_say_of_themselves_is_left_out(stream: io.StringIO) -> None:
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Task exception=ValueError('Maria')>")
    assert told(stream)["event"] == "Task exception was never retrieved"


def test_a_token_is_never_written(stream: io.StringIO) -> None:
    logging.getLogger("bot.http").warning("https://api.telegram.org/bot%s/sendMessage", TOKEN.lower())
    assert told(stream)["event"] == "https://api.telegram.org/bot…/sendMessage"


def test_nor_is_one_of_whatsapp(stream: io.StringIO) -> None:
    logging.getLogger("bot.http").warning("Malformed access token %s", WHATSAPP_TOKEN)
    assert told(stream)["event"] == "Malformed access token …"


def test_what_ends_a_program_or_a_thread_is_told_as_well(stream: io.StringIO) -> None:
    def fails() -> None:
        raise ValueError("Maria")

    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    try:
        fails()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["level"] for line in lines] == ["critical", "critical"]
    assert "Maria" not in stream.getvalue()
