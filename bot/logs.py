"""Logs of the programs that serve: JSON lines for machines, columns at a terminal. Never what people said, nor who they are."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

OURS = ("bot", "core", "storage")  # the others speak from warnings on, whatever the level: their words were not written for this

_TOKEN = re.compile(r"\d{5,}:[\w-]{20,}|EAA\w{20,}")  # a bot's, as it stands in the addresses of the Bot API, and Meta's
_ROOT = Path(__file__).parents[1]

log = logging.getLogger(__name__)


def begin(level: str, stream: TextIO | None = None) -> None:
    """From now on all loggers of the process write to standard error, or to `stream`; so does what ends a program or a thread."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(is_terminal=handler.stream.isatty()))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    logging.captureWarnings(capture=True)
    sys.excepthook = lambda kind, error, trace: log.critical("the program ended by an error", exc_info=error)
    threading.excepthook = lambda given: log.critical("a thread ended by an error", exc_info=given.exc_value)


def _formatter(*, is_terminal: bool) -> logging.Formatter:
    renderer: Processor = structlog.dev.ConsoleRenderer() if is_terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _one_line, _traced, _without_token, renderer],
    )


def _one_line(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """asyncio writes from the second line on what an exception or a task said of itself."""
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def _traced(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    info = event.pop("exc_info", None)
    if info and info[1]:
        event["exception"] = "\n".join(_trace(info[1]))
    return event


def _trace(error: BaseException | None) -> Iterator[str]:
    """What was raised and where, the cause last; not its message, which may hold what somebody said, nor any value."""
    while error is not None:
        yield type(error).__qualname__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _place(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


def _without_token(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {name: _TOKEN.sub("…", value) if isinstance(value, str) else value for name, value in event.items()}
