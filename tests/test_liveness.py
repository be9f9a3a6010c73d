"""Random talks, and from anywhere they reach a willing customer arrives at the reference.

Nothing raises, no move is without end, no question is asked twice unanswered, nothing valid is empty, nothing is stored that
was not shown, and nothing of a proven contact stays when the person says that it is somebody else.
"""

import random

import pytest

from bot.flows import STEPS
from bot.machine import walk
from bot.turn import MAX_ASKED
from core.records import evolve
from core.tickets import MOVES, Status, Ticket
from tests.talks import Chat, personas

SAID = (
    "oi",
    "sim",
    "não",
    "1",
    "2",
    "9",
    "voltar",
    "atendente",
    "continuar com a assistente",
    "cancelar",
    "recomeçar",
    "ajuda",
    "status",
    "meus dados",
    "não sou eu",
    "a pia está vazando",
    "quero reembolso",
    "cheiro de gás aqui",
    "cheiro estranho no fogão",
    "saiu faísca da tomada",
    "estou na rua",
    "era do vizinho",
    "Maria",
    "Maria da Silva",
    "maria@gmial.com",
    "maria@uol.com.br",
    "529.982.247-25",
    "2998224725",
    "11.222.333/0001-81",
    "(11) 98765-1234",
    "11 8765-1234",
    "rua das flores 88 apto 12",
    "menos segunda de manhã",
    "só sábado à noite",
    "trabalho das 8 às 17",
    "12x36",
    "qualquer horário",
    "corrigir",
    "enviar",
    "pular",
    "urgente",
    "é o mesmo",
    "bla bla",
    "",
    "🙂",
    "falo por uma empresa",
    "porteiro",
    "manter como estava",
    "outro problema",
    "só tenho esse nome",
    "não tenho e-mail",
    "obrigada",
    "já resolveu",
    "a torneira também quebrou",
    "x" * 5000,
)
KINDS = ("text",) * 8 + ("voice", "photo", "sticker", "tap", "other")
NUMBERS = ("+5511987651234", "+5511987650002", "+5511912345678")
PLACES = ("", "Padaria Lua, Rua das Flores, 88")
WORD_FOR_WORD = ("first_name", "last_name", "email", "company_name", "relation", "address", "unit", "description")
CUSTOMERS = [each for each in personas() if each != "agent"]
SEEDS = 80  # talks for each persona and test
PAUSES = (1, 1, 1, 1000)  # minutes

WILLING = {  # what a customer who wants to arrive answers, by words id
    "start-kind": "manutenção",
    "safety-safe": "estou em segurança",
    "safety-address": "rua das flores 88 apto 12",
    "identification-number": "continuar sem",
    "identification-role": "sou inquilino(a)",
    "individual-name": "Maria da Silva",
    "individual-email": "maria@uol.com.br",
    "individual-cpf": "pular",
    "individual-mobile": "pular",
    "company-company-name": "Padaria Lua",
    "company-cnpj": "11.222.333/0001-81",
    "company-name": "Ana Lima",
    "company-email": "a@uol.com.br",
    "company-cpf": "pular",
    "company-mobile": "pular",
    "reporter-name": "Severino",
    "reporter-relation": "porteiro",
    "contract-home": "não está na lista",
    "contract-address": "rua um 10",
    "contract-same-problem": "é outro",
    "maintenance-description": "o chuveiro queimou",
    "maintenance-priority": "alta",
    "maintenance-visits": "qualquer horário",
    "handover-matter": "quero falar do contrato",
    "review-summary": "enviar",
    "offer-surname": "só tenho esse nome",
    "offer-domain": "sim",
    "offer-saturday": "não posso",
    "offer-no-slot": "combinar depois",
    "offer-reading": "certo",
    "offer-address-parts": "rua um 10",
    "offer-unit-alone": "rua um 10",
    "person-danger": "voltar à assistente",
    "offer-hazard": "não há perigo",
    "offer-relief": "era engano",
    "offer-over": "não há mais perigo",
    "offer-cancel": "não, continuar",
    "offer-place": "sim",
    "offer-edit": "não",
    "offer-more": "acrescentar",
    "offer-solved": "ainda não",
    "resume": "continuar",
    "choose-change": "nada, está certo",
    "my-data": "nada, obrigado",
    "person": "voltar à assistente",
}


def wander(chat: Chat, dice: random.Random) -> list[str]:
    """One random burst, one time in two a tap or the words of an option that is shown."""
    said = dice.choices(SAID, k=dice.choice((1, 1, 1, 2, 3)))
    kind = dice.choice(KINDS)
    chat.wait(minutes=dice.choice(PAUSES))
    if dice.random() < 0.4 and chat.open and chat.open.options:
        said, kind = [dice.choice(chat.open.options).label], "text"
    if dice.random() < 0.05:
        chat.ring(dice.choice(("nudge", "notice")))
    elif kind == "tap":
        chat.tap(dice.randrange(4), prompt=None if dice.random() < 0.7 else dice.randrange(9))
    elif kind == "other":
        kind = bring(chat, said[0], dice)
    else:
        chat.say(*said, kind=kind)  # type: ignore[arg-type]
    return [*said, kind]


def bring(chat: Chat, text: str, dice: random.Random) -> str:
    """Something that is neither words nor a file."""
    kind = dice.choice(("card", "own card", "place", "edited", "reaction", "blocked", "unblocked", "lost", "start"))
    match kind:
        case "card":
            chat.send_card(dice.choice(NUMBERS))
        case "own card" if chat.books.can_prove:
            chat.send_card(dice.choice(NUMBERS), own=True)
        case "place":
            chat.send_place(dice.choice(PLACES))
        case "edited" if texts := [each for each, _ in chat.books.written if each.message]:
            chat.edit(dice.randrange(len(texts)) + 1, text)
        case "reaction" | "blocked" | "unblocked":
            chat.signal(kind, "👍" if kind == "reaction" else "")
        case "lost":
            chat.lose()
        case _:
            chat.start("campanha")
    return kind


def check(chat: Chat, before: Ticket) -> None:
    assert chat.last
    ticket = chat.ticket
    assert ticket.state in STEPS
    assert len(chat.last.prompts) <= 5
    for prompt in chat.last.prompts:
        assert prompt.text.strip() or prompt.clears
        assert all(option.label for option in prompt.options), prompt
    for key, answer in ticket.answers.items():
        assert answer.value is not None or answer.status not in ("valid", "confirmed"), key
    if before.id == ticket.id and before.status != ticket.status:
        assert ticket.status in MOVES[before.status], (before.status, ticket.status)
    if ticket.submitted_at and ticket.status != Status.MERGED:
        assert ticket.reference
        assert "review.summary" in ticket.answers
    if chat.open:
        assert chat.open.asked <= MAX_ASKED + 1 or STEPS[ticket.state].rests
    if chat.books.proven is None:
        everything = str(ticket.answers) + str(ticket.said) + "".join(prompt.text for prompt in chat.last.prompts)
        assert "marcos@" not in everything
    assert_shown(chat, before)


def assert_shown(chat: Chat, before: Ticket) -> None:
    """What a submission confirms stood in the last summary, word for word."""
    ticket = chat.ticket
    if ticket.id != before.id or before.submitted_at or not ticket.submitted_at or ticket.status == Status.MERGED:
        return
    told = next(prompt.text for prompt in reversed(chat.said) if prompt.words == "review-summary")
    path = walk(ticket.answers, chat.turn)
    for key in (key for state in path for key in STEPS[state].fills if key.partition(".")[2] in WORD_FOR_WORD):
        answer = ticket.answers[key]
        assert answer.status != "confirmed" or str(answer.value).replace("*", "∗") in told, key


@pytest.mark.parametrize("persona", CUSTOMERS)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_talk(persona: str, seed: int) -> None:
    dice = random.Random(f"{persona}{seed}")
    chat = Chat(persona)
    for _ in range(60):
        before = chat.ticket
        said: list[str] = []
        try:
            said = wander(chat, dice)
            check(chat, before)
        except Exception as error:
            raise AssertionError((before.state, chat.open and chat.open.words, [each[:60] for each in said])) from error


@pytest.mark.parametrize("persona", CUSTOMERS)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_from_anywhere_a_willing_customer_arrives(persona: str, seed: int) -> None:
    dice = random.Random(f"{persona}{seed}x")
    chat = Chat(persona)
    for _ in range(dice.randrange(1, 25)):
        wander(chat, dice)
    chat.conversation = evolve(chat.conversation, flood_until=None)
    trail = []
    for _ in range(40):
        if chat.ticket.submitted_at and chat.ticket.state == "submitted.open":
            return
        words = chat.open.words if chat.open else "maintenance-description"
        trail.append(words)
        if chat.conversation.owner != "bot":
            chat.say("continuar com a assistente")
        else:
            chat.say(WILLING.get(words, "sim"))
    raise AssertionError(trail)
