"""Constraints repeat the rules that matter, so that no program can break them (design: tables)."""

from typing import Any

import pytest
from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError

from storage.tables import company, contact, contract, contract_party, conversation, home, identity, inbox, outbox, ticket
from tests.house import House, at, in_house

PERSON = {"kind": "individual", "last_name": "Souza", "email": "a@x.com", "email_key": "a@x.com", "created_at": at(0)}
TALK = {"channel": "console", "account": "", "address": "ana"}
FORM: dict[str, Any] = {"answers": {}, "said": {}, "owes": (), "waived": (), "hazards": {}, "danger": False, "rank": 3}
DRAFT = {"filed_in": 1, "state": "start.kind", "status": "draft", "origin": "console", **FORM}
ROW = {
    "channel": "c",
    "account": "",
    "external_id": "1",
    "conversation_id": 1,
    "address": "",
    "part": {},
    "received_at": at(0),
    "ready_at": at(0),
}
CALL = {"conversation_id": 1, "version": 1, "ordinal": 0, "purpose": "prompt", "call": {}, **TALK}
FIRM = {"name": "Padaria", "cnpj": "11222333000181"}

Rows = list[tuple[Table, dict[str, Any]]]

REFUSED: dict[str, tuple[Rows, tuple[Table, dict[str, Any]]]] = {
    "an e-mail twice": ([(contact, PERSON)], (contact, PERSON)),
    "no last name": ([], (contact, PERSON | {"last_name": None})),
    "a person without e-mail": ([], (contact, PERSON | {"email": None, "email_key": None})),
    "a person with a company": ([(company, FIRM)], (contact, PERSON | {"company_id": 1})),
    "an e-mail without its key": ([], (contact, PERSON | {"email_key": None})),
    "a company's contact without company": ([], (contact, PERSON | {"kind": "company"})),
    "a company without e-mail and mobile": (
        [(company, FIRM)],
        (contact, PERSON | {"kind": "company", "company_id": 1, "email": None, "email_key": None}),
    ),
    "a third kind": ([], (contact, PERSON | {"kind": "robot"})),
    "a CNPJ twice": ([(company, FIRM)], (company, FIRM)),
    "a contract without home": ([], (contract, {"home_id": 9})),
    "an end without a date": ([(home, {"address": "a"})], (contract, {"home_id": 1, "status": "ended"})),
    "a role that nobody has": (
        [(home, {"address": "a"}), (contract, {"home_id": 1}), (contact, PERSON)],
        (contract_party, {"contract_id": 1, "contact_id": 1, "role": "friend"}),
    ),
    "an id that leads to two talks": (
        [
            (conversation, TALK),
            (conversation, TALK),
            (identity, {"channel": "c", "account": "", "kind": "k", "value": "v", "conversation_id": 1}),
        ],
        (identity, {"channel": "c", "account": "", "kind": "k", "value": "v", "conversation_id": 2}),
    ),
    "a message twice": ([(conversation, TALK), (inbox, ROW)], (inbox, ROW | {"address": "b"})),
    "an end that no row has": ([(conversation, TALK)], (inbox, ROW | {"result": "lost"})),
    "one turn's call twice": ([(conversation, TALK), (outbox, CALL)], (outbox, CALL | {"address": "b"})),
    "a second draft": ([(conversation, TALK), (ticket, DRAFT)], (ticket, DRAFT | {"status": "incomplete"})),
    "a reference twice": (
        [(conversation, TALK), (ticket, DRAFT | {"status": "open", "reference": "r"})],
        (ticket, DRAFT | {"reference": "r"}),
    ),
    "a third owner": ([], (conversation, TALK | {"owner": "nobody"})),
}

ALLOWED: dict[str, Rows] = {
    "a CPF twice": [(contact, PERSON | {"cpf": "1"}), (contact, PERSON | {"cpf": "1", "email": "b@x.com", "email_key": "b@x.com"})],
    "companies' contacts without e-mail": [
        (company, FIRM),
        *[(contact, PERSON | {"kind": "company", "company_id": 1, "email": None, "email_key": None, "mobile": "+55", "mobile_key": "5"})]
        * 2,
    ],
    "several tickets by phone": [(conversation, TALK), *[(ticket, DRAFT | {"origin": "phone"})] * 2],
    "a draft beside what was sent": [(conversation, TALK), (ticket, DRAFT | {"status": "open"}), (ticket, DRAFT)],
}


async def write(house: House, rows: Rows) -> None:
    def all_of_them(connection: Any) -> None:
        for table, values in rows:
            connection.execute(insert(table).values(values))

    await house.run(all_of_them)


@pytest.mark.parametrize("what", REFUSED)
def test_refused(migrated_url: str, what: str) -> None:
    before, last = REFUSED[what]

    async def scenario(house: House) -> None:
        await write(house, before)
        with pytest.raises(IntegrityError):
            await write(house, [last])

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("what", ALLOWED)
def test_allowed(migrated_url: str, what: str) -> None:
    async def scenario(house: House) -> None:
        await write(house, ALLOWED[what])

    in_house(migrated_url, scenario)
