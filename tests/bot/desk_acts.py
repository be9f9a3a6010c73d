"""What the tests of agents' acts share: a talk with agents at their desks, acts given in it, and lines typed in an agent's own chat."""

from collections.abc import Mapping

from bot.result import TurnResult
from bot.turn import take_turn
from core.agents import Agent
from core.conversations import Conversation
from core.messages import Address, Command, Inbound
from core.records import evolve
from tests.talks import ANA, BIA, Chat

SENT = ("o chuveiro queimou, qualquer horário, urgente", "enviar")
UNKNOWN = ("o chuveiro queimou, urgente", "sou inquilino", "Ana Souza", "ana@exemplo.com.br", "529.982.247-25", "(11) 98765-1234")
REGISTERED = (*UNKNOWN, "Rua Um, 10, ap 1", "qualquer horário", "enviar")


def chat_with(*lines: str, persona: str = "tenant") -> Chat:
    chat = Chat(persona)
    chat.books.agents = {each.id: evolve(each, at=Address("telegram", "1", each.name)) for each in (ANA, BIA)}
    for line in lines:
        chat.say(line)
    return chat


def act(chat: Chat, name: str, given: Mapping[str, object] | None = None, by: Agent = ANA, ticket: int | None = None) -> tuple[str, str]:
    """What became of it, and the sentence for whoever gave it."""
    result = next(iter(chat.command(name, ticket, by, given).results.values()))
    return result.outcome, result.reason


def outcome(chat: Chat, name: str, given: Mapping[str, object] | None = None, by: Agent = ANA, ticket: int | None = None) -> str:
    return act(chat, name, given, by, ticket)[0]


def letters(chat: Chat) -> list[tuple[str, str]]:
    assert chat.last
    return [(each.to.address, each.prompt.words) for each in chat.last.letters]


def words(chat: Chat) -> list[str]:
    assert chat.last
    return [each.words for each in chat.last.prompts]


def holder(chat: Chat) -> tuple[str, int | None]:
    return chat.conversation.owner, chat.conversation.agent_id


def typed(chat: Chat, line: str, by: Agent = ANA) -> TurnResult:
    """In the agent's own chat; nothing is open there."""
    desk = Conversation(2, "telegram", "1", by.name, ticket_id=None)
    return take_turn(desk, (), [Inbound(1, line, agent=by.id, sent_at=chat.turn.now)], chat.turn)


def ordered(chat: Chat, line: str, by: Agent = ANA) -> Command:
    """The act that a typed line becomes."""
    (command,) = typed(chat, line, by).forwards
    return command
