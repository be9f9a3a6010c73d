"""Reports of people whom nobody knows, on Telegram, where their own number is asked for first."""

from collections.abc import Mapping
from typing import Any

from tests.platforms import intakes
from tests.platforms.intakes import PROBLEM, STORED_COMPANY, STORED_DOORMAN, STORED_TENANT, form
from tests.telegram.agency import JOAO, MARIA, SEVERINO
from tests.telegram.customers import Person

__all__ = ["COMPANY", "DOORMAN", "PROBLEM", "STORED", "TENANT", "form"]

_WITHOUT = {"identification-number": "Continuar sem"}
TENANT, COMPANY, DOORMAN = (_WITHOUT | each for each in (intakes.TENANT, intakes.COMPANY, intakes.DOORMAN))
STORED: Mapping[Person, Mapping[str, Any]] = {MARIA: STORED_TENANT, JOAO: STORED_COMPANY, SEVERINO: STORED_DOORMAN}
