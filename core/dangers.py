"""The dangers a message may speak of, one row each ("Emergencies" in the rules of the trade). All words are folded.

A row is: beginnings of words without which it cannot be meant (the quick look), what names it, what only hints at it, and its false
friends, which are taken out of the text before it is read. `core.hazards` reads by it.
"""

import re
from typing import Literal

from core.glance import hints
from core.records import Record

HazardKind = Literal["gas", "carbon_monoxide", "fire", "shock", "flood", "structural", "crime", "trapped"]
_GAP = r"(?:(?!(?:nao|sem|nem|nunca)\b)[a-z0-9,]+ ){0,4}"  # a few words, none of which denies
_NEAR = r"(?:(?!(?:nao|sem|nem|nunca)\b)[a-z0-9,]+ ){0,2}"
_SELF = (
    r"(?:(?!(?:nao|sem|nem|nunca|agua|gota\w*|pingo\w*|tinta|reboco|mofo|po|poeira|chuva|luz|lampada|lustre|azulejo\w*|pintura|"
    r"massa)\b)[a-z0-9,]+ ){0,4}"
)


class Danger(Record):
    """`past`: counts unless it is said to be mended."""

    kind: HazardKind
    hints: frozenset[str]  # without one of these beginnings of words it cannot be meant
    sure: re.Pattern[str]
    ask: re.Pattern[str] | None = None
    friends: re.Pattern[str] | None = None
    past: bool = False


def any_of(*patterns: str) -> re.Pattern[str]:
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
_NOISE = r"(?:barulh\w+|estal\w+|zumb\w+|chiado|chiando|zunindo|zunido)"
_LOOSE = (  # what may stand between a window and its fall
    r"(?:(?:d[oae]s?|n[oa]|d?[oa]|e|,|que|esta|ta|ficou|toda?|bem|muito|meio|quase|solt[oa]s?|quebrad[oa]s?|trincad[oa]s?|frouxa?|[0-9]+o?|"
    r"andar|quarto|sala|cozinha|banheiro|predio|apartamento|ap|acho) ){0,9}"
)
_ROOM = r"(?:elevador|banheiro|quarto|casa|apartamento|ap|apto|sacada|varanda|lavabo|predio|garagem|escada|cozinha|sala)"

DANGERS: tuple[Danger, ...] = (
    Danger(
        "gas",
        hints=hints("gas gaz degas dgas cheirod xeirod botij glp ovo fogao fogareiro forno aquecedor boiler".split()),
        sure=any_of(
            rf"{_SMELL} {_GAP}(?:d ?e? ?)?ga[sz]\b",
            rf"{_SMELL} ?(?:de|d)?ga[sz]\b",
            rf"{_LEAK} {_NEAR}(?:de |d |o |do )?(?:ga[sz]|glp)\b",
            rf"(?:ga[sz]|glp|botija\w*|mangueira do (?:gas|botijao)|registro do (?:gas|botijao)) {_NEAR}{_LEAK}",
            rf"ga[sz] {_NEAR}(?:aberto|ligado|forte|escapando)\b",
            rf"{_DOUBT} (?:se )?(?:e|eh|esta|ta|tem|ha|seja|for|que e)? ?{_NEAR}ga[sz]\b",
            r"(?:e|eh|tem|muito) gas (?:na|no|em|pela|por)\b",
            rf"intoxicad\w+ {_NEAR}gas\b",
            rf"{_SMELL} {_NEAR}ovo podre(?! (?:vindo |saindo |que vem )?(?:n|d|pel)[oa]s? (?:ralo|esgoto|pia|vaso|fossa|agua)\b)",
        ),
        ask=any_of(
            rf"{_SMELL} {_GAP}(?:estranho|esquisito|diferente|forte|ruim) {_GAP}(?:fogao|fogareiro|botijao|aquecedor|boiler|forno)\b",
            rf"(?:fogao|fogareiro|botijao|aquecedor|boiler|forno) {_GAP}{_SMELL} {_NEAR}(?:estranho|esquisito|diferente|forte|ruim)\b",
            rf"{_SMELL} {_NEAR}ovo podre",
        ),
        friends=any_of(
            r"gas (?:d[oa] |de )?(?:ar(?: condicionado)?|split|geladeira|freezer|frigobar|refrigera\w+)\b",
            r"(?:acab\w+|falta\w*|sem|conta|comprar|trocar|troca|entrega\w*|pedir|preco|valor) (?:de |do |o |a |da )?gas\b(?! e )",
            r"gas (?:ja )?(?:acab\w+|encanado|de cozinha acab\w+)",
            r"botijao (?:ja |de gas )?(?:acab\w+|vazio|novo)",
            r"agua com gas",
        ),
    ),
    Danger(
        "carbon_monoxide",
        hints=hints("aquecedor boiler caldeira lareira monoxido braseiro gerador gas".split()),
        sure=any_of("monoxido", rf"{_HEATER}.{{0,120}}?\b{_SICK}", rf"{_SICK}.{{0,120}}?\b{_HEATER}"),
        ask=any_of(
            rf"(?:chama|fogo) d[oae] {_HEATER} {_NEAR}(?:amarel\w+|laranja|avermelhad\w+)",
            rf"(?:chama|fogo) {_NEAR}(?:amarel\w+|laranja|avermelhad\w+).{{0,60}}?\b{_HEATER}",
            rf"{_HEATER}.{{0,60}}?\b(?:chama|fogo) {_NEAR}(?:amarel|laranja|avermelhad)",
        ),
    ),
    Danger(
        "fire",
        hints=hints(
            "fogo fuma incend chama faisc faich cheiro xeiro odor fedor fedendo sentindo explo curto tomada interruptor disjuntor "
            "fiacao fio plugue benjamim extensao quente derret fagulh labared quadro".split()
        ),
        sure=any_of(
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
        ask=any_of(
            rf"(?:tomada|interruptor|disjuntor|fio|fiacao|quadro de luz|plugue|benjamim|extensao) {_GAP}(?:quente|esquent\w+|derret\w+|"
            rf"aquecendo|pelando|fervendo)",
            rf"(?:quente|esquent\w+|derret\w+) {_NEAR}(?:tomada|interruptor|disjuntor|fio|fiacao)\b",
            r"curto(?:s)? circuito|(?:deu|dando|teve|houve|tem|ta em|com) (?:um )?curto\b|\bum curto\b|curto n[oa]s? ",
            rf"{_NOISE} {_NEAR}(?:(?:n|d|pel)[oa]s?|em|perto d[oa]s?) (?:quadro|{_OUTLET})",
            rf"(?:quadro|{_OUTLET}) {_NEAR}{_NOISE}",
        ),
        friends=any_of(
            r"fogo (?:d[oa] |de |n[oa] )?(?:fogao|boca|forno|cooktop)\b",
            r"(?:boca|acend\w+|apag\w+|liga\w*) (?:d[oa] |o )?fogo\b",
            r"fogo (?:alto|baixo|brando|medio|nao acende)",
            r"(?:detector|alarme|sensor) (?:de )?(?:fumaca|incendio)",
            r"(?:extintor\w*|seguro|porta|saida|alvara|mangueira|hidrante|prova|vistoria) (?:de |contra |corta |a |anti )*(?:incendio|"
            r"fogo)",
            r"cor(?:ta)? fogo",
            r"curto (?:prazo|periodo|tempo|espaco|intervalo)",
            rf"(?:churrasqueira|churrasco|cigarro) {_NEAR}fumaca|fumaca (?:d[oae] )?(?:churras\w+|cigarro|vizinh\w+|carro|onibus|moto)",
        ),
    ),
    Danger(
        "shock",
        hints=hints("choque xoque eletrocut fio fiacao".split()),
        sure=any_of(
            r"(?:lev\w+|tom\w+|d[aeo]u?|dando|dar|recebi|sinto|senti|sentindo|deram|dao|peguei) (?:um |uns |muito |mto |mt |varios |"
            r"de )*(?:choque|xoque)",
            r"(?:choque|xoque)s? (?:eletric\w+|n[oa]s?|quando|ao|d[oa]|em|forte|toda)\b",
            r"eletrocut\w+",
        ),
        ask=any_of(rf"fi(?:o|os|acao) {_NEAR}(?:desencapad\w+|expost\w+|solt[oa]s?)"),
        friends=any_of(r"(?:em|estado de|prova de|tratamento de) choque", r"choque (?:termico|cultural|de gestao|de realidade|de precos?)"),
        past=True,
    ),
    Danger(
        "flood",
        hints=hints(
            "inund alag enchente estour romp arrebent jorr esguich cachoeira subindo tomando joelho tornozelo toda cobrindo "
            "tomada disjuntor quadro caixa lampada lustre luminaria fiacao interruptor".split()
        ),
        sure=any_of(
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
        ask=any_of(
            rf"agua {_GAP}(?:n[oa]s?|pel[oa]s?|d[oa]s?|em|perto d[oa]s?) {_OUTLET}",
            rf"{_OUTLET} {_NEAR}(?:pingando|molhad\w+|com agua|escorrendo|vazando)",
        ),
        friends=any_of(r"(?:area|regiao|rua) (?:de )?(?:alagamento|alagad\w+)"),
    ),
    Danger(
        "structural",
        hints=hints("desab desmoron rach trinc fissur fenda caiu caindo cair cede despenc afund solt reboco janela vidro".split()),
        sure=any_of(
            r"desab\w+|desmoron\w+",
            rf"(?<!agua do )(?<!agua no )(?<!agua pelo )(?:teto|laje|parede|forro|viga|marquise|sacada|muro|gesso) {_SELF}(?:caindo|caiu|"
            rf"cedeu|cedendo|despenc\w+|vai cair|afund\w+)(?! (?:muita |um pouco de |uma |as |a |uns )?{_WATERS})",
            r"(?:caindo|caiu|cedeu|despenc\w+) (?:(?:um |uma )?(?:pedac\w+|parte|bloco|placa)s? d[oae]s? |o |a )(?:teto|laje|parede|"
            r"forro|viga|marquise|sacada|muro)\b",
            rf"{_CRACK} {_GAP}{_BIG}",
            rf"{_BIG} {_NEAR}{_CRACK}",
            rf"{_CRACK} {_NEAR}(?:viga|coluna|pilar|laje)\w*",
            rf"(?:viga|coluna|pilar|laje)\w* {_NEAR}{_CRACK}",
            rf"(?:vidro|vidraca|janela)\w* {_LOOSE}(?:vai|vao|pode|podem|quase|prestes a|ameac\w+) (?:cai|despenc)\w*(?! {_WATERS})",
            rf"(?:vidro|vidraca|janela)\w* {_NEAR}(?:caindo|despenc\w+|caiu|solt[oa] caindo)",
            rf"(?:caindo|despencando|caiu) {_NEAR}vidro",
        ),
        ask=any_of(
            rf"{_CRACK} {_GAP}{_FRAME}\b",
            rf"{_FRAME} {_NEAR}{_CRACK}",
            r"rachadur\w*|fissur\w*",
            rf"reboco {_NEAR}(?:caindo|caiu|soltando)",
            rf"(?:caindo|caiu|soltou|despenc\w+) {_NEAR}(?:do |de )?reboco",
        ),
        friends=any_of(
            rf"{_CRACK} {_NEAR}(?:fin[ao]s?|fininh\w+|pequen\w+|superficia\w+|leve|capila\w+)?(?: ?(?:n[oa]|d[oa]) (?:pintura|tinta|"
            rf"azulejo|piso|vaso|pia|porcelanato|ceramica|vidro|box|espelho|tampa|massa))",
            rf"(?:pintura|tinta|azulejo\w*|piso\w*|vaso|pia|porcelanato|ceramica|box|espelho|tampa|vidro\w*|privada|louca) {_NEAR}{_CRACK}",
            r"fio de cabelo",
        ),
    ),
    Danger(
        "crime",
        hints=hints("arromb assalt roub furt ladra ladroes invad invas entraram".split()),
        sure=any_of(
            r"arromb\w+",
            r"assalt\w+",
            r"(?:fui|fomos|foi|foram|me|nos|fomos todos|houve|teve|sofri\w*) (?:\w+ )?(?:roubad\w+|roubo|furto|furtad\w+|roubaram|"
            r"furtaram)",
            r"(?:roubaram|furtaram|roubou|levaram tudo)\b",
            r"ladr(?:ao|oes)\b",
            r"invadi(?:ram|da|do|u (?:a |o |minha |meu )?(?:casa|apartamento|imovel))",
            r"entraram (?:n[oa]|em|aqui) ?(?:minha |meu )?(?:casa|apartamento|ap|imovel)",
        ),
        friends=any_of(
            r"(?:e|eh|esta|ta|virou) um (?:roubo|assalto|furto)",
            r"(?:seguro|alarme|grade|protecao|anti) (?:contra |de |anti )?(?:roubo|furto|assalto|invasao)",
            rf"(?:agua|formiga\w*|barata\w*|mato|chuva|esgoto) {_NEAR}invadi\w*|invadi\w+ {_NEAR}(?:agua|formiga\w*|barata\w*|mato|chuva)",
        ),
        past=True,
    ),
    Danger(
        "trapped",
        hints=hints("preso presa tranc tranquei sair elevador".split()),
        sure=any_of(
            rf"(?:pres[oa]s?|tranc(?:ad[oa]s?|ou|aram)|tranquei) {_NEAR}(?:n[oa]s?|em|dentro d[oae]) (?:meu |minha |um |uma )?{_ROOM}\b",
            r"(?:pres[oa]s?|tranc(?:ad[oa]s?|ou|aram)|tranquei) (?:\w+ )?(?:do lado de dentro|aqui dentro|la dentro|dentro de casa)\b",
            rf"(?:nao consig\w+|nao consegu\w+|sem conseguir|nao da pra|nao tem como|impossivel) sair d[oae] {_ROOM}",
            r"(?:(?:nao|ninguem) (?:consig|conseg)\w+|sem conseguir) sair(?: daqui| la| aqui| de dentro){0,2}"
            r"(?= [.,] | $| (?:porque|pq|e|me ajud\w+|socorro|ajuda|nem|sozinh[oa])\b)",
            rf"elevador {_GAP}(?:com (?:gente|pessoa\w*|alguem|crianca\w*|moradora?|minha \w+|meu \w+) (?:dentro|pres\w+)|com gente)",
        ),
        friends=any_of(
            r"(?:trancad[oa]s?|pres[oa]s?|tranquei) (?:\w+ )?(?:d?o lado de fora|fora|para fora|pra fora)",
            r"(?:agua|mancha\w*|sujeira|cheiro|tinta|chave|ferrugem|parafuso|tampa|gordura|cano|ar) (?:\w+ ){0,2}?nao conseg\w+ sair",
            rf"(?:chave|gaveta|porta|fechadura|agua|roupa|papel|portao|janela|tampa|objeto|cano|carro|moto|"
            rf"bicicleta) {_NEAR}(?:pres[oa]s?|trancad[oa]s?)",
            r"pres[oa]s? (?:n[oa] )?(?:transito|trabalho|reuniao|ralo|porta|fechadura|vaso|cano|parede)",
        ),
    ),
)
