"""The axes that conditions are cut along: the vocabulary's fields, the outcomes of gates, and doubts about dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.models import Gate
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import ChoiceAxis, Condition, QuantityAxis, Regions, cut
from lianggao.tables.conditions import axes_of
from lianggao.tables.regions import Axis
from lianggao.vocabulary import Vocabulary


def outcomes_of(gate: Gate) -> tuple[str, ...]:
    """Return every outcome of a gate in order of precedence, from "not applicable" to "otherwise"."""
    return (NOT_APPLICABLE, *(outcome.id for outcome in gate.outcomes), gate.otherwise.id)


def cut_all(conditions: Iterable[Condition], vocabulary: Vocabulary, gates: Mapping[str, Gate]) -> dict[str, Regions]:
    """Return the regions of every axis that the conditions mention, under all of them together."""
    every = list(conditions)
    names = dict.fromkeys(axis for condition in every for axis in axes_of(condition))
    return cut([_axis(name, vocabulary, gates) for name in names], every)


def _axis(name: str, vocabulary: Vocabulary, gates: Mapping[str, Gate]) -> Axis:
    if name.startswith(GATE_AXIS):
        return ChoiceAxis(name, outcomes_of(gates[name.removeprefix(GATE_AXIS)]))
    if name.startswith(IN_FORCE):
        return ChoiceAxis(name, ("yes", "no"))
    known = vocabulary[name]
    return QuantityAxis(name, known.cuts) if known.kind == "quantity" else ChoiceAxis(name, tuple(known.values))
