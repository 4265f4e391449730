"""What one law says of a project: at every gate, and of every requirement as if that were a gate."""

from __future__ import annotations

from lianggao.audit.impact.model import GateSaid
from lianggao.audit.impact.states import UNDETERMINED
from lianggao.rulebook.requirements import FAILS, HOLDS, is_requirement
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening import ProjectScreening
from lianggao.screening.result import CheckResult

NO_GATE, NO_REQUIREMENT = "这套规则没有此关口", "这套规则没有此项核查"
BINDS_NOT = "不在约束对象之内，或不在施行期内"
LABELS = {FAILS: "不符合", HOLDS: "符合", NOT_APPLICABLE: "不适用"}


def said_by(one: ProjectScreening) -> dict[str, GateSaid]:
    """Return what a law says at every gate, and of every requirement."""
    fields = set(GateSaid.model_fields)
    said = {result.gate: GateSaid(**result.model_dump(include=fields)) for result in one.gates}
    said |= {check.check: _said_of(check) for check in one.checks}
    return said | {check: _not_applicable(BINDS_NOT) for check in one.inapplicable}


def _said_of(check: CheckResult) -> GateSaid:
    outcome = check.outcomes[0] if check.status != "undecided" else UNDETERMINED
    number = f"（{check.number}）" if check.number else ""
    return GateSaid(
        outcome=outcome,
        outcomes=check.outcomes,
        labels=tuple(LABELS[name] for name in check.outcomes),
        below_floor=check.below_floor,
        reason=check.sentence,
        basis=(f"《{check.document}》{number}{check.place}",),
    )


def lacking(gate: str) -> GateSaid:
    """Return what a law says at a gate that it does not have."""
    return _not_applicable(NO_REQUIREMENT if is_requirement(gate) else NO_GATE)


def _not_applicable(reason: str) -> GateSaid:
    outcomes, labels = (NOT_APPLICABLE,), (LABELS[NOT_APPLICABLE],)
    return GateSaid(
        outcome=NOT_APPLICABLE, outcomes=outcomes, labels=labels, below_floor=False, reason=reason, basis=()
    )
