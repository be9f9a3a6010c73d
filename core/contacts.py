"""People and companies: what each must give (R10–R22)."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, model_validator

from core.characters import has_control, one_line, visible
from core.documents import Cnpj, Cpf
from core.emails import Email
from core.errors import Rejected
from core.names import CompanyName, PersonName
from core.phones import Mobile
from core.records import Record

MAX_RELATION = 120  # characters; as a name
_MAX_TYPED = 1_000  # characters before cleaning


class Form(BaseModel):
    """A model whose rules over several fields can also be tried before it is full, on what was given so far."""

    rules: ClassVar[tuple[Callable[[Mapping[str, Any]], None], ...]] = ()

    @model_validator(mode="after")
    def _hold(self) -> Self:
        for rule in self.rules:
            rule(self.__dict__)
        return self


def reachable(given: Mapping[str, Any]) -> None:
    """A company gives an e-mail or a mobile (R21, R22)."""
    if not (given.get("email") or given.get("mobile")):
        raise Rejected("company_reachable", "company.email", also=("company.mobile",))


class Individual(Form):
    """A person (R11–R15)."""

    first_name: PersonName | None = None
    last_name: PersonName
    email: Email
    cpf: Cpf | None = None
    mobile: Mobile | None = None


class Company(Form):
    """A company and the person who speaks for it (R16–R22)."""

    company_name: CompanyName
    cnpj: Cnpj
    first_name: PersonName | None = None
    last_name: PersonName
    email: Email | None = None
    cpf: Cpf | None = None
    mobile: Mobile | None = None

    rules = (reachable,)


def parse_relation(text: str) -> str:
    """What somebody is to the home ("porteiro", "vizinha do 32"). Raises `Rejected("relation_form", limit=…)`."""
    typed = visible(text, _MAX_TYPED, "relation_form", limit=MAX_RELATION)
    relation = one_line(typed)
    if has_control(typed) or len(relation) > MAX_RELATION or not any(map(str.isalpha, relation)):
        raise Rejected("relation_form", limit=MAX_RELATION)
    return relation


Relation = Annotated[str, BeforeValidator(parse_relation)]


class Reporter(Form):
    """Somebody who reports for others: no registration."""

    first_name: PersonName
    last_name: PersonName | None = None
    relation: Relation


class Contact(Record):
    """A person as it stands in the books; `kind` is fixed at creation (R24)."""

    id: int
    kind: Literal["individual", "company"]
    last_name: str
    first_name: str | None = None
    email: str | None = None
    cpf: str | None = None
    mobile: str | None = None
    company_name: str | None = None
    cnpj: str | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.first_name else self.last_name
