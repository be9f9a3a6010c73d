"""GET of what the business has: its numbers, its templates, which app hears of it, what its token may do."""

import hmac
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.platforms.calls import JSON
from tests.whatsapp.calls import Call
from tests.whatsapp.errors import Refused, no_object

if TYPE_CHECKING:
    from tests.whatsapp.platform import Number, WhatsApp

PAGE = 25  # of a list, unless `limit` says another number
SCOPES = ("whatsapp_business_management", "whatsapp_business_messaging")


def thing(whatsapp: "WhatsApp", call: Call) -> JSON:
    """Any id: of a number, of the account, of a file. Of the first two `fields` are told. A proof of the secret must be right."""
    proof = hmac.new(whatsapp.secret.encode(), whatsapp.token.encode(), sha256).hexdigest()
    if call.body.get("appsecret_proof", proof) != proof:
        raise Refused(100, message="Invalid appsecret_proof provided in the API argument")
    if number := whatsapp.numbers.get(call.about):
        told: JSON = {
            "health_status": _health(whatsapp, number),
            "whatsapp_business_manager_messaging_limit": "TIER_2K",
            "verified_name": number.name,
            "display_phone_number": f"+{number.display}",
            "code_verification_status": "VERIFIED",
            "quality_rating": number.quality,
            "platform_type": "CLOUD_API",
            "throughput": {"level": "STANDARD"},
            "status": number.status,
            "name_status": "APPROVED",
            "webhook_configuration": {"application": whatsapp.webhook.url} if whatsapp.webhook.url else {},
            "id": number.id,
        }
        return _fields(told, call)
    if call.about == whatsapp.waba:
        told = {
            "name": "Imobiliária Modelo",
            "currency": "BRL",
            "timezone_id": "25",
            "id": whatsapp.waba,
            "account_review_status": "APPROVED",
        }
        return _fields(told, call)
    return whatsapp.files.get(call.about, f"{whatsapp.origin}/lookaside")


def message_templates(whatsapp: "WhatsApp", call: Call) -> JSON:
    _of_account(whatsapp, call)
    found = [each.shape for each in whatsapp.templates.all if call.body.get("name", each.name) == each.name]
    return _page(found, call, f"{whatsapp.url}/{call.about}/message_templates")


def phone_numbers(whatsapp: "WhatsApp", call: Call) -> JSON:
    _of_account(whatsapp, call)
    return {"data": [thing(whatsapp, Call("thing", number, {})) for number in whatsapp.numbers]}


def subscribed_apps(whatsapp: "WhatsApp", call: Call) -> JSON:
    _of_account(whatsapp, call)
    app = {
        "whatsapp_business_api_data": {
            "link": "https://www.facebook.com/games/?app_id=" + whatsapp.app_id,
            "name": "Zelador",
            "id": whatsapp.app_id,
        }
    }
    return {"data": [app] if whatsapp.subscribed else []}


def subscribe(whatsapp: "WhatsApp", call: Call) -> JSON:
    _of_account(whatsapp, call)
    whatsapp.subscribed = True
    return {"success": True}


def subscriptions(whatsapp: "WhatsApp", call: Call) -> JSON:
    """Of the app, which alone may ask: where its webhook is, and of what it is told."""
    if call.about != whatsapp.app_id:
        raise no_object(call.about)
    fields = [{"name": name, "version": "v25.0"} for name in whatsapp.topics]
    told = {"object": "whatsapp_business_account", "callback_url": whatsapp.webhook.url, "active": True, "fields": fields}
    return {"data": [told] if whatsapp.webhook.url else []}


def debug_token(whatsapp: "WhatsApp", call: Call) -> JSON:
    if call.body.get("input_token") != whatsapp.token:
        return {"data": {"is_valid": False, "scopes": [], "error": {"code": 190, "message": "Invalid OAuth access token."}}}
    granular = [{"scope": scope, "target_ids": [whatsapp.waba]} for scope in whatsapp.scopes]
    told: JSON = {
        "app_id": whatsapp.app_id,
        "type": "SYSTEM_USER",
        "application": "Zelador",
        "is_valid": True,
        "expires_at": whatsapp.expires_at,
    }
    return {"data": told | {"scopes": list(whatsapp.scopes), "granular_scopes": granular, "user_id": "122100000000000001"}}


def _health(whatsapp: "WhatsApp", number: "Number") -> JSON:
    able = "AVAILABLE" if number.status == "CONNECTED" else "BLOCKED"
    ids = {"PHONE_NUMBER": number.id, "WABA": whatsapp.waba, "BUSINESS": "506914307656634", "APP": whatsapp.app_id}
    entities: list[JSON] = [{"entity_type": kind, "id": its, "can_send_message": "AVAILABLE"} for kind, its in ids.items()]
    entities[0]["can_send_message"] = able
    return {"can_send_message": able, "entities": entities}


def _of_account(whatsapp: "WhatsApp", call: Call) -> None:
    if call.about != whatsapp.waba:
        raise no_object(call.about)


def _fields(told: JSON, call: Call) -> JSON:
    """What was asked for, and the id always."""
    asked = [each.partition("{")[0].strip() for each in str(call.body.get("fields", "")).split(",") if each.strip()]
    if unknown := [each for each in asked if each not in told]:
        raise Refused(100, message=f"(#100) Tried accessing nonexisting field ({unknown[0]})")
    return {name: value for name, value in told.items() if not asked or name in {*asked, "id"}}


def _page(found: list[JSON], call: Call, url: str) -> JSON:
    """With the address of the next, while there is one."""
    limit, begin = int(call.body.get("limit", PAGE)), int(call.body.get("after", 0))
    page: JSON = {"data": found[begin : begin + limit]}
    if len(found) > begin + limit:
        page["paging"] = {
            "cursors": {"before": str(begin), "after": str(begin + limit)},
            "next": f"{url}?limit={limit}&after={begin + limit}",
        }
    return page
