"""Who is on the phone (R3–R10); asked of agents, in place of `identification`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.flows import rules
from bot.result import Turn
from bot.steps import Ask, Choose, Flow, Heard, Pick
from core.answers import Answer, Answers, value_of
from core.calls import Caller, parse_search
from core.contacts import Company, Contact, Individual
from core.conversations import Option
from core.found import Found
from core.messages import Inbound
from core.phones import format_mobile
from core.search import parse_query

PAGE = 6  # rows; with [Novo], [Refinar] and the ways to other pages no channel has room for more buttons (Telegram and WhatsApp: 10)
FIND, FOUND, SHOWN_FROM, PERSON = "search.find", "search.found", "search.page", "search.person"
FORMS: Mapping[str, type[Individual | Company]] = {"individual": Individual, "company": Company}


def contacts(answers: Answers, turn: Turn) -> Sequence[Found]:
    typed = value_of(answers, FIND)
    return turn.search(parse_query(typed)) if isinstance(typed, str) else ()


def first_shown(answers: Answers) -> int:
    first = value_of(answers, SHOWN_FROM)
    return first if isinstance(first, int) else 0


def page(answers: Answers, turn: Turn) -> Sequence[Found]:
    """The rows that are shown now."""
    first = first_shown(answers)
    return contacts(answers, turn)[first : first + PAGE]


def of_the_books(contact: Contact) -> dict[str, Answer]:
    """A chosen contact's data, by rule; what is not on file is skipped."""
    values = {name: getattr(contact, name) for name in FORMS[contact.kind].model_fields}
    return {
        FOUND: Answer(contact.id, author="agent"),
        PERSON: Answer(contact.kind, author="rule"),
        **{f"{contact.kind}.{name}": Answer(each or None, "valid" if each else "skipped", author="rule") for name, each in values.items()},
    }


@dataclass(frozen=True)
class Table(Pick):
    """The rows that were found, always shown, though there be only one. Other text is another search."""

    def known(self, said: Mapping[str, Inbound], answers: Answers, turn: Turn) -> Inbound | None:
        return None

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        first, count = first_shown(answers), len(contacts(answers, turn))
        rows = [Option(str(row.id), label=str(number)) for number, row in enumerate(page(answers, turn), 1)]
        rows += [_to_page("before", first - PAGE)] if first else []
        rows += [_to_page("more", first + PAGE)] if first + PAGE < count else []
        return (*rows, Option("new"), Option("refine", f"change {FIND}"))

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        if heard.choice == "new":
            return {FOUND: Answer.of(None, heard, "skipped")}
        row = next((row for row in page(answers, turn) if str(row.id) == heard.choice), None)
        contact = turn.contact(row.id) if row else None
        if contact is not None:
            return of_the_books(contact)
        return {FIND: Answer.of(parse_search(heard.text), heard), SHOWN_FROM: Answer(0, author="rule")}


def _to_page(name: str, first: int) -> Option:
    return Option(name, {SHOWN_FROM: Answer(first, author="rule")})


def table(answers: Answers, turn: Turn) -> Mapping[str, str]:
    """ "2 resultados:" and a numbered line for each row of the page; a company stands beside its person (R5, R6)."""
    count = len(contacts(answers, turn))
    shown = turn.say("found-none" if not count else "found-one" if count == 1 else "found-several", {"count": str(count)})
    for number, row in enumerate(page(answers, turn), 1):
        shown = turn.say("found-row", {"before": shown, "number": str(number), "row": str(row)})
    return {"table": shown}


def chosen(answers: Answers, turn: Turn) -> Mapping[str, str]:
    """The chosen contact, to be read to the caller."""
    contact = rules.contact_of(answers, turn)
    if contact is None:
        return {"name": "", "kind": "", "data": ""}
    mobile = format_mobile(contact.mobile) if contact.mobile else None
    data = "".join(f" · {each}" for each in (contact.company_name, contact.email, mobile) if each)
    return {"name": contact.name, "kind": turn.say(f"person-kind.{contact.kind}"), "data": data}


def _update_or_back(answers: Answers, turn: Turn) -> tuple[Option, ...]:
    return Option("update", "update"), Option("back", f"change {FOUND}")


SEARCH = Flow(
    "search",
    Caller,
    steps=(
        Ask("find"),
        Table("found", contacts, shows=table),
        Choose("caller", ("confirmed",), more=_update_or_back, shows=chosen, when=rules.chosen),
        Choose("person", ("individual", "company")),
    ),
    then=(
        (rules.company, "company"),
        (None, "individual"),
    ),
)
