"""The one way bad input is refused."""

from typing import Any, Self

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

_LACKING = {"missing", "none_required"}  # pydantic's own types that mean "nothing was given"


class Rejected(PydanticCustomError):
    """Refused: `code` names the words (`error-<code>`), `step` (`flow.step`) where to go back to, `details` fill the words.

    One class is raised alone and inside pydantic models; a model keeps only type and context, so `rejections` is the way back.
    """

    def __new__(cls, code: str, step: str | None = None, /, **details: Any) -> Self:
        return super().__new__(cls, code, code, {"step": step, **details})

    def __init__(self, code: str, step: str | None = None, /, **details: Any) -> None:
        self.code, self.step, self.details = code, step, details

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.code, self.step, self.details)


def _again(code: str, step: str | None, details: dict[str, Any]) -> Rejected:
    return Rejected(code, step, **details)


def rejections(error: ValidationError) -> tuple[Rejected, ...]:
    """What was refused, in the order of the model's fields; pydantic's own types become `missing` or `invalid`."""
    return tuple(refusal for _, refusal in rejections_by_field(error))


def rejections_by_field(error: ValidationError) -> tuple[tuple[str, Rejected], ...]:
    """The same with the field of each: of a rule over several fields, the one whose step it names."""
    return tuple((_field(each), _rejection(each)) for each in error.errors(include_url=False, include_input=False))


def _field(each: ErrorDetails) -> str:
    step: str = each.get("ctx", {}).get("step") or ""
    return str(each["loc"][0]) if each["loc"] else step.rpartition(".")[2]


def _rejection(each: ErrorDetails) -> Rejected:
    details = dict(each.get("ctx", {}))
    if "step" not in details:
        return Rejected("missing" if each["type"] in _LACKING else "invalid")
    step = details.pop("step")
    return Rejected(each["type"], step, **details)
