"""The stand-in as a program and in a thread, and customers played over HTTP."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.telegram.customers import Customer
from tests.telegram.platform import TOKEN
from tests.telegram.server import serving_in_thread
from tests.telegram.trying import MARIA

ROOT = Path(__file__).parents[2]
SIM = {"inline_keyboard": [[{"text": "Sim", "callback_data": "p1:0"}]]}


def ask(url: str, body: bytes | None = None, kind: str = "application/json") -> Any:
    with urlopen(Request(url, body, {"Content-Type": kind}), timeout=10) as answer:
        return json.loads(answer.read())


def call(url: str, method: str, **params: Any) -> Any:
    return ask(f"{url}/bot{TOKEN}/{method}", json.dumps(params).encode())["result"]


def test_a_test_that_blocks_talks_to_it_through_a_thread() -> None:
    with serving_in_thread() as (telegram, portal):
        maria = Customer(telegram, MARIA)
        portal.call(maria.say, "Oi")
        assert [update["message"]["text"] for update in call(telegram.url, "getUpdates")] == ["Oi"]
        call(telegram.url, "sendMessage", chat_id=MARIA.id, text="Olá!")
        assert portal.call(maria.next_message).text == "Olá!"


def test_customers_are_played_over_http() -> None:
    with serving_in_thread() as (telegram, _):
        maria = f"{telegram.url}/_customer/77"
        assert ask(f"{maria}/say", b'{"text": "Oi"}')["text"] == "Oi"
        assert ask(f"{maria}/photo", b"\xff\xd8\xff", "image/jpeg")["photo"]
        assert ask(f"{maria}/share_contact", b"")["contact"]["user_id"] == 77
        call(
            telegram.url,
            "sendMessage",
            chat_id=77,
            text="É isso?",
            reply_markup=SIM,
        )
        assert ask(f"{maria}?after=3") == [{"id": 4, "text": "É isso?", "buttons": ["Sim"], "keyboard": []}]
        assert ask(f"{maria}/tap", b'{"label": "Sim"}')["data"] == "p1:0"
        assert len(call(telegram.url, "getUpdates")) == 4
        for path, body, code in (("tap", b'{"label": "Talvez"}', 400), ("say", b'{"word": "Oi"}', 400), ("dance", b"", 404)):
            with pytest.raises(HTTPError) as refused:
                ask(f"{maria}/{path}", body)
            assert refused.value.code == code
            refused.value.close()
        assert ask(f"{telegram.url}/_violations") == []


def test_as_a_program_it_is_written_to_from_the_terminal() -> None:
    program = [sys.executable, "-m", "tests.telegram", "--port", "0"]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdin
            assert process.stdout
            url = process.stdout.readline().strip().removeprefix("ZELADOR_TELEGRAM__API_BASE=")
            process.stdin.write("Oi\n")
            process.stdin.flush()
            said = call(url, "getUpdates", timeout=10)[0]
            number = said["message"]["chat"]["id"]
            call(url, "sendMessage", chat_id=number, text="É isso?", reply_markup=SIM)
            shown = next(line for line in process.stdout if line.startswith("<"))
            assert shown + process.stdout.readline() == "< É isso?\n  [Sim]\n"
            process.stdin.write("Sim\n")
            process.stdin.flush()
            [tapped] = call(url, "getUpdates", timeout=10, offset=said["update_id"] + 1)
            assert tapped["callback_query"]["data"] == "p1:0"
        finally:
            process.kill()
