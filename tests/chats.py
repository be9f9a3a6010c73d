"""A `zelador chat` as a process of its own, and what it writes for programs."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"}
COMMAND = [sys.executable, "-m", "bot.cli"]


class Chat:
    """A `zelador chat --json` that runs; `say` waits for the end of the turn."""

    def __init__(self, folder: Path, *words: str, **variables: str) -> None:
        command = [*COMMAND, "chat", "--json", *words]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=ENVIRONMENT | variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def say(self, line: str) -> list[dict[str, Any]]:
        """What was written up to the end of this turn, what stood there before it included."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.read_turn()

    def read_turn(self) -> list[dict[str, Any]]:
        assert self.process.stdout
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
    environment = {**ENVIRONMENT, **variables}
    return subprocess.run(
        [*COMMAND, *words], cwd=folder, env=environment, input=said, capture_output=True, text=True, encoding="utf-8", check=False
    )
