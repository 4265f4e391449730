"""A project with few facts for which a rule certainly holds, and for each elementary condition one that just fails.

A near miss differs in a single fact from a project for which the rule holds. Both are found as boundary cases are, and
then held to the public screening.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from lianggao.api import screen
from lianggao.audit.boundaries.days import days_in_force, stretches_of
from lianggao.audit.boundaries.gates import add_gates
from lianggao.audit.boundaries.making import ContradictionError
from lianggao.audit.boundaries.naming import Namer
from lianggao.audit.boundaries.pairs import add_pairs
from lianggao.audit.boundaries.reading import Project as Stated
from lianggao.audit.boundaries.readings import Readings
from lianggao.audit.boundaries.work import Work
from lianggao.audit.cases import Screened
from lianggao.project import Project
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.requirements import CheckStatus


@dataclass(frozen=True)
class NearMiss:
    """An elementary condition in words, a project for which the rule holds, and one beside it for which it does not.

    Of a requirement's rule, `status` is what became of the requirement for the second.
    """

    test: str
    holding: Stated
    failing: Stated
    status: CheckStatus | None

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the fields in which the two differ."""
        return tuple(name for name in self.failing if self.failing[name] != self.holding.get(name))


@dataclass(frozen=True)
class Examples:
    """What shows one rule on one day; `omitted` says what no near miss shows, and why."""

    day: str
    holding: Stated
    misses: tuple[NearMiss, ...]
    omitted: tuple[str, ...]
    namer: Namer


def examples_of(law: Law, rules: Iterable[LawRule]) -> dict[str, Examples]:
    """Return the examples of each rule, by id; a rule that holds for no project while surely in force has none.

    Raises ContradictionError where the screening says otherwise of some project.
    """
    readings = Readings(law)
    found = {rule.id: known for rule in rules if (known := _examples(rule, readings))}
    _check(found, law)
    return found


def _examples(rule: LawRule, readings: Readings) -> Examples | None:
    work = readings.begin(rule, days_in_force(stretches_of(rule, readings.law), readings.law))
    if work is None:
        return None
    add_pairs(work)
    add_gates(work)
    order = {name: at for at, name in enumerate(readings.law.vocabulary.fields)}
    holding = {name: work.usual[name] for name in sorted(work.usual, key=order.__getitem__)}
    return Examples(work.day, holding, tuple(_misses(work)), tuple(dict.fromkeys(work.omitted)), work.namer)


def _misses(work: Work) -> Iterator[NearMiss]:
    """Yield, for each pair of cases, its two projects on either side that are nearest to each other."""
    for number, test in enumerate(work.pairs, start=1):
        shown = [draft.project for draft in work.drafts.all if number in draft.pairs]
        held = [project for project in shown if work.reading.finding(work.rule, project)[0] == "certain"]
        failed = [project for project in shown if project not in held]
        holding, failing = min(product(held, failed), key=lambda pair: _apart(*pair))
        status = work.reading.status(work.rule.id, failing) if work.checked else None
        yield NearMiss(test, holding, failing, status)


def _apart(one: Stated, other: Stated) -> tuple[int, float]:
    """Return in how many facts two projects differ, and how far apart their quantities are."""
    differing = [name for name in {**one, **other} if one.get(name) != other.get(name)]
    numbers = [(one.get(name), other.get(name)) for name in differing]
    far = (abs(a - b) for a, b in numbers if isinstance(a, int | float) and isinstance(b, int | float))
    return len(differing), sum(far)


def _check(found: Mapping[str, Examples], law: Law) -> None:
    by_day: dict[str, list[tuple[str, Stated, bool]]] = {}
    for rule, known in found.items():
        shown = [(known.holding, True)]
        shown += [pair for miss in known.misses for pair in ((miss.holding, True), (miss.failing, False))]
        by_day.setdefault(known.day, []).extend((rule, project, holds) for project, holds in shown)
    for day, asked in by_day.items():
        screening = screen([Project.of(project) for _, project, _ in asked], as_of=day, law=law)
        for row, (rule, project, holds) in enumerate(asked, start=1):
            status, _ = Screened(screening, row).finding(rule)
            if status != ("certain" if holds else "impossible"):
                raise ContradictionError(f"{rule} on {day}: {dict(project)}: screened {status}")
