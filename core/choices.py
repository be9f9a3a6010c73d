"""Which of some options an answer means: a number, an ordinal, or words that stand in one label only.

The whole answer must be read: each word names a place, stands in a label, denies, or is part of the frame ("bota na … pra mim"). One word
that is none of these makes it a sentence, and a sentence chooses nothing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from core.assent import polarity
from core.hazards import find_hazards
from core.labels import FRAME, NOWHERE, SAID_OTHERWISE, STREETS, Labels, Places, labels_of
from core.lexicon import Lexicon
from core.option_mentions import Mention, Sign, chosen_of
from core.short_answers import DOUBTS, Words, answered, less_reason
from core.spoken_numbers import in_digits
from core.trouble_words import PARTS
from core.troubles import signs_of

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
        "rather": "nao o, nao a, nem o, nem a, nao e, nao sou, nao somos",  # "a segunda, não a primeira"
        "and": "e",
        "or": "ou, e ou",
        "none": """nenhum dos enderecos, nenhuma das casas, nenhum dos imoveis, nenhum, nenhuma, nenhum deles, nenhuma delas, nenhum
        dos dois, nenhuma das duas, nenhum dos tres, nenhuma das tres, nenhuma das opcoes, nenhuma opcao""",
        "all": "as duas, os dois, as tres, os tres, as quatro, os quatro",
        "other": "outro lugar, outro, outra, outros, outras, outro imovel, outra casa, outro endereco, outro apartamento",
        "absent": """nao ta, nao ta ai, nao ta aqui, nao ta na, nao aparece, nao apareceu, nao consta, nao achei, nao encontrei, nao
        encontro, nao acho, nao vi, nao vejo, nao tem, nao existe, nao listado, nao listada""",
    },
    spelled="primeiro primeira segundo segunda terceiro terceira quarto quarta quinto quinta ultimo ultima penultimo penultima prefiro",
)
_ASIDES = frozenset(("first", "middle", "last"))
_ROW = 3  # words that are enough of a label whatever they are
_KIN = frozenset(
    "mae pai tia tio vo vovo filha filho irmao irma mulher homem amigo amiga menina menino rapaz".split()
)  # "filha da proprietária" is no politeness
_PERSONS = frozenset(
    "inquilino inquilina locatario locataria proprietario proprietaria dono dona porteiro porteira vizinho vizinha".split()
)
_OWNING = frozenset("do da dos das ao com pelo no na".split())
_BELONGING = frozenset("meu minha do da dela dele".split())
_TELLS = frozenset("e ta da do de que foi era mora".split())
_SPECIFIED = "of"  # the meaning of "do chuveiro" behind an option
_DIGITS = re.compile("[0-9]{1,2}")
_UNIT = re.compile("[0-9]{2,4}[a-z]?")  # "sou inquilino do 302"
_HOME = frozenset("do no da na ap apto apartamento casa numero bloco".split())  # in front of its number
_OF = frozenset("do da dos das de no na em um uma meu minha".split())  # in front of what is told more closely
_CORRECTING = frozenset(
    "corrigir corrige corrija corrijo alterar mudar editar consertar arrumar reparar".split()
)  # what they correct does not count
_COMPANY_ENDS = frozenset("ltda me sa eireli epp mei cia".split())
_GRADES = frozenset("alta media baixa urgente".split())  # "alta do hospital" is no choice
_OPENERS = frozenset(
    "sou moro moramos to tou estamos eu desde conforme porque pois que senao quero preciso tenho trabalho alugo estarei estaremos".split()
)  # with which an explanation begins, where no sign parts it from the choice
_STATES = frozenset("ta tem".split())  # "alta tá vazando"; elsewhere the label is what they are said of: "a casa tá alagada"
_CAUSES = frozenset("eu to ta nao e tem ja senao assim minha meu aqui".split())  # behind "que"
_TIMES = frozenset("faz ha fazem".split())  # "inquilina faz doze anos"
_LIMITS = frozenset("so somente menos exceto nao".split())  # of a "sim"
_DENIALS = frozenset("nao nem sem nunca nada".split())
_MAX_EXPLANATION = 16  # words


def read_option(text: str, labels: Sequence[str]) -> int | None:
    """The place (from 0) of the one option meant; None when unclear, several, or none.

    The whole message, less politeness and filler, must be a number, an ordinal or a unique part of one label: a label's word inside
    a longer sentence is no choice. A number that also stands in another label is unclear, and so is a negated option.
    """
    return answered(text, partial(_option, labels=labels_of(tuple(labels))))


def _option(words: Words, labels: Labels) -> int | None:
    words = in_digits(words) if labels.numbered else words
    chosen = _stated(words, labels)
    return _explained(words, labels) if chosen is None else chosen


def _stated(words: Words, labels: Labels) -> int | None:
    chosen = _named(words, labels)
    return _answering(words, labels) if chosen is None else chosen


def _answering(words: Words, labels: Labels) -> int | None:
    """The label that affirms or denies, where there are both: "aham" for "Sim, sábado"."""
    if len(labels.affirming) != 1 or not (len(labels.denying) == 1 or labels.alone("certo")):
        return None
    answer = polarity(words)
    return labels.affirming[0] if answer else labels.denying[0] if answer is False and labels.denying else None


def _named(words: Words, labels: Labels) -> int | None:
    bare = tuple(word for word in words if word != ",")
    whole = [place for place, label in enumerate(labels.all) if bare in label.whole]
    if not whole and len(bare) >= _ROW:
        whole = labels.holding(bare)
    if len(whole) == 1 or "?" in words or not bare:
        return whole[0] if len(whole) == 1 else None
    stated = less_reason(words)
    signs, read = _signs(stated, labels)
    if read < len(stated):
        return labels.begun(bare[0]) if len(bare) == 1 else None
    chosen = chosen_of(signs, labels)
    return _denying_label(bare, labels) if chosen is None else chosen


def _explained(words: Words, labels: Labels) -> int | None:
    """A choice with an explanation behind or before it: "baixa, é só estética", "inquilina desde março", "é coisa simples, baixa"."""
    if "?" in words or not DOUBTS.isdisjoint(words):
        return None
    signs, read = _signs(words, labels)
    if (read == len(words) and any(isinstance(sign, Mention) for sign in signs)) or (read == 0 and "," not in words):
        return None
    cuts = [at for at in range(min(read + 1, len(words)) - 1, 0, -1) if _opens(words, at)]
    for at in cuts:
        if (chosen := _stated(words[:at], labels)) is not None:
            return chosen if _explains(words[at:], chosen, labels) else None
    if "," not in words:
        return None
    last = len(words) - words[::-1].index(",")
    chosen = _named(words[last:], labels)
    return chosen if chosen is not None and _explains(words[:last], chosen, labels) else None


def _opens(words: Words, at: int) -> bool:
    """Whether an explanation may begin at a place."""
    word, behind = words[at], words[at + 1 : at + 2]
    if word == "que":
        return not _CAUSES.isdisjoint(behind) and _PERSONS.isdisjoint(words[:at])
    if word == "nao":
        return not {"to", "tenho", "tem"}.isdisjoint(behind)
    if word == "meu":
        return behind == ("nome",)
    if word == "por":
        return not {"causa", "conta"}.isdisjoint(behind)
    if word in _STATES:
        return words[at - 1] in _GRADES
    return word == "," or word in _OPENERS or (word in _TIMES and not _PERSONS.isdisjoint(words[:at]))


def _explains(rest: Words, chosen: int, labels: Labels) -> bool:
    """Whether the words beside a choice leave it as it is: they name no other option, and no other home."""
    if len(rest) > _MAX_EXPLANATION or (labels.numbered and any(word in STREETS or word.isdigit() for word in rest)):
        return False
    if chosen in labels.affirming and not _LIMITS.isdisjoint(rest):
        return False
    if chosen in labels.denying and find_hazards(" ".join(rest)):
        return False
    return not any(_names_another(rest, at, chosen, labels) for at in range(len(rest)))


def _is_number_alone(words: Words, at: int) -> bool:
    return words[at].isdigit() and words[at - 1 : at] in ((), (",",)) and words[at + 1 : at + 2] in ((), (",",))


def _names_another(words: Words, at: int, chosen: int, labels: Labels) -> bool:
    meant, _ = SAID_OTHERWISE.longest(words, at)
    places = (
        labels.named(words[at]) or labels.named(meant or "") or (_placed(words[at], labels) if _is_number_alone(words, at) else NOWHERE)
    )
    if not places or chosen in places or labels.weak(words[at]) or _is_about_another(words, at):
        return False
    return _DENIALS.isdisjoint(words[max(0, at - 3) : at])


@lru_cache(maxsize=64)  # an answer is looked at as a whole, then as a choice with an explanation
def _signs(words: Words, labels: Labels) -> tuple[Sequence[Sign], int]:
    """What each phrase does for the choice, and how many words were read: up to the first that has no part in one."""
    signs: list[Sign] = []
    at = 0
    while at < len(words):
        sign, length = (",", 1) if words[at] == "," else _sign(words, at, labels)
        if sign is None and _specifies(words, at, signs, labels):
            sign = _SPECIFIED
        if sign is None:
            break
        signs.append(sign)
        at += length
    return signs, at


def _specifies(words: Words, at: int, signs: Sequence[Sign], labels: Labels) -> bool:
    """ "manutenção do chuveiro", "porteiro da noite": which one of the kind the label names; a home would be another home."""
    if labels.numbered or not signs or words[at].isdigit():
        return False
    if words[at - 1] == "empresa" or (words[at - 1] not in _OF and signs[-1] == _SPECIFIED):
        return words[-1] in _COMPANY_ENDS  # "pela empresa Sol Ltda"
    if signs[-1] != "" or len(signs) == 1:
        return False
    named = isinstance(signs[-2], Mention) and _GRADES.isdisjoint(words[:at])
    goes_on = _SPECIFIED in signs and signs[-2] in (_SPECIFIED, "and")  # "na cozinha e no banheiro"
    return (words[at - 1] in _OF and (named or goes_on)) or (named and not _CORRECTING.isdisjoint(words[:at]))


def _sign(words: Words, at: int, labels: Labels) -> tuple[Sign | None, int]:
    """The longest phrase wins; among single words first the labels' own, then the frame's, then what sounds like a label's."""
    word = words[at]
    if _is_about_another(words, at):
        return None, 1
    meaning, length = _LEXICON.longest(words, at)
    meant, said = SAID_OTHERWISE.longest(words, at)
    if meant and said >= length and (places := _affirming(labels.named(meant), labels)):
        return Mention(places), said
    if length > 1 and meaning == "" and any(map(labels.alone, words[at : at + length])):
        meaning, length = _LEXICON.longest(words[at : at + 1], 0)  # "tudo certo" for "Certo"
    own = length == 1 and (meaning != "first" or (at > 0 and words[at - 1] in STREETS))
    places = _affirming(labels.named(word), labels) if own else NOWHERE
    by_place = _placed(word if _DIGITS.fullmatch(word) else meaning, labels)
    if places and by_place and _is_place_in_home(words, at):
        by_place = NOWHERE
    if places or by_place:
        return Mention(places, by_place, weak=labels.weak(word), aside=meaning in _ASIDES and not places), length
    return (_guessed(words, at, labels), 1) if meaning is None else (meaning, length)


def _guessed(words: Words, at: int, labels: Labels) -> Sign | None:
    """What a word that is in no table may be: a unit, a part of the home, or a word of a label, cut or misspelt."""
    word, behind = words[at], words[at + 1 : at + 2]
    if _is_unit(words, at, labels) or (behind in (("do",), ("da",)) and not PARTS.isdisjoint(signs_of(word))):
        return ""  # "na pia da cozinha"
    joined = _affirming(labels.named("".join((word, *behind))), labels) or _affirming(labels.named("".join(words[at - 1 : at + 1])), labels)
    places = joined or _affirming(labels.near(word), labels)
    return Mention(places) if places else _LEXICON.phrases.get(_LEXICON.settled(word))


def _is_about_another(words: Words, at: int) -> bool:
    """ "filha da proprietária", "era do vizinho"."""
    before, behind = words[max(0, at - 2) : at], words[at + 1 : at + 2]
    if words[at] in _KIN:
        return not _TELLS.isdisjoint(behind) or not _BELONGING.isdisjoint(before[-1:])
    return words[at] in _PERSONS and (not _OWNING.isdisjoint(before[-1:]) or "com" in before)


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


def _is_place_in_home(words: Words, at: int) -> bool:
    """ "no quarto", "quarto da frente", "na segunda": not the fourth and the second of the list."""
    beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
    return "opcao" not in words and not beside.isdisjoint("no na meu de da do".split())


def _is_unit(words: Words, at: int, labels: Labels) -> bool:
    """The number of somebody's home, where no label has numbers: "sou inquilino do 302"."""
    return not labels.numbered and at > 0 and words[at - 1] in _HOME and _UNIT.fullmatch(words[at]) is not None


def _denying_label(words: Words, labels: Labels) -> int | None:
    """ "não há perigo não" for "Não há perigo": the "não" and another word of the label, and no word beside them."""
    if "nao" not in words:
        return None
    fitting = [place for place in labels.denying if labels.all[place].denies and _says(words, place, labels)]
    return fitting[0] if len(fitting) == 1 else None


def _says(words: Words, place: int, labels: Labels) -> bool:
    own = {word for word in words if place in labels.named(word) or place in labels.near(word)}
    return len(own) > 1 and "nao" in own and all(_LEXICON.phrases.get(word) == "" for word in words if word not in own)
