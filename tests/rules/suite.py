"""Rule cases as their YAML files give them: one suite per rule, one situation per case, and what the rule must say.

A case states the rule's own finding and nothing else: `certain`, `possible` (with exactly the fields or gates left
open) or `impossible`. `each` repeats a case for several values of one field. `never` names values that a condition
lists although no project with them gets past an earlier gate, each with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from ruamel.yaml import YAML

from lianggao import Project, ProjectScreening, Screening, screen
from lianggao.rulebook.dates import PartialDate
from lianggao.screening.project import dependencies, pattern_of

HERE = Path(__file__).parent
WHOLE = "whole"
"""The folder of the whole-set cases, beside those of the documents."""
SUFFIX = ".cases.yaml"

Expect = Literal["certain", "possible", "impossible"]
Value = str | int | float | tuple[float, float]
Key = tuple[tuple[str, Value], ...]


def _dated(text: str) -> str:
    PartialDate.parse(text)
    return text


def _interval(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


AsOf = Annotated[str, AfterValidator(_dated)]
Given = dict[str, Annotated[Value, BeforeValidator(_interval)]]


class Strict(BaseModel):
    """Base of all models of case files: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Case(Strict):
    """One situation and the rule's own finding in it."""

    name: str
    as_of: AsOf
    each: Annotated[dict[str, tuple[str, ...]], Field(max_length=1)] = {}
    project: Given
    expect: Expect
    depends_on: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Case:
        if (self.expect == "possible") != bool(self.depends_on):
            raise ValueError("`depends_on` goes with `possible`, and only with it")
        if len(set(self.depends_on)) < len(self.depends_on):
            raise ValueError("`depends_on` names a field twice")
        if set(self.each) & set(self.project):
            raise ValueError("`each` names a field that `project` states")
        for variant in self.variants():
            Project.model_validate(dict(variant.given))
        return self

    def variants(self) -> Iterator[Variant]:
        """Yield the case itself, or one variant per value of `each`."""
        if not self.each:
            yield Variant(self, self.name, self.project)
        for field, values in self.each.items():
            for value in values:
                yield Variant(self, f"{self.name} [{value}]", {**self.project, field: value})


@dataclass(frozen=True, eq=False)
class Variant:
    """One project to screen, and the case that it belongs to."""

    case: Case
    name: str
    given: Mapping[str, Value]

    @property
    def key(self) -> Key:
        """Return what is stated, in a fixed order."""
        return self.key_without("")

    def key_without(self, field: str) -> Key:
        """Return what is stated of all fields but one, in a fixed order."""
        return tuple(sorted((name, value) for name, value in self.given.items() if name != field))


class Suite(Strict):
    """All cases of one rule."""

    rule: str
    never: dict[str, dict[str, str]] = {}
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _named_once(self) -> Suite:
        names = [case.name for case in self.cases]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"cases named twice: {', '.join(twice)}")
        return self

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Return every variant of every case, in the order of the file."""
        return tuple(variant for case in self.cases for variant in case.variants())


def read_plain(path: Path) -> Any:
    """Read a YAML file into plain data; repeated keys are refused."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def rule_of(path: Path) -> str:
    """Return the rule whose suite a file holds: its path is the rule's id."""
    return path.relative_to(HERE).as_posix().removesuffix(SUFFIX)


def suite_files() -> dict[str, Path]:
    """Return the file of every suite by the id of its rule."""
    return {rule_of(path): path for path in sorted(HERE.rglob(f"*{SUFFIX}")) if path.parent != HERE / WHOLE}


@cache
def suite_of(rule: str) -> Suite:
    """Return the suite of a rule."""
    return Suite.model_validate(read_plain(suite_files()[rule]))


@dataclass(frozen=True, eq=False)
class Screened:
    """One variant's place in a screened list; reads only what a rule case asks, which is quicker than a full result."""

    screening: Screening
    row: int

    def finding(self, rule: str) -> tuple[Expect, frozenset[str]]:
        """Return what one rule says: its status, and what that depends on where it is only possible."""
        batch, at = self.screening.batch_of(self.row)
        for answer in batch.answers.values():
            found = answer.part_of(rule)
            if found is None:
                continue
            part, clause = found
            pattern = int(part.patterns.of_row[at])
            if not part.answer.possible[pattern, clause]:
                return "impossible", frozenset()
            if part.answer.certain[pattern, clause]:
                return "certain", frozenset()
            written = next(known for known in batch.rulebook.rules if known.id == rule)
            return "possible", frozenset(dependencies(part, written, pattern))
        return "impossible", frozenset()

    def outcomes(self, gate: str) -> frozenset[str]:
        """Return the outcomes of a gate that are still possible."""
        batch, at = self.screening.batch_of(self.row)
        return frozenset(batch.open_outcomes(gate, pattern_of(batch, gate, at)))

    def in_full(self) -> ProjectScreening:
        """Return everything about the project, as a caller gets it."""
        return self.screening.project(self.row)


@cache
def _screened_on(as_of: str) -> Mapping[Key, Screened]:
    """Screen every project of every suite that has this date, in one call."""
    suites = [suite_of(rule) for rule in suite_files()]
    projects = {v.key: v.given for suite in suites for v in suite.variants if v.case.as_of == as_of}
    screening = screen([Project.model_validate(dict(given)) for given in projects.values()], as_of=as_of)
    return {key: Screened(screening, row) for row, key in enumerate(projects, start=1)}


def screened(variant: Variant) -> Screened:
    """Return the screening of a variant; all projects of one date share one call."""
    return _screened_on(variant.case.as_of)[variant.key]


def finding_in(result: ProjectScreening, rule: str) -> tuple[Expect, frozenset[str]]:
    """Return what a full result says of one rule."""
    for finding in result.findings:
        if finding.rule == rule:
            return finding.status, frozenset(finding.depends_on)
    return "impossible", frozenset()
