"""The pace of what goes out, kept in the database, so that several processes keep it together; and accounts that are held."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, and_, bindparam, select, update

from core.pacing import ACCOUNT, Pace, free_after, goes_at
from storage.batches import Batch
from storage.insertion import insert_new, insert_or_set
from storage.queries import ListQuery
from storage.tables import channel_state, outbox


class Wish(NamedTuple):
    """An outbox row that could go, and how fast its channel lets it. `passes`: it waits for nobody, but it counts."""

    id: int
    channel: str
    account: str
    paces: Sequence[Pace]
    passes: bool


Free = dict[str, datetime | None]  # by chat, or `core.pacing.ACCOUNT` for a whole account

_FREE = ListQuery(
    select(channel_state.c.chat, channel_state.c.free_at)
    .where(channel_state.c.channel == bindparam("channel"), channel_state.c.account == bindparam("account"))
    .order_by(channel_state.c.chat)  # all in one order, or two processes that pace the same chats would wait for each other
    .with_for_update(),
    channel_state.c.chat,
)
_BEGIN = Batch(insert_new(channel_state), ("channel", "account", "chat"))
_SET = Batch(insert_or_set(channel_state, "free_at"), ("channel", "account", "chat", "free_at"))
_ACCOUNT = select(outbox.c.channel, outbox.c.account).where(outbox.c.id == bindparam("id"))
_WHOLE = (
    channel_state.c.channel == bindparam("_channel"),
    channel_state.c.account == bindparam("_account"),
    channel_state.c.chat == ACCOUNT,
)
_HELD = select(channel_state.c.held_until, channel_state.c.reason).where(*_WHOLE).with_for_update()
_HOLD = insert_or_set(channel_state, "held_until", "reason")
_RESUME = update(channel_state).where(*_WHOLE, channel_state.c.reason.is_not(None)).values(held_until=None, reason=None)


WHOLE = channel_state.alias("whole")  # how the account of an outbox row stands
REPORTED = "reported: "  # so begins a reason that came after the platform had taken a message: that it takes another proves nothing


def is_whole(table: FromClause) -> ColumnElement[bool]:
    """Joins `WHOLE` to the outbox, or to an alias of it."""
    return and_(WHOLE.c.channel == table.c.channel, WHOLE.c.account == table.c.account, WHOLE.c.chat == ACCOUNT)


def is_trial(refused: str | None) -> bool:
    """Whether a send on an account that is refused for this reason shows that it is refused no longer."""
    return refused is not None and not refused.startswith(REPORTED)


_account_of = attrgetter("channel", "account")


def late(connection: Connection, wishes: Iterable[Wish], now: datetime) -> dict[int, datetime]:
    """By outbox row: when it may go, for those that may not go now. All others are counted as gone.

    Those that wait for the same chat or account are spread: told the same moment, all would come again together, and all but one in vain.
    """
    waits: dict[int, datetime] = {}
    for account, same in groupby(sorted(wishes, key=_account_of), key=_account_of):
        waits |= _late(connection, account, [*same], now)
    return waits


def _late(connection: Connection, account: tuple[str, str], wishes: Sequence[Wish], now: datetime) -> dict[int, datetime]:
    """Of one account."""
    known = _locked(connection, account, {pace.chat for wish in wishes for pace in wish.paces})
    gone, promised, waits = known.copy(), known.copy(), {}
    for wish in wishes:
        times = [goes_at(pace, promised[pace.chat], now) for pace in wish.paces]
        at = max(times, default=now)
        if at > now and not wish.passes:
            waits[wish.id] = at
        else:
            gone |= {pace.chat: free_after(pace, gone[pace.chat], now) for pace in wish.paces}
        promised |= {pace.chat: free_after(pace, promised[pace.chat], time) for pace, time in zip(wish.paces, times, strict=True)}
    _SET(connection, [(*account, chat, moment) for chat, moment in gone.items() if moment != known[chat]])
    return waits


def _locked(connection: Connection, account: tuple[str, str], chats: set[str]) -> Free:
    """Rows are made before they are locked, or two processes would both begin with a free chat."""
    found = _free(connection, account, chats)
    if new := sorted(chats - found.keys()):
        _BEGIN(connection, [(*account, chat) for chat in new])
        found |= _free(connection, account, new)
    return found


def _free(connection: Connection, account: tuple[str, str], chats: Collection[str]) -> Free:
    channel, name = account
    return dict(_FREE(connection, chats, channel=channel, account=name))


def account_of(connection: Connection, outbox_id: int) -> tuple[str, str]:
    """Channel and account of a row."""
    channel, account = connection.execute(_ACCOUNT, {"id": outbox_id}).one()
    return channel, account


def hold(connection: Connection, outbox_id: int, until: datetime, reason: str | None = None) -> bool:
    """Nothing goes out on the account of this row before `until`; a hold that lasts longer stands.

    `reason`: why its platform refuses everything, which it does until something goes; None: it was only too fast. Returns whether a refusal
    begins.
    """
    channel, account = account_of(connection, outbox_id)
    held_until, before = connection.execute(_HELD, _key(channel, account)).one_or_none() or (None, None)
    if held_until is None or held_until < until or (reason and reason != before):
        values = {"held_until": max(until, held_until or until), "reason": reason or before}
        connection.execute(_HOLD[connection.dialect.name], {"channel": channel, "account": account, "chat": ACCOUNT} | values)
    return reason is not None and before is None


def resume(connection: Connection, outbox_id: int) -> bool:
    """The account of this row is refused no longer; whether it was."""
    return connection.execute(_RESUME, _key(*account_of(connection, outbox_id))).rowcount > 0


def _key(channel: str, account: str) -> dict[str, str]:
    return {"_channel": channel, "_account": account}
