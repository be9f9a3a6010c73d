"""The talk that is measured: the report of a tenant whom nobody knows, from the first word to the reference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from core.messages import Part

CHANNEL = "bench"

FIRST = "oi, o chuveiro não esquenta desde ontem"
ANSWERS: Mapping[str, str] = {  # what an unknown tenant says to each question; the last one ends the talk
    "start-kind": "manutenção",
    "identification-role": "sou inquilino",
    "individual-name": "Marina Souza",
    "individual-email": "marina.souza@exemplo.com.br",
    "individual-cpf": "529.982.247-25",
    "individual-mobile": "(11) 98765-1234",
    "contract-address": "Rua das Acácias, 120, ap 45",
    "maintenance-description": "o chuveiro não esquenta",
    "maintenance-priority": "média",
    "maintenance-visits": "qualquer horário",
    "review-summary": "enviar",
}
LAST = "submitted-open"
ANSWERED = ("prompt", "reference")  # purposes of messages that somebody answers, or that end a talk

NOTHING = ""  # what was asked of somebody who has not spoken yet
# What is asked, one after the other, when `FIRST` has told the kind and the description.
SCRIPT = (
    NOTHING,
    "identification-role",
    "individual-name",
    "individual-email",
    "individual-cpf",
    "individual-mobile",
    "contract-address",
    "maintenance-priority",
    "maintenance-visits",
    "review-summary",
)

_FIRST_NAMES = "Marina Beatriz Renato Helena Caio Sofia Tiago Clara Otto Bruna".split()
_LAST_NAMES = "Souza Lima Barros Teixeira Prado Nogueira Farias Moura Castro Duarte".split()


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with values of their own, so that an answer in a wrong form shows. `number` from 0 to 9,999,999."""

    who: str
    number: int

    def says(self, asked: str) -> str:
        """The answer to a question. Raises `KeyError` for one that is not of this talk."""
        own = {
            NOTHING: FIRST,
            "individual-name": self._name,
            "individual-email": self._email,
            "individual-cpf": _cpf(self.number),
            "individual-mobile": f"(11) {self._mobile[:5]}-{self._mobile[5:]}",
            "contract-address": f"{self._street}, {self._unit}",
        }
        return own[asked] if asked in own else ANSWERS[asked]

    def form(self) -> dict[str, Any]:
        """The answers of the ticket that the whole talk ends in, by field; those that are the same for everybody left out."""
        first, _, last = self._name.partition(" ")
        return {
            "individual.first_name": first,
            "individual.last_name": last,
            "individual.email": self._email,
            "individual.cpf": _cpf(self.number),
            "individual.mobile": f"+5511{self._mobile}",
            "contract.address": self._street,
            "contract.unit": self._unit,
            "maintenance.description": FIRST.removeprefix("oi, "),
            "maintenance.priority": "medium",
            "review.summary": "sent",
        }

    @property
    def _name(self) -> str:
        return f"{_FIRST_NAMES[self.number % 10]} {_LAST_NAMES[self.number // 10 % 10]}"

    @property
    def _email(self) -> str:
        return f"{self._name.replace(' ', '.').lower()}{self.number}@exemplo.com.br"

    @property
    def _mobile(self) -> str:
        return f"98{self.number:07d}"

    @property
    def _street(self) -> str:
        return f"Rua das Acácias, {self.number % 9_000 + 1}"

    @property
    def _unit(self) -> str:
        return f"ap {self.number % 900 + 1}"


def _cpf(number: int) -> str:
    digits = f"{100_000_000 + number}"
    for length in (10, 11):
        total = sum(int(digit) * weight for digit, weight in zip(digits, range(length, 1, -1), strict=True))
        digits += str(total * 10 % 11 % 10)
    return digits


def guests(name: str = "") -> Iterator[Guest]:
    """One after the other, each somebody else; `name` keeps them apart from those of another call."""
    return (Guest(f"{name}{number}", number) for number in count())


def part(who: str, external_id: str, text: str) -> Part:
    """A message for which nothing is awaited, in any step: collecting takes its two seconds by design."""
    return Part(CHANNEL, "", external_id, {"text": text}, (("name", who),), who, waits=False)
