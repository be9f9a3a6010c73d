"""Reading a message takes time in proportion to its length, whatever repeats in it."""

import time
from datetime import datetime
from itertools import pairwise

import pytest

from core.reading import read_message

NOW = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - wall time at the home
LENGTHS = (500, 1_000, 2_000, 4_000)  # characters
RUNS = 5  # the best of them counts, by the processor's clock: a busy machine says nothing of the text
FLOOR_SECONDS = 0.001  # below it the clock and the caches say more than the text
MOST = 4.0  # times as long for twice the text; 2 would be exactly linear
PIECES = (
    "1", "12", "1 ", "1.1.1", "529.982.247-2 ", "52998224725 ", "11 98765-4321 ", "meu cpf e ", "cpf 529 ", "cel ", "12abc345/", "(11) ",
    "@", "a.b.", "a@", "a@b.", "e-mail ", "arroba ", "a ponto b ", "rua ", "rua a ", "rua das flores 12 ", "quadra 1 ", "ap 1 bloco b ",
    "av. ", "nao ", "sou ", "sou a ", "sou a ana ", "aqui e ", "meu nome e ", "nome: ", "ana ", "ana lima ", "da ", "att, ", "e a ",
    "empresa ", "minha empresa: ", "ddd 79 ",
    "sou da padaria ", "ltda ", "dia 1 ", "das 8 as 18 ", "so posso ", "segunda ", "(", ")", "()", "[", "<",
    "\n", ", ", ". ", "- ",
    " ", "\x00", "oi ", "urgente ", "obrigada ", "o chuveiro queimou, ", "o porteiro, tel 11 98765-4321 e ", "😩", "é ",
)  # fmt: skip
MIXED = "oi sou a Ana Lima, cpf 529.982.247-25, rua das flores 88 ap 12, o chuveiro queimou, so posso depois das 18h, e urgente. "


def _seconds(text: str) -> float:
    taken = []
    for run in range(RUNS):
        said = text + " " * run  # no cache has read it before
        began = time.thread_time()
        read_message(said, now=NOW)
        taken.append(time.thread_time() - began)
    return min(taken)


@pytest.mark.parametrize("piece", [*PIECES, MIXED])
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    taken = [_seconds(piece * (length // len(piece))) for length in LENGTHS]
    for shorter, longer in pairwise(taken):
        assert longer <= MOST * max(shorter, FLOOR_SECONDS), [f"{seconds * 1_000:.2f} ms" for seconds in taken]
