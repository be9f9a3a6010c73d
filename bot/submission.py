"""What [Enviar] does: the form is confirmed, the ticket gets its status and its reference."""

from bot.asking import told_problem
from bot.flows.rules import contact_of, homes_of, maintenance, same_problem, third_party
from bot.registration import form_of, registration
from bot.result import OpenTicket, Taken
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
    home = next((each for each in homes_of(talk.answers, talk.turn) if each.id == home_id), None)
    contact = None if third_party(talk.answers, talk.turn) else contact_of(talk.answers, talk.turn)  # reported for
    return {
        "contact_id": contact.id if contact else None,
        "home_id": home.id if home else None,
        "contract_id": home.contract_id if home else None,
    }


def _merge(talk: Talk) -> bool:
    """ "É o mesmo": the draft's words go to that ticket, in its own line."""
    there = _same(talk)
    if there is None:
        return False
    words = told_problem(talk) or talk.turn.say("called-again")
    talk.set(status=Status.MERGED, merged_into=there.id, waiting_since=None)
    talk.forwards.append(Command(WORDS_OF_ANOTHER, there.id, by=talk.writer, input={"words": words, "from": talk.ticket.id}))
    talk.tell("merged", reference=there.reference)
    return True


def _same(talk: Talk) -> OpenTicket | None:
    """The one that a customer was asked about is the newest; an agent has said which."""
    there = talk.turn.open_tickets(talk.ticket.home_id) if talk.ticket.home_id else ()
    meant = value_of(talk.answers, "call.same")
    return next((each for each in there if meant in (None, each.id)), None)


def _stand_alone(talk: Talk) -> None:
    year = talk.turn.local(talk.turn.now).year
    talk.set(
        status=_begins_as(talk) if talk.ticket.status in UNFINISHED else talk.ticket.status,
        registration=registration(talk.answers, talk.turn),
        reference=talk.ticket.reference or reference(year, talk.ticket.id),
    )
    if talk.by_phone:
        _open(talk)
    elif not _opens_by_itself(talk):
        talk.wait()


def _begins_as(talk: Talk) -> Status:
    return Status.OPEN if talk.by_phone else Status.AWAITING_REVIEW


def _open(talk: Talk) -> None:
    """A colleague has heard and confirmed it all, and has it; people look only where something is missing or in doubt."""
    now = talk.turn.now
    holder = talk.turn.keeper(talk.ticket.contract_id) or talk.agent
    talk.set(
        assignee_id=holder.id if holder else None, opened_at=talk.ticket.opened_at or now, first_reply_at=talk.ticket.first_reply_at or now
    )
    doubtful = any(each.status == "doubtful" for each in talk.answers.values())
    if doubtful or talk.ticket.registration == Registration.PENDING:
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
            talk.set(opened_at=talk.turn.now)  # for its customer, who reads what everybody reads (decision 0823)
            return False
    talk.set(status=Status.OPEN, opened_at=talk.turn.now, waiting_since=None)
    return True


def _is_doubtful(it: Ticket) -> bool:
    """A person has to look at something, or to complete it."""
    return bool(it.hazards) or it.registration == Registration.PENDING or any(each.status == "doubtful" for each in it.answers.values())
