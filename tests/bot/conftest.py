"""What the tests of the program may ask for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.chats import Chat


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Callable[..., Chat]]:
    started: list[Chat] = []

    def start(*words: str) -> Chat:
        started.append(Chat(tmp_path, *words))
        return started[-1]

    yield start
    for each in started:
        each.kill()
