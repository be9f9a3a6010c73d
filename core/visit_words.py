"""Portuguese for times: days, parts of the day, numbers and months, folded, with what each means; and how times are written back.

Every table reads "word → meaning". A phrase is written as its words with single spaces; the longest phrase wins.
"""

from core.hours import EVERY_DAY

DAY_WORDS = {  # 0 = Monday
    "segunda": 0, "segundas": 0, "seg": 0, "segunda feira": 0, "segundas feiras": 0, "segunda feiras": 0, "segundona": 0,
    "2a": 0, "2as": 0, "2a feira": 0, "2 feira": 0,
    "terca": 1, "tercas": 1, "ter": 1, "terca feira": 1, "tercas feiras": 1, "terca feiras": 1, "3a": 1, "3as": 1, "3a feira": 1,
    "3 feira": 1,
    "quarta": 2, "quartas": 2, "qua": 2, "quarta feira": 2, "quartas feiras": 2, "quarta feiras": 2, "4a": 2, "4as": 2, "4a feira": 2,
    "4 feira": 2,
    "quinta": 3, "quintas": 3, "qui": 3, "quinta feira": 3, "quintas feiras": 3, "quinta feiras": 3, "5a": 3, "5as": 3, "5a feira": 3,
    "5 feira": 3,
    "sexta": 4, "sextas": 4, "sex": 4, "sexta feira": 4, "sextas feiras": 4, "sexta feiras": 4, "sextou": 4, "sextona": 4,
    "6a": 4, "6as": 4, "6a feira": 4, "6 feira": 4,
    "sabado": 5, "sabados": 5, "sab": 5, "sabadao": 5,
    "domingo": 6, "domingos": 6, "dom": 6, "domingao": 6,
}  # fmt: skip

WEEKDAYS = 0b0011111
WEEKEND = 0b1100000
DAY_GROUPS = {
    "fim de semana": WEEKEND, "fins de semana": WEEKEND, "final de semana": WEEKEND, "finais de semana": WEEKEND, "fds": WEEKEND,
    "findi": WEEKEND, "finde": WEEKEND, "fim de semanas": WEEKEND, "fim da semana": WEEKEND, "final da semana": WEEKEND,
    "finalzinho de semana": WEEKEND, "dia util": WEEKDAYS, "dias uteis": WEEKDAYS, "dia de semana": WEEKDAYS, "dias de semana": WEEKDAYS,
    "durante a semana": WEEKDAYS, "dias da semana": WEEKDAYS, "todo dia util": WEEKDAYS, "todos os dias uteis": WEEKDAYS,
    "dias normais": WEEKDAYS, "dia da semana": WEEKDAYS, "meio de semana": WEEKDAYS, "meio da semana": WEEKDAYS, "na semana": WEEKDAYS,
    "no decorrer da semana": WEEKDAYS, "no meio da semana": WEEKDAYS, "durante semana": WEEKDAYS, "todo dia": EVERY_DAY,
    "tudo dia": EVERY_DAY, "tudo que e dia": EVERY_DAY, "todos os dias": EVERY_DAY, "todo santo dia": EVERY_DAY, "diariamente": EVERY_DAY,
    "semana toda": EVERY_DAY, "semana inteira": EVERY_DAY, "todos dias": EVERY_DAY, "dia nenhum": EVERY_DAY,
    "de segunda a segunda": EVERY_DAY, "de domingo a domingo": EVERY_DAY, "nenhum dia": EVERY_DAY,
}  # fmt: skip
ANY_DAY = (  # "todo dia" alone says neither when nor when not, "qualquer dia" says that all is well
    "qualquer dia", "qualquer dia da semana", "qualquer um dos dias", "qualquer dia util ou fim de semana", "em qualquer dia",
    "quaisquer dias",
)  # fmt: skip

# Minutes of the day
DAWN, MORNING, AFTERNOON, EVENING, LUNCH, OFFICE_HOURS = (0, 360), (360, 720), (720, 1080), (1080, 1440), (720, 840), (480, 1080)
WHOLE_DAY = (0, 1440)
PERIODS = {
    "madrugada": DAWN, "madrugadas": DAWN,
    "manha": MORNING, "manhas": MORNING, "matutino": MORNING, "manhazinha": MORNING, "parte da manha": MORNING, "matina": MORNING,
    "de manha cedo": MORNING, "manha cedo": MORNING, "cedo da manha": MORNING, "a manha toda": MORNING, "manha toda": MORNING,
    "manha inteira": MORNING, "amanha de manha cedo": MORNING,
    "tarde": AFTERNOON, "tardes": AFTERNOON, "vespertino": AFTERNOON, "parte da tarde": AFTERNOON, "tarde toda": AFTERNOON,
    "tarde inteira": AFTERNOON,
    "noite": EVENING, "noites": EVENING, "noturno": EVENING, "noitinha": EVENING, "parte da noite": EVENING, "noite toda": EVENING,
    "noite inteira": EVENING,
    "turno da manha": MORNING, "turno da tarde": AFTERNOON, "turno da noite": EVENING, "turno matutino": MORNING,
    "turno vespertino": AFTERNOON, "turno noturno": EVENING,
    "qualquer manha": MORNING, "qualquer tarde": AFTERNOON, "qualquer noite": EVENING,
    "almoco": LUNCH, "horario de almoco": LUNCH, "horario do almoco": LUNCH, "hora do almoco": LUNCH, "hora de almoco": LUNCH,
    "hora do rango": LUNCH, "horario do rango": LUNCH,
    "o dia todo": WHOLE_DAY, "o dia inteiro": WHOLE_DAY, "dia todo": WHOLE_DAY, "dia inteiro": WHOLE_DAY, "periodo integral": WHOLE_DAY,
    "todo o dia": WHOLE_DAY, "dia todinho": WHOLE_DAY, "dia inteirinho": WHOLE_DAY, "o dia todinho": WHOLE_DAY,
    "o dia inteirinho": WHOLE_DAY,
    "hora nenhuma": WHOLE_DAY, "nenhum horario": WHOLE_DAY, "nenhuma hora": WHOLE_DAY, "horario nenhum": WHOLE_DAY,
    "em tempo integral": WHOLE_DAY, "de manha a noite": WHOLE_DAY,
    "da manha a noite": WHOLE_DAY, "de manha ate a noite": WHOLE_DAY, "da manha ate a noite": WHOLE_DAY, "de dia e de noite": WHOLE_DAY,
}  # fmt: skip
DAYTIME = (360, 1080)
PERIODS |= {"de dia": DAYTIME, "durante o dia": DAYTIME, "pelo dia": DAYTIME}
AFTER_LUNCH, BEFORE_LUNCH = (840, 1440), (0, 720)
OPEN_PERIODS = {  # windows that say from or until when
    "depois do almoco": AFTER_LUNCH, "apos o almoco": AFTER_LUNCH, "apos almoco": AFTER_LUNCH, "depois de almoco": AFTER_LUNCH,
    "depois da hora do almoco": AFTER_LUNCH, "depois do horario de almoco": AFTER_LUNCH, "apos o horario de almoco": AFTER_LUNCH,
    "depois de almocar": AFTER_LUNCH, "apos a hora do almoco": AFTER_LUNCH,
    "antes do almoco": BEFORE_LUNCH, "ate o almoco": BEFORE_LUNCH, "ate a hora do almoco": BEFORE_LUNCH, "antes de almocar": BEFORE_LUNCH,
    "ate antes do almoco": BEFORE_LUNCH, "antes da hora do almoco": BEFORE_LUNCH, "ate na hora do almoco": BEFORE_LUNCH,
}  # fmt: skip
OFFICE = (
    "horario comercial", "hora comercial", "expediente comercial", "comercial", "horarios comerciais", "horas comerciais",
    "periodo comercial", "horario de expediente", "horario de comercio", "horario do comercio",
)  # fmt: skip

NUMBERS = {
    "uma": 1, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11,
    "doze": 12,
    "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezessete": 17, "dezoito": 18, "dezenove": 19,
    "vinte": 20,
}  # fmt: skip
MONTHS = {
    "janeiro": 1, "jan": 1, "fevereiro": 2, "fev": 2, "marco": 3, "mar": 3, "abril": 4, "abr": 4, "maio": 5, "mai": 5, "junho": 6,
    "jun": 6,
    "julho": 7, "jul": 7, "agosto": 8, "ago": 8, "setembro": 9, "set": 9, "outubro": 10, "out": 10, "novembro": 11, "nov": 11,
    "dezembro": 12, "dez": 12,
}  # fmt: skip

# How times are written back
SHORT_DAYS = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")
FULL_DAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
EVERY_DAY_WORDS = "todo dia"
ANY_TIME = "qualquer horário"
NO_TIME = "nenhum horário"
ALL_TIMES = "todos os horários"
IN_THE_REST = "no resto"
AT_OTHER_TIMES = "nos outros horários"
