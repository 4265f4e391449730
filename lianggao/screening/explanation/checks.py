"""The requirements that a department checks: what is not met, what is open and whom to ask, and what is met."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.rulebook.requirements import Check
from lianggao.screening.explanation.view import View
from lianggao.screening.requests import ANSWERS, requests_of
from lianggao.screening.result import CheckResult, DepartmentReview
from lianggao.screening.standing import STANDINGS, standing_of


def check_lines(view: View, department: DepartmentReview) -> list[str]:
    """Return the requirements of one department, the worst first; those that do not apply are counted."""
    ordered = sorted(department.checks, key=lambda check: -STANDINGS.index(standing_of(check)))
    # Those that may be met wherever they apply are open too; only what is met for certain comes last.
    ordered.sort(key=lambda check: check.status == "holds")
    lines = [line for check in ordered for line in _check(view, check)]
    law = view.batch.rulebook.law
    gates = [law.gates[check] for check in view.project.inapplicable]
    count = sum(isinstance(gate, Check) and gate.department == department.department for gate in gates)
    if count:
        lines.append(f"      不适用{count}项")
    return ["    核查：", *lines] if lines else []


def _check(view: View, check: CheckResult) -> Iterator[str]:
    number = f"（{check.number}）" if check.number else ""
    yield f"      · 【{check.label}】{check.title} [{check.check}]"
    yield f"        {check.sentence}"
    words = view.display.vocabulary.domains
    yield f"        依据：《{check.document}》{number}{check.place}；可信度：{words['trust'][check.trust]}"
    if check.why:
        yield f"        与原文相比：{words['faithful'][check.faithful]}。{check.why}"
    if check.status == "undecided":
        for request in requests_of([check], view.display.vocabulary):
            yield f"        问{ANSWERS[request.kind]}：{request.question}"
        if check.not_on_file:
            yield f"        非项目所缺：{check.not_on_file}"
