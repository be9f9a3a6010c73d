"""What a program asks of a platform, and how a platform refuses it: what the stand-ins of all of them share."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

JSON = dict[str, Any]


class Refused(Exception):
    """A platform's answer to what it does not do, with its status of HTTP."""

    code: int

    @property
    @abstractmethod
    def shape(self) -> JSON:
        """The body of the answer."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes
