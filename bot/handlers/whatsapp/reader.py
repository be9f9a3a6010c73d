"""What turns need of WhatsApp, without network or token."""

from collections.abc import Collection

from bot.handlers.whatsapp.contents import read
from bot.handlers.whatsapp.payloads import CHANGE, CHANNEL, ECHO, MESSAGE, parts_of
from bot.handlers.whatsapp.values import record
from core.messages import Inbound, Limits, Part
from core.records import evolve

# https://developers.facebook.com/documentation/business-messaging/whatsapp/messages (text, interactive buttons, list): UTF-16 units.
# Of a list's body the page on lists says 4096, the interface's own description 1024: the smaller one.
LIMITS = Limits(
    text=4096, body=1024, buttons=3, button=20, rows=10, title=24, description=72, page=10, window_hours=24, caption=1024, joins=True
)


class Reader:
    """`accounts`: the phone number ids of this installation. What reads turns only needs none."""

    name = CHANNEL
    accounts: Collection[str] = frozenset()

    def split(self, raw: bytes) -> list[Part]:
        """Never raises."""
        return parts_of(raw, self.accounts)

    def parse(self, part: Part) -> Inbound:
        """May raise: then the row is tried again, and parked."""
        side = next(each for each in (MESSAGE, ECHO, CHANGE) if each in part.body)
        said = read(record(part.body, side), tuple((kind, value) for kind, value in part.body["ids"]))
        return evolve(said, author="agent") if side == ECHO else said

    def limits(self, address: str) -> Limits:
        return LIMITS
