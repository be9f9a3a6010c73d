"""Contracts of rented homes, and who takes part in them."""

from enum import StrEnum
from typing import Literal


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
