"""What consequences are about: each gate, department, approval, contradiction and the stage, as marks and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lianggao.engines.following.building import APPROVALS, Approval
from lianggao.engines.following.rules import Kind
from lianggao.engines.following.state import State
from lianggao.engines.following.statements import Statement
from lianggao.rulebook import Law
from lianggao.screening import ProjectScreening
from lianggao.screening.gates import LEDGER
from lianggao.screening.result import DepartmentReview, Finding, GateResult

STAGE = "stage"
NO_CLAUSE = "（所录文件中没有适用于该项目的条款）"


@dataclass(frozen=True)
class Subject:
    """One subject in one state. `value` tells apart what the marks do not."""

    kind: Kind
    key: str
    marks: frozenset[str]
    value: frozenset[str]
    words: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()


def subjects_of(state: State, law: Law) -> list[Subject]:
    """Return every subject of a state, the gates first."""
    screening = state.screening
    return [
        *(_gate(gate, bool(state.when), screening, law) for gate in screening.gates),
        *(_department(department, screening) for department in screening.departments),
        *(_approval(approval, screening) for approval in state.approvals),
        _stage(screening, law),
        *(_apart(name, found, law) for name, found in state.apart.items()),
    ]


def _gate(gate: GateResult, anything: bool, screening: ProjectScreening, law: Law) -> Subject:
    settled = anything and len(gate.outcomes) == 1
    words = {"title": gate.title, "label": "或".join(gate.labels), "reason": gate.reason}
    marks = frozenset({"settled" if settled else "open"})
    rules = _deciding(gate, screening, law)
    return Subject("gate", gate.gate, marks, frozenset(gate.outcomes), words, rules, gate.basis)


def _deciding(gate: GateResult, screening: ProjectScreening, law: Law) -> tuple[str, ...]:
    """Return the rules found that conclude an outcome still possible; the certain ones where it is settled."""
    found = [f for f in screening.findings if f.gate == gate.gate and _outcome(f, law) in gate.outcomes]
    sure = [f for f in found if f.status == "certain"]
    return tuple(f.rule for f in (sure if sure and len(gate.outcomes) == 1 else found))


def _outcome(finding: Finding, law: Law) -> str | None:
    rule = law.rule(finding.rule)
    return rule.rule.conclude.outcome if rule else None


def _department(department: DepartmentReview, screening: ProjectScreening) -> Subject:
    found = [f for f in screening.findings if f.rule in department.because]
    sure = [f for f in found if f.status == "certain"]
    resting = sure if sure and department.review == "required" else found
    marks = frozenset({department.review})
    words = {"name": department.label}
    return Subject("department", department.department, marks, marks, words, *_resting(resting))


def _approval(approval: Approval, screening: ProjectScreening) -> Subject:
    status, reason = approval.finding
    marks = frozenset({"possible", "perhaps exempt"} if approval.perhaps_exempt else {status, reason} - {"in_time"})
    words = {"name": APPROVALS[approval.field], "start": approval.start, "given": approval.given}
    rules, basis = _resting(approval.grounds)
    words["aside"] = "" if rules else NO_CLAUSE
    if status != "clear" and approval.field == "energy_review_done":
        basis += next((gate.basis for gate in screening.gates if gate.gate == "energy_review"), ())
    return Subject("approval", approval.field, marks, marks, words, rules, basis)


def _stage(screening: ProjectScreening, law: Law) -> Subject:
    label = screening.facts.get(STAGE, "")
    known = label in law.vocabulary[STAGE].values.values()
    ledger = [gate for gate in screening.gates if gate.gate == LEDGER]
    words = {"label": label, "disposition": "或".join(screening.disposition)}
    marks = frozenset({"known" if known else "unknown"})
    rules = tuple(rule for gate in ledger for rule in _deciding(gate, screening, law))
    basis = tuple(clause for gate in ledger for clause in gate.basis)
    return Subject("stage", STAGE, marks, frozenset({label}), words, rules, basis)


def _apart(name: str, found: Iterable[Statement], law: Law) -> Subject:
    known = law.vocabulary[name]
    said = [f"{known.values.get(str(s.value)) or s.value}（{s.event}）" for s in found]
    words = {"label": known.label, "said": "、".join(said)}
    return Subject("fact", name, frozenset({"contradicted"}), frozenset(said), words)


def _resting(findings: Iterable[Finding]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rules and the clauses of findings."""
    some = list(findings)
    return tuple(f.rule for f in some), tuple(dict.fromkeys(_clauses(some)))


def _clauses(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        number = f"（{finding.number}）" if finding.number else ""
        yield f"《{finding.document}》{number}{finding.place}"
