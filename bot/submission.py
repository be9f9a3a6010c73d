"""What [Enviar] does: the form is confirmed, the ticket gets its status and its reference."""

from bot.asking import told_problem
from bot.flows.rules import maintenance, same_problem, third_party
from bot.registration import form_of, registration
from bot.result import Taken
from bot.sent_back import call_back
from bot.talk import Talk
from core.answers import value_of
from core.messages import Command
from core.records import evolve
from core.supervision import Level
from core.tickets import UNFINISHED, Registration, Status, Ticket, reference

WORDS_OF_ANOTHER = "add_words"  # the act that brings a merged draft's words to the ticket that stays


def submit(talk: Talk) -> None:
    """Once for each ticket: confirmed, with a reference, in the queue; or merged into the one already open (R32)."""
    before = talk.ticket.status
    talk.answers = {key: evolve(each, status="confirmed") if each.status == "valid" else each for key, each in talk.answers.items()}
    talk.set(submitted_at=talk.turn.now, **parties(talk))
    talk.submitted_now = True
    if not (same_problem(talk.answers, talk.turn) and _merge(talk)):
        _stand_alone(talk)
    call_back(talk)
    talk.event("submit", before=before, after=talk.ticket.status)


def parties(talk: Talk) -> dict[str, int | None]:
    """The contact, home and contract that a ticket is about, as far as the books know them."""
    home_id = value_of(talk.answers, "contract.home")
    home = next((each for each in talk.turn.homes() if each.id == home_id), None)
    others = third_party(talk.answers, talk.turn)  # reported for
    return {
        "contact_id": talk.turn.proven.id if talk.turn.proven and not others else None,
        "home_id": home.id if home else None,
        "contract_id": home.contract_id if home else None,
    }


def _merge(talk: Talk) -> bool:
    """ "É o mesmo": the draft's words go to that ticket, in its own line."""
    there = talk.turn.open_ticket(talk.ticket.home_id) if talk.ticket.home_id else None
    if there is None:
        return False
    talk.set(status=Status.MERGED, merged_into=there.id, waiting_since=None)
    talk.forwards.append(Command(WORDS_OF_ANOTHER, there.id, by="customer", input={"words": told_problem(talk), "from": talk.ticket.id}))
    talk.tell("merged", reference=there.reference)
    return True


def _stand_alone(talk: Talk) -> None:
    year = talk.turn.local(talk.turn.now).year
    talk.set(
        status=Status.AWAITING_REVIEW if talk.ticket.status in UNFINISHED else talk.ticket.status,
        registration=registration(talk.answers, talk.turn),
        reference=talk.ticket.reference or reference(year, talk.ticket.id),
    )
    if not _opens_by_itself(talk):
        talk.wait()


def _opens_by_itself(talk: Talk) -> bool:
    """Under `auto`: complete, without a doubt, and no value stands with another contact; the contact enters the books (design §5)."""
    it = talk.put_down()
    level = talk.level_of(it)
    is_auto = level == Level.AUTO or (level == Level.AUTO_WHEN_PROVEN and talk.turn.proven is not None)
    if not is_auto or it.status != Status.AWAITING_REVIEW or not maintenance(it.answers, talk.turn) or _is_doubtful(it):
        return False
    if it.registration == Registration.CLAIMED:
        try:
            talk.set(contact_id=talk.turn.register(form_of(it), it.contact_id), registration=Registration.KNOWN)
        except Taken:
            return False
    talk.set(status=Status.OPEN, opened_at=talk.turn.now, waiting_since=None)
    return True


def _is_doubtful(it: Ticket) -> bool:
    """A person has to look at something, or to complete it."""
    return bool(it.hazards) or it.registration == Registration.PENDING or any(each.status == "doubtful" for each in it.answers.values())
