"""What the tests of agents' chats share: cards, a customer who waits, and what was said last."""

from tests.telegram.agency import MARIA, Agency
from tests.telegram.customers import Customer, Person
from tests.telegram.shown import Shown


def cards(who: Customer, *, alive: bool = False) -> list[Shown]:
    """Those that this agent was sent; `alive`: with buttons."""
    return [each for each in who.heard() if "Ninguém assumiu" in each.text or "\nCom " in each.text if each.buttons or not alive]


async def last(agency: Agency, who: Customer) -> Shown:
    await agency.quiet()
    return who.heard()[-1]


async def waiting(agency: Agency, person: Person = MARIA) -> Customer:
    """A customer who wants a person."""
    there = agency.customer(person)
    there.say("boa tarde, a pia da cozinha está vazando")
    await agency.quiet()
    there.say("quero falar com um atendente")
    await agency.quiet()
    return there
