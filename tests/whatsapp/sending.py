"""POST /messages: what the business sends, and what its sender hears of it by statuses."""

from typing import TYPE_CHECKING

from tests.platforms.calls import JSON
from tests.whatsapp.calls import Call
from tests.whatsapp.errors import Refused, no_object, reported
from tests.whatsapp.phones import Chat, Phone
from tests.whatsapp.published import refusal
from tests.whatsapp.shown import Shown

if TYPE_CHECKING:
    from tests.whatsapp.platform import Number, WhatsApp

WINDOW_SECONDS = 24 * 3600  # since the person wrote last: only templates go later


class Sent:
    """A message that was accepted, on its way to a phone; None: to a number that nobody has."""

    def __init__(self, whatsapp: "WhatsApp", number: "Number", phone: Phone | None, call: Call) -> None:
        self.id = whatsapp.message_id()
        self.phone, self.body = phone, call.body
        self._whatsapp, self._number, self._to = whatsapp, number, call.to

    def report(self, state: str, error: JSON | None = None) -> JSON:
        """Puts a status before the webhook; gives the status."""
        status: JSON = {"id": self.id, "status": state, "timestamp": str(int(self._whatsapp.now()))}
        status |= self.phone.named("recipient_id", "recipient_user_id") if self.phone else {"recipient_id": self._to}
        if tracker := self.body.get("biz_opaque_callback_data"):
            status["biz_opaque_callback_data"] = tracker
        if error:
            status["errors"] = [error]
        elif state != "read":
            status["pricing"] = {"billable": False, "pricing_model": "PMP", "type": "free_customer_service", "category": "service"}
        value: JSON = {"messaging_product": "whatsapp", "metadata": self._number.metadata, "statuses": [status]}
        if self.phone and self.phone.shows != "number":
            value["contacts"] = [self.phone.contact]
        self._whatsapp.webhook.put(value)
        return status


async def send(whatsapp: "WhatsApp", number: "Number", call: Call) -> JSON:
    _check(call)
    phone = whatsapp.found(call)
    kind = call.body["type"]
    template = whatsapp.templates.filled(call.body["template"]) if kind == "template" else ""
    _check_file(whatsapp, call)
    if phone and (error := number.paced(phone, whatsapp.now())):
        raise Refused(error)
    sent = Sent(whatsapp, number, phone, call)
    whatsapp.sent[sent.id] = sent
    if error := _undeliverable(whatsapp, number, sent):
        sent.report("failed", reported(error))
    elif phone:
        _arrive(whatsapp, phone, phone.chat(number.id), sent, template)
        if whatsapp.early:
            await whatsapp.webhook.all_taken()
    contact: JSON = {"input": call.to} | (phone.named("wa_id", "user_id") if phone else {"wa_id": call.to.removeprefix("+")})
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [{"id": sent.id}]}


def read(whatsapp: "WhatsApp", number: "Number", call: Call) -> JSON:
    """A message of a person is marked as read, and perhaps the business seen typing."""
    _check(call)
    message = call.body["message_id"]
    chat = next((each for phone in whatsapp.phones.values() if message in (each := phone.chat(number.id)).messages), None)
    if chat is None:
        raise Refused(131009, "message_id is not one of this number's")
    chat.seen.append(message)
    chat.typing += "typing_indicator" in call.body
    chat.changes.tell()
    return {"success": True}


def _check(call: Call) -> None:
    body = dict(call.body)
    if "to" in body and "recipient" in body:
        call.complain("both to and recipient")  # `to` wins: the platform says nothing, and no correct program does it
        del body["recipient"]
    if why := refusal(body):
        call.complain(why)
        raise Refused(100, why, message=f"(#100) {why}")


def _check_file(whatsapp: "WhatsApp", call: Call) -> None:
    number = Shown("", call.body).file
    if number and whatsapp.files.find(number) is None:
        raise no_object(number)


def _undeliverable(whatsapp: "WhatsApp", number: "Number", sent: Sent) -> int | None:
    """The error of its failed status."""
    if sent.phone is None or sent.phone.chat(number.id).blocked:
        return 131026
    heard_at = sent.phone.chat(number.id).heard_at
    is_open = heard_at is not None and whatsapp.now() - heard_at < WINDOW_SECONDS
    return None if is_open or sent.body["type"] == "template" else 131047


def _arrive(whatsapp: "WhatsApp", phone: Phone, chat: Chat, sent: Sent, template: str) -> None:
    states = whatsapp.reports if phone.is_on else [state for state in whatsapp.reports if state == "sent"]
    if reaction := sent.body.get("reaction"):
        chat.reactions[reaction["message_id"]] = reaction["emoji"]
    elif phone.is_on:
        chat.show(sent.id, sent.body, template)
    else:
        chat.waiting.append((sent.id, sent.body, template))
    chat.changes.tell()
    for state in states:
        sent.report(state)
