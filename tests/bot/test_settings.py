"""A setting is read, or the start is refused in one sentence."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dotenv import dotenv_values

from bot.programs.app import means
from bot.settings import Known, SettingError, Settings, known, load
from core.calendar import Calendar, DayOff
from core.targets import Targets
from core.templates import Approved

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests, and no `.env`."""
    for each in known():
        monkeypatch.delenv(each.name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    assert load().timezone == "America/Sao_Paulo"
    assert load().database_url is None


WHATSAPP = tuple(f"ZELADOR_WHATSAPP__{name}" for name in ("TOKEN", "PHONE_NUMBER_ID", "APP_SECRET", "VERIFY_TOKEN"))
NEEDS = {"ZELADOR_ALERTS__WEBHOOK_URL": ("ZELADOR_ALERTS__WEBHOOK_SECRET",), **dict.fromkeys(WHATSAPP, WHATSAPP)}  # not taken alone
EXAMPLES = {each.name: each.example for each in known()}


@pytest.mark.parametrize("setting", [each for each in known() if each.name != "ZELADOR_LOCALE"], ids=lambda each: each.name)
def test_every_example_can_be_used(setting: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load()
    for name in (setting.name, *NEEDS.get(setting.name, ())):
        monkeypatch.setenv(name, EXAMPLES[name])
    assert (load() != before) == (setting.example != setting.default)


@pytest.mark.parametrize("missing", WHATSAPP)
def test_whatsapp_needs_all_of_four(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WHATSAPP:
        monkeypatch.setenv(name, EXAMPLES[name])
    monkeypatch.setenv(missing, "")
    with pytest.raises(SettingError, match=rf"^{missing}: falta; .*: {missing}={EXAMPLES[missing]}"):
        load()


def test_several_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WHATSAPP:
        monkeypatch.setenv(name, EXAMPLES[name])
    monkeypatch.setenv("ZELADOR_WHATSAPP__PHONE_NUMBER_ID", " 106540352242922 , 106540352242923")
    assert load().whatsapp.accounts == ("106540352242922", "106540352242923")


def test_a_template_has_a_name_and_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().whatsapp.templates.chosen == {}
    monkeypatch.setenv("ZELADOR_WHATSAPP__TEMPLATES__STATUS", "chamado_atualizado:pt_BR")
    assert means(load()).office.templates == {"status": Approved("chamado_atualizado", "pt_BR")}


def test_meta_delivers_only_to_https(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WHATSAPP:
        monkeypatch.setenv(name, EXAMPLES[name])
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "http://zelador.exemplo.com.br:8080")
    with pytest.raises(SettingError, match=r"^ZELADOR_PUBLIC_URL: a Meta só entrega"):
        load()
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "https://zelador.exemplo.com.br:8080")  # the ports are Telegram's rule
    assert load().whatsapp.api_base == "https://graph.facebook.com/v26.0"


def test_a_webhook_needs_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TELEGRAM__TOKEN", EXAMPLES["ZELADOR_TELEGRAM__TOKEN"])
    monkeypatch.setenv("ZELADOR_TELEGRAM__MODE", "webhook")
    with pytest.raises(SettingError, match=r"^ZELADOR_PUBLIC_URL: "):
        load()


def test_an_address_that_rings_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_URL", "http://127.0.0.1:8099/plantao/")
    with pytest.raises(SettingError, match=r"^ZELADOR_ALERTS__WEBHOOK_SECRET: .*whsec_"):
        load()
    monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_SECRET", "whsec_" + "A" * 32)
    assert load().alerts.webhook_url == "http://127.0.0.1:8099/plantao/"


def test_a_bot_api_server_of_ones_own_takes_any_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TELEGRAM__API_BASE", "http://127.0.0.1:8081")
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "http://127.0.0.1:8080/")
    assert load().public_url == "http://127.0.0.1:8080"


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ZELADOR_AGENCY__NAME=Do arquivo\nZELADOR_TIMEZONE=America/Manaus\nPATH_OF_SOMETHING=x\n")
    monkeypatch.setenv("ZELADOR_AGENCY__NAME", "Do ambiente")
    assert (load().agency.name, load().timezone) == ("Do ambiente", "America/Manaus")


def test_local_holidays_that_leave_no_day_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_HOLIDAYS", ",".join(f"{day}/{month}" for month in range(1, 13) for day in range(1, 29)))
    assert load().holidays  # the last days of most months are left
    monkeypatch.setenv("ZELADOR_SERVICE_HOURS", "Jan 01-28 08:00-18:00")
    with pytest.raises(SettingError, match="ninguém atende"):
        load()


def test_calendar_and_targets_act(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_HOLIDAYS", "25/01")
    monkeypatch.setenv("ZELADOR_TIMEZONE", "America/Manaus")
    monkeypatch.setenv("ZELADOR_SLA__RESOLVE_HIGH", "90")
    office = means(load()).office
    assert office.calendar == Calendar("Mo-Fr 08:00-18:00; Sa 08:00-12:00", ZoneInfo("America/Manaus"), frozenset({DayOff(25, 1)}))
    assert office.targets == Targets(resolve_high=90)


def test_an_empty_line_leaves_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TIMEZONE", "")
    assert load().timezone == "America/Sao_Paulo"


@pytest.mark.parametrize(
    "name, value, reason",
    [
        ("ZELADOR_TIMEZONE", "America/Sampa", "fuso horário"),
        ("ZELADOR_TIMEZONE", "../etc/passwd", "fuso horário"),
        ("ZELADOR_TIMEZONE", "America", "fuso horário"),
        ("ZELADOR_LOCALE", "xx-XX", "idioma"),
        ("ZELADOR_LOCALE", "../locale", "idioma"),
        ("ZELADOR_SERVICE_HOURS", "de segunda a sexta", "OpenStreetMap"),
        ("ZELADOR_SERVICE_HOURS", "off", "ninguém atende"),
        ("ZELADOR_SERVICE_HOURS", "Dec 25 08:00-18:00", "ninguém atende"),
        ("ZELADOR_SERVICE_HOURS", "2020 Mo-Fr 08:00-18:00", "ninguém atende"),
        ("ZELADOR_HOLIDAYS", "25/01, 30/02", "30/02 não é um dia"),
        ("ZELADOR_HOLIDAYS", "natal", "não é um dia"),
        ("ZELADOR_SLA__FIRST_REPLY_HIGH", "0", "de 1 a 43200 minutos"),
        ("ZELADOR_SLA__RESOLVE_LOW", "uma semana", "não serve"),
        ("ZELADOR_DATABASE_URL", "mysql://x", "sqlite:///"),
        ("ZELADOR_AGENCY__NAME", "  ", "vazio"),
        ("ZELADOR_AGENCY__PRIVACY_URL", "na recepção", "https://"),
        ("ZELADOR_AGENCY__ON_CALL_PHONE", "ligue já", "números"),
        ("ZELADOR_PUBLIC_URL", "zelador.exemplo.com.br", "https://"),
        ("ZELADOR_PUBLIC_URL", "http://zelador.exemplo.com.br", "https://"),
        ("ZELADOR_PUBLIC_URL", "https://zelador.exemplo.com.br:8080", "443, 80, 88, 8443"),
        ("ZELADOR_WHATSAPP__TOKEN", "EAAG com espaços no meio", "uma palavra só"),
        ("ZELADOR_WHATSAPP__PHONE_NUMBER_ID", "+55 11 4000-1234", "e não o telefone"),
        ("ZELADOR_WHATSAPP__PHONE_NUMBER_ID", "106540352242922,106540352242922", "vem uma vez"),
        ("ZELADOR_WHATSAPP__PHONE_NUMBER_ID", "106540352242922,", "com vírgulas"),
        ("ZELADOR_WHATSAPP__APP_SECRET", "segredo", "de 16 a 128"),
        ("ZELADOR_WHATSAPP__VERIFY_TOKEN", "curta", "de 16 a 256"),
        ("ZELADOR_WHATSAPP__WABA_ID", "Imobiliária", "algarismos"),
        ("ZELADOR_WHATSAPP__API_BASE", "http://provedor.exemplo.com.br", "https://"),
        ("ZELADOR_WHATSAPP__TEMPLATES__STATUS", "Chamado atualizado:pt_BR", "letras minúsculas"),
        ("ZELADOR_WHATSAPP__TEMPLATES__STATUS", "chamado_atualizado", "o idioma"),
        ("ZELADOR_ALERTS__WEBHOOK_URL", "http://telefonia.exemplo.com.br", "https://"),
        ("ZELADOR_ALERTS__WEBHOOK_URL", "https://bia:senha@telefonia.exemplo.com.br", "senha"),
        ("ZELADOR_ALERTS__WEBHOOK_URL", "http://127.0.0.1.exemplo.com.br/", "https://"),
        ("ZELADOR_ALERTS__WEBHOOK_SECRET", "senha", "whsec_"),
        ("ZELADOR_ALERTS__WEBHOOK_SECRET", "whsec_c2VuaGE=", "24 a 64 bytes"),
        ("ZELADOR_ALERTS__WEBHOOK_SECRET", "whsec_ção", "base64"),
        ("ZELADOR_LOG_LEVEL", "verbose", "não serve"),
        ("ZELADOR_KEEP__RAW_DAYS", "7", "de 8 a 3650 dias"),
        ("ZELADOR_KEEP__RAW_DAYS", "3651", "de 8 a 3650 dias"),
        ("ZELADOR_KEEP__RAW_DAYS", "sempre", "não serve"),
    ],
)
def test_a_bad_value_is_named_with_reason_and_example(name: str, value: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TELEGRAM__TOKEN", EXAMPLES["ZELADOR_TELEGRAM__TOKEN"])
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as refused:
        load()
    sentence = str(refused.value)
    assert sentence.startswith(f"{name}: ")
    assert reason in sentence
    assert f"{name}={EXAMPLES[name]}" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("name", ["ZELADOR_TIME_ZONE", "ZELADOR_AGENCY", "ZELADOR_AGENCY__PHONE", "zelador_locales"])
def test_an_unknown_name_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingError, match=f"^{name}: .*exemplo.*: ZELADOR_"):
        load()


def test_an_unknown_name_in_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ZELADOR_TIMEZON=America/Manaus\n")
    with pytest.raises(SettingError, match="ZELADOR_TIMEZONE="):
        load()


def test_the_variables_of_the_tests_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TEST_DATABASE_URL", "x")
    assert load() == Settings()


def test_the_example_file_shows_every_setting_with_its_default() -> None:
    shown = dotenv_values(ROOT / ".env.example", encoding="utf-8")
    assert shown == {each.name: "" if each.default is None else str(each.default) for each in known()}


def test_the_example_file_says_what_each_setting_is_for() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    assert all(lines[index - 1].startswith("# ") for index, line in enumerate(lines) if line.startswith("ZELADOR_"))
