"""All checks in one list, and what running them gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lianggao.audit.checking.idle import find_idle
from lianggao.audit.checking.ids import find_numbers
from lianggao.audit.checking.items import find_not_recognised
from lianggao.audit.checking.periods import find_gaps_and_overlaps, find_outside
from lianggao.audit.checking.reach import find_shadowed, find_unreachable
from lianggao.audit.checking.rows import find_unused
from lianggao.audit.checking.subject import Subject, read_subject
from lianggao.audit.checking.terms import find_contradictions
from lianggao.audit.checking.units import find_without_unit
from lianggao.errors import Fault

CHECKS: dict[tuple[str, ...], Callable[[Subject], Iterable[Fault]]] = {
    ("threshold-without-unit",): find_without_unit,
    ("article-number-in-id",): find_numbers,
    ("period-gap", "period-overlap"): find_gaps_and_overlaps,
    ("period-outside-document",): find_outside,
    ("unreachable-rule",): find_unreachable,
    ("shadowed-rule",): find_shadowed,
    ("idle-condition",): find_idle,
    ("table-unused", "catalog-row-unused"): find_unused,
    ("term-in-and-out", "conflicting-terms"): find_contradictions,
    ("item-catches-another",): find_not_recognised,
}
CODES = tuple(code for codes in CHECKS for code in codes)


@dataclass(frozen=True)
class Checked:
    """What was found, in order of place, and how much was looked at; `valid` is false where the law can't be read."""

    faults: tuple[Fault, ...]
    counts: dict[str, int] = field(default_factory=dict)
    valid: bool = True


def check_law(folder: str | Path | None = None) -> Checked:
    """Run every check over the law in a folder, or the one that is shipped. Raises LawError where it can't be read.

    >>> check_law().counts["checks"]
    13
    """
    subject = read_subject(folder)
    faults = [fault for find in CHECKS.values() for fault in find(subject)]
    law = subject.law
    counts = {
        "documents": len(law.sources),
        "rules": len(law.rules),
        "requirements": len(law.files.requirements),
        "definitions": len(law.definitions),
        "gates": len(law.gates),
        "catalogs": len(law.catalogs.sources),
        "tables": len(law.catalogs.tables),
        "dates": len(subject.days),
        "checks": len(CODES),
    }
    return Checked(tuple(sorted(faults, key=_order)), counts)


def _order(fault: Fault) -> tuple[str, int, int, str]:
    return fault.place.file, fault.place.line, fault.place.column, fault.code
