"""The people of the store machine: what each of them says to each question, and the form that must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.bench.talk import LAST, SCRIPT
from core.answers import Answer
from core.conversations import Conversation
from core.messages import Part
from core.tickets import Ticket

CHANNEL = "console"
GREETING, DANGER, PERSON, BACK = "oi", "cheiro forte de gás aqui", "atendente", "continuar com a assistente"
ANOTHER = "outro problema"
CORRECTS = "meu e-mail é"
VISITS = "menos segunda de manhã"
ASIDES_A_TALK, WRONG_A_TALK = 6, 2  # a third refusal would make a field doubtful, and the tenth question in a row calls a person
ASIDES = (GREETING, "bom dia", "status", "ajuda")  # heard in any state, and no answer to anything
WRONG: Mapping[str, str] = {  # refused by these questions; nothing of it is kept
    "start-kind": "???",
    "safety-safe": "???",
    "safety-address": "???",
    "identification-role": "???",
    "individual-name": "???",
    "individual-email": "ana@",
    "individual-cpf": "111.111.111-11",
    "individual-mobile": "123",
    "reporter-name": "???",
    "reporter-relation": "???",
    "contract-address": "???",
    "maintenance-description": "???",
    "maintenance-priority": "???",
    "review-summary": "???",
}
AFTER_THE_EMAIL = SCRIPT[SCRIPT.index("individual-email") + 1 :]
MAY_STAND = frozenset({"safety.safe", "review.summary"})  # on a form, beside what its person told


@dataclass
class Report:
    """One talk, from its first words to its reference. Each has a problem of its own, so that two cannot be mixed up unseen."""

    problem: str
    priority: str
    asides: int = 0
    wrong: int = 0
    email: str = ""  # as it stood when this report was sent


@dataclass
class Person:
    """Who talks, what the platform has of it, and what became of that so far."""

    who: str
    role: str
    name: str
    email: str
    cpf: str
    mobile: str
    address: str
    vouched: bool = False  # the channel vouches for the mobile
    reports: list[Report] = field(default_factory=list)
    said: list[Part] = field(default_factory=list)  # accepted by the platform, in order
    heard: int = 0  # of them, by turns that were committed
    conversation: Conversation | None = None  # as the last committed turn left it
    tickets: dict[int, Ticket] = field(default_factory=dict)  # likewise; in the order in which they were begun
    told: list[str] = field(default_factory=list)  # by the bot, in committed turns
    unanswered: bool = False  # what was said last was heard, and no question came of it
    asked: tuple[int, ...] = ()  # outbox rows of the newest question
    seen: set[int] = field(default_factory=set)  # outbox rows

    @property
    def relation(self) -> str:
        return self.role.rpartition(" ")[2]

    @property
    def report(self) -> Report:
        return self.reports[-1]

    @property
    def texts(self) -> list[str]:
        return [each.body["text"] for each in self.said]

    @property
    def waits(self) -> bool:
        """Something that this person said has not been heard yet."""
        return self.heard < len(self.said)

    @property
    def question(self) -> str | None:
        """The words id of the open question, when all is heard and it has been seen whole."""
        it = self.conversation
        if self.waits or self.unanswered or it is None or it.open is None or not self.seen.issuperset(self.asked):
            return None
        return it.open.words

    @property
    def has_person(self) -> bool:
        return self.conversation is not None and self.conversation.owner != "bot"

    @property
    def arrived(self) -> bool:
        """The newest report was sent, and nothing is asked any more."""
        ticket = self.tickets.get(self.conversation.ticket_id or 0) if self.conversation else None
        at_rest = ticket is not None and ticket.submitted_at is not None and ticket.state == "submitted.open"
        return at_rest and not self.waits and not self.has_person and len(self.tickets) == len(self.reports)

    # ── what is said ─────────────────────────────────────────────────────────

    def part(self, text: str, waits: bool | None = False) -> Part:
        ids = (("name", self.who), ("number", self.mobile)) if self.vouched else (("name", self.who),)
        return Part(CHANNEL, "", f"{self.who}:{len(self.said)}", {"text": text}, ids, self.who, waits=waits)

    def next_words(self) -> str | None:
        """What this person wants to say now; None: nothing, before the bot has answered."""
        if not self.said:
            return self.report.problem
        asked = self.question
        return None if asked in (None, LAST) else self.answer(asked)

    def answer(self, asked: str) -> str:
        return {
            "start-kind": "manutenção",
            "safety-safe": "estou em segurança",
            "safety-address": self.address,
            "identification-role": self.role,
            "individual-name": self.name,
            "individual-email": self.email,
            "individual-cpf": self.cpf,
            "individual-mobile": self.mobile,
            "reporter-name": self.name,
            "reporter-relation": self.relation,
            "contract-address": self.address,
            "maintenance-description": self.report.problem,
            "maintenance-priority": self.report.priority,
            "maintenance-visits": VISITS,
            "review-summary": "enviar",
            "resume": "continuar",
            "person": BACK,
            "person-danger": BACK,
        }[asked]

    def correction(self) -> str | None:
        """Another e-mail, at a question that cannot take it for its answer."""
        if self.question not in AFTER_THE_EMAIL or self.role.endswith("vizinho"):
            return None
        self.email = self.email.replace("@", "x@")
        return f"{CORRECTS} {self.email}"

    def hears(self, texts: list[str], tickets: dict[int, Ticket]) -> None:
        """Keeps what a committed turn made of them; only those who have another problem get another ticket."""
        self.heard += len(texts)
        self.tickets |= tickets
        if ANOTHER in texts and len(self.tickets) > len(self.reports):
            self.report.email = self.email
            self.reports.append(Report(self.report.problem.replace("1", "2"), "alta"))

    # ── what must come of it ─────────────────────────────────────────────────

    def form(self, report: Report) -> dict[str, object]:
        """By key: the value; what a danger changes is left out."""
        street, _, unit = self.address.rpartition(", ")
        first, _, last = self.name.partition(" ")
        form: dict[str, object] = {"start.kind": "maintenance", "contract.address": street, "contract.unit": unit}
        if self.role.endswith("vizinho"):
            form |= {"identification.role": "neighbour", "reporter.first_name": first, "reporter.last_name": last}
            return form
        form |= {"identification.role": "tenant" if self.role.endswith("inquilino") else "landlord"}
        form |= {"individual.first_name": first, "individual.last_name": last, "individual.email": report.email or self.email}
        digits = "".join(each for each in self.cpf if each.isdigit())
        return form | {"individual.cpf": digits, "individual.mobile": self.mobile}

    def check_form(self, report: Report, ticket: Ticket) -> None:
        """Each answer that was given stands in its field, and no other."""
        answers, expected = dict(ticket.answers), self.form(report)
        if self.vouched and "identification.role" not in answers:  # nobody asks whom the books know
            del expected["identification.role"]
        found = {key: answers.pop(key).value for key in expected if key in answers}
        assert found == expected, (found, expected)
        assert str(getattr(answers.pop("reporter.relation", None), "value", self.relation)) in self.role
        self._check_problem(report, ticket, answers.pop("maintenance.description"))
        priority = "high" if ticket.hazards else {"alta": "high", "baixa": "low"}[report.priority]
        assert answers.pop("maintenance.priority").value == priority
        visits = answers.pop("maintenance.restriction", None)
        asked_for_visits = not ticket.hazards and (self.role.endswith("inquilino") or "identification.role" not in ticket.answers)
        assert visits is not None or not asked_for_visits
        assert visits is None or visits.text == VISITS
        assert answers.keys() <= MAY_STAND
        assert {each.status for each in ticket.answers.values()} <= {"confirmed", "valid"}

    def _check_problem(self, report: Report, ticket: Ticket, told: Answer) -> None:
        lines = str(told.value).split("\n")
        if ticket.hazards:
            assert DANGER in lines
            assert set(lines) <= set(self.texts)
        else:
            assert lines == [report.problem]


def people() -> tuple[Person, ...]:
    """Four who have little in common; the books may come to know the last one by his number."""
    return (
        person(1, "Ana Souza", "sou inquilino", "529.982.247-25"),
        person(2, "Bia Castro", "sou a proprietária", "111.444.777-35"),
        person(3, "Caio Lima", "sou vizinho", "123.456.789-09"),
        person(4, "Davi Rocha", "sou inquilino", "987.654.321-00", vouched=True),
    )


def person(number: int, name: str, role: str, cpf: str, *, vouched: bool = False) -> Person:
    who = name.partition(" ")[0].lower()
    address, report = f"Rua das Acácias, {number}0, ap {number}", Report(f"o chuveiro do quarto 1{number} não esquenta", "baixa")
    return Person(who, role, name, f"{who}@exemplo.com.br", cpf, f"+5511987650{number:03d}", address, vouched, [report])
