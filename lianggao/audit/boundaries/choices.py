"""A case for each value that the rule's own condition names, and for one stranger of every other kind.

A value for which the rule may hold is shown with a project for which it does; any other with one for which it would
hold, were it not for that value. What a condition names although an earlier gate shuts it out is `never` reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lianggao.audit.boundaries.plain import Left, truths
from lianggao.audit.boundaries.reading import Project
from lianggao.audit.boundaries.search import Goal, kinds_of
from lianggao.audit.boundaries.work import Turn, Work
from lianggao.rulebook.axes import outcomes_of
from lianggao.rulebook.conditions import FieldCondition, written_out
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Member
from lianggao.tables.conditions import axes_of, tests_of

Group = dict[int, list[str]]
"""Values by the place of the context that they are shown in."""


def add_choices(work: Work) -> None:
    """Add the cases of all choices that the condition asks for."""
    for turn in work.turns:
        if isinstance(turn.test, Member) and turn.test in tests_of(work.rule.condition):
            _add_members(work, turn, turn.test)
    asked = dict.fromkeys(test.axis for _, test in work.leaves if isinstance(test, Member))
    for axis in asked:
        if not axis.startswith(GATE_AXIS):
            _add_kinds(work, axis)


def _add_members(work: Work, turn: Turn, test: Member) -> None:
    """Show every value that a test names where that test makes the finding, as the pair of the test does."""
    contexts, shown = [turn.shared], Group()
    for value in (value for value in work.law.vocabulary[test.axis].values if value in test.values):
        fixed = {test.axis: value}
        goals = [work.goal(turn.held, fixed), work.goal(not turn.held, fixed, (turn.place, False))]
        at = _context(work, goals, contexts)
        if at is not None:
            shown.setdefault(at, []).append(value)
    _add_shown(work, test.axis, shown, contexts)


def _add_kinds(work: Work, axis: str) -> None:
    """Show each value named and each other kind where the rule holds, else where it would but for that value."""
    own = [test for test in tests_of(work.rule.condition) if isinstance(test, Member) and test.axis == axis]
    named = frozenset[str]().union(*(test.values for test in own))
    contexts = [*(turn.shared for turn in work.turns if turn.test.axis == axis), _without(work.usual, axis)]
    failing = [*contexts]
    held, failed = Group(), Group()
    for kind in kinds_of(work.law.vocabulary[axis], work.condition):
        for value in [value for value in kind if value in named] or kind[:1]:
            at = _context(work, [work.goal(True, {axis: value})], contexts)
            if at is not None:
                held.setdefault(at, []).append(value)
                continue
            at = _failing_context(work, axis, value, failing)
            if at is not None:
                failed.setdefault(at, []).append(value)
            if value in named and _open_but_for_gates(work, {axis: value}):
                _shut_out(work, axis, value)
    _add_shown(work, axis, held, contexts)
    _add_shown(work, axis, failed, failing)


def _failing_context(work: Work, axis: str, value: str, contexts: list[Project]) -> int | None:
    """Return the place of a context in which the rule fails with the value, and would hold with some other."""
    for other in work.values(axis):
        at = _context(work, [work.goal(False, {axis: value}), work.goal(True, {axis: other})], contexts)
        if at is not None:
            return at
    return None


def _shut_out(work: Work, axis: str, value: str) -> None:
    """Show a value that earlier gates shut out on another day, or say that no project reaches it."""
    later = work.elsewhere({axis: value})
    if later is None:
        work.never.setdefault(axis, {})[value] = _why(work, {axis: value})
    else:
        day, project = later
        work.drafts.add(work.namer.facts(project, work.usual, axis), day, project)


def _context(work: Work, goals: list[Goal], contexts: list[Project]) -> int | None:
    """Return the place of a context in which all goals are met; one is added if need be."""
    for at, context in enumerate(contexts):
        if all(goal.met(context) for goal in goals):
            return at
    found = work.find(*goals)
    if found is not None:
        contexts.append(found)
        return len(contexts) - 1
    return None


def _without(project: Project, axis: str) -> Project:
    return {name: value for name, value in project.items() if name != axis}


def _add_shown(work: Work, axis: str, shown: Group, contexts: list[Project]) -> None:
    derived = [name for name in _derived(work) if work.law.vocabulary[name].derived_from == axis]
    for at, values in shown.items():
        for group in _by_kind(work, values, derived):
            left = work.drafts.left(work.day, contexts[at], axis, group)
            if len(left) == 1:
                project = {**contexts[at], axis: left[0]}
                work.drafts.add(work.namer.facts(project, work.usual, axis), work.day, project)
            elif left:
                others = work.namer.facts(contexts[at], work.usual)
                name = work.namer.several(axis, left, derived)
                name = "，".join([name, *([others] if others else [])])
                work.drafts.add_each(name, work.day, contexts[at], axis, left)


def _by_kind(work: Work, values: list[str], derived: list[str]) -> Iterator[list[str]]:
    """Yield the values apart by what they are of the derived fields that the rule is written in."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    for value in values:
        kinds.setdefault(tuple(work.law.vocabulary[name].of_base[value] for name in derived), []).append(value)
    yield from kinds.values()


def _derived(work: Work) -> list[str]:
    """Return the derived fields that the rule's condition is written in."""
    definitions = {id: definition.when for id, definition in work.law.definitions.items()}
    parts = written_out(work.rule.rule.when, definitions)
    names = (part.field for part in parts if isinstance(part, FieldCondition))
    return list(dict.fromkeys(name for name in names if work.law.vocabulary[name].derived_from))


def _open_but_for_gates(work: Work, facts: Project) -> bool:
    """Return whether the rule could hold with these facts if earlier gates could have any outcome."""
    known = work.reading.known(facts)
    assert known is not None
    return True in truths(work.condition, {**known, **_any_outcomes(work)})


def _any_outcomes(work: Work) -> Mapping[str, Left]:
    gates = (axis for axis in axes_of(work.condition) if axis.startswith(GATE_AXIS))
    return {axis: frozenset(outcomes_of(work.law.gates[axis.removeprefix(GATE_AXIS)])) for axis in gates}


def _why(work: Work, facts: Project) -> str:
    """Say which earlier gate shuts a value out."""
    known = work.reading.known(facts)
    assert known is not None
    for axis in _any_outcomes(work):
        gate = axis.removeprefix(GATE_AXIS)
        left = work.reading.outcomes(gate, known)
        if True not in truths(work.condition, {**known, **_any_outcomes(work), axis: left}):
            says = "或".join(work.namer.gate(gate, o) for o in outcomes_of(work.law.gates[gate]) if o in left)
            return f"此时{says}，本规则不成立"
    return "前面各关口的结果合起来使本规则不成立"
