"""Contacts: people as they stand in the books, found by what they give and written when somebody approves."""

from collections.abc import Collection
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from core.contacts import Company, Contact, Individual
from core.emails import email_key
from core.errors import Rejected
from core.phones import phone_match_key
from core.search import Query
from storage import search
from storage.contact_rows import COLUMNS, CONTACTS
from storage.queries import ListQuery
from storage.tables import IDS, company, contact

_BY_ID = CONTACTS.where(contact.c.id == bindparam("id"))
_BY_EMAIL = CONTACTS.where(contact.c.email_key == bindparam("email_key"))
_BY_MOBILES = ListQuery(
    select(contact.c.mobile_key, *COLUMNS).join(company, company.c.id == contact.c.company_id, isouter=True),
    contact.c.mobile_key,
)
_COMPANY = select(company.c.id).where(company.c.cnpj == bindparam("cnpj"))
_COMPANY_OF = select(contact.c.company_id).where(contact.c.id == bindparam("id"))
_RENAME = update(company).where(company.c.id == bindparam("_id")).values(name=bindparam("name"))
_NEW_COMPANY = insert(company).returning(company.c.id)
_NEW = insert(contact).returning(contact.c.id)
_SAID = ("company_id", "first_name", "last_name", "email", "email_key", "cpf", "mobile", "mobile_key")
_CHANGE = update(contact).where(contact.c.id == bindparam("_id")).values({name: bindparam(name) for name in _SAID})

_NUMBERS_REMEMBERED = 4_096  # match keys; reading one costs 5 µs, and a talk asks for its own in every turn


@lru_cache(_NUMBERS_REMEMBERED)
def match_key(number: str) -> str | None:
    """The key by which a number is compared; None when it is no number."""
    try:
        return phone_match_key(number)
    except Rejected:
        return None


def by_id(connection: Connection, contact_id: int) -> Contact | None:
    row = connection.execute(_BY_ID, {"id": contact_id}).one_or_none() if contact_id in IDS else None
    return None if row is None else Contact(*row)


def by_email(connection: Connection, address: str) -> Contact | None:
    row = connection.execute(_BY_EMAIL, {"email_key": email_key(address)}).one_or_none()
    return None if row is None else Contact(*row)


def holders(connection: Connection, field_name: str, value: str) -> list[Contact]:
    """Whose e-mail, CPF or CNPJ it is: an e-mail is one contact's, a document may be several."""
    if field_name == "email":
        found = by_email(connection, value)
        return [] if found is None else [found]
    query = Query(cpf=value) if field_name == "cpf" else Query(cnpj=value)
    known = (by_id(connection, row.id) for row in search.find(connection, query, limit=search.CANDIDATES))
    return [each for each in known if each and getattr(each, field_name) == value]


def only_by_numbers(connection: Connection, numbers: Collection[str]) -> dict[str, Contact]:
    """By number: the contact whose mobile it is, if it is exactly one's."""
    keys = {number: key for number in numbers if (key := match_key(number))}
    found: dict[str, list[Contact]] = {}
    for key, *values in _BY_MOBILES(connection, {*keys.values()}):
        found.setdefault(key, []).append(Contact(*values))
    return {number: found[key][0] for number, key in keys.items() if len(found.get(key, ())) == 1}


def register(connection: Connection, form: Individual | Company, now: datetime) -> int:
    """Writes a contact, and its company unless that is known by its CNPJ; returns the contact's id.

    The caller has looked whether the e-mail is taken (`by_email`); if it is, the database refuses.
    """
    kind = "company" if isinstance(form, Company) else "individual"  # for ever: a person is never made a company (R24)
    contact_id: int = connection.scalars(_NEW, _values(connection, form) | {"kind": kind, "created_at": now}).one()
    search.index(connection, [contact_id])
    return contact_id


def change(connection: Connection, contact_id: int, form: Individual | Company) -> None:
    """Writes what a contact of the same kind says of itself now; another name of its company is that of all who speak for it.

    With another CNPJ it speaks for another company: that one is made, unless it is known, and the one before stays.
    """
    before = connection.scalar(_COMPANY_OF, {"id": contact_id})
    values = _values(connection, form)
    connection.execute(_CHANGE, values | {"_id": contact_id})
    if isinstance(form, Company) and values["company_id"] == before:
        connection.execute(_RENAME, {"_id": before, "name": form.company_name})
        search.index(connection, search.speakers(connection, [before]))
    else:
        search.index(connection, [contact_id])


def _values(connection: Connection, form: Individual | Company) -> dict[str, Any]:
    return {
        "company_id": _company(connection, form) if isinstance(form, Company) else None,
        "first_name": form.first_name,
        "last_name": form.last_name,
        "email": form.email,
        "email_key": form.email and email_key(form.email),
        "cpf": form.cpf,
        "mobile": form.mobile,
        "mobile_key": form.mobile and match_key(form.mobile),
    }


def _company(connection: Connection, form: Company) -> int:
    known: int | None = connection.scalars(_COMPANY, {"cnpj": form.cnpj}).one_or_none()
    if known is None:
        known = connection.scalars(_NEW_COMPANY, {"name": form.company_name, "cnpj": form.cnpj}).one()
    return known
