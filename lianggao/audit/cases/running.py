"""Run cases: what each of them expects beside what the screening finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import computed_field

from lianggao.audit.cases.models import Given, WholeCase
from lianggao.audit.cases.reading import AnyVariant, CaseFile
from lianggao.audit.cases.screened import Screened, ScreenedCases
from lianggao.errors import Place
from lianggao.rulebook import Law
from lianggao.screening.model import Model
from lianggao.screening.result import CheckResult

Said = str | tuple[str, ...]
"""A word, or several: in the order of asking for `missing`, else sorted."""


class CaseResult(Model):
    """One case, or one variant of it: `expected` and `found` have the same keys.

    They are `expect` and `depends_on` for a rule case, with `status` if it is given; and `gates.<gate>`,
    `departments.<department>`, `missing`, `deciding.<gate>`, `checks.<requirement>` and `asks.<requirement>`, as far as
    they are given, for a whole case.
    """

    file: str
    line: int
    name: str
    rule: str | None
    as_of: str
    project: Given
    expected: Mapping[str, Said]
    found: Mapping[str, Said]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def agrees(self) -> bool:
        """Return whether everything expected was found."""
        return self.expected == self.found

    def differing(self) -> tuple[str, ...]:
        """Return the keys under which something else was found."""
        return tuple(key for key, said in self.expected.items() if self.found[key] != said)


def run_cases(files: Iterable[CaseFile], law: Law | None = None) -> tuple[CaseResult, ...]:
    """Screen every case of some files by a law, or by the shipped one, and return what came of each.

    Raises LawError where the law can't be compiled.

    >>> from lianggao.audit.cases import read_cases
    >>> results = run_cases(read_cases("tests/rules/henan-action-plan-2021/priority-line.cases.yaml"))
    >>> all(result.agrees for result in results)
    True
    """
    files = list(files)
    screened = ScreenedCases((variant for file in files for variant, _ in file.variants()), law)
    return tuple(
        result_of(variant, screened[variant], file.rule, place) for file in files for variant, place in file.variants()
    )


def result_of(variant: AnyVariant, screened: Screened, rule: str | None, place: Place) -> CaseResult:
    """Compare what one variant expects with its screening; `rule` is the one whose suite it stands in."""
    case = variant.case
    if isinstance(case, WholeCase):
        expected, found = _whole(case, screened)
    else:
        assert rule is not None
        status, depends_on = screened.finding(rule)
        expected = {"expect": case.expect, "depends_on": _sorted(case.depends_on)}
        found = {"expect": status, "depends_on": _sorted(depends_on)}
        if case.status is not None:
            expected["status"], found["status"] = case.status, screened.status(rule)
    return CaseResult(
        file=place.file,
        line=place.line,
        name=variant.name,
        rule=rule,
        as_of=case.as_of,
        project=dict(variant.given),
        expected=expected,
        found=found,
    )


def _whole(case: WholeCase, screened: Screened) -> tuple[dict[str, Said], dict[str, Said]]:
    result = screened.in_full()
    reviews = {department.department: department.review for department in result.departments}
    expected: dict[str, Said] = {f"gates.{gate}": _sorted(outcomes) for gate, outcomes in case.gates.items()}
    found: dict[str, Said] = {f"gates.{gate}": _sorted(screened.outcomes(gate)) for gate in case.gates}
    expected |= {f"departments.{name}": review for name, review in case.departments.items()}
    found |= {f"departments.{name}": reviews[name] for name in case.departments}
    if case.missing is not None:
        expected["missing"] = case.missing
        found["missing"] = tuple(fact.field for fact in result.missing if fact.gate == "catalog")
    expected |= {f"deciding.{gate}": _sorted(rules) for gate, rules in case.deciding.items()}
    found |= {f"deciding.{gate}": _sorted(screened.deciding(gate)) for gate in case.deciding}
    expected |= {f"checks.{check}": status for check, status in case.checks.items()}
    found |= {f"checks.{check}": screened.status(check) for check in case.checks}
    expected |= {f"asks.{check}": _sorted(fields) for check, fields in case.asks.items()}
    found |= {f"asks.{check}": _sorted(_asked(result.check(check))) for check in case.asks}
    return expected, found


def _asked(check: CheckResult | None) -> set[str]:
    """Return the fields to fill in for a requirement: the inputs of what is computed in its stead."""
    missing = check.missing if check else ()
    return {field for fact in missing for field in fact.inputs or (fact.field,)}


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
