"""Where a talk at the terminal was left: which one it is, what is open in it, and what still waits."""

from collections.abc import Sequence

from sqlalchemy import Connection, Text, bindparam, or_, select, type_coerce

from bot.handlers.console import CHANNEL
from core.conversations import OpenPrompt
from core.messages import Call, Choice
from storage.inbox import COMMAND
from storage.messages import BOT
from storage.tables import OPEN_PROMPT, conversation, identity, inbox, message, outbox, ticket

NAME = "name"  # the kind of id by which the terminal knows a talk
LOOKED_BACK = 50  # calls in which the open question is searched; longer notes after it are not written
PAST = 200  # lines of the person that the arrow keys bring back

_TALK = select(identity.c.conversation_id).where(
    identity.c.channel == CHANNEL, identity.c.kind == NAME, identity.c.value == bindparam("name")
)
_NAMES = select(identity.c.value).where(
    identity.c.channel == CHANNEL, identity.c.kind == NAME, identity.c.value.startswith(bindparam("stem"))
)
_OPEN = (
    select(type_coerce(conversation.c.open_prompt, Text), ticket.c.state)
    .join(ticket, ticket.c.id == conversation.c.ticket_id, isouter=True)
    .where(conversation.c.id == _TALK.scalar_subquery())
)
_CALLS = (
    select(outbox.c.version, outbox.c.call)
    .where(outbox.c.conversation_id == _TALK.scalar_subquery(), outbox.c.status != "cancelled")
    .order_by(outbox.c.id.desc())
    .limit(LOOKED_BACK)
)
_BUTTONS = (
    select(outbox.c.external_id, outbox.c.call)
    .where(outbox.c.address == bindparam("name"), outbox.c.channel == CHANNEL, outbox.c.status == "sent")
    .order_by(outbox.c.id.desc())
    .limit(LOOKED_BACK)
)
_SAID = (
    select(message.c.text)
    .where(message.c.conversation_id == _TALK.scalar_subquery(), message.c.author != BOT, message.c.kind == "text")
    .order_by(message.c.id.desc())
    .limit(PAST)
)
_BUSY = select(
    or_(
        select(inbox.c.id)
        .where(or_(inbox.c.conversation_id == _TALK.scalar_subquery(), inbox.c.channel == COMMAND), inbox.c.done_at.is_(None))
        .exists(),
        select(outbox.c.id)
        .where(outbox.c.address == bindparam("name"), outbox.c.channel == CHANNEL, outbox.c.due_at.is_not(None))
        .exists(),
    )
)


def newest(connection: Connection, stem: str) -> int:
    """The number of the newest talk `stem/1`, `stem/2`, …; 0 before the first."""
    names = connection.scalars(_NAMES, {"stem": f"{stem}/"})
    return max((int(number) for name in names if (number := name.rpartition("/")[2]).isdecimal()), default=0)


def left_open(connection: Connection, name: str) -> tuple[OpenPrompt | None, str | None]:
    """The open question of a talk and the state of its ticket."""
    row = connection.execute(_OPEN, {"name": name}).one_or_none()
    if row is None:
        return None, None
    opened, state = row
    return OPEN_PROMPT.decode(opened) if opened else None, state


def as_it_was_sent(connection: Connection, name: str, words: str) -> tuple[Call, ...]:
    """The calls that last asked the question with this words id; () when nothing of it is left."""
    rows: Sequence[tuple[int, Call]] = [(row.version, row.call) for row in connection.execute(_CALLS, {"name": name})]
    version = next((number for number, call in rows if call.words == words), None)
    return tuple(call for number, call in reversed(rows) if number == version and call.words == words)


def buttons(connection: Connection, name: str) -> dict[str, tuple[Choice, ...]]:
    """By message: what can be tapped under what an agent was told, as it was told last."""
    rows: Sequence[tuple[str, Call]] = [(row.external_id, row.call) for row in connection.execute(_BUTTONS, {"name": name})]
    return {message_id: call.choices for message_id, call in reversed(rows)}


def said_before(connection: Connection, name: str) -> tuple[str, ...]:
    """What the person wrote, oldest first."""
    return tuple(reversed(connection.scalars(_SAID, {"name": name}).all()))


def is_busy(connection: Connection, name: str) -> bool:
    """Whether something of the talk waits to be heard or to be sent; or an act of an agent, which is answered from another line."""
    return bool(connection.scalar(_BUSY, {"name": name}))
