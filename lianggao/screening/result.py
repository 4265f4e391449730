"""What comes back for one project, as frozen models: ready for JSON, for a table row, and for `explain`.

Names and values are the English keys of the vocabulary; sentences and labels are Chinese.
"""

from __future__ import annotations

from typing import Literal

from lianggao.notes import Sure
from lianggao.rulebook.models import Trust
from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening.group import GroupFinding
from lianggao.screening.model import Model, Status

Review = Literal["required", "possible", "not_required"]
EngineName = Literal["tables", "durable", "both"]


class Effect(Model):
    """An answer to a missing fact and the outcomes that it would leave."""

    answer: str
    outcomes: tuple[str, ...]


class MissingFact(Model):
    """A fact that matters to a gate. `gain` is 1 where any answer settles the outcome, 0 where only several do."""

    field: str
    label: str
    gate: str
    kind: Literal["fact", "open_question", "date"]
    question: str
    gain: float
    effects: tuple[Effect, ...]
    inputs: tuple[str, ...] = ()
    """The fields to fill in where the fact itself is computed from others."""


class Margin(Model):
    """How far a quantity lies above (or, negative, below) a threshold of the gate, as an interval."""

    gate: str
    field: str
    threshold: float
    low: float | None
    high: float | None


class GateResult(Model):
    """One gate's outcome: `outcomes` are those still possible, `outcome` is `undetermined` where more than one is."""

    gate: str
    title: str
    outcome: str
    label: str
    outcomes: tuple[str, ...]
    labels: tuple[str, ...]
    trust: Trust | None
    below_floor: bool
    reason: str
    basis: tuple[str, ...]


class Finding(Model):
    """A rule that holds, or may hold, with the clause it rests on. `depends_on` names the fields still open."""

    rule: str
    title: str
    gate: str
    status: Status
    sentence: str
    document: str
    number: str | None
    place: str
    trust: Trust
    faithful: Literal["full", "over", "under"]
    why: str | None
    points: int
    open_questions: tuple[str, ...]
    depends_on: tuple[str, ...]


class ChecklistLine(Model):
    """One thing a department must check, and the rule that asks for it."""

    text: str
    status: Status
    rule: str


class CheckResult(Model):
    """What became of one requirement that a department checks.

    `status` is `undecided` where the requirement may be met or not, or where it is open whom it binds; `outcomes` are
    all that are possible. `missing` are the facts to ask for, and `not_on_file` says what no project can supply.
    """

    check: str
    title: str
    department: str
    status: CheckStatus
    label: str
    outcomes: tuple[str, ...]
    sentence: str
    document: str
    number: str | None
    place: str
    trust: Trust
    faithful: Literal["full", "over", "under"]
    why: str | None
    below_floor: bool
    points: int
    missing: tuple[MissingFact, ...]
    not_on_file: str
    open_questions: tuple[str, ...]


class DepartmentReview(Model):
    """Whether a department joins the review, why, and what it must check; `checks` are computed, others are for people.

    Requirements that do not apply are left out.
    """

    department: str
    label: str
    review: Review
    because: tuple[str, ...]
    checklist: tuple[ChecklistLine, ...]
    checks: tuple[CheckResult, ...] = ()


class Contribution(Model):
    """The points that one rule adds to the score, certainly or possibly."""

    rule: str
    points: int
    status: Status


class Score(Model):
    """Points of certain findings to points of possible ones, 0 to 100."""

    low: int
    high: int
    contributions: tuple[Contribution, ...]


class TraceStep(Model):
    """One rule that an inference engine fired: what it needed and what it asserted, in words."""

    gate: str
    stage: Literal["decide", "follow"]
    consumed: tuple[str, ...]
    asserted: str


class Stamp(Model):
    """What a result rests on; `overlays` are those of the law, from the bottom up, each with its title."""

    tool: str
    engine: EngineName = "tables"
    rulebook: str
    overlays: tuple[str, ...] = ()
    law_sha256: str
    as_of: str
    as_of_from: Literal["option", "row", "today"]
    trust_floor: Trust
    input_sha256: str


class DataNote(Model):
    """What should be known of how one cell was read: `given` stands in `cell` under `header`, `read` is what it gave.

    `sure` is `read`, `range`, `unused` or `check`, as docs/data-notes.md explains for every `code`.
    """

    field: str
    code: str
    sure: Sure
    text: str
    header: str = ""
    cell: str = ""
    given: str = ""
    read: str = ""

    @property
    def told(self) -> str:
        """Return the note with its cell, in one line."""
        return f"{self.cell}：{self.text}" if self.cell else self.text


class ProjectScreening(Model):
    """Everything about one project. `row` counts from 1 in the list as given."""

    row: int
    facts: dict[str, str]
    gates: tuple[GateResult, ...]
    findings: tuple[Finding, ...]
    missing: tuple[MissingFact, ...]
    departments: tuple[DepartmentReview, ...]
    inapplicable: tuple[str, ...] = ()
    """The requirements that certainly do not apply; all others stand with their departments."""
    disposition: tuple[str, ...]
    score: Score
    margins: tuple[Margin, ...]
    data_notes: tuple[DataNote, ...]
    groups: tuple[GroupFinding, ...] = ()
    trace: tuple[TraceStep, ...] = ()
    stamp: Stamp

    def gate(self, gate: str) -> GateResult:
        """Return the result of one gate. Raises KeyError."""
        for result in self.gates:
            if result.gate == gate:
                return result
        raise KeyError(gate)

    @property
    def checks(self) -> tuple[CheckResult, ...]:
        """Return what became of every requirement that may apply, department by department."""
        return tuple(check for department in self.departments for check in department.checks)

    def check(self, check: str) -> CheckResult | None:
        """Return what became of one requirement, or None where it certainly does not apply. Raises KeyError."""
        if check in self.inapplicable:
            return None
        return {result.check: result for result in self.checks}[check]

    @property
    def determination(self) -> str:
        """Return the `catalog` gate's outcome, or `undetermined`."""
        return self.gate("catalog").outcome
