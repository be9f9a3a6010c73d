"""`zelador serve` as a program, against a stand-in of Telegram: it starts, answers, stops, refuses."""

import json
import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal
from sqlalchemy import create_engine, text

from bot.handlers.telegram.profile import COMMANDS
from bot.programs.stopping import STOP_SECONDS
from tests.programs import Program, Start, free_port, fresh, get, programs, ready, until
from tests.telegram.customers import Customer
from tests.telegram.faults import Fault, bad_request, proxy_error, server_error, slow, unauthorized
from tests.telegram.platform import TOKEN, Telegram
from tests.telegram.server import serving_in_thread
from tests.telegram.trying import MARIA

NEVER = 60.0  # seconds: longer than any test waits


class Platform:
    """The stand-in in a thread of its own, for tests that block."""

    def __init__(self, telegram: Telegram, portal: BlockingPortal) -> None:
        self.telegram, self._portal = telegram, portal
        self.maria = portal.call(Customer, telegram, MARIA)

    def asked(self, text: str) -> str:
        """What Maria is answered."""
        self.told(text)
        return self.heard()

    def told(self, text: str) -> None:
        self._portal.call(self.maria.say, text)

    def tapped(self, label: str = "") -> None:
        """The button with that label, else the first below the newest message."""
        self._portal.call(lambda: self.maria.tap(label or self.maria.heard()[-1].buttons[0]))

    def heard(self) -> str:
        return self._portal.call(self.maria.next_message, NEVER).text

    def fails(self, fault: Fault, method: str, times: int = 1) -> None:
        self._portal.call(lambda: self.telegram.faults.add(fault, method, times=times))


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving_in_thread() as (telegram, portal):
        yield Platform(telegram, portal)
        assert telegram.violations == []


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with programs(tmp_path) as started:
        yield started


class Served:
    """The program that serves, and where its web server is."""

    def __init__(self, start: Start, platform: Platform, database: str, **settings: str) -> None:
        port = settings.pop("PORT", str(free_port()))
        self.url = f"http://127.0.0.1:{port}"
        given = {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__API_BASE": platform.telegram.url, "DATABASE_URL": database}
        self.program: Program = start("serve", PORT=port, **(given | settings))

    def up(self) -> "Served":
        assert self.program.out.line() == f"Zelador atendendo. Endereço local: {self.url} · Ctrl-C encerra em ordem.\n", (
            self.program.errors.text
        )
        return self


def outbox(url: str) -> list[tuple[str, int]]:
    """Status and attempts of each row."""
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text("SELECT status, attempts FROM outbox ORDER BY id"))]
    engine.dispose()
    return rows


def execute(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


# ── it answers ───────────────────────────────────────────────────────────────


def test_by_polling(tmp_path: Path, platform: Platform, sqlite_url: str) -> None:
    with programs(tmp_path, fresh) as start:
        served = Served(start, platform, sqlite_url).up()
        assert "vazando" in platform.asked("a pia está vazando")
        until(lambda: ready(served.url)["ready"])
        assert get(f"{served.url}/healthz") == (200, "ok\n")
        assert served.program.stopped() < STOP_SECONDS
        assert served.program.errors.text == ""
    assert [each["command"] for each in platform.telegram.settings["setmycommands"]["commands"]] == list(COMMANDS)
    assert len(platform.telegram.made("setMyDescription")) == len(platform.telegram.made("setMyShortDescription")) == 1


def test_by_webhook(start: Start, platform: Platform, sqlite_url: str) -> None:
    port = str(free_port())
    served = Served(start, platform, sqlite_url, PORT=port, PUBLIC_URL=f"http://127.0.0.1:{port}").up()
    assert "vazando" in platform.asked("a pia está vazando")
    until(lambda: ready(served.url)["ready"])
    assert platform.telegram.made("getUpdates") == []
    assert served.program.stopped() < STOP_SECONDS
    assert served.program.errors.text == ""


def test_telegram_may_come_later(start: Start, sqlite_url: str, tmp_path: Path) -> None:
    """The start waits for nobody; what is lacking is told once, and stands in /readyz."""
    port = free_port()
    with serving_in_thread(port=port) as (telegram, portal):
        away = Platform(telegram, portal)
    served = Served(start, away, sqlite_url).up()
    status, body = get(f"{served.url}/readyz")
    assert (status, json.loads(body)["checks"]["reception"]) == (503, "não consigo falar com o Telegram")
    assert get(f"{served.url}/healthz")[0] == 200
    with serving_in_thread(port=port) as (telegram, portal):
        assert "vazando" in Platform(telegram, portal).asked("a pia está vazando")
        until(lambda: ready(served.url)["ready"])
        served.program.stopped()
    told = [json.loads(line)["event"] for line in served.program.errors.text.splitlines()]
    assert [re.split("[,:]", each)[0] for each in told] == ["no updates from Telegram", "updates come from Telegram again"]


# A message of which the database itself speaks when it refuses it.
UNHEARD = """CREATE TRIGGER unheard BEFORE INSERT ON message WHEN NEW.text = 'desliguei o registro'
    BEGIN SELECT raise(ABORT, 'Joaquim Nabuco'); END"""
PERSONAL = (
    "registro",
    "Joaquim",
    "Nabuco",
    "529.982.247-25",
    "52998224725",
    "98765-4321",
    "joaquim",
    "vazando",
    "Acácias",
    MARIA.first_name,
    MARIA.phone,
)


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_nothing_of_anybody_is_logged_or_measured(way: str, start: Start, platform: Platform, sqlite_url: str) -> None:
    """Not in a talk, not when the platform refuses, and not when a message cannot be heard; at the loudest level."""
    port = str(free_port())
    settings = {"PUBLIC_URL": f"http://127.0.0.1:{port}"} if way == "webhook" else {}
    served = Served(start, platform, sqlite_url, PORT=port, LOG_LEVEL="debug", **settings).up()
    platform.asked("a pia está vazando, rua das Acácias 12, sou o Joaquim Nabuco, joaquim@exemplo.com.br")
    platform.tapped("Continuar sem")
    platform.heard()
    execute(sqlite_url, UNHEARD)
    platform.fails(server_error(), "sendMessage")
    platform.fails(proxy_error(), "sendMessage")
    platform.fails(bad_request("can't parse Joaquim"), "answerCallbackQuery")
    platform.tapped()
    for words in ("529.982.247-25", "(11) 98765-4321"):
        platform.asked(words)
    platform.told("desliguei o registro")
    until(lambda: "a turn failed" in served.program.errors.text)
    _, figures = get(f"{served.url}/metrics")
    served.program.stopped()
    written = served.program.errors.text + figures
    known = (*PERSONAL, str(MARIA.id), TOKEN, TOKEN.partition(":")[2].lower())
    assert [each for each in known if each in written] == []
    assert all(json.loads(line)["event"] for line in served.program.errors.text.splitlines())
    assert 'zelador_sends_total{channel="telegram",result="sent"}' in figures


# ── it stops ─────────────────────────────────────────────────────────────────


def test_it_stops_in_time_while_sends_hang(start: Start, platform: Platform, sqlite_url: str) -> None:
    """What became of them is unknown; a question goes again, here by a worker, which sends too."""
    platform.fails(slow(NEVER), "sendMessage")
    served = Served(start, platform, sqlite_url).up()
    platform.told("a pia está vazando")
    until(lambda: outbox(sqlite_url) == [("sending", 0)])
    assert served.program.stopped() < STOP_SECONDS
    assert outbox(sqlite_url) == [("queued", 1)]
    worker = start("worker", DATABASE_URL=sqlite_url, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE=platform.telegram.url)
    assert "vazando" in platform.heard()
    worker.stopped()


def test_it_stops_in_time_while_a_request_is_under_way(start: Start, platform: Platform, sqlite_url: str) -> None:
    served = Served(start, platform, sqlite_url).up()
    with socket.create_connection(("127.0.0.1", int(served.url.rpartition(":")[2]))) as half:
        half.sendall(b"POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert served.program.stopped() < STOP_SECONDS


def test_a_second_signal_ends_it_at_once(start: Start, platform: Platform, sqlite_url: str) -> None:
    platform.fails(slow(NEVER), "sendMessage")
    served = Served(start, platform, sqlite_url).up()
    platform.told("a pia está vazando")
    until(lambda: outbox(sqlite_url) == [("sending", 0)])
    served.program.told()
    until(lambda: not _listens(served.url))
    served.program.told()
    assert served.program.ended() == -signal.SIGTERM
    assert outbox(sqlite_url) == [("sending", 0)]


def _listens(url: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))).close()
    except ConnectionRefusedError:
        return False
    return True


# ── it refuses ───────────────────────────────────────────────────────────────


def test_without_a_token(start: Start) -> None:
    assert refused(start("serve"), 2).startswith("Falta por onde atender: ")


def test_a_token_that_telegram_refuses(start: Start, platform: Platform, sqlite_url: str) -> None:
    platform.fails(unauthorized(), "getMe")
    sentence = refused(Served(start, platform, sqlite_url).program, 2)
    assert sentence.startswith("ZELADOR_TELEGRAM__TOKEN: ")
    assert TOKEN not in sentence


def test_an_address_that_is_no_bot_api(start: Start, platform: Platform, sqlite_url: str) -> None:
    served = Served(start, platform, sqlite_url, TELEGRAM__API_BASE=f"{platform.telegram.url}/elsewhere")
    assert refused(served.program, 2).startswith("ZELADOR_TELEGRAM__API_BASE: ")


def test_a_port_that_is_taken(start: Start, platform: Platform, sqlite_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        served = Served(start, platform, sqlite_url, PORT=str(taken.getsockname()[1]))
        assert "ZELADOR_PORT" in refused(served.program, 1)


def test_a_file_that_is_served_already(start: Start, platform: Platform, sqlite_url: str) -> None:
    first = Served(start, platform, sqlite_url).up()
    assert refused(Served(start, platform, sqlite_url).program, 1).startswith("Outro zelador já está usando")
    first.program.stopped()


def test_a_proxy_that_cannot_be_used(start: Start, platform: Platform, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://somebody:password@127.0.0.1:1080")
    monkeypatch.setenv("NO_PROXY", "")
    sentence = refused(Served(start, platform, sqlite_url).program, 1)
    assert "socks5" in sentence
    assert "password" not in sentence


def refused(program: Program, code: int) -> str:
    """The one sentence."""
    assert (program.ended(), program.out.text, len(program.errors.text.splitlines())) == (code, "", 1), program.errors.text
    return program.errors.text
