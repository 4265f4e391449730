"""Screen what is to be measured: case files by their dates, lists as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lianggao.api import screen
from lianggao.audit.cases import Screened, ScreenedCases, read_cases
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
    """Screen the projects of case files, date by date."""
    cases = [
        (f"{file.name}: {variant.name}", variant) for file in read_cases(paths, law) for variant, _ in file.variants()
    ]
    screened = ScreenedCases((variant for _, variant in cases), law)
    yield from screenings_of((name, screened[variant]) for name, variant in cases)


def screenings_of(named: Iterable[tuple[str, Screened]]) -> Iterator[tuple[Screening, Sequence[str]]]:
    """Gather screened cases into their screenings; a project that several cases state is named by the first."""
    every: dict[int, tuple[Screening, dict[int, str]]] = {}
    for name, one in named:
        names = every.setdefault(id(one.screening), (one.screening, {}))[1]
        names.setdefault(one.row, name)
    for screening, names in every.values():
        # Cases that were not asked about may stand in the same screening.
        yield screening, [names.get(row, "") for row in range(1, len(screening) + 1)]


def _name(screening: Screening, row: int) -> str:
    name = screening.facts.text("project_name").iloc[row]
    return f"第{row + 1}个项目 {name}".rstrip()
