"""The address that a free message mentions, as it was typed: street, number, parts of the home, district, city."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from core.address_words import (
    AREAS,
    BARE_UNITS,
    BUILDINGS,
    PARTICLES,
    SHORT_STREETS,
    SQUARES,
    STOPS,
    STREETS,
    SURE_SHORT,
    TITLES,
    UNITS,
)
from core.errors import Rejected
from core.glance import hints
from core.homes import parse_address
from core.owner_words import MEANINGS, TENANTS
from core.places import BETWEEN, WORD, place_end
from core.words import Span, Words

Mention = tuple[str, Span]  # value, and its place with the label
_MAX_NAME = 8  # words of a street
_MAX_SQUARE = 4  # words of a square or a building
_MAX_PARTS = 8  # of one address behind its number
_MAX_TRIED = 20  # streets of one message
_REACH = 50  # characters before an address in which its label may stand

_STREET = re.compile(
    rf"(?<![\w@.])(?:{'|'.join(sorted(STREETS | SHORT_STREETS | SQUARES | BUILDINGS, key=len, reverse=True))})(?![\w$@-])\.?"
)
_LABELLED = re.compile(r"\b(?:endereco(?: completo| do imovel)?(?: e| eh)?:? |moro (?:aqui )?n[ao] |resido n[ao] )(?=[a-z0-9])")
_COUNTED = (  # behind a number: it counts something
    r"(?:h|hs|hr|hrs|horas?|min|minutos?|dias?|semanas?|mes|meses|anos?|reais|real|conto|x|vezes|pessoas|pol|polegadas|"
    r"metros|m2|m|cm|litros|l|kg|piso|pavimentos?|quartos|comodos|v|volts|w|watts|%)"
)
_NUMBER = re.compile(
    rf"(?:,? ?(?:n[oº°.]{{0,2}}|num|nr|numero)[ :.]*|[ ,–-]{{1,3}}|: )"
    rf"(?P<number>\d{{1,5}}(?:\.\d{{3}})?(?:-?[a-z](?![a-z0-9]))?(?:/(?!20\d\d)\d{{3,4}}|(?<=\d{{3}})/\d{{1,2}}|(?<=[4-9]\d)/\d{{1,2}})?)"
    rf"(?![\w%$ºª°]|[./,:]\d| ?{_COUNTED}(?![a-z]))"
)
_SAID_NUMBER = re.compile(r",? ?(?:n[º°.]|numero) ?\d{1,5}(?![\d%])")  # "rua joão 23 numero 45"
_NO_NUMBER = re.compile(r",? ?(?:s/ ?n[oº°]?|sem numero|s\.n\.?)(?![a-z])")
_UNIT = re.compile(
    r"(?P<kind>[a-z]+)[.:]?(?: numero| ?n[oº°.]{0,2}(?=\d| \d))? ?-?"
    r"(?P<name>\d{1,5}(?:[/-]?[a-z](?![a-z]))?|(?<=[ .:-])[a-z](?:-?\d{1,4})?)(?![\wºª°%]|[.,:]\d)"
)
_HIGHWAY = re.compile(r" (?:br|[mps][ae]|[pr][rjsn]|s[cp]|m[gst]|go|ba|ce|es)[ -]?\d{2,3}(?=,? (?:n|km|\d))")  # "SC 401, 5500"
_STATES_TOO = ("para",)  # "Rua Pará"
_COMPLEMENT = "complemento "
_LITTLE_WORDS = ("a", "e", "o")
_FLOOR = re.compile(r"\d{1,2} ?[oaºª°] ?andar\b|\d{1,2} andar\b")
_CEP = re.compile(r"[ ,.–(-]*(?:cep:? ?)?\d{2}\.?\d{3}-?\d{3}(?!\d)\)?")
_LABEL = re.compile(
    r"(?:\b(?:eu )?(?:moro|moramos|fica|fico|mora|resido|estou|to|e|eh|(?:o |meu )?(?:endereco|imovel|local)(?: completo| do imovel)?)"
    r"\s*(?:e|eh|fica|:)?\s*(?:aqui )?(?:n[oa]|em)?\s*|(?:^|(?<=[,.;:!?\n\x00] ))(?:aqui )?n[oa] )$"
)
_UNIT_BEFORE = re.compile(
    r"(?:^|(?<=[^\w]))(?:(?:(?:apartamento|apto|apt|ap|casa|sala|loja|bloco|bl|torre|unidade)"
    r"(?:\.? ?\d{1,5}-?[a-z]?|\.? (?:[a-df-np-z]|[eo](?=\d))\d?)[ ,]{1,2}(?:d[oa] )?){1,3}|[nd][oa] \d{1,5}[a-z]? d[oa] )$"
)
_ELSEWHERE = frozenset("imobiliaria escritorio agencia banco loja cartorio banca correio filial sede".split())
_OURS = ("minha", "nossa", "meu", "nosso")  # "minha loja fica na rua …"
_STREET_BEGINS = hints((*STREETS, *SHORT_STREETS, *SQUARES, *BUILDINGS))
_LABEL_BEGINS = hints(("endereco", "moro", "resido"))
_HINTS = _STREET_BEGINS | _LABEL_BEGINS


def may_name_address(said: Words) -> bool:
    return not _HINTS.isdisjoint(said.begun)


def address_in(text: str, said: Words) -> Mention | None:
    """The one address, its label in the span only; None for none or several."""
    folded = said.folded
    found = {folded[slice(*span)]: span for span in _joined(folded, _addresses(text, said))}
    if len(found) != 1:
        return None
    ((start, end),) = found.values()
    before = folded[max(0, start - _REACH) : start]
    if _is_elsewhere(before):
        return None
    start, lead = _with_unit_before(before, start)
    value = text[start:end]
    try:
        parse_address(value)
    except Rejected:
        return None
    cep = _CEP.match(folded, end)
    return value, (start - lead, cep.end() if cep else end)


def _joined(folded: str, spans: Iterable[Span]) -> list[Span]:
    """ "Condomínio Vila Verde, casa 12, Rua das Orquídeas 300" is one."""
    joined: list[Span] = []
    for start, end in spans:
        between = BETWEEN.match(folded, joined[-1][1]) if joined else None
        goes_on = between is not None and between.end() == start
        joined.append((joined.pop()[0] if goes_on else start, end))
    return joined


def _with_unit_before(before: str, start: int) -> tuple[int, int]:
    """Where the address begins, "ap 12 da rua …" too, and how long its label before that is."""
    if unit := _UNIT_BEFORE.search(before):
        start -= len(unit[0])
        before = before[: unit.start()]
    label = _LABEL.search(before)
    return start, len(label[0]) if label else 0


def _is_elsewhere(before: str) -> bool:
    """ "a imobiliária fica na rua …", "minha mãe mora na rua …"."""
    told, _, clause = before.rpartition(",")
    words = WORD.findall(clause)[-5:] or WORD.findall(told)[-1:]
    if words[:2] == ["endereco", "da"]:
        return False  # "endereço da loja é …"
    if any(word in _ELSEWHERE and before not in _OURS for before, word in pairwise(["", *words])):
        return True
    lives = next((at for at, word in enumerate(words) if word == "mora"), 0)
    return any(MEANINGS.get(word) == "person" and word not in TENANTS for word in words[max(0, lives - 2) : lives])


def _addresses(text: str, said: Words) -> Iterator[Span]:
    folded, last, tried = said.folded, 0, 0
    for kind in said.matches(_STREET, _STREET_BEGINS):
        if kind.start() < last or not _is_street(text, kind):
            continue
        tried += 1
        if tried > _MAX_TRIED:
            return
        if end := _end_of(text, folded, kind):
            yield kind.start(), end
            last = end
    if last:
        return
    for label in said.matches(_LABELLED, _LABEL_BEGINS):
        sure = label[0].startswith("endereco") or text[label.end()].isupper()
        if end := _nameless_end(text, folded, label.end(), sure=sure):
            yield label.end(), end
            return


def _is_street(text: str, kind: re.Match[str]) -> bool:
    """Short words are streets with a dot, or as people write those of them that are nothing else."""
    word = kind[0].removesuffix(".")
    if word not in SHORT_STREETS or word != kind[0]:
        return True
    return word in SURE_SHORT or (text[kind.start()].isupper() and text[kind.end() - 1].islower())


def _end_of(text: str, folded: str, kind: re.Match[str]) -> int | None:
    word = kind[0].removesuffix(".")
    if word in SQUARES or word in BUILDINGS:
        return _square_end(text, folded, kind, named=word in BUILDINGS)
    name = _name_end(folded, kind.end())
    return _parts_end(text, folded, *name) if name else None


def _nameless_end(text: str, folded: str, start: int, *, sure: bool) -> int | None:
    """ "endereço: Sete de Setembro 940"; where it is not sure, a unit must follow: "moro na lima e silva 770 apto 301"."""
    first = WORD.match(folded, start)
    if first is None or first[0] in UNITS | AREAS | STREETS | SQUARES | BUILDINGS | {"n", "numero"}:
        return None
    name = _name_end(folded, start - 1)
    between = BETWEEN.match(folded, name[0]) if name else None
    with_unit = between is not None and _unit_end(folded, between.end()) is not None
    return _parts_end(text, folded, *name) if name and (sure or with_unit) else None


def _name_end(folded: str, at: int) -> tuple[int, bool] | None:
    """Behind a street's name and number; whether it has one: else a unit must follow. None where no street is named."""
    named = 0
    for _ in range(_MAX_NAME):
        if named and (number := _NUMBER.match(folded, at) or _NO_NUMBER.match(folded, at)):
            return (_SAID_NUMBER.match(folded, number.end()) or number).end(), True
        if named and (between := BETWEEN.match(folded, at)) and _unit_end(folded, between.end()):
            return at, False
        if not named and (highway := _HIGHWAY.match(folded, at)):
            at, named = highway.end(), 1
            continue
        space = folded[at : at + 1] == " " or folded[at - 1 : at] == "."
        word = WORD.match(folded, at + (folded[at : at + 1] == " ")) if space else None
        if word is None or not _may_name_street(folded, word, first=not named):
            return None
        named += word[0] not in PARTICLES
        at = word.end() + (folded[word.end() : word.end() + 1] == ".")
    return None


def _may_name_street(folded: str, word: re.Match[str], *, first: bool) -> bool:
    """No word of a sentence: "R. Cel. Lucena" has a title, "rua a 10" a letter for a name."""
    if first and word[0] in TITLES and folded.startswith(".", word.end()):
        return True
    if first and (word[0].isdecimal() or len(word[0]) == 1 or word[0] in _STATES_TOO):
        return _is_numbered_street(folded, word.end())
    return word[0] not in STOPS or (word[0] == "e" and not first)  # "rua lima e silva 770"


def _is_numbered_street(folded: str, at: int) -> bool:
    """ "rua 7 de setembro 940", "rua 12, casa 3"; not "na rua 3 vezes"."""
    between = BETWEEN.match(folded, at)
    return bool(
        folded.startswith(" de ", at)
        or _NUMBER.match(folded, at)
        or _NO_NUMBER.match(folded, at)
        or (between and _unit_end(folded, between.end()))
    )


def _square_end(text: str, folded: str, kind: re.Match[str], *, named: bool) -> int | None:
    """ "SQN 203 bloco B ap 304", "Quadra 204 Sul, Alameda 3, Lote 18", "Residencial Solar, bloco 2 ap 12"."""
    at = kind.end()
    for _ in range(_MAX_SQUARE):
        between = BETWEEN.match(folded, at)
        if at > kind.end() and between and _unit_end(folded, between.end()):
            return _parts_end(text, folded, at, False)
        if named and at > kind.end() and (number := _NUMBER.match(folded, at)):
            return _parts_end(text, folded, number.end(), True)
        word = WORD.match(folded, at + 1) if folded[at : at + 1] == " " else None
        if (
            word is None
            or word[0] in STOPS
            or (at == kind.end() and not named and not (word[0][0].isdecimal() or len(word[0]) == 1 or word[0] in SQUARES))
        ):
            return None
        at = word.end()
    return None


def _parts_end(text: str, folded: str, at: int, numbered: bool) -> int | None:
    """Behind everything that belongs to the address; None without any number."""
    placed = False
    for _ in range(_MAX_PARTS):
        between = BETWEEN.match(folded, at)
        start = between.end() if between else at
        if not placed and not numbered and (number := _NUMBER.match(folded, at)):
            at, numbered = number.end(), True
        elif not placed and (end := _unit_end(folded, start)):
            at, numbered = end, True
        elif not placed and (number := _SAID_NUMBER.match(folded, at)):
            at = number.end()
        elif numbered and (end := place_end(text, folded, at, start)):
            kind = WORD.match(folded, start)
            at, placed = end, kind is None or kind[0] not in BUILDINGS  # "…, cond. Vila Verde casa 8"
        else:
            break
        at += folded[at : at + 1] == ")"
    return at if numbered else None


def _unit_end(folded: str, at: int) -> int | None:
    bare = next((unit for unit in BARE_UNITS if folded.startswith(unit, at)), None)
    if bare and not folded[at + len(bare) : at + len(bare) + 1].isalnum():
        return at + len(bare)
    if floor := _FLOOR.match(folded, at):
        return floor.end()
    unit = _UNIT.match(folded, at + len(_COMPLEMENT) * folded.startswith(_COMPLEMENT, at))
    if unit is None or unit["kind"] not in UNITS:
        return None
    return unit.end() if unit["name"] not in _LITTLE_WORDS or _ends_unit(folded, unit.end()) else None


def _ends_unit(folded: str, at: int) -> bool:
    """ "bloco A, ap 3" names a block, "casa a 100 m" no house A."""
    behind = WORD.match(folded, at + 1) if folded[at : at + 1] == " " else None
    return behind is None or behind[0].rstrip("0123456789") in UNITS
