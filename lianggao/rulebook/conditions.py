"""Conditions as rule files write them: a closed set of forms, read without coercion.

Exactly one form fits any mapping, told by its keys, so that a mistake is reported against the form that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StrictFloat, StrictInt, StrictStr, Tag

from lianggao.rulebook.yaml_reader import Path_

Number = StrictInt | StrictFloat
CHOICE_OPERATORS = ("is", "in", "not_in", "in_catalog")
QUANTITY_OPERATORS = ("at_least", "more_than", "at_most", "less_than")
_OPERATORS = {name: {"is": "is_", "in": "in_"}.get(name, name) for name in (*CHOICE_OPERATORS, *QUANTITY_OPERATORS)}


class Strict(BaseModel):
    """Base of all models of rule files: unknown keys are refused, nothing changes after reading.

    Most are only ever read as part of another, so that what reads a model is built when the first is read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class AllCondition(Strict):
    """Every part holds."""

    all: Annotated[tuple[WrittenCondition, ...], Field(min_length=1)]


class AnyCondition(Strict):
    """Some part holds."""

    any: Annotated[tuple[WrittenCondition, ...], Field(min_length=1)]


class NotCondition(Strict):
    """The part does not hold."""

    not_: WrittenCondition = Field(alias="not")


class FieldCondition(Strict):
    """A field compared by one operator."""

    field: StrictStr
    is_: StrictStr | None = Field(default=None, alias="is")
    in_: Annotated[tuple[StrictStr, ...], Field(min_length=1)] | None = Field(default=None, alias="in")
    not_in: Annotated[tuple[StrictStr, ...], Field(min_length=1)] | None = None
    in_catalog: StrictStr | None = None
    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None

    @property
    def operators(self) -> tuple[str, ...]:
        """Return the operators that the file gives, as written there."""
        return tuple(name for name, own in _OPERATORS.items() if getattr(self, own) is not None)


class GateCondition(Strict):
    """The outcome of an earlier gate."""

    gate: StrictStr
    is_: StrictStr | None = Field(default=None, alias="is")
    in_: Annotated[tuple[StrictStr, ...], Field(min_length=1)] | None = Field(default=None, alias="in")


class RefCondition(Strict):
    """A named definition."""

    ref: StrictStr


TAG = "form:"
FORM_OF: dict[str | int, type[Strict]] = {
    "form:all": AllCondition,
    "form:any": AnyCondition,
    "form:not": NotCondition,
    "form:field": FieldCondition,
    "form:gate": GateCondition,
    "form:ref": RefCondition,
}
FORMS = ("all", "any", "not", "field", "gate", "ref")


def _form(value: Any) -> str | None:
    if isinstance(value, BaseModel):
        return TAG + type(value).__name__.removesuffix("Condition").lower()
    found = [form for form in FORMS if isinstance(value, dict) and form in value]
    return TAG + found[0] if len(found) == 1 else None


WrittenCondition = Annotated[
    Annotated[AllCondition, Tag("form:all")]
    | Annotated[AnyCondition, Tag("form:any")]
    | Annotated[NotCondition, Tag("form:not")]
    | Annotated[FieldCondition, Tag("form:field")]
    | Annotated[GateCondition, Tag("form:gate")]
    | Annotated[RefCondition, Tag("form:ref")],
    Discriminator(
        _form,
        custom_error_type="wrong_condition",
        custom_error_message="a condition has exactly one of the keys all, any, not, field, gate, ref",
    ),
]


def nodes(written: WrittenCondition, path: Path_ = ()) -> Iterator[tuple[Path_, WrittenCondition]]:
    """Yield every condition in the tree with its path in the file, an outer one before those inside."""
    yield path, written
    if isinstance(written, AllCondition | AnyCondition):
        key = "all" if isinstance(written, AllCondition) else "any"
        for i, part in enumerate(getattr(written, key)):
            yield from nodes(part, (*path, key, i))
    elif isinstance(written, NotCondition):
        yield from nodes(written.not_, (*path, "not"))


def written_out(written: WrittenCondition, definitions: Mapping[str, WrittenCondition]) -> Iterator[WrittenCondition]:
    """Yield every condition in the tree and in the definitions that it refers to, each definition once."""
    left, seen = [written], set[str]()
    while left:
        for _, part in nodes(left.pop(0)):
            yield part
            if isinstance(part, RefCondition) and part.ref in definitions and part.ref not in seen:
                seen.add(part.ref)
                left.append(definitions[part.ref])
