"""Agents: the people of the agency, and the platform ids that are theirs."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text, text

from storage.records import UtcDateTime
from storage.tables.columns import among, key, link, metadata, words
from storage.tables.talks import conversation, identity

agent = Table(  # never deleted: the history names them
    "agent",
    metadata,
    key(),
    words("name", unique=True),
    words("role"),
    Column("on_call", Boolean, nullable=False, server_default=text("false")),
    Column("phone", Text),
    Column("external_id", Text, unique=True),  # of the agency's own system, which contracts name
    link("chat_id", conversation.c.id, nullable=True),  # where this person wrote last
    Column("code_hash", Text, unique=True),  # of a link that has not been opened
    Column("code_expires_at", UtcDateTime),
    Column("removed_at", UtcDateTime),
    among("role", "role", "agent", "supervisor", "admin"),
)

agent_identity = Table(  # rights belong to the id that wrote, never to a chat
    "agent_identity",
    metadata,
    Column("identity_id", ForeignKey(identity.c.id), primary_key=True),
    link("agent_id", agent.c.id),
    Column("linked_at", UtcDateTime, nullable=False),
)
