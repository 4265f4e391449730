"""Every small mistake that a rule's condition could hold: a line nudged, a test flipped, a member or a clause lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lianggao.rulebook import Law, LawRule
from lianggao.tables import Above, All, AnyOf, AtLeast, Condition, Member, Not

NUDGE = 0.01


@dataclass(frozen=True)
class Mutant:
    """A rule's condition with one mistake, and what the mistake is."""

    rule: LawRule
    condition: Condition
    what: str

    def law(self, law: Law) -> Law:
        """Return the law with this mistake and no other."""
        rules = tuple(replace(r, condition=self.condition) if r.id == self.rule.id else r for r in law.rules)
        return replace(law, rules=rules)


def mutants_of(rule: LawRule) -> list[Mutant]:
    """Return every mutant of a rule once."""
    found = {condition: what for condition, what in _mutated(rule.condition) if condition != rule.condition}
    return [Mutant(rule, condition, what) for condition, what in found.items()]


def _mutated(condition: Condition) -> Iterator[tuple[Condition, str]]:
    if isinstance(condition, All | AnyOf):
        kind, other = (All, AnyOf) if isinstance(condition, All) else (AnyOf, All)
        parts = condition.parts
        if len(parts) > 1:
            yield other(parts), f"{kind.__name__} flipped to {other.__name__}"
        for at, part in enumerate(parts):
            yield kind((*parts[:at], *parts[at + 1 :])), f"deleted {_short(part)}"
            for changed, what in _mutated(part):
                yield kind((*parts[:at], changed, *parts[at + 1 :])), what
    elif isinstance(condition, Not):
        yield condition.part, f"negation of {_short(condition.part)} lost"
        for changed, what in _mutated(condition.part):
            yield Not(changed), what
    elif isinstance(condition, Member):
        yield Not(condition), f"{condition.axis} negated"
        if len(condition.values) > 1:
            for value in sorted(condition.values):
                yield Member(condition.axis, condition.values - {value}), f"{condition.axis} lost {value}"
    else:
        yield from _nudged(condition)


def _nudged(condition: AtLeast | Above) -> Iterator[tuple[Condition, str]]:
    flipped = Above if isinstance(condition, AtLeast) else AtLeast
    name = f"{condition.axis} {condition.threshold:.10g}"
    yield flipped(condition.axis, condition.threshold), f"{name} flipped to {flipped.__name__}"
    yield Not(condition), f"{name} turned round"
    for step in (NUDGE, -NUDGE):
        yield type(condition)(condition.axis, round(condition.threshold + step, 2)), f"{name} nudged by {step}"


def _short(condition: Condition) -> str:
    if isinstance(condition, Member):
        return f"{condition.axis} in {len(condition.values)} values"
    if isinstance(condition, AtLeast | Above):
        return f"{condition.axis} {condition.threshold:.10g}"
    return type(condition).__name__
