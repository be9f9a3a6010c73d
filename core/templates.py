"""Templates: what may be said where nobody may be written to freely, in words that the platform has approved before.

The words are those of the catalogue, as `template.status`: what an account submits, what goes out and what the transcript shows are one.
"""

from collections.abc import Mapping
from typing import Literal

from core.records import Record

Use = Literal["reminder", "status", "question", "code"]

# By use, what takes the places {{1}}, {{2}} of its text, in order: the names of the values in the catalogue.
PARAMETERS: Mapping[Use, tuple[str, ...]] = {
    "reminder": ("problem",),  # a report that was begun and not sent
    "status": ("subject", "news"),  # what people did about a ticket
    "question": ("subject", "question"),  # of the assistant, or what an agent writes
    "code": ("code",),
}
LONGEST = 1024  # characters of the whole text (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates)


class Approved(Record):
    """A template of the account, by its name there."""

    name: str
    language: str
