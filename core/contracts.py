"""Contracts of rented homes, and who takes part in them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a contact is in a contract."""

    TENANT = "tenant"
    LANDLORD = "landlord"
    GUARANTOR = "guarantor"


class Status(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Contract:
    """Of one home; several contracts may concern the same one, one after another."""

    id: int
    home_id: int
    status: Status = Status.ACTIVE


@dataclass(frozen=True, slots=True)
class Party:
    """A contact in a contract."""

    contract_id: int
    contact_id: int
    role: Role
