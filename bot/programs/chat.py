"""A talk at the terminal, line by line: a channel like any other, with somebody who waits for each answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.handlers.console import AgentConsole, Console
from bot.programs.record import Recorder
from bot.programs.terminal import Front, Shown
from bot.result import TurnResult
from core.conversations import OpenPrompt
from core.messages import Call, Choice

HELP = """\
Escreva como num celular: cada linha é uma mensagem. Às opções, responda com o
número, o rótulo ou as suas palavras; às que não têm número, com o rótulo
("mais", "anteriores"). As setas trazem de volta o que você já escreveu.

  /foto legenda    envia uma foto; do mesmo jeito, /video e /documento
  /audio 0:43      envia um áudio com essa duração
  /figurinha       envia uma figurinha
  /contato NÚMERO  envia o seu cartão; com um nome antes do número, o de outra pessoa
  /local Rua…      envia uma localização; sem endereço, só um ponto no mapa
  /editar texto    muda a sua última mensagem; /apagar a apaga
  /ajuda           mostra isto
  /sair            sai, e a conversa continua na próxima vez (Ctrl-C também)

Para conversar como outra pessoa, saia e veja: zelador chat --help"""
AGENT_HELP = """\
Cada linha é uma mensagem sua, como no Telegram. Para falar de um chamado, responda
à mensagem dele pelo número que está ao lado:

  @12 texto          responde à mensagem @12: o cliente recebe o texto
  @12 // texto       deixa uma nota no chamado dela; o cliente não a vê
  @12 /assumir       faz um ato no chamado dela
  @12.1              toca o primeiro botão dela
  @12 /foto legenda  responde com uma foto; o terminal não tem o arquivo, e só a legenda chega
  /assumir #1        faz um ato sem responder a nada: o chamado vem depois do verbo
  /ajuda             mostra isto, e o que a assistente sabe fazer
  /sair              sai; o que chegar fica guardado até a próxima vez (Ctrl-C também)

O que a assistente sabe fazer:"""
_HELP_WORDS = frozenset({"/ajuda", "/help", "/?"})
_LEAVE_WORDS = frozenset({"/sair", "/quit", "/exit"})


class Line(Protocol):
    """What the chat needs of the house: the line of one conversation, from inbox to outbox."""

    async def put(self, line: bytes) -> None:
        """Into the inbox; what was put is never lost."""

    async def settle(self) -> None:
        """Until all that waits in the line is answered, and the answers are sent."""

    async def asked(self, words: str) -> Sequence[Call]:
        """The question with this words id, as it was last sent."""


@dataclass(slots=True)
class Talk:
    """The talk as its last turn left it."""

    step: str | None = None
    open: OpenPrompt | None = None
    trace: list[str] = field(default_factory=list)  # of the turns since the last line

    def follow(self, result: TurnResult) -> None:
        """To be called with each turn that was committed."""
        current = next((ticket for ticket in result.tickets if ticket.id == result.conversation.ticket_id), None)
        self.step, self.open = current.state if current else None, result.conversation.open
        self.trace += result.trace


class Chat:
    """Holds the talk of the person with these ids at a front. `talk` is kept up to date by whoever takes the turns.

    `buttons`: an agent sits there, and these were shown before, by message; None: a customer.
    """

    def __init__(
        self,
        front: Front,
        ids: tuple[tuple[str, str], ...],
        talk: Talk,
        recorder: Recorder | None = None,
        buttons: Mapping[str, tuple[Choice, ...]] | None = None,
    ) -> None:
        self.console = Console(ids, self._show) if buttons is None else AgentConsole(ids, self._show, buttons)
        self._by_agent = buttons is not None
        self._front, self._talk, self._recorder = front, talk, recorder
        self._last = ""  # words id of what was shown last
        self._in_turn = False  # what comes between two lines (a reminder, an approval) is no answer, and not recorded

    async def hold(self, line: Line) -> None:
        """Until the person leaves."""
        await line.settle()  # what a talk that was broken off has left is answered first
        await self._ask_again(line)
        number = 0
        async for text in self._front.lines():
            if text.strip().lower() in _LEAVE_WORDS:
                return
            number += 1
            await self._turn(line, text)
            self._front.end_turn(number, self._talk.trace)
            self._talk.trace.clear()

    async def _ask_again(self, line: Line) -> None:
        """The open question is written anew, unless it stands there already."""
        if self._talk.open and self._talk.open.words != self._last:
            for call in await line.asked(self._talk.open.words):
                self.console.show(call)

    async def _turn(self, line: Line, text: str) -> None:
        is_help = text.strip().lower() in _HELP_WORDS
        if is_help:
            self._front.note(AGENT_HELP if self._by_agent else HELP)
        if text.strip() and (self._by_agent or not is_help):  # agents hear from the assistant what it does for them
            if not self._by_agent and (why := self.console.refused(text)):
                self._front.note(why)
                return
            self._in_turn = True
            if self._recorder:
                self._recorder.heard(text, self.console.changes(text))
            await line.put(text.encode("utf-8", "replace"))
            await line.settle()
            self._in_turn = False

    def _show(self, call: Call, number: str = "") -> None:
        """A message of the bot, at the moment at which it is sent; with its number, where it can be replied to."""
        self._last = call.words
        options = _buttons(call.choices, number) if number else self._options(call.choices)
        self._front.show(Shown(call.text, call.words, tuple(options), number and f"@{number}"), self._talk.step)
        if self._recorder and self._in_turn:
            self._recorder.said(call.words)

    def _options(self, choices: Iterable[Choice]) -> Iterator[tuple[str, str]]:
        """What is typed for each option, and its label: whole, where the open question knows it.

        A pinned one shows its number, which counts over the whole list, only behind the option before it: on the last page.
        """
        last = None
        for choice in choices:
            prompt, _, place = choice.data.removeprefix("p").partition(":")
            if not place.isdecimal():
                yield "", choice.label
                continue
            known, index = self._talk.open.options if self._talk.open and str(self._talk.open.id) == prompt else (), int(place)
            label = known[index].label if index < len(known) else choice.label
            yield str(index + 1) if last is None or index == last + 1 else "", label
            last = index


def _buttons(choices: Iterable[Choice], number: str) -> Iterator[tuple[str, str]]:
    """What is typed for each button of a message with that number, and its label."""
    for place, choice in enumerate(choices, 1):
        yield f"@{number}.{place}", choice.label
