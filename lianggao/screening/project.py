"""Put together everything about one project from what was worked out for its patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np

from lianggao.facts import Note
from lianggao.notes import kind_of
from lianggao.rulebook import LawRule
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.batch import Batch
from lianggao.screening.checks import checks_of, inapplicable
from lianggao.screening.departments import reviews_of
from lianggao.screening.display import Display
from lianggao.screening.gates import LEDGER, Part
from lianggao.screening.group import GroupFinding
from lianggao.screening.missing_facts import asked_field, missing_of
from lianggao.screening.reasons import BELOW_FLOOR, RECALLED, basis_of, reason_template
from lianggao.screening.result import DataNote, Finding, GateResult, Margin, MissingFact, ProjectScreening, Stamp
from lianggao.screening.score import score_of
from lianggao.screening.tracing import trace_of
from lianggao.screening.trust import trust_name
from lianggao.tables import Above, AtLeast
from lianggao.tables.conditions import tests_of
from lianggao.tables.merged import Merged


def project_screening(
    batch: Batch, display: Display, row: int, at: int, groups: tuple[GroupFinding, ...], stamp: Stamp
) -> ProjectScreening:
    """Return the screening of a project in situation `at` of the batch; its `row` counts from 0 in `display`."""
    missing = {gate: missing_of(batch, gate, batch.pattern(gate, at)) for gate in batch.gates()}
    findings = tuple(findings_of(batch, display, row, at))
    checks = tuple(checks_of(batch, display, row, at))
    gates = tuple(_gate(batch, display, row, at, gate, facts) for gate, facts in missing.items())
    facts = dict(display.values(row))
    return ProjectScreening(
        row=row + 1,
        facts=facts,
        gates=gates,
        findings=findings,
        missing=tuple(fact for facts in missing.values() for fact in facts),
        departments=reviews_of(batch, at, findings, checks),
        inapplicable=inapplicable(batch, at),
        disposition=next((gate.labels for gate in gates if gate.gate == LEDGER), ()),
        score=score_of(findings, checks),
        margins=tuple(margins_of(batch, display, row)),
        data_notes=tuple(_data_note(note, facts) for note in display.facts.notes_of(row)),
        groups=groups,
        trace=trace_of(batch, display, row, at),
        stamp=stamp,
    )


def _data_note(note: Note, facts: Mapping[str, str]) -> DataNote:
    return DataNote(
        field=note.field,
        code=note.code,
        sure=kind_of(note.code).sure,
        text=note.text,
        header=note.header,
        cell=note.cell,
        given=note.given,
        read=facts.get(note.field, ""),
    )


def _gate(batch: Batch, display: Display, row: int, at: int, gate: str, missing: list[MissingFact]) -> GateResult:
    answer, labels, pattern = batch.answers[gate], batch.labels(gate), batch.pattern(gate, at)
    left, decided = batch.open_outcomes(gate, pattern), int(batch.decided(gate)[at])
    outcome = answer.decided.table.outcomes[decided] if decided >= 0 else "undetermined"
    low = bool(batch.below_floor(gate)[at])
    template = reason_template(batch, gate, pattern, [fact.label for fact in missing])
    sentence, trust = display.sentence(template, row), trust_name(int(batch.trust(gate)[at]))
    return GateResult(
        gate=gate,
        title=answer.tables.gate.title,
        outcome=outcome,
        label=labels[outcome],
        outcomes=left,
        labels=tuple(labels[o] for o in left),
        trust=trust,
        below_floor=low,
        reason=(BELOW_FLOOR if low else "") + sentence + (RECALLED if trust == "recalled" else ""),
        basis=basis_of(batch, gate, pattern),
    )


def findings_of(batch: Batch, display: Display, row: int, at: int) -> Iterator[Finding]:
    """Yield every rule that holds or may hold for a project in situation `at`."""
    for gate in batch.gates():
        answer = batch.answers[gate]
        for part, rules in ((answer.decided, answer.tables.deciding), (answer.followed, answer.tables.following)):
            pattern = int(part.patterns.of_row[at])
            for rule in rules:
                place = part.table.place_of[rule.id]
                if part.answer.possible[pattern, place]:
                    certain = bool(part.answer.certain[pattern, place])
                    key, ask = ("depends", rule.id), partial(dependencies, part, rule, pattern)
                    depends = () if certain else batch.once(part, pattern, key, ask)
                    # A rule resting on a text below the floor is never shown as certain.
                    sure = certain and not batch.below_floor(gate)[at]
                    yield _finding(batch, display, row, rule, sure, depends)


def _finding(
    batch: Batch, display: Display, row: int, rule: LawRule, certain: bool, depends: tuple[str, ...]
) -> Finding:
    written, law = rule.rule, batch.rulebook.law
    source = law.sources[written.document]
    sentence = display.sentence(written.because, row)
    if depends:
        names = (law.gates[d].title if d in law.gates else asked_field(batch, d).label for d in depends)
        sentence = f"可能成立，取决于{'、'.join(names)}：{sentence}"
    return Finding(
        rule=rule.id,
        title=written.title,
        gate=written.gate,
        status="certain" if certain else "possible",
        sentence=sentence,
        document=source.title,
        number=source.number,
        place=written.cite.place,
        trust=rule.trust,
        faithful=written.cite.faithful,
        why=written.cite.why,
        points=written.conclude.points,
        open_questions=written.open_questions,
        depends_on=depends,
    )


def dependencies(part: Part, rule: LawRule, pattern: int) -> tuple[str, ...]:
    """Return the axes still open on which a rule that may hold depends: fields and, by name, earlier gates."""
    at = np.array([pattern])
    held = {axis: known.take(at) for axis, known in part.patterns.held.items()}
    plane = Merged.of(part.table.holds[[part.table.place_of[rule.id]]])
    known = [held[axis] for axis in part.table.axes]
    opened = ((place, axis) for place, axis in enumerate(part.table.axes) if held[axis].sets[0].sum() > 1)
    telling = (axis for place, axis in opened if plane.differing(known, 1, place)[0])
    return tuple(axis.removeprefix(GATE_AXIS) for axis in telling)


def margins_of(batch: Batch, display: Display, row: int) -> Iterator[Margin]:
    """Yield how far each stated quantity is from each threshold, gate by gate."""
    for gate in batch.gates():
        for axis, threshold in batch.answers[gate].asked.once("limits", partial(_limits, batch, gate)):
            span = display.facts.span(axis)
            low, high = float(span.low[row]), float(span.high[row])
            if low > 0 or np.isfinite(high):
                top = None if np.isinf(high) else high - threshold
                yield Margin(gate=gate, field=axis, threshold=threshold, low=low - threshold, high=top)


def _limits(batch: Batch, gate: str) -> list[tuple[str, float]]:
    """Return every threshold of a gate with the quantity that it is set for."""
    rules = batch.answers[gate].tables.deciding
    tests = (test for rule in rules for test in tests_of(batch.rulebook.conditions[rule.id]))
    return list(dict.fromkeys((t.axis, t.threshold) for t in tests if isinstance(t, AtLeast | Above)))
