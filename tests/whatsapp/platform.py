"""The WhatsApp that a test sees: numbers of the business, people's phones, what was called, what waits for the webhook, what goes wrong."""

import itertools
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.handlers.whatsapp.standing import NEEDED
from tests.platforms.calls import JSON
from tests.platforms.changes import Changes
from tests.platforms.lines import GOOD, Line
from tests.platforms.pace import Pace
from tests.whatsapp.account import SCOPES
from tests.whatsapp.calls import Call
from tests.whatsapp.errors import Refused
from tests.whatsapp.faults import Faults
from tests.whatsapp.files import Files
from tests.whatsapp.phones import Person, Phone, same_line
from tests.whatsapp.sending import Sent
from tests.whatsapp.templates import Templates
from tests.whatsapp.webhook import Webhook

TOKEN = "EAAGm0PX4ZCpsBAKZAexampleTokenOfATestZD"
SECRET, VERIFY = "0123456789abcdef0123456789abcdef", "palavra-de-teste"
WABA, APP = "102290129340398", "634974688087057"
NUMBER, OTHER = "106540352242922", "106540352242933"  # ids of two numbers of the business

# https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput; the pair's rate only at second hand
PER_SECOND = 80
PAIR_SECONDS, PAIR_BURST = 6.0, 45


@dataclass(frozen=True, slots=True)
class Violation:
    name: str
    what: str


@dataclass
class Number:
    """One of the business."""

    id: str
    display: str
    name: str = "Imobiliária Modelo"
    quality: str = "GREEN"
    status: str = "CONNECTED"
    pace: Pace = field(default_factory=lambda: Pace(1 / PER_SECOND, PER_SECOND))
    pairs: dict[Phone, Pace] = field(default_factory=dict)

    @property
    def metadata(self) -> JSON:
        return {"display_phone_number": self.display, "phone_number_id": self.id}

    def paced(self, phone: Phone, now: float) -> int | None:
        """The error when it writes too fast."""
        if not self.pace.lets(now):
            return 130429
        return None if self.pairs.setdefault(phone, Pace(PAIR_SECONDS, PAIR_BURST)).lets(now) else 131056


class WhatsApp:
    """`clock`: seconds since 1970; `keep` is how many of the last calls are kept: None is all.

    `reports`: the statuses that follow a message that arrives, in this order; `early`: they are brought before the call is answered.
    """

    def __init__(self, token: str = TOKEN, *, clock: Callable[[], float] = time.time, keep: int | None = None) -> None:
        self.token, self.now = token, clock
        self.verify_token, self.waba, self.app_id = VERIFY, WABA, APP
        self.origin = ""  # where it listens
        self.numbers = {each.id: each for each in (Number(NUMBER, "551140000001"), Number(OTHER, "551140000002"))}
        self.phones: dict[Person, Phone] = {}
        self.changes = Changes()  # told of each call, and of each body that the webhook took
        self.files, self.templates, self.faults = Files(clock), Templates(), Faults()
        self.webhook = Webhook(SECRET, WABA, self.changes)
        self.calls: deque[Call] = deque(maxlen=keep)
        self.violations: list[Violation] = []  # every limit that the business did not keep
        self.reports: Sequence[str] = ("sent", "delivered")
        self.early = False
        self.line: Line = GOOD  # what becomes of calls on their way
        self.sent: dict[str, Sent] = {}  # all that was accepted, by its id
        self.scopes, self.expires_at = SCOPES, 0  # of the token; 0: it never expires
        self.topics = ["messages", *NEEDED]  # of which the app's webhook is told
        self.subscribed = True  # the app is told what the account's numbers hear
        self._messages = itertools.count(1)

    @property
    def url(self) -> str:
        """The base address of its calls."""
        return f"{self.origin}/v25.0"

    @property
    def secret(self) -> str:
        return self.webhook.secret

    def made(self, name: str) -> list[Call]:
        """The calls of one name."""
        return [call for call in self.calls if call.name == name]

    def phone(self, person: Person) -> Phone:
        """Whoever has a number that was somebody else's has taken it from them."""
        if person not in self.phones:
            for each in self.phones.values():
                if each.wa_id == person.wa_id:
                    each.wa_id = ""
            self.phones[person] = Phone(person)
        return self.phones[person]

    def found(self, call: Call) -> Phone | None:
        """Whom a message is for: by a user id, or by a number with or without its ninth digit."""
        if "to" in call.body:
            return next((each for each in self.phones.values() if each.wa_id and same_line(each.wa_id, call.to)), None)
        return next((each for each in self.phones.values() if each.user_id == call.to), None)

    def message_id(self) -> str:
        return f"wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEY{next(self._messages):012X}AA=="

    def record(self, call: Call) -> Call:
        self.calls.append(call)
        self.changes.tell()
        return call

    def done(self, call: Call, refused: Refused | None = None) -> Call:
        call.refused = refused
        self.violations += [Violation(call.name, what) for what in call.violations]
        self.changes.tell()
        return call
