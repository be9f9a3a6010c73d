"""The tables. `done_at` and `due_at` say by being null what is over: both engines can use a partial index on that."""

from storage.tables.books import company, contact, contract, contract_party, disowned, home
from storage.tables.columns import ACT, ANSWERS, ANYTHING, BODY, CALL, HAZARDS, IDS, KINDS, LOST, OPEN_PROMPT, OWES, SAID, WAIVED, metadata
from storage.tables.people import agent, agent_identity
from storage.tables.search import TOKEN, search_term, search_token
from storage.tables.talks import channel_state, conversation, identity, inbox, media, media_copy, message, outbox, process, retention, timer
from storage.tables.tickets import card, event, hazard_alert, ticket

__all__ = [
    "ACT",
    "ANSWERS",
    "ANYTHING",
    "BODY",
    "CALL",
    "HAZARDS",
    "IDS",
    "KINDS",
    "LOST",
    "OPEN_PROMPT",
    "OWES",
    "SAID",
    "TOKEN",
    "WAIVED",
    "agent",
    "agent_identity",
    "card",
    "channel_state",
    "company",
    "contact",
    "contract",
    "contract_party",
    "conversation",
    "disowned",
    "event",
    "hazard_alert",
    "home",
    "identity",
    "inbox",
    "media",
    "media_copy",
    "message",
    "metadata",
    "outbox",
    "process",
    "retention",
    "search_term",
    "search_token",
    "ticket",
    "timer",
]
