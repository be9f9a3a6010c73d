"""Codes by WhatsApp on both databases: who is sent one, that nobody learns who is known, and what an attacker can try."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from core.codes import HIDDEN, digits_in
from core.contacts import Company, Individual
from core.messages import Command, Outcome
from core.permissions import Role
from storage import agents, codes, contacts, inbox
from storage.tables import agent, code, conversation, event, message, outbox, ticket
from storage.tables import inbox as inbox_table
from tests.bot.code_agency import ACCOUNT, CNPJ, CPF, DAY, MARCOS, MOBILE, SECOND, Agency, other, with_agency
from tests.fake_turns import COPY
from tests.house import START, at, part

# ── what it is for ───────────────────────────────────────────────────────────


def test_a_right_code_proves_who_writes_and_leaves_no_trace(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        assert "mandamos um código" in (await it.claims())[-1]
        digits = await it.digits()
        (row,) = await it.goes(seconds=1)
        assert (row.address, row.account, row.call.text) == ("5511987650132", ACCOUNT, COPY.say("template.code", {"code": HIDDEN}))
        assert (await it.house.column(outbox.c.expires_at))[-1] == at(600)
        await it.goes((row.id, Outcome("sent", "wamid.1", is_code=True)), seconds=2)
        assert "Obrigada, Marcos! Achei o seu cadastro." in (await it.says(digits, 60))[-1]
        assert await it.acts() == ["code_sent", "code_right"]
        assert await it.house.column(code.c.digest) == [""]
        assert HIDDEN in await it.house.column(message.c.text)
        columns = (
            inbox_table.c.part,
            message.c.text,
            event.c.after,
            outbox.c.call,
            ticket.c.said,
            ticket.c.answers,
            conversation.c.open_prompt,
        )
        assert not [kept for column in columns for kept in await it.house.column(column) if digits in str(kept)]

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize(
    "text, digits",
    [
        ("314159", "314159"),
        ("*314 159*.", "314159"),
        ("o código é 314-159", "314159"),
        ("*314159* é o seu código de verificação. Este código expira em 10 minutos.", "314159"),
        ("Rua Um, 314159", ""),
        ("31415", ""),
        ("3141592", ""),
        ("529.982.247-25", ""),
        ("código 529 982 247-25", ""),
        ("código 314159 ou 271828", ""),
        ("٣١٤١٥٩", ""),
        ("código 314159 " * 50, ""),
    ],
)
def test_what_is_read_as_a_code(text: str, digits: str) -> None:
    assert digits_in(text) == digits


async def proven(it: Agency, seconds: float, about: int = 1) -> bool:
    found = await it.house.run(partial(codes.proofs, conversation_ids=[1], now=at(seconds)))
    return (1, about) in found


def test_a_proof_is_of_one_ticket_until_it_is_sent_or_half_an_hour(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        await it.says(await it.digits(), 60)
        assert await proven(it, 2 * DAY)
        assert not await proven(it, 61, about=2)
        await it.house.run(lambda c: c.execute(update(ticket).values(submitted_at=at(90))))
        assert await proven(it, 60 + 1799)
        assert not await proven(it, 60 + 1800)

    with_agency(migrated_url, scenario)


def test_what_proves_stays_and_the_rest_goes_after_its_day(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims(0, "ana")
        await it.says(await it.digits(), 60)
        for number in (1, 2, 3):
            await it.claims(number, f"p{number}")
        assert await _forgotten(it, DAY - 1) == 0
        await it.claims(DAY - 1, "p4")  # the third to its holder is still counted
        assert len(await it.sent()) == 3
        assert await _forgotten(it, DAY + 3) == 3
        assert await proven(it, DAY + 3)
        await it.house.run(lambda c: c.execute(update(ticket).values(submitted_at=at(DAY + 4))))
        assert await _forgotten(it, DAY + 5) == 1
        assert await it.house.column(code.c.asked_at) == [at(DAY - 1)]

    with_agency(migrated_url, scenario)


async def _forgotten(it: Agency, seconds: float) -> int:
    return await it.house.run(partial(codes.forget, now=at(seconds)))


def test_a_draft_that_was_given_up_keeps_no_proof(sqlite_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        await it.says(await it.digits(), 60)
        await it.says("recomeçar", 120)
        assert await _forgotten(it, DAY) == 1

    with_agency(sqlite_url, scenario)


@pytest.mark.parametrize(
    "wrote, account",
    [([], ACCOUNT), ([SECOND], SECOND), ([SECOND, ACCOUNT], ACCOUNT), ([ACCOUNT, SECOND], SECOND), (["given up since"], ACCOUNT)],
)
def test_a_code_comes_from_the_number_that_its_holder_wrote_to_last(migrated_url: str, wrote: list[str], account: str) -> None:
    """Also where WhatsApp knows them without the ninth digit."""
    number = "+551187650132"

    async def scenario(it: Agency) -> None:
        for moment, to in enumerate(wrote):
            where = {"channel": "whatsapp", "account": to, "ids": (("number", number),)}
            await it.house.put(part("oi", number, f"{to}:oi", **where), seconds=moment)
            await it.turns(moment)
        await it.claims(10)
        assert [row.account for row in await it.sent()] == [account]

    with_agency(migrated_url, scenario)


def test_not_me_ends_it_and_what_the_books_say_goes(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        digits = await it.digits()
        await it.says(digits, 60)
        await it.says("não sou eu", 120)
        assert not await proven(it, 121)
        (answers,) = await it.house.column(ticket.c.answers)
        assert not [each for each in answers.values() if each.author == "rule"]
        assert "Marcos" not in str(await it.says(digits, 130))

    with_agency(migrated_url, scenario)


# ── nobody learns who is known ───────────────────────────────────────────────

TALK = ["111111", "222 222", "voltar", "pular", "código 333333", "444444", "atendente", "555555"]


def test_whoever_is_known_reads_what_everybody_reads(migrated_url: str) -> None:
    """Also of what is wrong, how often it may be, and when digits are read as an answer again."""

    async def scenario(it: Agency) -> None:
        read = {}
        for who, email in (("ana", MARCOS.email), ("bia", "nobody@exemplo.com.br")):
            first = await it.claims(0, who, email)
            heard = [first, *[await it.says(text, 10.0 * number, who) for number, text in enumerate(TALK, 1)]]
            read[who] = str(heard).replace(str(email), "")
        assert read["ana"] == read["bia"]
        assert [row.conversation_id for row in await it.house.rows(select(outbox.c.conversation_id).where(outbox.c.purpose == "code"))] == [
            1
        ]
        assert await it.house.column(code.c.guesses) == [3, 3]

    with_agency(migrated_url, scenario)


def test_what_is_claimed_later_makes_no_second_code_and_says_nothing_more(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        for who, email in (("ana", "nobody@exemplo.com.br"), ("bia", "nobody@exemplo.com.br"), ("caio", MARCOS.email)):
            await it.claims(0, who, email)
        digits = await it.digits()
        known = await it.says("529.982.247-25", 10, "ana")
        assert (known, len(await it.sent())) == (await it.says("111.444.777-35", 10, "bia"), 2)
        assert await it.says("529.982.247-25", 10, "caio") == known
        assert (await it.digits(), len(await it.sent())) != (digits, 3)
        assert (await it.house.column(outbox.c.expires_at))[-1] is None
        assert "Obrigada, Marcos!" in (await it.says(digits, 20, "caio"))[-1]

    with_agency(migrated_url, scenario)


TWIN = Individual(first_name="Marcos", last_name="Lima", email="outro@exemplo.com.br", cpf="11144477735", mobile=MOBILE)
BAKERY = Company(company_name="Padaria Ltda", cnpj=CNPJ, first_name="Bia", last_name="Sá", cpf=CPF, mobile="+5511987650001")
SILENT = Individual(last_name="Reis", email="reis@exemplo.com.br", cpf="39053344705")


@pytest.mark.parametrize(
    "claimed, to",
    [
        ("meu CPF é 390.533.447-05", []),  # whose mobile nobody knows
        ("meu CPF é 529.982.247-25", []),  # of two
        ("meu CPF é 529.982.247-25 e meu e-mail é marcos@exemplo.com.br", []),
        ("meu CPF é 111.444.777-35 e meu e-mail é marcos@exemplo.com.br", []),  # each of another
        ("meu e-mail é MARCOS@exemplo.com.br", ["5511987650132"]),
        ("meu CPF é 111.444.777-35", ["5511987650132"]),
    ],
)
def test_a_code_goes_where_exactly_one_is_meant(sqlite_url: str, claimed: str, to: list[str]) -> None:
    async def scenario(it: Agency) -> None:
        for form in (TWIN, BAKERY, SILENT):
            await it.house.run(partial(contacts.register, form=form, now=START))
        await it.says(f"sou inquilino, meu nome é Ana Souza, {claimed}, o chuveiro queimou", 0)
        if "e-mail" not in claimed:
            await it.says("pular", 1)
        assert [each.address for each in await it.sent()] == to
        assert await it.house.column(code.c.guesses) == [0]

    with_agency(sqlite_url, scenario)


def test_whose_number_proves_them_and_who_reports_for_others_is_sent_none(sqlite_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.says("o chuveiro queimou, meu e-mail é marcos@exemplo.com.br", 0, "ana", MOBILE)
        await it.says("sou porteiro, meu e-mail é marcos@exemplo.com.br, o chuveiro queimou", 0, "bia")
        assert (await it.sent(), await it.house.column(code.c.id)) == ([], [])

    with_agency(sqlite_url, scenario)


# ── what can be tried ────────────────────────────────────────────────────────


def test_guesses_end_with_the_third(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        digits = await it.digits()
        for number in range(1, 4):
            last = await it.says(other(digits), number)
        assert "já não vale" in last[-1]
        assert "Marcos" not in str(await it.says(digits, 4))
        assert await it.acts() == ["code_sent", "code_wrong", "code_wrong", "code_over"]
        assert not await proven(it, 5)

    with_agency(migrated_url, scenario)


def test_guesses_of_one_burst_are_as_many(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        digits = await it.digits()
        burst = [other(digits), other(digits), other(digits), digits]
        await it.house.put(*[part(text, "ana", f"burst:{number}") for number, text in enumerate(burst)], seconds=9)
        await it.turns(9)
        assert not await proven(it, 10)
        assert (await it.house.column(message.c.text)).count(HIDDEN) == 4

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize("seconds, is_right", [(599, True), (600, False)])
def test_the_tenth_minute(sqlite_url: str, seconds: float, *, is_right: bool) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        await it.says(await it.digits(), seconds)
        assert await proven(it, seconds) is is_right

    with_agency(sqlite_url, scenario)


def test_a_code_is_right_once_and_where_it_was_asked_for(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims(0, "ana")
        mine = await it.digits()
        await it.claims(0, "bia")
        assert "não confere" in (await it.says(mine, 1, "bia"))[-1]
        assert "Marcos" in (await it.says(mine, 2, "ana"))[-1]
        await it.says("não sou eu", 3, "ana")
        await it.says(mine, 4, "ana")
        assert not await proven(it, 5)

    with_agency(migrated_url, scenario)


def test_three_a_day_for_whoever_gets_them_and_for_whoever_asks(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        words = [await it.claims(number, f"p{number}") for number in range(4)]
        assert len(await it.sent()) == 3
        assert words == [words[0]] * 4
        assert await it.house.column(code.c.contact_id) == [it.marcos] * 3 + [None]
        for number in range(1, 5):
            await it.says("recomeçar", 100 * number, "p3")
            last = await it.claims(100 * number + 1, "p3", f"x{number}@exemplo.com.br")
            assert ("mandamos um código" in last[-1]) is (number < 3)
        await it.claims(DAY + 1, "p9")
        assert len(await it.sent()) == 4

    with_agency(migrated_url, scenario)


def test_a_take_over_neither_cancels_a_code_nor_shows_it(migrated_url: str) -> None:
    async def scenario(it: Agency) -> None:
        await it.claims()
        digits = await it.digits()
        await _hire(it)
        await _does(it, "claim", 10)
        assert [row.status for row in await it.house.rows(select(outbox.c.status).where(outbox.c.purpose == "code"))] == ["queued"]
        assert await it.says(digits, 20) == []
        relayed = [each.text for each in await it.house.column(outbox.c.call) if each.words == "relay"]
        assert [(HIDDEN in text, digits in text) for text in relayed] == [(True, False)]
        assert await proven(it, 21)
        assert (await it.house.column(agent.c.role), await it.house.column(code.c.guesses)) == (["supervisor"], [0])

    with_agency(migrated_url, scenario)


async def _hire(it: Agency) -> None:
    offer = partial(agents.offer, name="Bia", code_hash=agents.hashed("x"), expires_at=START, role=Role.SUPERVISOR)
    number = await it.house.run(offer)
    chat = {"channel": "console", "account": "", "address": "desk"}
    await it.house.run(lambda c: c.execute(insert(conversation).values(id=99, **chat)))
    await it.house.run(lambda c: c.execute(update(agent).where(agent.c.id == number).values(chat_id=99)))


async def _does(it: Agency, act: str, seconds: float) -> None:
    command = Command(act, 1, "Bia", 1)
    await it.house.run(partial(inbox.put_command, command=command, external_id=act, now=at(seconds)))
    await it.turns(seconds)


# ── what becomes of it ───────────────────────────────────────────────────────


@pytest.mark.parametrize("outcome", [Outcome("failed", reason="131026: undeliverable", dead_address=True), Outcome("unknown"), None])
def test_what_does_not_arrive_changes_nothing_and_is_kept_no_longer(migrated_url: str, outcome: Outcome | None) -> None:
    """None: it came too late to be sent."""

    async def scenario(it: Agency) -> None:
        await it.claims()
        before = await _stands(it)
        late = 600.0 if outcome is None else 1.0
        for row in await it.goes(seconds=late):
            await it.goes((row.id, outcome and Outcome(**{**_values(outcome), "is_code": True})), seconds=late)  # type: ignore[arg-type]
        await it.turns(late)
        (code_row,) = await it.sent()
        assert (code_row.call.template, code_row.call.text) == (None, "")
        assert (await it.acts())[1:] == ([] if outcome and outcome.do == "unknown" else ["undelivered"])
        assert await _stands(it) == before
        assert not [each for each in (await it.house.column(outbox.c.purpose))[2:] if each != "code"]

    with_agency(migrated_url, scenario)


async def _stands(it: Agency) -> list[Any]:
    """All that its writer or people could notice."""
    rows = await it.house.rows(select(*[column for column in conversation.c if column.name != "version"]))
    return [*rows, *await it.house.rows(select(ticket.c.status, ticket.c.waiting_since, ticket.c.owes))]


def _values(outcome: Outcome) -> dict[str, Any]:
    return {"do": outcome.do, "reason": outcome.reason, "dead_address": outcome.dead_address}
