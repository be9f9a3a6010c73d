"""Words around a name by which somebody says who they are: "aqui é", "me chamo", "att,", "inquilina do apartamento"."""

import re
from typing import NamedTuple

from core.given_names import TITLES
from core.glance import hints
from core.words import BLANK

ROLES = {  # beginnings of the words that say what somebody is to the home
    "inquilin": "tenant", "locatari": "tenant", "proprietari": "landlord", "locador": "landlord", "porteir": "neighbour",
    "vizinh": "neighbour", "zelador": "neighbour", "sindic": "neighbour", "caseir": "neighbour",
    "portaria": "neighbour",
}  # fmt: skip
RELATIVE = (
    r"(?:espos[oa]|marido|mulher|filh[oa]|mae|pai|irmao?|sogr[oa]|genro|nora|net[oa]|sobrinh[oa]|namorad[oa]|noiv[oa]|companheir[oa]|"
    r"amig[oa]|cunhad[oa]|prim[oa]|ti[oa]|avo|fiadora?|corretora?|advogad[oa]|procuradora?)"
)
ROLE_WORD = r"(?:inquilin|locatari|proprietari|locador|porteir|vizinh|zelador|sindic|caseir)[oa]?\b"
PLACE = r"(?:imovel|apartamento|apto|ap|casa|predio|(?:condominio|edificio)(?! [a-z]))"
ROLE = rf"{ROLE_WORD}(?: d[oa] {PLACE}\b(?! ?\d))?(?: [dn][aeo](?= ?\x00))?"
ROLE_BEHIND = re.compile(  # ", inquilina do apartamento", ", esposa do Rodrigo", " (síndica)"
    rf",? (?:e )?(?:eu )?(?:sou )?(?:[oa] )?(?P<role>{ROLE}|{RELATIVE} d(?:[oae]|el[ea])\b(?: (?:dona|seu|sra?))?(?: [a-z]+)?)"
    rf"| ?\((?P<bracketed>{ROLE})\)|,? d[ao] (?P<desk>portaria|zeladoria)\b"
)
POST = r"(?:diretora?|gerente|secretari[oa]|morador|moradora|dono|dona|titular|responsavel|cliente|administradora?|soci[oa]|recepcionista)"
TITLE = rf"(?:(?:{'|'.join(TITLES)})\.? )?"
BEFORE_NAME = re.compile(  # "o ", "a locatária ", "a zeladora do prédio, ", "a dona ", "a filha dele, "
    rf"(?P<the>[oa] )?(?:nov[oa] |atual )?(?:(?P<role>{ROLE_WORD}(?: (?:aqui )?d[oa] {PLACE}\b)?),? |{POST},? |"
    rf"(?P<relative>{RELATIVE} (?:del[ea]|d[oae] (?:dona |seu |senhora? )?[a-z]+)), )?{TITLE}"
)


class Label(NamedTuple):
    """Words that lead to a name: `word` finds them quickly, `pattern` reads them from there up to the name."""

    word: str
    pattern: re.Pattern[str]
    sure: bool = False  # whatever stands behind is a name; else only what looks like one
    begins: bool = False  # only where a clause begins


IS = r"(?:eh?|seria)"
WHO = r"(?:fala|escreve|avisa|manda mensagem|(?:es)?ta falando|(?:es)?ta escrevendo)"
LABELS = (
    Label("meu nome", re.compile(rf"meu nome(?: completo| todo| inteiro)?(?: e sobrenome)? ?(?:{IS} |[:=-] ?)"), sure=True),
    Label("nome", re.compile(r"nome(?: completo| e sobrenome)? ?[:=] ?"), sure=True),  # "nome: Ana Lima"
    Label("me cham", re.compile(r"me cham(?:o |am (?:de )?|(?:ar?|em?) (?:de|por) )"), sure=True),
    Label("chamo-me", re.compile(r"chamo-me "), sure=True),
    Label("chamar de", re.compile(r"chamar de "), sure=True),
    Label("meu nome", re.compile(r"meu nome(?: completo)? ?\??,? ")),  # "meu nome Natália Pontes", "Meu nome? Natália"
    Label("nome", re.compile(rf"nome(?: completo)?\?? (?:{IS} )?"), begins=True),
    Label("o nome", re.compile(rf"o nome (?:{IS} )?"), begins=True),
    Label("solicitante", re.compile(r"solicitante ?[:=-] ?"), begins=True),
    Label("sou", re.compile(r"sou(?: eu(?: mesm[oa])?,?)? ")),
    *(Label(here, re.compile(rf"{here}(?: quem {WHO})?,? eh? |{here} fala ")) for here in ("aqui", "aki")),
    Label("primeiro nome", re.compile(rf"primeiro nome ?(?:{IS} |[:=-] ?)?"), sure=True),
    Label("chamo", re.compile(r"chamo (?![oa] )")),  # "eu chamo Pierre Lacombe"
    Label("quem", re.compile(rf"quem {WHO}(?: aqui)? eh? ")),
    Label("fala", re.compile(r"fala(?:ndo)? (?=[oa] )"), begins=True),  # "fala o Zé"
)
IT_IS = tuple(Label(f"{it_is} ", re.compile("eh? "), begins=True) for it_is in ("e o", "e a", "eh o", "eh a"))  # "é a Carla do 302"
HERE = tuple(Label(here, re.compile(rf"{here},? (?:[oa] )?"), begins=True) for here in ("aqui", "aki"))  # "aqui Ana Lima": known names
WITH_LABEL = re.compile(r"(?:\b(?:o|eu|e|pode|podem|me|oi|ola) )+$")
DENIED = re.compile(r"\b(?:nao|nem|quem|se|que|voce|vc) (?:eu )?$")
BEGINS = re.compile(r"(?:^|[,.;:!?\n\x00])[ )]{0,3}$")
ENDS = re.compile(r"[ .!:–—-]*(?:$|[,;.!\n)(\x00]| [–-] )")
MARKS = re.compile(r"[,.;:!?\n\x00()|/]| [–-] ")
ASKS = re.compile(r" ?\?| (?:que|quem)\b(?! (?:sou|fala|ta|esta)\b)")  # "é a Marina?", "é a Marina que cuida disso"
BEHIND_NAME = ("aqui", "falando", "quem fala", "que sou eu", "que fala", "que ta falando", "na linha")  # "Marcos Lima aqui"
IS_THE_NAME = (
    "o nome",
    "o meu nome",
    "e o nome",
    "e o meu nome",
    "e meu nome",
    "eh meu nome",
    "meu nome",
    "e como me chamo",
)  # "Marcos é meu nome"
OPENS = re.compile(r"[\s\x00]*")
SIDE = r"(?P<role>(?:inquilin|locatari|proprietari)[oa]|locadora?)\b"
SIDE_BEHIND = re.compile(  # "Ana Lima (inquilina)", "Zé, porteiro"; not "Zé, porteiro eletrônico quebrado"
    rf"(?:,? ?[(–-] ?|, )(?:sou )?(?:{SIDE}|(?P<post>(?:porteir|sindic|caseir)[oa]|zeladora?)\b"
    r"(?=\s*(?:$|[,.;)!\n\x00]| [–-]| d[oa] (?:predio|condominio|edificio|ed|bloco|residencial)\b)))"
)
SIDE_BEFORE = re.compile(rf"(?:^|[,.;!\n\x00]\s*){SIDE} ?:? ?$")  # "Locatária: Helena Dutra, CPF …"
SIDE_LEADS = re.compile(rf"{SIDE} ")
HOME_BEHIND = re.compile(r"(?:,| [–-]|\n)\s*(?:\x00|(?:d[oa] )?(?:ap|apto|apartamento|casa|bloco|bl|sala|loja|unidade)\.? ?\d)")
LEADS_ON = re.compile(r"(?:\b(?:com|de|da|do|o|a|pra|para|e|por)|[:,])\s*$")  # the line before a name says of whom it speaks
OPENINGS = frozenset(("", "oi", "ola", "e", "eh o", "eh a", "e o", "e a", "o", "a"))  # between a clause's begin and such a name
SIGNED = re.compile(
    rf"(?:^|(?<=[.,!;\n\x00 ]))(?:(?P<sure>att|at\.te|atte|atenciosamente|cordialmente|abs|abracos?|abc|ass|assinado|sds|saudacoes|"
    rf"respeitosamente|bjs?|beijos?)|obrigad[oa]s?|obg|grat[oa]|agradec(?:o|emos)|desde ja|valeu)(?P<break>[ ,.:;!\n–-]{{1,4}}){TITLE}"
)
LAST = re.compile(r"\bsobrenome(?: eh?| ?[:=])? ")
WORD = re.compile(r"[a-z](?:\.(?= ?[a-z])|[a-z'’-]*)")
DATA_NEXT = re.compile(rf"[,:]? ?{BLANK}")
GAP_BEHIND = re.compile(r"[ ,;\n)>👈–-]{0,4}")
EDGES = " \t-–—*_👉👈"
FOREIGN = re.compile(r"[kwy]|([bcdfglmnptz])\1|[pt]h|^dj")  # no other word is written so
NO_SURNAME = re.compile(r".{0,3}|[^aeiou]+|.{3,}(?:ad[oa]s?|id[oa]s?|mente)")  # "ana cansada", "ana novamente"
HINTS = hints("solicitante nome primeiro aki chamo chama chamam chamar fala falando sou aqui quem linha".split())
IT_IS_HINTS = frozenset(("e", "eh"))
SIGNED_HINTS = hints(
    "att at atte atenciosamente cordialmente abs abraco abracos abc ass assinado sds saudacoes respeitosamente bj bjs beijo beijos obrigado"
    " obrigada obg grato grata agradeco agradecemos desde valeu".split()
)
