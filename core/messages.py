"""What passes between a channel and the house, whatever the channel. No platform's word stands here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from core.presses import Press
from core.records import Record, field
from core.standing import Cause, Standing

Author = Literal["customer", "agent", "rule"]
Kind = Literal[
    "text",
    "tap",
    "contact",  # somebody's card
    "location",
    "photo",
    "video",
    "document",
    "voice",  # and other sound
    "sticker",
    "reaction",
    "edited",  # what was written before is different now
    "deleted",  # what was written before was taken back
    "moved",  # the platform says that the person has another number or id now
    "blocked",  # the person wants no more messages
    "unblocked",
    "button",  # of a card: what one of our people does about its ticket
    "unknown",
]
# Nobody has said anything: no report begins with them.
SIGNALS: frozenset[Kind] = frozenset({"blocked", "unblocked", "reaction", "button", "deleted", "moved"})
MediaKind = Literal["photo", "video", "document", "voice", "sticker"]
FILES: frozenset[Kind] = frozenset({"photo", "video", "document", "voice"})  # kinds that bring what somebody may want to see or hear
SHUT = "131047"  # so begins the reason when a person may not be written to freely any more (WhatsApp's code of it)
RINGS = "webhook"  # the channel that makes telephones ring
Purpose = Literal["prompt", "safety", "reference", "note", "agent", "alarm", "alert", "relay", "ring", "card", "code"]
ASKS: tuple[Purpose, ...] = ("prompt", "safety", "reference")  # what the bot says to a customer and goes on from
CODE: Purpose = "code"  # nobody may read it later: what is over is emptied, and nothing brings it back


class Address(Record):
    """Where a message goes."""

    channel: str
    account: str
    address: str


class Original(Record):
    """A message that somebody wrote, where its channel keeps it; `message` is the channel's id of it."""

    at: Address
    message: str


class Attachment(Record):
    """A file that somebody's message brought."""

    row: int  # of `inbox`: the message
    kind: MediaKind


class Part(Record):
    """One thing that a platform reported, as ingest takes it. `ids` stand strongest first, as (kind, value).

    About a talk: an inbox row and a turn. About a delivery: what became of something that was sent. About the channel: an event, and no
    turn. Only a talk has ids and an address.
    """

    channel: str
    account: str
    external_id: str
    body: Mapping[str, Any]
    ids: tuple[tuple[str, str], ...] = ()
    address: str = ""
    waits: bool | None = None  # True: companions follow (an album); False: nothing to wait for (a tap); None: as the open step collects
    about: Literal["talk", "delivery", "channel"] = "talk"
    former: tuple[tuple[str, str], ...] | None = None  # the platform says: the same person had these, and has only `ids` now
    delivery: "Delivery | None" = None
    standing: Standing | None = None  # about the channel: what our own people are told of it


class Delivery(Record):
    """What a platform reports of something that was sent, once or again, in any order. `outcome`: of a failure, what the sender must do."""

    state: Literal["sent", "delivered", "read", "failed"]
    external_id: str  # the platform's id of the message
    outbox_id: int | None = None  # as our own tracker says it; None: the message has none
    attempt: int | None = None  # which send of that row, as the tracker says it
    outcome: "Outcome | None" = None


class NotStoredError(Exception):
    """Parts could not be stored, and that is told already: they are to come again."""


Put = Callable[[Sequence[Part]], Awaitable[None]]  # the door of the house: returns when all is stored, and raises when nothing is


class Media(Record):
    """A file as its channel names it; `size` in bytes. Only what the channel says: the file's own kind is looked at when it is there."""

    kind: MediaKind
    seconds: int | None = None
    ref: str = ""  # "": the channel has no file to give (a terminal)
    mime: str = ""
    name: str = ""
    size: int | None = None
    album: str = ""  # what was sent together has the same


class Fetched(Record):
    """What became of fetching a file. `again`: it may come later. `expired`: the channel has it no more."""

    do: Literal["fetched", "again", "expired", "too_large"]
    after_seconds: float = 0.0  # at least
    reason: str = ""


class Card(Record):
    """Somebody's contact card. `own`: the channel vouches that it is the sender's."""

    phone: str
    name: str = ""
    own: bool = False


class Place(Record):
    """Where something is, in degrees, with a name where it has one."""

    latitude: float
    longitude: float
    name: str = ""

    def __str__(self) -> str:
        """Name and point, as a map takes them."""
        point = f"{self.latitude:.6f},{self.longitude:.6f}"
        return f"{self.name} ({point})" if self.name else point


class Inbound(Record):
    """One message of a person. `choice` is the name of the option meant: a tap, or a text read as one (set by the turn)."""

    id: int = 0  # inbox row
    text: str = ""  # a caption too; of whoever has moved, the new number
    kind: Kind = "text"
    prompt: int | None = None  # the question that a tap belongs to
    option: int | None = None  # index into that question's whole list of options
    first: int | None = None  # a page of options was asked for: start there
    media: Media | None = None
    choice: str | None = None
    author: Author = "customer"
    sent_at: datetime | None = None
    message: str = ""  # the channel's id of this message
    of: str = ""  # the channel's id of the message that this one changes, reacts to, or was tapped under
    card: Card | None = None
    place: Place | None = None
    payload: str = ""  # of the link that began the talk
    typed: str = ""  # word for word, where `text` is what a slash command stands for
    replies_to: str = ""  # the channel's id of the message that this one answers
    press: Press | None = None  # which button of a card
    agent: int | None = None  # the agent who wrote this, as of this turn; None: a customer
    code: str = ""  # the six digits that it is, while a code may be written; then `text` hides them (set by the turn)

    @property
    def seconds(self) -> int | None:
        """Of a voice note, 0 where nobody knows how long it is; None: it is none."""
        if self.kind != "voice":
            return None
        return (self.media and self.media.seconds) or 0


def is_customers(said: Inbound) -> bool:
    """Not said by one of our people, in a chat of their own or from the agency's telephone."""
    return said.agent is None and said.author == "customer"


class Timer(Record):
    """A moment that was waited for."""

    kind: str
    ticket: int = 0
    id: int = 0  # inbox row

    @property
    def about(self) -> tuple[int, ...]:
        return (self.ticket,)


class Command(Record):
    """An act of an agent, in the same line as the customer's words."""

    act: str
    ticket: int
    by: str  # who, for the history
    agent: int | None = None  # whose rights are looked at again; None: whoever may use the database, or a rule of the house
    input: Mapping[str, Any] = field(default_factory=dict)
    at: Address | None = None  # where the act was given, and is answered; None: whoever gave it reads the row's result
    id: int = 0  # inbox row
    line: int | None = None  # the conversation in whose line it stands; None: that of its ticket

    @property
    def about(self) -> tuple[int, ...]:
        """Its tickets: `merge` names another one."""
        into = self.input.get("into")
        return (self.ticket,) if into is None else (self.ticket, into)


class Undelivered(Record):
    """Something that was said did not arrive, and never will. `dead`: nothing will, until the person writes again.

    `ring`: the ticket for whose danger no telephone could be made to ring; 0: it was said to the person of this line. `unknown`: nobody
    knows whether it did. `carries`: what an agent wrote, and `row` is the outbox row that brought it. `lost`: a file on the other way.
    `shut`: nobody may write to the person freely any more; then it is told what was said. `asked`: it was the bot's own, and whether it
    arrived is for the turn to look up: nobody knows, or it is known after all. `code`: it was a code, sent to somebody else.
    """

    reason: str
    dead: bool = False
    ring: int = 0
    unknown: bool = False
    row: int = 0
    carries: Original | None = None
    lost: "Lost | None" = None
    shut: "Shut | None" = None
    asked: bool = False
    code: bool = False
    id: int = 0  # inbox row


class Lost(Record):
    """A customer's file that one of our people was not brought, and the words that came with it."""

    at: Address
    text: str


class Shut(Record):
    """What came too late to be said freely, and may be said in another form."""

    purpose: Purpose
    text: str  # "": it brought a file, which has no other form
    ticket: int = 0  # 0: of none


class Parked(Record):
    """A message that could not be handled: its customer gets an apology and a way to a person."""

    agent: int | None = None  # who wrote it, if an agent did
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
    asks_contact: bool = False  # has a button by which people send their own number
    caption: int = 0  # words with a file; 0: no files
    copies: bool = False  # what was written within its account is shown as it is there
    sound_caption: bool = False  # words may stand with sound too
    joins: bool = False  # a person can be sent few messages: those of one turn go as one, where they fit


class Choice(Record):
    data: str  # `p<prompt>:<index>`, or `p<prompt>:><first>` for another page
    label: str
    hint: str = ""
    asks_contact: bool = False  # sends the number of whoever taps it


class Ring(Record):
    """A danger for which somebody's telephone shall ring. Numbers as they were given; "": none is known."""

    about: int  # the ticket
    ticket: str  # its reference
    hazards: tuple[str, ...]
    calls: str  # who shall be called
    customer: str  # the number of whoever is in danger
    words: str  # what that person wrote
    step: int  # of the escalation: the first, the second time
    raised_at: datetime
    escalated_at: datetime


class Template(Record):
    """Words that the platform has approved before, by their name there; `values` take the places of its parameters, in order."""

    name: str
    language: str
    values: tuple[str, ...] = ()
    button: str = ""  # what its button copies


class Call(Record):
    """One API call, neutral: the channel's handler turns it into its own form. The outbox stores it.

    `contact`: one choice asks for the person's own number, and whatever is tapped comes back as text. `clear`: takes the buttons off the
    message that `edits` names. `copy`: shows `original`, with `text` in place of its caption if there is any. `mark`: a sign of having
    been sent, on the message that `edits` names. `ring`: not shown to anybody, but told to a service that calls people. `media`: brings
    the `file` that came by another channel, with `text` as its caption. `template`: `text` is what its person will read.
    """

    kind: Literal["text", "buttons", "list", "contact", "clear", "copy", "mark", "ring", "media", "template"]
    text: str
    choices: tuple[Choice, ...] = ()
    opens: str = ""  # the label that opens a list
    words: str = ""  # words id of the prompt
    edits: str = ""  # the channel's id of a message that was sent before
    ring: Ring | None = None
    silent: bool = False  # it makes no sound
    original: Original | None = None
    carries: Original | None = None  # the agent's own message that this brings to a customer: what becomes of it is shown there
    file: int | None = None  # row of `inbox`: the message that brought it
    template: Template | None = None


class Outgoing(Record):
    """A claimed outbox row."""

    id: int
    attempt: int
    channel: str
    account: str
    address: str
    purpose: Purpose
    call: Call
    edits: str = ""  # the message that the call is the newest edition of; "": there is none yet
    is_trial: bool = False  # the platform refused its account: whether this goes shows whether it still does


class Outcome(Record):
    """What became of a send, and what the sender must do. `unknown` is an attempt, and so is what `counts` says.

    `again`: `after_seconds` later, and what follows to that address waits too; with `pauses_account`, all of the account. `hold`: the
    platform refuses the account, until `after_seconds` later at least. `moved`: from now on to `address`. `dead_address`: nothing will
    reach that address any more.
    """

    do: Literal["sent", "again", "failed", "unknown", "hold", "moved"]
    external_id: str | None = None
    after_seconds: float = 0.0
    reason: str = ""
    pauses_account: bool = False
    counts: bool = False  # the next wait shall be longer: the channel is given the number of the attempt
    address: str = ""
    dead_address: bool = False
    cause: Cause | None = None  # of a hold: what somebody has to mend
    resumes: bool = False  # as the sender says it: the account was refused until this went
    is_code: bool = False  # as the sender says it: once this is over, nothing of it is kept
