"""Name the facts to ask for, those that settle most first, and say which answer would give which outcome."""

from __future__ import annotations

from typing import Literal

import numpy as np

from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.batch import Batch
from lianggao.screening.missing import Slices, facts_together, gates_telling
from lianggao.screening.result import Effect, MissingFact
from lianggao.screening.wording import region_text
from lianggao.vocabulary import Field

Kind = Literal["fact", "open_question", "date"]


def asked_field(batch: Batch, axis: str) -> Field:
    """Return the field behind an axis; for a doubt about dates, a field that asks the authority."""
    law = batch.rulebook.law
    if not axis.startswith(IN_FORCE):
        return law.vocabulary[axis]
    source = law.sources[axis.removeprefix(IN_FORCE).split("/", 1)[0]]
    label = f"《{source.title}》当时是否已施行"
    return Field(
        axis, label, "reading", values={"yes": "已施行", "no": "未施行"}, question=f"{label}，须由主管部门明确"
    )


def kind_of(axis: str, field: Field) -> Kind:
    """Say who can answer: the project, or the authority about an open question or a date."""
    return "date" if axis.startswith(IN_FORCE) else "open_question" if field.kind == "reading" else "fact"


def gates_behind(batch: Batch, gate: str, pattern: int) -> list[str]:
    """Return the earlier gates that one pattern of a gate waits for."""
    part = batch.answers[gate].decided
    return [axis.removeprefix(GATE_AXIS) for axis in gates_telling(part.table, part.patterns.held, pattern)]


def missing_of(batch: Batch, gate: str, pattern: int) -> list[MissingFact]:
    """Return what one pattern lacks for one gate, by falling gain, then in the order of the table's axes."""
    part = batch.answers[gate].decided
    return batch.once(part, pattern, "missing", lambda: _missing_of(batch, gate, pattern))


def _missing_of(batch: Batch, gate: str, pattern: int) -> list[MissingFact]:
    answer = batch.answers[gate]
    slices = sorted((s for s in answer.slices if s.gain[pattern] > 0), key=lambda s: -s.gain[pattern])
    if slices:
        return [_missing(batch, gate, s.axis, float(s.gain[pattern]), effects(batch, gate, s, pattern)) for s in slices]
    if answer.decided.answer.outcomes[pattern].sum() < 2:
        return []
    together = facts_together(answer.decided.table, answer.decided.patterns.held, np.array([pattern]))
    return [_missing(batch, gate, axis, 0.0, ()) for axis, matters in together.items() if matters[0]]


def _missing(batch: Batch, gate: str, axis: str, gain: float, found: tuple[Effect, ...]) -> MissingFact:
    field = asked_field(batch, axis)
    return MissingFact(
        field=axis,
        label=field.label,
        gate=gate,
        kind=kind_of(axis, field),
        question=field.question or f"请提供{field.label}",
        gain=round(gain, 6),
        effects=found,
    )


def effects(batch: Batch, gate: str, slices: Slices, pattern: int) -> tuple[Effect, ...]:
    """Return the possible answers, those that leave the same outcomes together; the same question is worded once."""
    key = ("effects", slices.axis, slices.open[pattern].tobytes(), slices.leaves[pattern].tobytes())
    return batch.answers[gate].asked.once(key, lambda: _effects(batch, gate, slices, pattern))


def _effects(batch: Batch, gate: str, slices: Slices, pattern: int) -> tuple[Effect, ...]:
    outcomes = batch.answers[gate].decided.table.outcomes
    by_outcomes: dict[tuple[str, ...], list[int]] = {}
    for region in np.flatnonzero(slices.open[pattern]):
        left = tuple(o for o, on in zip(outcomes, slices.leaves[pattern, region], strict=True) if on)
        by_outcomes.setdefault(left, []).append(int(region))
    regions, field = batch.rulebook.regions[slices.axis], asked_field(batch, slices.axis)
    return tuple(
        Effect(answer=region_text(regions, chosen, field), outcomes=left) for left, chosen in by_outcomes.items()
    )
