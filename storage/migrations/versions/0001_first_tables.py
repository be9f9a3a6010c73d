"""The first tables: talks, inbox and outbox, timers, tickets, and the books of people, homes and contracts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def _key() -> sa.Column[Any]:
    return sa.Column("id", KEY, sa.Identity(), nullable=False)


def _where(condition: str) -> dict[str, Any]:
    """Makes an index partial, on both engines."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "company",
        _key(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cnpj", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
        sa.UniqueConstraint("cnpj", name="uq_company_cnpj"),
        sa.UniqueConstraint("external_id", name="uq_company_external_id"),
    )
    op.create_table(
        "conversation",
        _key(),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="bot", nullable=False),
        sa.Column("open_prompt", sa.Text(), nullable=True),
        sa.Column("collects", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("heard_at", MOMENT, nullable=True),
        sa.Column("flood_until", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("owner IN ('bot', 'agent')", name=op.f("ck_conversation_owner")),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
    )
    op.create_table(
        "event",
        _key(),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=True),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_ticket_id_id", "event", ["ticket_id", "id"])
    op.create_table(
        "home",
        _key(),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_home"),
    )
    op.create_table(
        "contact",
        _key(),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("company_id", KEY, nullable=True),
        sa.Column("first_name", sa.Text(), nullable=True),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("email_key", sa.Text(), nullable=True),
        sa.Column("cpf", sa.Text(), nullable=True),
        sa.Column("mobile", sa.Text(), nullable=True),
        sa.Column("mobile_key", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "kind <> 'company' OR (company_id IS NOT NULL AND (email IS NOT NULL OR mobile IS NOT NULL))", name=op.f("ck_contact_company")
        ),
        sa.CheckConstraint("kind <> 'individual' OR (email IS NOT NULL AND company_id IS NULL)", name=op.f("ck_contact_individual")),
        sa.CheckConstraint("kind IN ('individual', 'company')", name=op.f("ck_contact_kind")),
        sa.CheckConstraint(
            "(email IS NULL) = (email_key IS NULL) AND (mobile IS NULL) = (mobile_key IS NULL)", name=op.f("ck_contact_keys")
        ),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_contact_company_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.UniqueConstraint("email_key", name="uq_contact_email_key"),
        sa.UniqueConstraint("external_id", name="uq_contact_external_id"),
    )
    op.create_index("ix_contact_mobile_key", "contact", ["mobile_key"])
    op.create_table(
        "contract",
        _key(),
        sa.Column("home_id", KEY, nullable=False),
        sa.Column("status", sa.Text(), server_default="active", nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.CheckConstraint("(status = 'ended') = (ended_at IS NOT NULL)", name=op.f("ck_contract_ended")),
        sa.CheckConstraint("status IN ('active', 'ended')", name=op.f("ck_contract_status")),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name="fk_contract_home_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contract"),
        sa.UniqueConstraint("external_id", name="uq_contract_external_id"),
    )
    op.create_index("ix_contract_home_id", "contract", ["home_id"])
    op.create_table(
        "identity",
        _key(),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_identity_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_identity"),
        sa.UniqueConstraint("value", "kind", "channel", "account", name="uq_identity_value_kind_channel_account"),
    )
    op.create_index("ix_identity_conversation_id", "identity", ["conversation_id"])
    op.create_table(
        "inbox",
        _key(),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("result IN ('done', 'refused', 'conflict', 'parked')", name=op.f("ck_inbox_result")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_inbox_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("external_id", "channel", "account", name="uq_inbox_external_id_channel_account"),
    )
    op.create_index("ix_inbox_pending", "inbox", ["conversation_id", "id"], **_where("done_at IS NULL"))
    op.create_table(
        "message",
        _key(),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("inbox_id", sa.BigInteger(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_message_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
    )
    op.create_index("ix_message_ticket_id_id", "message", ["ticket_id", "id"])
    op.create_table(
        "outbox",
        _key(),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="queued", nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("claimed_by", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "status IN ('queued', 'sending', 'sent', 'delivered', 'read', 'unknown', 'failed', 'expired', 'cancelled')",
            name=op.f("ck_outbox_status"),
        ),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_outbox_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("conversation_id", "version", "ordinal", name="uq_outbox_conversation_id_version_ordinal"),
    )
    op.create_index("ix_outbox_due", "outbox", ["due_at"], **_where("due_at IS NOT NULL"))
    op.create_index("ix_outbox_line", "outbox", ["address", "id"], **_where("due_at IS NOT NULL"))
    op.create_table(
        "timer",
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_timer_conversation_id"),
        sa.PrimaryKeyConstraint("conversation_id", "ticket_id", "kind", name="pk_timer"),
    )
    op.create_index("ix_timer_due_at", "timer", ["due_at"])
    op.create_table(
        "contract_party",
        sa.Column("contract_id", KEY, nullable=False),
        sa.Column("contact_id", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('tenant', 'landlord', 'guarantor')", name=op.f("ck_contract_party_role")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_contract_party_contact_id"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_contract_party_contract_id"),
        sa.PrimaryKeyConstraint("contract_id", "contact_id", "role", name="pk_contract_party"),
    )
    op.create_index("ix_contract_party_contact_id", "contract_party", ["contact_id"])
    op.create_table(
        "disowned",
        sa.Column("identity_id", KEY, nullable=False),
        sa.Column("contact_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_disowned_contact_id"),
        sa.ForeignKeyConstraint(["identity_id"], ["identity.id"], name="fk_disowned_identity_id"),
        sa.PrimaryKeyConstraint("identity_id", "contact_id", name="pk_disowned"),
    )
    op.create_table(
        "ticket",
        _key(),
        sa.Column("filed_in", KEY, nullable=False),
        sa.Column("reply_to", KEY, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("owes", sa.Text(), nullable=False),
        sa.Column("waived", sa.Text(), nullable=False),
        sa.Column("hazards", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("registration", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("contact_id", KEY, nullable=True),
        sa.Column("home_id", KEY, nullable=True),
        sa.Column("contract_id", KEY, nullable=True),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        sa.Column("waiting_since", MOMENT, nullable=True),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("opened_at", MOMENT, nullable=True),
        sa.Column("danger", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("registration IN ('known', 'claimed', 'pending')", name=op.f("ck_ticket_registration")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_ticket_contact_id"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_ticket_contract_id"),
        sa.ForeignKeyConstraint(["filed_in"], ["conversation.id"], name="fk_ticket_filed_in"),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name="fk_ticket_home_id"),
        sa.ForeignKeyConstraint(["merged_into"], ["ticket.id"], name="fk_ticket_merged_into"),
        sa.ForeignKeyConstraint(["reply_to"], ["conversation.id"], name="fk_ticket_reply_to"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
        sa.UniqueConstraint("reference", name="uq_ticket_reference"),
    )
    op.create_index("ix_ticket_home", "ticket", ["home_id", "id"], **_where("home_id IS NOT NULL"))
    op.create_index(
        "ix_ticket_queue",
        "ticket",
        [sa.literal_column("danger DESC"), "rank", "waiting_since", "id"],
        **_where("waiting_since IS NOT NULL"),
    )
    op.create_index(
        "uq_ticket_unfinished",
        "ticket",
        ["filed_in"],
        unique=True,
        **_where("(status = 'draft' OR status = 'incomplete') AND origin != 'phone'"),
    )
