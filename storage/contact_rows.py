"""How a contact is read: the columns of its record, in their order, with the company that it speaks for."""

from sqlalchemy import select

from storage.tables import company, contact

COLUMNS = (
    contact.c.id,
    contact.c.kind,
    contact.c.last_name,
    contact.c.first_name,
    contact.c.email,
    contact.c.cpf,
    contact.c.mobile,
    company.c.name.label("company_name"),
    company.c.cnpj,
)
CONTACTS = select(*COLUMNS).join(company, company.c.id == contact.c.company_id, isouter=True)
