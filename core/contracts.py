"""Contracts of rented homes, and who takes part in them."""

from enum import StrEnum
from typing import Literal

from core.records import Record


class Role(StrEnum):
    """What a contact is in a contract."""

    TENANT = "tenant"
    LANDLORD = "landlord"
    GUARANTOR = "guarantor"


class Status(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


Keeper = Literal["account_manager", "maintenance_owner"]  # somebody of the agency who looks after a contract
KEEPERS: tuple[Keeper, ...] = ("account_manager", "maintenance_owner")
Routing = Literal["everyone", "account_manager", "maintenance_owner"]  # whom a ticket that waits is brought to first


class Contract(Record):
    """Of one home; several contracts may concern the same one, one after another."""

    id: int
    home_id: int
    status: Status = Status.ACTIVE


class Party(Record):
    """A contact in a contract."""

    contract_id: int
    contact_id: int
    role: Role
