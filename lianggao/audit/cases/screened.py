"""What the screening says of cases: all projects of one date are screened in one call, when the first is asked for.

Only what a case asks is read, which is quicker than a full result.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lianggao.api import screen
from lianggao.audit.cases.models import Expect, Key
from lianggao.audit.cases.reading import AnyVariant
from lianggao.project import Project
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.checks import STATUSES, status_codes
from lianggao.screening.project import dependencies
from lianggao.screening.reasons import ruling


@dataclass(frozen=True, eq=False)
class Screened:
    """One project's place in a screened list."""

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
        return frozenset(batch.open_outcomes(gate, batch.pattern(gate, at)))

    def deciding(self, gate: str) -> frozenset[str]:
        """Return the rules on which the outcomes still possible rest."""
        batch, at = self.screening.batch_of(self.row)
        return frozenset(rule.id for rule in ruling(batch, gate, batch.pattern(gate, at)))

    def status(self, check: str) -> CheckStatus:
        """Return what became of a requirement. Raises KeyError where there is none of this id."""
        batch, at = self.screening.batch_of(self.row)
        return STATUSES[int(status_codes(batch, check)[at])]

    def in_full(self) -> ProjectScreening:
        """Return everything about the project, as a caller gets it."""
        return self.screening.project(self.row)


class ScreenedCases:
    """The screenings of many variants, found by date and project."""

    def __init__(self, variants: Iterable[AnyVariant], law: Law | None = None) -> None:
        self._law = law or load_law()
        self._projects: dict[str, dict[Key, Project]] = {}
        self._screened: dict[str, dict[Key, Screened]] = {}
        for variant in variants:
            projects = self._projects.setdefault(variant.case.as_of, {})
            if variant.key not in projects:
                projects[variant.key] = Project.of(variant.given)

    def __getitem__(self, variant: AnyVariant) -> Screened:
        """Return the screening of a variant. Raises KeyError where it was not among those given."""
        as_of = variant.case.as_of
        if as_of not in self._screened:
            projects = self._projects[as_of]
            screening = screen(list(projects.values()), as_of=as_of, law=self._law)
            self._screened[as_of] = {key: Screened(screening, row) for row, key in enumerate(projects, start=1)}
        return self._screened[as_of][variant.key]
