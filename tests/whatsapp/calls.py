"""One call of the Graph API: what was asked, and what became of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.platforms.calls import JSON, Refused, Upload


@dataclass(slots=True)
class Call:
    """`name`: which of the stand-in's calls it is. `about`: the id in the address, of a number, a file or an account."""

    name: str
    about: str
    body: JSON
    uploads: Mapping[str, Upload] = field(default_factory=dict)
    at: float = field(default_factory=time.monotonic)  # seconds of `time.monotonic`, when it came
    result: JSON | None = None
    refused: Refused | None = None
    violations: list[str] = field(default_factory=list)

    def complain(self, violation: str) -> None:
        """Of what no correct program sends."""
        self.violations.append(violation)

    @property
    def to(self) -> str:
        """Whom a message is for. A number wins over a user id."""
        return str(self.body.get("to") or self.body.get("recipient") or "")
