"""A project that is built needs its approvals first: each approval, whether it came in time, and the clauses on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lianggao.engines.following.approvals import CLEAR, Finding, Said, built_before, by
from lianggao.engines.following.judging import Judge, Stated
from lianggao.engines.following.statements import Statement
from lianggao.screening import ProjectScreening
from lianggao.screening.result import Finding as Ground
from lianggao.tables import Member
from lianggao.tables.conditions import tests_of

APPROVALS = {"energy_review_done": "节能审查", "eia_done": "环评批复"}
"""The fields that say whether an approval is there which must come before construction, and its name."""
NOT_NEEDED = {"energy_review_done": ("energy_review", frozenset({"exempt", "not_applicable"}))}
"""The gate that says whether an approval is needed, and its outcomes without."""


@dataclass(frozen=True)
class Approval:
    """Whether construction started without an approval, on what dates that rests, and the clauses on it."""

    field: str
    finding: Finding
    perhaps_exempt: bool = False
    start: str = ""
    given: str = ""
    grounds: tuple[Ground, ...] = ()


def approval_of(
    field: str, said: Sequence[Statement], stated: Stated, when: str, screening: ProjectScreening, judge: Judge
) -> Approval:
    """Judge one approval in a state."""
    started = [s for s in said if s.milestone == "construction_started"]
    producing = [s for s in said if s.milestone == "production_started"]
    starts = [s.at for s in started] or [by(s.at) for s in producing]
    finding = built_before(starts, [one for s in said if s.field == field for one in _said(s, judge)])
    needed = _needed(field, screening)
    if finding == CLEAR or not needed:
        return Approval(field, CLEAR)
    exempt = needed == "perhaps" and finding.status == "certain"
    start = "或".join(s.date for s in started) or f"不晚于{'或'.join(s.date for s in producing)}（投产）"
    given = [s for s in said if s.field == field and s.value == "yes" and s.milestone]
    findings = judge.judge({**stated, field: ["no"]}, when).findings
    grounds = tuple(one for one in findings if _turns_on(judge, one.rule, field))
    return Approval(field, finding, exempt, start, "、".join(dict.fromkeys(s.date for s in given)), grounds)


def _said(statement: Statement, judge: Judge) -> Iterable[Said]:
    means = judge.means(statement.field, statement.value)
    if len(means) == 1:
        yield Said(means == {"yes"}, statement.at, bool(statement.milestone))


def _needed(field: str, screening: ProjectScreening) -> str:
    """Say whether the approval is needed: `yes`, `perhaps`, or nothing."""
    gate, without = NOT_NEEDED.get(field, ("", frozenset()))
    outcomes = {outcome for result in screening.gates if result.gate == gate for outcome in result.outcomes}
    if outcomes and outcomes <= without:
        return ""
    return "perhaps" if outcomes & without else "yes"


def _turns_on(judge: Judge, rule: str, field: str) -> bool:
    """Say whether a rule asks for an approval that is not there."""
    known = judge.law.rule(rule)
    tests = tests_of(known.condition) if known else ()
    return any(isinstance(test, Member) and test.axis == field and test.values == {"no"} for test in tests)
