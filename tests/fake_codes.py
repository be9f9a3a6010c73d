"""Codes in memory, as `bot.codes` keeps them in the database; the one that is sent is always the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.result import Asked, Letter, Tried
from core.codes import A_DAY, DAY, HIDDEN, LIVES, PROOF_LASTS, TRIES
from core.contacts import Contact
from core.conversations import Prompt
from core.messages import Address
from core.tickets import Ticket

RIGHT = "314159"


@dataclass
class Row:
    ticket: int
    asked_at: datetime
    contact: Contact | None = None
    guesses: int = 0
    proved_at: datetime | None = None


@dataclass
class FakeCodes:
    rows: list[Row] = field(default_factory=list)

    def living(self, ticket: int, now: datetime) -> Row | None:
        found = (each for each in self.rows if each.ticket == ticket and each.guesses < TRIES and each.proved_at is None)
        return next((each for each in found if each.asked_at + LIVES > now), None)

    def proved(self, ticket: Ticket | None, now: datetime) -> Contact | None:
        rows = [each for each in self.rows if ticket and each.ticket == ticket.id and each.proved_at]
        lasts = [each for each in rows if ticket and (not ticket.submitted_at or (each.proved_at and each.proved_at + PROOF_LASTS > now))]
        return lasts[-1].contact if lasts else None

    def ask(self, ticket: int, contacts: Iterable[Contact], given: Mapping[str, str], now: datetime) -> Asked | None:
        row, is_new = self.living(ticket, now), False
        if row is None:
            if sum(each.asked_at > now - DAY for each in self.rows) >= A_DAY:
                return None
            self.rows.append(row := Row(ticket, now))
            is_new = True
        found = [each for each in contacts if any(getattr(each, name) == value for name, value in given.items())]
        if row.contact or len(found) != 1 or not found[0].mobile:
            return Asked(is_new)
        row.contact = found[0]
        to = Address("whatsapp", "1", found[0].mobile)
        return Asked(is_new, found[0], Letter(to, Prompt("code", HIDDEN, purpose="code"), until=row.asked_at + LIVES))

    def write(self, ticket: int, digits: str, now: datetime) -> Tried:
        row = self.living(ticket, now)
        assert row
        if row.contact and digits == RIGHT:
            row.proved_at = now
            return "right"
        row.guesses += 1
        return "wrong" if row.guesses < TRIES else "over"

    def end(self, ticket: int) -> None:
        for each in self.rows:
            if each.ticket == ticket:
                each.proved_at, each.guesses = None, TRIES
