"""What stands in front of a number or an e-mail address: the field it is named as, and whose it is."""

import re

from core.given_names import GIVEN, TITLES
from core.owner_words import (
    ARTICLES,
    ASKS,
    AT,
    BILLS,
    BODIES,
    BOUGHT,
    BUSINESSES,
    ENDS,
    FIELDS,
    HEADS,
    HIRED,
    HOLDERS,
    LEADS,
    LIVE,
    MEANINGS,
    NUMBERS,
    OF,
    OFF,
    OUR,
    OWN_THINGS,
    PAPERS,
    PAYS,
    PRONOUNS,
    REACH,
    RECEIPTS,
    REMOVE,
    SELF,
    TALK,
    TENANTS,
    THE,
    TOLD,
    TOWARDS,
    UTILITIES,
    VOCATIVES,
    WORD,
    Meaning,
    Word,
)

_NEAR = 8  # words of the same piece of a sentence
_BEYOND = 8  # words of the piece before: "o porteiro, tel …"
_SELF_REACH = 5  # words between "sou" and the person: "aqui é o seu Zé porteiro"
_HELD = 2  # words of "pix do" in front of somebody
_ANOTHER_VALUE = 3  # digits; a longer number is no word of a label
_GAP = re.compile(r"[\s:.=(/-]*")
_ASIDE = re.compile(r"\([^()\d@]{1,60}\)")
_ATTACHED = re.compile(r"\s*[(:]")
_HAS = frozenset("tem vem veio traz".split())
_IS = frozenset("e eh esta ta".split())
_STOPS = re.compile(r"\s*[,.!…]")
_FROM = ("pelo", "desse", "deste")  # "mandei as fotos pelo e-mail …"
_THEIRS = frozenset("voce voces vc vcs".split())


def _less_aside(said: re.Match[str]) -> str:
    """ "meu cpf (sim, tenho): …"; "(da minha mãe)" stays."""
    tells = any(word in OF or MEANINGS.get(word) == "person" or word in GIVEN for word in WORD.findall(said[0]))
    return said[0] if tells else " " * len(said[0])


def _meaning(word: str) -> Meaning | None:
    """Of things the plural too: "protocolos"."""
    return MEANINGS.get(word) or ("thing" if MEANINGS.get(word[:-1]) == "thing" and word.endswith("s") else None)


class WordsBefore:
    """The words of a sentence in front of a value, read from the value back."""

    def __init__(self, field: str, folded: str, start: int) -> None:
        low = max(0, start - REACH)
        self.low = low = max((end.end() for end in ENDS.finditer(folded, low, start)), default=low)
        said = _ASIDE.sub(_less_aside, folded[low:start])
        self.words = [Word(found[0], low + found.start(), low + found.end()) for found in WORD.finditer(said)]
        self.folded = f"{folded[:low]}{said}{folded[start:]}" if "(" in folded[low:start] else folded
        self.field, self.at = field, start
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
            if word.text == "@" or (word.text.isdecimal() and len(word.text) >= _ANOTHER_VALUE) or near > _NEAR or beyond > _BEYOND:
                return not self._is_listed(index) and (self.label is not None or not self.someones)
            own = self._own(index, beyond > 0)
            if own is not None:
                return own
        return self.label is not None or not (self.someones or self._is_sender())

    def _text(self, index: int) -> str:
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def _is_sender(self) -> bool:
        """ "o boleto vem do ana@uol.com.br"."""
        return self.field == "email" and len(self.words) > 1 and self.words[-1].text in OF

    def _is_listed(self, index: int) -> bool:
        """ "os protocolos 2026-0044 e 11987654321"."""
        if index + 1 == len(self.words) or not all(word.text in ("e", "ou") or word.text.isdecimal() for word in self.words[index + 1 :]):
            return False
        words = (word.text for word in reversed(self.words[:index]) if not word.text.isdecimal() and word.text not in ("e", "ou"))
        return _meaning(thing := next(words, "")) == "thing" and thing not in ("fixo", "residencial")

    def _own(self, index: int, beyond: bool) -> bool | None:
        """Whether a word tells that the value is the writer's, in this field; None when it tells nothing."""
        word = self.words[index].text
        meaning = None if self.field == "cnpj" and word in BODIES else _meaning(word)
        if meaning == "person":
            own = self._persons(index, beyond)
            self.lists = own is False and (beyond or self.label is not None)
            return own
        if word == "eu" and self._text(index - 1) == "sou":
            return True
        if meaning == "mine" and not self._is_told(index) and not (beyond and word in ASKS and self._is_denied(index)):
            self.mine = not (word in ASKS and (self._is_denied(index) or self._is_bidden(index) or self._is_done(index)))
            self.ours = word in OUR and self.strong and self.label == index + 1
            return self.mine
        if self._is_somebodys(word, index) or (beyond and self._is_beside_others(word, index)):
            self.lists = word in GIVEN and (beyond or self.label is not None)
            return False
        return None if beyond else self._beside(word, meaning, index)

    def _is_somebodys(self, word: str, index: int) -> bool:
        """ "é o Jair …", "no local: Nair …", "o pix do Jair …", "outra pessoa …"."""
        if word in ("outra", "outro"):
            return self._text(index + 1) in ("pessoa", "cliente")
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
            ours = self.strong or self._is_on_paper(index) or self._is_beside_label(index)
            return not ours and (self.field != "email" or word in PAYS)
        if meaning in ("call", "advert"):
            return self.field in NUMBERS and not (word in ("atende", "atendem") and self._text(index - 1) == "que")
        if meaning == "old":
            return not (word == "errado" and self._text(index - 1).endswith("ei"))  # "digitei errado, …"
        if word in REMOVE or (word == "quem" and self._text(index + 1) in _IS):
            return all(MEANINGS.get(each.text) in (*FIELDS, "number", "link") for each in self.words[index + 1 :])
        return meaning == "told" or self._is_hired(index) or self._is_order(word, index) or (word in TOWARDS and self._is_paid(index))

    def _is_order(self, word: str, index: int) -> bool:
        """ "OS 123", "o.s. 123": an order; "… no lugar do …": what goes."""
        if word == "lugar":
            return OF.issuperset(each.text for each in self.words[index + 1 :])
        before = self._text(index - 1)
        return index == len(self.words) - 1 and (word == "os" or (word == "s" and before == "o"))

    def _tells(self, word: str, index: int) -> bool:
        """ "no boleto tem o CNPJ …", "nota da Ferragem Sol, CNPJ …"; not "segunda via do boleto do CNPJ …"."""
        following = [each.text for each in self.words[index + 1 :]]
        sellers = self.loose or not _IS.isdisjoint(following) or not OF.isdisjoint(following[:1])
        return not _HAS.isdisjoint(following) or (word in RECEIPTS and sellers)

    def _is_bidden(self, index: int) -> bool:
        """ "falaram pra ligar no …": others said so."""
        before = [word.text for word in self.words[max(0, index - 3) : index]]
        return before[-1:] in (["pra"], ["para"], ["eu"]) and any(TOLD.fullmatch(word) for word in before)

    def _is_done(self, index: int) -> bool:
        """ "ela só responde no …"."""
        return not PRONOUNS.isdisjoint(word.text for word in self.words[max(0, index - 2) : index])

    def _is_headed(self, index: int) -> bool:
        """ "no local: Nair …", "recado com Nair …"."""
        return not HEADS.isdisjoint(word.text for word in self.words[:index]) and not self._is_self(index)

    def _is_told(self, index: int) -> bool:
        """ "que me deram", "me passaram", "marcou comigo": others did it."""
        beside = {"me": index + 1, "comigo": index - 1}.get(self.words[index].text, -1)
        return TOLD.fullmatch(self._text(beside)) is not None

    def _is_on_paper(self, index: int) -> bool:
        """ "o cpf do titular do contrato"."""
        before = [word.text for word in self.words[max(0, index - 5) : index]]
        held = self.words[index].text in PAPERS and (before[-1:] and before[-1] in OF | AT)
        return bool(held) and any(MEANINGS.get(word) == self.field for word in before)

    def _is_beside_label(self, index: int) -> bool:
        """ "CPF/RG …", "CNPJ pra nota …"."""
        before = [word.text for word in self.words[max(0, index - 2) : index]]
        joined = before[-1:] and (before[-1] in TOWARDS or before[-1] == "e")
        return MEANINGS.get((before[0] if joined else before[-1]) if before else "") == self.field

    def _is_hired(self, index: int) -> bool:
        """ "a empresa que instalou o ar", "a pessoa que assinou"; not "a empresa que alugou a sala"."""
        words = [word.text for word in self.words[max(0, index - 1) : index + 2]]
        if words[0] in BUSINESSES and words[1:2] == ["de"] and not UTILITIES.isdisjoint(words[2:]):
            return True
        return (
            len(words) > 2 and words[0] in (*BUSINESSES, "pessoa", "pessoal") and words[1] == "que" and TOLD.fullmatch(words[2]) is not None
        )

    def _is_paid(self, index: int) -> bool:
        """ "fiz o pix pro cpf …"."""
        leads = all(MEANINGS.get(word.text) in (*FIELDS, "link") for word in self.words[index + 1 :])
        return leads and any(word.text in BOUGHT for word in self.words[:index])

    def _called(self, field: str, index: int) -> bool | None:
        if self._is_of_another(index):
            return False
        if self.loose or self.strong:
            return None
        if field != self.field and self._is_behind_a_value(index):
            self.taken = True
            return None
        before = self._text(index - 1)
        apart = 2 if before in ("e", "ou") and index > 1 else 1
        other = self.words[index - apart].text if index else ""
        if self.field not in (field, other):  # "cpf/cnpj: …", "cpf e telefone: …" name both
            return False
        self.label, self.strong = index - apart * (field != self.field), True
        return True if field == "email" and before in _FROM else None

    def _is_behind_a_value(self, index: int) -> bool:
        """ "529… é meu cpf e 11 …", "ana@uol.com.br email 11 …"."""
        while index and MEANINGS.get(self.words[index - 1].text) in ("link", "mine"):
            index -= 1
        if not index:
            return False
        end = self.words[index - 1].end
        return self.words[index - 1].text.isdecimal() or "@" in self.folded[max(0, end - REACH) : end].rsplit(" ", 1)[-1]

    def _is_beside_others(self, word: str, index: int) -> bool:
        """What the piece before tells: "nota da Leroy, CNPJ …", "o Roberto me ligou, …", "o zelador é o Jair, …"."""
        if self.field == "cnpj" and (word in HIRED or (word in BILLS and all(each.text != "via" for each in self.words))):
            return True
        if word in ("chave", "chaves"):  # "a Neuza do 12 tem a chave, fone …"
            return any(each.text in GIVEN or MEANINGS.get(each.text) == "person" for each in self.words)
        return MEANINGS.get(word) == "told" and self._is_told_of(index)

    def _is_told_of(self, index: int) -> bool:
        """ "o Roberto me ligou, 11 …"."""
        ends_piece = self.folded.startswith(",", self.words[index].end)
        return ends_piece and self.label is None and self.field in NUMBERS

    def _is_introduced(self, index: int) -> bool:
        """ "quem cuida disso é o Dr. Álvaro, tel …", "avisa o João no …"; not "é a Carla do 302, tel …", who writes herself."""
        words = [word.text for word in self.words[max(0, index - _SELF_REACH) : index]]
        while words and words[-1] in TITLES:
            words.pop()
        if words[-1:] not in (["o"], ["a"]) or self._is_self(index) or words[-4:-2] == ["quem", "fala"]:
            return words[-1:] in (["pra"], ["pro"], ["para"], ["ao"]) or words[-2:] == ["se", "chama"]
        return words[:-1] not in (["e"], ["eh"])

    def _holder(self, index: int) -> str:
        """What somebody has: "pix" in "o pix do meu encanador"; "" for nothing."""
        while index and self.words[index - 1].text in THE | TITLES:
            index -= 1
        if index < _HELD or self.words[index - 1].text not in OF:
            return ""
        called = [word.text for word in self.words[max(0, index - 4) : index - 1]]
        return called[0] if called[1:] == ["em", "nome"] else called[-1]  # "recibo em nome de …"

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
        elif word not in MEANINGS and word not in OWN_THINGS:
            self.loose = True
        return None

    def _is_sent_away(self, word: str, index: int) -> bool:
        """ "falar com a Ana no …", "não usem mais o …"; not "…, não, …", which corrects."""
        if word == "nao" and not _STOPS.match(self.folded, self.words[index].end):
            return self.label is None and all(each.text in OFF for each in self.words[index + 1 :])
        return word in ("com", "por") and self._text(index - 1) in TALK

    def _is_mine(self, thing: str) -> bool:
        own = thing in OWN_THINGS or thing in PAPERS or (self.field == "cnpj" and thing in BODIES)
        return own or MEANINGS.get(thing) in (*FIELDS, "number", "mine", "link")

    def _persons(self, index: int, beyond: bool) -> bool | None:
        """ "o porteiro, tel …" is his; "no vizinho" is a place, "sou o porteiro" the writer, "inquilina, …" too."""
        word, before = self.words[index].text, self._text(index - 1)
        if (word not in PRONOUNS and self._is_self(index)) or (self.field == "cnpj" and word in BUSINESSES and before in OUR):
            return True
        numbered = word in BUSINESSES and self._text(index + 1).isdecimal()
        if numbered or self._is_lived_with(index) or (word in VOCATIVES and before not in ARTICLES):
            return None  # "av. Brasil 2040 loja 3, CNPJ …", "moça, meu zap …"
        if self._is_theirs(word, before, index, beyond):
            return False
        placed = before in AT or (before in OF and beyond)
        if placed or (before in OF and index > 1 and self.words[index - 2].text not in ("o", "a")):
            self.loose, self.someones = True, self.someones or not placed
            return None
        return word in TENANTS and before not in ARTICLES

    def _is_lived_with(self, index: int) -> bool:
        """ "moro com minha avó, cpf …"."""
        words = [word.text for word in self.words[max(0, index - 3) : index] if word.text not in THE]
        return words[-1:] == ["com"] and not LIVE.isdisjoint(words)

    def _is_theirs(self, word: str, before: str, index: int, beyond: bool) -> bool:
        """ "o pix do encanador, cpf …", "o pix pra chave de vocês, 67 …", "a chave está na portaria (11 …)"."""
        if before in AT and any(each.text in ("chave", "chaves") for each in self.words[:index]):
            return not self.loose
        if before in AT:
            return index == len(self.words) - 1 and _ATTACHED.match(self.folded, self.words[index].end) is not None
        if (before in OF and beyond and word in _THEIRS) or MEANINGS.get(before) == "old":
            return True
        holder = self._holder(index)
        return (word not in TENANTS and holder in (*HOLDERS, "nome")) or (beyond and MEANINGS.get(holder) in (self.field, "number"))

    def _is_self(self, index: int) -> bool:
        first = max(0, index - _SELF_REACH)
        said = next((at for at in range(first, index) if self.words[at].text in SELF), None)
        if said is None:
            return False
        apart = "," in self.folded[self.words[said].end : self.words[index].start]
        return not apart or self.words[index - 1].text not in ARTICLES

    def _leads(self, index: int) -> bool:
        """Goes with the label; "me" only before a verb: "Sol ME, cnpj …"."""
        word = self.words[index].text
        return word in ASKS or (word in LEADS and (word != "me" or self._text(index + 1) in ASKS))

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
