"""Wordings of kinds and roles are looked for only where their first words stand: none is missed that way."""

import json
import re
from pathlib import Path

import pytest

from core.kinds import ELSE, NAMED
from core.names import fold
from core.roles import ROLES
from core.wordings import Wordings
from core.words import cut

SENTENCES = Path(__file__).parents[1] / "understanding"
LINES = [line for name in ("messages", "priority") for line in (SENTENCES / f"{name}.jsonl").read_text("utf-8").split("\n") if line]
TEXTS = [json.loads(line)["text"] for line in LINES]


@pytest.mark.parametrize("wording", [wording for topic in (NAMED, ELSE, ROLES) for _, wording in topic.rows])
def test_a_wording_begins_as_it_says(wording: Wordings) -> None:
    pattern = re.compile(wording.pattern)
    for said in map(cut, map(fold, TEXTS)):
        assert [found.span() for found in said.matches(pattern, wording.begins)] == [
            found.span() for found in pattern.finditer(said.folded)
        ]
