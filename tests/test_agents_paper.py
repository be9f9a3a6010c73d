"""docs/agents.md says what agents see: its talks can be had, every verb is in it, and what it quotes is what the chat says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.desk.call_ears import WORDS
from bot.desk.ears import VERBS
from bot.desk.lists import LISTS
from core.names import fold
from core.permissions import ACTS
from tests.chats import zelador
from tests.test_papers import READMES, ROOT, comparable, text_of

PAPER = ROOT / "docs" / "agents.md"
CATALOGUE = ROOT / "bot" / "locale" / "pt-BR"
REFRESH = "after a look at what changed: .venv/bin/python -m tests.test_agents_paper"
_TALK = re.compile(r"^```text\n\$ zelador ([^\n]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"«([^»]+)»")
_CHANGING = re.compile(r"\d\d/\d\d\b|hoje|amanhã")  # besides what changes in every paper
_VALUE = re.compile(r"\{ *\$\w+ *\}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
FEW = 10  # letters of a pattern that would fit nearly everything
_UNSAID = frozenset(  # rights within other acts, and what has a word, a list or a button
    {"lower_hazard", "assign_others", "drop_hazard", "reopen_late", "view", "call", "continue_call", "send_again"}
)


def _by_day() -> str:
    """A zone in which it is the hour after noon. In such a name the sign is turned round: Etc/GMT+3 is three hours behind."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


def played(words: str, said: str, folder: Path) -> str:
    """What a terminal shows when these lines are typed, by day, when customers hear of everything; people work at any hour there."""
    by_day = {"ZELADOR_SERVICE_HOURS": "24/7", "ZELADOR_TIMEZONE": _by_day()}
    done = zelador(folder, *words.split(), said=said, COLUMNS="90", **by_day)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refreshed(folder: Path) -> str:
    """The paper with its talks as they go today, one after the other in a folder that is empty at first."""

    def again(talk: re.Match[str]) -> str:
        lines = "".join(f"{line}\n" for line in re.findall(r"^você (.+)$", talk[2], re.MULTILINE))
        return f"```text\n$ zelador {talk[1]}\n{played(talk[1], lines, folder)}```"

    return _TALK.sub(again, text_of(PAPER))


def lasting(text: str) -> str:
    return _CHANGING.sub("~", comparable(text))


def test_the_talks_can_be_had(tmp_path: Path) -> None:
    assert lasting(refreshed(tmp_path)) == lasting(text_of(PAPER)), REFRESH


def first_cells() -> Iterator[str]:
    yield from re.findall(r"^\| (`/.+?) \|", text_of(PAPER), re.MULTILINE)


def test_every_verb_has_its_row() -> None:
    commands = [f"{fold(command)} " for cell in first_cells() for command in re.findall(r"`/([^`]+)`", cell)]
    assert [verb for verb in (*VERBS, *WORDS, *LISTS) if not any(command.startswith(f"{verb} ") for command in commands)] == []


def test_every_act_that_somebody_may_do_has_a_verb() -> None:
    assert ACTS.keys() - VERBS.values() <= _UNSAID


def sayings() -> Iterator[str]:
    """All that the catalogue holds, line by line, less what is hardly more than values."""
    for file in CATALOGUE.glob("*.ftl"):
        for line in text_of(file).splitlines():
            words = line.partition(" = ")[2].strip()
            if len(_VALUE.sub("", words)) > FEW:
                yield from (words, *_SENTENCE.split(words))


@pytest.mark.parametrize("paper", [PAPER, *READMES], ids=lambda paper: paper.name)
def test_what_is_quoted_is_what_the_chat_says(paper: Path) -> None:
    """A message, or a sentence of one."""
    said = [re.compile(".+".join(map(re.escape, _VALUE.split(words)))) for words in sayings()]
    quotes = [" ".join(quote.split()) for quote in _QUOTED.findall(text_of(paper))]
    assert [quote for quote in quotes if quote and not any(each.fullmatch(quote) for each in said)] == []


def main() -> None:
    with TemporaryDirectory() as folder:
        PAPER.write_text(refreshed(Path(folder)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
