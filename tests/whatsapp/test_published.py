"""The published limits themselves: what the examples of the vendor's pages say is taken, and what lies just beyond is not."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.whatsapp.published import refusal

TO: dict[str, Any] = {
    "messaging_product": "whatsapp",
    "recipient_type": "individual",
    "to": "5511987654321",
    "biz_opaque_callback_data": "z:7:1",
}


def text(body: str) -> dict[str, Any]:
    return TO | {"type": "text", "text": {"body": body, "preview_url": False}}


def buttons(*titles: str, body: str = "Qual?") -> dict[str, Any]:
    shown = [{"type": "reply", "reply": {"id": f"p1:{index}", "title": title}} for index, title in enumerate(titles)]
    return TO | {"type": "interactive", "interactive": {"type": "button", "body": {"text": body}, "action": {"buttons": shown}}}


def rows(count: int, **more: str) -> list[Mapping[str, str]]:
    return [{"id": f"p1:{index}", "title": f"Linha {index}"} | more for index in range(count)]


def listed(*sections: Mapping[str, Any], button: str = "Ver opções") -> dict[str, Any]:
    shown = {"type": "list", "body": {"text": "Qual?"}, "action": {"button": button, "sections": [*sections]}}
    return TO | {"type": "interactive", "interactive": shown}


def template(*values: str) -> dict[str, Any]:
    parameters = [{"type": "text", "text": value} for value in values]
    return TO | {
        "type": "template",
        "template": {"name": "lembrete_1", "language": {"code": "pt_BR"}, "components": [{"type": "body", "parameters": parameters}]},
    }


TAKEN = {
    "text": text("x" * 4096),
    "to a user id": {key: value for key, value in text("oi").items() if key != "to"} | {"recipient": "BR.1502576394655843"},
    "to a parent's user id": {key: value for key, value in text("oi").items() if key != "to"} | {"recipient": "BR.ENT.118157651"},
    "three buttons": buttons("Sim", "Não", "x" * 20),
    "ten rows": listed({"rows": rows(10, description="x" * 72)}),
    "two sections": listed({"title": "A", "rows": rows(1)}, {"title": "B", "rows": [{"id": "p1:9", "title": "Outra"}]}),
    "template": template("Ana", "2026-000012-3"),
    "template without values": TO | {"type": "template", "template": {"name": "lembrete", "language": {"code": "pt_BR"}}},
    "image": TO | {"type": "image", "image": {"id": "1013859600285441", "caption": "x" * 1024}},
    "video": TO | {"type": "video", "video": {"id": "1013859600285441"}},
    "sound": TO | {"type": "audio", "audio": {"id": "1013859600285441"}},
    "document": TO | {"type": "document", "document": {"id": "1013859600285441", "filename": "laudo.pdf"}},
    "reaction": TO | {"type": "reaction", "reaction": {"message_id": "wamid.HBgL", "emoji": "👍"}},
    "read": {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.HBgL", "typing_indicator": {"type": "text"}},
}
REFUSED = {
    "nothing": {},
    "no mapping": ["text"],
    "unknown kind": TO | {"type": "envelope", "envelope": {}},
    "text too long": text("x" * 4097),
    "text of spaces": text(" \n"),
    "no address": {key: value for key, value in text("oi").items() if key != "to"},
    "two addresses": text("oi") | {"recipient": "BR.1502576394655843"},
    "user id as number": text("oi") | {"to": "BR.1502576394655843"},
    "unknown key": text("oi") | {"silent": True},
    "tracker too long": text("oi") | {"biz_opaque_callback_data": "x" * 513},
    "four buttons": buttons("a", "b", "c", "d"),
    "no button": buttons(),
    "title too long": buttons("x" * 21),
    "titles alike": buttons("Sim", "Sim"),
    "body too long": buttons("Sim", body="x" * 1025),
    "eleven rows": listed(
        {"title": "A", "rows": rows(6)}, {"title": "B", "rows": [{"id": f"q{at}", "title": f"Q{at}"} for at in range(5)]}
    ),
    "rows alike": listed({"rows": rows(2, title="Igual")}),
    "sections without title": listed({"rows": rows(1)}, {"title": "B", "rows": [{"id": "p1:9", "title": "Outra"}]}),
    "empty description": listed({"rows": rows(1, description="")}),
    "row title too long": listed({"rows": rows(1, title="x" * 25)}),
    "opening too long": listed({"rows": rows(1)}, button="x" * 21),
    "value of two lines": template("uma\nduas"),
    "value with a tab": template("uma\tduas"),
    "value with a gap": template("uma     duas"),
    "empty value": template(""),
    "caption too long": TO | {"type": "image", "image": {"id": "1", "caption": "x" * 1025}},
    "sound with a caption": TO | {"type": "audio", "audio": {"id": "1", "caption": "oi"}},
    "typing as it is not": {"messaging_product": "whatsapp", "status": "typing", "message_id": "wamid.HBgL"},
}


@pytest.mark.parametrize("body", TAKEN.values(), ids=TAKEN.keys())
def test_taken(body: object) -> None:
    assert refusal(body) is None


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
def test_refused(body: object) -> None:
    assert refusal(body)
