"""The talks that show how a report should feel, in the terminal: with no more messages of the person's own than there."""

from pathlib import Path

import pytest

from tests.chats import Chat

CONVERSATIONS = Path(__file__).parents[1] / "conversations"


@pytest.mark.parametrize(
    "script,who,messages", [("a_known_tenant", ("--as", "tenant"), 4), ("b_unknown_tenant", ("--number", "+55 11 91234-5678"), 10)]
)
def test_a_report_takes_so_many_messages(tmp_path: Path, script: str, who: tuple[str, ...], messages: int) -> None:
    lines = (CONVERSATIONS / f"{script}.txt").read_text(encoding="utf-8").splitlines()
    own = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    chat = Chat(tmp_path, *who)
    try:
        steps = [chat.say(line)[-1]["step"] for line in own[:messages]]
    finally:
        chat.kill()
    assert steps.index("submitted.open") == messages - 1
