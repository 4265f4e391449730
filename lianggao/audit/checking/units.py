"""`threshold-without-unit`: a number that is compared with a field of which nobody says what it is counted in."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault
from lianggao.rulebook.conditions import QUANTITY_OPERATORS, FieldCondition, nodes


def find_without_unit(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every threshold on a quantity without a unit."""
    for site in subject.sites:
        for path, part in nodes(site.written):
            if isinstance(part, FieldCondition) and not subject.law.vocabulary[part.field].unit:
                for operator in set(part.operators) & set(QUANTITY_OPERATORS):
                    value = getattr(part, operator)
                    yield fault("threshold-without-unit", site.place((*path, operator)), field=part.field, value=value)
