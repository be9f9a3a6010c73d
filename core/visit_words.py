"""Portuguese for visit times: the words, folded, with what each means; and how times are written back.

Every table reads "word → meaning". A phrase is written as its words with single spaces; the longest phrase wins.
"""

from typing import Literal

from core.hours import EVERY_DAY

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
    "reason",  # keeps somebody from being at home
    "vague",  # a person must read it
    "but",  # the contrary comes
    "also",  # what was just said goes on
    "to",  # may join two days to a range
    "and",
    "comma",
    "stop",
    "filler",  # says nothing about times
    "early",  # makes a point in time the beginning of a window ("chego às 18h")
]

DAY_WORDS = {  # 0 = Monday
    "segunda": 0, "segundas": 0, "seg": 0, "segunda feira": 0, "segundas feiras": 0, "seg feira": 0, "segnda": 0, "segund": 0,
    "2a": 0, "2a feira": 0, "2 feira": 0,
    "terca": 1, "tercas": 1, "ter": 1, "terca feira": 1, "tercas feiras": 1, "tersa": 1, "3a": 1, "3a feira": 1, "3 feira": 1,
    "quarta": 2, "quartas": 2, "qua": 2, "quarta feira": 2, "quartas feiras": 2, "4a": 2, "4a feira": 2, "4 feira": 2,
    "quinta": 3, "quintas": 3, "qui": 3, "quinta feira": 3, "quintas feiras": 3, "5a": 3, "5a feira": 3, "5 feira": 3,
    "sexta": 4, "sextas": 4, "sex": 4, "sexta feira": 4, "sextas feiras": 4, "6a": 4, "6a feira": 4, "6 feira": 4,
    "sabado": 5, "sabados": 5, "sab": 5, "sabdo": 5,
    "domingo": 6, "domingos": 6, "dom": 6, "domigo": 6,
}  # fmt: skip

WEEKDAYS = 0b0011111
WEEKEND = 0b1100000
DAY_GROUPS = {
    "fim de semana": WEEKEND, "fins de semana": WEEKEND, "final de semana": WEEKEND, "finais de semana": WEEKEND, "fds": WEEKEND,
    "findi": WEEKEND, "fim de semanas": WEEKEND,
    "dia util": WEEKDAYS, "dias uteis": WEEKDAYS, "dia de semana": WEEKDAYS, "dias de semana": WEEKDAYS, "durante a semana": WEEKDAYS,
    "dias da semana": WEEKDAYS, "meio de semana": WEEKDAYS, "na semana": WEEKDAYS,
    "todo dia": EVERY_DAY, "todos os dias": EVERY_DAY, "todo santo dia": EVERY_DAY, "diariamente": EVERY_DAY, "qualquer dia": EVERY_DAY,
    "toda semana": EVERY_DAY, "semana toda": EVERY_DAY, "semana inteira": EVERY_DAY,
}  # fmt: skip

# Minutes of the day
DAWN, MORNING, AFTERNOON, EVENING, LUNCH, OFFICE_HOURS = (0, 360), (360, 720), (720, 1080), (1080, 1440), (720, 840), (480, 1080)
WHOLE_DAY = (0, 1440)
PERIODS = {
    "madrugada": DAWN, "madrugadas": DAWN,
    "manha": MORNING, "manhas": MORNING, "matutino": MORNING, "manhã": MORNING, "manh": MORNING, "mnha": MORNING,
    "tarde": AFTERNOON, "tardes": AFTERNOON, "vespertino": AFTERNOON,
    "noite": EVENING, "noites": EVENING, "noturno": EVENING, "noitinha": EVENING,
    "almoco": LUNCH, "horario de almoco": LUNCH, "horario do almoco": LUNCH, "hora do almoco": LUNCH, "hora de almoco": LUNCH,
    "o dia todo": WHOLE_DAY, "o dia inteiro": WHOLE_DAY, "dia todo": WHOLE_DAY, "dia inteiro": WHOLE_DAY, "periodo integral": WHOLE_DAY,
    "todo o dia": WHOLE_DAY,
}  # fmt: skip
AFTER_LUNCH, BEFORE_LUNCH = (840, 1440), (0, 720)
OPEN_PERIODS = {  # windows that say from or until when
    "depois do almoco": AFTER_LUNCH, "apos o almoco": AFTER_LUNCH, "apos almoco": AFTER_LUNCH, "depois de almoco": AFTER_LUNCH,
    "antes do almoco": BEFORE_LUNCH, "ate o almoco": BEFORE_LUNCH, "ate a hora do almoco": BEFORE_LUNCH,
}  # fmt: skip
OFFICE = ("horario comercial", "hora comercial", "hr comercial", "expediente comercial", "comercial")

# Asked when nobody can be received: at no time.
PLAIN_NO = frozenset(
    (
        "nao",
        "n",
        "nenhum",
        "nenhuma",
        "nao tem",
        "nao ha",
        "nao tenho",
        "nada",
        "nenhum horario",
        "nenhum dia",
        "nao, nenhum",
        "nao, nenhuma",
    )
)

NUMBERS = {
    "uma": 1, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12,
    "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezessete": 17, "dezoito": 18, "dezenove": 19, "vinte": 20,
}  # fmt: skip
MONTHS = {
    "janeiro": 1, "jan": 1, "fevereiro": 2, "fev": 2, "marco": 3, "mar": 3, "abril": 4, "abr": 4, "maio": 5, "mai": 5, "junho": 6, "jun": 6,
    "julho": 7, "jul": 7, "agosto": 8, "ago": 8, "setembro": 9, "set": 9, "outubro": 10, "out": 10, "novembro": 11, "nov": 11,
    "dezembro": 12, "dez": 12,
}  # fmt: skip

# Words that speak of visits by themselves: a clause with one of them and a time is a restriction, whatever stands around it.
STRONG_MARKS: dict[Mark, tuple[str, ...]] = {
    "only": (
        "so posso", "so podem", "so pode", "so pode ser", "so podem vir", "so pode vir", "so da", "so da pra", "so da para", "so consigo",
        "so poderia", "so poderei", "so recebo", "so posso receber", "so consigo receber", "so estou", "so estou em casa", "so to em casa",
        "so fico em casa", "so tem gente", "so tem alguem", "so chego", "so chego em casa", "so estarei", "so estarei em casa",
        "so vou estar em casa",
        "posso so", "pode so", "podem so", "da so", "apenas posso", "somente posso", "posso apenas", "posso somente",
        "so tenho disponibilidade",
        "so estou disponivel", "so vou estar", "so tenho horario", "so atendo", "so da certo", "so serve",
    ),
    "not": (
        "nao posso", "nao podem", "nao pode", "nao pode ser", "nao pode vir", "nao podem vir", "nao da", "nao da pra", "nao da para",
        "nao da certo", "nao consigo", "nao poderei", "nao poderia", "nao recebo", "nao posso receber", "nao consigo receber", "nao estou",
        "nao estou em casa", "nao to em casa", "nao fico em casa", "nao estarei", "nao estarei em casa", "nao vou estar",
        "nao vou estar em casa",
        "nao tem ninguem", "nao tem gente", "nao tem como", "ninguem em casa", "nao vou poder", "nao estamos em casa", "nao estaremos",
        "nao podemos", "nao venham", "nao vem", "nao venha", "nao quero", "impossivel", "indisponivel", "nao estou disponivel", "nao to",
        "nao vai dar", "nao rola", "nunca posso", "nao tenho disponibilidade", "nao atendo", "nao ha ninguem", "nao posso na",
        "so nao posso",
        "so nao da", "so nao pode", "so nao podem", "so nao consigo", "so nao estou", "so nao venham", "nao me atende", "nao serve",
    ),
    "yes": (
        "posso", "podem vir", "pode vir", "podem", "posso receber", "consigo receber", "estou em casa", "to em casa", "tem gente",
        "tem alguem",
        "fico em casa", "estarei em casa", "disponivel", "estou disponivel", "tenho disponibilidade", "da certo", "vou estar em casa",
        "pode passar",
        "estamos em casa", "consigo", "recebo",
    ),
    "any": (
        "qualquer horario", "qualquer hora", "a qualquer hora", "a qualquer horario", "em qualquer horario", "qualquer dia e horario",
        "qualquer dia e hora", "qualquer dia e qualquer horario", "qualquer dia ou horario", "sem restricao de horario",
        "sem restricoes de horario",
        "nenhuma restricao de horario", "qualquer horario e dia", "quando quiser", "quando quiserem", "quando puder", "quando puderem",
        "horario livre", "qlqr horario", "qlq horario", "qualquer hr",
    ),
    "like": (
        "prefiro", "preferia", "preferiria", "de preferencia", "preferencialmente", "preferencia", "pode ser", "poderia ser", "se possivel",
        "se der", "melhor", "seria melhor", "seria bom", "gostaria", "queria", "ideal", "o ideal", "o ideal seria", "preferimos",
        "podia ser",
    ),
}  # fmt: skip
# Words that limit a time only where nothing else is said.
WEAK_MARKS: dict[Mark, tuple[str, ...]] = {
    "only": ("so", "apenas", "somente", "unicamente", "exclusivamente", "so mesmo"),
    "not": ("nao", "n", "nunca", "jamais", "nem", "so nao", "menos nao", "nenhum", "nao e possivel", "sem condicoes", "ninguem", "non"),
    "except": (
        "menos", "exceto", "tirando", "fora", "salvo", "com excecao", "sem ser", "a nao ser", "excluindo", "com excessao", "exceto no",
        "ecxeto",
    ),
    "yes": (
        "sim", "pode", "da sim", "da pra", "da para", "ok", "tudo bem", "beleza", "livre", "liberado", "tranquilo", "estou", "to", "livres",
    ),
    "free": (
        "nao tem problema", "nao ha problema", "sem problema", "sem problemas", "nao tenho problema", "nao me importo", "nao tem problemas",
        "nao vejo problema", "nao atrapalha", "nao e problema", "nao tem porque nao",
    ),
    "any": (
        "sem restricao", "sem restricoes", "nenhuma restricao", "nao tenho restricao", "nao tenho restricoes", "nao tem restricao",
        "nenhuma",
        "tanto faz", "nao ha restricao", "nao ha restricoes", "nao ha", "nao tenho nenhuma", "nenhum horario restrito", "sempre",
        "todos podem", "quando quiser", "quando quiserem", "quando puder", "quando puderem",
        "nao tenho nenhuma restricao", "nao tem", "tudo livre", "livre sempre", "sempre livre", "pode sempre", "posso sempre",
        "estou sempre em casa",
        "sempre em casa", "sempre estou em casa", "qualquer", "qualquer um", "qualquer uma", "quaisquer horarios", "qualquer horario serve",
        "o que for melhor", "voces que sabem", "nao existe", "zero restricao", "sem impedimento", "nenhum impedimento", "pode ser qualquer",
        "pode ser qualquer horario", "pode ser a qualquer hora", "pode ser qualquer dia", "indiferente",
    ),
    "rest": (
        "resto", "no resto", "o resto", "restante", "no restante", "outros horarios", "nos outros horarios", "demais horarios",
        "nos demais horarios",
        "outros dias", "nos outros dias", "nos demais dias", "demais dias", "nos demais", "nos outros", "outro horario", "fora disso",
        "fora isso",
        "todo o resto", "todos os outros", "o restante",
    ),
    "fix": (
        "alias", "quer dizer", "ou melhor", "digo", "na verdade", "corrigindo", "perdao", "desculpa", "desculpe", "minto", "ops", "opa",
        "errei",
        "correcao", "me enganei", "nao desculpa", "nao desculpe", "nao perdao", "nao minto", "nao alias", "melhor dizendo",
        "pensando melhor",
    ),
    "reason": (
        "trabalho", "trabalhamos", "trabalhando", "estudo", "aula", "faculdade", "curso", "viajo", "viajando", "viagem", "compromisso",
        "consulta",
        "medico", "reuniao", "durmo", "ocupado", "ocupada", "tenho compromisso", "tenho consulta", "tenho medico", "tenho aula",
        "tenho reuniao",
        "viajarei", "vou viajar", "estou no trabalho", "estou trabalhando", "to trabalhando", "no trabalho", "tenho trabalho", "ausente",
        "estarei viajando", "vou estar viajando", "estudamos", "culto", "missa", "tenho curso", "tenho faculdade", "academia", "terapia",
    ),
    "vague": (
        "escala", "plantao", "plantoes", "plantonista", "turno", "turnos", "revezamento", "revezo", "alternado", "alternados", "alternadas",
        "alternada", "dia sim", "dia nao", "semana sim", "semana nao", "quinzena", "quinzenal", "quinzenalmente", "de quinze em quinze",
        "folga",
        "folgas", "depende", "varia", "variam", "variavel", "talvez", "as vezes", "feriado", "feriados", "vespera", "pares", "impares",
        "final da tarde", "fim da tarde", "fim de tarde", "final de tarde", "finalzinho da tarde", "comeco da tarde", "inicio da tarde",
        "meio da tarde",
        "comeco da manha", "inicio da manha", "fim da manha", "final da manha", "meio da manha", "tardinha", "cedo", "tarde da noite",
        "home office",
        "trabalho de casa", "lua", "por volta", "la pelas", "la pras", "mais ou menos", "aproximadamente", "umas", "pode ser que",
        "acho que",
        "primeira semana", "segunda semana", "ultima semana", "duas semanas", "cada", "quinzenais", "um dia sim", "outro nao", "outro sim",
        "todos os horarios", "todos", "todas", "nem sempre", "quase sempre", "geralmente", "normalmente", "de vez em quando", "quando",
    ),
    "but": ("mas", "porem", "so que", "entretanto", "contudo", "todavia", "ja"),
    "also": ("tambem", "tb", "tbm"),
    "early": ("chego", "chego em casa", "chegamos", "estou de volta", "estou em casa as", "chego so"),
    "and": ("e", "ou", "mais"),
    "to": ("a", "ate", "as", "ao"),
    "comma": ("porque", "pq", "pois", "ja que", "por causa", "entao", "por isso", "devido", "assim"),
    "filler": (
        "de", "da parte", "na parte", "da", "do", "no", "na", "nos", "nas", "pela", "pelo", "pelas", "o", "os", "um", "uma", "em", "para",
        "pra",
        "pro", "periodo", "periodos", "no periodo", "horario", "horarios", "hora", "horas", "turma", "dia", "dias", "toda", "todas as",
        "todo",
        "todos os", "tem que ser", "por favor", "pf", "pfv", "obrigado", "obrigada", "obg", "receber", "vir", "visita", "visitas",
        "a visita",
        "atendimento", "tecnico", "o tecnico", "prestador", "eu", "nos dias", "aos", "ao", "durante", "mesmo", "casa", "em casa", "ser",
        "que",
        "estar", "estou em", "aqui", "ate la", "la", "gente", "alguem", "ninguem em", "pessoal", "vcs", "voces", "com", "por", "tenho",
        "temos",
        "restricao", "restricoes", "restricao de horario", "somos", "livre para", "marcar", "agendar", "e", "la em casa", "meu", "minha",
        "oi", "ola",
        "bom dia", "boa tarde", "boa noite", "dar", "das", "dos", "pessoa", "tiver", "apartamento", "no apartamento", "ap", "moro",
        "por enquanto",
        "certo", "ta", "ne", "viu", "moca", "moco", "apos", "visitar", "parte", "eh", "feira", "vem", "agenda", "disponibilidade", "esta",
    ),
}  # fmt: skip

# How times are written back
SHORT_DAYS = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")
EVERY_DAY_WORDS = "todo dia"
ANY_TIME = "qualquer horário"
NO_TIME = "nenhum horário"
ALL_TIMES = "todos os horários"
IN_THE_REST = "no resto"
AT_OTHER_TIMES = "nos outros horários"
