"""Homes, and the contracts by which people belong to them."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, insert, or_, select

from core.contracts import Keeper
from core.homes import Home
from storage.queries import Query
from storage.records import UtcDateTime
from storage.tables import IDS, contract, contract_party, home

RECENT = timedelta(days=90)  # after its end a contract still gives its home: keys, deposit, last repairs (decision 0203)
AT_HOME = ("tenant", "landlord")  # roles that report for a home; a guarantor pays, and has no say there

_COLUMNS = (
    contract_party.c.contact_id,
    home.c.id,
    home.c.address,
    home.c.unit,
    contract_party.c.role,
    home.c.city,
    home.c.zone,
    contract.c.id.label("contract_id"),
)
_ended_last = case((contract.c.status == "active", 0), else_=1)
_landlord_last = case((contract_party.c.role == "tenant", 0), else_=1)
_OF_CONTACTS = (
    select(*_COLUMNS)
    .join(contract, contract.c.id == contract_party.c.contract_id)
    .join(home, home.c.id == contract.c.home_id)
    .where(
        contract_party.c.contact_id.in_(bindparam("contact_ids", expanding=True)),
        contract_party.c.role.in_(AT_HOME),
        or_(contract.c.status == "active", contract.c.ended_at > bindparam("since", type_=UtcDateTime)),
    )
    .order_by(_ended_last, _landlord_last, contract.c.id.desc())
)
_NEW_HOME = insert(home).returning(home.c.id)
_NEW_CONTRACT = insert(contract).returning(contract.c.id)
_NEW_PARTY = insert(contract_party)
_ZONE = Query(select(home.c.zone).where(home.c.id == bindparam("id")))
_KEEPERS = select(contract.c.account_manager, contract.c.maintenance_owner).where(contract.c.id == bindparam("id"))
_EXISTS = select(home.c.id).where(home.c.id == bindparam("id"))


def of_contacts(connection: Connection, contact_ids: Collection[int], now: datetime) -> dict[int, tuple[Home, ...]]:
    """By contact, from contracts that are active or ended lately; each home once.

    Active before ended, as tenant before as landlord, the newest contract first.
    """
    found: dict[int, dict[int, Home]] = {contact_id: {} for contact_id in contact_ids}
    for contact_id, *values in connection.execute(_OF_CONTACTS, {"contact_ids": list(contact_ids), "since": now - RECENT}):
        each = Home(*values)
        found[contact_id].setdefault(each.id, each)
    return {contact_id: tuple(homes.values()) for contact_id, homes in found.items()}


def keepers(connection: Connection, contract_id: int) -> Mapping[Keeper, str | None]:
    """Who looks after a contract, by `agent.external_id`."""
    manager, owner = connection.execute(_KEEPERS, {"id": contract_id}).one()
    return {"account_manager": manager, "maintenance_owner": owner}


def exists(connection: Connection, home_id: int) -> bool:
    return home_id in IDS and connection.scalar(_EXISTS, {"id": home_id}) is not None


def zone_of(connection: Connection, home_id: int) -> str:
    """The IANA name of its time zone; "" when nobody said."""
    found: str = next((zone for (zone,) in _ZONE(connection, id=home_id)), "")
    return found


def add(connection: Connection, address: str, unit: str | None = None, *, city: str = "", zone: str = "") -> int:
    """Writes a home; returns its id."""
    key: int = connection.scalars(_NEW_HOME, {"address": address, "unit": unit, "city": city, "zone": zone}).one()
    return key


def add_contract(connection: Connection, home_id: int, parties: Mapping[int, str], *, ended_at: datetime | None = None) -> int:
    """Writes a contract with the roles of its contacts (tenant, landlord, guarantor); returns its id."""
    status = "active" if ended_at is None else "ended"
    contract_id: int = connection.scalars(_NEW_CONTRACT, {"home_id": home_id, "status": status, "ended_at": ended_at}).one()
    rows = [{"contract_id": contract_id, "contact_id": contact_id, "role": role} for contact_id, role in parties.items()]
    if rows:
        connection.execute(_NEW_PARTY, rows)
    return contract_id
