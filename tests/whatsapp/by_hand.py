"""Customers played by a person or a script: POST /_customer/5511987650132/say with {"text": "Oi"}, GET /_customer/5511987650132."""

from starlette.routing import Route

from tests.platforms import by_hand
from tests.platforms.calls import JSON
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import WhatsApp
from tests.whatsapp.shown import Shown

ACTS = frozenset(
    "say tap photo album video document voice audio sticker location forward_contact order block unblock change_number".split()
)


def customer(whatsapp: WhatsApp, number: str) -> Customer:
    """Whoever has this number; each number is somebody."""
    return Customer(whatsapp, Person(number, f"Cliente {number[-4:]}"))


def as_text(shown: Shown, nth: int) -> JSON:
    return {"id": nth, "message": shown.id, "text": shown.text, "buttons": shown.buttons, "opens": shown.opens, "rows": shown.rows}


def routes(whatsapp: WhatsApp) -> list[Route]:
    return by_hand.routes(
        lambda number: customer(whatsapp, number),
        ACTS,
        lambda who: [as_text(each, nth) for nth, each in enumerate(who.heard(), 1)],
        lambda: [f"{each.name}: {each.what}" for each in whatsapp.violations],
    )
