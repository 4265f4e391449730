"""The plug-in in a repository of rules: case files are tests, the law is a fixture, and nobody else is touched."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from lianggao.rulebook.home import shipped_law

# 附件1 第一类：等价值5万吨标准煤及以上；第二类1万吨及以上、不足5万吨。
SUITE = """\
rule: henan-catalog-2021/class-one
cases:
  - name: on the line
    as_of: "2022-06-30"
    project: {activity: cement_clinker, county: "411081", construction_nature: new_build, energy_equivalent_tce: 50000}
    expect: certain
  - name: each of two
    as_of: "2022-06-30"
    each: {activity: [lime, coking]}
    project: {county: "411081", construction_nature: new_build, energy_equivalent_tce: [48000, 52000]}
    expect: possible
    depends_on: [energy_equivalent_tce]
"""
WHOLE = """\
cases:
  - name: a kiln
    as_of: "2024-06-30"
    project: {activity: cement_clinker, county: "411081", construction_nature: new_build, energy_equivalent_tce: 20000}
    gates: {catalog: [class_2]}
    deciding: {catalog: [henan-catalog-2023/class-two]}
"""


def case_file(pytester: pytest.Pytester, text: str, name: str = "a") -> None:
    pytester.makefile(".cases.yaml", **{name: text})


def lower_line(folder: Path) -> None:
    """Write the shipped law into a folder, with class 1 from 40 000 tonnes on."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, folder / part)
    scope = folder / "rules" / "henan-catalog-2021" / "definitions" / "class-one-scope.yaml"
    scope.write_text(scope.read_text(encoding="utf-8").replace("at_least: 50000", "at_least: 40000"), encoding="utf-8")


def test_every_variant_is_a_test_with_a_readable_name(pytester: pytest.Pytester) -> None:
    case_file(pytester, SUITE)
    case_file(pytester, WHOLE, "whole")
    result = pytester.runpytest_inprocess("--collect-only", "-q")
    assert result.outlines[:4] == [
        "a.cases.yaml::on the line",
        "a.cases.yaml::each of two [lime]",
        "a.cases.yaml::each of two [coking]",
        "whole.cases.yaml::a kiln",
    ]


def test_cases_that_agree_pass_and_one_can_be_run_alone(pytester: pytest.Pytester) -> None:
    case_file(pytester, SUITE)
    case_file(pytester, WHOLE, "whole")
    pytester.runpytest_inprocess().assert_outcomes(passed=4)
    pytester.runpytest_inprocess("a.cases.yaml::each of two [lime]").assert_outcomes(passed=1)
    pytester.runpytest_inprocess("-k", "kiln").assert_outcomes(passed=1, deselected=3)


def test_a_case_that_disagrees_shows_both_sides_and_the_project(pytester: pytest.Pytester) -> None:
    case_file(pytester, SUITE.replace("[lime, coking]", "[lime, other]"))
    case_file(pytester, WHOLE.replace("[class_2]", "[class_1]"), "whole")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(
        [
            "expected possible [[]energy_equivalent_tce[]], found impossible",
            "at a.cases.yaml:7, rule henan-catalog-2021/class-one",
            "    as_of: 2022-06-30",
            "    county: 411081",
            "    construction_nature: new_build",
            "    energy_equivalent_tce: [[]48000, 52000[]]",
            "    activity: other",
            "expected gates.catalog [[]class_1[]], found gates.catalog [[]class_2[]]",
            "at whole.cases.yaml:2",
            "    as_of: 2024-06-30",
        ],
        consecutive=False,
    )
    result.stdout.no_fnmatch_line("*.py*")


def test_a_broken_file_is_a_collection_error_that_names_every_place(pytester: pytest.Pytester) -> None:
    case_file(pytester, SUITE.replace("class-one", "clas-one").replace("lime", "lmie"))
    case_file(pytester, "rule: [", "unreadable")
    case_file(pytester, WHOLE, "whole")
    result = pytester.runpytest_inprocess("--continue-on-collection-errors")
    result.assert_outcomes(errors=2, passed=1)
    result.stdout.fnmatch_lines(
        [
            "a.cases.yaml:1:7: rule-unknown: there is no rule `henan-catalog-2021/clas-one`; did you mean*",
            "a.cases.yaml:9:23: stranger-in-enum: `lmie` is not a value of `activity`; did you mean `lime`?",
            "unreadable.cases.yaml:1:8: not-yaml: *",
        ]
    )
    result.stdout.no_fnmatch_line("*.py*")


@pytest.mark.parametrize("way", ["ini", "option"])
def test_the_law_of_the_settings_is_the_one_tested(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    lower_line(pytester.mkdir("law"))
    case_file(pytester, SUITE.replace("energy_equivalent_tce: 50000", "energy_equivalent_tce: 45000"))
    pytester.makepyfile(
        test_law="""
        def test_fixtures_have_the_same_law(law, rulebook):
            assert rulebook.law is law
            assert law.name.endswith("law")
        """
    )
    if way == "ini":
        pytester.makeini("[pytest]\nlianggao_law = law\n")
        # Relative to the root folder, wherever pytest is called.
        monkeypatch.chdir(pytester.mkdir("deep"))
        result = pytester.runpytest_inprocess(pytester.path)
    else:
        result = pytester.runpytest_inprocess("--lianggao-law", "law")
    # 4.8万—5.2万吨整个在4万吨线之上，不再取决于能耗。
    result.assert_outcomes(passed=2, failed=2)


def test_a_law_that_cannot_be_read_is_told_without_a_traceback(pytester: pytest.Pytester) -> None:
    case_file(pytester, WHOLE)
    pytester.makepyfile(test_law="def test_law(law): pass")
    result = pytester.runpytest_inprocess("--lianggao-law", "nowhere", "--continue-on-collection-errors")
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["folder-missing: `*nowhere?rules` is not a folder; check the path"] * 2)
    result.stdout.no_fnmatch_line("*Traceback*")


def test_the_fixtures_work_today_without_any_setting(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"""
        from lianggao import load_law

        def test_law(law):
            assert law is load_law()

        def test_rulebook(rulebook):
            assert str(rulebook.as_of) >= "{date.today()}"

        def test_screen(screen):
            from lianggao import Project
            result = screen([Project(activity="lime", decision_date="2022-06-30")]).project(1)
            assert (result.stamp.as_of, result.stamp.as_of_from) == ("2022-06-30", "row")
        """
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=3)


@pytest.mark.parametrize("way", ["ini", "option"])
def test_the_date_of_the_settings_is_filled_in_and_can_still_be_given(pytester: pytest.Pytester, way: str) -> None:
    pytester.makepyfile(
        """
        from lianggao import Project

        def test_rulebook(rulebook):
            assert str(rulebook.as_of) == "2022-06"

        def test_screen(screen, law):
            projects = [Project(activity="lime")]
            assert screen(projects).project(1).stamp.as_of == "2022-06"
            assert screen(projects, as_of="2024-06-30", law=law).project(1).stamp.as_of == "2024-06-30"
        """
    )
    if way == "ini":
        pytester.makeini("[pytest]\nlianggao_as_of = 2022-06\n")
    arguments = ["--lianggao-as-of", "2022-06"] if way == "option" else []
    pytester.runpytest_inprocess(*arguments).assert_outcomes(passed=2)


def test_a_suite_with_a_law_of_its_own_gets_the_other_fixtures_for_it(pytester: pytest.Pytester) -> None:
    lower_line(pytester.mkdir("law"))
    pytester.makeconftest(
        """
        import pytest
        from lianggao import load_law

        @pytest.fixture(scope="session")
        def law():
            return load_law("law")
        """
    )
    pytester.makepyfile(
        """
        from lianggao import Project

        def test_all(law, rulebook, screen):
            assert rulebook.law is law
            stated = dict(activity="lime", county="411081", construction_nature="new_build")
            project = Project(**stated, energy_equivalent_tce=45000)
            assert screen([project], as_of="2022-06-30").project(1).determination == "class_1"
        """
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_a_wrong_date_is_refused_before_anything_runs(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_nothing(): pass")
    result = pytester.runpytest_inprocess("--lianggao-as-of", "30.6.2022")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: lianggao_as_of: not-a-date: `30.6.2022` is not a date; write 2024-06-30"])


def test_a_repository_without_cases_is_untouched(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        HEAVY = ("numpy", "pandas", "pydantic", "ruamel.yaml", "typer", "lianggao.rulebook", "lianggao.errors")

        def test_nothing_heavy_was_imported(request):
            assert request.config.pluginmanager.has_plugin("lianggao")
            assert [name for name in HEAVY if name in sys.modules] == []
        """
    )
    (pytester.path / "other.yaml").write_text("cases: [", encoding="utf-8")
    result = pytester.runpytest_subprocess("-W", "error", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)


def test_cases_run_where_every_warning_is_an_error(pytester: pytest.Pytester) -> None:
    case_file(pytester, SUITE)
    pytester.makepyfile("def test_fixtures(law, rulebook, screen): pass")
    result = pytester.runpytest_subprocess("-W", "error", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=4)
