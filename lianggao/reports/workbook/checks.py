"""The lines of requirements on a department's sheet: those not met and those open, with what to ask for.

Open ones of which it is also open whether they apply share a line, as they share most of what to ask for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lianggao.reports.workbook.look import Look, Value
from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening.requests import ANSWERS, requests_of
from lianggao.screening.result import CheckResult, DepartmentReview
from lianggao.screening.standing import Standing, standing_of
from lianggao.vocabulary import Vocabulary

_ORDER: tuple[CheckStatus, ...] = ("fails", "undecided", "holds")


@dataclass(frozen=True)
class Line:
    """What is checked and its status with its look; `told` are the sentence, the clause and what to ask for."""

    check: str
    status: str | None
    told: tuple[Value, Value, Value]
    look: Look


def check_lines(department: DepartmentReview, vocabulary: Vocabulary, zh: bool) -> list[Line]:
    """Return the lines of one project, what is not met first; none where there is nothing to look at."""
    by: dict[Standing, list[CheckResult]] = {}
    for check in department.checks:
        by.setdefault(standing_of(check), []).append(check)
    lines = [_line(check, "class_1", vocabulary, zh) for check in by.get("failed", ())]
    lines += [_line(check, "undetermined", vocabulary, zh) for check in by.get("open", ())]
    return lines + ([_together(by["perhaps"], vocabulary, zh)] if "perhaps" in by else [])


def counts(department: DepartmentReview, zh: bool) -> str:
    """Return how many requirements have each status, in one line; nothing where none may apply."""
    ordered = sorted(department.checks, key=lambda check: _ORDER.index(check.status))
    found = Counter(check.label if zh else check.status for check in ordered)
    told = (f"{status}{count}项" if zh else f"{count} {status}" for status, count in found.items())
    return ("，" if zh else ", ").join(told)


def _line(check: CheckResult, look: Look, vocabulary: Vocabulary, zh: bool) -> Line:
    number = f"（{check.number}）" if check.number else ""
    trust = vocabulary.domains["trust"][check.trust] if zh else check.trust
    basis = f"《{check.document}》{number}{check.place}（{trust}）"
    named = (check.title, check.label) if zh else (check.check, check.status)
    return Line(*named, (check.sentence, basis, _asked([check], vocabulary)), look)


def _together(checks: Sequence[CheckResult], vocabulary: Vocabulary, zh: bool) -> Line:
    named = f"{len(checks)}项是否适用待定" if zh else f"{len(checks)} that may not apply"
    told = "\n".join(check.title if zh else check.check for check in checks)
    status = checks[0].label if zh else checks[0].status
    return Line(named, status, (told, None, _asked(checks, vocabulary)), "undetermined")


def _asked(checks: Sequence[CheckResult], vocabulary: Vocabulary) -> str:
    """Return the questions, with those who answer them, and what no project can supply."""
    if all(check.status != "undecided" for check in checks):
        return ""
    asked = [f"{ANSWERS[request.kind]}：{request.question}" for request in requests_of(checks, vocabulary)]
    return "\n".join(dict.fromkeys([*asked, *(check.not_on_file for check in checks if check.not_on_file)]))
