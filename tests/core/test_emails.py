"""E-mail addresses: what is read, what is refused or asked, the unique key, and mistyped domains."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.emails import _USUAL, _validated, email_key, parse_email, suggest_domain
from core.errors import Rejected


def refusal(text: object) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse_email(text)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(
    "text,address",
    [
        ("maria@gmail.com", "maria@gmail.com"),
        (" maria@gmail.com\n", "maria@gmail.com"),
        ("Maria.Silva@Gmail.COM", "Maria.Silva@gmail.com"),  # the part before @ is the provider's business
        ("maria+casa@gmail.com", "maria+casa@gmail.com"),
        ("maria_silva-1@uol.com.br", "maria_silva-1@uol.com.br"),
        ("<maria@uol.com.br>", "maria@uol.com.br"),
        ("mailto:maria@uol.com.br", "maria@uol.com.br"),
        ("<MAILTO:maria@uol.com.br>", "maria@uol.com.br"),
        ('"maria@uol.com.br"', "maria@uol.com.br"),
        ("(maria@uol.com.br)", "maria@uol.com.br"),
        ("maria@uol.com.br.", "maria@uol.com.br"),
        ("maria@uol.com.br,", "maria@uol.com.br"),
        ("maria@uol.com.br!", "maria@uol.com.br"),
        ("\u200bmaria@\ufeffuol.com.br\u200e", "maria@uol.com.br"),
        ("maria＠ｕｏｌ．com.br", "maria@uol.com.br"),
        ("\u00a0maria@uol.com.br\u00a0", "maria@uol.com.br"),
        ("maria@açaí.com.br", "maria@açaí.com.br"),
        ("maria@AÇAÍ.com.br", "maria@açaí.com.br"),
        ("maria@xn--aa-4iaz.com.br", "maria@açaí.com.br"),
        ("a" * 64 + "@uol.com.br", "a" * 64 + "@uol.com.br"),
    ],
)
def test_read(text: str, address: str) -> None:
    assert parse_email(text) == address
    assert parse_email(address) == address


@pytest.mark.parametrize(
    "text,code",
    [
        ("", "email_form"),
        ("maria", "email_form"),
        ("@", "email_form"),
        ("maria@", "email_form"),
        ("@gmail.com", "email_form"),
        ("maria@empresa", "email_form"),
        ("maria@localhost", "email_form"),
        ("maria@[127.0.0.1]", "email_form"),
        ("maria..silva@gmail.com", "email_form"),
        ("maria silva@gmail.com", "email_form"),
        ("joão@gmail.com", "email_form"),  # allow_smtputf8=False
        ("a" * 65 + "@uol.com.br", "email_form"),  # strict=True
        ("a@" + "b" * 64 + ".com.br", "email_form"),
        ("a@" + ".".join(["b" * 61] * 4) + ".com.br", "email_form"),  # RFC 5321: 254 characters
        ("maria@gm\u0430il.com", "email_form"),  # a Cyrillic а
        ("maria@почта.рф", "email_form"),
        ("Maria <maria@uol.com.br>", "email_form"),  # a sentence is for core.reading
        ("meu email é maria@gmail.com", "email_form"),
        ("maria\x00@gmail.com", "email_form"),
        ("\ud800@gmail.com", "email_form"),
        ("maria@\ud800.com", "email_form"),
        ("maria@gmail.com;joao@gmail.com", "email_several"),
        ("maria@gmail.com joao@gmail.com", "email_several"),
        ("maria@gmail.com ou joao@gmail.com", "email_several"),
        ("maria@@gmail.com", "email_several"),
        ("a@" + "b" * 2_000_000 + ".com", "email_form"),
        ("@" * 1_000_000, "email_form"),
    ],
)
def test_refused(text: str, code: str) -> None:
    refused = refusal(text)
    assert (refused.code, refused.details) == (code, {})


@pytest.mark.parametrize("junk,code", [(None, "missing"), (1, "invalid"), (b"maria@gmail.com", "invalid")])
def test_what_is_no_text(junk: object, code: str) -> None:
    assert refusal(junk).code == code


@pytest.mark.parametrize(
    "text,suggestion",
    [
        ("maria @ gmail.com", "maria@gmail.com"),
        ("maria@gmail. com", "maria@gmail.com"),
        ("maria@gmail,com", "maria@gmail.com"),
        ("maria@uol.com,br", "maria@uol.com.br"),
        ("maria@gmail", "maria@gmail.com"),
        ("maria@UOL", "maria@uol.com.br"),
    ],
)
def test_a_slip_is_asked_never_corrected(text: str, suggestion: str) -> None:
    refused = refusal(text)
    assert (refused.code, refused.details) == ("email_meant", {"suggestion": suggestion})
    assert parse_email(suggestion) == suggestion


# ── the key ──────────────────────────────────────────────────────────────────


def test_key_ignores_case_and_the_writing_of_the_domain() -> None:
    assert email_key("Maria@Gmail.com") == email_key("maria@gmail.com") == "maria@gmail.com"
    assert email_key("maria@AÇAÍ.com.br") == email_key("maria@xn--aa-4iaz.com.br")


def test_key_keeps_plus_tags_and_dots() -> None:
    assert len({email_key(address) for address in ("maria@gmail.com", "maria+casa@gmail.com", "m.aria@gmail.com")}) == 3


def test_key_of_what_is_no_address() -> None:
    with pytest.raises(Rejected):
        email_key("joão")


# ── mistyped domains ─────────────────────────────────────────────────────────

MEANT = {
    "gmail.com": "gmail.co gmail.cm gmail.om gmail.con gmail.comm gmail.cmo gmail.com.br gmail.br gmail.net"
    " gmial.com gamil.com gmal.com gmai.com"
    " gmil.com gmaill.com gnail.com gmaul.com ggmail.com hmail.com gmail.com.com gmial.con gmailc.om g.mail.com",
    "hotmail.com": "hotmai.com hotmal.com hotmial.com hotmil.com homail.com hormail.com hotmaill.com"
    " hotmail.con hotmail.co hotmail.br hotmial.com.br",
    "outlook.com": "outlok.com outloook.com oulook.com outlook.con outloo.com",
    "outlook.com.br": "outlok.com.br outlook.con.br outlook.br",
    "yahoo.com": "yaho.com yhoo.com yahoo.con yahooo.com",
    "yahoo.com.br": "yaho.com.br yahoo.con.br yahoo.com.b yahoo.br yahoocom.br yahoo.combr yahooo.com.br",
    "icloud.com": "iclod.com icoud.com iclould.com icloud.con icloud.com.br",
    "uol.com.br": "uol.com uol.con.br uolcom.br uol.com.b uol.br uol.co.br",
    "bol.com.br": "bol.com bol.con.br bolcom.br",
    "terra.com.br": "terra.com terra.con.br terracom.br terra.com.b",
}
FINE = (
    "gmail.com hotmail.com hotmail.com.br outlook.com outlook.com.br yahoo.com yahoo.com.br icloud.com uol.com.br bol.com.br terra.com.br"
    " live.com msn.com me.com mail.com email.com ymail.com aol.com gmx.com proton.me protonmail.com globo.com ig.com.br r7.com oi.com.br"
    " outlook.pt hotmail.es hotmail.fr hotmail.co.uk hotmart.com grail.com cloud.com yahoo.fr yahoo.co.uk yahoo.com.ar yahoo.com.mx"
    " bom.com.br sol.com.br vol.com.br bola.com.br bol.net.br gol.com.br uou.com.br tol.com.br tera.com.br serra.com.br torra.com.br"
    " terra.es terras.com.br mail.com.br email.com.br gmai.com.br cloud.com.br empresa.com.br x.com a.com.br usp.br gov.br acme.io"
)


@pytest.mark.parametrize("typed,meant", [(typed, meant) for meant, slips in MEANT.items() for typed in slips.split()])
def test_slips_in_a_big_domain(typed: str, meant: str) -> None:
    assert suggest_domain(typed) == suggest_domain(typed.upper()) == meant


@pytest.mark.parametrize("domain", FINE.split())
def test_no_false_alarm(domain: str) -> None:
    assert suggest_domain(domain) is None


@pytest.mark.parametrize("junk", ["", ".", "gmail", "....", "\ud800", "gmail." * 1_000_000])
def test_no_suggestion_for_junk(junk: str) -> None:
    assert suggest_domain(junk) in (None, "gmail.com")


# ── any text ─────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [*"@.,;<> -_+é\u200b\u00a0\x00\ud800ａ²", "maria", "gmail", ".com", "@gmail.com", "mailto:", "uol.com.br", "xn--", "arroba"]
)


@settings(max_examples=500)
@given(st.one_of(st.text(), st.emails(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse_email(text)
    except Rejected as refused:
        if suggestion := refused.details.get("suggestion"):
            assert parse_email(suggestion) == suggestion
    else:
        assert parse_email(address) == address
        assert email_key(address) == email_key(parse_email(address.upper()))
        suggest_domain(address.rpartition("@")[2])


@given(st.text())
def test_any_text_has_a_suggestion_or_none(domain: str) -> None:
    meant = suggest_domain(domain)
    assert meant is None or suggest_domain(meant) is None


@pytest.mark.parametrize(
    "text,meant",
    [
        ("ana arroba gmail ponto com", "ana@gmail.com"),
        ("ana (arroba) gmail.com", "ana@gmail.com"),
        ("ana@gmail ponto com", "ana@gmail.com"),
        ("maria ponto silva arroba uol ponto com ponto br", "maria.silva@uol.com.br"),
        ("meu email é ana arroba gmail ponto com", "ana@gmail.com"),
        ("ana arroba gmail", "ana@gmail.com"),
    ],
)
def test_an_address_as_it_is_spoken(text: str, meant: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse_email(text)
    assert (caught.value.code, caught.value.details) == ("email_meant", {"suggestion": meant})


WORDS = st.lists(st.text("az09", min_size=1, max_size=4), min_size=1, max_size=3)


@given(st.sampled_from("._+-"), WORDS, st.lists(WORDS.map("-".join), min_size=1, max_size=3), st.sampled_from(("com", "net", "org", "br")))
def test_the_usual_address_is_valid_as_it_stands(sign: str, words: list[str], labels: list[str], ending: str) -> None:
    address = f"{sign.join(words)}@{'.'.join(labels)}.{ending}"
    assert _USUAL.fullmatch(address)
    found = _validated(address)
    assert found
    assert found.normalized == address
