"""What a free message is about: kind of request, role of the writer, priority. Folded words, each table by what it means."""

import re
from collections.abc import Mapping

from core.glance import Beginnings, hints
from core.tickets import Kind, Priority

Span = tuple[int, int]
_LOOK_BACK = 30  # characters before a word in which it may be denied
_DENIED = re.compile(
    r"\b(?:nao|nem|sem)(?: (?:e|eh|esta|ta|tao|muito|quero|preciso|precisa|ser|de|um|uma|o|a|sou|tem|tenho|com|nada|la|assim|tanta|vou|ha|"
    r"mais))* $"
)
_EDGE_BEFORE = re.compile(r"(?:^|[,.;:!?\n(–—-]|\be|\bmas)\s*$")
_EDGE_AFTER = re.compile(r"\s*(?:$|[,.;:!?\n)–—-]|e\b|mas\b|viu\b|ne\b|por favor\b|pf\b)")


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})")


# Asked for by name, these go before what is broken: "quero reembolso do conserto".
NAMED_KINDS: Mapping[Kind, re.Pattern[str]] = {
    Kind.REFUND: _one_of(
        r"reembols\w*",
        r"ressarci\w*",
        r"devol(?:ucao|ver) (?:do |de |o |meu )?(?:dinheiro|valor)",
        r"abat\w+ (?:no|do) aluguel",
        r"estorno",
    ),
    Kind.MOVE_OUT: _one_of(
        r"desocup\w*",
        r"(?:vou|quero|preciso|pretendo|vamos|queremos) (?:sair|mudar|entregar|devolver|deixar) (?:d?[oae] )?(?:imovel|apartamento|ap|"
        r"apto|casa|chaves?)\b",
        r"(?:entreg\w+|"
        r"devol\w+) (?:d?as |"
        r"a |o )?(?:chaves?|"
        r"imovel|apartamento)\b",
        r"(?:saida|vistoria de saida) (?:do imovel)?",
        r"rescis\w+|rescind\w+",
        r"encerr\w+ (?:o )?contrato",
        r"vou me mudar\b",
    ),
    Kind.OTHER: _one_of(
        r"outro assunto",
        r"(?:2a|segunda) via\b",
        r"boleto\w*",
        r"reajuste\b",
        r"renov\w+ (?:d?[oe] )?contrato",
        r"iptu\b",
        r"informe de rendimentos?",
        r"seguro fianca",
    ),
}
BROKEN = _one_of(
    r"manutenc\w+",
    r"vaz(?:a|am|ou|ando|amento\w*|aram)\b",
    r"queim(?:ou|ad[oa]s?|ando|aram)\b",
    r"quebr(?:ou|ad[oa]s?|ando|aram|a)\b",
    r"entup\w+",
    r"infiltra\w+",
    r"estrag\w+",
    r"ping(?:a|ando|ou|am)\b",
    r"goteira\w*",
    r"goteja\w*",
    r"mofo\b|mofad[oa]s?\b|bolor",
    r"consert\w+",
    r"repar(?:o|os|ar|em)\b",
    r"arrum(?:ar|em|a)\b",
    r"(?:nao|n|nunca|mal) (?:esta |ta |quer |mais )?(?:funciona\w*|lig(?:a|ando|am|ou)|acend\w+|abr(?:e|indo|em)|fech(?:a|ando|am)|sai|"
    r"esquent\w+|gel(?:a|ando)|tranc(?:a|ando)|desce|para|veda\w*|carrega|dren\w+|da descarga|escoa\w*)\b",
    r"(?:sem|falta de|falta|acabou a|nao tem) (?:agua|"
    r"luz|energia|eletricidade|gas)\b",
    r"parou (?:de|d)\b",
    r"pifou|pifad[oa]",
    r"desarm\w+",
    r"caiu\b|caindo\b|cedeu\b",
    r"trinc(?:ou|ad[oa]s?|a|as)\b",
    r"rach(?:ou|ad[oa]s?|adura\w*)\b",
    r"solt(?:ou|ando)\b|(?:esta|ta|ficou) solt[oa]s?\b",
    r"emperr\w+",
    r"trav(?:ou|ad[oa]s?|ando)\b",
    r"defeito\w*",
    r"furad[oa]s?|furou",
    r"inund\w+",
    r"alag\w+",
    r"transbord\w+",
    r"estour\w+",
    r"(?:deu|com|em|um|dando|apresent\w+) problemas?\b|problemas? (?:n[oa]s?|com|de|em)\b",
    r"descasc\w+",
    r"enferruj\w+|ferrugem",
    r"curto\b",
    r"choque\b",
    r"cupim|cupins|barata\w*|rato\w*|infest\w+",
    r"umidade|umid[oa]",
    r"voltando esgoto|esgoto\b",
    r"torneira\b",
    r"chuveiro\b",
    r"descarga\b",
    r"fechadura\b",
    r"disjuntor\w*",
    r"interfone\b",
    r"encanador|eletricista|pedreiro|chaveiro",
)

_SELF = r"(?:(?:eu )?(?:sou|somos)|falo como|aqui (?:e|fala)|quem fala e|estou falando como)(?: (?:o|a|um|uma))?"
ROLES: Mapping[str, re.Pattern[str]] = {
    "tenant": _one_of(
        rf"{_SELF} (?:inquilin[oa]s?|locatari[oa]s?)\b", r"(?:moro|pago) (?:de )?aluguel\b", r"alugo (?:o|a|esse|este|um|uma) "
    ),
    "landlord": _one_of(rf"{_SELF} (?:proprietari[oa]s?|don[oa]s?|locador\w*)\b(?! (?:da|de) (?:empresa|loja|padaria))"),
    "company": _one_of(
        r"falo (?:por uma|pela|em nome da|em nome de uma) empresa\b",
        rf"{_SELF}(?: da)? empresa\b",
        r"(?:somos|sou) pessoa juridica\b",
        r"sou da empresa\b",
    ),
    "neighbour": _one_of(rf"{_SELF} (?:porteir[oa]|vizinh[oa]|zelador\w*|sindic[oa])\b"),
    "other": _one_of(
        rf"{_SELF} (?:fiador\w*|corretor\w*|marido|esposa|esposo|mulher|filh[oa]|mae|pai|irma[o]?|namorad[oa]|procurador\w*|advogad[oa]|"
        rf"amig[oa]|sogr[oa]|genro|nora) (?:d[oa]|de)\b",
        rf"{_SELF} fiador\w*",
    ),
}

PRIORITIES: Mapping[Priority, re.Pattern[str]] = {
    Priority.HIGH: _one_of(
        r"(?:e |eh |muito |"
        r"super |bem |com |"
        r"tenho )*(?:urgent\w+|"
        r"urgencia)(?! (?:media|baixa|"
        r"e (?:media|baixa)))(?: (?:alta|"
        r"demais|mesmo|maxima))?",
        r"(?:prioridade|urgencia)(?: e)? alta",
        r"alta (?:prioridade|urgencia)",
        r"emergencia\b",
    ),
    Priority.MEDIUM: _one_of(r"(?:prioridade|urgencia)(?: e)? media", r"media (?:prioridade|urgencia)"),
    Priority.LOW: _one_of(
        r"(?:e )?sem (?:muita |tanta )?pressa",
        r"nao (?:tem|tenho|ha) (?:muita |tanta )?pressa",
        r"pode esperar",
        r"(?:prioridade|urgencia)(?: e)? baixa",
        r"baixa (?:prioridade|urgencia)",
    ),
}
_ALONE = re.compile(r"(?:^|[,;.\n])\s*(?P<word>alta|media|baixa)\s*(?=$|[,;.\n])")  # "chuveiro queimado; alta; só à tarde"
_BY_WORD = {"alta": Priority.HIGH, "media": Priority.MEDIUM, "baixa": Priority.LOW}
# The quick looks: no kind, role or priority without one of these beginnings of words.
_NAMED_HINTS = hints(
    "reembolso ressarcir devolver devolucao abater abatimento abatendo estorno desocupar sair mudar entregar devolver deixar entrego "
    "entregando devolvo "
    "saida vistoria rescindir rescisao encerrar encerramento outro 2a segunda boleto reajuste renovar renovacao iptu informe seguro".split()
)
_BROKEN_HINTS = hints(
    "manutencao vaza vazo vazando queimou quebrou entupiu infiltra estragou pinga goteira goteja mofo mofado bolor conserto reparo repare "
    "arruma nao n nunca mal sem "
    "falta acabou parou pifou pifado desarma caiu caindo cedeu trinca trincou rachou rachado solto solta soltou emperrou travou defeito "
    "furado furou inundou "
    "alagou transborda estourou problema descasca enferruja ferrugem curto choque cupim barata rato infestacao umidade umido umida "
    "voltando esgoto "
    "torneira chuveiro descarga fechadura disjuntor interfone encanador eletricista pedreiro chaveiro".split()
)
_ROLE_HINTS = hints("sou somos falo fala falando alugo aluguel aqui moro pago".split())
_PRIORITY_HINTS = hints("urgente urgencia pressa esperar prioridade emergencia alta media baixa".split())


def kind_in(folded: str, begun: Beginnings) -> tuple[Kind, Span] | None:
    """Named requests go before what is broken; two of them are none."""
    if not _NAMED_HINTS.isdisjoint(begun):
        named = [(kind, span) for kind, pattern in NAMED_KINDS.items() if (span := _said(pattern, folded))]
        if named:
            return named[0] if len(named) == 1 else None
    broken = None if _BROKEN_HINTS.isdisjoint(begun) else BROKEN.search(folded)
    return (Kind.MAINTENANCE, broken.span()) if broken else None


def role_in(folded: str, begun: Beginnings) -> tuple[str, Span] | None:
    if _ROLE_HINTS.isdisjoint(begun):
        return None
    found = [(role, span) for role, pattern in ROLES.items() if (span := _said(pattern, folded))]
    return found[0] if len(found) == 1 else None


def priority_in(folded: str, begun: Beginnings) -> tuple[Priority, Span] | None:
    """ "não é urgente" and "entre média e alta" say nothing for sure."""
    if _PRIORITY_HINTS.isdisjoint(begun):
        return None
    found = [(priority, span) for priority, pattern in PRIORITIES.items() if (span := _said(pattern, folded))]
    found += [(_BY_WORD[each["word"]], each.span("word")) for each in _ALONE.finditer(folded)]
    return found[0] if len({priority for priority, _ in found}) == 1 else None


def stands_alone(folded: str, span: Span) -> bool:
    """Is a clause of its own, so that cutting it leaves a sentence."""
    return bool(_EDGE_BEFORE.search(folded[max(0, span[0] - _LOOK_BACK) : span[0]]) and _EDGE_AFTER.match(folded, span[1]))


def _said(pattern: re.Pattern[str], folded: str) -> Span | None:
    """The first place where it is said and not denied right before."""
    return next(
        (
            found.span()
            for found in pattern.finditer(folded)
            if not _DENIED.search(folded[max(0, found.start() - _LOOK_BACK) : found.start()])
        ),
        None,
    )
