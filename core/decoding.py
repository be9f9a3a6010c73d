"""JSON as a platform sends it: read fast, and where that refuses, read anyhow."""

import json
from typing import Any

import msgspec


def decoded(raw: bytes) -> Any:
    """Takes half surrogates too, which ingest leaves out: one in one message must not hold up a whole batch. Raises `ValueError`."""
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return json.loads(raw.decode("utf-8", "replace"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
