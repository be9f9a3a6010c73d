"""Invented people and homes for the demo talk, and how they get into empty books. Nobody and nothing here is real."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.handlers.console import ACCOUNT, CHANNEL
from core.contacts import Company, Individual
from core.contracts import Role
from core.documents import parse_cnpj, parse_cpf
from core.errors import Rejected
from core.homes import Home
from core.messages import Part
from core.permissions import Role as Rights
from core.phones import parse_mobile
from storage import agents, contacts, homes, identities
from storage.tables import contact

CITY = "São Paulo"


def _generated(parse: Callable[[str], str], stem: str) -> str:
    """The document that begins with `stem`: its two check digits are searched, since only `parse` knows their rule."""
    for digits in range(100):
        try:
            return parse(f"{stem}{digits:02d}")
        except Rejected:
            continue
    raise ValueError(stem)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the books, with the homes they have and as what."""

    name: str
    form: Individual | Company
    homes: tuple[Home, ...]  # without their ids, which the database gives


def _home(address: str, unit: str | None, role: Role) -> Home:
    return Home(0, address, unit, role, CITY)


def people() -> tuple[Person, ...]:
    """The personas that are known, and a neighbour for the books. Their documents are made when asked for."""
    flat = "Rua das Acácias, 120"
    building = tuple(_home("Rua das Flores, 88", f"bloco B ap {unit}", Role.LANDLORD) for unit in range(20, 10, -1))
    return (
        Person("tenant", _marcos(), (_home(flat, "ap 32", Role.TENANT),)),
        Person("owner", _marina(), (*building, _home("Travessa do Ipê, 7", None, Role.TENANT), _home(flat, "ap 45", Role.LANDLORD))),
        Person("company", _bakery(), (_home("Avenida das Palmeiras, 1500", "loja 2", Role.TENANT),)),
        Person("neighbour", _helena(), (_home(flat, "ap 31", Role.TENANT),)),
    )


def _marcos() -> Individual:
    cpf = _generated(parse_cpf, "204183772")
    return Individual(first_name="Marcos", last_name="Lima", email="marcos@exemplo.com.br", cpf=cpf, mobile="+5511987650132")


def _marina() -> Individual:
    cpf = _generated(parse_cpf, "318046951")
    return Individual(first_name="Marina", last_name="Souza", email="marina@exemplo.com.br", cpf=cpf, mobile="+5511987651234")


def _bakery() -> Company:
    cnpj = _generated(parse_cnpj, "412067350001")
    return Company(company_name="Padaria Três Irmãos Ltda", cnpj=cnpj, first_name="João", last_name="Souza Lima", mobile="+5511987650001")


def _helena() -> Individual:
    return Individual(first_name="Helena", last_name="Prado", email="helena@exemplo.com.br", mobile="+5511987654477")


NUMBERS = {  # persona → the number that the channel vouches for
    "tenant": "+5511987650132",
    "owner": "+5511987651234",
    "company": "+5511987650001",
    "unknown": None,
    "reporter": "+5511987659988",  # in nobody's books
}


def ids_of(persona: str, number: str | None, talk: int = 1, phone: str = "") -> tuple[tuple[str, str], ...]:
    """By what the console knows somebody, strongest first. A number that is given makes a talk of its own, and so does a `phone`.

    Raises `Rejected("mobile_…")`. `talk` counts the talks that were begun afresh.
    """
    vouched = parse_mobile(number) if number else NUMBERS.get(persona)
    name = (vouched if number and vouched else persona) + (f"@{phone}" if phone else "")
    return (("name", f"{name}/{talk}"), *((("number", vouched),) if vouched else ()))


def seed(connection: Connection, now: datetime) -> bool:
    """Writes the people into books that have no contact yet; says whether it did. Real books are left alone."""
    if connection.scalar(select(func.count()).select_from(contact)):
        return False
    for person in people():
        _write(connection, person, now)
    return True


AGENTS: Mapping[str, tuple[str, Rights]] = {"agent": ("Bia", Rights.AGENT), "supervisor": ("Ana", Rights.SUPERVISOR)}


def hire(connection: Connection, now: datetime) -> bool:
    """The agents work at their terminals, unless somebody works here already; says whether they begin now."""
    if agents.here(connection):
        return False
    for persona, (name, role) in AGENTS.items():
        agent_id = agents.offer(connection, name, agents.hashed(name), now, role=role.value)  # whose code is over at once
        ids = ids_of(persona, None)
        part = Part(CHANNEL, ACCOUNT, "", {}, ids, ids[0][1])
        chat = identities.begin(connection, part).conversation_id
        (identity_id,) = identities.add(connection, dict.fromkeys(identities.keys_of(part), chat)).values()
        agents.seat(connection, agent_id, identity_id, chat, now)
    return True


def _write(connection: Connection, person: Person, now: datetime) -> None:
    contact_id = contacts.register(connection, person.form, now)
    for each in person.homes:
        home_id = homes.add(connection, each.address, each.unit, city=each.city)
        homes.add_contract(connection, home_id, {contact_id: each.role})
