"""A code in a talk: asked for when somebody claims a document or an e-mail, heard before any step; nobody learns from it who is known."""

from collections.abc import Mapping

from bot.flows.rules import third_party
from bot.proof import prove
from bot.result import Event, Input
from bot.talk import Talk
from core.codes import HIDDEN, digits_in
from core.messages import Inbound, is_customers
from core.phones import mask_mobile
from core.records import evolve

# What tells somebody of the books from everybody else.
CLAIMS = ("individual.email", "individual.cpf", "company.cnpj", "company.email", "company.cpf")
WORDS = {"wrong": "code-wrong", "over": "code-over"}
Claims = Mapping[str, str]


def hidden(talk: Talk, each: Input) -> Input:
    """A code is taken out of its message before anybody reads that, while one may be written here."""
    if not (talk.turn.sends_codes and isinstance(each, Inbound) and each.kind in ("text", "edited") and is_customers(each)):
        return each
    digits = digits_in(each.text)
    return evolve(each, kind="text", text=HIDDEN, code=digits) if digits and talk.turn.awaits_code else each


def hear_code(talk: Talk, heard: Inbound) -> bool:
    """Right, it proves what the channel's own number would. The question stays open in any case, and no refusal is counted."""
    if not heard.code:
        return False
    if talk.turn.awaits_code:  # an earlier line of the same burst may have been the last try
        _try(talk, heard)
    return not talk.owned


def _try(talk: Talk, heard: Inbound) -> None:
    tried = talk.turn.try_code(heard.code)
    contact = talk.turn.proven if tried == "right" else None
    talk.events.append(Event(talk.writer, f"code_{tried}", talk.ticket.id, contact.id if contact else None))
    if contact and talk.ticket.submitted_at:
        talk.wait()
    words = prove(talk, "code-noted") if contact else WORDS[tried]
    if words and not talk.owned:
        talk.tell(words)


def claims(talk: Talk) -> Claims:
    """What the person says of themselves, by answer."""
    given = ((key, talk.answers.get(key)) for key in CLAIMS) if talk.turn.sends_codes else ()
    return {key: str(each.value) for key, each in given if each and each.author == "customer" and each.status in ("valid", "confirmed")}


def ask_code(talk: Talk, ticket: int, before: Claims) -> None:
    """For what was claimed of this ticket since `before`. Whether anybody is known by it, the same is told: a code may have gone."""
    new = {key.partition(".")[2]: value for key, value in claims(talk).items() if before.get(key) != value}
    asked = talk.turn.ask_code(new) if new and ticket == talk.ticket.id and _may_ask(talk) else None
    if asked is None:
        return
    if asked.is_new:
        talk.tell("code-asked")
    if asked.contact is not None and asked.letter is not None:
        talk.letters.append(asked.letter)
        after = {"to": mask_mobile(asked.contact.mobile or "")}
        talk.events.append(Event("rule", "code_sent", talk.ticket.id, asked.contact.id, None, after))


def _may_ask(talk: Talk) -> bool:
    """Of people who fill in their own form, whom nothing has proved yet."""
    is_filling = not (talk.owned or talk.by_phone or talk.ticket.submitted_at or talk.state.startswith("safety."))
    return is_filling and talk.turn.proven is None and not third_party(talk.answers, talk.turn)
