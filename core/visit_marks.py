"""Words that say what is with a time: can, cannot, only, except, any time; folded, with what each means.

Longer phrases are made of shorter ones, as people make them: "não" + "posso", "só" + "consigo". The longest phrase wins.
"""

from typing import Literal

from core.visit_any_time import ANY, ANY_WEAKLY, BAD, COPULAS, FREE, LIKE, joined

Mark = Literal[
    "only",  # what follows, and nothing else of what came before it
    "not",  # cannot
    "except",  # the contrary of what was just said
    "yes",  # can
    "free",  # nothing against it: a double negation
    "any",  # no restriction at all
    "like",  # a preference blocks nothing
    "rest",  # whatever was not named
    "fix",  # a correction: the last one wins
    "excuse",  # a correction, if times follow it; else politeness
    "reason",  # keeps somebody from being at home
    "because",  # what follows explains what was just said, up to the end of the clause
    "off",  # "folga": what is possible, if "só" or "o resto" says more; else vague
    "moment",  # "quando": after a word of time a person must read it, inside an explanation it says nothing
    "that",  # the same, but also a mere link
    "holiday",  # on a date a thing, else vague
    "isnt",  # "não é segunda, é terça": a correction; else not
    "duty",  # "plantão": on a date it is a reason, else it comes and goes
    "nor",  # "nem": not; after a double negation, and
    "whole",  # "toda": after a day the whole of it
    "leave",  # leaves home at a point in time …
    "ends",  # "fecho": at a point in time as coming back, in a window a reason
    "early",  # … and comes back; alone it makes a point in time the beginning of a window ("chego às 18h")
    "vague",  # a person must read it
    "but",  # the contrary comes
    "also",  # what was just said goes on
    "to",  # may join two days to a range
    "and",
    "or",
    "comma",
    "stop",
    "morning",  # "cedo": of the day beside it, if one is named
    "filler",  # says nothing about times
    "link",  # the same, and the unknown word after it is a thing
    "being",  # "estou": at home, or where its clause says
    "home",  # "em casa"
    "there",  # "nesse horário": the times before
    "before",  # "antes": beside a can or cannot the times before …
    "after",  # … or after those that were said
    "topic",  # a word that nobody knows after an article, a preposition or a reason
    "between",  # "entre segunda e quarta": a range
    "past",  # what its clause tells is over
    "week",  # "semana": its working days beside a word of its own ("semana só à noite")
    "staying",  # "fica": somebody is at home, if its clause says so
    "ja",  # "já": after a break the contrary comes
    "may",  # "pode ser": a preference, or the only time
    "if",  # a condition
    "doubt",  # the reading is asked
    "better",  # "melhor": a preference, or a correction of its own
]
# What the writer or a visitor can do, at a time that is named beside it. Strong: speaks of visits, whatever stands around it.
CAN = (
    "posso", "podemos", "podem", "consigo", "conseguimos", "recebo", "recebemos", "posso receber", "consigo receber", "podemos receber",
    "podem vir", "pode vir", "pode passar", "podem passar", "pode mandar", "podem mandar", "pode marcar", "podem marcar", "pode agendar",
    "podem agendar", "pode aparecer", "pode chegar", "pode entrar", "poderia", "poderei", "poderemos", "poderiam", "vou poder",
    "vamos poder", "vou conseguir", "estou em casa", "estamos em casa", "fico em casa", "ficamos em casa", "estarei em casa",
    "estaremos em casa", "vou estar em casa", "tem gente em casa", "tem alguem em casa", "tem alguem aqui", "tem gente aqui",
    "disponivel", "estou disponivel", "estarei disponivel", "fico disponivel", "tenho disponibilidade", "da certo", "estamos disponiveis",
    "disponiveis", "consigo abrir", "posso abrir", "estou disponivel para receber", "consigo atender", "posso atender", "estou livre",
    "estarei livre", "fico livre", "tenho livre", "estou de boa em casa", "to por aqui", "venham", "venha", "conseguiria", "conseguirei",
)  # fmt: skip
# The same, but said of many other things too.
CAN_WEAKLY = (
    "nao sai de casa", "nao saio mais de casa", "nao saio muito", "quase nao saio de casa", "mal saio de casa", "nao saio mais",
    "nao saio de casa", "nao saimos de casa", "quase nao saio", "manda", "mande", "mandem", "marca", "marque", "marquem",
    "agende", "agendem", "tem gente", "tem alguem", "pode", "da para", "da sim", "e possivel",
)  # fmt: skip
# Only after "não" or "só" these speak of visits.
CAN_IF_LIMITED = (
    "gostaria", "gostaria de", "gosto de", "queria", "curto", "gosto que", "quero que", "queria que",
    "da", "da para", "da para ser", "da para vir", "da para receber", "pode ser", "pode", "poderia ser", "e possivel", "e viavel",
    "seria possivel", "serve", "rola", "vai rolar", "vai dar", "daria", "tem como", "tem jeito", "estou", "estarei", "estamos", "estaremos",
    "vou estar", "vamos estar", "fico", "ficamos", "tem gente", "tem alguem", "quero", "queremos", "venham", "atendo", "atendemos",
    "tenho horario", "tenho tempo", "tenho como", "me atende", "me serve", "marque", "marquem", "agende", "agendem", "vai ter gente",
    "vai ter alguem", "vai ter como", "ha possibilidade", "ha como", "convem", "paro em casa", "paramos em casa", "para em casa", "passe",
    "apareca", "tenho disponivel", "me encontro",
    "me encontro em casa", "adianta vir", "vai dar certo", "vou ter como", "aparecam", "dou conta", "da conta", "da jeito", "da certo",
    "esta dando",
)  # fmt: skip
# What is done at a visit; after "não" and "só", and after "nenhuma visita".
VISITING = (
    "bata", "batam", "toque", "toquem", "chegue", "cheguem", "suba", "subam", "entrem", "compareca", "comparecam", "ocorra", "ocorram",
    "aconteca", "acontecam", "seja feita", "sejam feitas", "seja marcada", "seja agendada", "sejam marcadas", "sejam agendadas", "venha",
    "venham", "interfone", "interfonem", "visite", "visitem", "envie", "enviem", "programe", "programem", "realize", "realizem", "facam",
    "faca visita", "apareca", "aparecam", "passe", "passem", "procure", "procurem", "mandem ninguem", "mande ninguem", "incomode",
    "incomodem", "poderei", "haja visita", "haja visitas", "tenha visita",
)  # fmt: skip
# The same, but said of many other things too ("o elevador só funciona de manhã").
CAN_IF_LIMITED_WEAKLY = (
    *joined(("permite", "permitem", "autoriza", "libera", "aceita"), ("servico", "servicos", "obra", "obras", "entrada")),
    "e permitido", "e permitida", "sao permitidos", "e autorizado", "e liberado", "vir", "marca", "mande", "mandem", "manda", "abro",
    "recebe", "recebem", "aceito", "aceitamos", "aceita", "aceitam", "autoriza", "autorizam", "permite", "permitem", "deixa", "deixam",
    "libera", "liberam", "estara", "esta disponivel", "esta liberado", "estou podendo", "seja", "for", "esta",
    "bate", "batem", "toca", "tocam", "chega", "chegam", "sobe", "sobem", "entra", "entram", "vem", "passa", "vao", "tiver", "sirvo",
    "presta", "posso ser", "adianta", "compensa", "escuto", "ouco", "escutamos", "ouvimos", "escuta", "ouve",
)  # fmt: skip
# Where somebody is: at home if nothing else is said ("de manhã estou", but "estou de manhã na rua").
BEING = ("estou", "estamos", "estarei", "estaremos", "vou estar", "vamos estar", "fico", "ficamos", "ficarei", "vou ficar", "vamos ficar")
STAYING = ("fica", "ficam", "esta", "estao", "vai estar", "vao estar", "vai ficar", "estara", "costuma estar", "costuma ficar")
HOME = ("em casa", "la em casa", "aqui em casa", "no apartamento", "no ap", "no apto", "aqui", "por aqui", "na minha casa", "no imovel")
THERE = (
    *joined(("nesse", "neste", "esse", "este", "naquele", "desse"), ("horario", "dia", "periodo", "intervalo", "tempo", "meio tempo")),
    *joined(("nesses", "nestes", "esses", "estes", "naqueles"), ("horarios", "dias", "periodos", "intervalos", "dois", "tres",
    "dois dias")),
    "nela", "nele", "nelas", "neles", *joined(("nessa", "nesta", "essa", "esta", "naquela"), ("hora", "data", "faixa", "janela")),
    *joined(("nessas", "nestas", "essas", "estas", "naquelas"), ("horas", "datas", "faixas", "janelas", "duas")),
)  # fmt: skip
BEFORE = ("antes", "antes disso", "antes desse horario", "antes dessa hora", "mais cedo que isso")
AFTER = (
    "depois", "apos", "depois disso", "apos isso", "depois dai", "dai em diante", "a partir dai", "dali em diante", "depois desse horario",
    "dai para frente", "dai pra frente", "apos esse horario", "depois dessa hora",
)  # fmt: skip
PAST = (
    "ontem", "anteontem", "antes de ontem", "semana passada", "mes passado", "ano passado", "da outra vez", "da ultima vez", "outro dia",
    "na outra vez", "na ultima vez", "naquele dia", "aquele dia", "ia dizer", "ia falar", "ia escrever",
    *joined(("tinha", "havia", "tinhamos"), ("dito", "falado", "avisado", "informado", "combinado", "pedido", "marcado", "posto")),
    *joined(("antes", "antigamente"), ("podia", "dava", "conseguia", "era", "nao podia", "nao dava", "nao conseguia")),
    "onde escrevi", "onde falei",
)  # fmt: skip
MAY = ("pode ser", "poderia ser", "podia ser")
IF = ("se", "caso", "se for", "se fosse", "caso seja", "caso for", "se acaso")
DOUBT = (
    "em geral", "no geral", "provavelmente", "creio que", "acredito que", "na maioria das vezes", "na maior parte", "costumo",
    "costumamos", "quase todo dia",
    "dou um jeito", "damos um jeito", "da se um jeito", "dou meu jeito", "dou jeito", "se ajeita", "a gente se ajeita", "ajeito",
    "abro uma excecao", "abro excecao", "faco um esforco", "posso tentar", "vou tentar", "da para tentar", "a gente tenta", "tento",
    "consigo dar um jeito", "tento dar um jeito", "posso dar um jeito", "dar um jeito", "em ultimo caso", "em caso de urgencia",
    "em caso de emergencia", "na emergencia", "negociavel", "so um", "so uma", "so um dia", "so um horario", "so tem um", "so tenho um",
    "so tenho uma", "funciona", "funcionamos", "esta aberto", "esta aberta", "fica aberto", "fica aberta",
    "da para negociar", "a gente negocia", "a gente conversa", "mas posso ver", "da para conversar", "consigo ver",
)  # fmt: skip
_IS_GOOD = ("bom", "boa", "uma boa", "legal", "ideal", "adequado", "conveniente", "apropriado", "viavel", "bom negocio")
_SPOKEN = tuple(can[:-1] for can in (*CAN, *CAN_IF_LIMITED) if " " in can and can.endswith("r"))  # "num vai dá", "num vou podê"
CANNOT = (  # without a "não"; strong
    "impossivel", "indisponivel", "ninguem em casa", "sem ninguem em casa", "indisponiveis", "inviavel", "nao vai ter gente",
    "sem condicao", "fora de questao", "fora de cogitacao", "sem chance",
    "nem pensar", "nem que a vaca tussa", "nem morto", "nem morta", "nem a pau", "nem ferrando", "nem sonhando", "nem lascando",
    "nem por decreto", "nem por sonho", "nem amarrado", "nem se eu quisesse", "de jeito algum", "de jeito nenhum", "de jeito maneira",
    "de forma alguma", "de forma nenhuma", "de maneira alguma", "de modo algum",
    "de maneira nenhuma", "nao tem a menor condicao", "evite", "evitem", "evitar", "favor evitar", "impossibilitado", "impossibilitada",
     "fica vazio", "fica vazia", "esta vazio", "esta vazia", "esta fechado", "esta fechada", "fica fechado", "fica fechada",
     "fica sem ninguem", "estou fora", "estarei fora",
    "vou estar fora", "fico fora", "fico la", "ficamos la", "fico por la", "ficamos por la",
    "estamos fora", "estaremos fora", "ficamos fora", "ficarei fora", "estou ausente", "estarei ausente",
    "estou ocupado", "estou ocupada", "estarei ocupado", "estarei ocupada",
    "nao tem ninguem em casa", "ninguem podera", "ninguem pode", "ninguem consegue", "ninguem recebe", "ninguem abre", "ninguem atende",
    "nao vou", "nao irei", "barra", "proibe", "nao e permitido", "e proibido", "proibido", "e vedado", "vedado", "nao me procurem",
    "nao acordo", "nao acordamos", "nao levanto", "nao levantamos", "nao chego", "nao chegamos", "nao volto", "nao voltamos",
    "nao estou em casa", "nao largo", "nao termino", "nao saio do trabalho", "nao saio do servico", "nao retorno",
    "nao passem", "nao aparecam", "nao me liguem", "nao contem", "nao conte comigo", "nao contem comigo", "nao seria possivel",
    "nao sera possivel", "nao posso na", "me atrapalha", "atrapalha", "no posso", "nao quero ninguem", "nao quero visita",
)  # fmt: skip
_WHEN = ("dia", "dias", "horario", "horarios", "hora", "horas", "periodo", "periodos")
CANNOT_WEAKLY = (
    *joined(
        ("o problema", "problema", "meu problema", "meu unico problema", "o unico problema", "o porem", "o unico porem", "a unica coisa",
         "o que pega", "o que complica", "o que atrapalha", "o ruim", "o chato", "o que nao da", "a restricao", "minha restricao",
         "minha unica restricao", "a unica restricao"),
        ("e", "e so", "sao", "fica", "seria", "e apenas", "e somente", "e mais"),
    ),
    *joined(_WHEN, (*BAD, "ruins", "proibidos", "proibidas", "bloqueados", "bloqueadas", "que nao da", "que nao dao", "que nao posso")),
    "nao", "e que nao", "nunca", "jamais", "nenhum", "ninguem", "nada", "sem condicoes", "negativo", "ruim", "fica ruim", "e ruim",
    "complicado",
    "fica complicado", "e complicado", "dificil", "fica dificil", "e dificil", "pessimo", "horrivel", "osso", "e osso", "e foda", "foda",
    "tenso", "puxado", "fica puxado", "sem chances", "nada feito", "menos nao", "full", "restricao e",
    "restricao",
    "restricao de horario e", "o unico dia ruim e", "o unico horario ruim e", "nao va",
    "nem adianta", "nao rola", "o pior e", "ocupado", "ocupada", "ocupados", "ausente",
    *joined(("fora",), ("do estado", "da cidade", "do pais", "de casa", "do brasil", "daqui", "do municipio", "da capital", "do ar")),
    "bloqueado", "bloqueada",
    "nem venha", "nem venham", "estou enrolado", "estou enrolada", "estou cheio", "estou cheia", "dia cheio", "o dia cheio", "agenda cheia",
    "agenda lotada", "estou lotado", "estou lotada", "fechado", "fechada", "tem jeito nao", "da jeito nao", "tem condicao nao",
    "tem como nao",
)  # fmt: skip
NEGATIONS = ("nao", "num", "so num", "nunca", "jamais", "nem", "so nao", "nao e que", "tambem nao", "mais nao", "que nao", "e que nao")
_ONLY = ("so", "apenas", "somente")
ONLY = (
    "so", "apenas", "somente", "unicamente", "exclusivamente", "so mesmo", "so da", "tem que ser", "tem de ser", "precisa ser",
    "teria que ser", "so sendo", "desde que seja", "contanto que seja", "tem q ser", "so quando for",
    "preciso que seja", "necessario que seja", "o unico horario e", "o unico dia e",
    "unico dia e", "unico horario e", "o unico dia que posso e", "e o unico dia que posso", "e o unico horario que posso",
    "e o unico dia que da", "e o unico horario que da", "e o unico horario", "e o unico dia", "e o unico periodo", "e o unico momento",
    "e o unico jeito", "e a unica opcao",
    *(f"{only} {times} {free} sao".replace("  ", " ") for only in ("os unicos", "unicos", "meus unicos") for times in ("horarios", "dias")
      for free in ("", "livres", "que posso", "que consigo", "que da", "que tenho", "disponiveis", "possiveis")),
    *joined(("tem que", "precisa", "deve", "teria que"), ("acabar", "terminar", "sair", "ir embora", "estar pronto", "encerrar")),
    "desde que termine", "desde que acabe", "contanto que termine", "contanto que acabe", "e o unico dia que consigo", "e quando posso",
    "e quando consigo", "e quando da",
    "o unico horario que posso e", "unico horario que posso e", "unico dia que posso e", "o unico dia que da e",
    "o unico horario que da e", "unico dia que da e", "unico horario que da e", "o unico horario que consigo e",
    "o unico dia que consigo e", "o horario que posso e", "o dia que posso e", "meu horario e", "minha disponibilidade e",
    "disponibilidade", "minha disponibilidade", "meu unico horario e", "meu unico dia e", "meu unico horario livre e",
    "meu unico dia livre e", "minha unica folga e",
)  # fmt: skip
EXCEPT = (
    "todos menos", "todas menos", "tudo menos", "todos exceto", "todos fora", "menos", "exceto", "tirando", "fora", "salvo", "com excecao",
    "sem ser", "a nao ser", "excluindo", "com excessao", "ecxeto", "exceptuando", "excetuando", "excluido", "excluidos", "afora", "exclui",
    "exclua", "tire", "tirem", "a excecao", "excetuada", "excetuadas", "excetuado", "excetuados", "excetuando se", "ressalvada",
    "ressalvadas", "ressalvado", "ressalvados", "ressalvando", "excluindo se", "excluidas", "excluida", "com ressalva",
    "contanto que nao seja", "desde que nao seja", "se nao for", "nao sendo", "que nao seja", "que nao for", "que nao", "nao podendo ser",
    "desde que nao", "contanto que nao", "menos em", "so tirando", "contanto q nao seja", "sendo que nao seja", "que nao caia",
    "pode ser qualquer dia menos", "pulando", "pula", "descontando", "que nao sejam", "nao podendo", "com exceto", "ressalvo", "excetuo",
    "excluo",
)  # fmt: skip
STRONG_EXCEPT = ("so nao venham", "menos nao venham", "pode vir menos", "pode vir exceto")
_NO_VISIT = (
    "nenhuma visita", "nenhum tecnico", "nenhum prestador", "nenhum profissional", "nenhum funcionario", "visita nenhuma",
    "nenhum atendimento", "sem visita", "sem visitas", "nao quero que", "nao gostaria que", "nao queria que",
)  # fmt: skip
_NOBODY = joined(
    joined(
        ("nao", "num"), ("ha", "tem", "fica", "vai ter", "vai haver", "vai ficar", "tera", "havera", "estara", "tenho", "existe", "para")
    ),
    ("ninguem", "quem", "alguem", "gente"),
)
_AT_HOME = ("fica", "fica em casa", "esta em casa", "esta", "em casa", "para em casa")
_TO_RECEIVE = (
    "",
    "receba",
    "atenda",
    "abra",
    "possa receber",
    "possa atender",
    "possa abrir",
    "para receber",
    "para atender",
    "para abrir",
)
YES = (
    "esta de bom tamanho", "de bom tamanho", "servem", "sim", "ok", "tudo bem", "tudo bom", "tudo certo", "beleza", "livre", "livres",
    "liberado", "liberada", "liberados", "tranquilo", "tranquila", "tranquilos", "de boa", "na boa", "numa boa", "suave", "susse", "sussa",
    "show", "otimo", "perfeito", "perfeita", "esta bom", "esta otimo", "esta valendo", "esta tranquilo", "esta liberado", "esta livre",
    "esta ok", "e livre", "e tranquilo", "e tranquila", "e liberado", "fica livre", "fica bom", "fica otimo", "fica tranquilo",
    "esta de boa", "legal", "joia", "a vontade", "normal", "esta beleza", "esta certo", "serve", "rola", "sem estresse", "sem stress",
    "sem grilo", "combinado", "belezinha", "confirmado", "certinho", "tudo ok", "esta tudo bem", "esta tudo certo", "vale", "massa",
    "favoravel", "a disposicao", "estou a disposicao", "as ordens", "estou as ordens", "conveniente", "me e conveniente", "esta bao",
    "me atende", "me atendem", "para mim funciona", "funciona para mim", "esta joia", "da certo sim", "valendo", "tudo suave",
    "tudo tranquilo", "estou de bobeira", "estou a toa", "estou atoa", "estou de bubuia", "estou de boas", "de bobeira", "a toa", "atoa",
    "de bubuia", "melhor ainda", "e bom", "e otimo", "esta perfeito",
)  # fmt: skip

REST = (
    "semana livre", "semana ok", "semana tranquila", "semana de boa", "semana toda livre", "semana normal", "resto", "no resto",
    "o resto", "restante", "no restante", "outros horarios", "nos outros horarios", "demais horarios", "nos demais horarios",
    "outros dias", "nos outros dias", "nos demais dias", "demais dias", "nos demais", "nos outros", "outro horario", "fora disso",
    "fora isso", "todo o resto", "todos os outros", "o restante", "outro dia", "os outros", "os outros dias", "os demais", "outras",
    "as outras", "nas outras", "o resto todo", "resto da semana", "no resto da semana", "o resto da semana", "resto do dia",
    "o resto do dia", "no resto do dia", "no mais", "de resto", "todo resto", "fora esse", "fora esses", "fora essa",
    "fora essas", "tirando isso", "tirando esse", "tirando esses", "tirando essa", "exceto isso", "fora esse dia", "fora esses dias",
    "fora esse horario", "fora esses horarios", "tirando esse horario", "tirando esses horarios", "tirando esse dia",
    "tirando esses dias", "nas demais", "as demais", "outras horas", "em outros horarios", "em outros dias", "em outro horario",
    "em outro dia", "os outros horarios", "no outro horario", "restante da semana", "o restante da semana", "no restante da semana",
    "restante dos dias", "nas outras horas", "outros", "resto dos dias", "o resto dos dias", "nos dias restantes", "outros periodos",
    "nos outros periodos", "resto do mes", "o resto do mes", "no resto do mes",     "depois desse dia", "depois dessa data", "depois e",
    "nas outras datas", "outras datas", "qualquer outro dia",
    "qualquer outro horario", "qualquer outra hora", "todos os outros dias", "todos os outros horarios", "todos os demais",
    "qualquer outro", "fora desse horario", "fora desses horarios", "fora desse dia", "fora desses dias", "fora desse periodo",
    "todas as outras", "alem disso", "outro periodo", "nos outros dias da semana", "outros dias da semana", "os outros dias da semana",
    "demais dias da semana", "nos demais dias da semana", "os demais dias", "os demais horarios", "as outras horas", "outras tardes",
    "outras manhas",
)  # fmt: skip
FIX = (
    "alias", "quer dizer", "ou melhor", "digo", "na verdade", "corrigindo", "minto", "errei", "correcao", "me enganei", "melhor dizendo",
    "pensando melhor", "menti", "errado", "escrevi errado", "digitei errado", "nao minto", "nao alias", "ou seja", "isto e",
    "eu quis dizer", "quis dizer", "confundi", "me confundi", "na vdd", "retifico", "retificando", "corrijo", "corretor",
    "corretor maldito", "troquei", "falei errado", "mentira", "esquece", "esqueca", "esquecam", "esquece isso", "pensando bem",
    "mudei de ideia", "retiro o que disse", "deixa para la", "na realidade", "esquece o que eu disse", "esquece o que falei",
)  # fmt: skip
EXCUSES = (
    "perdao", "desculpa", "desculpe", "ops", "opa", "eita", "nao desculpa", "nao desculpe",
    "nao perdao", "pera", "perai", "espera", "espera ai", "pera ai", "calma", "oops", "opss", "vixe", "ih", "xi", "epa", "puts", "putz",
    "ah nao", "nao pera", "nao espera", "foi mal", "mal ai", "ixi", "ixe",
)  # fmt: skip
VAGUE = (
    "do mes", "por mes", "primeira", "ultima", "penultima", "vejo", "confirmo", "verifico", "escala", "turno", "turnos", "revezamento",
    "revezo", "alternado", "alternados", "alternadas", "alternada", "dia sim", "dia nao", "semana sim", "semana nao", "quinzena",
    "quinzenal", "quinzenalmente", "de quinze em quinze", "depende", "dependendo", "varia", "variam", "variavel", "talvez", "as vezes",
    "as vzs", "pares", "impares", "par", "impar", "semana par", "semana impar", "intercalado", "intercalados", "intercalo",
    "final da tarde", "fim da tarde", "fim de tarde", "final de tarde", "finalzinho da tarde", "finalzinho de tarde", "finzinho da tarde",
    "finzinho de tarde", "comeco da tarde", "inicio da tarde", "comecinho da tarde", "meio da tarde", "comeco da manha", "inicio da manha",
    "comecinho da manha", "fim da manha", "final da manha", "finalzinho da manha", "meio da manha", "comeco da noite", "inicio da noite",
    "fim da noite", "final da noite", "finalzinho da noite", "comeco da semana", "inicio da semana", "tardinha", "tarde da noite",
    "muito tarde", "bem tarde", "tarde demais", "muito cedo", "mais cedo", "mais tarde", "fim do dia", "final do dia", "comeco do dia",
    "inicio do dia",
    "finalzinho do dia", "lua", "so com", "so mediante", "so na presenca", "so acompanhado", "so acompanhada", "por volta", "la pelas",
    "la pras", "la para as", "mais ou menos", "aproximadamente", "umas",
    "pode ser que", "acho que", "primeira semana", "segunda semana", "terceira semana", "ultima semana", "duas semanas", "cada",
    "quinzenais", "um dia sim", "outro nao", "outro sim", "todos", "todas", "nem sempre", "quase sempre", "quase", "geralmente",
    "normalmente", "de vez em quando", "raramente", "alguns", "algumas", "alguma", "algum", "ainda nao sei", "nao sei", "sei la",
    "nao tenho certeza", "nao sei dizer", "sem previsao", "imprevisivel", "incerto", "veio", "vieram", "marcou", "marcaram", "faltou",
    "faltaram", "apareceu", "apareceram", "agendaram", "prometeram", "combinaram", "muda", "mudam", "mudando", "muda muito", "rodizio",
    "embarcado", "embarcada", "offshore", "sobreaviso", "tem dia que", "tem dias que", "tem vez que", "tem vezes que", "certos dias",
    "uns dias", "outra semana", "por semana", "um dia", "a menos que", "a nao ser que", "salvo se", "exceto se",
    "menos se", "tirando se", "vez ou outra", "vira e mexe", "primeira segunda", "ultimo sabado", "primeiro sabado", "primeira quinzena",
    "segunda quinzena", "semana e outra", "uma semana", "na outra", "dia trabalho", "nao lembro", "preciso ver", "preciso confirmar",
    "vou ver", "vou confirmar", "tenho que ver", "vou verificar", "vou checar", "te aviso", "aviso depois", "te falo", "te digo",
    "depois te", "liga para mim", "me liga", "combinar", "a combinar", "combina comigo", "combinamos", "a definir", "em aberto",
    "sem horario fixo", "sem horario certo", "nao tenho horario", "nao tenho horario certo", "nao tenho horario fixo", "nao tenho hora",
    "nao tenho hora certa", "nao tenho rotina", "dia de jogo", "dias de jogo", "chuva", "chover", "quando chove", "se chover",
    "de tempos em tempos", "ocasionalmente", "eventualmente", "frequentemente", "as segundas sim", "por agora", "mais pro fim",
    "mais para o fim", "mais para o final", "mais pro final", "la pelo", "meio que", "tipo umas", "por ai", "ou coisa assim", "algo assim",
    "a cada", "de 15 em 15", "escalas", "hora certa", "duas vezes", "uma vez", "3 vezes por semana", "vezes por semana",
)  # fmt: skip
# Vague, but not in an explanation ("que é quando durmo").
MOMENTS = ("quando", "depois que", "assim que", "antes que", "enquanto")
DAYS_OFF = ("folga", "folgas", "folgo", "folgar", "folguista", "nas folgas", "minha folga e", "minhas folgas sao", "meu dia de folga e")
BECAUSE = (
    "porque", "pois", "ja que", "por causa", "devido", "visto que", "uma vez que", "por conta", "em razao", "em funcao", "por motivo",
    "e porque", "porque e", "pois e", "motivo", "por ser", "tendo em vista", "haja vista", "em virtude", "dado que",
)  # fmt: skip
THAT = (
    "que", "que e", "que e quando", "que e a hora que", "e a hora que", "e o horario que", "e a hora em que", "que e o horario que",
    "e quando", "e bem quando", "e justo quando", "que e bem quando", "que e justo quando", "que e o dia que", "e o dia que",
)  # fmt: skip


STRONG_MARKS: dict[Mark, tuple[str, ...]] = {
    "not": (
        *joined(NEGATIONS, (*_SPOKEN, *CAN, *CAN_IF_LIMITED, *VISITING)), *_NO_VISIT, *joined((*_NO_VISIT, "ninguem"),
        (*VISITING, *_AT_HOME)),
        *joined(tuple(_NOBODY), _TO_RECEIVE), *CANNOT,
    ),
    "only": (*joined(_ONLY, (*CAN, *CAN_IF_LIMITED, *VISITING)), *joined((*CAN, "pode", "da"), _ONLY)),
    "yes": CAN, "any": ANY, "except": STRONG_EXCEPT, "like": LIKE, "better": ("melhor",), "free": tuple(joined(("nao",),
    joined(COPULAS, BAD))),
}  # fmt: skip
# Words that limit a time only where nothing else is said.
WEAK_MARKS: dict[Mark, tuple[str, ...]] = {
    "only": (*ONLY, *joined(_ONLY, CAN_IF_LIMITED_WEAKLY)),
    "not": (
        *CANNOT_WEAKLY, "so nao", *joined(NEGATIONS, CAN_IF_LIMITED_WEAKLY), *joined(COPULAS, BAD),
        *joined(("nao",), joined(COPULAS, _IS_GOOD)),
    ),
    "except": EXCEPT, "yes": (*CAN_WEAKLY, *YES),
    "free": (*FREE, *joined(FREE, ("nenhum", "nenhuma", "algum", "alguma", "nao", "em nada", "nada"))),
    "any": ANY_WEAKLY, "rest": REST, "past": PAST, "between": ("entre",),
    "fix": FIX, "excuse": EXCUSES, "being": BEING, "home": HOME, "there": THERE, "before": BEFORE, "after": AFTER, "if": IF, "doubt": DOUBT,
    "morning": ("cedo", "cedinho", "logo cedo", "bem cedo", "bem cedinho", "logo cedinho", "na parte da manha cedo"),
    "vague": VAGUE,
    "but": ("mas", "porem", "so que", "entretanto", "contudo", "todavia", "no entanto"), "ja": ("ja",), "week": ("semana",),
    "staying": STAYING, "may": MAY, "also": ("tambem",),
    "and": ("e", "mais"), "or": ("ou",), "to": ("a", "ate", "as", "ao"),
    "comma": ("entao", "por isso", "assim", "dai", "ai", "logo", "portanto", "tipo", "tipo assim"), "because": BECAUSE, "that": THAT,
    "moment": MOMENTS, "off": DAYS_OFF, "duty": ("plantao", "plantoes", "plantonista"), "holiday": ("feriado", "feriados"),
    "nor": ("nem", "muito menos", "menos ainda", "tampouco"),
    "isnt": ("nao e", "nao era", "nao foi"), "whole": ("inteira", "inteiro", "inteirinha", "inteirinho", "toda", "todo"),
}  # fmt: skip

# Asked when nobody can be received: at no time.
PLAIN_NO = frozenset((
    "nao", "n", "nao tenha nenhum", "nao tenha nenhuma", "nao tenha", "nao lembro de nenhum", "nao lembro de nenhuma",
    "nao me lembro de nenhum", "nenhum", "nenhuma", "nao tem", "nao ha", "nao tenho", "nada", "nenhum horario", "nenhum dia", "nao, nenhum",
    "nao, nenhuma",
    "nao nenhum", "nao tenho nao", "nao tem nao", "tem nao", "tenho nao", "nop", "nops", "nope", "nn", "negativo", "nenhuma restricao",
    "zero", "nada nao", "nadinha", "nenhum deles", "nenhum nao",
    "nenhuma nao", "nao senhor", "nao senhora", "nao moca", "nao moco", "nao, senhora", "nao, senhor", "nao obrigado", "nao obrigada",
    "nao, obrigado", "nao, obrigada", "em nenhum", "a nenhuma", "em nenhum horario", "em nenhuma hora", "nenhuma hora", "nao existe",
    "nada a opor", "nada a declarar", "nada que impeca", "tem nenhum nao", "tem nenhuma nao", "tenho nenhum nao", "nao nao", "nada mesmo",
    "sem", "nunca", "naum", "nem um", "nehum", "nenum",
))  # fmt: skip
