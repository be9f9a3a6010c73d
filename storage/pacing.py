"""The pace of what goes out, kept in the database, so that several processes keep it together; and accounts that are held."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from core.pacing import ACCOUNT, Pace, free_after, goes_at
from storage.insertion import insert_new, insert_or_set
from storage.queries import ListQuery
from storage.tables import channel_state, outbox


class Key(NamedTuple):
    """A chat, or with `core.pacing.ACCOUNT` a whole account."""

    channel: str
    account: str
    chat: str


class Wish(NamedTuple):
    """An outbox row that could go, and how fast its channel lets it. `passes`: it waits for nobody, but it counts."""

    id: int
    channel: str
    account: str
    paces: Sequence[Pace]
    passes: bool

    @property
    def keys(self) -> Iterable[tuple[Key, Pace]]:
        return ((Key(self.channel, self.account, pace.chat), pace) for pace in self.paces)


Free = dict[Key, datetime | None]

_FREE = ListQuery(
    select(channel_state.c.channel, channel_state.c.account, channel_state.c.chat, channel_state.c.free_at)
    # All in one order, or two processes that pace the same chats would wait for each other.
    .order_by(channel_state.c.chat, channel_state.c.channel, channel_state.c.account)
    .with_for_update(),
    channel_state.c.chat,
)
_BEGIN = insert_new(channel_state)
_SET = insert_or_set(channel_state, "free_at")
_ACCOUNT = select(outbox.c.channel, outbox.c.account).where(outbox.c.id == bindparam("id"))
_HELD = (
    select(channel_state.c.held_until)
    .where(
        channel_state.c.channel == bindparam("channel"),
        channel_state.c.account == bindparam("account"),
        channel_state.c.chat == bindparam("chat"),
    )
    .with_for_update()
)
_HOLD = insert_or_set(channel_state, "held_until", "reason")


def late(connection: Connection, wishes: Sequence[Wish], now: datetime) -> dict[int, datetime]:
    """By outbox row: when it may go, for those that may not go now. All others are counted as gone.

    Those that wait for the same chat or account are spread: told the same moment, all would come again together, and all but one in vain.
    """
    keys = sorted({key for wish in wishes for key, _ in wish.keys}, key=lambda key: (key.chat, key))
    if not keys:
        return {}
    known = _locked(connection, keys)
    gone, promised, waits = dict(known), dict(known), {}
    for wish in wishes:
        at = max((goes_at(pace, promised[key], now) for key, pace in wish.keys), default=now)
        if at > now and not wish.passes:
            waits[wish.id] = at
        else:
            gone |= {key: free_after(pace, gone[key], now) for key, pace in wish.keys}
        promised |= {key: free_after(pace, promised[key], goes_at(pace, promised[key], now)) for key, pace in wish.keys}
    _save(connection, {key: moment for key, moment in gone.items() if moment != known[key]})
    return waits


def _locked(connection: Connection, keys: Sequence[Key]) -> Free:
    """Rows are made before they are locked, or two processes would both begin with a free chat."""
    found = _free(connection, keys)
    if new := [key for key in keys if key not in found]:
        connection.execute(_BEGIN[connection.dialect.name], [key._asdict() for key in new])
        found |= _free(connection, new)
    return {key: found[key] for key in keys}


def _free(connection: Connection, keys: Sequence[Key]) -> Free:
    rows = _FREE(connection, sorted({key.chat for key in keys}))
    return {Key(channel, account, chat): free_at for channel, account, chat, free_at in rows}


def _save(connection: Connection, free: Mapping[Key, datetime | None]) -> None:
    if free:
        connection.execute(_SET[connection.dialect.name], [key._asdict() | {"free_at": moment} for key, moment in free.items()])


def hold(connection: Connection, outbox_id: int, until: datetime, reason: str) -> None:
    """Nothing goes out on the account of this row before `until`: its platform refuses everything. A hold that lasts longer stands."""
    channel, account = connection.execute(_ACCOUNT, {"id": outbox_id}).one()
    key = Key(channel, account, ACCOUNT)._asdict()
    held_until = connection.scalar(_HELD, key)
    if held_until is None or held_until < until:
        connection.execute(_HOLD[connection.dialect.name], key | {"held_until": until, "reason": reason})
