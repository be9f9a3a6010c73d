"""Recorded talks (tests/conversations).

`as PERSONA` (`as agent`: an agent's chat) · `> ` what the person writes, `>> ` in the same burst · `< ` the words id of each message of the
bot, after `~` a part of its text · `[Sim] [Não]` the buttons of the open question · `+72h` lets time pass · `! ACT KEY=VALUE` what an agent
does (`_` is a space, `fields` a list) · `= KEY VALUE STATUS` an answer, or a field of the ticket. `[voice 0:43]`, `[photo caption]`,
`[sticker]` are other kinds of message; `@nudge` is a timer. `(contact own +55…)`, `(contact +55…)` are cards, `(location)`,
`(location Padaria, Rua …)` places on the map; `(edited 2) text` is the second message as it is now, `(deleted 2)` takes it back;
`(reaction 👍)`, `(blocked)`, `(unblocked)`, `(moved)`, `(moved +55…)`, `(lost)` say nothing; `(start payload)` comes from a link;
`(phone) text` is written on the agency's own telephone.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.conversations import Prompt
from tests.talks import Chat

TALKS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))
_NOUN = re.compile(r"\((contact|location|edited|deleted|reaction|blocked|unblocked|moved|lost|start|phone) ?([^)]*)\) ?(.*)")
_MEDIA = re.compile(r"\[(voice|photo|video|document|sticker) ?([^\]]*)\]")


class Replay:
    def __init__(self, persona: str) -> None:
        self.chat = Chat(persona)
        self.burst: list[str] = []
        self.heard: list[Prompt] = []

    def play(self, head: str, rest: str) -> None:
        if head == ">>":
            self.burst.append(rest)
            return
        self.flush()
        if head.startswith("["):
            self.buttons(f"{head} {rest}".strip())
        elif head.startswith("+"):
            self.chat.wait(hours=int(head[1:-1]))
        else:
            LINES[head](self, rest)

    def flush(self) -> None:
        if self.burst:
            assert not self.heard, f"the bot also said {[each.words for each in self.heard]}"
            texts, self.burst = self.burst, []
            self.heard = list(self._send(texts))

    def _send(self, texts: list[str]) -> tuple[Prompt, ...]:
        if texts[0].startswith("@"):
            return self.chat.ring(texts[0][1:])
        if noun := _NOUN.fullmatch(texts[0]):
            return NOUNS[noun[1]](self.chat, noun[2], noun[3])
        if media := _MEDIA.fullmatch(texts[0]):
            kind, text = media.groups()
            if len(texts) > 1:
                return self.chat.album(*((found[1], found[2]) for each in texts if (found := _MEDIA.fullmatch(each))))
            minutes, _, seconds = text.partition(":")
            length = int(minutes) * 60 + int(seconds) if seconds else None
            return self.chat.say("" if length is not None else text, kind=kind, seconds=length)  # type: ignore[arg-type]
        return self.chat.say(*texts)

    def customer(self, text: str) -> None:
        self.burst = [text]

    def bot(self, expected: str) -> None:
        words, _, part = expected.partition(" ~ ")
        assert self.heard, f"the bot was silent, not {words}"
        prompt = self.heard.pop(0)
        assert prompt.words == words, prompt
        assert part.replace("\\n", "\n") in prompt.text, prompt.text

    def agent(self, given: str) -> None:
        act, *pairs = given.split()
        values: dict[str, object] = {
            key: value.split(",") if key == "fields" else int(value) if value.isdecimal() else value.replace("_", " ")
            for key, _, value in (pair.partition("=") for pair in pairs)
        }
        self.chat.command(act, given=values)
        assert self.chat.last
        self.heard.extend(self.chat.last.prompts)

    def buttons(self, expected: str) -> None:
        """Of the open question, as `[Sim] [Não]`."""
        assert self.chat.open
        assert " ".join(f"[{each.label}]" for each in self.chat.open.options) == expected

    def check(self, given: str) -> None:
        key, _, value = given.partition(" ")
        answer = self.chat.ticket.answers.get(key)
        kept = (
            f"{answer.again().text if answer.value is not None else None} {answer.status}"
            if answer
            else str(getattr(self.chat.ticket, key, None))
        )
        assert kept == value.replace("\\n", "\n")


def _card(chat: Chat, about: str, _: str) -> tuple[Prompt, ...]:
    return chat.send_card(about.removeprefix("own "), own=about.startswith("own "))


NOUNS: dict[str, Callable[[Chat, str, str], tuple[Prompt, ...]]] = {
    "contact": _card,
    "location": lambda chat, name, _: chat.send_place(name),
    "edited": lambda chat, number, text: chat.edit(int(number), text),
    "deleted": lambda chat, number, _: chat.delete(int(number)),
    "moved": lambda chat, number, __: chat.move(number),
    "reaction": lambda chat, emoji, _: chat.signal("reaction", emoji),
    "blocked": lambda chat, _, __: chat.signal("blocked"),
    "unblocked": lambda chat, _, __: chat.signal("unblocked"),
    "lost": lambda chat, _, __: chat.lose(),
    "start": lambda chat, payload, _: chat.start(payload),
    "phone": lambda chat, _, text: chat.echo(text),
}
LINES: dict[str, Callable[[Replay, str], None]] = {">": Replay.customer, "<": Replay.bot, "!": Replay.agent, "=": Replay.check}


@pytest.mark.parametrize("file", TALKS, ids=lambda file: file.stem)
def test_talk(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    persona = lines.pop(0).removeprefix("as ") if lines[0].startswith("as ") else "unknown"
    replay = Replay(persona)
    for line in lines:
        head, _, rest = line.partition(" ")
        replay.play(head, rest)
    replay.flush()
    assert not replay.heard, f"the bot also said {[each.words for each in replay.heard]}"
