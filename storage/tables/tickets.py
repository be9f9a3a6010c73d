"""Tickets, and the history of all that was done."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, SmallInteger, Table, Text, UniqueConstraint, and_, or_, text

from core.tickets import BY_PHONE, UNFINISHED, Status
from storage.records import UtcDateTime
from storage.tables.books import contact, contract, home
from storage.tables.columns import ANSWERS, ANYTHING, HAZARDS, KINDS, OWES, SAID, WAIVED, among, key, link, metadata, where, words
from storage.tables.talks import conversation

ticket = Table(
    "ticket",
    metadata,
    key(),
    link("filed_in", conversation.c.id),  # the conversation that wrote it
    link("reply_to", conversation.c.id, nullable=True),  # the customer's
    words("state"),
    words("status"),
    Column("answers", ANSWERS, nullable=False),
    Column("said", SAID, nullable=False),
    Column("owes", OWES, nullable=False),
    Column("waived", WAIVED, nullable=False),
    Column("hazards", HAZARDS, nullable=False),
    Column("reference", Text, unique=True),
    Column("registration", Text),
    Column("assigned_priority", Text),
    Column("supervision", Text),
    words("origin"),
    link("contact_id", contact.c.id, nullable=True),
    link("home_id", home.c.id, nullable=True),
    link("contract_id", contract.c.id, nullable=True),
    Column("assignee_id", BigInteger),  # the agent who goes on with it
    Column("merged_into", BigInteger, ForeignKey("ticket.id")),
    Column("reopened", SmallInteger, nullable=False, server_default=text("0")),  # times
    Column("waiting_since", UtcDateTime),
    Column("submitted_at", UtcDateTime),
    Column("opened_at", UtcDateTime),
    Column("first_reply_at", UtcDateTime),
    Column("first_reply_due_at", UtcDateTime),
    Column("paused_at", UtcDateTime),
    Column("paused_minutes", Integer, nullable=False, server_default=text("0")),
    Column("resolve_due_at", UtcDateTime),
    Column("resolved_at", UtcDateTime),
    Column("soon_late_at", UtcDateTime),
    Column("danger", Boolean, nullable=False),  # projection of `hazards`, for the queue
    Column("rank", SmallInteger, nullable=False),  # projection of how urgent it is (core.urgency), while it waits
    Column("version", Integer, nullable=False, server_default=text("0")),
    among("registration", "registration", "known", "claimed", "pending"),
)
_unfinished = and_(or_(*[ticket.c.status == each.value for each in sorted(UNFINISHED)]), ticket.c.origin != BY_PHONE)
Index("uq_ticket_unfinished", ticket.c.filed_in, unique=True, **where(_unfinished))
Index(
    "ix_ticket_queue",
    ticket.c.danger.desc(),
    ticket.c.rank,
    ticket.c.waiting_since,
    ticket.c.id,
    **where(ticket.c.waiting_since.is_not(None)),
)
Index("ix_ticket_reply_to", ticket.c.reply_to, ticket.c.id, **where(ticket.c.reference.is_not(None)))
Index("ix_ticket_sent_back", ticket.c.reply_to, ticket.c.id, **where(ticket.c.status == Status.SENT_BACK.value))
Index("ix_ticket_home", ticket.c.home_id, ticket.c.id, **where(ticket.c.home_id.is_not(None)))
Index("ix_ticket_merged_into", ticket.c.merged_into, **where(ticket.c.merged_into.is_not(None)))
Index("ix_ticket_assignee", ticket.c.assignee_id, ticket.c.id, **where(ticket.c.assignee_id.is_not(None)))

hazard_alert = Table(
    "hazard_alert",
    metadata,
    key(),
    link("ticket_id", ticket.c.id),
    Column("kinds", KINDS, nullable=False),
    words("number"),
    words("words"),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("step", SmallInteger, nullable=False, server_default=text("0")),
    Column("acknowledged_at", UtcDateTime),
    Column("acknowledged_by", Text),
    Column("ended_at", UtcDateTime),
    Column("ended_by", Text),
)
Index("uq_hazard_alert_open", hazard_alert.c.ticket_id, unique=True, **where(hazard_alert.c.ended_at.is_(None)))

card = Table(  # a ticket as it stands in the chat of one agent
    "card",
    metadata,
    key(),
    link("chat_id", conversation.c.id),
    link("ticket_id", ticket.c.id),
    Column("external_id", Text),  # the channel's, of the message; null: it has not gone yet
    words("shown"),  # which face it has, so that the same one is not sent twice
    UniqueConstraint("ticket_id", "chat_id"),
    sqlite_autoincrement=True,  # a button of a card that is gone means no other card
)
Index(None, card.c.chat_id)

code = Table(  # asked for to prove who writes, whether the books know somebody or not (storage/codes.py)
    "code",
    metadata,
    key(),
    link("conversation_id", conversation.c.id),  # where it may be written
    link("ticket_id", ticket.c.id),  # for which alone it proves anything
    link("contact_id", contact.c.id, nullable=True),  # who was sent it; null: nobody
    words("digest"),  # keyed (core/codes.py); "": no digits are right, or none any more
    Column("asked_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("guesses", SmallInteger, nullable=False, server_default=text("0")),  # that were wrong
    Column("proved_at", UtcDateTime),
)
Index(None, code.c.conversation_id)
Index(None, code.c.contact_id)

event = Table(
    "event",
    metadata,
    key(),
    words("actor"),
    words("act"),
    Column("conversation_id", BigInteger),
    Column("ticket_id", BigInteger),
    Column("contact_id", BigInteger),
    Column("before", ANYTHING),
    Column("after", ANYTHING),
    Column("at", UtcDateTime, nullable=False),
)
Index(None, event.c.ticket_id, event.c.id)
