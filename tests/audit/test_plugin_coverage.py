"""`--lianggao-coverage` tells after a run what its cases put to the test."""

from __future__ import annotations

import json

import pytest

CASES = """\
rule: henan-catalog-2021/class-one
cases:
  - name: on the line
    as_of: "2022-06-30"
    project: {activity: lime, county: "411081", construction_nature: new_build, energy_equivalent_tce: 50000}
    expect: certain
  - name: below the line
    as_of: "2022-06-30"
    project: {activity: lime, county: "411081", construction_nature: new_build, energy_equivalent_tce: 49999}
    expect: impossible
"""


def test_the_pairs_are_named_by_their_cases_and_written_as_json(pytester: pytest.Pytester) -> None:
    pytester.makefile(".cases.yaml", lime=CASES)
    result = pytester.runpytest_inprocess("--lianggao-coverage=coverage.json")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*lianggao coverage*", "2 projects", "*1/5*henan-catalog-2021/class-one*"])
    found = json.loads((pytester.path / "coverage.json").read_text(encoding="utf-8"))
    tests = next(rule["tests"] for rule in found["rules"] if rule["rule"] == "henan-catalog-2021/class-one")
    pairs = [test["pair"] for test in tests if test["pair"]]
    assert pairs == [["lime.cases.yaml::on the line", "lime.cases.yaml::below the line"]]


def test_only_the_cases_selected_count(pytester: pytest.Pytester) -> None:
    pytester.makefile(".cases.yaml", lime=CASES)
    result = pytester.runpytest_inprocess("--lianggao-coverage", "-k", "below")
    result.stdout.fnmatch_lines(["1 projects"])


def test_without_cases_there_is_nothing_to_tell(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_nothing(): pass")
    result = pytester.runpytest_inprocess("--lianggao-coverage")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["no cases were run in this process"])


def test_without_the_option_nothing_is_told(pytester: pytest.Pytester) -> None:
    pytester.makefile(".cases.yaml", lime=CASES)
    pytester.runpytest_inprocess().stdout.no_fnmatch_line("*coverage*")
