"""Who writes: tenant, landlord, a company, a neighbour, or somebody else for one of them."""

import re

from core.glance import hints
from core.wordings import Topic, wordings
from core.words import Span, Words

_SELF = (
    r"(?:eu sou|sou|somos|soy|i am|im|i'm|falo (?:como|na qualidade de)|na (?:qualidade|condicao) de"
    r"|aqui (?:quem )?(?:e|eh|fala|falando)(?: e| eh)?|quem (?:fala|escreve|avisa|ta falando|esta falando)(?: aqui)? (?:e|eh)"
    r"|(?:estou|to) (?:falando|escrevendo) (?:como|na qualidade de))"
    r"(?: (?:so|apenas|o|a|os|as|um|uma|el|la|the|seu|sua|atual|novo|nova|propri[oa])){0,3}"
)
_TENANT = r"(?:inquil[ie]?n[oa]s?|enquilin[oa]s?|locatari[oa]s?|arrendatari[oa]s?|morador(?:a|es)?|tenant)"
_LANDLORD = r"(?:propr?ietari[oa]s?|propiet[ae]ri[oa]s?|locador(?:a|es)?|senhori[oa]|landlord|landlady)"
_NEIGHBOUR = r"(?:porteir[oa]s?|vizinh[oa]s?|zelador(?:a|ia)?|sindic[oa]|sub-?sindic[oa]|caseir[oa])"
_HOME = r"(?:imovel|apartamento|ape|ap|apto|casa|kitnet)"
_BUSINESS = (
    r"(?:empresa|firma|loja|companhia|escritorio|clinica|consultorio|padaria|restaurante|mercad\w+|associacao|igreja|escola|oficina|salao|"
    r"comercio|farmacia|bar|negocio)"
)
_FAMILY = (
    r"(?:marido|espos[oa]|mulher|companheir[oa]|filh[oa]|mae|pai|irma[o]?|namorad[oa]|noiv[oa]|amig[oa]|colega|sogr[oa]|genro|nora|net[oa]|"
    r"av[oo]|vo|ti[oa]|prim[oa]|sobrinh[oa]|cunhad[oa]|entead[oa]|padrasto|madrasta|afilhad[oa]|cuidadora?|diarista|faxineira|empregada|procuradora?|"
    r"advogad[oa]|corretora?|fiadora?|contadora?|secretari[oa]|responsavel|parente)"
)
_RELATIVE = (
    r"(?:marido|espos[oa]|mulher|companheir[oa]|filh[oa]|mae|pai|irma[o]?|namorad[oa]|noiv[oa]|sogr[oa]|genro|nora|net[oa]|sobrinh[oa]|"
    r"cunhad[oa]|padrasto|madrasta|fiadora?)"
)
_KIN = (
    "marido esposa esposo mulher companheiro companheira filho filha mae pai irma irmao namorado namorada noivo noiva amigo amiga colega "
    "sogro sogra genro nora neto neta avo tio tia primo prima sobrinho sobrinha cunhado cunhada vo enteado enteada padrasto madrasta "
    "afilhado afilhada cuidador cuidadora diarista faxineira empregada procurador advogado advogada corretor corretora fiador fiadora "
    "contador secretario secretaria responsavel parente"
)
_SIDES = rf"(?:{_TENANT}|{_LANDLORD}|don[oa])"  # of a contract
_SPEAKING = r"(?:falo|falando|ligo|ligando|escrevo|escrevendo|peco|pedindo|avisando|reportando|entro em contato)"

_SELF_BEGINS = "aqui estou eu falo i im na quem somos sou soy to"
_SPEAKING_BEGINS = "falo falando ligo ligando escrevo peco pedindo avisando reportando entro"

ROLES: Topic[str] = Topic(
    (
        "tenant",
        wordings(
            "inquilino inquilina inquilna enquilina locatario arrendatario morador moradora tenant",
            f"{_SELF_BEGINS} a como o",
            rf"{_SELF} {_TENANT}\b",  # "sou a atual inquilina"
            rf"(?:o|a) {_TENANT} (?:sou|e|eh) eu\b",
            rf"como (?:o |a )?{_TENANT}\b",  # "resido aqui como inquilino"
        ),
    ),
    (
        "tenant",
        wordings(
            "aluguel alugo aluguei alugamos aluga loco locamos",
            "a alug de esto loca loco mora moro o pago quem sou to vive vivo",
            r"(?<=[,\x00] )de aluguel\b",  # "moro na rua …, de aluguel"
            r"(?:moro|moramos|vivo|vivemos) (?:aqui )?alugad[oa]s?\b",
            r"(?:moro|morando|pago|vivo|moramos|vivemos|estou|to|mora) (?:aqui )?(?:de |d |no |por |o )?aluguel\b"
            r"(?! d(?:[oa] (?:meu|minha)|el[ea])\b)",  # "moro de aluguel"; not "pago o aluguel da minha avó"
            r"(?:alugo|alugamos|aluguei|a gente aluga|loco|locamos)\b(?! (?:(?:meu|minha|noss[oa])s?|uma? (?:carro|moto)|por temporada)\b)"
            r"(?!(?: [a-z]+){0,4} (?:pra|para|pro|pros|pras|a terceiros)\b)",  # "aluguei em março"; not "aluguei a casa pra um casal"
            r"(?:quem aluga|o contrato de aluguel) (?:sou|e|eh) (?:eu|meu)\b|sou (?:eu )?quem (?:aluga|loca)\b",
        ),
    ),
    (
        "tenant",
        wordings(
            "locador locadora senhorio senhoria proprietario proprietaria dono dona",
            "dona dono land loca meu minh prop senh",
            r"(?:minha (?:locadora|senhoria|proprietaria)|meu (?:locador|senhorio|proprietario))\b",
            rf"(?:{_LANDLORD}|don[oa]) d(?:o meu|a minha) {_HOME}\b",  # "o dono do meu apê"
        ),
    ),
    (
        "landlord",
        wordings(
            "proprietario proprietaria propietario propietaria locador locadora locadores senhorio senhoria landlord landlady dono dona "
            "donos donas",
            f"{_SELF_BEGINS} a o",
            rf"{_SELF} {_LANDLORD}\b(?! (?:d[aeo]|pel[ao]) {_BUSINESS})",
            rf"{_SELF} don[oa]s?\b(?! d[aeo]s? (?:{_BUSINESS}|casa verde))",
            rf"(?:o|a) (?:{_LANDLORD}|don[oa]) (?:sou|e|eh) eu\b",
        ),
    ),
    (
        "landlord",
        wordings(
            "imovel apartamento ape ap apto casa kitnet",
            "a alug ap apar ape apto casa essa esse esta este imov kitn meu minh noss o tenh",
            rf"(?:o|a|ess[ea]|est[ea]) {_HOME} (?:que (?:voces|vcs) administram )?(?:e|eh) (?:meu|minha|noss[oa])\b",  # "o apê é meu"
            rf"(?:meu|minha|noss[oa]) {_HOME} (?:que )?(?:esta|ta|ficou) alugad[oa]",
            rf"(?:alugo|aluguei|alugamos) (?:meu|minha|noss[oa]) {_HOME}",
            rf"{_HOME} que (?:eu )?(?:alugo|aluguei|alugamos) (?:pra|para|pro)\b",
            rf"{_HOME} (?:e|eh) d[ea] minha propriedade\b",
            rf"tenho (?:uma?|dois|duas) {_HOME} (?:alugad|com (?:voces|vcs)|na (?:imobiliaria|administracao))",
        ),
    ),
    (
        "landlord",
        wordings(
            "inquilino inquilina inquilinos inquilinas locatario locataria",
            "inqu meu meus minh noss",
            r"(?:(?:meu|minha|noss[oa]) (?:inquilin|locatari)[oa]|(?:meus|minhas|noss[oa]s) (?:inquilin|locatari)[oa]s)\b",
            rf"inquilin[oa]s? d(?:o meu|a minha|[oa] noss[oa]) {_HOME}\b",
        ),
    ),
    (
        "company",
        wordings(
            "empresa firma loja companhia escritorio clinica consultorio padaria restaurante mercado mercadinho associacao igreja escola "
            "oficina salao comercio farmacia bar negocio",
            f"{_SELF_BEGINS} {_SPEAKING_BEGINS} asso bar clin come comp cons cont em empr esco farm firm galp igre imov loja "
            "merc meu minh nego no noss ofic pada pred repr rest sala",
            rf"{_SPEAKING} (?:aqui )?(?:por uma|pel[ao]|em nome d[aeo](?: uma)?|d[ao]) {_BUSINESS}\b",  # "falo pela firma"
            rf"represent(?:o|ando|ante d[ao]) (?:a |o |uma )?{_BUSINESS}\b",
            rf"{_SELF}(?: d[aeo]| pel[ao])? (?:empresa|firma|companhia)\b",
            rf"{_SELF} d[ao] {_BUSINESS}\b",
            r"(?:em|no) nome d[aeo] (?:minha |nossa )?(?:empresa|firma|pj)\b",
            rf"{_BUSINESS} (?:e|eh) (?:a |o )?{_TENANT}\b",  # "a empresa é a locatária"
            rf"(?:minha|nossa|meu|nosso) {_BUSINESS} (?:aluga|alugou|loca|locou|ocupa)\b",
            rf"(?:imovel|sala|galpao|predio|contrato) (?:e|eh) d[ao] (?:minha|noss[oa]) {_BUSINESS}\b",
            rf"{_SELF} [a-z]+ (?:d[aeo]|pel[ao]) {_BUSINESS}\b",  # "sou gerente da loja", "sou do financeiro da firma"
            rf"(?:{_SELF}|falo) d[aeo] [a-z]+ d[aeo] {_BUSINESS}\b",
        ),
    ),
    (
        "company",
        wordings(
            "ltda me sa eireli epp mei pessoa pj",
            f"{_SELF_BEGINS} {_SPEAKING_BEGINS} repr",
            rf"(?:{_SPEAKING}|represento|{_SELF}) (?:pel[ao]|d[ao]|em nome d[aeo]|[ao])? ?(?:[a-z'&-]+ ){{1,6}}"
            r"(?:ltda|me|s\.?a|eireli|epp|mei)\b",
            r"(?:somos|sou|falo por) (?:uma )?(?:pessoa juridica|pj)\b",
        ),
    ),
    (
        "neighbour",
        wordings(
            "porteiro porteira vizinho vizinha zelador zeladora zeladoria sindico sindica subsindico sub caseiro caseira",
            f"{_SELF_BEGINS} avis escr fala fale falo info recl",
            rf"{_SELF} {_NEIGHBOUR}\b",  # "aqui é a vizinha do 32"
            rf"(?:avis\w+|fal\w+|escrev\w+|reclam\w+|inform\w+) (?:[a-z]+ )?como {_NEIGHBOUR}\b",
        ),
    ),
    (
        "neighbour",
        wordings(
            "portaria condominio administracao baixo cima lado zeladoria embaixo debaixo acima abaixo",
            f"{_SELF_BEGINS} {_SPEAKING_BEGINS} moro trab",
            rf"(?:{_SELF}(?: [a-z]+)?|{_SPEAKING}) d[ao] (?:portaria|administracao do (?:predio|condominio)|zeladoria|condominio)\b",
            r"(?:moro|sou) (?:n[oa]|d[oa]) (?:ap\w*|andar) (?:de|do) (?:cima|baixo|lado)\b",
            r"moro (?:ao|do|aqui do) lado\b",
            r"moro (?:[a-z0-9]+,? ){0,3}(?:embaixo|em baixo|debaixo|em cima|acima|abaixo) d(?:[oa] (?:ap\w*|vizinh[oa]|\d)|el[ea])",
            r"trabalho n[oa] portaria\b",
        ),
    ),
    (
        "other",
        wordings(
            _KIN,
            f"{_SELF_BEGINS} {_SPEAKING_BEGINS} a meu minh o tou",
            rf"{_SELF}(?: minha| meu)? {_FAMILY} (?:d[oae]s?|del[ae]s?)\b",  # "sou filho da proprietária"
            rf"{_SELF} (?:fiador\w*|avalista|procurador\w*|corretor\w*|advogad[oa]|parente|familiar|conhecid[oa])\b",
            rf"(?:{_SPEAKING}|estou|to|tou) (?:aqui )?(?:pel[ao]|pro|pra|para|em nome d[aeo]) (?:o |a )?(?:meu|minha) {_FAMILY}\b",
            rf"(?:o|a) {_SIDES} (?:e|eh) (?:o |a )?(?:meu|minha) {_FAMILY}\b",  # "a inquilina é minha mãe"
            rf"(?:meu|minha) {_FAMILY}(?:,? que| (?!nao\b)[a-z]+)? (?:e|eh) (?:o |a )?{_SIDES}\b",
            rf"(?:meu|minha) {_FAMILY}(?: que)? mora (?:ai|la|no imovel|nesse|no ape?|no apartamento|na casa)\b",
            rf"(?:minha|meu) {_FAMILY} (?:me )?pediu (?:pra|para|p|pro) (?:eu )?(?:avisar|falar|ligar|mandar|escrever)",
            rf"(?:sou|aqui e|aqui eh|quem fala e) (?:o|a) {_RELATIVE}\b(?! d[ao] (?:predio|condominio))",  # "sou o neto"
        ),
    ),
    (
        "other",
        wordings(
            "falo falando ligo ligando escrevo escrevendo represento ajudando ela ele avalista familiar conhecido",
            f"{_SELF_BEGINS} {_SPEAKING_BEGINS} ela ele repr so tou",
            rf"(?:{_SPEAKING} (?:pel[ao]|em nome d[aeo])|represento [ao]) {_SIDES}\b",
            r"(?:so )?(?:to|tou|estou) (?:so )?ajudando (?:ela|ele|minha|meu|a|o)\b",
            r"(?:ela|ele) (?:me )?pediu (?:pra|para) (?:eu )?(?:avisar|falar|ligar|mandar|escrever)",
            rf"{_SELF} (?:avalista|familiar|conhecid[oa])\b",
            rf"(?:ela|ele) q(?:ue)? (?:e|eh) (?:o |a )?{_SIDES}\b",
        ),
    ),
)
# A role in a clause of its own: "Maria Lima, inquilina"; the others only as the whole message: a porter may be spoken of.
_IN_A_CLAUSE = re.compile(
    rf"(?:^|[\x00,.;:!?\n])\s*(?:the )?(?:(?P<tenant>{_TENANT})"
    rf"|(?P<landlord>{_LANDLORD}|don[oa] d[oae] (?:imovel|apartamento|casa|ape?)|don[oa](?= (?:sim|mesm[oa])\b)))"
    r"\b(?=\s*(?:$|[\x00,.;!?\n]|(?:d[aeo]|ha|desde|aqui|na|no|sim|mesm[oa]|here)\b))(?! (?:anterior|antig[oa]|d[eo] (?:cima|baixo|lado)))"
)
# "porteiro noturno aqui, …", "Fiador aqui de novo", "Zelador do prédio falando".
_HERE = re.compile(
    rf"(?:^|[\x00,.;:!?\n])\s*(?:(?P<tenant>{_TENANT})|(?P<landlord>{_LANDLORD})|(?P<neighbour>{_NEIGHBOUR})|(?P<other>fiadora?|avalista))"
    r"(?: (?:d[aeo] )?(?!aqui\b)[a-z0-9]+){0,3}? (?:aqui|falando|na linha)\b(?=\s*(?:$|[\x00,.;:!?\n]|de novo\b|outra vez\b))"
)
_ALONE = re.compile(
    rf"\s*(?:[oa] )?(?:(?P<tenant>{_TENANT})|(?P<landlord>{_LANDLORD})"
    rf"|(?P<neighbour>{_NEIGHBOUR}(?: d[oae] [a-z0-9]+)?(?: aqui)?)|(?P<company>(?:uma )?empresa|pessoa juridica|pj)"
    rf"|(?P<other>{_FAMILY} d[oae] {_SIDES}|fiadora?))\s*[.!]?\s*"
)
_SIDE_HINTS = hints(
    "inquilino enquilino locatario locador arrendatario morador tenant proprietario propietario senhorio landlord dono dona".split()
)
_ALONE_HINTS = _SIDE_HINTS | hints(f"porteiro porteira vizinho zelador sindico sub caseiro empresa pessoa pj {_KIN}".split())


def role_in(text: Words) -> tuple[str, Span] | None:
    """ "sou inquilina", "aqui é da portaria"; two roles are none, but somebody's family: "sou a mãe da inquilina"."""
    found = ROLES.said(text)
    if not found:
        return _bare_role(text)
    if "company" in found:
        found = {"company": found["company"]}  # "sou o dono da padaria", "sou a secretária da clínica"
    if "other" in found and "neighbour" not in found:
        return "other", found["other"]
    return next(iter(found.items())) if len(found) == 1 else None


def _bare_role(text: Words) -> tuple[str, Span] | None:
    bare = None if _SIDE_HINTS.isdisjoint(text.begun) else _IN_A_CLAUSE.search(text.folded)
    bare = bare or (None if _ALONE_HINTS.isdisjoint(text.begun) else _HERE.search(text.folded) or _ALONE.fullmatch(text.folded))
    return (bare.lastgroup, bare.span(bare.lastgroup)) if bare and bare.lastgroup else None
