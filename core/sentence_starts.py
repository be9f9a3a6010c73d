"""The words in front of a number or an e-mail address, and what one of them says of those beside it."""

import re

from core.given_names import GIVEN, TITLES
from core.owner_words import (
    ARTICLES,
    ASKS,
    AT,
    BODIES,
    BOUGHT,
    BUSINESSES,
    ENDS,
    FIELDS,
    HEADS,
    IS,
    LEADS,
    LIVE,
    MEANINGS,
    NUMBERS,
    OF,
    OUR,
    OWN_THINGS,
    PAPERS,
    PRONOUNS,
    PROOFS,
    REACH,
    SAID,
    SELF,
    SHOWS,
    TENANTS,
    THE,
    TOLD,
    TOWARDS,
    UTILITIES,
    WANT,
    WORD,
    YOU,
    Meaning,
    Word,
)

_SELF_REACH = 5  # words between "sou" and the person: "aqui é o seu Zé porteiro"
_HELD = 2  # words of "pix do" in front of somebody
_ANOTHER_VALUE = 3  # digits; a longer number is no word of a label
_ASIDE = re.compile(r"\([^()\d@]{1,60}\)")
_WISH = frozenset("me mais precisa precisam eh e da de pra para quero queria que adianta deve devem pode podem".split())
_BEFORE_A_FLAT = OF | frozenset("ap apto apartamento bloco casa sala".split())
_DENIES = frozenset("nao nem parem pare evitem evite nunca".split())
_LEADS_TO = frozenset("com um uma escrito escrita impresso impressa".split())
_IN_THIS = ("nessa", "nesta", "na", "mesma", "esta")
_JOINS = frozenset("e ou o".split()) | OUR
_DOMAIN = re.compile(r"@[\w.-]+")


def _less_aside(said: re.Match[str]) -> str:
    """ "meu cpf (sim, tenho): …"; "(da minha mãe)" stays."""
    tells = any(word in OF or MEANINGS.get(word) == "person" or word in GIVEN for word in WORD.findall(said[0]))
    return said[0] if tells else " " * len(said[0])


def _less_domain(said: re.Match[str]) -> str:
    """Of an e-mail address that stands before, the @ is enough: "ana@uol.com.br e 529…"."""
    return "@".ljust(len(said[0]))


def meaning_of(word: str) -> Meaning | None:
    """Of things the plural too: "protocolos"."""
    return MEANINGS.get(word) or ("thing" if MEANINGS.get(word[:-1]) == "thing" and word.endswith("s") else None)


class SentenceStart:
    """The words of a sentence in front of a value."""

    def __init__(self, field: str, folded: str, start: int) -> None:
        low = max(0, start - REACH)
        self.low = low = max((end.end() for end in ENDS.finditer(folded, low, start)), default=low)
        said = _ASIDE.sub(_less_aside, folded[low:start])
        if "@" in said:
            said = _DOMAIN.sub(_less_domain, said)
        self.words = [Word(found[0], low + found.start(), low + found.end()) for found in WORD.finditer(said)]
        self.folded = f"{folded[:low]}{said}{folded[start:]}" if "(" in folded[low:start] else folded
        self.field, self.at = field, start

    def ends_in_a_person(self) -> bool:
        """ "o número de vocês", "o contato da síndica"."""
        numbered = self.field in NUMBERS and any(MEANINGS.get(word.text) == "number" for word in self.words)
        return numbered and MEANINGS.get(self.words[-1].text) == "person"

    def _is_value(self, index: int) -> bool:
        """A part of another number or address; not "a Bia do 302"."""
        word = self.words[index].text
        if word.isdecimal() and len(word) == _ANOTHER_VALUE:
            return self._text(index - 1) not in _BEFORE_A_FLAT
        return word == "@" or (word.isdecimal() and len(word) > _ANOTHER_VALUE)

    def _is_what(self, index: int) -> bool:
        """ "o celular da Marina, do 302, é …": the subject of the sentence, behind an aside."""
        subject = self._text(len(self.words) - 1) in IS and self.folded.startswith(",", self.words[-2].end)
        behind = [self._text(index + 1), self._text(index + 2)]
        return subject and behind[0] in OF and (behind[1] in GIVEN or not (self._is_mine(behind[1]) or behind[1] in TENANTS))

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
        return meaning_of(thing := next(words, "")) == "thing" and thing not in ("fixo", "residencial")

    def _is_shown(self, index: int) -> bool:
        """ "no recibo está o cpf …", "o orçamento tem o telefone …"; not "o boleto que está …"."""
        if self._text(index) not in SHOWS or self.field == "email" or self._text(index - 1) == "que":
            return False
        following = [each.text for each in self.words[index + 1 :]]
        leads = "aqui" not in following and all(
            text in _LEADS_TO or MEANINGS.get(text) in (*FIELDS, "number", "link") for text in following
        )
        return leads and any(self._is_proof(at) for at in range(max(0, index - 4), index))

    def _is_proof(self, index: int) -> bool:
        """ "no recibo"; not "minha conta de luz"."""
        return self._text(index) in PROOFS and self._text(index - 1) not in OUR

    def _is_received(self, word: str, index: int) -> bool:
        """ "recebi cobrança do cpf …"; not "não recebi o boleto do cpf …"."""
        if word not in ("recebi", "recebemos") or self.field not in ("cpf", "cnpj") or self._text(index - 1) == "nao":
            return False
        label = next((at for at in range(index, len(self.words)) if MEANINGS.get(self.words[at].text) == self.field), 0)
        return self._text(label - 1) in OF

    def _is_sequence(self, word: str, index: int) -> bool:
        """ "cpf e celular nessa ordem: …"."""
        return word == "ordem" and self._text(index - 1) in _IN_THIS

    def _is_order(self, word: str, index: int) -> bool:
        """ "OS 123", "o.s. 123": an order; "… no lugar do …": what goes."""
        if word == "lugar":
            return OF.issuperset(each.text for each in self.words[index + 1 :])
        before = self._text(index - 1)
        return index == len(self.words) - 1 and (word == "os" or (word == "s" and before == "o"))

    def _is_bidden(self, index: int) -> bool:
        """ "falaram pra ligar no …": others said so."""
        before = [word.text for word in self.words[max(0, index - 3) : index]]
        return before[-1:] in (["pra"], ["para"], ["eu"]) and any(TOLD.fullmatch(word) for word in before)

    def _is_asked(self, word: str, index: int) -> bool:
        """ "o cpf que vocês querem …", "cpf vc disse né? …"; not "o zap que vc disse …"."""
        if self._text(index - 1) not in YOU or not (word in WANT or (word in SAID and self._text(index - 2) != "que")):
            return False
        return any(MEANINGS.get(each.text) == self.field for each in self.words[:index])

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

    def _named_in_row(self, index: int) -> int | None:
        """Where the field is named in "cpf/cnpj: …", "e-mail, cpf e telefone: …"."""
        while index >= 0 and (self._text(index) in _JOINS or MEANINGS.get(self._text(index)) in FIELDS):
            if MEANINGS.get(self._text(index)) == self.field:
                return index
            index -= 1
        return None

    def _is_behind_a_value(self, index: int) -> bool:
        """ "529… é meu cpf e 11 …", "ana@uol.com.br email 11 …"."""
        while index and MEANINGS.get(self.words[index - 1].text) in ("link", "mine"):
            index -= 1
        if not index:
            return False
        end = self.words[index - 1].end
        return self.words[index - 1].text.isdecimal() or "@" in self.folded[max(0, end - REACH) : end].rsplit(" ", 1)[-1]

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
        """ "não me liguem no …", "nem adianta ligar no …"; not "não gela, chama no …"."""
        before = [word.text for word in self.words[max(0, index - 5) : index]]
        while before and before[-1] in _WISH:
            before.pop()
        return not _DENIES.isdisjoint(before[-1:])

    def _is_mine(self, thing: str) -> bool:
        own = thing in OWN_THINGS or thing in PAPERS or (self.field == "cnpj" and thing in BODIES)
        return own or MEANINGS.get(thing) in (*FIELDS, "number", "mine", "link")

    def _is_lived_with(self, index: int) -> bool:
        """ "moro com minha avó, cpf …"."""
        words = [word.text for word in self.words[max(0, index - 3) : index] if word.text not in THE]
        return words[-1:] == ["com"] and not LIVE.isdisjoint(words)

    def _is_self(self, index: int) -> bool:
        first = max(0, index - _SELF_REACH)
        said = next((at for at in range(first, index) if self.words[at].text in SELF), None)
        if said is None or any(MEANINGS.get(word.text) in FIELDS for word in self.words[said:index]):
            return False  # "estou falando do celular da minha irmã"
        apart = "," in self.folded[self.words[said].end : self.words[index].start]
        return not apart or self.words[index - 1].text not in ARTICLES

    def _leads(self, index: int) -> bool:
        """Goes with the label; "me" only before a verb: "Sol ME, cnpj …"."""
        word = self.words[index].text
        return word in ASKS or (word in LEADS and (word != "me" or self._text(index + 1) in ASKS))
