"""The books: contacts, companies, homes and contracts."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text

from storage.records import UtcDateTime
from storage.tables.columns import among, key, link, metadata, words
from storage.tables.talks import identity

company = Table(
    "company",
    metadata,
    key(),
    words("name"),
    words("cnpj", unique=True),
    Column("external_id", Text, unique=True),
)

contact = Table(
    "contact",
    metadata,
    key(),
    words("kind"),
    link("company_id", company.c.id, nullable=True),
    Column("first_name", Text),
    words("last_name"),
    Column("email", Text),
    Column("email_key", Text, unique=True),
    Column("cpf", Text),  # not unique: one human may also speak for companies
    Column("mobile", Text),
    Column("mobile_key", Text, index=True),
    Column("external_id", Text, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    among("kind", "kind", "individual", "company"),
    CheckConstraint("kind <> 'individual' OR (email IS NOT NULL AND company_id IS NULL)", name="individual"),
    CheckConstraint("kind <> 'company' OR (company_id IS NOT NULL AND (email IS NOT NULL OR mobile IS NOT NULL))", name="company"),
    CheckConstraint("(email IS NULL) = (email_key IS NULL) AND (mobile IS NULL) = (mobile_key IS NULL)", name="keys"),
)

home = Table(
    "home",
    metadata,
    key(),
    words("address"),
    Column("unit", Text),
    Column("city", Text, nullable=False, server_default=""),
    Column("zone", Text, nullable=False, server_default=""),
    Column("external_id", Text),
)
Index("uq_home_external_id", home.c.external_id, unique=True)

contract = Table(
    "contract",
    metadata,
    key(),
    link("home_id", home.c.id),
    Column("status", Text, nullable=False, server_default="active"),
    Column("ended_at", UtcDateTime),
    Column("external_id", Text, unique=True),
    Column("account_manager", Text),  # `agent.external_id` of who looks after it; such an agent need not be here yet
    Column("maintenance_owner", Text),  # and of who looks after its repairs
    among("status", "status", "active", "ended"),
    CheckConstraint("(status = 'ended') = (ended_at IS NOT NULL)", name="ended"),
)
Index(None, contract.c.home_id)

contract_party = Table(
    "contract_party",
    metadata,
    link("contract_id", contract.c.id),
    link("contact_id", contact.c.id),
    words("role"),
    PrimaryKeyConstraint("contract_id", "contact_id", "role"),
    among("role", "role", "tenant", "landlord", "guarantor"),
)
Index(None, contract_party.c.contact_id)

disowned = Table(  # the person behind this identity said that they are not this contact
    "disowned",
    metadata,
    link("identity_id", identity.c.id),
    link("contact_id", contact.c.id),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("identity_id", "contact_id"),
)
