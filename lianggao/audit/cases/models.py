"""Cases as their YAML files give them: a suite holds the cases of one rule, a whole set those of all rules together.

A rule case states the rule's own finding and nothing else: `certain`, `possible` (with exactly the fields, gates or
dates left open) or `impossible`; `each` repeats it for several values of one field. A whole case states what is left of
gates, how departments review, what the catalog still asks for, which rules decide, and what became of requirements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictStr,
    ValidationInfo,
    field_validator,
)

from lianggao.rulebook.conditions import Strict
from lianggao.rulebook.models import WrittenDate
from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening.result import Review

Expect = Literal["certain", "possible", "impossible"]
Number = int | float
Value = str | Number | tuple[Number, Number]
Key = tuple[tuple[str, Value], ...]
C = TypeVar("C", bound="Case | WholeCase")
T = TypeVar("T", bound=Sized)


def _name(text: str) -> str:
    if not text.isprintable() or not text.strip():
        raise ValueError("a name is one line of text")
    return text


def _value(value: Any) -> Value:
    """Take what a project may state; yes and no are words, and what is unknown is left out."""
    numbers = value if isinstance(value, list | tuple) and len(value) == 2 else [value]
    if isinstance(value, str):
        return value
    if not all(type(number) in (int, float) for number in numbers):
        raise ValueError("a text, a number or an interval [low, high] is needed")
    if min(numbers) < 0 or numbers[0] > numbers[-1]:
        raise ValueError("a number is not below zero, and an interval goes from low to high")
    return value if numbers[0] is value else (numbers[0], numbers[1])


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"`{twice[0]}` is there twice")
    return names


def _some(given: T) -> T:
    if not given:
        raise ValueError("at least one is needed")
    return given


Name = Annotated[StrictStr, AfterValidator(_name)]
Given = dict[StrictStr, Annotated[Value, BeforeValidator(_value)]]
Names = Annotated[tuple[StrictStr, ...], AfterValidator(_once)]
Some = Annotated[Names, AfterValidator(_some)]


class Case(Strict):
    """One situation and the rule's own finding in it; of a requirement's rule also what became of the requirement."""

    name: Name
    as_of: WrittenDate
    each: Annotated[dict[StrictStr, Some], Field(max_length=1, default_factory=dict)]
    project: Given
    expect: Expect
    status: CheckStatus | None = None
    # A list, so that a message names the key and not an empty tuple.
    depends_on: Names = Field(default=[], validate_default=True)

    @field_validator("project")
    @classmethod
    def _apart(cls, project: dict[str, Value], info: ValidationInfo) -> dict[str, Value]:
        if both := set(project) & set(info.data.get("each", ())):
            raise ValueError(f"`each` gives `{both.pop()}` too")
        return project

    @field_validator("depends_on")
    @classmethod
    def _explained(cls, names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if "expect" in info.data and (info.data["expect"] == "possible") != bool(names):
            raise ValueError("it goes with `expect: possible`, and only with it")
        return names

    def variants(self) -> Iterator[Variant[Case]]:
        """Yield the case itself, or one variant per value of `each`."""
        if not self.each:
            yield Variant(self, self.name, self.project)
        for field, values in self.each.items():
            for value in values:
                yield Variant(self, f"{self.name} [{value}]", {**self.project, field: value})


class WholeCase(Strict):
    """One project and what all rules together say of it; only what is given is compared.

    `gates` has the outcomes left of a gate, `departments` their reviews, `missing` what the catalog asks for in the
    order of asking, and `deciding` the rules on which a gate's remaining outcomes rest. Those are the rules of the gate
    whose outcome is among the remaining ones: the certain ones where a certain one settles the outcome, else all that
    are possible. They are the rules that a result's `basis` cites; none where no rule holds. `checks` has what became
    of requirements, `asks` the fields to fill in, in any order, for one that is undecided.
    """

    name: Name
    as_of: WrittenDate
    project: Given
    gates: dict[StrictStr, Some] = Field(default_factory=dict)
    departments: dict[StrictStr, Review] = Field(default_factory=dict)
    missing: Names | None = None
    deciding: dict[StrictStr, Names] = Field(default_factory=dict)
    checks: dict[StrictStr, CheckStatus] = Field(default_factory=dict)
    asks: dict[StrictStr, Names] = Field(default_factory=dict)

    def variants(self) -> Iterator[Variant[WholeCase]]:
        """Yield the case itself."""
        yield Variant(self, self.name, self.project)


class Suite(Strict):
    """All cases of one rule. `never` has values that no project past an earlier gate can have, each with the reason."""

    rule: StrictStr
    never: dict[StrictStr, dict[StrictStr, StrictStr]] = Field(default_factory=dict)
    cases: Annotated[tuple[Case, ...], AfterValidator(_some)]

    @cached_property
    def variants(self) -> tuple[Variant[Case], ...]:
        """Return every variant of every case, in the order of the file."""
        return tuple(variant for case in self.cases for variant in case.variants())


class WholeSet(Strict):
    """The whole-set cases of one file."""

    cases: Annotated[tuple[WholeCase, ...], AfterValidator(_some)]

    @cached_property
    def variants(self) -> tuple[Variant[WholeCase], ...]:
        """Return every case, in the order of the file."""
        return tuple(variant for case in self.cases for variant in case.variants())


@dataclass(frozen=True, eq=False)
class Variant(Generic[C]):
    """One project to screen, and the case that it belongs to."""

    case: C
    name: str
    given: Mapping[str, Value]

    @property
    def key(self) -> Key:
        """Return what is stated, in a fixed order."""
        return self.key_without("")

    def key_without(self, field: str) -> Key:
        """Return what is stated of all fields but one, in a fixed order."""
        return tuple(sorted((name, value) for name, value in self.given.items() if name != field))
