"""The page that shows the conversation, drawn from its own machine."""

from pathlib import Path

from bot.machine import diagram

PAGE = Path(__file__).resolve().parents[2] / "docs" / "conversation.md"
_HEAD = """# The conversation
Drawn by `zelador diagram` from the machine itself; a test fails when it is stale. Each box is a question (`flow.step`); an arrow
goes where the answer leads, and bears the rule that must hold, the arrows of one box being tried from the top. Left out, since
they lead from everywhere: danger (to `safety.safe`), and the ways back to an earlier question.
"""


def page() -> str:
    return f"{_HEAD}\n```mermaid\n{diagram()}```\n"


def write() -> Path:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return PAGE


def is_current() -> bool:
    return PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
