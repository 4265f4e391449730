"""What may be told of a project: milestones, facts, corrections and withdrawals, each with an id and a date.

A date may be a day, a month or a year. Whether what an event refers to was told, or fits it, is not asked here.
"""

from __future__ import annotations

import sys
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from lianggao.project import FIELDS as PROJECT_FIELDS
from lianggao.project import Project
from lianggao.rulebook.dates import PartialDate

NOT_TOLD = frozenset({"decision_date"})
"""Fields of a project that are never told as facts: every event has a date of its own."""
FIELDS = tuple(name for name in PROJECT_FIELDS if name not in NOT_TOLD)

V = TypeVar("V")


def _when(text: str) -> str:
    try:
        PartialDate.parse(text)
    except ValueError:
        raise PydanticCustomError("not_a_date", "not a date") from None
    return text


def _field(name: str) -> str:
    if name not in FIELDS:
        raise PydanticCustomError("not_told" if name in NOT_TOLD else "unknown_field", "not a field")
    return name


def _words(text: str) -> str:
    # Half of a surrogate pair can't be written anywhere.
    if not text.strip() or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise PydanticCustomError("blank", "blank")
    return text


def _stated(value: V) -> V:
    if isinstance(value, str):
        _words(value)
    for end in value if isinstance(value, tuple) else (value,):
        if isinstance(end, float | int) and not abs(end) <= sys.float_info.max:
            raise PydanticCustomError("blank", "not a number")
    return value


def _pair(value: V) -> V | tuple[object, ...]:
    return tuple(value) if isinstance(value, list) else value


Name = Annotated[str, AfterValidator(_words)]
When = Annotated[str, AfterValidator(_when)]
FieldName = Annotated[str, AfterValidator(_field)]
Value = Annotated[str | int | float | tuple[float, float], BeforeValidator(_pair), AfterValidator(_stated)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: Name
    at: When

    @property
    def when(self) -> PartialDate:
        """Return the first and the last day that `at` may mean."""
        return PartialDate.parse(self.at)


class Milestone(_Told):
    """The contract is signed (签约), construction starts (开工) or production starts (投产)."""

    event: Literal["signed", "construction_started", "production_started"]


class EnergyReview(_Told):
    """The energy conservation review gives its opinion (节能审查意见)."""

    event: Literal["energy_review"]
    passed: bool


class Eia(_Told):
    """The environmental impact assessment is approved or refused (环评批复)."""

    event: Literal["eia"]
    approved: bool


class Fact(_Told):
    """A field of the project is stated, as in `Project`."""

    event: Literal["fact"]
    field: FieldName
    value: Value

    @model_validator(mode="after")
    def _fits(self) -> Fact:
        if not fits(self.field, self.value):
            raise PydanticCustomError("value", "does not fit")
        return self


class Correct(_Told):
    """Event `of` was told wrongly: what is given here replaces it, and `dated` is the date it should have had."""

    event: Literal["correct"]
    of: Name
    dated: When | None = None
    passed: bool | None = None
    approved: bool | None = None
    field: FieldName | None = None
    value: Value | None = None

    @model_validator(mode="after")
    def _tells(self) -> Correct:
        if not self.changes:
            raise PydanticCustomError("nothing_new", "nothing new")
        return self

    @property
    def changes(self) -> dict[str, object]:
        """Return what is new."""
        given = {name: getattr(self, name) for name in ("dated", "passed", "approved", "field", "value")}
        return {name: value for name, value in given.items() if value is not None}


class Withdraw(_Told):
    """Event `of` should not have been told."""

    event: Literal["withdraw"]
    of: Name


Happening = Milestone | EnergyReview | Eia | Fact
Event = Annotated[Happening | Correct | Withdraw, Field(discriminator="event")]


def fits(field: str, value: object) -> bool:
    """Say whether a value is of a kind that the field can take.

    >>> fits("coal_t", 12000), fits("products", 12000)
    (True, False)
    """
    try:
        Project.model_validate({field: value})
    except ValidationError:
        return False
    return True
