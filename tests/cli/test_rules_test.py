"""`lianggao rules test`: what it prints, in which form, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lianggao.cli.app import main

# 附件1 第一类：等价值5万吨标准煤及以上。
CASES = """\
rule: henan-catalog-2021/class-one
cases:
  - name: on the line
    as_of: "2022-06-30"
    project: {activity: cement_clinker, county: "411081", construction_nature: new_build, energy_equivalent_tce: 50000}
    expect: certain
"""


def test_all_agree(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.cases.yaml").write_text(CASES, encoding="utf-8")
    assert main(["rules", "test", str(tmp_path)]) == 0
    assert capfdbinary.readouterr().out.decode() == "1 个案例，1 个相符，0 个不符\n"


def test_without_a_path_the_current_folder_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.cases.yaml").write_text(CASES.replace("50000", "49999.99"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "test", "--lang", "en"]) == 3
    assert capfdbinary.readouterr().out.decode().splitlines() == [
        "rules/a.cases.yaml:3: on the line: expected certain, found impossible",
        "1 cases: 0 agree, 1 do not",
    ]


@pytest.mark.parametrize(("energy", "code"), [("50000", 0), ("49999", 3)])
def test_json_and_junit_have_the_same_exit_codes(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], energy: str, code: int
) -> None:
    (tmp_path / "a.cases.yaml").write_text(CASES.replace("50000", energy), encoding="utf-8")
    assert main(["rules", "test", str(tmp_path), "--format", "json"]) == code
    assert json.loads(capfdbinary.readouterr().out)["agree"] == (code == 0)
    assert main(["rules", "test", str(tmp_path), "--format", "junit"]) == code
    assert len(ElementTree.fromstring(capfdbinary.readouterr().out).findall(".//failure")) == (code == 3)


def test_nothing_to_run_is_never_a_success(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", str(tmp_path)]) == 1
    assert "no-case-files" in capfd.readouterr().err


def test_a_mistake_in_a_case_file_is_told_in_the_language_asked_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.cases.yaml").write_text(CASES.replace("class-one", "class-oen"), encoding="utf-8")
    assert main(["rules", "test", str(tmp_path), "--lang", "en"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "a.cases.yaml:1:7: rule-unknown: there is no rule" in err
    assert main(["rules", "test", str(tmp_path)]) == 1
    assert "没有规则 `henan-catalog-2021/class-oen`" in capfd.readouterr().err


def test_the_law_of_a_folder_is_the_one_tested(tmp_path: Path) -> None:
    (tmp_path / "a.cases.yaml").write_text(CASES, encoding="utf-8")
    assert main(["rules", "test", str(tmp_path), "--law", str(tmp_path)]) == 2
