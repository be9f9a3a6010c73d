"""The channel that docs/adding.md shows can be joined as it stands there."""

import asyncio
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from bot.sender import Sends
from bot.worker import Speaks
from core.messages import Call, Outgoing

PAGE = Path(__file__).parents[2] / "docs" / "adding.md"


@pytest.fixture
def paper() -> Any:
    block = re.search(r"```python\n( +\"\"\"Letters as a channel.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    names: dict[str, Any] = {}
    exec(textwrap.dedent(block[1]), names)
    return names["Paper"]()


@pytest.mark.parametrize("asks", [Speaks, Sends])
def test_it_has_all_that_the_loops_call(paper: Any, asks: type) -> None:
    called = {name for name in vars(asks) if not name.startswith("_")}
    assert called
    assert {name for name in called if not callable(getattr(paper, name, None))} == set()


def test_a_letter_comes_and_an_answer_goes(paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (part,) = paper.split(b'{"number": 7, "from": "ana", "text": "a pia vaza"}')
    assert (part.external_id, part.address, paper.parse(part).text) == ("7", "ana", "a pia vaza")
    assert paper.split(b"{") == []
    row = Outgoing(1, 1, part.channel, part.account, part.address, "prompt", Call("text", "Qual é a urgência?"))
    assert list(paper.paces(row.address)) == []
    assert asyncio.run(paper.send(row)).do == "sent"
    assert capsys.readouterr().out == "ana: Qual é a urgência?\n"
