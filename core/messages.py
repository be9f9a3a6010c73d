"""What passes between a channel and the house, whatever the channel. No platform's word stands here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from core.records import Record, field

Author = Literal["customer", "agent", "rule"]
Kind = Literal["text", "tap", "photo", "video", "document", "voice", "sticker", "unknown"]
Purpose = Literal["prompt", "safety", "reference", "note", "agent"]


class Part(Record):
    """One thing that a platform reported, as ingest takes it. `ids` stand strongest first, as (kind, value)."""

    channel: str
    account: str
    external_id: str
    body: Mapping[str, Any]
    ids: tuple[tuple[str, str], ...]
    address: str
    waits: bool | None = None  # True: companions follow (an album); False: nothing to wait for (a tap); None: as the open step collects


class Media(Record):
    kind: str
    seconds: int | None = None


class Inbound(Record):
    """One message of a person. `choice` is the name of the option meant: a tap, or a text read as one (set by the turn)."""

    id: int = 0  # inbox row
    text: str = ""  # a caption too
    kind: Kind = "text"
    prompt: int | None = None  # the question that a tap belongs to
    option: int | None = None  # index into that question's whole list of options
    first: int | None = None  # a page of options was asked for: start there
    media: Media | None = None
    choice: str | None = None
    author: Author = "customer"
    sent_at: datetime | None = None


class Timer(Record):
    """A moment that was waited for."""

    kind: str
    ticket: int = 0
    id: int = 0  # inbox row


class Command(Record):
    """An act of an agent, in the same line as the customer's words."""

    act: str
    ticket: int
    by: str
    role: str
    input: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0  # inbox row


class Parked(Record):
    """A message that could not be handled: its customer gets an apology and a way to a person."""

    id: int = 0  # inbox row


class Limits(Record):
    """What one message of a channel holds. Lengths in UTF-16 units (never fewer than characters)."""

    text: int
    body: int  # text that carries options
    buttons: int  # 0: none
    button: int
    rows: int = 0  # of a list; 0: no list
    title: int = 0
    description: int = 0
    page: int = 8
    window_hours: int | None = None  # None: may always be written to


class Choice(Record):
    data: str  # `p<prompt>:<index>`, or `p<prompt>:><first>` for another page
    label: str
    hint: str = ""


class Call(Record):
    """One API call, neutral: the channel's handler turns it into its own form. The outbox stores it."""

    kind: Literal["text", "buttons", "list"]
    text: str
    choices: tuple[Choice, ...] = ()
    opens: str = ""  # the label that opens a list
    words: str = ""  # words id of the prompt


class Outgoing(Record):
    """A claimed outbox row."""

    id: int
    attempt: int
    channel: str
    account: str
    address: str
    purpose: Purpose
    call: Call


class Outcome(Record):
    """What became of a send, and what the sender must do. Only `unknown` counts as an attempt."""

    do: Literal["sent", "again", "failed", "unknown", "hold"]
    external_id: str | None = None
    after_seconds: float = 0.0
    reason: str = ""
