"""What the Cloud API takes, by its published limits: one JSON Schema for each kind of message, and the two rules that no schema can say."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

_SCHEMAS = Path(__file__).parent / "schemas"
_AT = "https://whatsapp.invalid/"  # they name each other as if they stood there
_ROWS = 10  # of all sections of a list together
_KINDS = frozenset({"text", "reaction", "template", "image", "video", "audio", "document"})
_INTERACTIVE = {"button": "buttons", "list": "list"}


def refusal(body: Any) -> str | None:
    """Why the API would answer 400 to this body of POST /messages; None: it would not."""
    name = _kind(body)
    if name is None:
        return "no kind of message that is known"
    try:
        _schema(name)(body)
    except fastjsonschema.JsonSchemaValueException as error:
        return str(error.message)
    return next(_beyond(name, body), None)


def _kind(body: Any) -> str | None:
    """The schema that holds for it."""
    if not isinstance(body, Mapping):
        return None
    if "status" in body:
        return "read"
    kind = body.get("type")
    if kind == "interactive":
        interactive = body.get(kind)
        return _INTERACTIVE.get(str(interactive.get("type"))) if isinstance(interactive, Mapping) else None
    return kind if isinstance(kind, str) and kind in _KINDS else None


@cache
def _schema(name: str) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = fastjsonschema.compile(_read(f"{_AT}{name}.json"), handlers={"https": _read})
    return found


def _read(uri: str) -> Any:
    return json.loads((_SCHEMAS / uri.removeprefix(_AT)).read_text())


def _beyond(name: str, body: Mapping[str, Any]) -> Iterator[str]:
    if name == "buttons":
        yield from _alike([each["reply"] for each in body["interactive"]["action"]["buttons"]])
    if name == "list":
        sections = body["interactive"]["action"]["sections"]
        rows = [row for section in sections for row in section["rows"]]
        if len(rows) > _ROWS:
            yield f"{len(rows)} rows in all sections"
        if len(sections) > 1 and any("title" not in section for section in sections):
            yield "several sections, and one has no title"
        yield from _alike(rows)


def _alike(choices: list[Mapping[str, str]]) -> Iterator[str]:
    for key in ("id", "title"):
        if len({each[key] for each in choices}) < len(choices):
            yield f"two have the same {key}"
