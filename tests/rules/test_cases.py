"""Every rule has its suite, and no suite leaves out a case that its rule needs; pytest runs the cases themselves."""

from __future__ import annotations

import pytest
from gaps import gaps_of
from kept import firsts, screened, suites

from lianggao import ProjectScreening, load_law
from lianggao.audit.cases import Suite
from lianggao.rulebook import LawRule
from lianggao.rulebook.requirements import Check

LAW = load_law()
# Requirements have generated suites and whole cases of their own, in checks/.
RULES = sorted(rule.id for rule in LAW.rules if not isinstance(LAW.gates[rule.rule.gate], Check))


def law_rule(id: str) -> LawRule:
    rule = LAW.rule(id)
    assert rule is not None
    return rule


def finding_in(result: ProjectScreening, rule: str) -> tuple[str, frozenset[str]]:
    """Return what a full result says of one rule."""
    for finding in result.findings:
        if finding.rule == rule:
            return finding.status, frozenset(finding.depends_on)
    return "impossible", frozenset()


def test_the_cases_of_this_folder_are_tests_of_this_run(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("lianggao")


def test_every_rule_has_its_suite_and_every_suite_its_rule() -> None:
    assert sorted(suites()) == RULES


def test_a_suite_names_the_rule_of_its_path() -> None:
    assert {path: suite.rule for path, suite in suites().items()} == {rule: rule for rule in RULES}


@pytest.mark.parametrize("rule", RULES)
def test_the_full_result_says_the_same(rule: str) -> None:
    found = firsts(suites()[rule])
    assert sorted(found) == ["certain", "impossible", "possible"]
    for variant in found.values():
        assert finding_in(screened()[variant].in_full(), rule) == screened()[variant].finding(rule), variant.name


@pytest.mark.parametrize("rule", RULES)
def test_the_suite_leaves_nothing_out(rule: str) -> None:
    gaps = gaps_of(law_rule(rule), LAW, suites()[rule], screened())
    assert not gaps, f"{rule} lacks:\n" + "\n".join(gaps)


def without(rule: str, *names: str) -> Suite:
    """Return a suite without some of its cases."""
    suite = suites()[rule]
    kept = tuple(case for case in suite.cases if case.name not in names)
    assert len(kept) == len(suite.cases) - len(names)
    return Suite(rule=rule, never=suite.never, cases=kept)


CLASS_ONE = "henan-catalog-2021/class-one"
OUTSIDERS = [
    "activities outside the eight industries, on the line",
    "outside the eight industries, far above the line",
    "energy blank outside the eight industries",
]


@pytest.mark.parametrize(
    ("rule", "names", "gap"),
    [
        (CLASS_ONE, ["just below the line"], "no cases just below, on and just above energy_equivalent_tce 50000"),
        (CLASS_ONE, ["just above the line"], "no cases just below, on and just above energy_equivalent_tce 50000"),
        (CLASS_ONE, ["coking, each activity on the line"], "no certain case with activity=coking"),
        (CLASS_ONE, OUTSIDERS, "no impossible case with activity="),
        (CLASS_ONE, OUTSIDERS[:1], "no two cases, certain and impossible, that differ in activity alone"),
        (CLASS_ONE, ["outside Henan"], "no impossible case with county=outside_henan"),
        (CLASS_ONE, ["county blank"], "no possible case that leaves county blank"),
        (CLASS_ONE, ["last day before the month of issue"], "no impossible case on 2021-11-30"),
        (CLASS_ONE, ["first day surely in force"], "no certain case on 2021-12-31"),
        (CLASS_ONE, ["first day surely replaced"], "no impossible case on 2023-12-31"),
        ("energy-review-2023/exempt", ["first day of the next document"], "no impossible case on 2025-09-01"),
        ("henan-joint-review-2021/planned-listed", ["class 2"], "gate catalog is certainly class_2"),
    ],
)
def test_a_missing_case_is_missed_by_name(rule: str, names: list[str], gap: str) -> None:
    found = gaps_of(law_rule(rule), LAW, without(rule, *names), screened())
    assert any(gap in line for line in found), found
