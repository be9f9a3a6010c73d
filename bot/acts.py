"""What a button or a global word does, whatever question is open: act(talk, heard, detail)."""

from collections.abc import Callable, Mapping

from bot.alerts.hazards import raise_alert
from bot.asking import status_of
from bot.closed import when_people_answer
from bot.copy import Words
from bot.flows import STEPS
from bot.flows.rules import has_homes, homes_of, third_party
from bot.leases import go_on_with_bot
from bot.machine import BEGIN, move, walk
from bot.recognition import is_recognised, own_contact, recognise
from bot.reopening import reopen
from bot.sent_back import call_back
from bot.steps import dashed
from bot.submission import parties
from bot.summary import field_label, personal_data
from bot.talk import OF_CALLER, Talk
from core.answers import Answer
from core.conversations import Offer, Option
from core.danger_needs import who_is_stuck
from core.messages import Inbound
from core.records import evolve
from core.supervision import Level
from core.tickets import MOVES, OVER, UNFINISHED, Kind, Priority, Status, reference

Act = Callable[[Talk, Inbound, str], None]

KEPT_FOR_ANOTHER = ("identification.", "individual.", "company.", "reporter.", "contract.")  # [Outro problema]: same person, same home
HOME, SAME_PROBLEM = "contract.home", "contract.same_problem"
NOT_AGAIN = (HOME, SAME_PROBLEM, "safety.safe", "review.summary")  # [não sou eu]: what somebody else has not said
BY_DANGER = ("start.kind", "maintenance.priority")  # what a hazard sets, whoever reported it
OF_A_PERSON = ("name", "email", "cpf", "mobile")
PERSONAL = frozenset(  # what the books say of a contact, and an agent may change
    {f"{flow}.{name}" for flow in ("individual", "company") for name in OF_A_PERSON} | {"company.company_name", "company.cnpj"}
)
NOT_LISTED = frozenset({"search.find", "search.caller"})  # asked on the way to who is on the phone


def alarm(talk: Talk, heard: Inbound, detail: str) -> None:
    """Danger: ticket open and high, safety text, alert, in one turn; then get out first, talk later."""
    if talk.ticket.status in OVER:
        another(talk, heard, "")
    kinds = detail.split()
    talk.set(hazards={**talk.ticket.hazards, **dict.fromkeys(kinds, talk.turn.now)})
    _open_at_once(talk)
    _set_high(talk, heard)
    place(talk)
    stuck = who_is_stuck(heard.text) == "self"
    for kind in kinds:
        tell_safety(talk, "safety-stuck" if kind == "trapped" and stuck else f"safety-{dashed(kind)}")
    raise_alert(talk, kinds, heard.text)
    if not talk.owned and not talk.by_phone:
        talk.answers.pop("safety.safe", None)
        talk.state, talk.offer = move(talk.state, "alarm"), None


def tell_safety(talk: Talk, words: str) -> None:
    """What to do now; in a call the agent reads it to whoever is in danger."""
    values = {"on_call": _on_call(talk)}
    if talk.by_phone:
        talk.send("read-aloud", "safety", text=Words(talk.turn.say(words, values).strip()))
    else:
        talk.send(words, "safety", **values)


def place(talk: Talk) -> None:
    """Where it is, when the books say so: a proven person's only home."""
    homes = () if third_party(talk.answers, talk.turn) else homes_of(talk.answers, talk.turn)
    if len(homes) == 1 and HOME not in talk.answers:
        talk.fill({HOME: Answer(homes[0].id, author="rule")})
    if not talk.ticket.submitted_at:
        talk.set(**parties(talk))


def _on_call(talk: Talk) -> Words:
    phone = talk.turn.on_call_phone
    return Words(talk.turn.say("on-call", {"phone": phone}) if phone else "")


def _open_at_once(talk: Talk) -> None:
    if Status.OPEN in MOVES[talk.ticket.status]:
        talk.event("open", actor="rule", before=talk.ticket.status, after=Status.OPEN)
        talk.set(status=Status.OPEN, opened_at=talk.turn.now)
    if talk.ticket.reference is None:
        talk.set(reference=reference(talk.turn.local(talk.turn.now).year, talk.ticket.id), owes=(*talk.ticket.owes, ("reference", {})))
    talk.wait()


def _set_high(talk: Talk, heard: Inbound) -> None:
    """Kind and priority by rule; a submitted ticket keeps its kind, and what was confirmed stays so."""
    values = {"maintenance.priority": Priority.HIGH.value}
    if not talk.ticket.submitted_at:
        values["start.kind"] = Kind.MAINTENANCE.value
    talk.fill({key: Answer(value, source=heard.id, author="rule", at=heard.sent_at) for key, value in values.items()})


def relief(talk: Talk, heard: Inbound, detail: str) -> None:
    """The danger is taken back, or over: alert and ticket stay for a person. Who said that it is over was heard at once."""
    if talk.open is None or talk.open.words != "offer-over":
        talk.alert("taken_back", heard.text)
    talk.tell("relief-noted")
    talk.offer = None
    if talk.state == "safety.safe":
        talk.fill({"safety.safe": Answer.of("safe", heard)})


def back(talk: Talk, heard: Inbound, detail: str) -> None:
    """To the nearest earlier question that the customer answered."""
    if talk.open and talk.open.offer and talk.state == talk.began:
        return None  # back to the question that the Offer belongs to
    if talk.ticket.submitted_at:
        return talk.tell("change-in-words")
    if talk.state.startswith("safety."):
        return talk.tell("nothing-before")
    path = walk(talk.answers, talk.turn)
    earlier = path[: path.index(talk.state)] if talk.state in path else path
    for state in reversed(earlier):
        if STEPS[state].changeable(talk.answers):
            return change(talk, heard, state)
    return talk.tell("nothing-before")


def change(talk: Talk, heard: Inbound, state: str) -> None:
    """Asked again beside its old value; who is on the phone, from the beginning."""
    (talk.drop if state in OF_CALLER else talk.reopen)(STEPS[state])
    talk.go(STEPS[state])


def choose_change(talk: Talk, heard: Inbound, detail: str) -> None:
    """The answers on the walked path that the customer may change."""
    if talk.ticket.submitted_at:
        return talk.tell("change-in-words")
    states = [state for state in walk(talk.answers, talk.turn)[:-1] if _may_change(talk, state)]
    if not states:
        return talk.tell("nothing-to-change")
    options = tuple(Option(state, f"change {state}", label=field_label(talk, STEPS[state])) for state in states)
    talk.offer = Offer("choose-change", (*options, Option("none", "go_on", pinned=True)))
    return None


def _may_change(talk: Talk, state: str) -> bool:
    """An agent also what the books say of a contact (R23)."""
    if not talk.by_phone:
        return STEPS[state].changeable(talk.answers)
    return state in PERSONAL or (STEPS[state].changeable(talk.answers) and state not in NOT_LISTED)


def keep(talk: Talk, heard: Inbound, detail: str) -> None:
    """The old value of a question that was opened again stays."""
    for key in talk.step.fills:
        if (was := talk.answers.get(key)) and was.status == "reopened":
            talk.answers[key] = evolve(was, status="skipped" if was.value is None else "valid")


def person(talk: Talk, heard: Inbound, detail: str) -> None:
    """Hands over to a person; lowers no ticket that is open."""
    talk.conversation = evolve(talk.conversation, owner="agent")
    if talk.ticket.status in UNFINISHED:
        talk.event("hand_over", before=talk.ticket.status, after=Status.AWAITING_REVIEW)
        talk.set(status=Status.AWAITING_REVIEW)
    talk.wait()
    talk.silences_bot = True
    options = () if talk.level_of(talk.ticket) == Level.MANUAL else (Option("continue", "continue"),)
    values: dict[str, str] = {"when": when_people_answer(talk), "on_call": _on_call(talk)}
    talk.offer = Offer("person-danger" if talk.ticket.hazards else "person", options, values)


def go_on(talk: Talk, heard: Inbound, detail: str) -> None:
    """Asks what was open."""


def ask_again(talk: Talk, heard: Inbound, detail: str) -> None:
    """What was read is not meant: the question itself is asked."""
    talk.forget(talk.step)


def cancel(talk: Talk, heard: Inbound, detail: str) -> None:
    if _stays(talk):
        return talk.tell("cannot-cancel")
    talk.offer = Offer("offer-cancel", (Option("yes", "discard cancelled"), Option("no", "go_on")))
    return None


def restart(talk: Talk, heard: Inbound, detail: str) -> None:
    """Words that always start afresh; what was sent stays, and a button begins another report."""
    if talk.ticket.submitted_at:
        return talk.tell("cannot-restart")
    return discard(talk, heard, "restarted")


def discard(talk: Talk, heard: Inbound, words: str) -> None:
    """The draft ends here; the next message begins another."""
    if _stays(talk):
        return talk.tell("cannot-cancel")
    talk.event("cancel", before=talk.ticket.status, after=Status.CANCELLED)
    talk.set(status=Status.CANCELLED, waiting_since=None, owes=())
    talk.send(words, "note")
    talk.conversation = evolve(talk.conversation, ticket_id=None, open=None)
    talk.silent, talk.offer = True, None
    call_back(talk)
    return None


def _stays(talk: Talk) -> bool:
    """What was submitted, and what holds a danger, is ended by people only."""
    return bool(talk.ticket.hazards or talk.ticket.submitted_at)


def another(talk: Talk, heard: Inbound, detail: str) -> None:
    """A new report of the same person; of a problem, as the one before. Who has several homes is asked which, the former one first."""
    kept = {key: each for key, each in talk.answers.items() if key.startswith(KEPT_FOR_ANOTHER) and key != SAME_PROBLEM}
    if HOME in kept and has_homes(kept, talk.turn) and len(homes_of(kept, talk.turn)) > 1:
        kept[HOME] = evolve(kept[HOME], status="reopened")
    kind, was_proven = talk.answers.get("start.kind"), talk.turn.proven is not None
    _begin_again(talk, {**kept, "start.kind": kind} if kind and kind.value == Kind.MAINTENANCE else kept)
    _tell_apart(talk, heard)
    if was_proven and talk.turn.proven is None:  # by a code, for that report alone
        begin_unproven(talk)
        talk.tell("code-ended")
    if own_contact(talk) and not is_recognised(talk):  # proven since then
        recognise(talk)


def _tell_apart(talk: Talk, heard: Inbound) -> None:
    """Who takes [Outro problema] need not say that it is none of those they have told of; what others told of there is asked."""
    home, own = talk.answers.get(HOME), {each.reference for each in talk.turn.filed()}
    if home and isinstance(home.value, int) and all(each.reference in own for each in talk.turn.open_tickets(home.value)):
        talk.answers[SAME_PROBLEM] = Answer("different", source=heard.id, at=heard.sent_at)


def another_told(talk: Talk, heard: Inbound, detail: str) -> None:
    """Another problem, of which something was said already."""
    told = talk.said.pop("description", None)
    another(talk, heard, detail)
    if told is None:
        return
    talk.said["description"] = told
    if STEPS[HOME].known(talk.said, talk.answers, talk.turn):
        talk.drop(STEPS[HOME])  # it is named in that


def _begin_again(talk: Talk, answers: dict[str, Answer]) -> None:
    talk.pick_up(talk.turn.new_ticket(instead_of=talk.put_down()))
    talk.answers, talk.said = answers, {}
    talk.set(owes=(("noted", {}),))
    talk.state = BEGIN


def not_me(talk: Talk, heard: Inbound, detail: str) -> None:
    """Whoever writes is not who the books say."""
    talk.alert("not_me")
    if talk.ticket.submitted_at:
        talk.wait()
        _begin_again(talk, {})
    talk.turn.disown()
    begin_unproven(talk)
    talk.tell("not-me-noted")


def begin_unproven(talk: Talk) -> None:
    """The form starts afresh: what was typed is kept to be used again, what came from the proof is not."""
    own = {key: each for key, each in talk.answers.items() if each.author == "customer" and key not in NOT_AGAIN}
    typed = {key.partition(".")[2]: each.again() for key, each in own.items()}
    kept = {key: each for key in BY_DANGER if talk.ticket.hazards and (each := talk.answers.get(key))}
    said = {name: each for name, each in talk.said.items() if each.author != "rule"}
    talk.set(contact_id=None, home_id=None, contract_id=None)
    talk.answers, talk.said = kept, {**said, **typed}
    if not talk.state.startswith("safety."):
        talk.state = BEGIN
    talk.offer = None


def my_data(talk: Talk, heard: Inbound, detail: str) -> None:
    """What is kept of this person, with the way to correct and to erase it (LGPD art. 18)."""
    options = (Option("change", "choose_change"), Option("erase", "erase"), Option("done", "go_on"))
    talk.event("show_data")
    talk.offer = Offer("my-data", options, {"data": personal_data(talk) or Words(talk.turn.say("my-data.none"))})


def erase(talk: Talk, heard: Inbound, detail: str) -> None:
    """A person decides what may be erased; the request is on the ticket."""
    talk.event("erasure_wanted")
    talk.wait()
    talk.tell("erase-noted")


def close_wanted(talk: Talk, heard: Inbound, detail: str) -> None:
    talk.event("close_wanted")
    talk.wait()
    talk.tell("close-noted")


def helping(talk: Talk, heard: Inbound, detail: str) -> None:
    """The hint of the open question, and the words that work everywhere."""
    talk.tell(f"{talk.step.words}.hint")
    talk.tell("help")


def status(talk: Talk, heard: Inbound, detail: str) -> None:
    """How its tickets stand; the chat that filed them may always ask. A new draft hides none that stands."""
    earlier = [each for each in talk.turn.filed() if each.id != talk.ticket.id] if talk.ticket.status in UNFINISHED else []
    talk.lead.extend(status_of(each) for each in earlier or [talk.ticket])


ACTS: Mapping[str, Act] = {
    "alarm": alarm,
    "relief": relief,
    "back": back,
    "change": change,
    "choose_change": choose_change,
    "keep": keep,
    "person": person,
    "continue": go_on_with_bot,
    "go_on": go_on,
    "ask": ask_again,
    "cancel": cancel,
    "discard": discard,
    "restart": restart,
    "another": another,
    "another_told": another_told,
    "reopen": reopen,
    "not_me": not_me,
    "my_data": my_data,
    "erase": erase,
    "close_wanted": close_wanted,
    "help": helping,
    "status": status,
}
