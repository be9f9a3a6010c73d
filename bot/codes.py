"""Codes as the books of one turn see them: asked for, sent to whom the books know, tried, and what they have proved."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.copy import Words
from bot.result import Asked, Letter, Tried
from core.codes import HIDDEN, TRIES, Code, CodePost, digest_of, is_right
from core.contacts import Contact
from core.conversations import Conversation, Prompt
from core.messages import CODE, Address, Template
from storage import codes, contacts, identities


class Codes:
    """Of one conversation. `about`: the ticket that is talked about, for which alone a code proves anything."""

    def __init__(
        self,
        connection: Connection,
        conversation: Conversation,
        proofs: Callable[[int, int], int | None],
        post: CodePost | None,
        now: datetime,
    ) -> None:
        self._connection, self._conversation, self._post, self._now = connection, conversation.id, post, now
        self._proofs = proofs
        self._proved: dict[int, Contact | None] = {}  # by ticket
        self.about = conversation.ticket_id or 0

    @property
    def living(self) -> Code | None:
        return codes.living(self._connection, self._conversation, self.about, self._now)

    @property
    def proved(self) -> Contact | None:
        """Where no codes are sent, nothing is looked up: most turns ask this."""
        if self._post is None:
            return None
        if self.about not in self._proved:
            number = self._proofs(self._conversation, self.about)
            self._proved[self.about] = None if number is None else contacts.by_id(self._connection, number)
        return self._proved[self.about]

    def ask(self, given: Mapping[str, str], say: Callable[[str, Mapping[str, str]], str]) -> Asked | None:
        """Whether the books know somebody shows in the letter alone: what is told, counted and awaited here is the same."""
        before = self.living
        it = before or codes.begin(self._connection, self._conversation, self.about, self._now)
        if it is None or self._post is None:
            return None
        contact = self._only_one_of(given) if it.contact is None else None
        if contact is None or not codes.may_go_to(self._connection, contact.id, self._now):
            return Asked(is_new=before is None)
        return Asked(before is None, contact, self._letter(it, contact, self._post, say("template.code", {"code": Words(HIDDEN)})))

    def _only_one_of(self, given: Mapping[str, str]) -> Contact | None:
        """Whose all of it is that stands in the books, where that is one person whose mobile is known."""
        found = {each.id: each for name, value in given.items() for each in contacts.holders(self._connection, name, value)}
        return next(iter(found.values())) if len(found) == 1 and all(each.mobile for each in found.values()) else None

    def _letter(self, it: Code, contact: Contact, post: CodePost, text: str) -> Letter:
        digits = codes.digits()
        codes.give(self._connection, it.id, contact.id, digest_of(digits, post.key, it.id))
        template = Template(post.template.name, post.template.language, (digits,), digits)
        mobile = contact.mobile or ""
        account = identities.account_written_to(self._connection, mobile, post.channel, post.accounts) or post.accounts[0]
        to = Address(post.channel, account, mobile.removeprefix("+"))
        return Letter(to, Prompt("code", text, purpose=CODE, template=template), until=it.expires_at)

    def write(self, digits: str) -> Tried:
        it = self.living
        if it is None or self._post is None:
            return "over"  # nobody waits for one
        if it.contact is not None and is_right(it, digits, self._post.key):
            codes.prove(self._connection, it.id, self._now)
            self._proved[self.about] = contacts.by_id(self._connection, it.contact)
            return "right"
        codes.miss(self._connection, it.id)
        return "wrong" if it.guesses + 1 < TRIES else "over"

    def end(self) -> None:
        """The person is not who a code has proved."""
        codes.end(self._connection, self._conversation, self.about)
        self._proved[self.about] = None
