"""Screen what is to be measured: case files by their dates, lists as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lianggao.api import screen
from lianggao.audit.cases import read_cases
from lianggao.project import Project
from lianggao.rulebook import Law
from lianggao.screening import Screening

LISTS = (".csv", ".xlsx")


def screened_paths(
    paths: Iterable[Path], law: Law, as_of: str | None = None, sheet: str | None = None
) -> Iterator[tuple[Screening, Sequence[str]]]:
    """Screen lists (`.csv`, `.xlsx`) and case files or folders of them, and name every project.

    Case files have their own dates; `as_of` is for lists. Raises InputError.
    """
    every = list(paths)
    for path in every:
        if path.suffix.lower() in LISTS:
            screening = screen(path, as_of=as_of, law=law, sheet=sheet)
            yield screening, [_name(screening, row) for row in range(len(screening))]
    cases = [path for path in every if path.suffix.lower() not in LISTS]
    if cases:
        yield from screened_cases(cases, law)


def screened_cases(paths: Sequence[Path], law: Law) -> Iterator[tuple[Screening, Sequence[str]]]:
    """Screen the projects of case files, date by date; a project that several cases state is named by the first."""
    by_date: dict[str, dict[object, tuple[str, Project]]] = {}
    for file in read_cases(paths, law):
        for variant, _ in file.variants():
            named = f"{file.name}: {variant.name}", Project.of(variant.given)
            by_date.setdefault(variant.case.as_of, {}).setdefault(variant.key, named)
    for as_of, projects in sorted(by_date.items()):
        screening = screen([project for _, project in projects.values()], as_of=as_of, law=law)
        yield screening, [name for name, _ in projects.values()]


def _name(screening: Screening, row: int) -> str:
    name = screening.facts.text("project_name").iloc[row]
    return f"第{row + 1}个项目 {name}".rstrip()
