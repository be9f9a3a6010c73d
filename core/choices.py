"""Which of some options an answer means: a number, an ordinal, or words that stand in one label only.

The whole answer must be read: each word names a place, stands in a label, denies, or is part of the frame ("bota na … pra mim"). One word
that is none of these makes it a sentence, and a sentence chooses nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from core.assent import read_yes_no
from core.labels import FRAME, NOWHERE, SAID_OTHERWISE, STREETS, Labels, Places, labels_of
from core.lexicon import Lexicon
from core.short_answers import Words, answered, less_reason

_LEXICON = Lexicon(
    {
        "": FRAME,
        "1": "primeiro, primeira, primero, primera, primeirona, 1o, 1a, numero um, opcao um",
        "2": "dois, duas, segundo, segunda, 2o, 2a",
        "3": "tres, terceiro, terceira, tercero, tercera, 3o, 3a, treis",
        "4": "quatro, quarto, quarta, 4o, 4a, quatru",
        "5": "cinco, quinto, quinta, 5o, 5a",
        "6": "seis, sexto, sexta, 6o, 6a, meia duzia",
        "7": "sete, setimo, setima, 7o, 7a",
        "8": "oito, oitavo, oitava, 8o, 8a",
        "9": "nove, nono, nona, 9o, 9a",
        "10": "dez, decimo, decima, 10o, 10a",
        "-1": "ultimo, ultima, derradeiro, derradeira",
        "-2": "penultimo, penultima",
        "-3": "antepenultimo, antepenultima",
        "first": "um, uma, de cima, la de cima, la em cima, do topo, do alto",  # unless something else is said: "um atendente"
        "middle": "do meio, meio, no meio, a do meio",
        "last": "de baixo, debaixo, la de baixo, la embaixo, la em baixo, do fim, do final",
        "place": "opcao, op, opc, alternativa, item, numero da opcao",
        "not": "nao, nem, menos",
        "and": "e",
        "or": "ou, e ou",
        "none": """nenhum, nenhuma, nenhum deles, nenhuma delas, nenhum dos dois, nenhuma das duas,
            nenhum dos tres, nenhuma das tres, nenhuma
            das opcoes, nenhuma opcao""",
        "all": "as duas, os dois, as tres, os tres, as quatro, os quatro",
        "other": "outro, outra, outros, outras, outro imovel, outra casa, outro endereco, outro apartamento",
        "absent": """nao ta, nao ta ai, nao ta aqui, nao ta na, nao aparece, nao apareceu, nao consta,
            nao achei, nao encontrei, nao encontro,
            nao acho, nao vi, nao vejo, nao tem, nao existe, nao listado, nao listada""",
    },
    spelled="primeiro primeira segundo segunda terceiro terceira quarto quarta quinto quinta ultimo ultima penultimo penultima prefiro",
)
_ASIDES = frozenset(("first", "middle", "last"))
_ROW = 3  # words that are enough of a label whatever they are
_KIN = frozenset("filha filho irmao irma mulher homem amigo amiga menina menino rapaz".split())  # "filha da proprietária" is no politeness
_PERSONS = frozenset(
    "inquilino inquilina locatario locataria proprietario proprietaria dono dona porteiro porteira vizinho vizinha".split()
)
_OWNING = frozenset("do da dos das ao com pelo no na".split())
_TELLS = frozenset("e ta da do de que foi era mora".split())
_DIGITS = re.compile("[0-9]{1,2}")
_UNIT = re.compile("[0-9]{2,4}[a-z]?")  # "sou inquilino do 302"
_OF = frozenset("do no da na ap apto apartamento casa numero bloco".split())


def read_option(text: str, labels: Sequence[str]) -> int | None:
    """The place (from 0) of the one option meant; None when unclear, several, or none.

    The whole message, less politeness and filler, must be a number, an ordinal or a unique part of one label: a label's word inside
    a longer sentence is no choice. A number that also stands in another label is unclear, and so is a negated option.
    """
    known = labels_of(tuple(labels))
    chosen = answered(text, partial(_option, labels=known))
    return _answering(text, known) if chosen is None else chosen


def _answering(text: str, labels: Labels) -> int | None:
    """The label that affirms or denies, where there are both: "aham" for "Sim, sábado"."""
    if len(labels.affirming) != 1 or len(labels.denying) != 1:
        return None
    answer = read_yes_no(text)
    return None if answer is None else labels.affirming[0] if answer else labels.denying[0]


def _option(words: Words, labels: Labels) -> int | None:
    bare = tuple(word for word in words if word != ",")
    whole = [place for place, label in enumerate(labels.all) if bare in label.whole]
    if not whole and len(bare) >= _ROW:
        whole = labels.holding(bare)
    if len(whole) == 1 or "?" in words or not bare:
        return whole[0] if len(whole) == 1 else None
    signs = _signs(less_reason(words), labels)
    if signs is None:
        return None
    chosen = _chosen(signs, labels)
    return _denying_label(bare, labels) if chosen is None else chosen


class _Mention(NamedTuple):
    """A word that names options: because it stands in their labels, or by their place in the list."""

    by_word: Places = NOWHERE
    by_place: Places = NOWHERE
    weak: bool = False  # "rua" names nothing alone
    aside: bool = False  # "um", "de baixo": names only where nothing else does


_Sign = _Mention | str  # or the meaning of a phrase; "," ends a clause


def _signs(words: Words, labels: Labels) -> list[_Sign] | None:
    """What each phrase does for the choice; None from the first word on that has no part in one."""
    signs: list[_Sign] = []
    at = 0
    while at < len(words):
        sign, length = (",", 1) if words[at] == "," else _sign(words, at, labels)
        if sign is None:
            return None
        signs.append(sign)
        at += length
    return signs


def _sign(words: Words, at: int, labels: Labels) -> tuple[_Sign | None, int]:
    """The longest phrase wins; among single words first the labels' own, then the frame's, then what sounds like a label's."""
    word = words[at]
    if _is_about_another(words, at):
        return None, 1
    meaning, length = _LEXICON.longest(words, at)
    meant, said = SAID_OTHERWISE.longest(words, at)
    if meant and said >= length and (places := _affirming(labels.named(meant), labels)):
        return _Mention(places), said
    own = length == 1 and (meaning != "first" or (at > 0 and words[at - 1] in STREETS))
    places = _affirming(labels.named(word), labels) if own else NOWHERE
    by_place = _placed(word if _DIGITS.fullmatch(word) else meaning, labels)
    if places or by_place:
        return _Mention(places, by_place, weak=labels.weak(word), aside=meaning in _ASIDES and not places), length
    if meaning is None and _is_unit(words, at, labels):
        return "", 1
    if meaning is None and (places := _affirming(labels.near(word), labels)):
        return _Mention(places), 1
    return meaning if meaning is not None else _LEXICON.phrases.get(_LEXICON.settled(word)), length


def _is_about_another(words: Words, at: int) -> bool:
    """ "filha da proprietária", "era do vizinho"."""
    behind = words[at + 1 : at + 2]
    return (words[at] in _KIN and bool(behind) and behind[0] in _TELLS) or (at > 0 and words[at] in _PERSONS and words[at - 1] in _OWNING)


def _affirming(places: Places, labels: Labels) -> Places:
    """Without labels such as "Não posso", which are named only with their "não"."""
    return frozenset(place for place in places if not labels.all[place].denies) if labels.denying else places


def _placed(number: str | None, labels: Labels) -> Places:
    """The place that a number, an ordinal or "a última" names."""
    count = len(labels.all)
    if number in _ASIDES:
        place = {"first": 0, "last": count - 1, "middle": count // 2 if count % 2 else -1}[str(number)]
    elif number and number.lstrip("-").isdigit():
        place = int(number) - 1 if int(number) > 0 else count + int(number) if int(number) < 0 else -1
    else:
        place = -1
    return frozenset((place,)) if 0 <= place < count else NOWHERE


def _is_unit(words: Words, at: int, labels: Labels) -> bool:
    """The number of somebody's home, where no label has numbers: "sou inquilino do 302"."""
    return not labels.numbered and at > 0 and words[at - 1] in _OF and _UNIT.fullmatch(words[at]) is not None


class _Group:
    """Words next to each other that name one thing: "ap", "45"."""

    def __init__(self, denied: bool) -> None:
        self.mentions: list[_Mention] = []
        self.denied = denied

    @property
    def places(self) -> Places:
        """The options that all words agree on; a number beside a label's words is one of them, if it can be ("ap 1")."""
        if len(self.mentions) == 1:
            return self.mentions[0].by_word | self.mentions[0].by_place
        by_words = frozenset.intersection(*(each.by_word for each in self.mentions))
        return by_words or frozenset.intersection(*(each.by_word | each.by_place for each in self.mentions))

    def takes(self, mention: _Mention) -> bool:
        self.mentions.append(mention)
        if self.places:
            return True
        self.mentions.pop()
        return False

    @property
    def names(self) -> bool:
        return not all(mention.weak for mention in self.mentions)


class _Clauses:
    """The groups of an answer with what "não" does to them."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self.unclear = False
        self._open = False  # a group stands in this clause
        self._denies_next = False
        self._denies_last = False  # "alta não": if nothing follows
        self._and = False
        self._contrasts = False  # "alta e não baixa"

    @property
    def _affirms(self) -> bool:
        return any(not group.denied for group in self.groups)

    def hear(self, sign: _Sign) -> None:
        if isinstance(sign, _Mention):
            self._hear_mention(sign)
        elif sign in (",", "or"):
            self.end_clause()
        elif sign in ("not", "absent"):
            self._hear_not()
        if sign != "":
            self._and = sign == "and"

    def _hear_mention(self, mention: _Mention) -> None:
        corrects = self._denies_next and self._affirms and not self._contrasts  # "1, não 2"
        self.unclear |= corrects or self._denies_last  # "alta não média"
        fits = self._open and not self._denies_next and self.groups[-1].takes(mention)
        if not fits:
            self.groups.append(_Group(self._denies_next))
            self.groups[-1].takes(mention)
        self._open, self._denies_next = True, False

    def _hear_not(self) -> None:
        if self._open and not self.groups[-1].denied and not self._and:
            self._denies_last = True
            return
        self._denies_next, self._contrasts = True, self._and

    def end_clause(self) -> None:
        if self._denies_last:
            self.groups[-1].denied = True
        elif self._denies_next:
            self.groups.clear()  # "baixa, não, média"
        self._open = self._denies_next = self._denies_last = False


def _chosen(signs: Iterable[_Sign], labels: Labels) -> int | None:
    """The one option on which all groups that are not denied agree, else the one for a home that is not listed."""
    signs = tuple(signs)
    clauses = _Clauses()
    for sign in _placed_only(signs) if "place" in signs else signs:
        if not isinstance(sign, _Mention) or not sign.aside:
            clauses.hear(sign)
    clauses.end_clause()
    affirmed = [group.places for group in clauses.groups if not group.denied and group.names]
    if clauses.unclear or "all" in signs or ("none" in signs and affirmed):
        return None
    if not affirmed and _unlisted(signs):
        return labels.unlisted[0] if len(labels.unlisted) == 1 else None
    asides = [sign.by_place for sign in signs if isinstance(sign, _Mention) and sign.aside]
    agreed = frozenset.intersection(*(affirmed or asides)) if affirmed or (asides and {"not", "absent"}.isdisjoint(signs)) else NOWHERE
    return next(iter(agreed)) if len(agreed) == 1 else None


def _placed_only(signs: Iterable[_Sign]) -> Iterable[_Sign]:
    """Beside "opção" a number is a place, not a part of a label."""
    return [_Mention(by_place=sign.by_place) if isinstance(sign, _Mention) and sign.by_place else sign for sign in signs]


def _unlisted(signs: Sequence[_Sign]) -> bool:
    """ "nenhuma dessas", "é outra", "a minha não aparece aí"."""
    return not {"none", "other", "absent"}.isdisjoint(signs)


def _denying_label(words: Words, labels: Labels) -> int | None:
    """ "não há perigo não" for "Não há perigo": the "não" and another word of the label, and no word beside them."""
    if "nao" not in words:
        return None
    fitting = [place for place in labels.denying if labels.all[place].denies and _says(words, place, labels)]
    return fitting[0] if len(fitting) == 1 else None


def _says(words: Words, place: int, labels: Labels) -> bool:
    own = {word for word in words if place in labels.named(word) or place in labels.near(word)}
    return len(own) > 1 and "nao" in own and all(_LEXICON.phrases.get(word) == "" for word in words if word not in own)
