"""Rules that several flows share: (answers, turn) -> bool. They see only valid and confirmed values."""

from bot.result import Turn
from core.answers import Answers, value_of
from core.calls import is_call
from core.contacts import Contact
from core.homes import Home
from core.tickets import Kind

THIRD_PARTIES = ("neighbour", "other")
LIVING_THERE = ("tenant", "company")  # visit times are asked of those who are at the home (design: who may see what)


def by_phone(answers: Answers, turn: Turn) -> bool:
    """An agent fills the form, for a caller."""
    return is_call(answers)


def in_person(answers: Answers, turn: Turn) -> bool:
    return not is_call(answers)


def contact_of(answers: Answers, turn: Turn) -> Contact | None:
    """Whose form this is, as far as the books know: of a call whom the agent chose, whatever the agent's own chat proves."""
    if not is_call(answers):
        return turn.proven
    found = value_of(answers, "search.found")
    return turn.contact(found) if isinstance(found, int) else None


def homes_of(answers: Answers, turn: Turn) -> tuple[Home, ...]:
    """Of that contact."""
    if not is_call(answers):
        return turn.homes()
    found = value_of(answers, "search.found")
    return turn.homes_of(found) if isinstance(found, int) else ()


def chosen(answers: Answers, turn: Turn) -> bool:
    """Somebody of the books is on the phone."""
    return value_of(answers, "search.found") is not None


def provable(answers: Answers, turn: Turn) -> bool:
    """The channel could vouch for a number and has none yet, and nothing else has proved who it is."""
    return turn.can_prove and turn.number is None and turn.proven is None


def unproven(answers: Answers, turn: Turn) -> bool:
    return turn.proven is None or third_party(answers, turn)


def third_party(answers: Answers, turn: Turn) -> bool:
    """Who reports for others does so whatever their own number proves."""
    return value_of(answers, "identification.role") in THIRD_PARTIES


def company(answers: Answers, turn: Turn) -> bool:
    if is_call(answers):
        return value_of(answers, "search.person") == "company"
    if turn.proven:
        return turn.proven.kind == "company"
    return value_of(answers, "identification.role") == "company"


def has_homes(answers: Answers, turn: Turn) -> bool:
    return bool(homes_of(answers, turn)) and not third_party(answers, turn)


def no_home(answers: Answers, turn: Turn) -> bool:
    return value_of(answers, "contract.home") is None


def home_unknown(answers: Answers, turn: Turn) -> bool:
    """Before the home is picked: not one of several, nor the only one."""
    return no_home(answers, turn) and (len(homes_of(answers, turn)) != 1 or third_party(answers, turn))


def reported_there(answers: Answers, turn: Turn) -> bool:
    home = value_of(answers, "contract.home")
    return not is_call(answers) and isinstance(home, int) and not danger(answers, turn) and bool(turn.open_tickets(home))


def same_problem(answers: Answers, turn: Turn) -> bool:
    return value_of(answers, "contract.same_problem") == "same"


def maintenance(answers: Answers, turn: Turn) -> bool:
    return value_of(answers, "start.kind") == Kind.MAINTENANCE


def danger(answers: Answers, turn: Turn) -> bool:
    """A hazard sets the priority itself; nobody else does so by rule."""
    priority = answers.get("maintenance.priority")
    return priority is not None and priority.author == "rule"


def asks_visits(answers: Answers, turn: Turn) -> bool:
    """Not with an open hazard: a person calls."""
    return not danger(answers, turn) and _lives_there(answers, turn)


def _lives_there(answers: Answers, turn: Turn) -> bool:
    if is_call(answers):
        return True
    home = next((each for each in turn.homes() if each.id == value_of(answers, "contract.home")), None)
    if third_party(answers, turn):
        return False
    if home is not None:
        return home.role in LIVING_THERE
    if turn.proven is not None:
        return True
    return value_of(answers, "identification.role") in LIVING_THERE
