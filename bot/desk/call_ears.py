"""What is heard in a call, beside what is heard anywhere in an agent's chat."""

from collections.abc import Callable, Mapping

from bot.acts import ACTS, PERSONAL
from bot.answering import add_words, hear_answer, words_of
from bot.anywhere import act_meant
from bot.asking import option_named
from bot.dangers import tell_illness
from bot.desk.calls import CONFIRMED as CALLER_CONFIRMED
from bot.desk.calls import (
    another_call,
    begin_call,
    cancel_call,
    choose,
    end_call,
    is_aside_here,
    propose,
    raise_danger,
    register_instead,
    save,
    take_up,
)
from bot.desk.chat import TELL_REFERENCE
from bot.desk.danger_end import after_end
from bot.flows import STEPS
from bot.flows.search import FOUND, PERSON
from bot.flows.submitted import chat_of_caller
from bot.holders import apart
from bot.offered import option_meant
from bot.result import Event
from bot.settling import settle
from bot.steps import Confirm
from bot.summary import field_label
from bot.talk import OF_CALLER, Talk
from core.answers import Answer, value_of
from core.conversations import Offer, Option
from core.danger_needs import says_ill
from core.errors import Rejected
from core.hazards import find_hazards
from core.messages import FILES, Command, Inbound
from core.names import fold
from core.permissions import may
from core.records import evolve

PROBLEM = frozenset({"maintenance.description", "handover.matter", "review.summary"})  # where a caller's danger is told
CLAUSES = ";"

# ── words that begin with a slash ────────────────────────────────────────────


def hear_call_word(talk: Talk, heard: Inbound) -> bool:
    """`/novo`, `/continuar`, `/perigo`, with what follows."""
    word, *rest = (heard.typed or heard.text).split(maxsplit=1) or [""]
    if not word.startswith("/") or (does := WORDS.get(fold(word[1:].partition("@")[0]))) is None:
        return False
    if talk.agent is None or not may(talk.agent.role, "call") or (does is _danger and after_end(heard) is not None):
        return False
    does(talk, evolve(heard, text="".join(rest).strip(), author="agent", choice=None))
    return True


def _new(talk: Talk, known: Inbound) -> None:
    begin_call(talk)
    settle(talk)
    if known.text:
        hear_search(talk, known)


def _go_on(talk: Talk, named: Inbound) -> None:
    """By the number of the draft, or as a reply to its card."""
    name = named.text.removeprefix("#")
    replied = talk.turn.replied_ticket(named.replies_to) if named.replies_to and not name else None
    stored = talk.turn.find_ticket(f"#{replied}" if replied else f"#{name}" if len(name) < SHORT_NUMBER else name)
    continue_call(talk, stored.id if stored else 0)


def continue_call(talk: Talk, ticket_id: int) -> None:
    """One that was begun in this chat; in the turn that put it aside, as it stands now."""
    ticket = talk.named(ticket_id) or talk.turn.find_ticket(f"#{ticket_id}")
    if ticket is None or not is_aside_here(talk, ticket):
        talk.silent = True
        talk.send("call-not-here", "note")
    else:
        take_up(talk, ticket)


def _danger(talk: Talk, told: Inbound) -> None:
    if not talk.by_phone:
        begin_call(talk)
    raise_danger(talk, told, [each.kind for each in find_hazards(told.text)])


SHORT_NUMBER = 11  # a reference is longer: 2026-000012-3
WORDS: Mapping[str, Callable[[Talk, Inbound], None]] = {"novo": _new, "continuar": _go_on, "perigo": _danger}

# ── buttons and words that do something ──────────────────────────────────────


def hear_call_act(talk: Talk, heard: Inbound) -> bool:
    option = option_meant(talk, heard)
    does = option.does if option and isinstance(option.does, str) else "" if talk.step.rests else act_meant(heard.text)
    name, _, detail = does.partition(" ")
    if name not in CALL_ACTS:
        return False
    talk.offer = None
    CALL_ACTS[name](talk, evolve(heard, author="agent"), detail)
    return True


def _update(talk: Talk, heard: Inbound, detail: str) -> None:
    """They are who is on the phone, and something of theirs is different now (R7)."""
    talk.fill(CALLER_CONFIRMED)
    kind = value_of(talk.answers, PERSON)
    states = [state for state in STEPS if state in PERSONAL and state.startswith(f"{kind}.")]
    fields = tuple(Option(state, f"change {state}", label=field_label(talk, STEPS[state])) for state in states)
    other = (Option("other_kind", "other_kind"),) if kind == "individual" else ()
    talk.offer = Offer("choose-update", (*fields, *other, Option("none", "go_on", pinned=True)))


def _other_kind(talk: Talk, heard: Inbound, detail: str) -> None:
    """A person on file never becomes a company: why, and the way out (R24)."""
    talk.offer = Offer("offer-other-kind", (Option("new", "register_instead"), Option("no", "go_on")))


def _choose(talk: Talk, heard: Inbound, detail: str) -> None:
    if contact := talk.turn.contact(int(detail)):
        choose(talk, contact)


def _again(talk: Talk, heard: Inbound, detail: str) -> None:
    talk.drop(STEPS[detail])
    talk.forget(STEPS[detail])
    talk.go(STEPS[detail])


def _keep_apart(talk: Talk, heard: Inbound, detail: str) -> None:
    talk.set(waived=(*talk.ticket.waived, apart(detail)))


def _tell_caller(talk: Talk, heard: Inbound, detail: str) -> None:
    """From now on the ticket is talked about in the caller's own chat; this turn is the last one here that writes it."""
    chat = chat_of_caller(talk.answers, talk.turn)
    if chat is None:
        return talk.tell("call-no-chat")
    talk.set(reply_to=chat.id)
    talk.answers["call.told"] = Answer(chat.id, author="agent")
    talk.event("tell_caller", after={"conversation": chat.id})
    talk.forwards.append(Command(TELL_REFERENCE, talk.ticket.id, talk.writer))
    return talk.tell("call-told", channel=talk.turn.say(f"channel.{chat.channel}"))


def _hint(talk: Talk, heard: Inbound, detail: str) -> None:
    talk.tell(f"{talk.step.words}.hint")


CALL_ACTS: Mapping[str, Callable[[Talk, Inbound, str], None]] = {
    **{name: ACTS[name] for name in ("back", "change", "choose_change", "keep", "go_on", "ask", "cancel")},
    "discard": lambda talk, heard, detail: cancel_call(talk),
    "help": _hint,
    "update": _update,
    "other_kind": _other_kind,
    "register_instead": lambda talk, heard, detail: register_instead(talk, heard),
    "choose_contact": _choose,
    "again": _again,
    "keep_apart": _keep_apart,
    "tell_caller": _tell_caller,
    "another_call": lambda talk, heard, detail: another_call(talk),
    "end_call": lambda talk, heard, detail: end_call(talk),
}

# ── answers ──────────────────────────────────────────────────────────────────


def hear_file(talk: Talk, heard: Inbound) -> bool:
    """Belongs to the ticket of the call, with what is written under it; the question stays open."""
    if not talk.by_phone or heard.kind not in FILES:
        return False
    talk.tell("call-file-kept")
    return True


def hear_no_text(talk: Talk, heard: Inbound) -> bool:
    """A call is written down in words."""
    if heard.kind in ("text", "tap"):
        return False
    talk.tell("call-only-text")
    return True


def hear_search(talk: Talk, heard: Inbound) -> bool:
    """What is searched for says nothing yet of who is registered."""
    if talk.state not in OF_CALLER or talk.offer:
        return False
    try:
        talk.take(talk.step.accept(_naming(talk, evolve(heard, author="agent")), talk.answers, talk.turn))
    except Rejected as refusal:
        talk.tell(words_of(refusal), **{key: str(each) for key, each in refusal.details.items()})
        return True
    found = talk.answers.get(FOUND)
    if found is not None and found.value is None:
        propose(talk, heard)
    elif found is not None:
        talk.events.append(Event(talk.writer, "choose_contact", talk.ticket.id, int(str(found.value))))
    return True


def hear_caller_ill(talk: Talk, heard: Inbound) -> bool:
    """In the danger of a call, whatever is asked: the agent reads whom to ring."""
    if heard.choice or not (talk.by_phone and talk.ticket.hazards and says_ill(heard.text)):
        return False
    tell_illness(talk, heard)
    add_words(talk, evolve(heard, author="agent"))
    return True


def hear_line(talk: Talk, heard: Inbound) -> bool:
    """An agent's line, clause by clause: each answers the next open question, options that nobody has seen yet included."""
    heard = evolve(heard, author="agent")
    clauses = [each for text in heard.text.split(CLAUSES) if (each := text.strip())]
    if heard.kind != "text" or talk.offer or len(clauses) < 2:
        return _hear_clause(talk, heard if talk.offer else _naming(talk, heard))
    while clauses and not (talk.offer or talk.step.rests or isinstance(talk.step, Confirm)):
        clause = clauses.pop(0)
        _hear_clause(talk, _naming(talk, evolve(heard, text=clause, choice=None)))
        if talk.refused:
            talk.tell("call-unread", text=clause)
            talk.refused = False
        settle(talk)
    if clauses:
        talk.tell("call-left", text=f"{CLAUSES} ".join(clauses))
    return True


def _naming(talk: Talk, heard: Inbound) -> Inbound:
    """A text that names an option of a question that was not asked yet: agents write ahead."""
    return heard if heard.choice else option_named(talk, talk.step, heard)


def _hear_clause(talk: Talk, heard: Inbound) -> bool:
    named = find_hazards(heard.text) if talk.state in PROBLEM and not heard.choice else ()
    if sure := [each.kind for each in named if each.certainty == "sure" and each.kind not in talk.ticket.hazards]:
        raise_danger(talk, heard, sure)
        return True
    if isinstance(talk.step, Confirm) and heard.choice == "save" and not save(talk):
        return True
    return hear_answer(talk, heard)
