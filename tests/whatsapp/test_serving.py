"""`zelador serve` and `zelador worker` as programs, with WhatsApp alone and beside Telegram, against the stand-ins of both."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal

from bot.handlers.whatsapp import webhook
from bot.programs.stopping import STOP_SECONDS
from tests.programs import Program, Start, free_port, get, programs, ready, until
from tests.telegram import customers as telegram_customers
from tests.telegram import platform as telegram_platform
from tests.telegram import server as telegram_server
from tests.telegram import trying as telegram_trying
from tests.whatsapp.conftest import SETTINGS
from tests.whatsapp.customers import Customer
from tests.whatsapp.faults import Fault, proxy_error
from tests.whatsapp.platform import NUMBER, OTHER, SECRET, TOKEN, VERIFY, WhatsApp
from tests.whatsapp.server import serving_in_thread
from tests.whatsapp.trying import MARIA

NEVER = 60.0  # seconds: longer than any test waits
GIVEN = {f"WHATSAPP__{name}": value for name, value in SETTINGS.items()}
PERSONAL = (MARIA.wa_id, MARIA.name.partition(" ")[0], "Acácias", TOKEN, SECRET, VERIFY)


class Platform:
    """The stand-in in a thread of its own, for tests that block."""

    def __init__(self, whatsapp: WhatsApp, portal: BlockingPortal) -> None:
        self.whatsapp, self._portal = whatsapp, portal

    def customer(self, number: str = NUMBER) -> Customer:
        return self._portal.call(Customer, self.whatsapp, MARIA, number)

    def asked(self, customer: Customer, text: str) -> str:
        """What the customer is answered."""
        self.told(customer, text)
        return self.heard(customer)

    def heard(self, customer: Customer) -> str:
        return self._portal.call(customer.next_message, NEVER).text

    def registered(self, url: str) -> None:
        """As its address is entered at Meta, which asks it."""
        self._portal.call(self.whatsapp.webhook.register, url, VERIFY)

    def told(self, customer: Customer, text: str) -> None:
        self._portal.call(customer.say, text)

    def fails(self, fault: Fault, call: str, times: int) -> None:
        self._portal.call(lambda: self.whatsapp.faults.add(fault, call, times=times))


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving_in_thread() as (whatsapp, portal):
        yield Platform(whatsapp, portal)
        assert whatsapp.violations == []


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with programs(tmp_path) as started:
        yield started


def served(start: Start, platform: Platform, database: str, **settings: str) -> tuple[Program, str]:
    """The program that serves, and where its web server is; from then on webhooks are brought to it."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    given = GIVEN | {"WHATSAPP__API_BASE": platform.whatsapp.url, "DATABASE_URL": database, "PUBLIC_URL": url, "PORT": str(port)}
    program = start("serve", **(given | settings))
    assert program.out.line() == f"Zelador atendendo. Endereço local: {url} · Ctrl-C encerra em ordem.\n", program.errors.text
    platform.registered(f"{url}{webhook.PATH}")
    return program, url


def test_with_whatsapp_alone(start: Start, platform: Platform, sqlite_url: str) -> None:
    program, url = served(start, platform, sqlite_url, LOG_LEVEL="debug")
    assert "vazando" in platform.asked(platform.customer(), "a pia está vazando, rua das Acácias 12")
    assert ready(url) == {"ready": True, "checks": {"database": "ok", "disk": "ok"}}
    figures = get(f"{url}/metrics")[1]
    assert 'zelador_sends_total{channel="whatsapp",result="sent"}' in figures
    assert get(f"{url}/telegram/webhook")[0] == 404
    assert program.stopped() < STOP_SECONDS
    assert [each for each in PERSONAL if each in program.errors.text + figures] == []
    assert all(json.loads(line)["event"] for line in program.errors.text.splitlines())


def test_each_number_answers_for_itself(start: Start, platform: Platform, sqlite_url: str) -> None:
    program, _ = served(start, platform, sqlite_url, WHATSAPP__PHONE_NUMBER_ID=f"{NUMBER},{OTHER}")
    for number in (NUMBER, OTHER):
        assert "vazando" in platform.asked(platform.customer(number), "a pia está vazando")
    program.stopped()


def test_beside_telegram(start: Start, platform: Platform, sqlite_url: str) -> None:
    with telegram_server.serving_in_thread() as (telegram, portal):
        other = {"TELEGRAM__TOKEN": telegram_platform.TOKEN, "TELEGRAM__API_BASE": telegram.url}
        program, url = served(start, platform, sqlite_url, **other)
        assert "vazando" in platform.asked(platform.customer(), "a pia está vazando")
        maria = portal.call(telegram_customers.Customer, telegram, telegram_trying.MARIA)
        portal.call(maria.say, "a pia está vazando")
        assert "vazando" in portal.call(maria.next_message, NEVER).text
        until(lambda: ready(url)["ready"])
        assert set(ready(url)["checks"]) == {"database", "reception", "disk"}
        program.stopped()


def test_a_worker_sends_what_a_server_could_not(start: Start, platform: Platform, sqlite_url: str) -> None:
    program, _ = served(start, platform, sqlite_url)
    maria = platform.customer()
    platform.fails(proxy_error(403), "messages", times=1)  # nothing was sent, so no report is waited for
    platform.told(maria, "a pia está vazando")
    until(lambda: not platform.whatsapp.faults.left)
    program.stopped()
    worker = start("worker", **GIVEN, WHATSAPP__API_BASE=platform.whatsapp.url, DATABASE_URL=sqlite_url)
    assert "vazando" in platform.heard(maria)
    worker.stopped()


def test_a_number_that_is_not_the_accounts_is_one_sentence(start: Start, platform: Platform, sqlite_url: str) -> None:
    platform.whatsapp.numbers.clear()
    program = start("serve", **GIVEN, WHATSAPP__API_BASE=platform.whatsapp.url, DATABASE_URL=sqlite_url, PORT=str(free_port()))
    assert (program.ended(), program.out.text, len(program.errors.text.splitlines())) == (2, "", 1)
    assert program.errors.text.startswith("ZELADOR_WHATSAPP__PHONE_NUMBER_ID: ")
    assert TOKEN not in program.errors.text


def test_with_a_token_that_is_refused_people_are_heard(start: Start, platform: Platform, sqlite_url: str) -> None:
    platform.whatsapp.token = "EAAGanother"
    program, url = served(start, platform, sqlite_url)
    platform.told(platform.customer(), "cheiro de gás na cozinha")
    until(lambda: "zelador_accounts_held 1.0" in get(f"{url}/metrics")[1])
    assert ready(url)["ready"]
    program.stopped()
    doctor = start("doctor", **GIVEN, WHATSAPP__API_BASE=platform.whatsapp.url, DATABASE_URL=sqlite_url)
    assert doctor.ended() == 1
    assert f"✗ Contas recusadas: a plataforma recusa o que enviamos: whatsapp {NUMBER} (código 190)" in doctor.out.text
    assert TOKEN not in doctor.out.text + program.errors.text
