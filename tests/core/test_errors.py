"""`Rejected`: one class, raised alone and inside models."""

import copy
import pickle
from typing import Annotated

import pytest
from pydantic import BaseModel, BeforeValidator, ValidationError

from core.errors import Rejected, rejections


def refuse(value: object) -> object:
    raise Rejected("too_odd", "form.odd", value=str(value), limit=3)


class Model(BaseModel):
    odd: Annotated[str, BeforeValidator(refuse)] | None = None
    number: int
    name: str = ""


def same(one: Rejected, other: Rejected) -> bool:
    return (one.code, one.step, one.details) == (other.code, other.step, other.details)


def test_carries_code_step_and_details() -> None:
    rejected = Rejected("cpf_length", count=10)
    assert (rejected.code, rejected.step, rejected.details) == ("cpf_length", None, {"count": 10})
    assert Rejected("x", "individual.cpf").step == "individual.cpf"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda rejected: pickle.loads(pickle.dumps(rejected))])
def test_survives_copying(again: object) -> None:
    rejected = Rejected("cpf_length", "individual.cpf", count=10)
    assert same(again(rejected), rejected)  # type: ignore[operator]


def test_comes_back_from_a_model() -> None:
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"odd": "x", "number": 1})
    (rejected,) = rejections(caught.value)
    assert same(rejected, Rejected("too_odd", "form.odd", value="x", limit=3))


def test_without_a_step_too() -> None:
    class Plain(BaseModel):
        field: Annotated[str, BeforeValidator(lambda value: (_ for _ in ()).throw(Rejected("plain")))]

    with pytest.raises(ValidationError) as caught:
        Plain.model_validate({"field": "x"})
    (rejected,) = rejections(caught.value)
    assert same(rejected, Rejected("plain"))


def test_pydantics_own_types_become_missing_or_invalid() -> None:
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"odd": "x", "name": 5})
    assert [each.code for each in rejections(caught.value)] == ["too_odd", "missing", "invalid"]
