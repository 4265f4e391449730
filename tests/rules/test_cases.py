"""Every rule says in every case of its suite what the law says, and no suite leaves out a case that its rule needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gaps import gaps_of
from pydantic import ValidationError
from ruamel.yaml.constructor import DuplicateKeyError
from suite import Suite, Variant, finding_in, read_plain, screened, suite_files, suite_of

from lianggao import load_law

RULES = sorted(rule.id for rule in load_law().rules)
SUITES = sorted(suite_files())
CASES = [
    pytest.param(rule, variant, id=f"{rule}: {variant.name}") for rule in SUITES for variant in suite_of(rule).variants
]


@pytest.mark.parametrize(("rule", "variant"), CASES)
def test_the_rule_finds_what_the_law_says(rule: str, variant: Variant) -> None:
    expected = variant.case.expect, frozenset(variant.case.depends_on)
    assert screened(variant).finding(rule) == expected, dict(variant.given)


@pytest.mark.parametrize("rule", SUITES)
def test_the_full_result_says_the_same(rule: str) -> None:
    firsts = {variant.case.expect: variant for variant in reversed(suite_of(rule).variants)}
    assert sorted(firsts) == ["certain", "impossible", "possible"]
    for variant in firsts.values():
        assert finding_in(screened(variant).in_full(), rule) == screened(variant).finding(rule), variant.name


def test_every_rule_has_its_suite_and_every_suite_its_rule() -> None:
    assert SUITES == RULES


def test_a_suite_names_the_rule_of_its_path() -> None:
    assert [suite_of(rule).rule for rule in SUITES] == SUITES


@pytest.mark.parametrize("rule", SUITES)
def test_every_choice_stated_is_one_of_the_vocabulary(rule: str) -> None:
    fields = load_law().vocabulary.fields
    stated = {(name, value) for variant in suite_of(rule).variants for name, value in variant.given.items()}
    assert not [(n, v) for n, v in stated if fields[n].is_choice and v not in fields[n].values]


@pytest.mark.parametrize("rule", SUITES)
def test_the_suite_leaves_nothing_out(rule: str) -> None:
    law = load_law()
    known = law.rule(rule)
    assert known is not None
    gaps = gaps_of(known, law, suite_of(rule))
    assert not gaps, f"{rule} lacks:\n" + "\n".join(gaps)


def without(rule: str, *names: str) -> Suite:
    """Return a suite without some of its cases."""
    suite = suite_of(rule)
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
    law = load_law()
    known = law.rule(rule)
    assert known is not None
    found = gaps_of(known, law, without(rule, *names))
    assert any(gap in line for line in found), found


GOOD: dict[str, Any] = {
    "rule": "document/rule",
    "cases": [{"name": "here", "as_of": "2022-06-30", "project": {"activity": "lime"}, "expect": "certain"}],
}


def test_a_good_suite_is_read() -> None:
    assert Suite.model_validate(GOOD).variants[0].given == {"activity": "lime"}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"expects": "certain"}, "Extra inputs are not permitted"),
        ({"expect": "maybe"}, "Input should be 'certain', 'possible' or 'impossible'"),
        ({"expect": "possible"}, "`depends_on` goes with `possible`"),
        ({"depends_on": ["activity"]}, "`depends_on` goes with `possible`"),
        ({"expect": "possible", "depends_on": ["stage", "stage"]}, "names a field twice"),
        ({"as_of": "30.6.2022"}, "write a date as"),
        ({"project": {"activty": "lime"}}, "Extra inputs are not permitted"),
        ({"each": {"activity": ["lime"]}}, "`each` names a field that `project` states"),
        ({"each": {"stage": ["signing"], "county": ["411081"]}}, "at most 1 item"),
    ],
)
def test_a_wrong_case_is_refused(changed: dict[str, Any], why: str) -> None:
    wrong = {**GOOD, "cases": [{**GOOD["cases"][0], **changed}]}
    with pytest.raises(ValidationError, match=why):
        Suite.model_validate(wrong)


def test_unknown_keys_of_a_suite_and_repeated_names_are_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Suite.model_validate({**GOOD, "title": "here"})
    with pytest.raises(ValidationError, match="cases named twice: here"):
        Suite.model_validate({**GOOD, "cases": GOOD["cases"] * 2})


def test_a_repeated_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rule.cases.yaml"
    path.write_text("rule: a/b\nrule: a/c\n", encoding="utf-8")
    with pytest.raises(DuplicateKeyError):
        read_plain(path)
