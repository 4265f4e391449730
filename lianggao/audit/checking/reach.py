"""`unreachable-rule` and `shadowed-rule`: rules that never hold, and rules that hold and never count.

A deciding rule never counts where an outcome of higher precedence stands whenever it holds, or where another rule of
its document holds whenever it does, gives the same outcome, and everything else that this rule gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.days import Day
from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault
from lianggao.rulebook import LawRule
from lianggao.rulebook.models import TRUSTS
from lianggao.tables import All, AnyOf, Not


def find_unreachable(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the condition of every rule that holds in no possible world while it is in force."""
    for rule in subject.law.rules:
        days = _days(subject, rule)
        if days and not any(_holds(day, rule) for day in days):
            yield fault("unreachable-rule", subject.rule_place(rule.id, "when"), rule=rule.id)


def find_shadowed(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the conclusion of every deciding rule that never counts."""
    told = set[str]()
    # Of two rules that say the same the later is told.
    for rule in reversed(subject.law.rules):
        days = [day for day in _days(subject, rule) if _holds(day, rule)]
        if not rule.rule.conclude.outcome or not days:
            continue
        if others := _above(days, rule) or _same(days, rule, told):
            told.add(rule.id)
            shown = " / ".join(f"`{other}`" for other in others)
            yield fault("shadowed-rule", subject.rule_place(rule.id, "conclude"), rule=rule.id, others=shown)


def _days(subject: Subject, rule: LawRule) -> list[Day]:
    return [day for day in subject.days if rule.id in day.book.conditions]


def _holds(day: Day, rule: LawRule) -> bool:
    return day.holds_somewhere(day.book.conditions[rule.id])


def _above(days: list[Day], rule: LawRule) -> list[str]:
    """Return the rules of higher precedence one of which holds wherever this one does, on every day."""
    found: dict[str, None] = {}
    for day in days:
        higher = _higher(day, rule)
        own, others = day.book.conditions[rule.id], [day.book.conditions[other.id] for other in higher]
        if not higher or day.holds_somewhere(All((own, Not(AnyOf(tuple(others)))))):
            return []
        met = [other for other in higher if day.holds_somewhere(All((own, day.book.conditions[other.id])))]
        found |= dict.fromkeys(other.id for other in met)
    return list(found)


def _higher(day: Day, rule: LawRule) -> list[LawRule]:
    (tables,) = (tables for tables in day.book.gates if tables.gate.id == rule.rule.gate)
    ranks = {outcome.id: rank for rank, outcome in enumerate(tables.gate.outcomes)}
    own = ranks[rule.rule.conclude.outcome or ""]
    return [other for other in tables.deciding if ranks[other.rule.conclude.outcome or ""] < own]


def _same(days: list[Day], rule: LawRule, told: set[str]) -> list[str]:
    """Return a rule that gives all that this one does wherever this one holds, on every day."""
    for other in days[0].book.rules:
        if other.id != rule.id and other.id not in told and _covers(other, rule):
            known = [(day, day.book.conditions.get(other.id)) for day in days]
            if all(c and not day.holds_somewhere(All((day.book.conditions[rule.id], Not(c)))) for day, c in known):
                return [other.id]
    return []


def _covers(other: LawRule, rule: LawRule) -> bool:
    """Return whether another rule says all that this one says, as surely and on the same authority."""
    one, own = other.rule.conclude, rule.rule.conclude
    return (
        (other.rule.gate, other.rule.document) == (rule.rule.gate, rule.rule.document)
        and one.outcome == own.outcome
        and TRUSTS.index(other.trust) >= TRUSTS.index(rule.trust)
        and not own.points
        and set(own.departments) <= set(one.departments)
        and (not own.departments or one.strength in ("required", own.strength))
        and all(set(lines) <= set(one.checklist.get(name, ())) for name, lines in own.checklist.items())
    )
