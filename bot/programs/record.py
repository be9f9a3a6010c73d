"""Writes a chat down as a conversation test: `> ` what the person wrote, `< ` the words id of each answer."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.handlers.console import change, read_line

PERSONAS: Mapping[str, str] = {"unknown": "nobody", "reporter": "unknown"}  # those that the tests call by another name


class Recorder:
    """An open recording. Raises `FileExistsError` rather than write over another one."""

    def __init__(self, file: Path, persona: str) -> None:
        if file.exists() and file.stat().st_size:
            raise FileExistsError(file)
        self._out = file.open("w", encoding="utf-8", newline="\n")
        self._last = ""  # words id of the message before, in the same turn
        self._write(f"as {PERSONAS.get(persona, persona)}")

    def heard(self, line: str, changes: int = 0) -> None:
        """A line of the person; line breaks inside it would begin another message. `changes`: the number of the message that it edits."""
        self._last = ""
        written = _changed(line, changes) if changes else _written(line)
        self._write(f"> {' '.join(written.splitlines())}")

    def said(self, words: str) -> None:
        """A message of the bot; the parts of a long one bear the same words id and count once."""
        if words != self._last:
            self._write(f"< {words}")
        self._last = words

    def _write(self, line: str) -> None:
        """At once: a recording of a talk that was broken off is as good up to there."""
        print(line, file=self._out, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._out.close()


def _changed(line: str, number: int) -> str:
    text = change(line)[1]
    return f"(edited {number}) {text}" if text else f"(deleted {number})"


def _written(line: str) -> str:
    """`/audio 0:43` is written `[voice 0:43]`, `/local Rua Um, 10` as `(location Rua Um, 10)`."""
    said = read_line(line)
    match said["kind"]:
        case "text":
            return str(said["text"])
        case "contact":
            return f"(contact {'own ' if said['own'] else ''}{said['phone']})"
        case "location":
            return f"(location {said['place']})".replace(" )", ")")
    seconds = said.get("seconds")
    about = said["text"] if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"
    return f"[{said['kind']} {about}]".replace(" ]", "]")
