"""Suites of small rules beside the shipped ones, each for one thing that a suite must get right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lianggao.audit.boundaries import Boundaries, ContradictionError, boundaries_of, text_of
from lianggao.audit.boundaries.reading import Reading
from lianggao.audit.cases import Suite, read_cases, run_cases
from lianggao.cli.app import main
from lianggao.rulebook import Law


def made(law: Law, rule: str) -> Boundaries:
    known = law.rule(rule)
    assert known is not None
    return boundaries_of(law, [known])[0][rule]


def expected(suite: Suite, field: str) -> Mapping[object, str]:
    """Return what is expected for each value of a field alone, on the day of the first case."""
    day = suite.cases[0].as_of
    return {case.project[field]: case.expect for case in suite.cases if case.as_of == day and field in case.project}


def test_more_than_and_at_most_turn_on_the_other_side_of_their_thresholds(small: Law) -> None:
    suite = made(small, "notice-2020/between").suite
    assert expected(suite, "coal_t") == {
        99.99: "impossible",
        100: "impossible",
        100.01: "certain",
        499.99: "certain",
        500: "certain",
        500.01: "impossible",
        300: "certain",
    }


@pytest.mark.parametrize("rule", ["notice-2020/impossible", "notice-doubtful/never-sure"])
def test_a_rule_that_never_surely_holds_has_no_suite_but_a_fault(small: Law, rule: str) -> None:
    known = small.rule(rule)
    assert known is not None
    found, faults = boundaries_of(small, [known])
    assert not found
    assert [fault.code for fault in faults] == ["no-boundaries"]


def test_a_value_that_a_later_document_lets_in_is_shown_on_its_day(small: Law) -> None:
    found = made(small, "notice-2020/asking")
    shown = {case.project.get("activity"): case for case in found.suite.cases if case.expect == "certain"}
    assert {shown["lime"].as_of, shown["coking"].as_of} == {"2020-01-01", "2022-01-01"}


def test_what_no_document_lets_in_is_never_reached_and_says_why(small: Law) -> None:
    found = made(small, "notice-2020/asking")
    assert list(found.suite.never) == ["activity"]
    assert found.suite.never["activity"] == {"casting": "此时“筛查”为“不限”，本规则不成立"}
    casting = [case for case in found.suite.cases if case.project.get("activity") == "casting"]
    assert {case.expect for case in casting} == {"impossible"}


def test_an_outcome_that_no_rule_gives_is_named_as_not_shown(small: Law) -> None:
    assert any("“筛查”为“禁止”" in line for line in made(small, "notice-2020/asking").omitted)


def test_the_file_reads_back_as_the_suite_and_all_its_cases_agree(small: Law, tmp_path: Path) -> None:
    for rule in ("notice-2020/asking", "notice-2020/between"):
        known = small.rule(rule)
        assert known is not None
        found = made(small, rule)
        path = tmp_path / "rule.cases.yaml"
        path.write_text(text_of(found, known, small), encoding="utf-8")
        files = read_cases(path, small)
        assert files[0].content == found.suite
        assert all(result.agrees for result in run_cases(files, small))


def test_the_head_names_document_place_trust_and_that_people_review_it(law: Law) -> None:
    rule = law.rule("energy-review-2016/provincial")
    assert rule is not None
    head = [line for line in text_of(made(law, rule.id), rule, law).splitlines() if line.startswith("#")]
    assert "lianggao rules boundaries" in head[0]
    assert "复核" in head[0]
    for needed in ("节能审查办法（2016年令44号）", "令44号", "节能审查管理权限（条次未核对）", "凭回忆"):
        assert needed in "\n".join(head)


def test_a_second_opinion_that_differs_is_an_error(law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "finding", lambda *_: ("certain", frozenset()))
    with pytest.raises(ContradictionError, match="energy-review-2016/provincial"):
        made(law, "energy-review-2016/provincial")


def test_all_rules_are_written_and_one_without_a_suite_is_named(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "boundaries", "--all", str(tmp_path), "--law", str(root)]) == 4
    told = capfd.readouterr().err.splitlines()
    assert [line.split("`")[1] for line in told] == ["notice-2020/impossible", "notice-doubtful/never-sure"]
    assert (tmp_path / "notice-2020" / "between.boundaries.cases.yaml").is_file()
