"""The tables. `done_at` and `due_at` say by being null what is over: both engines can use a partial index on that."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)

from core.answers import Answer
from core.conversations import OpenPrompt
from core.messages import Call, Inbound
from core.tickets import UNFINISHED
from storage.records import Json, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

IDS = range(1, 2**63)  # what both engines take as a key; somebody may type a longer one
BY_PHONE = "phone"  # origin of a ticket that an agent writes for a caller: several may be open at once in one agent's chat

# What stands in the JSON columns.
OPEN_PROMPT: Json[OpenPrompt] = Json(OpenPrompt)
ANSWERS: Json[dict[str, Answer]] = Json(dict[str, Answer])
SAID: Json[dict[str, Inbound]] = Json(dict[str, Inbound])
OWES: Json[tuple[tuple[str, dict[str, str]], ...]] = Json(tuple[tuple[str, dict[str, str]], ...])
WAIVED: Json[tuple[str, ...]] = Json(tuple[str, ...])
HAZARDS: Json[dict[str, datetime]] = Json(dict[str, datetime])
CALL: Json[Call] = Json(Call)
BODY: Json[dict[str, Any]] = Json(dict[str, Any])
ANYTHING: Json[Any] = Json(Any)


def _key() -> Column[int]:
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True)


def _words(name: str, **more: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **more)


def _link(name: str, column: Column[int], *, nullable: bool = False) -> Column[int]:
    return Column(name, ForeignKey(column), nullable=nullable)


def _among(name: str, column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=name)


def _where(condition: ColumnElement[bool]) -> dict[str, Any]:
    """Makes an index partial, on both engines."""
    return {"sqlite_where": condition, "postgresql_where": condition}


# ── talks ────────────────────────────────────────────────────────────────────

conversation = Table(
    "conversation",
    metadata,
    _key(),
    _words("channel"),
    _words("account"),
    _words("address"),
    Column("owner", Text, nullable=False, server_default="bot"),
    Column("open_prompt", OPEN_PROMPT),
    Column("collects", Boolean, nullable=False, server_default=text("true")),
    Column("ticket_id", BigInteger),  # talked about now; no foreign key, it would be a circle
    Column("heard_at", UtcDateTime),
    Column("flood_until", UtcDateTime),
    Column("unreachable_since", UtcDateTime),  # nothing is sent, until its person writes again
    Column("version", Integer, nullable=False, server_default=text("0")),
    _among("owner", "owner", "bot", "agent"),
)

identity = Table(
    "identity",
    metadata,
    _key(),
    _words("channel"),
    _words("account"),
    _words("kind"),
    _words("value"),
    _link("conversation_id", conversation.c.id),
    UniqueConstraint("value", "kind", "channel", "account"),  # value first: it alone finds the row
)
Index(None, identity.c.conversation_id)

inbox = Table(
    "inbox",
    metadata,
    _key(),
    _words("channel"),
    _words("account"),
    _words("external_id"),
    _link("conversation_id", conversation.c.id),
    _words("address"),
    Column("part", BODY, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("ready_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("done_at", UtcDateTime),
    Column("result", Text),
    Column("reason", Text),
    UniqueConstraint("external_id", "channel", "account"),
    _among("result", "result", "done", "refused", "conflict", "parked"),
)
Index("ix_inbox_pending", inbox.c.conversation_id, inbox.c.id, **_where(inbox.c.done_at.is_(None)))

outbox = Table(
    "outbox",
    metadata,
    _key(),
    _link("conversation_id", conversation.c.id),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    _words("channel"),
    _words("account"),
    _words("address"),
    _words("purpose"),
    Column("call", CALL, nullable=False),
    Column("status", Text, nullable=False, server_default="queued"),
    Column("due_at", UtcDateTime),  # queued: may go from then on; sending: counts as gone after; null: over
    Column("claimed_by", BigInteger),
    Column("attempts", Integer, nullable=False, server_default=text("0")),  # sends whose end nobody knows
    Column("external_id", Text),
    Column("reason", Text),
    UniqueConstraint("conversation_id", "version", "ordinal"),
    _among("status", "status", "queued", "sending", "sent", "delivered", "read", "unknown", "failed", "expired", "cancelled"),
)
Index("ix_outbox_due", outbox.c.due_at, **_where(outbox.c.due_at.is_not(None)))
Index("ix_outbox_line", outbox.c.address, outbox.c.id, **_where(outbox.c.due_at.is_not(None)))

process = Table(  # one that takes turns and sends; it takes its row away when it ends in order
    "process",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # `claimed_by` of the rows that it sends
    Column("in_hand", BigInteger),  # the inbox row that it takes alone: if it dies, of that
)

channel_state = Table(
    "channel_state",
    metadata,
    _words("channel"),
    _words("account"),
    _words("chat"),  # '': the whole account
    Column("free_at", UtcDateTime),  # pacing: from then on nothing that was sent counts any more
    Column("held_until", UtcDateTime),  # nothing goes to the chat or account before
    Column("reason", Text),
    PrimaryKeyConstraint("channel", "account", "chat"),
)

timer = Table(
    "timer",
    metadata,
    _link("conversation_id", conversation.c.id),
    Column("ticket_id", BigInteger, nullable=False),  # 0: of the conversation alone
    _words("kind"),
    Column("due_at", UtcDateTime, nullable=False, index=True),
    PrimaryKeyConstraint("conversation_id", "ticket_id", "kind"),
)

message = Table(
    "message",
    metadata,
    _key(),
    _link("conversation_id", conversation.c.id),
    Column("ticket_id", BigInteger),
    Column("inbox_id", BigInteger),  # null: from the bot
    _words("author"),
    _words("kind"),
    _words("text"),
    Column("at", UtcDateTime, nullable=False),
    Column("external_id", Text),  # the channel's, which edits and reactions name; null: it has none, or the bot said it
)
Index(None, message.c.ticket_id, message.c.id)
Index("ix_message_external", message.c.conversation_id, message.c.external_id, **_where(message.c.external_id.is_not(None)))

media = Table(  # a file that somebody sent: the row stands at once, the file comes by a job of its own
    "media",
    metadata,
    _key(),
    _words("channel"),
    _words("account"),
    _words("ref"),  # the channel's name of the file
    _link("conversation_id", conversation.c.id),
    Column("inbox_id", BigInteger, nullable=False),
    Column("ticket_id", BigInteger),
    _words("kind"),
    _words("mime"),  # as the channel says it; by the file's own beginning once it is ready
    _words("name"),
    Column("size", BigInteger),  # bytes
    Column("sha256", Text),  # hexadecimal: where the file stands
    Column("state", Text, nullable=False, server_default="pending"),
    Column("reason", Text),
    Column("due_at", UtcDateTime),  # of the next attempt; null: there will be none
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("received_at", UtcDateTime, nullable=False),
    UniqueConstraint("inbox_id", "ref"),
    _among("state", "state", "pending", "ready", "failed", "expired", "too_large", "refused"),
)
Index("ix_media_due", media.c.due_at, **_where(media.c.due_at.is_not(None)))
Index(None, media.c.ticket_id, media.c.id)

# ── the books ────────────────────────────────────────────────────────────────

company = Table(
    "company",
    metadata,
    _key(),
    _words("name"),
    _words("cnpj", unique=True),
    Column("external_id", Text, unique=True),
)

contact = Table(
    "contact",
    metadata,
    _key(),
    _words("kind"),
    _link("company_id", company.c.id, nullable=True),
    Column("first_name", Text),
    _words("last_name"),
    Column("email", Text),
    Column("email_key", Text, unique=True),
    Column("cpf", Text),  # not unique: one human may also speak for companies
    Column("mobile", Text),
    Column("mobile_key", Text, index=True),
    Column("external_id", Text, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    _among("kind", "kind", "individual", "company"),
    CheckConstraint("kind <> 'individual' OR (email IS NOT NULL AND company_id IS NULL)", name="individual"),
    CheckConstraint("kind <> 'company' OR (company_id IS NOT NULL AND (email IS NOT NULL OR mobile IS NOT NULL))", name="company"),
    CheckConstraint("(email IS NULL) = (email_key IS NULL) AND (mobile IS NULL) = (mobile_key IS NULL)", name="keys"),
)

home = Table(
    "home",
    metadata,
    _key(),
    _words("address"),
    Column("unit", Text),
    Column("city", Text, nullable=False, server_default=""),
    Column("zone", Text, nullable=False, server_default=""),
    Column("external_id", Text),
)
Index("uq_home_external_id", home.c.external_id, unique=True)

contract = Table(
    "contract",
    metadata,
    _key(),
    _link("home_id", home.c.id),
    Column("status", Text, nullable=False, server_default="active"),
    Column("ended_at", UtcDateTime),
    Column("external_id", Text, unique=True),
    _among("status", "status", "active", "ended"),
    CheckConstraint("(status = 'ended') = (ended_at IS NOT NULL)", name="ended"),
)
Index(None, contract.c.home_id)

contract_party = Table(
    "contract_party",
    metadata,
    _link("contract_id", contract.c.id),
    _link("contact_id", contact.c.id),
    _words("role"),
    PrimaryKeyConstraint("contract_id", "contact_id", "role"),
    _among("role", "role", "tenant", "landlord", "guarantor"),
)
Index(None, contract_party.c.contact_id)

# A word or a number of a contact, made by core/search_tokens.py. Compared byte by byte, so that a range finds what begins alike. It has no
# foreign key, which would be looked at for each of a dozen rows; what writes a contact writes these (storage/search.py).
TOKEN = Text().with_variant(Text(collation="C"), "postgresql")
search_token = Table(
    "search_token",
    metadata,
    Column("contact_id", BigInteger, nullable=False),
    Column("token", TOKEN, nullable=False),
    PrimaryKeyConstraint("contact_id", "token"),
    sqlite_with_rowid=False,
)
Index("ix_search_token", search_token.c.token, search_token.c.contact_id)

search_term = Table(  # every word that somebody bears, or bore; its id tells what came after it
    "search_term",
    metadata,
    _key(),
    Column("token", TOKEN, nullable=False, unique=True),
    _words("sound"),
    Column("frequency", BigInteger, nullable=False),  # of the contacts that have the token
)

disowned = Table(  # the person behind this identity said that they are not this contact
    "disowned",
    metadata,
    _link("identity_id", identity.c.id),
    _link("contact_id", contact.c.id),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("identity_id", "contact_id"),
)

# ── tickets ──────────────────────────────────────────────────────────────────

ticket = Table(
    "ticket",
    metadata,
    _key(),
    _link("filed_in", conversation.c.id),  # the conversation that wrote it
    _link("reply_to", conversation.c.id, nullable=True),  # the customer's
    _words("state"),
    _words("status"),
    Column("answers", ANSWERS, nullable=False),
    Column("said", SAID, nullable=False),
    Column("owes", OWES, nullable=False),
    Column("waived", WAIVED, nullable=False),
    Column("hazards", HAZARDS, nullable=False),
    Column("reference", Text, unique=True),
    Column("registration", Text),
    _words("origin"),
    _link("contact_id", contact.c.id, nullable=True),
    _link("home_id", home.c.id, nullable=True),
    _link("contract_id", contract.c.id, nullable=True),
    Column("merged_into", BigInteger, ForeignKey("ticket.id")),
    Column("waiting_since", UtcDateTime),
    Column("submitted_at", UtcDateTime),
    Column("opened_at", UtcDateTime),
    Column("danger", Boolean, nullable=False),  # projection of `hazards`, for the queue
    Column("rank", SmallInteger, nullable=False),  # projection of the stated priority, for the queue
    Column("version", Integer, nullable=False, server_default=text("0")),
    _among("registration", "registration", "known", "claimed", "pending"),
)
_unfinished = and_(or_(*[ticket.c.status == each.value for each in sorted(UNFINISHED)]), ticket.c.origin != BY_PHONE)
Index("uq_ticket_unfinished", ticket.c.filed_in, unique=True, **_where(_unfinished))
Index(
    "ix_ticket_queue",
    ticket.c.danger.desc(),
    ticket.c.rank,
    ticket.c.waiting_since,
    ticket.c.id,
    **_where(ticket.c.waiting_since.is_not(None)),
)
Index("ix_ticket_home", ticket.c.home_id, ticket.c.id, **_where(ticket.c.home_id.is_not(None)))

event = Table(
    "event",
    metadata,
    _key(),
    _words("actor"),
    _words("act"),
    Column("conversation_id", BigInteger),
    Column("ticket_id", BigInteger),
    Column("contact_id", BigInteger),
    Column("before", ANYTHING),
    Column("after", ANYTHING),
    Column("at", UtcDateTime, nullable=False),
)
Index(None, event.c.ticket_id, event.c.id)
Index("ix_inbox_parked", inbox.c.id, **_where(inbox.c.result == "parked"))  # few rows, so no insert pays for it

retention = Table(  # ranges of ids whose bodies are still kept; every body that is kept stands in one (storage/retention.py)
    "retention",
    metadata,
    _words("store"),  # inbox, outbox
    Column("first_id", BigInteger, nullable=False),
    Column("last_id", BigInteger),  # null: the newest range, which is still growing
    Column("since", UtcDateTime, nullable=False),  # since then nothing was added to it
    PrimaryKeyConstraint("store", "first_id"),
)
