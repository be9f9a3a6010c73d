"""The chat from end to end: a process of its own, a real file, and what a program or a person sees of it."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import FILTERS
from bot.flows import STEPS
from bot.programs.terminal import Shown, Terminal
from tests.chats import COMMAND, ENVIRONMENT, Chat, zelador

PATIENCE_SECONDS = 30  # until a terminal that shows nothing is given up

WILLING = {  # what somebody unknown answers to each question on the way to the reference
    "start.kind": "manutenção",
    "identification.role": "sou inquilino",
    "individual.name": "Maria Aparecida da Silva",
    "individual.email": "maria.silva@exemplo.com.br",
    "individual.cpf": "pular",
    "individual.mobile": "pular",
    "contract.address": "rua das flores 88 apto 12 vila mariana",
    "maintenance.description": "a pia da cozinha está vazando",
    "maintenance.priority": "média",
    "maintenance.visits": "qualquer horário",
    "review.summary": "enviar",
}


def queue(folder: Path) -> list[dict[str, Any]]:
    tickets: list[dict[str, Any]] = json.loads(zelador(folder, "queue", "--json").stdout)
    return tickets


def submit(talk: Chat, first: str = "boa tarde, a pia da cozinha está vazando") -> str:
    """Answers until the report is submitted; the words of the last message."""
    said = talk.say(first)
    for _ in range(2 * len(WILLING)):
        if said[-1]["step"] == "submitted.open":
            return str(said[-1]["text"])
        said = talk.say(WILLING[said[-1]["step"]])
    raise AssertionError(said)


# ── programs ─────────────────────────────────────────────────────────────────


def test_a_line_is_a_turn_and_each_message_an_object(chat: Callable[..., Chat]) -> None:
    talk = chat("--as", "unknown")
    for number, line in enumerate(("oi", "", "/ajuda", "a pia está vazando", "/figurinha"), 1):
        talk.process.stdin.write(line + "\n")
        talk.process.stdin.flush()
        said = []
        while "turn" not in (record := json.loads(talk.process.stdout.readline())):
            said.append(record)
        assert record == {"turn": number}
        assert all(set(each) == {"text", "options", "words", "step"} for each in said)
        assert all(each["step"] in STEPS for each in said)
        assert bool(said) == (line not in ("", "/ajuda"))
    rest, errors = talk.leave()
    assert not rest
    assert "/figurinha" in errors  # the help


def test_the_last_message_may_be_edited_and_taken_back(chat: Callable[..., Chat]) -> None:
    talk = chat("--as", "tenant", "--channel", "whatsapp", "--record", "talk.txt")
    talk.say("o chuveiro queimou")
    assert talk.say("média")[-1]["words"] == "maintenance-visits"
    assert talk.say("/editar alta")[-1]["words"] == "offer-edit"
    assert talk.say("sim")[-1]["words"] == "maintenance-visits"
    assert talk.say("/apagar") == []
    talk.leave()


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--json", "--as", "unknown", said="oi")
    assert shown.returncode == 0
    assert json.loads(shown.stdout.splitlines()[-1]) == {"turn": 1}


def test_the_open_question_is_written_again_at_the_next_start(chat: Callable[..., Chat]) -> None:
    first = chat("--as", "unknown")
    asked = first.say("a pia da cozinha está vazando")[-1]
    assert first.leave() == ([], "")
    again, _ = chat("--as", "unknown").leave()
    assert again == [asked]


def test_a_long_question_is_written_again_whole(chat: Callable[..., Chat]) -> None:
    first = chat("--as", "unknown")
    said = first.say("a pia da cozinha está vazando " + "e pingando no armário de baixo " * 30)
    while said[-1]["step"] != "review.summary":
        said = first.say(WILLING[said[-1]["step"]])
    first.leave()
    again, _ = chat("--as", "unknown").leave()
    assert len(said) > 1
    assert again == [each for each in said if each["words"] == "review-summary"]


def test_a_report_is_in_the_queue_with_everything_that_was_said(chat: Callable[..., Chat], tmp_path: Path) -> None:
    last = submit(chat("--as", "unknown"))
    (ticket,) = queue(tmp_path)
    assert ticket["reference"] in last
    assert (ticket["status"], ticket["registration"], ticket["priority"]) == ("awaiting_review", "claimed", "medium")
    assert (ticket["contact"]["kind"], ticket["contact"]["email"]) == ("individual", "maria.silva@exemplo.com.br")
    assert ticket["restriction"]["opening_hours"] == "24/7"
    assert ticket["home"]["unit"] == "ap 12"
    assert ticket["fields"]["individual.email"]["source_text"] == "maria.silva@exemplo.com.br"
    assert ticket["first_reply_due_at"] < ticket["resolve_due_at"]
    parts = {only: json.loads(zelador(tmp_path, "queue", "--filter", only, "--json").stdout) for only in FILTERS}
    assert parts == {"alta": [], "sla": [], "rascunhos": []}


def test_new_begins_another_talk_and_the_queue_keeps_the_old_ticket(chat: Callable[..., Chat], tmp_path: Path) -> None:
    first = chat("--as", "reporter")
    first.say("sou o porteiro, tem um cano vazando no ap 45 da rua das flores 88")
    first.leave()
    second = chat("--as", "reporter", "--new")
    second.say("oi")
    second.leave()
    assert chat("--as", "reporter").leave()[0][0]["words"] == "start-kind"


@pytest.mark.parametrize("persona, name", [("tenant", "Marcos"), ("owner", "Marina"), ("company", "João")])
def test_the_personas_of_the_books_are_known(chat: Callable[..., Chat], persona: str, name: str) -> None:
    assert f"Oi, {name}!" in chat("--as", persona).say("oi")[0]["text"]


@pytest.mark.parametrize("words", [("--as", "unknown"), ("--as", "reporter"), ("--number", "+55 11 91234-5678")])
def test_the_others_are_not(chat: Callable[..., Chat], words: tuple[str, ...]) -> None:
    said = chat(*words).say("a torneira está pingando")
    assert said[-1]["step"] == "identification.role"


def test_a_number_of_the_books_proves(chat: Callable[..., Chat]) -> None:
    assert "Oi, Marina!" in chat("--number", "(11) 98765-1234").say("oi")[0]["text"]


def test_many_homes_are_shown_page_by_page(chat: Callable[..., Chat]) -> None:
    talk = chat("--as", "owner")
    first = talk.say("o chuveiro queimou")[-1]
    assert first["words"] == "contract-home"
    assert len(first["options"]) <= 10
    second = talk.say("mais")[-1]
    assert second["words"] == "contract-home"
    assert not set(first["options"][:7]) & set(second["options"][:4])
    assert talk.say("9")[-1]["words"] == "maintenance-priority"  # counted over the whole list


def test_the_trace_tells_how_a_line_was_heard(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--json", "--trace", "--as", "unknown", said="a pia está vazando\n")
    trace = json.loads(shown.stdout.splitlines()[-1])["trace"]
    assert trace[0] == "read: description, kind"
    assert "hear_" in trace[-1]


def test_a_recording_is_written(tmp_path: Path) -> None:
    lines = "a pia está vazando\n1\n/local\n/local Rua Um, 10\n/contato 11 91234-5678\n/contato Bia 11 91234-5678\n"
    said = zelador(tmp_path, "chat", "--json", "--record", "talk.txt", "--as", "unknown", said=lines).stdout
    words = [f"< {record['words']}" for line in said.splitlines() if "words" in (record := json.loads(line))]
    cards = ["> (contact own +5511912345678)", words[4], "> (contact +5511912345678)", words[5]]
    places = ["> (location)", words[2], "> (location Rua Um, 10)", words[3]]
    written = (tmp_path / "talk.txt").read_text(encoding="utf-8").splitlines()
    assert written == ["as nobody", "> a pia está vazando", words[0], "> 1", words[1], *places, *cards]


def test_a_card_of_somebody_on_file_makes_the_talk_theirs(chat: Callable[..., Chat]) -> None:
    talk = chat("--as", "unknown")
    talk.say("a pia está vazando")
    known = talk.say("/contato 11 98765-0132")
    assert known[-1]["words"] == "maintenance-priority"
    assert "Marcos" in known[-1]["text"]


# ── nothing is lost ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("answered", [False, True], ids=["before the answer", "after the answer"])
def test_a_killed_talk_goes_on_at_the_next_start(chat: Callable[..., Chat], *, answered: bool) -> None:
    first = chat("--as", "unknown")
    first.say("oi")
    first.process.stdin.write("a pia está vazando\n")
    first.process.stdin.flush()
    if answered:
        first.process.stdout.readline()  # the message; the end of its turn is never written
    first.kill()
    again, errors = chat("--as", "unknown").leave()
    expected = {"identification.role"} if answered else {"start.kind", "identification.role"}
    assert again[-1]["step"] in expected
    assert not errors


def test_two_processes_do_not_share_a_file(chat: Callable[..., Chat], tmp_path: Path) -> None:
    first = chat("--as", "unknown")
    first.say("oi")
    second = zelador(tmp_path, "chat", "--json", "--as", "tenant", said="oi\n")
    assert (second.returncode, second.stdout) == (1, "")
    assert len(second.stderr.splitlines()) == 1
    assert first.say("a pia está vazando")


def test_what_is_meant_for_somebody_else_waits_for_them(chat: Callable[..., Chat], tmp_path: Path) -> None:
    first = chat("--as", "unknown")
    submit(first)
    first.leave()
    (ticket,) = queue(tmp_path)
    other = chat("--as", "tenant")
    other.say("oi")
    assert zelador(tmp_path, "queue", "approve", ticket["reference"]).returncode == 0
    assert all(ticket["reference"] not in each["text"] for each in other.say("o chuveiro queimou"))


# ── approval ─────────────────────────────────────────────────────────────────


def test_a_ticket_is_approved_where_nobody_serves_the_file(chat: Callable[..., Chat], tmp_path: Path) -> None:
    talk = chat("--as", "unknown")
    submit(talk)
    talk.leave()
    (ticket,) = queue(tmp_path)
    done = zelador(tmp_path, "queue", "approve", ticket["reference"], "--home", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert ticket["reference"] in done.stdout
    assert "Maria Aparecida da Silva" in done.stdout
    assert queue(tmp_path) == []
    again = zelador(tmp_path, "queue", "approve", f"#{ticket['id']}")
    assert (again.returncode, again.stdout, len(again.stderr.splitlines())) == (1, "", 1)


def test_a_ticket_is_approved_while_a_chat_serves_the_file(chat: Callable[..., Chat], tmp_path: Path) -> None:
    talk = chat("--as", "unknown")
    submit(talk)
    (ticket,) = queue(tmp_path)
    done = zelador(tmp_path, "queue", "approve", str(ticket["id"]))
    assert (done.returncode, done.stderr) == (0, "")
    shown = json.loads(zelador(tmp_path, "queue", ticket["reference"], "--json").stdout)
    assert (shown["status"], shown["registration"]) == ("open", "known")
    assert talk.process.returncode is None


def test_a_taken_value_is_refused_with_the_contact_that_has_it(chat: Callable[..., Chat], tmp_path: Path) -> None:
    talk = chat("--as", "unknown")
    said = talk.say("a pia está vazando")
    while said[-1]["step"] != "submitted.open":
        said = talk.say("helena@exemplo.com.br" if said[-1]["step"] == "individual.email" else WILLING[said[-1]["step"]])
    (ticket,) = queue(tmp_path)
    refused = zelador(tmp_path, "queue", "approve", ticket["reference"])
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Helena Prado" in refused.stderr
    contact = refused.stderr.rpartition("--contact ")[2].strip(" .\n")
    linked = zelador(tmp_path, "queue", "approve", ticket["reference"], "--contact", contact)
    assert linked.returncode == 0
    assert "Helena Prado" in linked.stdout


def test_a_configured_database_of_either_engine_is_used(tmp_path: Path, database_url: str) -> None:
    named = {"ZELADOR_DATABASE_URL": database_url}
    assert zelador(tmp_path, "db", "upgrade", **named).returncode == 0
    said = "o chuveiro queimou\nsou inquilino\nAna Lima\nana@exemplo.com.br\npular\nrua um 10\nalta\nqualquer horário\nenviar\n"
    talk = zelador(tmp_path, "chat", "--json", said=said, **named)
    assert (talk.returncode, talk.stderr) == (0, "")
    assert json.loads(talk.stdout.splitlines()[-2])["step"] == "submitted.open"
    again = zelador(tmp_path, "chat", "--json", **named)
    assert json.loads(again.stdout)["words"] == "submitted-open"
    (ticket,) = json.loads(zelador(tmp_path, "queue", "--json", **named).stdout)
    assert ticket["contact"]["first_name"] == "Ana"
    assert zelador(tmp_path, "queue", "approve", ticket["reference"], **named).returncode == 0
    assert not list(tmp_path.glob("data/*.sqlite3"))


def test_a_database_server_that_lacks_its_tables_is_named_with_the_remedy(tmp_path: Path, new_database: Callable[..., str]) -> None:
    refused = zelador(tmp_path, "queue", ZELADOR_DATABASE_URL=new_database("postgresql"))
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert "zelador db upgrade" in refused.stderr


# ── people ───────────────────────────────────────────────────────────────────


def test_without_a_command_the_demo_begins(tmp_path: Path) -> None:
    assert "Oi, Marcos!" in zelador(tmp_path, said="oi\n").stdout


def test_what_is_piped_is_plain(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--as", "unknown", said="oi\n")
    assert "\x1b" not in shown.stdout
    assert shown.stdout.splitlines()[0] == "você oi"
    assert "demo.sqlite3" not in shown.stdout


def test_a_pinned_option_has_its_number_where_it_follows_the_others(tmp_path: Path) -> None:
    shown = zelador(tmp_path, "chat", "--as", "owner", said="o chuveiro queimou\nmais\n").stdout.splitlines()
    assert [line.strip() for line in shown if "Não está na lista" in line] == ["Não está na lista", "13  Não está na lista"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize("leaves", [b"/sair\r", b"\x03", b"\x04"], ids=["/sair", "Ctrl-C", "Ctrl-D"])
def test_a_person_sees_the_file_the_prompt_and_how_to_go_on(tmp_path: Path, leaves: bytes) -> None:
    near, far = os.openpty()
    command = [*COMMAND, "chat", "--as", "unknown"]
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stdin=far, stdout=far, stderr=far, start_new_session=True) as process:
        os.close(far)
        shown = read_until(near, b"voc\xc3\xaa")
        os.write(near, b"a torneira pinga\r")
        shown += read_until(near, b"propriet")
        shown += read_until(near, b"voc\xc3\xaa")
        os.write(near, leaves)
        shown += read_until(near, b"")
        assert process.wait() == 0
    os.close(near)
    text = shown.decode()
    assert "demo.sqlite3" in text
    assert "\x1b[36mzelador" in text
    assert "Para continuar: zelador chat --as unknown" in text


def read_until(terminal: int, wanted: bytes) -> bytes:
    """What a terminal shows up to `wanted`; all of it when that is empty."""
    shown = b""
    while not wanted or wanted not in shown:
        assert select.select([terminal], [], [], PATIENCE_SECONDS)[0], shown
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the program has ended
            break
        if b"\x1b[6n" in part:
            os.write(terminal, b"\x1b[1;1R")  # where the cursor is: a real terminal answers too
        shown += part
    return shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_chat_that_is_told_to_stop_ends_in_order(chat: Callable[..., Chat], told: signal.Signals) -> None:
    talk = chat("--as", "unknown")
    talk.say("oi")
    talk.process.send_signal(told)
    assert talk.leave() == ([], "")
    assert talk.process.returncode == 0


def test_bold_is_shown_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal()
    terminal.show(Shown("Protocolo *2026-000001-1*", "x", (("1", "Enviar"), ("", "Mais…"))), None)
    assert capsys.readouterr().out == "zelador Protocolo *2026-000001-1*\n          1  Enviar\n             Mais…\n"
    terminal.colours = True
    terminal.show(Shown("Protocolo *2026-000001-1*", "x"), None)
    assert "Protocolo \x1b[1m2026-000001-1\x1b[0m" in capsys.readouterr().out
