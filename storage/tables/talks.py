"""Talks: conversations, what came in, what goes out, and what was said."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint, and_, text

from storage.records import UtcDateTime
from storage.tables.columns import BODY, CALL, OPEN_PROMPT, among, key, link, metadata, where, words

conversation = Table(
    "conversation",
    metadata,
    key(),
    words("channel"),
    words("account"),
    words("address"),
    Column("owner", Text, nullable=False, server_default="bot"),
    Column("open_prompt", OPEN_PROMPT),
    Column("collects", Boolean, nullable=False, server_default=text("true")),
    Column("ticket_id", BigInteger),  # talked about now; no foreign key, it would be a circle
    Column("heard_at", UtcDateTime),
    Column("flood_until", UtcDateTime),
    Column("agent_id", BigInteger),  # who has the talk; no foreign key, it would be a circle
    Column("agent_since", UtcDateTime),
    Column("lease_until", UtcDateTime),  # until then the talk is theirs, while its customer waits
    Column("answered_at", UtcDateTime),  # by whoever has the talk
    Column("unreachable_since", UtcDateTime),  # nothing is sent, until its person writes again
    Column("told_opening_at", UtcDateTime),  # of which its person was told last: once in each closed period
    Column("doubted_since", UtcDateTime),  # nobody knows whether what was asked last has arrived
    Column("free_until", UtcDateTime),  # later its person is written to in templates only; null: always freely
    Column("version", Integer, nullable=False, server_default=text("0")),
    among("owner", "owner", "bot", "agent"),
)

identity = Table(
    "identity",
    metadata,
    key(),
    words("channel"),
    words("account"),
    words("kind"),
    words("value"),
    link("conversation_id", conversation.c.id),
    UniqueConstraint("value", "kind", "channel", "account"),  # value first: it alone finds the row
)
Index(None, identity.c.conversation_id)

inbox = Table(
    "inbox",
    metadata,
    key(),
    words("channel"),
    words("account"),
    words("external_id"),
    link("conversation_id", conversation.c.id),
    Column("identity_id", BigInteger),  # who wrote; null: nobody, it is a row of our own
    words("address"),
    Column("part", BODY, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("ready_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("done_at", UtcDateTime),
    Column("result", Text),
    Column("reason", Text),
    UniqueConstraint("external_id", "channel", "account"),
    among("result", "result", "done", "refused", "conflict", "parked"),
)
Index("ix_inbox_pending", inbox.c.conversation_id, inbox.c.id, **where(inbox.c.done_at.is_(None)))
Index("ix_inbox_parked", inbox.c.id, **where(inbox.c.result == "parked"))  # few rows, so no insert pays for it

outbox = Table(
    "outbox",
    metadata,
    key(),
    link("conversation_id", conversation.c.id),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    words("channel"),
    words("account"),
    words("address"),
    words("purpose"),
    Column("call", CALL, nullable=False),
    Column("status", Text, nullable=False, server_default="queued"),
    Column("due_at", UtcDateTime),  # queued: may go from then on; sending: counts as gone after; null: over
    Column("expires_at", UtcDateTime),  # does not go after that; null: may always go
    Column("claimed_by", BigInteger),
    Column("attempts", Integer, nullable=False, server_default=text("0")),  # sends whose end nobody knows, or that count so
    Column("ticket_id", BigInteger),  # what an agent reads here is about it, and so is the reply
    Column("card_id", BigInteger),  # of which it is an edition; no foreign key: a card goes when another takes its place
    Column("external_id", Text),
    Column("reason", Text),
    UniqueConstraint("conversation_id", "version", "ordinal"),
    among("status", "status", "queued", "sending", "sent", "delivered", "read", "unknown", "failed", "expired", "cancelled"),
)
Index("ix_outbox_due", outbox.c.due_at, **where(outbox.c.due_at.is_not(None)))
_sent = and_(outbox.c.ticket_id.is_not(None), outbox.c.external_id.is_not(None))
Index("ix_outbox_sent", outbox.c.external_id, outbox.c.address, **where(_sent))
Index("ix_outbox_external", outbox.c.external_id, **where(outbox.c.external_id.is_not(None)))  # by which a platform reports of it
Index("ix_outbox_about", outbox.c.ticket_id, outbox.c.id, **where(outbox.c.ticket_id.is_not(None)))
Index("ix_outbox_card", outbox.c.card_id, **where(and_(outbox.c.card_id.is_not(None), outbox.c.due_at.is_not(None))))
Index("ix_outbox_line", outbox.c.address, outbox.c.id, **where(outbox.c.due_at.is_not(None)))

process = Table(  # one that takes turns and sends; it takes its row away when it ends in order
    "process",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # `claimed_by` of the rows that it sends
    Column("in_hand", BigInteger),  # the inbox row that it takes alone: if it dies, of that
)

channel_state = Table(
    "channel_state",
    metadata,
    words("channel"),
    words("account"),
    words("chat"),  # '': the whole account
    Column("free_at", UtcDateTime),  # pacing: from then on nothing that was sent counts any more
    Column("held_until", UtcDateTime),  # nothing goes to the chat or account before
    Column("reason", Text),  # of an account: its platform refuses everything, and why
    PrimaryKeyConstraint("channel", "account", "chat"),
)

timer = Table(
    "timer",
    metadata,
    link("conversation_id", conversation.c.id),
    Column("ticket_id", BigInteger, nullable=False),  # 0: of the conversation alone
    words("kind"),
    Column("due_at", UtcDateTime, nullable=False, index=True),
    PrimaryKeyConstraint("conversation_id", "ticket_id", "kind"),
)

message = Table(
    "message",
    metadata,
    key(),
    link("conversation_id", conversation.c.id),
    Column("ticket_id", BigInteger),
    Column("inbox_id", BigInteger),  # null: from the bot
    words("author"),
    words("kind"),
    words("text"),
    Column("at", UtcDateTime, nullable=False),
    Column("external_id", Text),  # the channel's, which edits and reactions name; null: it has none, or the bot said it
)
Index(None, message.c.ticket_id, message.c.id)
Index("ix_message_external", message.c.conversation_id, message.c.external_id, **where(message.c.external_id.is_not(None)))

media = Table(  # a file that somebody sent: the row stands at once, the file comes by a job of its own
    "media",
    metadata,
    key(),
    words("channel"),
    words("account"),
    words("ref"),  # the channel's name of the file
    link("conversation_id", conversation.c.id),
    Column("inbox_id", BigInteger, nullable=False),
    Column("ticket_id", BigInteger),
    words("kind"),
    words("mime"),  # as the channel says it; by the file's own beginning once it is ready
    words("name"),
    Column("size", BigInteger),  # bytes
    Column("sha256", Text),  # hexadecimal: where the file stands
    Column("state", Text, nullable=False, server_default="pending"),
    Column("reason", Text),
    Column("due_at", UtcDateTime),  # of the next attempt; null: there will be none
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("received_at", UtcDateTime, nullable=False),
    UniqueConstraint("inbox_id", "ref"),
    among("state", "state", "pending", "ready", "failed", "expired", "too_large", "refused"),
)
Index("ix_media_due", media.c.due_at, **where(media.c.due_at.is_not(None)))
Index(None, media.c.ticket_id, media.c.id)

media_copy = Table(  # a file that an account of another channel has by now
    "media_copy",
    metadata,
    link("media_id", media.c.id),
    words("channel"),
    words("account"),
    words("ref"),  # its name there
    Column("expires_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("media_id", "channel", "account"),
)

retention = Table(  # ranges of ids whose bodies are still kept; every body that is kept stands in one (storage/retention.py)
    "retention",
    metadata,
    words("store"),  # inbox, outbox
    Column("first_id", BigInteger, nullable=False),
    Column("last_id", BigInteger),  # null: the newest range, which is still growing
    Column("since", UtcDateTime, nullable=False),  # since then nothing was added to it
    PrimaryKeyConstraint("store", "first_id"),
)
