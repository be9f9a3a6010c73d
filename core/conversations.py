"""A conversation of one person on one channel, and the question that is open in it."""

from datetime import datetime, timedelta
from typing import Literal

from core.answers import Answer
from core.messages import Address, Attachment, Inbound, Original, Purpose, Template, Undelivered
from core.records import Record, evolve, field

Owner = Literal["bot", "agent"]
LEASE = timedelta(minutes=30)  # a talk whose customer waits longer for its agent is free again (design: agents); ZELADOR_CLAIM_MINUTES


class Option(Record):
    """A button.

    It `does` an act (`change individual.email`), or stands for answers by `flow.field`; with neither, its name is the step's to read.
    """

    name: str
    does: str | dict[str, Answer] | None = None
    label: str = ""  # filled in by the turn
    hint: str = ""
    pinned: bool = False  # on every page
    data: str = ""  # what a tap brings back (core.presses), under messages to our own people; "": the question, and its place there
    asks_contact: bool = False  # sends the number of whoever taps it, where the channel has such a button


class Offer(Record):
    """A question inside a step. `before` is put in front of the next attempt ("Maria" + "da Silva")."""

    words: str
    options: tuple[Option, ...]
    values: dict[str, str] = field(default_factory=dict)
    before: str = ""


class Prompt(Record):
    """Words with options, before a channel's limits are known. `words` is the id of the question in the catalogue."""

    words: str
    text: str
    options: tuple[Option, ...] = ()
    id: int = 0
    first: int = 0  # page of options: start there
    purpose: Purpose = "prompt"
    edits: str = ""  # takes the place of the message with this id of the channel
    by: str = ""  # the agent who says it; "": the bot
    clears: str = ""  # says nothing: the buttons go off the message with this id of the channel
    original: Original | None = None  # shows this message too, where its channel can
    file: Attachment | None = None  # brings this file, where the message itself cannot be shown
    carries: Original | None = None  # the agent's own message that this brings to a customer
    ticket: int | None = None  # what it says is of this one; whoever of our people replies to it speaks of that
    template: Template | None = None  # goes in this form, and then `text` is what the person will read


class OpenPrompt(Record):
    """The question that waits for an answer. `id` is the conversation's version that first asked it with exactly these options."""

    id: int
    words: str
    options: tuple[Option, ...]
    offer: Offer | None
    asked_at: datetime
    refusals: int = 0
    asked: int = 1  # times in a row, whatever came between
    page: int = 0  # first of the options shown
    tap: tuple[int, int] | None = None  # prompt and option of the tap that led here: one more of it is a finger that slipped


class Conversation(Record):
    id: int
    channel: str = ""
    account: str = ""
    address: str = ""  # of the newest inbox row
    version: int = 0
    owner: Owner = "bot"
    open: OpenPrompt | None = None
    collects: bool = True  # the open step waits for more; true for a new talk
    ticket_id: int | None = None  # talked about now
    heard_at: datetime | None = None
    flood_until: datetime | None = None  # the messages heard so far, each counted as some seconds: see bot.turn
    agent_id: int | None = None  # who has the talk; owner `agent` without one: whoever claims it first
    agent_since: datetime | None = None
    lease_until: datetime | None = None  # while the customer waits: then the talk is free again
    answered_at: datetime | None = None  # by whoever has the talk: taken over, or spoken in, last
    unreachable_since: datetime | None = None  # the person took the bot off, or the channel says that nothing arrives
    told_opening_at: datetime | None = None  # when people work again, as the person was told last (F25)
    free_until: datetime | None = None  # may be written to freely until then, and later only in a template; None: always
    doubted_since: datetime | None = None  # nobody knows whether what was asked last has arrived

    @property
    def attended(self) -> bool:
        """Somebody of the agency speaks in it: an agent who claimed it, or whoever writes from the agency's own telephone."""
        return self.agent_id is not None or self.answered_at is not None


def address_of(it: Conversation) -> Address:
    return Address(it.channel, it.account, it.address)


def reached(before: Conversation, heard: Inbound | Undelivered, now: datetime) -> Conversation:
    """Whether anything reaches the person, after this. Whoever writes can be answered."""
    if isinstance(heard, Undelivered) and not heard.dead:
        return before
    gone = isinstance(heard, Undelivered) or heard.kind == "blocked"
    since = (before.unreachable_since or now) if gone else None
    return before if since == before.unreachable_since else evolve(before, unreachable_since=since)
