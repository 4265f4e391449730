"""`lianggao rules coverage`: cases and lists are measured alike, and every project is called by a name one can find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lianggao.cli.app import main

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
LIST = """项目名称,行业代码,主要产品及规模,建设性质,建设地点,年综合能源消费量（等价值，吨标准煤）
甲石灰,3012,石灰,新建,许昌市禹州市,50000
乙石灰,3012,石灰,新建,许昌市禹州市,49999
"""


def pair(out: str) -> list[str] | None:
    found = json.loads(out)
    tests = next(rule["tests"] for rule in found["rules"] if rule["rule"] == "henan-catalog-2021/class-one")
    (line,) = [test for test in tests if "5万吨" in test["text"]]
    names: list[str] | None = line["pair"]
    return names


def test_cases_are_measured_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lime.cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    assert main(["rules", "coverage", str(path), "--format", "json"]) == 0
    assert pair(capsys.readouterr().out) == [f"{path}: on the line", f"{path}: below the line"]


def test_a_list_is_measured_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lime.csv"
    path.write_text(LIST, encoding="utf-8")
    assert main(["rules", "coverage", str(path), "--as-of", "2022-06-30", "--format", "json"]) == 0
    assert pair(capsys.readouterr().out) == ["第1个项目 甲石灰", "第2个项目 乙石灰"]


@pytest.mark.parametrize(("lang", "word"), [("zh", "条件覆盖（MC/DC）"), ("en", "conditions (MC/DC)")])
def test_the_text_speaks_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, word: str
) -> None:
    (tmp_path / "lime.cases.yaml").write_text(CASES, encoding="utf-8")
    assert main(["rules", "coverage", str(tmp_path), "--lang", lang, "--pairs"]) == 0
    out = capsys.readouterr().out
    assert word in out
    assert "lime.cases.yaml: below the line" in out


def test_what_is_neither_list_nor_case_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "coverage", str(tmp_path / "none.csv")]) == 1
    assert main(["rules", "coverage", str(tmp_path)]) == 1
    assert "no-case-files" in capsys.readouterr().err
