"""Say a situation in a short Chinese sentence: the fact that counts, and what else is unlike the usual project."""

from __future__ import annotations

from collections.abc import Iterable

from lianggao.audit.boundaries.amounts import just_above, just_below
from lianggao.audit.boundaries.reading import Project, Stated
from lianggao.rulebook import Law
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.rulebook.words import number_words
from lianggao.tables import AtLeast, Condition, Member
from lianggao.tables.conditions import Test, tests_of

SHOWN = 3
"""So many values are named one by one in the name of a case."""

LISTED = 12
"""So many are at the head of a suite."""


class Namer:
    """Names facts, gates and tests of one law; `thresholds` are those that a number may stand at, by field."""

    def __init__(self, law: Law, conditions: Iterable[Condition]) -> None:
        self._law = law
        tests = [test for condition in conditions for test in tests_of(condition)]
        self._thresholds = {(t.axis, t.threshold) for t in tests if not isinstance(t, Member)}

    def fact(self, name: str, value: Stated) -> str:
        """Return `建设性质为“新建”` or `年用电量刚好500万千瓦时`."""
        field = self._law.vocabulary[name]
        if isinstance(value, str):
            return f"{field.label}为“{self._law.vocabulary.label(name, value)}”"
        for word, threshold in (("刚好", value), ("略低于", just_above(value)), ("略高于", just_below(value))):
            if (name, threshold) in self._thresholds:
                return f"{field.label}{word}{number_words(threshold)}{field.unit}"
        return f"{field.label}{number_words(value)}{field.unit}"

    def facts(self, project: Project, usual: Project, first: str = "") -> str:
        """Return one fact, and then all others that the usual project does not state alike."""
        others = [self.fact(name, v) for name, v in project.items() if name != first and usual.get(name) != v]
        return "，".join([*([self.fact(first, project[first])] if first else []), *others])

    def blank(self, name: str) -> str:
        """Return what a field left blank is called."""
        return f"{self._law.vocabulary[name].label}空白"

    def gate(self, gate: str, outcome: str) -> str:
        """Return what a gate with a certain outcome is called."""
        return f"“{self._law.gates[gate].title}”为“{self._labels(gate)[outcome]}”"

    def open_gate(self, gate: str) -> str:
        """Return what a gate whose outcome is open is called."""
        return f"“{self._law.gates[gate].title}”未定"

    def several(self, name: str, values: tuple[str, ...], derived: Iterable[str]) -> str:
        """Return what several values of a choice are called: each by its label, or together by derived fields."""
        vocabulary = self._law.vocabulary
        label = vocabulary[name].label
        if len(values) <= SHOWN:
            return f"{label}为" + "、".join(f"“{vocabulary.label(name, value)}”" for value in values)
        kinds = [(vocabulary[other], vocabulary[other].of_base[values[0]]) for other in derived]
        said = "，".join(f"{field.label}为“{vocabulary.label(field.name, value)}”" for field, value in kinds)
        return f"{label}逐项：{f'{said}的' if said else ''}{len(values)}项"

    def test(self, test: Test) -> str:
        """Return an elementary test in words."""
        if test.axis.startswith(GATE_AXIS):
            assert isinstance(test, Member)
            gate = test.axis.removeprefix(GATE_AXIS)
            labels = self._labels(gate)
            named = "或".join(f"“{label}”" for outcome, label in labels.items() if outcome in test.values)
            return f"“{self._law.gates[gate].title}”为{named}"
        field = self._law.vocabulary[test.axis]
        if isinstance(test, Member):
            return self._among(test.axis, test.values)
        number = f"{number_words(test.threshold)}{field.unit}"
        return field.label + (f"{number}及以上" if isinstance(test, AtLeast) else f"超过{number}")

    def _among(self, axis: str, values: frozenset[str]) -> str:
        """Name some values of a choice, by the values of a derived field where these are just the same."""
        vocabulary = self._law.vocabulary
        name, named = axis, [value for value in vocabulary[axis].values if value in values]
        for derived in (field for field in vocabulary.fields.values() if field.derived_from == axis):
            kinds = {derived.of_base[value] for value in values}
            if len(kinds) < len(named) and all((kind in kinds) == (v in values) for v, kind in derived.of_base.items()):
                name, named = derived.name, [kind for kind in derived.values if kind in kinds]
        labels = [f"“{vocabulary.label(name, value)}”" for value in named]
        more = f"等{len(labels)}项" if len(labels) > LISTED else ""
        return f"{vocabulary[name].label}为{'、'.join(labels[:LISTED])}{more}"

    def _labels(self, gate: str) -> dict[str, str]:
        gates = self._law.gates[gate]
        own = {outcome.id: outcome.label for outcome in (*gates.outcomes, gates.otherwise)}
        return {**self._law.vocabulary.domains["outcome"], **own}
