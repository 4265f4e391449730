"""`threshold-without-unit`: a condition compares a quantity with a number, and the vocabulary gives it no unit."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault
from lianggao.rulebook.conditions import QUANTITY_OPERATORS, FieldCondition, nodes
from lianggao.vocabulary import Field


def find_without_unit(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every threshold on a quantity that has no unit and is no pure number."""
    for site in subject.sites:
        for path, part in nodes(site.written):
            if isinstance(part, FieldCondition) and not _counted(subject.law.vocabulary[part.field]):
                for operator in set(part.operators) & set(QUANTITY_OPERATORS):
                    value = getattr(part, operator)
                    yield fault("threshold-without-unit", site.place((*path, operator)), field=part.field, value=value)


def _counted(field: Field) -> bool:
    return bool(field.unit) or field.pure
