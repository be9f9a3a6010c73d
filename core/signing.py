"""How what goes to a webhook is signed, so that whoever receives it knows that it is ours: the form of Standard Webhooks.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
"""

import base64
import hashlib
import hmac

SECRET_PREFIX = "whsec_"  # noqa: S105 (of every secret of this form)
SECRET_BYTES = range(24, 65)  # the specification's own limits


def key_of(secret: str) -> bytes:
    """Raises ValueError for what is no secret of this form."""
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    if not secret.startswith(SECRET_PREFIX) or len(key) not in SECRET_BYTES:
        raise ValueError("not a secret of Standard Webhooks")
    return key


def signature(key: bytes, number: str, seconds: str, body: bytes) -> str:
    """Over the message's number, the time of this attempt (Unix) and the body byte by byte."""
    digest = hmac.digest(key, b".".join((number.encode(), seconds.encode(), body)), hashlib.sha256)
    return f"v1,{base64.b64encode(digest).decode()}"
