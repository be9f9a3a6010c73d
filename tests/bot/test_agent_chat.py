"""Agents at the terminal, from end to end: linked from the first start, and what is meant for them waits until they come."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.chats import Chat, zelador

PATIENCE_SECONDS = 30  # of a test for what another process sends
PROBLEM = "a pia da cozinha está vazando"


def comes(talk: Chat, text: str) -> dict[str, Any]:
    """What somebody is told while they sit there and write nothing."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        for each in talk.say(""):
            if text in each["text"]:
                return each
    raise TimeoutError(text)


def one(told: list[dict[str, Any]], text: str) -> dict[str, Any]:
    """The message that has it."""
    (found,) = [each for each in told if text in each["text"]]
    return found


def said(chat: Callable[..., Chat], persona: str, *lines: str) -> list[str]:
    """What that person is told from the moment they sit down until they leave."""
    talk = chat("--as", persona)
    told = [each["text"] for line in lines for each in talk.say(line)]
    rest, errors = talk.leave()
    assert not errors
    return [*told, *(each["text"] for each in rest)]


def test_an_agent_takes_over_a_customer_who_comes_and_goes(chat: Callable[..., Chat]) -> None:
    said(chat, "tenant", PROBLEM)
    bia = chat("--as", "agent")
    claimed = one(bia.say("/assumir #1"), "é seu")
    assert not [each for each in bia.say(f"{claimed['name']} Boa tarde, aqui é a Bia.") if each["words"] != "card"]
    bia.leave()
    assert "Boa tarde, aqui é a Bia." in said(chat, "tenant", "alguém aí?")
    bia = chat("--as", "agent")
    relayed = one(bia.say("/meus"), "*#1*: alguém aí?")
    assert one(bia.say(f"{relayed['name']} // parece o sifão"), "não a vê")
    assert one(bia.say(f"{relayed['name']} /devolver"), "voltou para a assistente")
    bia.leave()
    told = said(chat, "tenant")
    assert "continuar" in told[0]
    assert not any("sifão" in each for each in told)


def test_who_supervises_takes_the_talk_of_a_colleague(chat: Callable[..., Chat]) -> None:
    said(chat, "tenant", PROBLEM)
    said(chat, "agent", "/assumir #1")
    assert "como nota" in "".join(said(chat, "supervisor", "/falar #1 oi"))
    assert "é seu" in "".join(said(chat, "supervisor", "/tomar #1"))
    assert "Ana assumiu" in "".join(said(chat, "agent", "/meus"))


def test_what_is_said_to_nobody_goes_nowhere(chat: Callable[..., Chat]) -> None:
    said(chat, "tenant", PROBLEM)
    told = said(chat, "agent", "já vamos", "@999 já vamos", "@1.1", "/inventado")
    for each in ("Para quem?", "Não sei de que chamado", "já foi respondida", "/ajuda"):
        assert each in "".join(told)
    assert not any("já vamos" in each for each in said(chat, "tenant", "oi"))


def test_an_agents_chat_is_one_for_ever(tmp_path: Path) -> None:
    refused = zelador(tmp_path, "chat", "--as", "agent", "--new")
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (2, "", 1)


def test_what_an_agent_says_can_be_recorded(chat: Callable[..., Chat], tmp_path: Path) -> None:
    said(chat, "tenant", PROBLEM)
    zelador(tmp_path, "chat", "--as", "agent", "--json", "--record", "talk.txt", said="/assumir #1\n/nota #1 o sifão\n")
    written = (tmp_path / "talk.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in written if line != "< card"] == [
        "as agent",
        "> /assumir #1",
        "< act-answer",
        "> /nota #1 o sifão",
        "< act-answer",
    ]


def test_help_is_the_terminals_and_the_assistants(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--as", "agent", said="/ajuda\n/sair\n").stdout
    assert "/sair" in shown
    assert "zelador " in shown.partition("/sair")[2]


def test_elsewhere_an_agent_is_linked_by_code(tmp_path: Path, database_url: str) -> None:
    named = {"ZELADOR_DATABASE_URL": database_url}
    assert zelador(tmp_path, "db", "upgrade", **named).returncode == 0
    code = zelador(tmp_path, "agent", "add", "Carla", **named).stdout.partition("/start ")[2].split()[0]
    begun = zelador(tmp_path, "chat", "--as", "agent", said=f"/start {code}\n/assumir #1\n", **named)
    assert "zelador agent add" in begun.stdout
    assert "Olá, Carla!" in begun.stdout
    again = zelador(tmp_path, "chat", "--as", "agent", said="/inventado\n", **named)
    assert "zelador agent add" not in again.stdout
    assert "/ajuda" in again.stdout


def test_two_people_at_two_terminals_of_one_server(tmp_path: Path, new_database: Callable[..., str], migrated_postgresql: str) -> None:
    """Each process sends what is for whoever sits there, and nothing else."""
    named = {"ZELADOR_DATABASE_URL": new_database("postgresql", like=migrated_postgresql)}
    code = zelador(tmp_path, "agent", "add", "Carla", **named).stdout.partition("/start ")[2].split()[0]
    bia, maria = Chat(tmp_path, "--as", "agent", **named), Chat(tmp_path, "--as", "unknown", **named)
    try:
        bia.say(f"/start {code}")
        maria.say(PROBLEM)
        assert one(bia.say("/assumir #1"), "é seu")
        maria.say("alguém aí?")
        relayed = comes(bia, "alguém aí?")
        bia.say(f"{relayed['name']} Aqui é a Carla.")
        comes(maria, "Aqui é a Carla.")
    finally:
        bia.kill()
        maria.kill()


def test_a_card_that_changes_is_shown_by_what_is_new(tmp_path: Path) -> None:
    zelador(tmp_path, "chat", said=f"{PROBLEM}\natendente\n")
    shown = zelador(tmp_path, "chat", "--as", "agent", said="/assumir #1\n").stdout
    card, _, rest = shown.partition("você /assumir #1")
    again = rest.partition("é seu")[0]
    assert (card.count("marcos@exemplo.com.br"), again.count("marcos@exemplo.com.br")) == (1, 0)
    assert "Com Bia" in again
