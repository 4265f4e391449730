"""The examples of docs/cases.md hold: its case files agree with the law, its settings and its test are understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lianggao.audit.cases import WholeSet, read_cases, run_cases

TEXT = (Path(__file__).parents[2] / "docs" / "cases.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)


def test_the_case_files_agree_with_the_law(tmp_path: Path) -> None:
    for number, text in enumerate(blocks("yaml")):
        (tmp_path / f"{number}.cases.yaml").write_text(text, encoding="utf-8")
    suite, whole = read_cases(tmp_path)
    results = run_cases([suite, whole])
    assert [result.name for result in results if not result.agrees] == []
    assert len(results) == 4
    assert isinstance(whole.content, WholeSet)
    (case,) = whole.content.cases
    assert {"gates", "departments", "missing", "deciding", "checks", "asks"} <= case.model_fields_set


def test_the_settings_and_the_test_are_those_of_the_plug_in(pytester: pytest.Pytester) -> None:
    (settings,), (_, test) = blocks("ini"), blocks("python")
    pytester.makeini(settings.replace("lianggao_law = .\n", ""))
    pytester.makepyfile("from lianggao import Project\n" + test)
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=1)
