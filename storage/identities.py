"""Identities: which conversation a platform's ids lead to, and the number that a channel vouches for."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from core.messages import Part
from core.phones import spellings
from storage.insertion import insert_new
from storage.queries import ListQuery, Query
from storage.tables import agent, conversation, disowned, identity

NUMBER = "number"  # the kind of id whose value is a telephone number that the channel vouches for


class Key(NamedTuple):
    """One id of a person, as a platform knows it."""

    value: str
    kind: str
    channel: str
    account: str


class Talk(NamedTuple):
    """The conversation that an id leads to, and whether its open step waits for more."""

    conversation_id: int
    collects: bool


_KNOWN = ListQuery(
    select(
        identity.c.value,
        identity.c.kind,
        identity.c.channel,
        identity.c.account,
        identity.c.id,
        identity.c.conversation_id,
        conversation.c.collects,
    )
    .join(conversation, conversation.c.id == identity.c.conversation_id)
    .order_by(identity.c.id)
    # The identities, never the conversation, which a turn may hold: ids of one talk are committed in the order in which they came.
    .with_for_update(key_share=True, of=identity),
    identity.c.value,
)
_HAS_KIND = (
    select(identity.c.id)
    .where(
        identity.c.conversation_id == bindparam("conversation_id"),
        identity.c.kind == bindparam("kind"),
        identity.c.channel == bindparam("channel"),
        identity.c.account == bindparam("account"),
    )
    .limit(1)
)
_ADD = insert(identity).returning(identity.c.id, sort_by_parameter_order=True)
_MOVE = (
    update(identity)
    .where(
        identity.c.value == bindparam("_value"),
        identity.c.kind == bindparam("_kind"),
        identity.c.channel == bindparam("_channel"),
        identity.c.account == bindparam("_account"),
    )
    .values(conversation_id=bindparam("_conversation_id"))
)
_OF_TALK = select(identity.c.value, identity.c.kind, identity.c.channel, identity.c.account, identity.c.id).where(
    identity.c.conversation_id == bindparam("conversation_id")
)
_NOT_DISOWNED = delete(disowned).where(disowned.c.identity_id.in_(bindparam("ids", expanding=True)))
_DROP = delete(identity).where(identity.c.id.in_(bindparam("ids", expanding=True)))
_ADDRESSES = ListQuery(select(conversation.c.id, conversation.c.address), conversation.c.id)
_BEGIN = Query(
    insert(conversation)
    .values({name: bindparam(name) for name in ("channel", "account", "address", "collects")})
    .returning(conversation.c.id)
)
_NUMBERS = ListQuery(
    select(identity.c.conversation_id, identity.c.value).where(identity.c.kind == NUMBER).order_by(identity.c.id),
    identity.c.conversation_id,
)
_TALKS = ListQuery(
    select(conversation.c.id, conversation.c.channel, conversation.c.free_until)
    .join(identity, identity.c.conversation_id == conversation.c.id)
    .where(
        identity.c.kind == NUMBER,
        conversation.c.unreachable_since.is_(None),
        ~exists().where(agent.c.chat_id == conversation.c.id, agent.c.removed_at.is_(None)),
    )
    .order_by(conversation.c.heard_at.desc(), conversation.c.id.desc()),
    identity.c.value,
)
_WRITTEN_TO = (
    select(conversation.c.account)
    .join(identity, identity.c.conversation_id == conversation.c.id)
    .where(
        identity.c.kind == NUMBER,
        identity.c.value.in_(bindparam("spellings", expanding=True)),
        conversation.c.channel == bindparam("channel"),
        conversation.c.account.in_(bindparam("accounts", expanding=True)),
        conversation.c.heard_at.is_not(None),
    )
    .order_by(conversation.c.heard_at.desc(), conversation.c.id.desc())
    .limit(1)
)
_DISOWNED = ListQuery(
    select(identity.c.conversation_id, disowned.c.contact_id).join(disowned, disowned.c.identity_id == identity.c.id),
    identity.c.conversation_id,
)
_THEIR_NUMBERS = select(identity.c.id).where(identity.c.conversation_id == bindparam("conversation_id"), identity.c.kind == NUMBER)
_DISOWN = insert_new(disowned)


def talks_of(connection: Connection, mobile: str) -> list[tuple[int, str, datetime | None]]:
    """The conversations whose channel vouches for this number, with or without its ninth digit, and that can be reached.

    Id, channel, and until when they may be written to freely. The one heard last stands first. An agent's chat is none.
    """
    return [(number, channel, free_until) for number, channel, free_until in _TALKS(connection, spellings(mobile))]


def account_written_to(connection: Connection, mobile: str, channel: str, accounts: Collection[str]) -> str | None:
    """To which of these whoever has that number, with or without its ninth digit, wrote last."""
    asked = {"spellings": list(spellings(mobile)), "channel": channel, "accounts": list(accounts)}
    found: str | None = connection.scalar(_WRITTEN_TO, asked)
    return found


def keys_of(part: Part) -> list[Key]:
    """Strongest first."""
    return [Key(value, kind, part.channel, part.account) for kind, value in part.ids]


def former_keys_of(part: Part) -> list[Key]:
    return [Key(value, kind, part.channel, part.account) for kind, value in part.former or ()]


def spelled(key: Key) -> list[Key]:
    """The id as it is, and as a number of Brazil may stand elsewhere: with or without its ninth digit (F21)."""
    return [key._replace(value=value) for value in spellings(key.value)] if key.kind == NUMBER else [key]


def lock_known(connection: Connection, keys: Iterable[Key]) -> tuple[dict[Key, Talk], dict[Key, int]]:
    """The conversations and the rows of those ids that are known, however spelled, locked until the end of the transaction."""
    talks, rows = {}, {}
    values = {each.value for key in keys for each in spelled(key)}
    for *key, number, conversation_id, collects in _KNOWN(connection, sorted(values)):
        talks[Key(*key)], rows[Key(*key)] = Talk(conversation_id, collects), number
    return talks, rows


def has_kind(connection: Connection, conversation_id: int, key: Key) -> bool:
    """Whether the conversation is known by an id of the same kind as `key`, on the same channel and account."""
    asked = {"conversation_id": conversation_id, "kind": key.kind, "channel": key.channel, "account": key.account}
    return connection.scalar(_HAS_KIND, asked) is not None


def begin(connection: Connection, part: Part) -> Talk:
    """A conversation for somebody who writes for the first time; a new talk waits for more words."""
    ((number,),) = _BEGIN(connection, channel=part.channel, account=part.account, address=part.address, collects=True)
    return Talk(number, collects=True)


def add(connection: Connection, new: Mapping[Key, int]) -> dict[Key, int]:
    """Ids that were unknown, inserted plainly: a lost race makes `run` run us again, and then they are known. Returns their rows."""
    rows = connection.scalars(_ADD, [key._asdict() | {"conversation_id": number} for key, number in new.items()])
    return dict(zip(new, rows, strict=True))


def move(connection: Connection, moved: Mapping[Key, int]) -> None:
    """Ids that lead to another conversation from now on."""
    connection.execute(
        _MOVE,
        [
            {"_value": key.value, "_kind": key.kind, "_channel": key.channel, "_account": key.account, "_conversation_id": number}
            for key, number in moved.items()
        ],
    )


def of_talk(connection: Connection, conversation_id: int) -> dict[Key, int]:
    """All ids of a conversation, and their rows."""
    return {Key(*key): number for *key, number in connection.execute(_OF_TALK, {"conversation_id": conversation_id})}


def drop(connection: Connection, rows: Collection[int]) -> None:
    """These ids are nobody's any more, until somebody comes with them."""
    ids = {"ids": list(rows)}
    connection.execute(_NOT_DISOWNED, ids)
    connection.execute(_DROP, ids)


def written_to_at(connection: Connection, left: Collection[tuple[int, Key]]) -> dict[int, str]:
    """Of conversations that an id has left, those that were written to by it, and their address."""
    addresses: dict[int, str] = {number: address for number, address in _ADDRESSES(connection, {each for each, _ in left})}  # noqa: C416
    return {number: addresses[number] for number, key in left if addresses[number].removeprefix("+") == key.value.removeprefix("+")}


def numbers(connection: Connection, conversation_ids: Collection[int]) -> dict[int, str]:
    """By conversation: the number that its channel vouches for; of several the newest."""
    return {number: value for number, value in _NUMBERS(connection, conversation_ids)}  # noqa: C416 (rows, not pairs)


def disowned_contacts(connection: Connection, conversation_ids: Collection[int]) -> set[tuple[int, int]]:
    """Pairs of conversation and contact: the person in that talk said that they are not this contact."""
    return {(number, contact_id) for number, contact_id in _DISOWNED(connection, conversation_ids)}


def disown(connection: Connection, conversation_id: int, contact_id: int, now: datetime) -> None:
    """Whoever has this conversation's number is not that contact, in later talks either. Saying it twice changes nothing."""
    for identity_id in connection.scalars(_THEIR_NUMBERS, {"conversation_id": conversation_id}).all():
        connection.execute(_DISOWN[connection.dialect.name], {"identity_id": identity_id, "contact_id": contact_id, "at": now})
