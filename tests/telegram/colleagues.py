"""Agents at work over the stand-in: linked as `zelador agent add` has it, in a private chat."""

from datetime import timedelta
from functools import partial

from bot.programs.app import clock
from core.permissions import Role
from storage import agents
from tests.telegram.agency import Agency
from tests.telegram.customers import Customer, Person

BIA, ANA, RUI = Person(8_001, "Bia"), Person(8_002, "Ana"), Person(8_003, "Rui")


async def colleague(agency: Agency, person: Person, role: Role = Role.AGENT) -> Customer:
    """Opens the link, and has read the answer."""
    code = f"code-of-{person.first_name}"
    until, code_hash = clock() + timedelta(minutes=30), agents.hashed(code)
    await agency.database.run(partial(agents.offer, name=person.first_name, code_hash=code_hash, expires_at=until, role=role))
    member = agency.customer(person)
    member.start(code)
    await agency.quiet()
    assert "posto de trabalho" in member.heard()[-1].text
    return member
