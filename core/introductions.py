"""Who says who they are: "aqui é o Marcos Lima", "sou a locatária Bianca", "Att, Ana Lima". Nobody else's name is read."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from core.address_words import VERBAL
from core.errors import Rejected
from core.given_names import GIVEN, NO_NAMES, PARTICLES, SURNAMES, TITLES
from core.glance import BEGUN, hints
from core.names import name_key, parse_person_name
from core.owner_words import MEANINGS
from core.records import Record
from core.troubles import signs_of
from core.words import BLANK, Span, Words

Mention = tuple[str, Span]  # value, and its place with the label
Name = list[re.Match[str]]
_MAX_WORDS = 6  # of one name
_MAX_TRIED = 12  # places of one label in one message
_REACH = 60  # characters around a label or a document in which a name can stand
_WHOLE = 2  # words of a name with a surname

_ROLES = {  # beginnings of the words that say what somebody is to the home
    "inquilin": "tenant", "locatari": "tenant", "proprietari": "landlord", "locador": "landlord", "porteir": "neighbour",
    "vizinh": "neighbour", "zelador": "neighbour", "sindic": "neighbour", "caseir": "neighbour",
}  # fmt: skip
_RELATIVE = (
    r"(?:espos[oa]|marido|mulher|filh[oa]|mae|pai|irmao?|sogr[oa]|genro|nora|net[oa]|sobrinh[oa]|namorad[oa]|noiv[oa]|companheir[oa]|"
    r"amig[oa]|cunhad[oa]|prim[oa]|ti[oa]|avo|fiadora?|corretora?|advogad[oa]|procuradora?)"
)
_ROLE_WORD = rf"(?:{'|'.join(_ROLES)})[oa]?\b"
_PLACE = r"(?:imovel|apartamento|apto|ap|casa|predio|(?:condominio|edificio)(?! [a-z]))"
_ROLE = rf"{_ROLE_WORD}(?: d[oa] {_PLACE}\b(?! ?\d))?(?: [dn][aeo](?= ?\x00))?"
_ROLE_BEHIND = re.compile(  # ", inquilina do apartamento", ", esposa do Rodrigo", " (síndica)"
    rf",? (?:e )?(?:eu )?(?:sou )?(?:[oa] )?(?P<role>{_ROLE}|{_RELATIVE} d(?:[oae]|el[ea])\b(?: (?:dona|seu|sra?))?(?: [a-z]+)?)"
    rf"| ?\((?P<bracketed>{_ROLE})\)"
)
_POST = r"(?:diretora?|gerente|secretari[oa]|morador|moradora|dono|dona|titular|responsavel|cliente|administradora?|soci[oa]|recepcionista)"
_TITLE = rf"(?:(?:{'|'.join(TITLES)})\.? )?"
_BEFORE_NAME = re.compile(  # "o ", "a locatária ", "a zeladora do prédio, ", "a dona ", "a filha dele, "
    rf"(?P<the>[oa] )?(?:nov[oa] |atual )?(?:(?P<role>{_ROLE_WORD}(?: (?:aqui )?d[oa] {_PLACE}\b)?),? |{_POST},? |"
    rf"(?P<relative>{_RELATIVE} (?:del[ea]|d[oae] [a-z]+)), )?{_TITLE}"
)


class _Label(NamedTuple):
    """Words that lead to a name: `word` finds them quickly, `pattern` reads them from there up to the name."""

    word: str
    pattern: re.Pattern[str]
    sure: bool = False  # whatever stands behind is a name; else only what looks like one
    begins: bool = False  # only where a clause begins


_IS = r"(?:eh?|seria)"
_WHO = r"(?:fala|escreve|avisa|manda mensagem|(?:es)?ta falando|(?:es)?ta escrevendo)"
_LABELS = (
    _Label("meu nome", re.compile(rf"meu nome(?: completo| todo| inteiro)?(?: e sobrenome)? ?(?:{_IS} |[:=-] ?)"), sure=True),
    _Label("nome", re.compile(r"nome(?: completo| e sobrenome)? ?[:=] ?"), sure=True),  # "nome: Ana Lima"
    _Label("me cham", re.compile(r"me cham(?:o |am (?:de )?|ar? (?:de|por) |em (?:de|por) )"), sure=True),
    _Label("chamo-me", re.compile(r"chamo-me "), sure=True),
    _Label("chamar de", re.compile(r"chamar de "), sure=True),
    _Label("meu nome", re.compile(r"meu nome(?: completo)? ?\??,? ")),  # "meu nome Natália Pontes", "Meu nome? Natália"
    _Label("nome", re.compile(rf"nome(?: completo)?\?? (?:{_IS} )?"), begins=True),
    _Label("o nome", re.compile(rf"o nome (?:{_IS} )?"), begins=True),
    _Label("solicitante", re.compile(r"solicitante ?[:=-] ?"), begins=True),
    _Label("sou", re.compile(r"sou(?: eu(?: mesm[oa])?,?)? ")),
    _Label("aqui", re.compile(rf"aqui(?: quem {_WHO})?,? eh? |aqui fala ")),
    _Label("quem", re.compile(rf"quem {_WHO}(?: aqui)? eh? ")),
    _Label("fala", re.compile(r"fala(?:ndo)? (?=[oa] )"), begins=True),  # "fala o Zé"
)
_IT_IS = tuple(_Label(f"{it_is} ", re.compile("eh? "), begins=True) for it_is in ("e o", "e a", "eh o", "eh a"))  # "é a Carla do 302"
_WITH_LABEL = re.compile(r"(?:\b(?:o|eu|e|pode|podem|me|oi|ola) )+$")
_DENIED = re.compile(r"\b(?:nao|nem|quem|se|que|voce|vc) (?:eu )?$")
_BEGINS = re.compile(r"(?:^|[,.;:!?\n\x00])[ )]{0,3}$")
_ENDS = re.compile(r"[ .!:–—-]*(?:$|[,;.!\n)(\x00]| [–-] )")
_MARKS = re.compile(r"[,.;:!?\n\x00()|/]| [–-] ")
_ASKS = re.compile(r" ?\?| (?:que|quem)\b(?! (?:sou|fala|ta|esta)\b)")  # "é a Marina?", "é a Marina que cuida disso"
_BEHIND_NAME = ("aqui", "falando", "quem fala", "que sou eu", "que fala", "que ta falando", "na linha")  # "Marcos Lima aqui"
_IS_THE_NAME = ("o nome", "o meu nome", "e o nome", "e o meu nome", "e meu nome", "eh meu nome", "meu nome")  # "Marcos é meu nome"
_BEGINS_WITH = {
    phrase: phrase.partition(" ")[0][:BEGUN] for phrase in (*(label.word for label in (*_LABELS, *_IT_IS)), *_BEHIND_NAME, *_IS_THE_NAME)
}
_OPENS = re.compile(r"[\s\x00]*")
_SIDE_BEHIND = re.compile(r", (?:sou )?(?P<role>(?:inquilin|locatari|proprietari)[oa])\b")
_OPENINGS = frozenset(("", "oi", "ola", "e", "eh o", "eh a", "e o", "e a", "o", "a"))  # between a clause's begin and such a name
_SIGNED = re.compile(
    rf"(?:^|(?<=[.,!;\n\x00 ]))(?:(?P<sure>att|at\.te|atte|atenciosamente|cordialmente|abs|abracos?|abc|ass|assinado|sds|saudacoes|"
    rf"respeitosamente|bjs?|beijos?)|obrigad[oa]s?|obg|grat[oa]|agradec(?:o|emos)|desde ja|valeu)(?P<break>[ ,.:;!\n–-]{{1,4}}){_TITLE}"
)
_LAST = re.compile(r"\bsobrenome(?: eh?| ?[:=])? ")
_WORD = re.compile(r"[a-z](?:\.(?= ?[a-z])|[a-z'’-]*)")
_DATA_NEXT = re.compile(rf"[,:]? ?{BLANK}")
_GAP_BEHIND = re.compile(r"[ ,;\n)>👈–-]{0,4}")
_EDGES = " \t-–—*_👉👈"
_FOREIGN = re.compile(r"[kwy]|([bcdfglmnptz])\1|[pt]h|^dj")  # no other word is written so
_NO_SURNAME = re.compile(r".{0,3}|[^aeiou]+|.{3,}(?:ad[oa]s?|id[oa]s?|mente)")  # "ana cansada", "ana novamente"
_SIDE_HINTS = hints("inquilino locatario proprietario".split())
_HINTS = hints("solicitante nome chamo chama chamam chamar fala falando sou aqui quem linha".split())
_IT_IS_HINTS = frozenset(("e", "eh"))
_SIGNED_HINTS = hints(
    "att at atte atenciosamente cordialmente abs abraco abracos abc ass assinado sds saudacoes respeitosamente bj bjs beijo beijos obrigado"
    " obrigada obg grato grata agradeco agradecemos desde valeu".split()
)


class Introductions(Record):
    """Values by field, and every place to cut."""

    found: dict[str, Mention]
    places: tuple[Span, ...] = ()


NOBODY = Introductions({})


class _Person(NamedTuple):
    name: str
    span: Span  # with the label
    role: Mention | None = None


def introduced(text: str, said: Words, data: Sequence[Span] = ()) -> Introductions:
    """First and last name, and a role that is told with them. `said` has blanks where other things stood, `data` are the writer's."""
    begun = said.begun
    looked, signed = not _HINTS.isdisjoint(begun), not _SIGNED_HINTS.isdisjoint(begun)
    it_is = not _IT_IS_HINTS.isdisjoint(begun)
    sided = not _SIDE_HINTS.isdisjoint(begun)
    if not (looked or signed or it_is or sided or data):
        return NOBODY
    known = not GIVEN.isdisjoint(said.texts)
    reader = _Reader(text, said)
    people = list(reader.labelled(_LABELS)) if looked else []
    if known:
        people += reader.labelled(_IT_IS) if it_is else ()
        people += reader.before_labels() if looked else ()
        people += reader.opening() if sided else ()
    people += reader.signed() if signed else ()
    people = people or (list(reader.beside(data)) if known else [])
    return _told(people, reader.last_name() if "sobr" in begun else None)


def _told(people: list[_Person], last: _Person | None) -> Introductions:
    """Nobody, where two different people are named."""
    firsts = {name_key(person.name).partition(" ")[0] for person in people}
    if len(firsts) > 1 or not (people or last):
        return NOBODY
    found: dict[str, Mention] = {}
    if people:
        longest = max(people, key=lambda person: len(person.name))
        first, _, rest = longest.name.partition(" ")
        found["first_name"] = (first, longest.span)
        if rest:
            found["last_name"] = (rest, longest.span)
        if role := next((person.role for person in people if person.role), None):
            found["role"] = role
    if last:
        found["last_name"] = (last.name, last.span)
    return Introductions(found, tuple(person.span for person in (*people, last) if person))


class _Reader:
    """One message: the text as typed beside its folded form."""

    def __init__(self, text: str, said: Words) -> None:
        self.text, self.said, self.folded = text, said, said.folded
        self.shouted = text.isupper()

    def labelled(self, labels: Sequence[_Label]) -> Iterator[_Person]:
        for label in [label for label in labels if _BEGINS_WITH[label.word] in self.said.begun]:
            for at in self._places(label.word):
                found = label.pattern.match(self.folded, at)
                if found and (person := self._behind(label, found)):
                    yield person

    def _places(self, phrase: str) -> Iterator[int]:
        """Where a phrase begins, the first places."""
        begins = (at for at in self.said.places[_BEGINS_WITH[phrase]] if self.folded.startswith(phrase, at))
        return islice(begins, _MAX_TRIED)

    def _behind(self, label: _Label, found: re.Match[str]) -> _Person | None:
        before = self.folded[max(0, found.start() - 16) : found.start()]
        if _DENIED.search(before) or (label.begins and not _BEGINS.search(before)):
            return None
        if label in _IT_IS and found[0] == "e " and self.text[found.start()] not in "éÉ":
            return None  # "e a Vera disse"
        lead = _BEFORE_NAME.match(self.folded, found.end())
        start = lead.end() if lead else found.end()
        words = self._words(start, sure=label.sure)
        known = words and (words[0][0] in GIVEN or len(words) >= _WHOLE)
        if not label.sure and not known and not (words and lead and any(lead.groupdict().values())):
            words = self._loosely(start)
        goes_with = _WITH_LABEL.search(before)
        role = next((_role(lead, group) for group in ("role", "relative") if lead and lead[group]), None)
        return self._person(words, found.start() - len(goes_with[0] if goes_with else ""), role)

    def _person(self, words: Name, start: int, role: Mention | None = None) -> _Person | None:
        if not words:
            return None
        end = words[-1].end() - words[-1][0].endswith(".")
        if _ASKS.match(self.folded, end):
            return None
        try:
            name = parse_person_name(self.text[words[0].start() : end])
        except Rejected:
            return None
        return _Person(name, (start, end), role or self._role_behind(end))

    def _role_behind(self, end: int) -> Mention | None:
        behind = _ROLE_BEHIND.match(self.folded, end)
        return _role(behind, "role" if behind["role"] else "bracketed") if behind else None

    def _words(self, at: int, *, sure: bool) -> Name:
        """The words from here on that make a name; "da" counts when a name follows."""
        words: Name = []
        particle: Name = []
        while len(words) < _MAX_WORDS and (word := _WORD.match(self.folded, at)):
            if word[0] in PARTICLES and words and not particle:
                particle = [word]
            elif self._is_name(word, words, sure=sure):
                words += [*particle, word]
                particle = []
            else:
                break
            at = word.end() + 1
            if self.folded[word.end() : at] != " ":
                break
        return words

    def _is_name(self, word: re.Match[str], before: Name, *, sure: bool) -> bool:
        """Known, or written like one: with a capital in a text that has others too. Behind a capital comes no unknown small word."""
        if word[0] in NO_NAMES:
            return False
        if word[0] in GIVEN or (before and word[0] in SURNAMES) or _FOREIGN.search(word[0]):
            return True
        begun_small = not before or self.shouted or not self._is_capital(before[0])
        if begun_small and (sure or (before and before[0][0] in GIVEN and self._ends_name(word))):
            return True
        return not self.shouted and self._is_capital(word)

    def _ends_name(self, word: re.Match[str]) -> bool:
        """ "sou o gustavo marra, …", "raimunda nonata costa": an unknown word behind a given name, with a mark or another clause behind."""
        if word[0] in MEANINGS or VERBAL.fullmatch(word[0]) or _NO_SURNAME.fullmatch(word[0]) or signs_of(word[0]):
            return False
        behind = _ENDS.match(self.folded, word.end()) or _WORD.match(self.folded, word.end() + 1)
        return behind is not None and (behind.re is _ENDS or behind[0] in NO_NAMES or behind[0] in SURNAMES)

    def _is_capital(self, word: re.Match[str]) -> bool:
        return self.text[word.start()].isupper()

    def _loosely(self, at: int) -> Name:
        """Small letters that nobody knows are a name with a role or the writer's data behind them: "sou a zuila brandes inquilina"."""
        words: Name = []
        while len(words) < _MAX_WORDS and (word := _WORD.match(self.folded, at)) and word[0] not in NO_NAMES:
            words.append(word)
            at = word.end()
            if _ROLE_BEHIND.match(self.folded, at) or _DATA_NEXT.match(self.folded, at):
                ends_well = PARTICLES.isdisjoint((words[0][0], word[0]))
                return words if ends_well and (len(words) >= _WHOLE or self._is_capital(word)) else []
            if self.folded[at : at + 1] != " ":
                break
            at += 1
        return []

    def before_labels(self) -> Iterator[_Person]:
        """ "Marcos Lima aqui", "fala com o Nonato que sou eu"."""
        for label in [label for label in (*_BEHIND_NAME, *_IS_THE_NAME) if _BEGINS_WITH[label] in self.said.begun]:
            for at in self._places(label):
                end = at + len(label)
                called = not self.folded[end : end + 1].isalnum() and not self.folded.startswith((" e ", " eh "), end)
                called = called and (label in _BEHIND_NAME or _ENDS.match(self.folded, end) is not None)
                if called and (person := self._before(at - 1, anywhere=label.endswith("sou eu"))):
                    yield person._replace(span=(person.span[0], end), role=person.role or self._role_behind(end))

    def _before(self, end: int, *, anywhere: bool) -> _Person | None:
        """The name up to `end`, alone in its clause."""
        low = max(0, end - _REACH)
        low = max((mark.end() for mark in _MARKS.finditer(self.folded, low, max(low, end))), default=low)
        words = list(_WORD.finditer(self.folded, low, max(low, end)))
        first = next((at for at, word in enumerate(words) if word[0] in GIVEN), None)
        if first is None:
            return None
        opening = " ".join(word[0] for word in words[:first] if word[0] not in TITLES)
        name = self._words(words[first].start(), sure=False) if anywhere or opening in _OPENINGS else []
        return self._person(name, words[first].start()) if name and name[-1].end() == end else None

    def opening(self) -> Iterator[_Person]:
        """ "davi lucena, inquilino da rua …", where the message begins."""
        start = _OPENS.match(self.folded)
        words = self._words(start.end() if start else 0, sure=False)
        side = _SIDE_BEHIND.match(self.folded, words[-1].end()) if words and words[0][0] in GIVEN else None
        if side and (person := self._person(words, words[0].start(), _role(side, "role"))):
            yield person

    def signed(self) -> Iterator[_Person]:
        """ "Att, Ana Lima" at a sentence's end; thanks may be said to somebody, so that one name behind them needs a line of its own."""
        for label in islice(self.said.matches(_SIGNED, _SIGNED_HINTS), _MAX_TRIED):
            words = self._words(label.end(), sure=False)
            alone = label["sure"] or "\n" in label["break"]
            if not words or not _ENDS.match(self.folded, words[-1].end()) or not (alone or len(words) >= _WHOLE):
                continue
            if (label["sure"] or words[0][0] in GIVEN) and (person := self._person(words, label.start())):
                yield person

    def beside(self, data: Sequence[Span]) -> Iterator[_Person]:
        """A name alone between marks beside the writer's own data: "Tiago Mourão, tiago@uol.com.br"."""
        for start, end in data:
            called = "meu " in self.text[start:end].lower()  # "Marina, meu cpf é …" speaks to Marina
            for piece in (self._piece_before(start), self._piece_behind(end)):
                words = self._words(piece[0], sure=False) if piece else []
                if not piece or not words or words[-1].end() != piece[1] or words[0][0] not in GIVEN:
                    continue
                addressed = called and len(words) < _WHOLE and piece[0] < start
                if not addressed and (person := self._person(words, piece[0])):
                    yield person

    def _piece_before(self, at: int) -> Span | None:
        low = max(0, at - _REACH)
        end = low + len(self.folded[low:at].rstrip(_EDGES + ",;:(\n<"))
        start = max((mark.end() for mark in _MARKS.finditer(self.folded, low, end)), default=low)
        return self._stripped(start, end)

    def _piece_behind(self, at: int) -> Span | None:
        gap = _GAP_BEHIND.match(self.folded, at)
        start = gap.end() if gap else at
        mark = _MARKS.search(self.folded, start, start + _REACH)
        end = mark.start() if mark else len(self.folded)
        return self._stripped(start, end) if end - start <= _REACH and _ENDS.match(self.folded, end) else None

    def _stripped(self, start: int, end: int) -> Span | None:
        piece = self.folded[start:end]
        start += len(piece) - len(piece.lstrip(_EDGES))
        end -= len(piece) - len(piece.rstrip(_EDGES))
        return (start, end) if start < end else None

    def last_name(self) -> _Person | None:
        """ "meu sobrenome é Pacheco"."""
        label = _LAST.search(self.folded)
        return self._person(self._words(label.end(), sure=True), label.start()) if label else None


def _role(found: re.Match[str], group: str) -> Mention:
    word = found[group]
    return next((meant for begin, meant in _ROLES.items() if word.startswith(begin)), "other"), found.span(group)
