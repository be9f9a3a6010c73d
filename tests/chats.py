"""Commands as people give them, each a process of its own; and a `zelador chat`, with what it writes for programs."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.forking import Forked

ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"}
COMMAND = [sys.executable, "-m", "bot.cli"]
LIMIT_SECONDS = 60  # for what takes a second or two on a quiet machine


class Chat:
    """A `zelador chat --json` that runs; `say` waits for the end of the turn."""

    def __init__(self, folder: Path, *words: str, **variables: str) -> None:
        self.process = Forked(["chat", "--json", *words], folder, ENVIRONMENT | variables)

    def say(self, line: str) -> list[dict[str, Any]]:
        """What was written up to the end of this turn, what stood there before it included."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.read_turn()

    def read_turn(self) -> list[dict[str, Any]]:
        said = []
        while "turn" not in (record := json.loads(self.process.stdout.readline())):
            said.append(record)
        return said

    def leave(self) -> tuple[list[dict[str, Any]], str]:
        """Ends the input; the rest of what was written, and the errors."""
        rest, errors = self.process.communicate()
        return [json.loads(line) for line in rest.splitlines()], errors

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def zelador(folder: Path, *words: str, said: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, to its end."""
    process = Forked(words, folder, ENVIRONMENT | variables)
    out, errors = process.communicate(said, LIMIT_SECONDS)
    return subprocess.CompletedProcess(words, process.wait(), out, errors)
