"""What is heard in an agent's chat, in order. Nothing that begins with a slash ever reaches a customer."""

from collections.abc import Callable, Mapping

from bot.carrying import words_of
from bot.desk.act_words import input_of
from bot.desk.addressing import hear_nobody_named, hear_whom, speak
from bot.desk.call_ears import hear_call_act, hear_call_word, hear_caller_ill, hear_file, hear_line, hear_no_text, hear_search
from bot.desk.card_ears import hear_no_message, hear_press
from bot.desk.card_questions import hear_wanted, order_correction
from bot.desk.chat import sit_down
from bot.desk.danger_end import after_end
from bot.desk.forwarding import ask_for, writer
from bot.desk.lists import ask_which, hear_list
from bot.offered import hear_offered
from bot.steps import dashed
from bot.talk import Talk
from bot.taps import hear_page, hear_stale_tap
from core.messages import FILES, Inbound
from core.names import fold
from core.records import evolve
from core.tickets import Ticket

END_OF_DANGER = "perigo encerrado"
VERBS: Mapping[str, str] = {  # what an agent types → act
    "assumir": "claim",
    "tomar": "take_from",
    "devolver": "give_back",
    "transferir": "transfer",
    "falar": "say",
    "enviar": "send",
    "nota": "note",
    "aprovar": "approve",
    "iniciar": "start",
    "resolver": "resolve",
    "encerrar": "close",
    "reabrir": "reopen",
    "cuidando": "acknowledge",
    END_OF_DANGER: "end_hazard",
    "corrigir": "correct",
    "pedir": "send_back",
    "prioridade": "prioritise",
    "atribuir": "assign",
    "juntar": "merge",
    "cancelar": "cancel",
    "supervisao": "supervise",
    "buscar arquivos": "fetch_again",
}


def hear_link(talk: Talk, heard: Inbound) -> bool:
    """The one-time link of an agent, opened in a private chat; the worker has looked whose it is."""
    if not heard.payload:
        return False
    sit_down(talk)
    agent = writer(talk, heard)
    talk.event("link", actor=agent.name)
    talk.send("desk-linked", "note", name=agent.name)
    return True


def hear_start(talk: Talk, heard: Inbound) -> bool:
    """ "/start" without a link says nothing: in a call its question is asked again."""
    if heard.kind != "text" or heard.text.strip() or heard.typed:
        return False
    if not talk.ticket.id:
        talk.silent = True
        talk.send("desk-open", "note")
    return True


def hear_slash(talk: Talk, heard: Inbound) -> bool:
    text = heard.typed or heard.text
    if not text.startswith("/") or text.startswith("//"):
        return False
    talk.silent = True
    verb, rest = (END_OF_DANGER, said) if (said := after_end(heard)) is not None else _verb(text[1:])
    if (act := VERBS.get(verb)) is None:
        talk.send("desk-help", "note")
    elif (named := _named(talk, heard, rest, act)) is None:
        is_unknown = bool(rest.strip()) and not heard.replies_to
        ask_which(talk, heard, verb, act, rest.strip().partition(" ")[0] if is_unknown else "")
    else:
        _order(talk, heard, act, *named)
    return True


def _verb(text: str) -> tuple[str, str]:
    """The verb, of two words where there is such a one, and the rest."""
    first, _, rest = text.partition(" ")
    second, _, others = rest.strip().partition(" ")
    longer = f"{fold(first)} {fold(second)}"
    return (longer, others) if longer in VERBS else (fold(first), rest)


def _order(talk: Talk, heard: Inbound, act: str, ticket: Ticket, text: str) -> None:
    """What the act still needs is read against the ticket as it stands now."""
    given = input_of(talk, act, ticket, text, writer(talk, heard))
    if given is None:
        talk.send(f"desk-needs.{dashed(act)}", "note")
    elif act == "approve":
        ask_for(talk, heard, act, ticket.id, {**given, "seen": talk.turn.seen(ticket.id)})
    elif act == "correct":
        order_correction(talk, heard, ticket, given)
    else:
        ask_for(talk, heard, act, ticket.id, {**words_of(heard), **given} if act == "say" else given)


def _named(talk: Talk, heard: Inbound, rest: str, act: str) -> tuple[Ticket, str] | None:
    """The ticket that is meant, and what follows its name: typed, or that of the message replied to. `merge` is followed by another one."""
    replied = talk.turn.replied_ticket(heard.replies_to) if heard.replies_to else None
    there = None if replied is None else talk.turn.find_ticket(f"#{replied}")
    first, _, more = rest.strip().partition(" ")
    ticket = talk.turn.find_ticket(first) if first and not (there and act == "merge") else None
    if ticket is not None:
        return ticket, more.strip()
    return None if there is None else (there, rest.strip())


def hear_reply(talk: Talk, heard: Inbound) -> bool:
    """A reply to a card or to a customer's words goes to that customer; with `//` it is a note for colleagues."""
    if not heard.replies_to:
        return False
    talk.silent = True
    if (ticket := talk.turn.replied_ticket(heard.replies_to)) is not None:
        speak(talk, heard, ticket)
    elif named := _begins_with_name(talk, heard):
        speak(talk, evolve(heard, text=named[1]), named[0].id)
    else:
        talk.send("desk-reply-unknown", "note")
    return True


def _begins_with_name(talk: Talk, heard: Inbound) -> tuple[Ticket, str] | None:
    """ "#12 chego às 15h", in reply to what is about several tickets, a list."""
    name, _, rest = heard.text.strip().partition(" ")
    ticket = talk.turn.find_ticket(name.rstrip(":,")) if name and (rest.strip() or heard.kind in FILES) else None
    return None if ticket is None else (ticket, rest.strip())


AGENT_EARS: tuple[Callable[[Talk, Inbound], bool], ...] = (
    hear_link,
    hear_start,
    hear_press,
    hear_no_message,
    hear_call_word,
    hear_list,
    hear_slash,
    hear_reply,
    hear_whom,
    hear_wanted,
    hear_page,
    hear_call_act,
    hear_stale_tap,
    hear_offered,
    hear_file,
    hear_nobody_named,
    hear_no_text,
    hear_caller_ill,
    hear_search,
    hear_line,
)
