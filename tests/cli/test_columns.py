"""`lianggao columns`: how every column was understood, and a mapping that can be saved and given back."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from lianggao.cli.app import main

LIST = """项目名称,行业代码,耗能,综合能耗（等价值、吨标准煤）,联系人,完成投资（万元）,计划投资额,用地面积,计算能耗
熟料线,3011,9,118000,张某,1,2,30,1
光伏线,3041,,,李某 13900005678,,,,
机床,3421,电话13900005678,700,,,,40,
"""
EQUIVALENT = "年综合能源消费量（当量值，万吨标准煤）"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def report(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    assert main(["columns", *map(str, words), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_data_says_what_every_column_gives(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = report(capsys, listed)
    [block] = data["blocks"]
    columns = {column["header"]: column for column in block["columns"]}
    assert (data["file"], block["projects"], block["header_lines"]) == ("list.csv", 3, [1, 1])
    assert columns["行业代码"] | {"place": "", "part": "", "kind": "", "why": ""} == {
        "place": "", "header": "行业代码", "field": "industry_code", "label": "行业代码", "unit": "",
        "basis": "unstated", "part": "", "rule": "label", "kind": "", "why": "",
        "suggestions": [], "filled": 3, "samples": ["3011", "3041"],
    }  # fmt: skip
    assert columns["联系人"]["rule"] == "known"
    assert columns["计划投资额"]["suggestions"] == ["总投资", "固定资产投资"]
    assert columns["计算能耗"]["suggestions"] == []
    assert columns["用地面积"]["why"] == "表头未注明单位，单元格也未注明的按平方米计"


def test_no_contact_is_shown(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [block] = report(capsys, listed)["blocks"]
    columns = {column["header"]: column for column in block["columns"]}
    assert columns["联系人"]["samples"] == ["（已隐去）"]
    assert columns["耗能"]["samples"] == ["9", "电话139******78"]
    assert main(["columns", str(listed)]) == 0
    told = capsys.readouterr().out
    assert "13900005678" not in told
    assert "张某" not in told


def test_the_table_says_it_in_words(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["columns", str(listed)]) == 0
    told = capsys.readouterr().out
    for words in ("第1行", "项目名称", "project_name", "等价值", "完成投资不是总投资", "是否为：总投资"):
        assert words in told
    assert "\x1b[" not in told
    assert main(["columns", str(listed), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "read as" in told
    assert "did you mean: 总投资" in told


def test_a_list_without_a_known_column_is_shown_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲列,乙列\nx,y\n", encoding="utf-8")
    [block] = report(capsys, path)["blocks"]
    assert [column["rule"] for column in block["columns"]] == ["unknown", "unknown"]


def test_a_mapping_is_applied_shown_saved_and_read_again(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "map.csv"
    first = report(capsys, listed, "--map", f"C={EQUIVALENT}", "--map", "用地面积=-", "--save", saved)
    rules = {column["header"]: column["rule"] for column in first["blocks"][0]["columns"]}
    assert [header for header, rule in rules.items() if rule == "mapping"] == ["耗能", "用地面积"]
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["表头", "读作"]
    assert len(rows) == 10
    again = report(capsys, listed, "--mapping", saved)
    keys = ("header", "field", "unit", "basis", "part", "filled", "samples")
    assert [[column[key] for key in keys] for column in again["blocks"][0]["columns"]] == [
        [column[key] for key in keys] for column in first["blocks"][0]["columns"]
    ]
    plain = report(capsys, listed, "--save", saved)
    assert report(capsys, listed, "--mapping", saved) == plain


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--map", "没有的列=owner"], "mapping-column-unknown"),
        (["--map", "耗能=产能利用"], "mapping-target-unknown"),
        (["--map", "耗能"], "mapping-not-a-pair"),
        (["--map", "耗能=-", "--map", "C=-"], "mapping-column-twice"),
        (["--mapping", "none.csv"], "file-missing"),
        (["--save", "a.xlsx"], "file-kind-unknown"),
        (["--save", "{list}"], "output-is-input"),
        (["--save", "no/such/folder/a.csv"], "file-not-writable"),
    ],
)
def test_what_can_not_be_done_is_refused(
    words: list[str], code: str, listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = listed.read_bytes()
    assert main(["columns", str(listed), *(word.format(list=listed) for word in words)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert code in err
    assert listed.read_bytes() == before
