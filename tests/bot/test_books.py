"""What a turn may look up or cause."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event as engine_event
from sqlalchemy import select, update

from bot.result import Input, OpenTicket, Taken, Turn, TurnResult
from core.answers import Answer
from core.contacts import Company, Contact, Individual
from core.search import parse_query
from storage import contacts, homes
from storage.tables import contact, conversation, disowned, ticket
from tests.house import START, House, in_house, part

NUMBER = "+5511987651234"
ANA = Individual(last_name="Souza", email="ana@x.com.br", mobile=NUMBER)

Look = Callable[[Turn], Any]


def looking(house: House, look: Look) -> list[Any]:
    """Makes each turn look at its books; what it saw is gathered."""
    seen: list[Any] = []

    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        seen.append(look(turn))
        return result

    house.turn.change = change
    return seen


async def known(house: House, form: Individual = ANA) -> int:
    return await house.run(partial(contacts.register, form=form, now=START))


async def speak(house: House, text: str, who: str = "ana", number: str | None = NUMBER) -> None:
    await house.put(part(text, who, ids=(("name", who), *((("number", number),) if number else ()))))
    await house.take()


def test_the_owner_of_the_number_is_proven(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await known(house)
        seen = looking(house, lambda turn: (turn.number, turn.proven and turn.proven.id))
        await speak(house, "a")
        await speak(house, "b", "bia", "+5511987650009")
        await speak(house, "c", "caio", None)
        assert seen == [(NUMBER, number), ("+5511987650009", None), (None, None)]

    in_house(migrated_url, scenario)


def test_whoever_says_not_me_is_never_proven_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await known(house)
        await house.run(lambda c: homes.add_contract(c, homes.add(c, "a"), {number: "tenant"}))

        def disowns(turn: Turn) -> Any:
            before, at_home = turn.proven, len(turn.homes())
            turn.disown()
            return before is not None, at_home, turn.proven, turn.homes()

        seen = looking(house, disowns)
        await speak(house, "a")
        await speak(house, "b")
        await speak(house, "c", "new talk")  # the number leads to a new talk, and is still not hers
        assert seen == [(True, 1, None, ()), (False, 0, None, ()), (False, 0, None, ())]
        assert len(await house.rows(select(disowned.c.contact_id))) == 1

    in_house(migrated_url, scenario)


def test_homes_are_those_of_the_proven_contact(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await known(house)
        home = await house.run(partial(homes.add, address="Rua A, 1"))
        await house.run(partial(homes.add_contract, home_id=home, parties={number: "landlord"}))
        seen = looking(house, lambda turn: [(each.id, each.role) for each in turn.homes()])
        await speak(house, "a")
        await speak(house, "b", "bia", None)
        assert seen == [[(home, "landlord")], []]

    in_house(migrated_url, scenario)


def test_an_open_ticket_is_somebody_elses_and_told_in_little(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        home = await house.run(partial(homes.add, address="a"))
        seen = looking(house, lambda turn: turn.open_tickets(home))
        await speak(house, "a")
        open_ = {"status": "open", "reference": "2026-000001-1", "home_id": home}
        words = {"maintenance.description": Answer("pia entupida")}
        await house.run(lambda c: c.execute(update(ticket).values(**open_, answers=words)))
        await speak(house, "b")
        await speak(house, "c", "bia", None)
        assert seen == [(), (), (OpenTicket(1, "2026-000001-1", "pia entupida"),)]

    in_house(migrated_url, scenario)


def test_a_registration_that_is_taken_names_its_contact(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        first = await known(house)

        def registers(turn: Turn) -> Any:
            with pytest.raises(Taken) as caught:
                turn.register(Individual(last_name="Lima", email="ANA@x.com.br"))
            return caught.value.field_name, caught.value.contact.id

        seen = looking(house, registers)
        await speak(house, "a")
        assert seen == [("email", first)]

    in_house(migrated_url, scenario)


def test_a_registration_writes_or_changes_a_contact(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        def registers(turn: Turn) -> Any:
            number = turn.register(ANA)
            assert turn.register(ANA.model_copy(update={"last_name": "Lima"}), number) == number
            return turn.contact(number), turn.contact(99), turn.contact(10**20), turn.home_exists(10**20)

        seen = looking(house, registers)
        await speak(house, "a")
        (number,) = await house.column(contact.c.id)
        assert seen == [(Contact(number, "individual", "Lima", None, "ana@x.com.br", None, NUMBER), None, None, False)]

    in_house(migrated_url, scenario)


def test_a_batch_looks_its_people_up_once(sqlite_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await known(house)
        await house.run(lambda c: homes.add_contract(c, homes.add(c, "a"), {number: "tenant"}))
        looking(house, lambda turn: (turn.number, turn.proven, turn.homes(), turn.homes()))
        await house.put(*[part("a", f"w{each}", ids=(("number", f"+55119876512{34 + each}"),)) for each in range(20)])
        asked: list[str] = []
        engine_event.listen(house.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        await house.take()
        about_people = [sql for sql in asked if any(f"FROM {name}" in sql for name in ("identity", "contact", "contract_party"))]
        assert len(about_people) == 4  # numbers, contacts, who disowned whom, homes

    in_house(sqlite_url, scenario)


def test_whose_a_value_is_and_who_is_found(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        ana = await house.run(lambda c: contacts.register(c, ANA.model_copy(update={"cpf": "52998224725"}), START))
        firm = Company(company_name="Lua Ltda", cnpj="11222333000181", last_name="Souza", mobile="+5511912345678")
        speaker = await house.run(lambda c: contacts.register(c, firm, START))

        def looks(turn: Turn) -> Any:
            holders = [
                turn.holder("cpf", "52998224725"),
                turn.holder("cnpj", "11222333000181"),
                turn.holder("email", str(ANA.email).upper()),
            ]
            nobody = [turn.holder("cpf", "11144477735"), turn.holder("cnpj", "11444777000161"), turn.holder("email", "x@y.com.br")]
            return [each and each.id for each in (*holders, *nobody)], [each.id for each in turn.search(parse_query("lua"))]

        seen = looking(house, looks)
        await speak(house, "a")
        assert seen == [([ana, speaker, ana, None, None, None], [speaker])]

    in_house(migrated_url, scenario)


def test_the_chat_of_a_contact_is_where_nobody_else_is_proven(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        ana = await known(house)
        chats = looking(house, lambda turn: turn.chat_of(turn.contact(ana)))  # type: ignore[arg-type]
        await speak(house, "a", "bia", None)
        await speak(house, "b")
        await speak(house, "c", "bia", None)
        await house.run(lambda c: c.execute(update(conversation).values(unreachable_since=START)))
        await speak(house, "d", "bia", None)
        assert [each and each.id for each in chats] == [None, 2, 2, None]

    in_house(migrated_url, scenario)


def test_a_call_is_filed_by_the_agent_and_answers_nobody(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        seen = looking(house, lambda turn: [turn.new_call(), turn.new_call()])
        await speak(house, "a")
        (calls,) = seen
        assert [(each.origin, each.reply_to, sorted(each.answers)) for each in calls] == [("phone", None, ["start.by"])] * 2
        assert len({each.id for each in calls}) == 2

    in_house(migrated_url, scenario)
