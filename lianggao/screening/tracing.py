"""The chain of an inference engine for one project: rule after rule, what each consumed and what it asserted.

Only an engine that infers has such a chain; the decision tables read their answers off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

import numpy as np

from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.gates import Part
from lianggao.screening.missing_facts import asked_field
from lianggao.screening.result import TraceStep
from lianggao.screening.wording import region_text
from lianggao.vocabulary import Field


class Fired(Protocol):
    """A rule of an engine that fired: marks are (axis, regions), all of which were needed."""

    @property
    def kind(self) -> Literal["holds", "fails", "outcome"]:
        """Return whether a clause may hold, may fail, or an outcome may stand."""
        ...

    @property
    def name(self) -> str:
        """Return the clause or outcome."""
        ...

    @property
    def consumed(self) -> Iterable[tuple[str, frozenset[int]]]:
        """Return the marks."""
        ...


@dataclass(frozen=True)
class _Telling:
    """Words the firings of one table for a project in situation `at`."""

    batch: Batch
    display: Display
    row: int
    at: int
    gate: str
    part: Part

    @property
    def pattern(self) -> int:
        return int(self.part.patterns.of_row[self.at])

    def steps(self, stage: Literal["decide", "follow"]) -> Iterator[TraceStep]:
        assert self.batch.tracer is not None
        infer = partial(self.batch.tracer, self.part.table, self.part.patterns, self.pattern)
        fired: Iterable[Fired] = self.batch.once(self.part, self.pattern, "trace", infer)
        # A table that only follows has no outcome of its own; its place is an empty name.
        told = [one for one in fired if one.name]
        for one in told:
            consumed = tuple(self._mark(axis, regions) for axis, regions in one.consumed)
            yield TraceStep(gate=self.gate, stage=stage, consumed=consumed, asserted=self._said(one, told))

    def _said(self, fired: Fired, told: Iterable[Fired]) -> str:
        """Say what a firing means beside the others: a clause that may hold and never fail holds."""
        if fired.kind == "outcome":
            only = len({one.name for one in told if one.kind == "outcome"}) == 1
            return f"{'结果' if only else '可能的结果'}：{self.batch.labels(self.gate)[fired.name]}"
        other = "fails" if fired.kind == "holds" else "holds"
        open_both = any(one.kind == other and one.name == fired.name for one in told)
        return f"{'可能' if open_both else ''}{'成立' if fired.kind == 'holds' else '不成立'}：{fired.name}"

    def _mark(self, axis: str, regions: frozenset[int]) -> str:
        known = self.part.patterns.held[axis]
        left = frozenset(int(region) for region in np.flatnonzero(known.sets[known.index[self.pattern]]))
        field, sure = self._field(axis), left <= regions
        if sure and axis in self.batch.rulebook.law.vocabulary.fields:
            return f"{field.label}：{self.display.value(axis, self.row)}"
        words = region_text(self.batch.rulebook.regions[axis], sorted(left & regions), field)
        return f"{field.label}{'' if sure else '可能'}为{words}"

    def _field(self, axis: str) -> Field:
        if axis.startswith(GATE_AXIS):
            gate = axis.removeprefix(GATE_AXIS)
            return Field(axis, self.batch.rulebook.law.gates[gate].title, "enumeration", values=self.batch.labels(gate))
        return asked_field(self.batch, axis)


def trace_of(batch: Batch, display: Display, row: int, at: int) -> tuple[TraceStep, ...]:
    """Return the chain for a project in situation `at` of a batch, gate by gate in the order of inference."""
    steps: list[TraceStep] = []
    for gate, answer in batch.answers.items() if batch.tracer is not None else ():
        steps += _Telling(batch, display, row, at, gate, answer.decided).steps("decide")
        steps += _Telling(batch, display, row, at, gate, answer.followed).steps("follow")
    return tuple(steps)
