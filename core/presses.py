"""Buttons under messages to our own people. They say by themselves what they are of, since no question stands open for them."""

from typing import Literal

from core.records import Record

Of = Literal["card", "sent", "ticket", "queue"]

LONGEST = 64  # bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton; no other channel takes fewer
_LETTERS: dict[Of, str] = {"card": "c", "sent": "s", "ticket": "t", "queue": "q"}
_OF = {letter: of for of, letter in _LETTERS.items()}
_DIGITS = 18  # of an id that both engines take


class Press(Record):
    """A tap on such a button. `id`: of the card, of what was sent (an outbox row), of the ticket; of the queue, the first entry shown.

    `seen`: what the button's message showed, where the act depends on it.
    """

    of: Of
    id: int
    act: str
    seen: str = ""


def pressing(press: Press) -> str:
    """What the button brings back: `c12:approve:9f3a01b2`. Raises `ValueError` where it is longer than a button holds."""
    data = f"{_LETTERS[press.of]}{press.id}:{press.act}:{press.seen}"
    if len(data.encode()) > LONGEST:
        raise ValueError(data)
    return data


def read_press(data: str) -> Press | None:
    """None for whatever else a button, or somebody without one, brings."""
    head, _, rest = data.partition(":")
    act, _, seen = rest.partition(":")
    of, digits = _OF.get(head[:1]), head[1:]
    if of is None or not act or not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        return None
    return Press(of, int(digits), act, seen)
