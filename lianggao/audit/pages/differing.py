"""How the conditions of two rules of one law differ, test by test, in words.

Tests are compared with their sign, so that what one rule asks for and the other excludes is told as such; values of a
choice are compared one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.boundaries.naming import Namer
from lianggao.rulebook import Law
from lianggao.tables import All, AnyOf, Condition, Member, Not
from lianggao.tables.conditions import Test

Signed = tuple[Test, bool]
"""A test, and whether it is asked for rather than excluded."""


def differing_conditions(mine: Condition, theirs: Condition, law: Law) -> Iterator[str]:
    """Yield what the second condition asks for otherwise than the first."""
    if mine == theirs:
        return
    namer = Namer(law, ())
    before, after = (list(dict.fromkeys(_signed(condition))) for condition in (mine, theirs))
    gone = [test for test in before if test not in after]
    new = [test for test in after if test not in before]
    if not gone and not new:
        yield "条件的各项相同，结合的方式不同"
    for test in list(new):
        if match := _match(test, gone):
            gone.remove(match)
            new.remove(test)
            yield from _values(match, test, law)
    yield from (f"条件中没有：{_said(test, namer)}" for test in gone)
    yield from (f"条件中另有：{_said(test, namer)}" for test in new)


def _signed(condition: Condition, wanted: bool = True) -> Iterator[Signed]:
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from _signed(part, wanted)
    elif isinstance(condition, Not):
        yield from _signed(condition.part, not wanted)
    else:
        yield condition, wanted


def _match(test: Signed, among: list[Signed]) -> Signed | None:
    """Return the test of the same choice and sign that shares most values."""
    shared = {other: _shared(test, other) for other in among}
    best = max(among, key=shared.__getitem__, default=None)
    return best if best and shared[best] else None


def _shared(one: Signed, other: Signed) -> int:
    (mine, sign), (theirs, other_sign) = one, other
    if not isinstance(mine, Member) or not isinstance(theirs, Member) or mine.axis != theirs.axis:
        return 0
    return len(mine.values & theirs.values) if sign == other_sign else 0


def _values(mine: Signed, theirs: Signed, law: Law) -> Iterator[str]:
    """Yield which values of a choice the second test lacks or has besides."""
    (one, wanted), (other, _) = mine, theirs
    assert isinstance(one, Member)
    assert isinstance(other, Member)
    field = law.vocabulary.fields.get(one.axis)
    of = f"{field.label if field else one.axis}{'' if wanted else '的除外'}"
    labels = field.values if field else {}
    for word, values in (("不含", one.values - other.values), ("另含", other.values - one.values)):
        if values:
            order = [*(v for v in labels if v in values), *sorted(v for v in values if v not in labels)]
            yield f"{of}{word}" + "、".join(f"“{labels.get(value, value)}”" for value in order)


def _said(test: Signed, namer: Namer) -> str:
    return namer.test(test[0]) + ("" if test[1] else "的除外")
