"""Words and phrases that turn a danger into none, or keep it one: denials, doubts, suppositions, other times, what is mended or goes on."""

from collections.abc import Mapping

_AWAY = (  # where nobody of ours lives
    "fabrica trabalho servico roca sitio fazenda chacara onibus metro trem shopping mercado supermercado padaria farmacia escola "
    "faculdade estrada rodovia aeroporto rodoviaria praia igreja hospital posto centro festa feira banco hotel ponto"
)
_INTO = ("no", "na", "num", "numa", "nos", "nas")
_OF = ("do", "da")
_PUBLIC = "shopping mercado supermercado hospital escola faculdade aeroporto igreja banco metro onibus trem fabrica"
_AWAY_THERE = (
    *(f"{into} {place}" for into in _INTO for place in _AWAY.split()),
    *(f"{of} {place}" for of in _OF for place in _PUBLIC.split()),
)
_OLD_HOMES = tuple(
    f"{home}{where} {lived}"
    for home in ("", "casa ", "predio ", "ap ", "apto ", "apartamento ", "condominio ")
    for where in ("que", "onde", "em que")
    for lived in ("morava", "eu morava", "gente morava", "morei", "eu morei", "morou")
)

TURNS: Mapping[str, str] = {
    # words that turn a danger into none, or keep it one
    "deny": (
        "nao num nem sem nunca nenhum nenhuma ninguem zero jamais not dont doesnt isnt never without descartou descartaram descarta "
        "descartado descartada excluiu"
    ),
    "doubt": "parece talvez desconfi* suspeit* maybe perhaps",
    "if": "se if si caso",
    "how": "costuma costumam",
    "insured": "apolice apolices",
    "risk": "risco evitar prevenir evita prevencao treinamento palestra simulado prevenindo",
    "may": "pode podem poderia podia possa possam could can might perigoso perigosa arriscado",
    "real": (
        "ta esta tao estao to tou tem deu solta sai saiu fica fico ficou leva levo levei toma tomo tomei sinto senti comeca comecou "
        "continua vaza pega pegou esquenta apita faz fez tava get gives"
    ),
    "now": "ta esta tao estao to tou estamos aqui agora hoje ja",
    "mended": (
        "consertaram consertou consertamos consertad* consertei arrumaram arrumou arrumad* arrumei arrumamos arrumaro trocaram trocou "
        "trocad* trocamos troquei resolveram resolveu resolvid* resolvi resolvemos repararam reparou reparad* refizeram refeito refeita "
        "refez solucion* liberou liberad* sanad* substituid* substituiram ajeitou ajeitaram fixed repaired arreglaron arreglad* arrumo "
        "reformad* reformaram reformou rebocad* rebocaram reforcad* demoliram taparam tapou tapad* tamparam vedaram vedou selaram "
        "remendaram remendad* rejuntaram eliminaram eliminou sanou sanaram corrigiu corrigiram corrigid* eliminad* levantaram "
        "reconstru* ergueram"
    ),
    "gone": "sumiu desapareceu",
    "still": (
        "ainda continua continuam continuou segue seguem voltou voltaram volta novamente piorou denovo persiste reabriu reabrindo "
        "reapareceu reapareceram still again aun sigue todavia"
    ),
    "stay": (
        "estou to tou tava estava cheguei chego fui vou estamos tamos fiquei enquanto was am voltei vim sai voltando saindo saio "
        "depois apos causa"
    ),
    "here": "aqui ap apto apartamento predio condominio casa bloco garagem elevador apartment house home flat",
    "such": "tao tant*",
    "that": "que q that",
    "but": "mas porem but pero",
    "had": "tinha tinham tava estava dava davam havia tavam estavam",
}  # fmt: skip

_FALSE_ALARM = ("alarme falso", "falso alarme", "false alarm", "falsa alarma")
_BELIEVE = "achei achou achamos acharam achava achavam pensei pensou pensamos pensaram pensava jurei jurou jurava imaginei achando pensando"
_BELIEVED = tuple(f"{who} que {was}" for who in _BELIEVE.split() for was in ("era", "fosse", "tinha", "tinham", "tivesse", "ia", "iam"))
_HAPPEN = (
    "ter dar ver sentir acontecer levar tomar receber alagar inundar transbordar encher cair desabar rachar estourar explodir pegar "
    "queimar derreter sair vazar cheirar disparar entrar arrombar roubar ficar"
)
_NOT_REACHED = tuple(f"{no} cheg* {happen}" for no in ("nao", "nunca", "nem") for happen in _HAPPEN.split())
_ANIMALS = "gato gata gatos gamba gambas sarue pombo pombos bicho passarinho morcego cachorro vento galho rato"
_CALLERS = "entregador porteiro zelador vizinho vizinha sindico tecnico pedreiro encanador eletricista pintor faxineira visita"
_NO_THIEF = (
    *(f"{was} {what}" for was in ("era", "era so", "foi", "foi so") for what in _ANIMALS.split()),
    *(f"{was} {who}" for was in ("mas era", "mas era so", "era so") for who in _CALLERS.split()),
)

TURN_PHRASES: Mapping[str, tuple[str, ...]] = {
    "away": (
        *_AWAY_THERE, *_OLD_HOMES, "la em", "no interior", "casa praia", "casa da praia", "casa de campo", "outra casa",
        "elevador shopping", "elevador hospital", "elevador trabalho", "elevador escola", "elevador faculdade", "elevador do trabalho",
        "en playa", "en calle", "en trabajo", "en bus", "at work", "at the beach", "on the bus", "en la escuela", "in my old",
    ),
    "here": ("ao lado", "em frente"),
    "year": ("em 201*", "em 202*"),
    "well": (
        "ta perfeit*", "esta perfeit*", "ficou perfeit*", "ficou bom", "ficou boa", "ficou otim*", "ta funcionando", "esta funcionando",
        "ta tudo ok", "ta ok", "esta ok", "ficou ok", "ficou dez", "ficou zero", "ficou 100*", "ta tudo certo", "esta tudo certo",
        "tudo certinho", "tudo resolvido", "ta normal", "esta normal", "voltou normal", "ta tudo em paz", "ta tudo bem", "nunca mais deu",
        "sem problema nenhum", "nao deu mais problema", "nao houve mais",
    ),
    "doubt": (
        "nao sei se", "nao sei", "num sei se", "nem sei se", "sera que", "acho que", "acho q", "parece que", "parece ser", "pode ser",
        "deve ser", "deve ta", "deve estar", "ou e", "ou eh", "em duvida se", "i think", "not sure if", "creo que",
        "nao tenho certeza se", "nao cons* saber se", "nao sei dizer", "nao sei diferenciar", "suponho que", "imagino que", "suspeita de",
        "tem cara de", "nao sabe se", "nao sabemos se", "ninguem sabe se", "nao da pra saber se", "nao sabem se",
    ),
    "if": ("e se", "imagina se"),
    "in_case": (
        *_BELIEVED, "em caso", "que fazer em", "que se faz em", "no caso de", "what if", "in case", "na hipotese", "numa eventual",
        "num eventual", "vai que", "supondo que", "suponha que", "caso haja", "caso ocorra", "caso aconteca", "in the event", "en caso",
        "if there is", "antes que", "quando tiver", "quando houver", "quando acontecer",
    ),
    "hairline": ("fio cabelo", "fios cabelo", "linha fina"),
    "hole": ("abriu buraco", "abriu cratera", "abriu um buraco"),
    "heat": (
        "um calor que", "calor que", "mo calor", "que calor", "calor danado", "calor inferno", "calor infernal", "calor demais",
        "morrendo de calor", "de calor", "no verao",
    ),
    "drink": ("agua com gas", "agua gas"),
    "mended": (
        "ja fizeram", "ja refizeram", "ja taparam", "acab* com", "acabei com", "nao deu mais problema", "nao houve mais",
        "fez aterramento", "fizeram aterramento", "fez reparo", "fizeram reparo", "fez conserto", "fizeram conserto", "acabou depois",
        "parou depois", "sumiu depois", "passou depois", "cessou depois", "parou desde", "ficou tudo certo", "ficou tudo ok",
        "ficou tudo bem", "ficou tudo otimo", "ta tudo resolvido", "tudo resolvido", "ficou resolvido", "ficou otimo", "ficou otima",
        "ta tudo certo agora", "ficou perfeito", "ficou 100", "ficou dez", "tudo solucionado", "foi sanado", "ja era consert*",
        "nao teve mais", "nao deu mais", "nao voltou mais", "nao aconteceu mais", "nao apareceu mais",
    ),
    "false_alarm": _FALSE_ALARM,
    "told": (
        "vi no jornal", "vi jornal", "vi na tv", "na novela", "no filme", "num filme", "na televisao", "passou jornal", "passou tv",
        "vi na internet", "no noticiario", "antigo apartamento", "antigo ap", "minha infancia", "era crianca", "quando crianca",
        "em 195*", "em 196*", "em 197*", "em 198*", "em 199*", "em 200*", "em 201*", "li no jornal", "saiu no jornal", "na minha epoca",
        "quando era pequen*", "eu era pequen*", "eu era moleque", "antigo chuveiro", "meu apartamento antigo", "meu ap antigo",
        "minha casa antiga", "antiga casa", "ouvi dizer", "ouvi falar", "contaram que", "vi um video", "vi video", "sonhei com",
        "sonhei que", "tive pesadelo", "um pesadelo", "assisti um", "noticia de", "noticia sobre", "reportagem sobre", "li noticia",
        "vi noticia", "vi uma reportagem", "clausula de", "contrato fala", "contrato diz", "num video", "numa serie", "na serie",
        "o que diz", "diz contrato", "contrato sobre",
    ),
    "how": (
        "procedimento quando", "procedimento em", "procedimento para", "procedimento pra", "proceder em", "proceder quando",
        "protocolo pra", "protocolo para", "protocolo em", "como faco pra", "como faco para", "como faz pra", "como saber", "como sei",
        "como testar", "como testo", "como verificar", "como verifico", "historico de", "tem historico", "e comum ter", "e comum dar",
        "e comum acontecer", "costuma ter",
    ),
    "ever": (
        "alguma vez", "ja teve", "ja houve", "ja aconteceu", "antes de eu alugar", "antes de eu entrar", "antes de eu mudar",
        "antes de mudar", "antes da gente",
    ),
    "risk": (
        "perigoso dar", "risco de", "perigo de", "medo de", "medo que", "receio de", "chance de", "possibilidade de", "risk of",
        "danger of", "seguro cobre", "seguro cobriria", "seguro contra", "contrato cobre", "seguro pra", "curso de", "aula de",
        "proteger contra", "protecao contra", "me prevenir", "prevenir contra", "atendem caso", "atendem casos",
    ),
    "cooked": (
        "panela queimou", "queimou panela", "queimei panela", "queimei arroz", "queimei feijao", "queimei comida", "feijao queimou",
    ),
    "cooking": ("queima* lixo",),
    "insured": (
        "seguro residencial", "fazer seguro", "seguro cobre", "seguro cobriria", "cobertura seguro", "insured against",
        "e responsabilidade", "responsabilidade do", "responsabilidade de quem", "quem responde",
    ),
    "guarding": ("rua de baixo", "rua de cima", "rua do lado"),
    "not_gas": (
        "nao era gas", "nao foi gas", "mas nao era", "mas era lixo", "mas era esgoto", "mas era tinta", "mas era vizinh*",
    ),
    "no_thief": _NO_THIEF,
    "filled": (
        *(f"{fill} {what}" for fill in ("fech*", "tap*", "pass*", "tamp*", "cobr*") for what in ("massa", "com massa", "com gesso")),
        "foi lixad*", "ja lixou", "ja lixaram", "ja lixei", "ja emass*", "ja foi emass*", "ja rejunt*",
    ),
    "shallow": (
        *(f"{verb} {how}" for verb in ("e", "eh", "era", "so", "e so") for how in ("superficia*", "estetic*")),
        "so no reboco", "e so reboco", "e so no reboco", "nao e estrutural",
    ),
    "gone": ("ja passou", "ja sumiu", "nao sinto mais", "nao cheira mais"),
    "stopped": (
        "agora nao da mais", "nunca mais deu", "hoje nao da mais", "e parou", "parou de vez", "e nunca mais", "parou depois",
    ),
    "cleared": (
        *_FALSE_ALARM, "foi engano", "era engano", "me enganei", "me confundi", "me expressei mal", "falei errado",
        "nao era nada", "era teste", "foi teste", "era um teste", "foi um teste", "foi o teste", "era o teste", "teste brigada",
        "era simulado", "foi simulado", "so um teste", "era vapor", "era o vapor", "esse ano nao", "era brincadeira", "mas era so",
        "mas era apenas", "era so panela", "era so comida", "era so pipoca", "era so poeira",
    ),
    "deny": (
        "no hay", "no huele", "there is no", "is no", "no smell", "is not", "no es", "sem ter", "nada de", "nenhum sinal", "longe de",
        "aqui nunca", "no fire", "no smoke", "no leak", "no shock", "no flood", "no sparks", "nao sai", "nao ta saindo", "nao solta",
        "nao quer sair", "parou dar", "parou sair", "parou vazar", "parou soltar", "parou jorrar", "parou cheirar", "parou fazer",
        "no me robaron", "no robaron", "no entraron", "no me dio", *_NOT_REACHED, "no gas smell", "no gas leak", "no gas odor",
    ),
    "still": (
        "de novo", "outra vez", "mesmo assim", "mas ta abrindo", "mas esta abrindo", "nao adiantou", "nao resolveu", "e nada",
        "mas agora ta", "e agora ta", "e hoje", "mas hoje", "nao passa", "nao para", "nao some", "nao sumiu", "nao passou", "nao parou",
    ),
    "persists": (  # a "não" that denies nothing
        "nao para", "num para", "nao passa", "nao some", "nao sai cheiro", "nao aguent*", "nao suport*", "nao e normal", "nao e possivel",
        "nao so", "nao e so", "nao e primeira", "nao e unica", "nao e brincadeira", "nem sempre", "nao cons*", "nunca vi tant*",
        "nunca vi tao", "nunca senti tant*", "sem parar", "nao apenas", "nao apaga", "nao acaba", "nao sumiu", "nao passou", "nao parou",
        "nao apagou", "nao desliga", "nao deixa", "nao tem condic*", "nao e nada",
    ),
    "far": (
        "outra cidade", "outro bairro", "outro estado", "outro pais", "bairro vizinho", "cidade vizinha", "minha cidade natal",
        "la no interior",
    ),
}  # fmt: skip

# what may stand between a "não" and what it denies
BRIDGES = (
    "e eh era foi foram fui fomos esta estou estao estamos ta to tou tao tem tinha ha houve teve tive sinto senti sentindo sente "
    "sentimos existe parece seja ser se trata do um qualquer caso vi vejo vimos ocorreu aconteceu acho que q me nos deu da dando dava "
    "dar levei levou levaram tomei tomou tomaram ainda mais nenhum nenhuma saiu saindo saia sai solta soltou soltando faz fez ficou "
    "ficamos ficar esse essa aquele aquela este mesmo com em sinal ja ou ter haver sentir acontecendo estava tava nem tendo any is nada "
    "havia smell hay huele olor apontou acusou detectou constatou registrou identificou mostrou indicou achou acharam encontrou "
    "encontraram encontrado encontrei encontro encontramos achei achamos percebi percebeu percebemos percebo notei notou notamos noto "
    "reparei apareceu aparece apareceram vendo ouvi ouviu ouviram ouvimos escutei identifiquei constatei sofri sofreu sofremos existiu "
    "existia"
)
