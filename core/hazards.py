"""Danger in a message ("Emergencies" in the rules of the trade): read before anything else, in every state.

Each danger is a row: beginnings of words without which it cannot be meant (the quick look), what names it, what only hints at it, and
its false friends, which are taken out of the text before it is read. All words are folded. A danger whose words are denied right before
("não é vazamento de gás") is none; one that nobody is sure of ("não sei se é gás") stays one.
"""

import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from core.glance import Beginnings, beginnings, hints
from core.names import fold

HazardKind = Literal["gas", "carbon_monoxide", "fire", "shock", "flood", "structural", "crime", "trapped"]
Certainty = Literal["sure", "ask"]
MAX_READ = 70_000  # characters; a burst of 16 messages, each as long as any channel takes (Telegram: 4,096)
_LOOK_BACK = 40  # characters before a danger in which it may be denied
_GAP = r"(?:(?!(?:nao|sem|nem|nunca)\b)[a-z0-9,]+ ){0,4}"  # a few words, none of which denies
_NEAR = r"(?:(?!(?:nao|sem|nem|nunca)\b)[a-z0-9,]+ ){0,2}"
_SELF = (
    r"(?:(?!(?:nao|sem|nem|nunca|agua|gota\w*|pingo\w*|tinta|reboco|mofo|po|poeira|chuva|luz|lampada|lustre|azulejo\w*|pintura|"
    r"massa)\b)[a-z0-9,]+ ){0,4}"
)


@dataclass(frozen=True, slots=True)
class Hazard:
    """`sure`: a named danger; `ask`: a sign without a name, worth one question."""

    kind: HazardKind
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class _Danger:
    """`past`: counts unless it is said to be mended."""

    kind: HazardKind
    hints: frozenset[str]  # without one of these beginnings of words it cannot be meant
    sure: re.Pattern[str]
    ask: re.Pattern[str] | None = None
    friends: re.Pattern[str] | None = None
    past: bool = False


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})" for pattern in patterns))


_SMELL = r"(?:ch?eir\w*|x+eir\w*|odor|fedor|fedendo|sentindo)"
_LEAK = r"(?:vaz\w*|escap\w+|fuga|saindo|solt\w+)"
_DOUBT = r"(?:nao sei|sera que|acho que|parece que|parece ser|parece|talvez|desconfi\w+|suspeit\w+|deve ser|pode ser)"
_HEATER = r"(?:aquecedor\w*|boiler|caldeira|lareira|braseiro|gerador)"
_SICK = (
    r"(?:dor(?:es)? de cabeca|dor na cabeca|tontur\w*|tont[oa]s?|zonz[oa]s?|enjo\w+|nause\w*|desmai\w+|vomit\w+|passando mal|"
    r"passei mal|sonolen\w+|mal estar)"
)
_BIG = r"(?:grand\w+|enorm\w+|larg[ao]\w*|fund[ao]s?|profund\w+|gigant\w+|aument\w+|cresc\w+|abrindo|abriu|imens\w+)"
_CRACK = r"(?:rachadur\w*|rach(?:ou|ando|ad[oa])|trinc(?:a|as|ou|ando|ad[oa])|fissur\w*|fend[ao]s?)"
_FRAME = r"(?:teto|laje|parede\w*|viga\w*|coluna\w*|pilar\w*|forro|marquise|sacada|varanda|muro|estrutura|predio|casa)"
_WATERS = r"(?:agua|gota\w*|pingo\w*|tinta|reboco|po|poeira|mofo|chuva)"
_OUTLET = r"(?:tomada\w*|disjuntor\w*|quadro (?:de luz|eletrico)|caixa de luz|lampada\w*|lustre\w*|luminaria\w*|fiacao|interruptor\w*)"
_ROOM = r"(?:elevador|banheiro|quarto|casa|apartamento|ap|apto|sacada|varanda|lavabo|predio|garagem|escada|cozinha|sala)"

DANGERS: tuple[_Danger, ...] = (
    _Danger(
        "gas",
        hints=hints("gas gaz degas dgas cheirod xeirod botij glp ovo fogao fogareiro forno aquecedor boiler".split()),
        sure=_any_of(
            rf"{_SMELL} {_GAP}(?:d ?e? ?)?ga[sz]\b",
            rf"{_SMELL} ?(?:de|d)?ga[sz]\b",
            rf"{_LEAK} {_NEAR}(?:de |d |o |do )?(?:ga[sz]|glp)\b",
            rf"(?:ga[sz]|glp|botija\w*|mangueira do (?:gas|botijao)|registro do (?:gas|botijao)) {_NEAR}{_LEAK}",
            rf"ga[sz] {_NEAR}(?:aberto|ligado|forte|escapando)\b",
            rf"{_DOUBT} (?:se )?(?:e|eh|esta|ta|tem|ha|seja|for|que e)? ?{_NEAR}ga[sz]\b",
            r"(?:e|eh|tem|muito) gas (?:na|no|em|pela|por)\b",
            rf"intoxicad\w+ {_NEAR}gas\b",
        ),
        ask=_any_of(
            rf"{_SMELL} {_GAP}(?:estranho|esquisito|diferente|forte|ruim) {_GAP}(?:fogao|fogareiro|botijao|aquecedor|boiler|forno)\b",
            rf"(?:fogao|fogareiro|botijao|aquecedor|boiler|forno) {_GAP}{_SMELL} {_NEAR}(?:estranho|esquisito|diferente|forte|ruim)\b",
            rf"{_SMELL} {_NEAR}ovo podre",
        ),
        friends=_any_of(
            r"gas (?:d[oa] |de )?(?:ar(?: condicionado)?|split|geladeira|freezer|frigobar|refrigera\w+)\b",
            r"(?:acab\w+|falta\w*|sem|conta|comprar|trocar|troca|entrega\w*|pedir|preco|valor) (?:de |do |o |a |da )?gas\b(?! e )",
            r"gas (?:ja )?(?:acab\w+|encanado|de cozinha acab\w+)",
            r"botijao (?:ja |de gas )?(?:acab\w+|vazio|novo)",
            r"agua com gas",
        ),
    ),
    _Danger(
        "carbon_monoxide",
        hints=hints("aquecedor boiler caldeira lareira monoxido braseiro gerador gas".split()),
        sure=_any_of("monoxido", rf"{_HEATER}.{{0,120}}?\b{_SICK}", rf"{_SICK}.{{0,120}}?\b{_HEATER}"),
        ask=_any_of(
            rf"(?:chama|fogo) d[oae] {_HEATER} {_NEAR}(?:amarel\w+|laranja|avermelhad\w+)",
            rf"(?:chama|fogo) {_NEAR}(?:amarel\w+|laranja|avermelhad\w+).{{0,60}}?\b{_HEATER}",
            rf"{_HEATER}.{{0,60}}?\b(?:chama|fogo) {_NEAR}(?:amarel|laranja|avermelhad)",
        ),
    ),
    _Danger(
        "fire",
        hints=hints(
            "fogo fuma incend chama faisc faich cheiro xeiro odor fedor fedendo sentindo explo curto tomada interruptor disjuntor "
            "fiacao fio plugue benjamim extensao quente derret fagulh labared".split()
        ),
        sure=_any_of(
            r"(?:peg\w+|tem|ha|com|botaram|atearam|foi) ?fogo\b",
            r"fogo (?:n[oa]s?|em|pegando|saindo|d?entro)\b",
            r"incendi\w+",
            r"(?:em|pegando) chamas\b",
            r"labared\w+",
            r"fuma(?:ca|ssa|sa)\w*",
            r"fa(?:isc|gulh)\w+",
            rf"{_SMELL} {_GAP}(?:de |d |a )?(?:queimad[oa]|queimando|borracha queimada|plastico queimado|fio queimado)",
            r"explo(?:diu|dindo|sao|siu|dir)",
        ),
        ask=_any_of(
            rf"(?:tomada|interruptor|disjuntor|fio|fiacao|quadro de luz|plugue|benjamim|extensao) {_GAP}(?:quente|esquent\w+|derret\w+|"
            rf"aquecendo|pelando|fervendo)",
            rf"(?:quente|esquent\w+|derret\w+) {_NEAR}(?:tomada|interruptor|disjuntor|fio|fiacao)\b",
            r"curto(?:s)? circuito|(?:deu|dando|teve|ta em) (?:um )?curto\b",
        ),
        friends=_any_of(
            r"fogo (?:d[oa] |de |n[oa] )?(?:fogao|boca|forno|cooktop)\b",
            r"(?:boca|acend\w+|apag\w+|liga\w*) (?:d[oa] |o )?fogo\b",
            r"fogo (?:alto|baixo|brando|medio|nao acende)",
            r"(?:detector|alarme|sensor) (?:de )?(?:fumaca|incendio)",
            r"(?:extintor\w*|seguro|porta|saida|alvara|mangueira|hidrante|prova|vistoria) (?:de |contra |corta |a |anti )*(?:incendio|"
            r"fogo)",
            r"cor(?:ta)? fogo",
            rf"(?:churrasqueira|churrasco|cigarro) {_NEAR}fumaca|fumaca (?:d[oae] )?(?:churras\w+|cigarro|vizinh\w+|carro|onibus|moto)",
        ),
    ),
    _Danger(
        "shock",
        hints=hints("choque xoque eletrocut fio fiacao".split()),
        sure=_any_of(
            r"(?:lev\w+|tom\w+|d[aeo]u?|dando|dar|recebi|sinto|senti|sentindo|deram|dao|peguei) (?:um |uns |muito |mto |mt |varios |"
            r"de )*(?:choque|xoque)",
            r"(?:choque|xoque)s? (?:eletric\w+|n[oa]s?|quando|ao|d[oa]|em|forte|toda)\b",
            r"eletrocut\w+",
        ),
        ask=_any_of(rf"fi(?:o|os|acao) {_NEAR}(?:desencapad\w+|expost\w+|solt[oa]s?)"),
        friends=_any_of(
            r"(?:em|estado de|prova de|tratamento de) choque", r"choque (?:termico|cultural|de gestao|de realidade|de precos?)"
        ),
        past=True,
    ),
    _Danger(
        "flood",
        hints=hints(
            "inund alag enchente estour romp arrebent jorr esguich cachoeira subindo tomando joelho tornozelo toda cobrindo "
            "tomada disjuntor quadro caixa lampada lustre luminaria fiacao interruptor".split()
        ),
        sure=_any_of(
            r"(?:inund|alag)(?:ou|ando|ad[oa]s?|acao|amento|aram|a)\b",
            r"enchente",
            rf"(?:cano|tubo|tubulacao|encanamento|mangueira|registro|conexao|flexivel|adutora|caixa d ?agua|engate) {_NEAR}(?:estour\w+|"
            rf"romp\w+|arrebent\w+)",
            rf"(?:estour\w+|romp\w+|arrebent\w+) {_NEAR}(?:cano|tubo|tubulacao|encanamento|mangueira|registro|conexao|flexivel|"
            rf"caixa d ?agua)\b",
            r"jorr\w+|esguich\w+",
            rf"agua {_NEAR}(?:subindo|tomando conta|ate o (?:joelho|tornozelo)|por toda a? ?casa|cobrindo)",
            r"cachoeira (?:n[oa]|em|dentro|de agua)",
        ),
        ask=_any_of(
            rf"agua {_GAP}(?:n[oa]s?|pel[oa]s?|d[oa]s?|em|perto d[oa]s?) {_OUTLET}",
            rf"{_OUTLET} {_NEAR}(?:pingando|molhad\w+|com agua|escorrendo|vazando)",
        ),
        friends=_any_of(r"(?:area|regiao|rua) (?:de )?(?:alagamento|alagad\w+)"),
    ),
    _Danger(
        "structural",
        hints=hints("desab desmoron rach trinc fissur fenda caiu caindo cair cede despenc afund solt reboco janela vidro".split()),
        sure=_any_of(
            r"desab\w+|desmoron\w+",
            rf"(?<!agua do )(?<!agua no )(?<!agua pelo )(?:teto|laje|parede|forro|viga|marquise|sacada|muro|gesso) {_SELF}(?:caindo|caiu|"
            rf"cedeu|cedendo|despenc\w+|vai cair|afund\w+)(?! (?:muita |um pouco de |uma |as |a |uns )?{_WATERS})",
            r"(?:caindo|caiu|cedeu|despenc\w+) (?:(?:um |uma )?(?:pedac\w+|parte|bloco|placa)s? d[oae]s? |o |a )(?:teto|laje|parede|"
            r"forro|viga|marquise|sacada|muro)\b",
            rf"{_CRACK} {_GAP}{_BIG}",
            rf"{_BIG} {_NEAR}{_CRACK}",
            rf"{_CRACK} {_NEAR}(?:viga|coluna|pilar|laje)\w*",
            rf"(?:viga|coluna|pilar|laje)\w* {_NEAR}{_CRACK}",
            r"(?:vidro|vidraca|janela)\w* (?:(?!nao\b)[a-z0-9,]+ ){0,7}vai cair",
            rf"(?:vidro|vidraca|janela)\w* {_NEAR}(?:caindo|despenc\w+|vai cair|caiu|solt[oa] caindo)",
            rf"(?:caindo|despencando|caiu) {_NEAR}vidro",
        ),
        ask=_any_of(
            rf"{_CRACK} {_GAP}{_FRAME}\b",
            rf"{_FRAME} {_NEAR}{_CRACK}",
            r"rachadur\w*|fissur\w*",
            rf"reboco {_NEAR}(?:caindo|caiu|soltando)",
            rf"(?:caindo|caiu|soltou|despenc\w+) {_NEAR}(?:do |de )?reboco",
        ),
        friends=_any_of(
            rf"{_CRACK} {_NEAR}(?:fin[ao]s?|fininh\w+|pequen\w+|superficia\w+|leve|capila\w+)?(?: ?(?:n[oa]|d[oa]) (?:pintura|tinta|"
            rf"azulejo|piso|vaso|pia|porcelanato|ceramica|vidro|box|espelho|tampa|massa))",
            rf"(?:pintura|tinta|azulejo\w*|piso\w*|vaso|pia|porcelanato|ceramica|box|espelho|tampa|vidro\w*|privada|louca) {_NEAR}{_CRACK}",
            r"fio de cabelo",
        ),
    ),
    _Danger(
        "crime",
        hints=hints("arromb assalt roub furt ladra ladroes invad invas entraram".split()),
        sure=_any_of(
            r"arromb\w+",
            r"assalt\w+",
            r"(?:fui|fomos|foi|foram|me|nos|fomos todos|houve|teve|sofri\w*) (?:\w+ )?(?:roubad\w+|roubo|furto|furtad\w+|roubaram|"
            r"furtaram)",
            r"(?:roubaram|furtaram|roubou|levaram tudo)\b",
            r"ladr(?:ao|oes)\b",
            r"invadi(?:ram|da|do|u (?:a |o |minha |meu )?(?:casa|apartamento|imovel))",
            r"entraram (?:n[oa]|em|aqui) ?(?:minha |meu )?(?:casa|apartamento|ap|imovel)",
        ),
        friends=_any_of(
            r"(?:e|eh|esta|ta|virou) um (?:roubo|assalto|furto)",
            r"(?:seguro|alarme|grade|protecao|anti) (?:contra |de |anti )?(?:roubo|furto|assalto|invasao)",
            rf"(?:agua|formiga\w*|barata\w*|mato|chuva|esgoto) {_NEAR}invadi\w*|invadi\w+ {_NEAR}(?:agua|formiga\w*|barata\w*|mato|chuva)",
        ),
        past=True,
    ),
    _Danger(
        "trapped",
        hints=hints("preso presa tranc tranquei sair elevador".split()),
        sure=_any_of(
            rf"(?:pres[oa]s?|tranc(?:ad[oa]s?|ou|aram)|tranquei) {_NEAR}(?:n[oa]s?|em|dentro d[oae]) (?:meu |minha |um |uma )?{_ROOM}\b",
            r"(?:pres[oa]s?|tranc(?:ad[oa]s?|ou|aram)|tranquei) (?:\w+ )?(?:do lado de dentro|aqui dentro|la dentro|dentro de casa)\b",
            rf"(?:nao consig\w+|nao consegu\w+|sem conseguir|nao da pra|nao tem como|impossivel) sair d[oae] {_ROOM}",
            r"(?:nao consig\w+|nao consegu\w+|sem conseguir) sair(?: daqui| de casa| de dentro| do lugar)?(?= [.,] | $| porque| pq)",
            rf"elevador {_GAP}(?:com (?:gente|pessoa\w*|alguem|crianca\w*|moradora?|minha \w+|meu \w+) (?:dentro|pres\w+)|com gente)",
        ),
        friends=_any_of(
            r"(?:trancad[oa]s?|pres[oa]s?|tranquei) (?:\w+ )?(?:d?o lado de fora|fora|para fora|pra fora)",
            rf"(?:chave|gaveta|porta|fechadura|agua|roupa|papel|portao|janela|tampa|objeto|cano|carro|moto|"
            rf"bicicleta) {_NEAR}(?:pres[oa]s?|trancad[oa]s?)",
            r"pres[oa]s? (?:n[oa] )?(?:transito|trabalho|reuniao|ralo|porta|fechadura|vaso|cano|parede)",
        ),
    ),
)


_HINTS = frozenset[str]().union(*(danger.hints for danger in DANGERS))
_DENIED = re.compile(
    r"\b(?:nao|nem|sem|nunca|nenhuma?|ninguem|zero)(?: (?:e|eh|era|foi|fui|fomos|foram|esta|estou|estao|estamos|ta|to|tem|tinha|ha|houve|"
    r"sinto|senti|"
    r"existe|parece|seja|ser|se|trata|de|d|do|da|um|uma|o|a|mais|com|nenhuma?|ninguem|qualquer|caso|teve|vi|ocorreu|aconteceu|acho|que|me|"
    r"nos|"
    r"estava|tava|deu|ainda|levei|tomei|sinal))* $"
)
_MENDED = re.compile(
    r"\b(?:ja|depois|mas) (?:\w+ ){0,2}(?:consert\w+|arrum\w+|troc\w+|resolv\w+|repar\w+)"
    r"|\b(?:consert|arrum|resolv|repar|troc)(?:ad[oa]|id[oa]|aram|eram|amos|emos|ei|i) (?:ja|ontem|na hora|no mesmo dia)\b"
)
_DEVICE = re.compile(r"\b(aquecedor|fogao|boiler|chuveiro|forno|caldeira|lareira) a gas\b")  # the thing, not the gas
_SIGNS = re.compile(r"[^a-z0-9.;!?\n,]+")
_STOPS = re.compile(r"[ .;!?\n]*[.;!?\n][ .;!?\n]*")


def find_hazards(text: str) -> tuple[Hazard, ...]:
    """The dangers that a message speaks of, each kind at most once, in the order of the table."""
    folded = _folded(text)
    return hazards_in(folded, beginnings(folded))


def hazards_in(folded: str, begun: Beginnings) -> tuple[Hazard, ...]:
    """The same of a text already folded; `begun` are the beginnings of its words."""
    if _HINTS.isdisjoint(begun):
        return ()
    words = _DEVICE.sub(_device, _even(folded[:MAX_READ]))
    found = (_hazard(danger, words) for danger in DANGERS if not danger.hints.isdisjoint(begun))
    return _without_doubles(tuple(hazard for hazard in found if hazard))


def _folded(text: str) -> str:
    """Accents that stand as characters of their own are joined first: some keyboards send them so."""
    text = text[:MAX_READ]
    return text.lower() if text.isascii() else fold(normalize("NFC", text))


def _even(folded: str) -> str:
    """Words with single spaces; commas and full stops are words of their own."""
    words = _SIGNS.sub(" ", folded)
    return " ".join(_STOPS.sub(" . ", words.replace(",", " , ")).split()) + " "


def _device(found: re.Match[str]) -> str:
    return "aquecedor" if found[1] == "chuveiro" else found[1]


def _hazard(danger: _Danger, words: str) -> Hazard | None:
    if danger.friends:
        words = danger.friends.sub(" . ", words)
    if danger.past and _MENDED.search(words):
        return None
    if _is_said(danger.sure, words):
        return Hazard(danger.kind, "sure")
    return Hazard(danger.kind, "ask") if danger.ask and _is_said(danger.ask, words) else None


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    """Once at least, and not denied right before."""
    return any(not _DENIED.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in pattern.finditer(words))


def _without_doubles(found: tuple[Hazard, ...]) -> tuple[Hazard, ...]:
    """A heater with a headache is carbon monoxide, not also a hint of gas; a named smell of gas stays."""
    if Hazard("carbon_monoxide", "sure") in found:
        return tuple(hazard for hazard in found if hazard != Hazard("gas", "ask"))
    return found


_SAFE = _any_of(
    r"^(?:sim |ja |nos |todos |todo mundo )*(?:estou|estamos|to|tamos|tou)(?: sim| bem| todos bem| tudo bem| seguros?)* $",
    r"^(?:sim , |sim )?(?:ta |esta )?tudo (?:certo|bem|ok|tranquilo)(?: agora| aqui| ja)* $",
    r"^(?:sim )?(?:todos|todo mundo) bem $",
    r"^ja (?:desliguei|fechei|apaguei|abriu|abri|abriram|soltaram|saiu)"
    r"(?: a| o| as| os| tudo| registro| geral| agua| disjuntor| porta| janela| e| sai| saimos)* $",
    r"\bconsegui(?:mos)? sair\b",
    r"(?:ja |eu )?(?:sai|saimos|evacuamos|evacuei)\b(?! (?:um |muit\w+ |uma )*(?:fuma\w+|fogo|agua|gas|fa[ig]\w+|cheiro|vapor|correndo))",
    r"(?:todos|todo mundo|ja|nos) (?:ja )?(?:sairam|saiu|saimos)\b",
    r"(?:estou|to|tou|estamos|tamos|ja|fiquei|ficamos|fomos|fui|vim) (?:ja |todos |aqui |agora |tudo |bem |, )*(?:em seguranca|"
    r"segur[oa]s?|a salvo|bem longe|longe)\b",
    r"em seguranca\b",
    r"(?:estou|to|tou|estamos|tamos|ja|fiquei|ficamos|fomos|fui|vim|vou ficar|aqui|aguardando|esperando) (?:ja |todos |aqui |agora |bem |"
    r", )*"
    r"(?:(?:n[oa]|pra|para|em|ate) (?:a |o )?(?:rua|calcada|portaria|terreo|patio|jardim|vizinh[oa]\w*|praca|estacionamento|hall)|(?:la |"
    r"aqui |do lado de |pro lado de )?fora)\b",
    r"fora d[oae] (?:casa|apartamento|ap|apto|predio|imovel)\b",
    r"^(?:n[oa] (?:rua|calcada|vizinh[oa])|la fora|aqui fora)\b",
)
_NOT_SAFE = re.compile(
    r"\b(?:nao|nem|ainda n)\b|\b(?:vou|preciso|posso|devo|tenho que|como|quero|consigo) (?:\w+ )?(?:sair|ficar)|\?"
    r"|\b(?:mas|porem|so que|menos)\b.{0,200}\b(?:dentro|ficou|ficaram|falta|preso|presa)|\b(?:la|ainda|aqui) dentro\b"
)
_BACK = _any_of(
    r"alarme falso|falso alarme",
    r"(?:foi|era|e|eh|fiz) (?:um |so |so um |tudo )?engano",
    r"me (?:enganei|confundi|equivoquei)",
    r"(?:era|foi|vinha|vem|e|eh) (?:[a-z]+ ){0,4}(?:d[oa]s?|n[oa]s?|o|a|os|as) vizinh[oa]\w*",
    r"(?:nao era|nao foi|nao e|nao eh) (?:nada|gas|fogo|incendio|vazamento|fumaca|isso|perigo|serio|grave|verdade)",
    r"nao (?:tem|ha|tinha) (?:perigo|gas|fogo|nada|risco|mais perigo)",
    r"(?:pode |podem |favor )?(?:desconsider\w+|ignor(?:a|e|em|ar))\b",
    r"(?:era|foi) (?:so|apenas|somente)\b",
    r"(?:errei|escrevi errado|mandei errado|sem querer)\b",
    r"(?:era |foi )?(?:brincadeira|um teste|so um teste|mentira)\b",
)
_BACK_DENIED = re.compile(r"\b(?:nao|nem)(?: (?:e|eh|foi|era|ha|acho|que|um|nenhum))* $")
_STILL = re.compile(r"\b(?:mas|porem|so que)\b.{0,200}\b(?:ainda|continua\w*|segue|tambem|piorou|aumentou)\b")


def says_safe(text: str) -> bool:
    """Words that say that the writer is out of danger now; a question, a plan, or somebody left inside is none."""
    folded = _folded(text)
    if "?" in folded:
        return False
    words = _even(folded)
    return bool(_SAFE.search(words)) and not _NOT_SAFE.search(words)


def takes_back(text: str) -> bool:
    """Words that take a danger back ("era do vizinho", "alarme falso"); it is only ever asked about, never dropped by them."""
    words = _even(_folded(text))
    said = any(not _BACK_DENIED.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in _BACK.finditer(words))
    return said and not _STILL.search(words)
