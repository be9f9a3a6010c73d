"""One call of a Bot API method: its parameters as they came, read by kind, and what became of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.platforms import calls
from tests.platforms.calls import JSON, Upload

__all__ = ["JSON", "Call", "Refused", "Upload"]


class Refused(calls.Refused):
    """The Bot API's answer to what it does not do: a code, a description, and at times parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters

    @property
    def shape(self) -> JSON:
        told: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        return told | {"parameters": self.parameters} if self.parameters else told


@dataclass(slots=True)
class Call:
    method: str
    params: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)
    at: float = field(default_factory=time.monotonic)  # seconds of `time.monotonic`, when it came
    result: Any = None
    refused: calls.Refused | None = None
    violations: list[str] = field(default_factory=list)

    def complain(self, violation: str) -> None:
        """For what Telegram mends in silence (it leaves out a button without label) and no correct program sends."""
        self.violations.append(violation)

    def refusal(self, description: str) -> Refused:
        """A documented limit is broken: Telegram says so in `description`."""
        self.complain(description)
        return Refused(400, f"Bad Request: {description}")

    def whole(self, name: str) -> int | None:
        """Forms carry numbers as text."""
        value = self.params.get(name)
        if isinstance(value, bool) or value is None:
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            return None

    def number(self, name: str, otherwise: int) -> int:
        value = self.whole(name)
        return otherwise if value is None else value

    def text(self, name: str) -> str:
        value = self.params.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in {"true", "1", "yes"}

    def structure(self, name: str) -> Any:
        """A list or an object; in forms it is written as JSON."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            raise self.refusal(f"can't parse {name.replace('_', ' ')} JSON object") from None
