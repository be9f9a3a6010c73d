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
        "inquilino": """locatario, locataria, arrendatario, arrendataria, tenant, moro de aluguel, vivo de aluguel, pago aluguel,
        pago o aluguel, eu alugo, eu que alugo, moro alugado, moro alugada, sou eu que alugo, sou quem aluga, quem aluga sou eu""",
        "proprietario": """dono, dona, donos, locador, locadora, landlord, owner, dueno, duena, o imovel e meu, a casa e minha, o
        apartamento e meu, imovel e meu, casa e minha""",
        "porteiro": "portaria, zelador, zeladora, sindico, sindica, porteirinho",
        "empresa": "firma, company, juridica, juridico, pj, cnpj",
        "fisica": "pf, cpf",
        "apartamento": "ap, apto, apt, ape, apart, apertamento",
        "casa": "residencia",
        "rua": "r",
        "avenida": "av",
        "alta": "urgente, urgentissimo, urgentissima, muito urgente, altissima, altissimo, maxima, emergencia, high, bem urgente",
        "media": "normal, moderada, moderado, intermediaria, intermediario, mediana, mediano, medium, meio termo",
        "baixa": """nao tem pressa nenhuma, sem pressa nenhuma, sem pressa alguma, sem pressa, pode esperar, sem urgencia, nao tem
        pressa, nenhuma pressa, baixissima, baixissimo, minima, low, menor, baja""",
        "manutencao": "conserto, reparo, consertar, reparar, arrumar, concerto",
        "reembolso": "reembolsar, reembolsado, reembolsada, ressarcimento, ressarcir, restituicao, estorno, devolucao do dinheiro",
        "desocupacao": """desocupar, mudanca, entregar as chaves, entrega das chaves, entregar a chave, entregar o imovel, sair do
        imovel, devolver o imovel""",
        "certo": "correto, correta, certa",
        "atendente": "humano, falar com alguem, falar com uma pessoa",
        "corrigir": "correcao, corrigido, alterar, editar, mudar, retificar",
        "engano": "foi engano, foi um engano, era um engano",
        "outro": "outros, outra coisa, coisa diferente, assunto diferente",
        "outra": "outras",
        "nao": "sem",
    },  # a label's word: how else it is said
    spelled="",
)
FRAME = f"""{AROUND}, das tres, dos tres, ficaria com, novo, nova, antigo, antiga, ai como, la como, isso como, ela como, pode por,
    deve ser, deveria ser, no minimo, serve, ja serve, a, o, as, os, de, do, da, dos, das, no, na, nos, nas, em, por, para, com, ser,
    seria, sera, pode ser, podia ser, tem que ser, precisa ser, vai ser, vou de, ir de, vou querer, vou escolher, andar, anteriores,
    acima, assuntos, fica, ficar com, fico com, vou com, eu, a gente, mim, me, meu, minha, nosso, nossa, seu, sua, sou, somos, sim sou,
    to falando, to ligando, to querendo, ta, ok, okay, sim, claro, certo, certeza, com certeza, tudo certo, isso, isso mesmo, isso ai,
    mesmo, esse, essa, este, esses, essas, aquele, aquela, ele, ela, dele, dela, deles, la, aqui, daqui, agora, hoje, so, somente,
    apenas, ja, tambem, seja, numero, pela, pelo, tem, lista, opcoes, coloca como, colocar como, bota como, botar como, marca como,
    marcar como, deixa como, como sendo, mais, muito, muita, bastante, bem mais, quero, queria, queremos, gostaria, prefiro, preferia,
    preciso, precisa, escolho, escolhi, escolher, seleciono, selecionar, marco, marca, marcar, marque, bota, botar, bote, poe, ponha,
    ponho, coloca, colocar, coloque, coloco, deixa, deixar, deixe, deixo, manda, mande, mandar, anota, anotar, anote, registra,
    registrar, registre, considera, considere, classifica, classifique, toca, tocar, pode, podem, posso, vou, vai, vamos, voto, usa,
    usar, acho, acho que, acho que e, eu acho, eu acho que, acredito, acredito que, creio, creio que, parece, parece que, penso que,
    diria, diria que, eu diria que, digamos, digamos que, imagino que, suponho que, respondo, resposta, minha resposta, e a, escolha,
    minha escolha, falo, falando, fala, ligo, estou falando, quem fala, represento, representando, em nome, nome, trabalho, moro, mora,
    morando, sobre, questao, assunto, caso, nivel, grau, prioridade, urgencia, chamado, problema, pedido, atendimento, tipo, relacao,
    respeito, e sobre, tratar, referente, predio, condominio, imovel, apartamento, ap, apto, casa, moradia, endereco, unidade, bloco,
    lado, de cima, de baixo, morador, moradora, um pouco, por enquanto, no momento, por hora, de preferencia, preferencia,
    preferencialmente, na minha opiniao, opiniao, para mim, por aqui, para agora, se possivel, se puder, nivel de urgencia, tudo bem,
    beleza, desse, dessa, desses, dessas, deste, destes, destas, nesse, nessa, neste, igual, uma, pedir, solicitar, solicito, fazer,
    abrir, abre, abra, chamado de, uma solicitacao, um pedido, um chamado, uma coisa, coisa, coisas, umas coisas, falar, falar com, me
    passa, me passe, chama, chamar, chame, me chama, me transfere, transfere, conversar, que seja, colocaria, botaria, deixaria,
    considero, julgo, classifico, tudo, logo, cadastro, cliente, eu que sou, sou eu que, que sou, sou eu, de um, de uma, do meu, da
    minha, tem que, tenho que, da para, outra hora, outro dia, outro momento, mes que vem, semana que vem, amanha, de manha, a tarde,
    sabado, domingo, no sabado, um dado, dado, dados, funcionario, funcionaria, gerente, gestor, gestora, socio, socia, diretor,
    diretora, administrador, administradora, representante, colaborador, colaboradora, empregado, empregada, responsavel, responsavel
    pela, responsavel pelo, do rh, dentro do, dentro da, foi na, foi no, era na, era no, predial, eletrica, hidraulica, noturno,
    noturna, diurno, registrado, registrada, atual, titular, geral, social, comercial, residencial, urgente, mais simples, de todas, de
    todos, que tiver, em casa, conforme, obrigatoriamente, el, los, las, es, soy, yo, mi, del, de la, por ser, senhorita, pedindo,
    precisando, precisando de, necessito, desejo, interesse, tenho interesse em, entra em, se encaixa em, seria mais, tipo assim, nesse
    caso, ta na, ta no, me coloca, me bota, coloca ai, bota ai, marca ai, ta bom, ta otimo, boto, marquei, opto, optei, opta por, opto
    por"""
_FRAME_WORDS = frozenset(word.strip() for word in FRAME.replace("\n", " ").split(",") if " " not in word.strip())
SHORTEST_HEARD = 4  # letters of a word that may be written otherwise
_ARTICLES = frozenset("a o as os e de do da dos das no na em um uma".split())
_NAMING = frozenset(  # part of the frame of other labels only: "casa" names a home, "sabado" a day, "eletrica" a craft
    "ap apartamento casa so sabado domingo amanha novo nova antigo antiga dado dados cadastro cliente urgente eletrica hidraulica predial"
    " geral social comercial residencial atual titular gerente responsavel representante funcionario funcionaria socio socia diretor"
    " diretora administrador administradora conversar falar mudar menor".split()
)
STREETS = frozenset("rua r avenida av travessa alameda praca".split())  # behind which "um" is a name: "Rua Um"
_WEAK = frozenset(
    "r rua av avenida pessoa ta tenho posso ha lista nome assunto texto problema horario lugar esse".split()
)  # alone they name none
_BOTH_GENDERS = re.compile(r"o\(a\)")
_CEDILLA = re.compile("c(?=[aou])")
_GRADED = re.compile("(?:z?inh|issim)[oa]$")
_CACHED = 512  # words of each list of labels
_SHORTEST_CUT = 3  # letters of an answer that is only the beginning of a label's word
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
        self.affirming = [
            place for place, label in enumerate(self.all) if any(words[:1] == ("sim",) or words == ("certo",) for words in label.whole)
        ]
        self.denying = [place for place, label in enumerate(self.all) if any("nao" in words for words in label.whole)]
        self.unlisted = [place for place, label in enumerate(self.all) if any(_unlists(words) for words in label.whole)]
        self.near = lru_cache(maxsize=_CACHED)(self._near)
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

    def _near(self, word: str) -> Places:
        """The labels in which a word stands that sounds like it, or that it is with one slip ("medya")."""
        if len(word) < SHORTEST_HEARD or word in _NEAR_WORDS:
            return NOWHERE
        cedilla = _CEDILLA.sub("s", word)  # folded away: "reembolço"
        heard = self._sounds.get(sound(word)) or self._sounds.get(sound(cedilla)) or self._places.get(self._speller.meant(word))
        return heard or self._graded(word) or self._cut(word)

    def _graded(self, word: str) -> Places:
        """ "salinha", "casinha", "altíssima": of the word that was made smaller or greater."""
        stem = _GRADED.sub("", word)
        graded = (self._places.get(SAID_OTHERWISE.phrases.get(each, each)) for each in (stem, f"{stem}a", f"{stem}o", f"{stem}e"))
        return next(filter(None, graded), NOWHERE) if len(word) > len(stem) > 1 else NOWHERE

    def _cut(self, word: str) -> Places:
        """ "manut", "inquil": the beginning of a word of one label only."""
        found = frozenset[int]().union(*(self._places[each] for each in self._places if _is_cut(word, each)))
        return found if len(found) == 1 else NOWHERE

    def begun(self, word: str) -> int | None:
        """The label that a whole answer of a few letters begins: "inq", "med"."""
        return next(iter(self._cut(word)), None) if len(word) == _SHORTEST_CUT else None

    def alone(self, word: str) -> bool:
        """Whether a label has no other word: "Certo"."""
        return any(label.words == {word} for label in self.all)


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


def _is_cut(word: str, whole: str) -> bool:
    return len(word) + 2 <= len(whole) and whole.startswith(word)


def _unlists(words: Words) -> bool:
    return " ".join(words) == NOT_LISTED or not {"nenhum", "nenhuma"}.isdisjoint(words)
