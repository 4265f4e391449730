"""The suite of a requirement shows where it is not met, where it is met, and where it binds nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.audit.boundaries import ContradictionError, boundaries_of, text_of
from lianggao.audit.boundaries.reading import Reading
from lianggao.audit.cases import read_cases, run_cases
from lianggao.rulebook import Law, load_law

BINDS_NEW = """id: notice-2020/new-at-most
title: 测试
department: land
when: {field: construction_nature, is: new_build}
require: {field: coal_t, at_most: 500}
holds: "{coal_t}"
fails: "{coal_t}，上限为{coal_t*2}的一半"
cite: {place: 测试, trust: reprint, faithful: full}
"""
RULE = "notice-2020/new-at-most"


@pytest.fixture(scope="module")
def law(root: Path) -> Law:
    path = root / "rules" / "notice-2020" / "checks" / "new-at-most.yaml"
    path.parent.mkdir()
    path.write_text(BINDS_NEW, encoding="utf-8")
    try:
        return load_law(root)
    finally:
        path.unlink()
        path.parent.rmdir()


def test_each_side_of_the_threshold_and_just_outside_whom_it_binds(law: Law) -> None:
    known = law.rule(RULE)
    assert known is not None
    cases = boundaries_of(law, [known])[0][RULE].suite.cases
    day = cases[0].as_of
    found = {
        (case.project.get("construction_nature"), case.project.get("coal_t")): (case.expect, case.status)
        for case in cases
        if case.as_of == day and not case.each
    }
    new = "new_build"
    assert found[new, 499.99] == found[new, 500] == ("impossible", "holds")
    assert found[new, 500.01] == ("certain", "fails")
    assert found[new, None] == ("possible", "undecided")
    others = {status for (nature, _), status in found.items() if nature not in (new, None)}
    assert others == {("impossible", "not_applicable")}
    assert {case.status for case in cases if case.as_of < "2020-01-01"} == {"not_applicable"}


def test_the_file_reads_back_and_agrees_and_a_wrong_status_does_not(law: Law, tmp_path: Path) -> None:
    known = law.rule(RULE)
    assert known is not None
    found = boundaries_of(law, [known])[0][RULE]
    path = tmp_path / "rule.cases.yaml"
    path.write_text(text_of(found, known, law), encoding="utf-8")
    files = read_cases(path, law)
    assert files[0].content == found.suite
    assert all(result.agrees for result in run_cases(files, law))
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: not_applicable", "status: holds"), encoding="utf-8"
    )
    wrong = [result for result in run_cases(read_cases(path, law), law) if not result.agrees]
    assert wrong
    assert all(result.differing() == ("status",) for result in wrong)


def test_the_second_reading_is_asked_for_the_status_too(law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    known = law.rule(RULE)
    assert known is not None
    monkeypatch.setattr(Reading, "status", lambda *_: "undecided")
    with pytest.raises(ContradictionError):
        boundaries_of(law, [known])
