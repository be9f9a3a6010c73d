"""Who introduces themselves at the beginning of a clause: "sou a Maria Souza, inquilina", "aqui é o Marcos Lima"."""

import re

from core.descriptions import BLANK
from core.errors import Rejected
from core.names import parse_person_name

Mention = tuple[str, tuple[int, int]]  # value, and its place with the label
_ROLES = {
    "inquilin": "tenant", "locatari": "tenant", "proprietari": "landlord", "porteir": "neighbour", "vizinh": "neighbour",
    "zelador": "neighbour", "sindic": "neighbour",
}  # fmt: skip
_WORD = r"[a-z][a-z'’-]*"
_PLACE = r"(?:imovel|apartamento|apto|ap|casa|predio|condominio)"
_INTRODUCED = re.compile(
    rf"(?:^|(?<=[,.;!?\n\x00]))\s{{0,3}}(?P<all>(?:eu )?(?:sou|aqui (?:quem )?(?:fala )?eh?|quem fala eh?)(?P<the> [oa])? "
    rf"(?P<name>{_WORD}(?: (?:d[aeo]s? )?{_WORD}){{0,5}}?)"
    rf"(?:,? (?:e )?(?:sou )?(?:[oa] )?(?P<role>(?:{'|'.join(_ROLES)})[oa]?\b(?: d[oa] {_PLACE}\b(?! ?\d))?(?: d[aeo](?= ?\x00))?)"
    rf"|(?=\s*(?:[,;!\n\x00]|\.(?:\s|$)|$))))"
)
_NO_NAMES = frozenset(  # what people are besides their names
    "nova novo antiga antigo atual futura futuro ex outra outro unica unico mesma mesmo um uma seu sua filha filho esposa esposo marido "
    "mulher mae pai irma irmao amiga amigo cliente idosa idoso aposentada aposentado cadastrada cadastrado responsavel representante "
    "funcionaria funcionario gerente secretaria secretario corretor corretora morador moradora dona dono pessoa empresa fiador fiadora "
    "eu quem muito bem so tambem ja nao ainda que".split()
)
_DATA_NEXT = re.compile(f",? ?{BLANK}")
_PARTICLES = frozenset("da das de do dos e".split())


def introduced(text: str, folded: str) -> dict[str, Mention]:
    """First and last name, and the role if it follows. Small letters are a name only with a role or a number behind them.

    `folded` has blanks where other things were found.
    """
    found = _INTRODUCED.search(folded)
    if found is None or not _is_name(text, found):
        return {}
    try:
        first, _, last = parse_person_name(text[slice(*found.span("name"))]).partition(" ")
    except Rejected:
        return {}
    names = {"first_name": first, "last_name": last} if last else {"first_name": first}
    mentions: dict[str, Mention] = {name: (value, found.span("all")) for name, value in names.items()}
    if role := found["role"]:
        mentions["role"] = (next(meant for word, meant in _ROLES.items() if role.startswith(word)), found.span("role"))
    return mentions


def _is_name(text: str, found: re.Match[str]) -> bool:
    words = found["name"].split()
    if words[0] in _PARTICLES or words[-1] in _PARTICLES:
        return False
    if not _NO_NAMES.isdisjoint(words) or any(word.startswith(tuple(_ROLES)) for word in words):
        return False
    typed = text[slice(*found.span("name"))].split()
    capital = all(word[0].isupper() or word in _PARTICLES for word in typed) and not text.isupper()
    if found["role"] or _DATA_NEXT.match(found.string, found.end()):
        return capital or len(words) > 1
    return capital and (len(words) > 1 or found["the"] is not None)
