"""Customers played by a person or a script: POST /_customer/5511001/say with {"text": "Oi"}, GET /_customer/5511001."""

from starlette.routing import Route

from tests.platforms import by_hand
from tests.platforms.calls import JSON
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.shown import Shown

ACTS = frozenset(
    "say start tap photo album video video_note document voice audio sticker share_contact forward_contact location block unblock".split()
)


def customer(telegram: Telegram, number: int) -> Customer:
    """Whoever has this number; each number is somebody."""
    return Customer(telegram, Person(number, "Cliente", str(number), phone=f"55119{number % 100_000_000:08}"))


def as_text(shown: Shown) -> JSON:
    return {"id": shown.id, "text": shown.text, "buttons": shown.buttons, "keyboard": shown.keyboard}


def routes(telegram: Telegram) -> list[Route]:
    return by_hand.routes(
        lambda number: customer(telegram, int(number)),
        ACTS,
        lambda who: [as_text(each) for each in who.heard()],
        lambda: [f"{each.method}: {each.what}" for each in telegram.violations],
    )
