"""Whole-set cases: a project, and what all rules together make of it, worked out by hand from the law.

A rule's suite says what one rule finds; a case here says what is left of every gate, which departments review, and
which facts the catalog gate still asks for, in the order of asking.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field
from suite import HERE, SUFFIX, WHOLE, AsOf, Given, Strict, read_plain

from lianggao import Project, ProjectScreening, screen
from lianggao.screening.result import Review


class WholeCase(Strict):
    """One project and what the whole set of rules says of it."""

    name: str
    as_of: AsOf
    project: Given
    gates: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
    departments: dict[str, Review]
    missing: tuple[str, ...]


class WholeCases(Strict):
    """The cases of one file."""

    cases: Annotated[tuple[WholeCase, ...], Field(min_length=1)]


@cache
def whole_cases() -> dict[str, WholeCase]:
    """Return every case by its file and name. Raises ValueError where a file names one twice."""
    found: dict[str, WholeCase] = {}
    for path in sorted((HERE / WHOLE).glob(f"*{SUFFIX}")):
        for case in WholeCases.model_validate(read_plain(path)).cases:
            name = f"{path.name.removesuffix(SUFFIX)}: {case.name}"
            if name in found:
                raise ValueError(f"{name} is there twice")
            found[name] = case
    return found


@cache
def _screened_on(as_of: str) -> dict[str, ProjectScreening]:
    cases = {name: case for name, case in whole_cases().items() if case.as_of == as_of}
    screening = screen([Project.model_validate(case.project) for case in cases.values()], as_of=as_of)
    return dict(zip(cases, screening.projects(), strict=True))


def screened_whole(name: str) -> ProjectScreening:
    """Return the screening of a case; all cases of one date share one call."""
    return _screened_on(whole_cases()[name].as_of)[name]
