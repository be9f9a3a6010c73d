"""How a Portuguese word sounds: words that are written differently and sound alike have one key ("acássias", "acácias")."""

import re
from collections.abc import Mapping
from functools import lru_cache

_VOWELS: Mapping[str, str] = {"y": "i", "e": "i", "o": "u"}  # as unstressed ones are heard: "inquelino", "bunito"
_RULES = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("cao\\b", "sao"),  # manutensão
        ("ph", "f"),
        ("[sc]h", "x"),  # baicha
        ("([ln])h", r"\1i"),
        ("h", ""),  # ospital
        ("sc(?=[ei])|xc(?=[ei])|c(?=[eiy])|ss|z", "s"),  # acássias, cosinha, canselar
        ("g(?=[eiy])", "j"),
        ("qu(?=[eiy])|[cq]", "k"),  # inkilino
        ("w", "v"),
        ("m(?=[^aeiouy])", "n"),  # reenbolso
        ("l(?=[^aeiouyl]|\\b)", "u"),  # auta
        ("[yeo]", lambda found: _VOWELS[found[0]]),
        (r"(.)\1+", r"\1"),
        ("(?<=..)[aiu]s?$", ""),  # vizinha, vizinhos
    )
)


@lru_cache(maxsize=4_096)  # words; people write few different ones
def sound(word: str) -> str:
    """The key of a folded word; the vowel at its end, which tells gender, does not count."""
    for letters, heard in _RULES:
        word = letters.sub(heard, word)
    return word
