"""What stands in front of a number or an e-mail address: the field it is named as, and whose it is."""

import re

from core.given_names import GIVEN
from core.owner_words import (
    ARTICLES,
    ASKS,
    AT,
    BILLS,
    BODIES,
    BOUGHT,
    BUSINESSES,
    FIELDS,
    HIRED,
    HOLDERS,
    IS,
    MEANINGS,
    NUMBERS,
    OF,
    OFF,
    OUR,
    OWN_THINGS,
    PAYS,
    PRONOUNS,
    PROOFS,
    RECEIPTS,
    REMOVE,
    TALK,
    TENANTS,
    TOWARDS,
    VOCATIVES,
    WHOLE,
    WITH,
    YOU,
    Meaning,
)
from core.sentence_starts import SentenceStart, meaning_of

_NOT_THIS = frozenset("e eh esse este essa".split())
_NEAR = 8  # words of the same piece of a sentence
_BEYOND = 8  # words of the piece before: "o porteiro, tel …"
_GAP = re.compile(r"[\s:.=(/-]*")
_ATTACHED = re.compile(r"\s*[(:]")
_HAS = frozenset("tem vem veio traz".split())
_STOPS = re.compile(r"\s*[,.!…]")
_FROM = ("pelo", "desse", "deste")  # "mandei as fotos pelo e-mail …"


class WordsBefore(SentenceStart):
    """The same, read from the value back: the word nearest to it that tells something decides."""

    def __init__(self, field: str, folded: str, start: int) -> None:
        super().__init__(field, folded, start)
        self.label: int | None = None  # index of the word that names the field
        self.strong = False  # not only "número" or "contato"
        self.loose = False  # unknown words stand between
        self.someones = False  # "do Marcos" stands between
        self.mine = False  # "meu", "me liga" stands before
        self.ours = False  # "meu cpf", with nothing between
        self.lists = False  # "minha mãe, cpf …, tel …"
        self.taken = False  # the label in front is the other value's: "529… é meu cpf e 11 …"

    def is_own(self) -> bool:
        right, near, beyond = self.at, 0, 0
        for index in reversed(range(len(self.words))):
            word = self.words[index]
            beyond += bool(beyond) or "," in self.folded[word.end : right]
            right, near = word.start, near + 1
            if self._is_value(index) or near > _NEAR or beyond > _BEYOND:
                return not self._is_listed(index) and (self.label is not None or not self.someones)
            own = self._own(index, beyond > 0)
            if own is not None:
                return own
        return self.label is not None or not (self.someones or self._is_sender())

    def _own(self, index: int, beyond: bool) -> bool | None:
        """Whether a word tells that the value is the writer's, in this field; None when it tells nothing."""
        word = self.words[index].text
        meaning = None if self.field == "cnpj" and word in BODIES else meaning_of(word)
        if meaning == "person":
            own = self._persons(index, beyond)
            self.lists = own is False and (beyond or self.label is not None)
            return own
        if (word == "eu" and self._text(index - 1) == "sou") or self._is_asked(word, index):
            return True
        if meaning == "mine" and not self._is_told(index) and not (beyond and word in ASKS and self._is_denied(index)):
            self.mine = not (word in ASKS and (self._is_denied(index) or self._is_bidden(index) or self._is_done(index)))
            self.ours = word in OUR and self.strong and self.label == index + 1
            return self.mine
        shown = self._is_shown(index)
        if shown or self._is_somebodys(word, index) or (beyond and self._is_beside_others(word, index)):
            self.lists = shown or (word in GIVEN and (beyond or self.label is not None))
            return False
        if beyond:
            return False if meaning in (self.field, "number") and self._is_what(index) else None
        return self._beside(word, meaning, index)

    def _is_somebodys(self, word: str, index: int) -> bool:
        """ "é o Jair …", "no local: Nair …", "o pix do Jair …", "outra pessoa …"."""
        if word in ("outra", "outro"):
            return self._text(index + 1) in ("pessoa", "cliente")
        if self._is_received(word, index):
            return True
        return word in GIVEN and (self._is_introduced(index) or self._is_headed(index) or self._holder(index) in HOLDERS)

    def _beside(self, word: str, meaning: Meaning | None, index: int) -> bool | None:
        """What a word of the same piece of a sentence tells."""
        if meaning in FIELDS:
            return self._called(meaning, index)
        if meaning == "number":
            return self._numbered(index)
        return False if self._is_others(word, meaning, index) else self._passed(word, index)

    def _is_others(self, word: str, meaning: Meaning | None, index: int) -> bool:
        """ "protocolo …", "achei no …", "o número que me deram", "comprei na loja de CNPJ …"."""
        if self.field == "cnpj" and (word in BOUGHT or (word in BILLS and self._tells(word, index))):
            return True
        if meaning == "thing":
            ours = self.strong or self._is_on_paper(index) or self._is_beside_label(index) or self._is_sequence(word, index)
            return not ours and (self.field != "email" or word in PAYS)
        if meaning in ("call", "advert"):
            return self.field in NUMBERS and not (word in ("atende", "atendem") and self._text(index - 1) == "que")
        if meaning == "old":
            return not (word == "errado" and self._text(index - 1).endswith("ei"))  # "digitei errado, …"
        if word in REMOVE or (word == "quem" and self._text(index + 1) in IS):
            return all(MEANINGS.get(each.text) in (*FIELDS, "number", "link") for each in self.words[index + 1 :])
        return meaning == "told" or self._is_hired(index) or self._is_order(word, index) or (word in TOWARDS and self._is_paid(index))

    def _tells(self, word: str, index: int) -> bool:
        """ "no boleto tem o CNPJ …", "nota da Ferragem Sol, CNPJ …"; not "segunda via do boleto do CNPJ …"."""
        following = [each.text for each in self.words[index + 1 :]]
        sellers = self.loose or not IS.isdisjoint(following) or not OF.isdisjoint(following[:1])
        return not _HAS.isdisjoint(following) or (word in RECEIPTS and sellers)

    def _called(self, field: str, index: int) -> bool | None:
        if self._is_of_another(index):
            return False
        if self.loose or self.strong:
            return None
        if field != self.field and self._is_behind_a_value(index):
            self.taken = True
            return None
        label = self._named_in_row(index)
        if label is None:
            return False
        self.label, self.strong = label, True
        return True if field == "email" and self._text(index - 1) in _FROM else None

    def _is_beside_others(self, word: str, index: int) -> bool:
        """What the piece before tells: "o orçamento é da Sol, tel …", "nota da Leroy, CNPJ …", "o Roberto me ligou, …"."""
        if self.field == "cnpj" and (word in HIRED or (word in BILLS and all(each.text != "via" for each in self.words))):
            return True
        if word in PROOFS and self._text(index + 1) in IS and self._text(index + 2) in OF:
            return True
        if word in ("chave", "chaves"):  # "a Neuza do 12 tem a chave, fone …"
            return any(each.text in GIVEN or MEANINGS.get(each.text) == "person" for each in self.words)
        return MEANINGS.get(word) == "told" and self._is_told_of(index)

    def _is_told_of(self, index: int) -> bool:
        """ "o Roberto me ligou, 11 …"."""
        ends_piece = self.folded.startswith(",", self.words[index].end)
        return ends_piece and self.label is None and self.field in NUMBERS

    def _is_of_another(self, index: int) -> bool:
        """ "o telefone da vidraçaria": the field's word with somebody behind it."""
        behind = [word.text for word in self.words[index + 1 : index + 3]]
        return self.someones or (len(behind) > 1 and behind[0] in OF and not self._is_mine(behind[1]))

    def _numbered(self, index: int) -> bool | None:
        if self._is_of_another(index) or self._is_of_a_bill(index):
            return False
        if self.label is None and not self.loose and self.field in NUMBERS:
            self.label = index
        self.loose = self.loose or self.field == "cpf"  # "meu número é 52998224725" may be any number
        return None

    def _is_of_a_bill(self, index: int) -> bool:
        """ "boleto …, nosso número …": so banks call a bill's number."""
        ours = self._text(index - 1) == "nosso"
        return ours and (self.field == "cpf" or any(word.text in BILLS for word in self.words))

    def _passed(self, word: str, index: int) -> bool | None:
        """Words between: "do Marcos", "falar com a Ana", "não é"."""
        following = self._text(index + 1)
        if word in OF and following:
            if self._text(index - 1) in ("o", "a") and not self._is_mine(following):
                return False  # "e o do Marcos é …"
            self.someones = self.someones or following in GIVEN
        elif self._is_sent_away(word, index):
            return False
        elif word not in MEANINGS and word not in OWN_THINGS and word != "ou":
            self.loose = True
        return None

    def _is_sent_away(self, word: str, index: int) -> bool:
        """ "falar com a Ana no …", "não usem mais o …", "não é esse o cpf …"; not "…, não, …", which corrects."""
        if word == "nao" and not _STOPS.match(self.folded, self.words[index].end):
            following = [each.text for each in self.words[index + 1 :]]
            return _NOT_THIS.issuperset(following[:2]) if self.label is not None else OFF.issuperset(following)
        return word in (*WITH, "por") and self._text(index - 1) in TALK

    def _persons(self, index: int, beyond: bool) -> bool | None:
        """ "o porteiro, tel …" is his; "no vizinho" is a place, "sou o porteiro" the writer, "inquilina, …" too."""
        word, before = self.words[index].text, self._text(index - 1)
        if (word not in PRONOUNS and self._is_self(index)) or (word in BUSINESSES and before in OUR):
            return True
        numbered = word in BUSINESSES and self._text(index + 1).isdecimal()
        if word in ("ele", "ela") and self._text(index + 1) in WHOLE:
            return None
        if numbered or self._is_lived_with(index) or (word in VOCATIVES and before not in ARTICLES):
            return None  # "av. Brasil 2040 loja 3, CNPJ …", "moça, meu zap …"
        if self._is_theirs(word, before, index, beyond):
            return False
        placed = before in AT or (before in OF and beyond)
        if placed or (before in OF and index > 1 and self.words[index - 2].text not in ("o", "a")):
            self.loose, self.someones = True, self.someones or not placed
            return None
        return word in TENANTS and before not in ARTICLES

    def _is_theirs(self, word: str, before: str, index: int, beyond: bool) -> bool:
        """ "o pix do encanador, cpf …", "o pix pra chave de vocês, 67 …", "a chave está na portaria (11 …)"."""
        if before in AT and any(each.text in ("chave", "chaves") for each in self.words[:index]):
            return not self.loose
        if before in AT:
            return index == len(self.words) - 1 and _ATTACHED.match(self.folded, self.words[index].end) is not None
        if (before in OF and beyond and word in YOU) or MEANINGS.get(before) == "old":
            return True
        holder = self._holder(index)
        return (word not in TENANTS and holder in (*HOLDERS, "nome")) or (beyond and MEANINGS.get(holder) in (self.field, "number"))

    def start(self) -> int:
        """Where the words begin that go with the value."""
        index = len(self.words) if self.label is None else self.label
        start = self.at if self.label is None else self.words[index].start
        asked = self.label is not None
        first = start
        while index and self._leads(index - 1) and _GAP.fullmatch(self.folded, self.words[index - 1].end, start):
            index -= 1
            start = self.words[index].start
            asked = asked or self.words[index].text in ASKS
        return start if asked else first
