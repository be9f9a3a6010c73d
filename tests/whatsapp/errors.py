"""The errors that the Cloud API publishes, by their code: status of HTTP and title.

https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
"""

from collections.abc import Mapping

from tests.platforms import calls
from tests.platforms.calls import JSON

ERRORS: Mapping[int, tuple[int, str]] = {
    0: (401, "AuthException"),
    1: (400, "API Unknown"),
    2: (503, "API Service"),
    3: (500, "API Method"),
    4: (400, "API Too Many Calls"),
    10: (403, "Permission Denied"),
    33: (400, "Parameter value is not valid"),
    100: (400, "Invalid parameter"),
    190: (401, "Access token has expired"),
    200: (403, "API Permission"),
    368: (403, "Temporarily blocked for policies violations"),
    80007: (400, "Rate limit issues"),
    130429: (400, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    130497: (403, "Business account is restricted from messaging users in this country."),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Account has been locked"),
    131037: (400, "WhatsApp provided number needs display name approval before message can be sent."),
    131042: (400, "Business eligibility payment issue"),
    131045: (500, "Incorrect certificate"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement."),
    131050: (
        400,
        "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
    ),
    131051: (400, "Unsupported message type"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    131062: (400, "Business-scoped User ID (BSUID) recipients are not supported for this message"),
    132000: (400, "Template Param Count Mismatch"),
    132001: (404, "Template does not exist"),
    132005: (400, "Template Hydrated Text Too Long"),
    132007: (400, "Template Format Character Policy Violated"),
    132012: (400, "Template Parameter Format Mismatch"),
    132015: (400, "Template is Paused"),
    132016: (400, "Template is Disabled"),
    133010: (400, "Phone number Not Registered"),
    135000: (400, "Generic user error"),
}


class Refused(calls.Refused):
    """An error in the shape of the Graph API. `status`: of HTTP, where it is not the published one."""

    def __init__(self, number: int, details: str = "", *, message: str = "", subcode: int | None = None, status: int | None = None) -> None:
        published, title = ERRORS[number]
        super().__init__(f"{number} {title}: {details}")
        self.code, self.number, self.details, self.subcode = status or published, number, details or title, subcode
        self.message = message or f"(#{number}) {title}"

    @property
    def shape(self) -> JSON:
        error: JSON = {"message": self.message, "type": "OAuthException", "code": self.number}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.number >= FIRST_OF_WHATSAPP:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": error | {"fbtrace_id": "AXnCDaCzcV5KyGMa1b2C3d4"}}


FIRST_OF_WHATSAPP = 130_000  # the others are those of any Graph API


def reported(number: int, details: str = "") -> JSON:
    """The same error as a status or a message carries it."""
    _, title = ERRORS[number]
    return {
        "code": number,
        "title": title,
        "message": title,
        "error_data": {"details": details or title},
        "href": "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
    }


def no_token() -> Refused:
    return Refused(190, message="Invalid OAuth access token - Cannot parse access token")


def no_object(number: str) -> Refused:
    """An id that leads to nothing, or to what the token may not see: nobody is told which."""
    why = "does not exist, cannot be loaded due to missing permissions, or does not support this operation"
    return Refused(100, message=f"Unsupported request. Object with ID '{number}' {why}", subcode=33)
