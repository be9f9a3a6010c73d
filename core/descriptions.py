"""The problem as it was told, word for word (R29), less what a message says besides: whole clauses go, or what stands at a clause's end."""

import re
from collections.abc import Iterator, Sequence

from core.words import BLANK, Span

_HIDDEN = "\x01"  # stands in a whole clause for what must not be read there
_HIDDENS = re.compile("\x01+")
_BLANKS = re.compile("\x00+")
_CLAUSE_ENDS = re.compile(r"[,;!?\n()]+|[.:](?!\d)|\s[-–—]+\s")
_EDGES = " \t\r\n,.;:!/|-–—"  # around what is left
_LOOSE_START = re.compile(r"(?:e|mas|e que|entao)\s+(?=\w)")
_LOOSE_END = re.compile(r" (?:e eu|e|mas|porque|pq|pois)$")
_JOINERS = frozenset(
    "e ou mas eu o a entao tambem tb tbm que pois aqui obrigado obrigada mim pra mesmo tche bah uai oxe ne ta viu blz kk kkk kkkk rs"
    " rsrs vcs vc voces voce amg moca moco gente pessoal".split()
)  # alone they tell nothing
# Words that lead to what follows them, and words that go on from what stood before them: no clause ends or begins so.
_LEADS_ON = frozenset(
    "a ao aos as com da das de do dos eh em meu meus minha minhas na nas no nos n o os ou para pra pelo pela pelos pelas que por sou um"
    " uma ap apto apartamento casa bloco numero rua avenida esta ta estou moro fica".split()
)
_GOES_ON = frozenset(
    "esta ta estao tao tem com de da do das dos na no nas nos em que foi fica ficou precisa para pra por ao aos ou onde cujo eh entupiu"
    " vazou quebrou queimou parou".split()
)
_HELD = frozenset("na no nas nos da do das dos em e eh fica mora esta ta estou com por para pra".split())  # a found part that hangs on
_WORDS = re.compile("[a-z]+")
_ANY_WORDS = re.compile("[a-z0-9]+")
_THANK = (
    r"(?:(?:muito |mt )?obrigad[oa]s?(?: desde ja| pela atencao| viu)?|obg|brigad[oa]|valeu|vlw|por favor|por gentileza|pf|pfv|pff|"
    r"viu|ok|blz|grat[oa](?: desde ja)?|(?:desde ja )?agradec(?:o|emos)(?: desde ja| a atencao| muito)?|desde ja|"
    r"(?:eu )?(?:fico |ficamos )?(?:no )?aguardo(?: (?:um |o |seu )?(?:retorno|contato|resposta))?|fico a disposicao|at+|"
    r"atenciosamente|cordialmente|abs|abracos?|bjs?|beijos|ate (?:mais|logo|breve)|tchau|deus (?:te |lhe |os )?abencoe|"
    r"(?:tenham? )?(?:um )?(?:bom dia|boa tarde|boa noite|bom trabalho))"
)
_THANKS = re.compile(rf"(?:{_THANK}\b\W*){{1,4}}")  # "fico no aguardo. Obrigada!"
_THANKS_BEHIND = re.compile(rf"\s*{_THANKS.pattern}$")  # where a clause begins
_BEFORE_THANKS = re.compile(r"[,.;!\n]")
_REQUEST_ONLY = frozenset((
    "quero", "queria", "preciso", "gostaria", "solicitar", "pedir", "abrir", "fazer", "um", "uma", "de", "do", "da", "o", "a", "eu",
    "chamado",
    "manutencao", "conserto", "reparo", "reembolso", "desocupacao", "desocupar", "imovel", "problema", "solicitacao", "para", "pra", "com",
    "outro",
    "assunto", "registrar", "meu", "minha", "e", "por", "favor", "sobre", "pedido", "atendimento", "no", "na", "em", "boleto", "segunda",
    "via",
))  # fmt: skip


def description_in(text: str, folded: str, rest: str, start: int, *, polite: bool, private: Sequence[Span] = ()) -> tuple[str, Span] | None:
    """What is left of a text from `start` on; None when it only asks for something without saying what. `rest` is it folded, with blanks.

    A clause that would not stand without what was found in it stays whole, less what is `private`: documents, e-mail and telephone never
    come back, for contractors read the description. `polite`: there may be thanks.
    """
    for at, end in private:
        text, folded = (each[:at] + _HIDDEN * (end - at) + each[end:] for each in (text, folded))
    rest = _with_whole_clauses(folded, rest, start) if BLANK in rest[start:] else rest
    spans = [
        span
        for at, end in _kept(rest, start)
        if (span := _trimmed(text, rest, at, end, polite)) and not (polite and _THANKS.fullmatch(rest, *span))
    ]
    words = {word for span in spans for word in _WORDS.findall(rest, *span)}
    if words <= _REQUEST_ONLY:
        return None
    told = ", ".join(text[at:end] for at, end in spans)
    return _HIDDENS.sub("…", told) if private else told, (spans[0][0], spans[-1][1])


def _kept(rest: str, start: int) -> Iterator[Span]:
    """What stands between the blanks."""
    for blank in _BLANKS.finditer(rest, start):
        yield start, blank.start()
        start = blank.end()
    yield start, len(rest)


def _with_whole_clauses(folded: str, rest: str, start: int) -> str:
    """The text back in place of the blanks of each clause that would not stand without them."""
    begin = start
    while (blank := rest.find(BLANK, begin)) >= 0:
        begin = max((end.end() for end in _CLAUSE_ENDS.finditer(rest, begin, blank)), default=begin)
        stop = _CLAUSE_ENDS.search(rest, blank)
        end, following = stop.span() if stop else (len(rest), len(rest))
        if not _stands(folded[begin:end], rest[begin:end]):
            rest = rest[:begin] + folded[begin:end] + rest[end:]
        begin = following
    return rest


def _stands(said: str, left: str) -> bool:
    """Whether a clause stands without what was found: nothing is left of it, or one piece that needs nothing before or behind."""
    pieces = [span for span in _kept(left, 0) if not _tells_nothing(left, *span)]
    if not pieces:
        return True
    if len(pieces) > 1:
        return False
    ((start, end),) = pieces
    words = _ANY_WORDS.findall(left, start, end)
    held = _ANY_WORDS.match(said, end)
    if end < len(left) and (words[-1] in _LEADS_ON or (held and held[0] in _HELD)):
        return False
    return start == 0 or _first_told(words) not in _GOES_ON


def _tells_nothing(left: str, start: int, end: int) -> bool:
    """Joining words, or thanks: "… por favor"."""
    return _JOINERS.issuperset(_ANY_WORDS.findall(left, start, end)) or _THANKS.fullmatch(left[start:end].strip()) is not None


def _first_told(words: list[str]) -> str:
    return next((word for word in words if word not in ("e", "mas", "entao")), "")


def _trimmed(text: str, rest: str, start: int, end: int, polite: bool) -> Span | None:
    """Without separators, joining words and thanks around; None without a letter, or with joining words only."""
    piece = rest[start:end]
    start += len(piece) - len(piece.lstrip(_EDGES + ")>"))
    if (loose := _LOOSE_START.match(rest, start, end)) and text[start] not in "éÉ":
        start = loose.end()
    if polite:
        clauses = (start, *(mark.end() for mark in _BEFORE_THANKS.finditer(rest, start, end)))
        end = next((at for at in clauses if _THANKS_BEHIND.match(rest, at, end)), end)
    piece = rest[start:end].rstrip(_EDGES + "(<")
    piece = _LOOSE_END.sub("", piece).rstrip(_EDGES)
    return None if _JOINERS.issuperset(_WORDS.findall(piece)) else (start, start + len(piece))
