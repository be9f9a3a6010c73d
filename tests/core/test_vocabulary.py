"""What a typed word may stand for."""

import pytest

from core.sounds import sound
from core.vocabulary import MOST, Vocabulary

BORNE = {
    "souza": 90,
    "sousa": 20,
    "silva": 100,
    "marina": 30,
    "maria": 300,
    "mariana": 40,
    "luiz": 10,
    "felipe": 9,
    "aparecida": 50,
    "ana": 80,
}


@pytest.fixture
def vocabulary() -> Vocabulary:
    words = Vocabulary()
    words.learn((word, sound(word), borne) for word, borne in BORNE.items())
    return words


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("souza", ["souza", "sousa"]),
        ("suoza", ["suoza", "souza", "sousa"]),
        ("marnia", ["marnia", "maria", "marina"]),
        ("luis", ["luis", "luiz"]),
        ("philippe", ["philippe", "felipe"]),
        ("apare", ["apare", "aparecida"]),
        ("apaercdia", ["apaercdia", "aparecida"]),
        ("a", ["a", "ana", "aparecida"]),
        ("anq", ["anq"]),
        ("xyzzy", ["xyzzy"]),
    ],
)
def test_the_nearest_come_first(vocabulary: Vocabulary, typed: str, meant: list[str]) -> None:
    near = vocabulary.near(typed)
    assert list(near) == meant
    assert near[typed] == 1
    assert all(0 < closeness < 1 for word, closeness in near.items() if word != typed)


def test_of_many_the_most_borne_stay(vocabulary: Vocabulary) -> None:
    vocabulary.learn((f"sant{chr(97 + number)}", "sant", number) for number in range(2 * MOST))
    near = list(vocabulary.near("sant"))
    assert (len(near), near[1]) == (MOST, f"sant{chr(97 + 2 * MOST - 1)}")


def test_a_word_that_comes_again_is_one(vocabulary: Vocabulary) -> None:
    vocabulary.learn([("souza", sound("souza"), 5)])
    assert list(vocabulary.near("souza")) == ["souza", "sousa"]
