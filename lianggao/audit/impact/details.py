"""One project that moved, in full: what each law says of it, and every rule, department and fact that differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lianggao.audit.impact.model import (
    Asked,
    MovedDepartment,
    MovedFact,
    MovedGate,
    MovedMissing,
    MovedProject,
    MovedRule,
)
from lianggao.audit.impact.said import lacking, said_by
from lianggao.rulebook.requirements import is_requirement
from lianggao.screening import ProjectScreening
from lianggao.screening.result import DepartmentReview, MissingFact, Review
from lianggao.screening.wording import UNSTATED
from lianggao.vocabulary import Vocabulary

T = TypeVar("T")
Both = tuple[ProjectScreening, ProjectScreening]


def moved_project(name: str, both: Both, vocabulary: Vocabulary) -> MovedProject:
    """Return what differs between two screenings of one project, in the words of the new law."""
    return MovedProject(
        row=both[1].row,
        name=name,
        as_of=(both[0].stamp.as_of, both[1].stamp.as_of),
        gates=tuple(_gates(both)),
        rules=tuple(_rules(both)),
        departments=tuple(_departments(both, vocabulary)),
        missing=tuple(_missing(both)),
        facts=tuple(_facts(both, vocabulary)),
    )


def _gates(both: Both) -> Iterator[MovedGate]:
    titles = _titles(both)
    for gate, (old, new) in _beside(*(said_by(one) for one in both)).items():
        before, after = old or lacking(gate), new or lacking(gate)
        if before.outcome != after.outcome or set(before.outcomes) != set(after.outcomes):
            yield MovedGate(gate=gate, title=titles[gate], old=before, new=after)


def _titles(both: Both) -> dict[str, str]:
    """Return the titles of all gates and requirements that may apply, as the new law has them."""
    titles: dict[str, str] = {}
    for one in both:
        titles |= {result.gate: result.title for result in one.gates}
        titles |= {check.check: check.title for check in one.checks}
    return titles


def _rules(both: Both) -> Iterator[MovedRule]:
    for rule, (old, new) in _beside(*({found.rule: found for found in one.findings} for one in both)).items():
        statuses = old.status if old else None, new.status if new else None
        shown = new or old
        if shown and statuses[0] != statuses[1]:
            yield MovedRule(rule=rule, title=shown.title, gate=shown.gate, old=statuses[0], new=statuses[1])


def _departments(both: Both, vocabulary: Vocabulary) -> Iterator[MovedDepartment]:
    words = vocabulary.domains["review"]
    for name, (old, new) in _beside(*({d.department: d for d in one.departments} for one in both)).items():
        shown, before, after = new or old, _review(old), _review(new)
        if shown and before != after:
            yield MovedDepartment(
                department=name,
                label=shown.label,
                old=before,
                new=after,
                old_label=words.get(before, before),
                new_label=words.get(after, after),
            )


def _review(review: DepartmentReview | None) -> Review:
    return review.review if review else "not_required"


def _missing(both: Both) -> Iterator[MovedMissing]:
    for gate, title in _titles(both).items():
        before, after = ({f.field: f.label for f in _missing_at(gate, one)} for one in both)
        added, removed = _lacking(after, before), _lacking(before, after)
        if added or removed:
            yield MovedMissing(gate=gate, title=title, added=added, removed=removed)


def _missing_at(gate: str, one: ProjectScreening) -> tuple[MissingFact, ...]:
    """Return what a gate asks for, or a requirement."""
    if is_requirement(gate):
        return next((check.missing for check in one.checks if check.check == gate), ())
    return tuple(fact for fact in one.missing if fact.gate == gate)


def _lacking(facts: dict[str, str], others: dict[str, str]) -> tuple[Asked, ...]:
    return tuple(Asked(field=name, label=label) for name, label in facts.items() if name not in others)


def _facts(both: Both, vocabulary: Vocabulary) -> Iterator[MovedFact]:
    for name, (old, new) in _beside(*(one.facts for one in both)).items():
        field = vocabulary.fields.get(name)
        if field and (field.is_choice or field.kind == "quantity") and old != new:
            yield MovedFact(field=name, label=field.label, old=old or UNSTATED, new=new or UNSTATED)


def _beside(old: dict[str, T], new: dict[str, T]) -> dict[str, tuple[T | None, T | None]]:
    """Return what each side has under each name, in the order of the new side."""
    return {name: (old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old])}
