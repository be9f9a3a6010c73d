"""The labels of shown options, and the words by which each may be named."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.lexicon import Lexicon
from core.politeness import AROUND
from core.short_answers import Words, plain_words
from core.sounds import sound
from core.spelling import Speller

NOT_LISTED = "nao ta na lista"
Places = frozenset[int]  # from 0
NOWHERE: Places = frozenset()

SAID_OTHERWISE: Lexicon[str] = Lexicon(
    {
        "inquilino": "locatario, locataria",
        "proprietario": "dono, dona, donos, locador, locadora",
        "empresa": "firma",
        "juridica": "pj, cnpj",
        "apartamento": "ap, apto, apt, ape, apart, apertamento",
        "casa": "residencia",
        "rua": "r",
        "avenida": "av",
        "alta": "urgente, urgentissimo, urgentissima, muito urgente, altissima, altissimo, maxima",
        "media": "normal, moderada, moderado, intermediaria, intermediario, mediana, mediano",
        "baixa": "sem pressa, pode esperar, sem urgencia, nao tem pressa, nenhuma pressa, baixissima, baixissimo, minima, baixinha",
        "manutencao": "conserto, reparo",
        "reembolso": "reembolsar, ressarcimento",
        "desocupacao": "desocupar",
        "atendente": "humano",
        "corrigir": "correcao",
        "engano": "foi engano, foi um engano, era um engano",
        "outro": "outros",
        "outra": "outras",
        "nao": "sem",
    },  # a label's word: how else it is said
    spelled="",
)
FRAME = f"""{AROUND}, a, o, as, os, de, do, da, dos, das, no, na, nos, nas, em, por,
    para, com, ser, seria, sera, pode ser, podia ser, tem que
    ser, precisa ser, vai ser, vou de, ir de, vou querer, vou escolher, andar, anteriores, acima, assuntos, fica, ficar com, fico
    com, vou com, eu, a gente, mim, me, meu, minha, nosso, nossa, seu, sua, sou, somos, sim sou, to, ta, ok, okay, sim, claro,
    certo, certeza, com certeza, tudo certo, isso, isso mesmo, isso ai, mesmo, esse, essa, este, esses, essas, aquele, aquela,
    ele, ela, la, aqui, daqui, agora, hoje, so, somente, apenas, ja, tambem, seja, numero, pela, pelo, tem, lista, opcoes, coloca
    como, colocar como, bota como, botar como, marca como, marcar como, deixa como, como sendo, mais, muito, muita, bastante, bem
    mais, quero, queria, queremos, gostaria, prefiro, preferia, preciso, precisa, escolho, escolhi, escolher, seleciono,
    selecionar, marco, marca, marcar, marque, bota, botar, bote, poe, ponha, ponho, coloca, colocar, coloque, coloco, deixa,
    deixar, deixe, deixo, manda, mande, mandar, anota, anotar, anote, registra, registrar, registre, considera, considere,
    classifica, classifique, toca, tocar, pode, podem, posso, vou, vai, vamos, voto, usa, usar, acho, acho que, acho que e, eu
    acho, eu acho que, acredito, acredito que, creio, creio que, parece, parece que, penso que, diria, diria que, eu diria que,
    digamos, digamos que, imagino que, suponho que, respondo, resposta, minha resposta, e a, escolha, minha escolha, falo,
    falando, fala, ligo, estou falando, quem fala, represento, representando, em nome, nome, trabalho, moro, mora, morando, sobre,
    questao, assunto, caso, nivel, grau, prioridade, urgencia, chamado, problema, pedido, atendimento, tipo, relacao, respeito, e
    sobre, tratar, referente, predio, condominio, imovel, apartamento, ap, apto, casa, moradia, endereco, unidade, bloco, lado, de
    cima, de baixo, morador, moradora, um pouco, por enquanto, no momento, por hora, de preferencia, preferencia,
    preferencialmente, na minha opiniao, opiniao, para mim, por aqui, para agora, se possivel, se puder, nivel de urgencia, tudo
    bem, beleza, desse, dessa, desses, dessas, deste, destes, destas, nesse, nessa, neste, igual"""
_FRAME_WORDS = frozenset(word.strip() for word in FRAME.replace("\n", " ").split(",") if " " not in word.strip())
SHORTEST_HEARD = 4  # letters of a word that may be written otherwise
_ARTICLES = frozenset("a o as os e de do da dos das no na em um uma".split())
_NAMING = frozenset("ap apartamento casa so".split())  # part of the frame of other labels: the name of a home, "Só tenho esse nome"
STREETS = frozenset("rua r avenida av travessa alameda praca".split())  # behind which "um" is a name: "Rua Um"
_WEAK = frozenset(
    "r rua av avenida pessoa ta tenho posso ha lista nome assunto texto problema horario lugar esse".split()
)  # alone they name none
_BOTH_GENDERS = re.compile(r"o\(a\)")
_CEDILLA = re.compile("c(?=[aou])")
_VERB = re.compile("[a-z]{2,}[aei]r")
_NEAR_WORDS = frozenset("meia meias medida medico medica empresta perto cesto cento pessoal banheira".split())  # never a slip


class Label(NamedTuple):
    row: str  # all words, each between spaces
    whole: frozenset[Words]  # as written, for each gender
    words: frozenset[str]  # that can name it
    sounding: frozenset[str]  # the same, less short ones and with the cedilla heard
    denies: bool  # "Não posso": named only with its "não"


class Labels:
    """Some labels, and which of them a word stands in."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.all = tuple(map(_label, labels))
        self._places: dict[str, Places] = {}
        for place, label in enumerate(self.all):
            for word in label.words:
                for form in _forms(word):
                    self._places[form] = self._places.get(form, NOWHERE) | {place}
        self.affirming = [place for place, label in enumerate(self.all) if any(words[:1] == ("sim",) for words in label.whole)]
        self.denying = [place for place, label in enumerate(self.all) if any("nao" in words for words in label.whole)]
        self.unlisted = [place for place, label in enumerate(self.all) if any(_unlists(words) for words in label.whole)]
        self.numbered = any(word.isdigit() for word in self._places)

    @cached_property
    def _sounds(self) -> dict[str, Places]:
        sounds: dict[str, Places] = {}
        for place, label in enumerate(self.all):
            for word in label.sounding:
                sounds[sound(word)] = sounds.get(sound(word), NOWHERE) | {place}
        return sounds

    @cached_property
    def _speller(self) -> Speller:
        return Speller((word for word in self._places if word.isalpha()), _NEAR_WORDS)

    def named(self, word: str) -> Places:
        """The labels in which a word stands as it is."""
        return self._places.get(word, NOWHERE)

    def weak(self, word: str) -> bool:
        """Whether a word names nothing alone, as it stands in no label alone."""
        return word in _WEAK and all(label.words != {word} for label in self.all)

    def holding(self, words: Words) -> list[int]:
        """The labels in which the words stand in a row ("só tenho esse"), a "não" that denies them included."""
        row = f" {' '.join(words)} "
        return [place for place, label in enumerate(self.all) if (not label.denies or "nao" in words) and row in label.row]

    def near(self, word: str) -> Places:
        """The labels in which a word stands that sounds like it, or that it is with one slip ("medya")."""
        if len(word) < SHORTEST_HEARD or word in _NEAR_WORDS:
            return NOWHERE
        cedilla = _CEDILLA.sub("s", word)  # folded away: "reembolço"
        return self._sounds.get(sound(word)) or self._sounds.get(sound(cedilla)) or self._places.get(self._speller.meant(word), NOWHERE)


@lru_cache(maxsize=512)
def labels_of(labels: tuple[str, ...]) -> Labels:
    return Labels(labels)


def _label(label: str) -> Label:
    spoken = [_less_ends(each) for each in dict.fromkeys(_BOTH_GENDERS.sub(ending, label) for ending in ("o", "a"))]
    heard = _less_ends(label.replace("ç", "s").replace("Ç", "S")) if "ç" in label.lower() else ()
    naming = _naming(word for words in spoken for word in words)
    sounding = frozenset(word for word in {*naming, *_naming(heard)} if word.isalpha() and len(word) >= SHORTEST_HEARD)
    return Label(f" {' '.join(spoken[0])} ", frozenset(spoken), naming, sounding, denies=_denies(label) and "nao" in naming)


def _less_ends(text: str) -> Words:
    return tuple(word for word in plain_words(text) if word != ",")


def _naming(words: Iterable[str]) -> frozenset[str]:
    """The words of a label that tell it from the frame; where there are none, all that are no articles ("É o mesmo")."""
    row = list(words)
    said = frozenset(word for before, word in pairwise(["", *row]) if word not in _ARTICLES or before in STREETS)
    return (said - (_FRAME_WORDS - _NAMING)) or said


def _denies(label: str) -> bool:
    """ "Não posso", and not "Não" or "Não, continuar"."""
    words = plain_words(label)
    return "nao" in words[:-1] and words[words.index("nao") + 1] != ","


def _forms(word: str) -> Iterable[str]:
    """A word as its family says it, of both genders; of a verb also what tells the bot to do it: enviar, envia, envie, envio."""
    word = SAID_OTHERWISE.phrases.get(word, word)
    if _VERB.fullmatch(word):
        return word, word[:-1], *(word[:-2] + ending for ending in "aeo")
    return word, *(word[:-1] + ending for ending in "oa" if len(word) > SHORTEST_HEARD and word[-1] in "oa")


def _unlists(words: Words) -> bool:
    return " ".join(words) == NOT_LISTED or not {"nenhum", "nenhuma"}.isdisjoint(words)
