"""Random calls of an agent, and from anywhere they are saved or cancelled.

Nothing raises, no customer's ear hears, nothing is saved that was not shown, no person is handed to, and no ticket of the call is lost.
"""

import random

import pytest

from bot.flows import STEPS
from core.messages import Inbound
from core.tickets import MOVES, Status, Ticket
from tests.talks import Chat

SAID = (
    "/novo",
    "/novo marina",
    "/novo joão 98765",
    "/novo ninguém assim",
    "/novo ,,",
    "/continuar 124",
    "/continuar #125",
    "/perigo cheiro de gás",
    "/perigo",
    "/inventado",
    "marina",
    "souza",
    "1",
    "2",
    "9",
    "sim",
    "não",
    "novo",
    "confere",
    "voltar",
    "cancelar",
    "corrigir",
    "ajuda",
    "pessoa jurídica",
    "pessoa física",
    "Ana Prado",
    "ana@gmial.com",
    "marina@exemplo.com.br",
    "529.982.247-25",
    "11.222.333/0001-81",
    "11 8765-1234",
    "rua das flores 88 apto 12",
    "Ana Prado; ana@uol.com.br; pular; pular; rua um 10",
    "chuveiro queimado; alta; só à tarde",
    "está saindo fumaça da tomada; alta",
    "; ;",
    "baixa; ???; só sábado à noite; mais isso",
    "trabalho das 8 às 17",
    "12x36",
    "não sou eu",
    "atendente",
    "meus dados",
    "cheiro de gás aqui",
    "salvar",
    "manter como estava",
    "outro chamado",
    "x" * 5000,
    "🙂",
    "",
)
KINDS = ("text",) * 10 + ("tap", "tap", "voice", "photo", "page", "edited")
SEEDS = 120
WILLING = {  # what an agent who wants to arrive answers, by words id
    "search-find": "marina",
    "search-found": "novo",
    "search-caller": "confere",
    "search-person": "pessoa física",
    "individual-name": "Ana Prado",
    "individual-email": "não tenho e-mail",
    "individual-cpf": "pular",
    "individual-mobile": "pular",
    "company-company-name": "Padaria Lua",
    "company-cnpj": "11.444.777/0001-61",
    "company-name": "Ana Lima",
    "company-email": "a@uol.com.br",
    "company-cpf": "pular",
    "company-mobile": "pular",
    "contract-home": "não está na lista",
    "contract-address": "rua um 10",
    "call-kind": "manutenção",
    "maintenance-description": "o chuveiro queimou",
    "maintenance-priority": "alta",
    "maintenance-visits": "qualquer horário",
    "handover-matter": "quero falar do contrato",
    "review-summary": "salvar",
    "offer-surname": "só tenho esse nome",
    "offer-saturday": "não posso",
    "offer-no-slot": "combinar depois",
    "offer-reading": "certo",
    "offer-cancel": "não, continuar",
    "offer-more": "acrescentar",
    "offer-holder": "não, é outra pessoa",
    "offer-other-kind": "não",
    "offer-address-parts": "rua um 10",
    "offer-unit-alone": "rua um 10",
    "choose-change": "nada, está certo",
    "choose-update": "nada, está certo",
}
OTHER = {"offer-holder": "sim, é quem liga"}  # where the first is none of the buttons


def wander(chat: Chat, dice: random.Random) -> str:
    kind, said = dice.choice(KINDS), dice.choice(SAID)
    if dice.random() < 0.5 and chat.open and chat.open.options and chat.conversation.ticket_id:
        said, kind = dice.choice(chat.open.options).label, "text"
    if kind == "tap":
        chat.tap(dice.randrange(5), prompt=None if dice.random() < 0.7 else dice.randrange(9))
    elif kind == "page":
        chat.take(Inbound(chat.next, kind="tap", prompt=chat.open.id if chat.open else 0, first=2, agent=1))
    elif kind == "edited":
        chat.take(Inbound(chat.next, said, kind="edited", of="m2", agent=1))
    else:
        chat.say(said, kind=kind)  # type: ignore[arg-type]
    return f"{kind} {said[:60]}"


def check(chat: Chat, before: Ticket) -> None:
    assert chat.last
    ticket = chat.ticket
    assert ticket.state in STEPS
    assert not ticket.state.startswith(("safety.", "identification.", "reporter."))
    assert chat.conversation.owner == "bot"
    for prompt in chat.last.prompts:
        assert prompt.text.strip() or prompt.clears
        assert all(option.label for option in prompt.options), prompt
        assert not any(option.does == "person" for option in prompt.options)
    assert not chat.last.letters
    for each in chat.last.tickets:
        assert each.origin == "phone"
    if before.id == ticket.id and before.status != ticket.status:
        assert ticket.status in MOVES[before.status]
    if ticket.id != before.id or ticket.submitted_at is None or before.submitted_at is not None:
        return
    assert ticket.status in (Status.OPEN, Status.MERGED)
    if ticket.status == Status.OPEN:
        assert ticket.reference
        shown = next(prompt.text for prompt in reversed(chat.said) if prompt.words == "review-summary")
        for key in ("maintenance.description", "handover.description", "contract.address", "individual.email", "company.company_name"):
            answer = ticket.answers.get(key)
            on_path = key.partition(".")[0] in {state.partition(".")[0] for state in chat.walked()}
            if on_path and answer and answer.author == "agent" and answer.status == "confirmed":
                assert str(answer.value).replace("*", "∗") in shown, key


@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_call(seed: int) -> None:
    dice, chat = random.Random(f"call{seed}"), Chat("agent")
    for _ in range(60):
        before, said = chat.ticket, ""
        try:
            said = wander(chat, dice)
            check(chat, before)
        except Exception as error:
            raise AssertionError((before.state, chat.open and chat.open.words, said)) from error


@pytest.mark.parametrize("end", ["save", "cancel"])
@pytest.mark.parametrize("seed", range(SEEDS))
def test_from_anywhere_a_call_is_saved_or_cancelled(seed: int, end: str) -> None:
    dice, chat = random.Random(f"call{seed}x"), Chat("agent")
    for _ in range(dice.randrange(1, 25)):
        wander(chat, dice)
    if chat.conversation.ticket_id is None or chat.ticket.submitted_at:
        chat.say("/novo marina")
    trail, call = list[str](), chat.ticket.id
    for _ in range(40):
        ticket = chat.books.tickets[call]
        if ticket.submitted_at or ticket.status == Status.CANCELLED:
            return
        assert chat.open
        words = chat.open.words
        trail.append(words)
        labels = [option.label.casefold() for option in chat.open.options]
        said = WILLING.get(words, "sim")
        if end == "cancel" and not ticket.hazards:
            said = "sim, cancelar" if words == "offer-cancel" else "cancelar"
        chat.say(OTHER[words] if words in OTHER and said not in labels else said)
    raise AssertionError(trail)
