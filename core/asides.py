"""What people write in place of an answer: "não sei", "depois eu mando", "o mesmo do meu whatsapp", "pra que precisa?"."""

from typing import Literal

Aside = Literal["declines", "same_number", "question"]


def read_aside(text: str) -> Aside | None:
    """declines: does not know, has not, will not or not now · same_number: the number of this chat · question: asks back."""
    return "question" if text.rstrip().endswith("?") else None
