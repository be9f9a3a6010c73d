"""The stand-in as a program and in a thread, and customers played over HTTP."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.programs import until
from tests.whatsapp.customers import Customer
from tests.whatsapp.platform import NUMBER, TOKEN
from tests.whatsapp.server import serving_in_thread
from tests.whatsapp.trying import MARIA

ROOT = Path(__file__).parents[2]
CHOICES = [{"type": "reply", "reply": {"id": "p1:0", "title": "Sim"}}]


def ask(url: str, body: bytes | None = None, kind: str = "application/json") -> Any:
    with urlopen(Request(url, body, {"Content-Type": kind, "Authorization": f"Bearer {TOKEN}"}), timeout=10) as answer:
        return json.loads(answer.read())


def send(url: str, to: str, words: str) -> None:
    """A question with one button."""
    interactive = {"type": "button", "body": {"text": words}, "action": {"buttons": CHOICES}}
    body = {"messaging_product": "whatsapp", "to": to, "type": "interactive", "interactive": interactive}
    ask(f"{url}/{NUMBER}/messages", json.dumps(body).encode())


def test_a_test_that_blocks_talks_to_it_through_a_thread() -> None:
    with serving_in_thread() as (whatsapp, portal):
        maria = Customer(whatsapp, MARIA)
        portal.call(maria.say, "Oi")
        send(whatsapp.url, MARIA.wa_id, "É isso?")
        assert portal.call(maria.next_message).text == "É isso?"


def test_customers_are_played_over_http() -> None:
    with serving_in_thread() as (whatsapp, _):
        maria = f"{whatsapp.origin}/_customer/{MARIA.wa_id}"
        assert ask(f"{maria}/say", b'{"text": "Oi"}')["text"] == {"body": "Oi"}
        assert ask(f"{maria}/photo", b"\xff\xd8\xff", "image/jpeg")["image"]
        send(whatsapp.url, MARIA.wa_id, "É isso?")
        (shown,) = ask(f"{maria}?after=0")
        assert (shown["id"], shown["text"], shown["buttons"]) == (1, "É isso?", ["Sim"])
        assert ask(f"{maria}/tap", b'{"label": "Sim"}')["interactive"]["button_reply"]["id"] == "p1:0"
        for path, body, code in (("tap", b'{"label": "Talvez"}', 400), ("say", b'{"word": "Oi"}', 400), ("dance", b"", 404)):
            with pytest.raises(HTTPError) as refused:
                ask(f"{maria}/{path}", body)
            assert refused.value.code == code
            refused.value.close()
        assert ask(f"{whatsapp.origin}/_violations") == []


def test_as_a_program_it_is_written_to_from_the_terminal() -> None:
    program = [sys.executable, "-m", "tests.whatsapp", "--port", "0", "--person", MARIA.wa_id]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdin
            assert process.stdout
            url = process.stdout.readline().strip().removeprefix("ZELADOR_WHATSAPP__API_BASE=")
            process.stdin.write("Oi\n")
            process.stdin.flush()

            def arrives() -> bool:
                """Until she is heard the window is closed."""
                send(url, MARIA.wa_id, "É isso?")
                return bool(ask(f"{url.removesuffix('/v25.0')}/_customer/{MARIA.wa_id}"))

            until(arrives)
            shown = next(line for line in process.stdout if line.startswith("<"))
            assert shown + process.stdout.readline() == "< É isso?\n  [Sim]\n"
        finally:
            process.kill()
