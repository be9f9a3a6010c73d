"""What stands around a number or an e-mail address: which field it is named as, and whether it is the writer's own."""

import re
from itertools import islice
from typing import NamedTuple

from core.given_names import GIVEN, TITLES
from core.owner_words import ARTICLES, ASKS, AT, BILLS, BODIES, LEADS, MEANINGS, OF, OFF, OWN_THINGS, SELF, TALK, TENANTS

Span = tuple[int, int]
_REACH = 90  # characters on each side in which words can belong to a value
_NEAR = 8  # words of the same piece of a sentence
_BEYOND = 4  # words of the piece before: "o porteiro, tel …"
_BEHIND = 8  # words after a value
_SELF_REACH = 5  # words between "sou" and the person: "aqui é o seu Zé porteiro"
_ANOTHER_VALUE = 3  # digits; a longer number is no word of a label
_WORD = re.compile("[a-z]+|[0-9]+|@")
_SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in "tel cel fone dr dra sr sra prof num nr n".split())  # "tel. 11 …" is no end
_ENDS = re.compile(rf"[;!?\n\x00]|\.(?=\s){_SHORTENED}")
_GAP = re.compile(r"[\s:.=(/-]*")
_VALUE_NEXT = re.compile(r"[^\w,;\n]*(?:e |eh |[eé] )?[\w.]*[\d@]")
_FIELDS = ("cpf", "cnpj", "email", "mobile")
_FROM = ("pelo", "desse", "deste")  # "mandei as fotos pelo e-mail …"
_WRITER = frozenset(("comigo", "eu", "mim"))  # "falar comigo", "com a Ana que sou eu"
_THEIRS = frozenset("voce voces vc vcs".split())
_NUMBERS = ("email", "mobile")  # what a bare "contato" or "número" can be


class Label(NamedTuple):
    """A value with the words that go with it; whether they name its field."""

    span: Span
    named: bool


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def label_of(field: str, text: str, folded: str, value: Span) -> Label | None:
    """None for another field, another thing's number ("protocolo"), or another person's: "o zap da síndica é"."""
    before = _Before(field, folded, value[0])
    if not before.is_own():
        return None
    end = _behind(field, text, folded, value[1], named=before.label is not None)
    if end is None:
        return None
    return Label((before.start(), end), before.label is not None or end > value[1])


class _Before:
    """The words of a sentence in front of a value, read from the value back."""

    def __init__(self, field: str, folded: str, start: int) -> None:
        low = max(0, start - _REACH)
        low = max((end.end() for end in _ENDS.finditer(folded, low, start)), default=low)
        self.words = [_Word(found[0], *found.span()) for found in _WORD.finditer(folded, low, start)]
        self.field, self.folded, self.at = field, folded, start
        self.label: int | None = None  # index of the word that names the field
        self.strong = False  # not only "número" or "contato"
        self.loose = False  # unknown words stand between
        self.someones = False  # "do Marcos" stands between

    def is_own(self) -> bool:
        right, near, beyond = self.at, 0, 0
        for index in reversed(range(len(self.words))):
            word = self.words[index]
            beyond += bool(beyond) or "," in self.folded[word.end : right]
            right, near = word.start, near + 1
            if word.text == "@" or (word.text.isdecimal() and len(word.text) >= _ANOTHER_VALUE) or near > _NEAR or beyond > _BEYOND:
                break
            own = self._own(index, beyond > 0)
            if own is not None:
                return own
        return self.label is not None or not self.someones

    def _own(self, index: int, beyond: bool) -> bool | None:
        """Whether a word tells that the value is the writer's, in this field; None when it tells nothing."""
        word = self.words[index].text
        meaning = None if self.field == "cnpj" and word in BODIES else MEANINGS.get(word)
        if meaning == "person":
            return self._persons(index, beyond)
        if meaning == "mine":
            return not (word in ASKS and self._is_denied(index))
        if beyond:
            return False if self._is_beside_others(word, index) else None
        if meaning in _FIELDS:
            return self._called(meaning, index)
        if meaning == "number":
            return self._numbered(index)
        others = meaning == "old" or (meaning == "thing" and not self.strong) or (meaning == "call" and self.field in _NUMBERS)
        return False if others else self._passed(word, index)

    def _called(self, field: str, index: int) -> bool | None:
        if self._is_of_another(index):
            return False
        if self.loose or self.strong:
            return None
        before = self.words[index - 1].text if index else ""
        apart = 2 if before in ("e", "ou") and index > 1 else 1
        other = self.words[index - apart].text if index else ""
        if self.field not in (field, other):  # "cpf/cnpj: …", "cpf e telefone: …" name both
            return False
        self.label, self.strong = index - apart * (field != self.field), True
        return True if field == "email" and before in _FROM else None

    def _is_beside_others(self, word: str, index: int) -> bool:
        """What the piece before tells: "nota da Leroy, CNPJ …", "o Roberto me ligou, …", "o zelador é o Jair, …"."""
        if word in GIVEN:
            return self._is_introduced(index)
        return (self.field == "cnpj" and word in BILLS) or (MEANINGS.get(word) == "call" and self._is_told_of(index))

    def _is_told_of(self, index: int) -> bool:
        """ "o Roberto me ligou, 11 …"."""
        ends_piece = self.folded.startswith(",", self.words[index].end)
        return ends_piece and self.label is None and self.field in _NUMBERS

    def _is_introduced(self, index: int) -> bool:
        """ "quem cuida disso é o Dr. Álvaro, tel …"; not "é a Carla do 302, tel …", who writes herself."""
        words = [word.text for word in self.words[max(0, index - _SELF_REACH) : index]]
        while words and words[-1] in TITLES:
            words.pop()
        if words[-1:] not in (["o"], ["a"]) or self._is_self(index) or words[-4:-2] == ["quem", "fala"]:
            return False
        return words[:-1] not in (["e"], ["eh"])

    def _is_denied(self, index: int) -> bool:
        """ "não me liguem no …"."""
        return any(word.text == "nao" for word in self.words[max(0, index - 2) : index])

    def _is_of_another(self, index: int) -> bool:
        """ "o telefone da vidraçaria": the field's word with somebody behind it."""
        behind = [word.text for word in self.words[index + 1 : index + 3]]
        return self.someones or (len(behind) > 1 and behind[0] in OF and not self._is_mine(behind[1]))

    def _numbered(self, index: int) -> bool | None:
        if self._is_of_another(index) or self._is_of_a_bill(index):
            return False
        if self.label is None and not self.loose and self.field in _NUMBERS:
            self.label = index
        return None

    def _is_of_a_bill(self, index: int) -> bool:
        """ "boleto …, nosso número …": so banks call a bill's number."""
        return index > 0 and self.words[index - 1].text == "nosso" and any(word.text in BILLS for word in self.words)

    def _passed(self, word: str, index: int) -> bool | None:
        """Words between: "do Marcos", "falar com a Ana", "não é"."""
        following = self.words[index + 1].text if index + 1 < len(self.words) else ""
        if word in OF and following:
            if index and self.words[index - 1].text in ("o", "a") and not self._is_mine(following):
                return False  # "e o do Marcos é …"
            self.someones = self.someones or following in GIVEN
        elif self._is_sent_away(word, index):
            return False
        elif word not in MEANINGS and word not in OWN_THINGS:
            self.loose = True
        return None

    def _is_sent_away(self, word: str, index: int) -> bool:
        """ "falar com a Ana no …", "não usem mais o …"."""
        talk = word == "com" and index > 0 and self.words[index - 1].text in TALK
        return talk or (word == "nao" and self.label is None and all(each.text in OFF for each in self.words[index + 1 :]))

    def _is_mine(self, thing: str) -> bool:
        own = thing in OWN_THINGS or (self.field == "cnpj" and thing in BODIES)
        return own or MEANINGS.get(thing) in (*_FIELDS, "number", "mine", "link")

    def _persons(self, index: int, beyond: bool) -> bool | None:
        """ "o porteiro, tel …" is his; "no vizinho" is a place, "sou o porteiro" the writer, "inquilina, …" too."""
        before = self.words[index - 1].text if index else ""
        if self._is_self(index):
            return True
        if before in OF and beyond and self.words[index].text in _THEIRS:
            return False  # "… pra chave de vocês, 67 …"
        if before in AT or (before in OF and beyond):
            self.loose = True
            return None
        if before in OF and index > 1 and self.words[index - 2].text not in ("o", "a"):
            self.loose = self.someones = True
            return None
        return self.words[index].text in TENANTS and before not in ARTICLES

    def _is_self(self, index: int) -> bool:
        first = max(0, index - _SELF_REACH)
        said = next((at for at in range(first, index) if self.words[at].text in SELF), None)
        if said is None:
            return False
        apart = "," in self.folded[self.words[said].end : self.words[index].start]
        return not apart or self.words[index - 1].text not in ARTICLES

    def start(self) -> int:
        """Where the words begin that go with the value."""
        index = len(self.words) if self.label is None else self.label
        start = self.at if self.label is None else self.words[index].start
        asked = self.label is not None
        first = start
        while index and self.words[index - 1].text in LEADS | ASKS and _GAP.fullmatch(self.folded, self.words[index - 1].end, start):
            index -= 1
            start = self.words[index].start
            asked = asked or self.words[index].text in ASKS
        return start if asked else first


def _behind(field: str, text: str, folded: str, end: int, *, named: bool) -> int | None:
    """The end of "… é meu celular"; None for "… é do porteiro", "…, falar com a Ana"."""
    reach = min(len(folded), end + _REACH)
    stop = next((found.start() for found in _ENDS.finditer(folded, end, reach)), reach)
    words = [_Word(found[0], *found.span()) for found in islice(_WORD.finditer(folded, end, stop), _BEHIND)]
    texts = ["eh" if text[word.start] in "éÉ" else word.text for word in words]
    if any(texts[at] in TALK and texts[at + 1] == "com" for at in range(min(3, len(texts) - 1))):
        return None if _WRITER.isdisjoint(texts) else end
    for at, word in enumerate(words):
        if word.text.isdecimal() or ("," in folded[end : word.start] and texts[0] not in GIVEN):  # "… Pedro, meu filho"
            break
        meaning = MEANINGS.get(word.text)
        if meaning in (*_FIELDS, "number"):
            return _named_behind(field, folded, words[at:], end, named=named)
        if _is_anothers(texts, at, named=named):
            return None
        if meaning not in ("link", "mine") and word.text not in GIVEN:
            break
    return end


def _is_anothers(texts: list[str], at: int, *, named: bool) -> bool:
    """What a word behind a value says: "(o porteiro)", "do Marcos", "não é meu", "antigo"."""
    word, before, behind = texts[at], texts[at - 1] if at else "", texts[at + 1 : at + 3]
    if word == "nao":
        return not OFF.isdisjoint(behind[:1])
    if word in OF:
        own = (
            texts[:2] == ["e", "o"]
            or (named and texts[:1] == ["e"])
            or not behind
            or (behind[0] in OWN_THINGS and MEANINGS.get(behind[-1]) != "person")
        )
        return not own  # "… e o da minha esposa é …" speaks of the next number
    if MEANINGS.get(word) == "person":
        return word not in TENANTS or before in ARTICLES
    return MEANINGS.get(word) == "old"


def _named_behind(field: str, folded: str, words: list[_Word], end: int, *, named: bool) -> int | None:
    """ "esse é o cnpj", "meu whats": not where the word leads to the next value, and not of another field."""
    word, *others = words
    if named or _VALUE_NEXT.match(folded, word.end):
        return end
    behind = [each.text for each in others[:3]]
    if len(behind) > 1 and behind[0] in OF and (behind[1] not in OWN_THINGS or MEANINGS.get(behind[-1]) == "person"):
        return None
    if MEANINGS[word.text] == field or (MEANINGS[word.text] == "number" and field in _NUMBERS):
        return word.end + folded.startswith(")", word.end)
    return end
