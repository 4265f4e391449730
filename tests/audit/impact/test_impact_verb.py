"""`lianggao rules impact`: which laws and dates it takes, what it prints, and with which exit code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from edits import AS_OF, LINE, edited_folder

from lianggao.cli.app import main

# 附件1 第二类：1万吨及以上；宛城区不属许昌市，存量项目不参加会商联审。
LIST = """\
项目名称,行业代码,主要产品及规模,主要生产工艺,建设性质,建设地点,项目阶段,等价值（吨标准煤）,当量值（吨标准煤）
耐火砖线 联系13900005678,3089,耐火砖3000吨/年,隧道窑烧成,新建,南阳市宛城区,存量,11000,10000
数控机床项目,3421,数控机床2000台/年,,新建,南阳市宛城区,拟建,700,600
"""
MOVED = "moves:\n  - row: 1\n    gates: {catalog: class_2 -> not_listed}\n"

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edited_folder(tmp_path_factory.mktemp("law"), LINE)


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a list in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(LIST, encoding="utf-8")
    Path("moves.yaml").write_text(MOVED, encoding="utf-8")
    return "list.csv"


def impact(*words: object) -> int:
    return main(["rules", "impact", *map(str, words)])


def test_a_change_is_told_and_is_no_failure(raised: Path, listed: str, capfd: Out) -> None:
    assert impact("shipped", raised, listed, "--as-of", AS_OF) == 0
    out = capfd.readouterr().out
    assert "清单：2个项目，1个有变动" in out
    assert "    第1行 耐火砖线 联系139******78：第二类 → 未命中目录" in out.splitlines()
    assert impact("shipped", raised, listed, "--as-of", AS_OF, "--keep-contacts", "--lang", "en") == 0
    assert "    row 1 耐火砖线 联系13900005678: class_2 → not_listed" in capfd.readouterr().out.splitlines()


def test_the_list_can_be_told_as_json(raised: Path, listed: str, capfd: Out) -> None:
    assert impact("shipped", raised, listed, "--as-of", AS_OF, "--format", "json", "--limit", "0") == 0
    assert [one["row"] for one in json.loads(capfd.readouterr().out)["projects"]] == [1]


def test_one_law_is_compared_with_itself_on_two_dates(listed: str, capfd: Out) -> None:
    """The catalog is in force from December 2021."""
    for sides in ([], ["shipped"]):
        assert impact(*sides, listed, "--as-of", "2021-11-30", "--as-of", AS_OF) == 0
        lines = capfd.readouterr().out.splitlines()
        assert lines[:2] == ["旧：lianggao，适用日期 2021-11-30", "新：lianggao，适用日期 2022-06-30"]
        assert any("：不适用 → 第二类" in line for line in lines)


def test_a_git_revision_is_a_side(raised: Path, listed: str, tmp_path: Path, capfd: Out) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.cn", *words], check=True, capture_output=True)

    edited_folder(tmp_path)
    git("init", "-q")
    git("add", "rules", "catalogs")
    git("commit", "-q", "-m", "a")
    assert impact("HEAD", raised, listed, "--as-of", AS_OF) == 0
    assert capfd.readouterr().out.startswith("旧：HEAD，")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["list.csv"], "one-side-only"),
        (["shipped", "list.csv"], "one-side-only"),
        (["shipped", "list.csv", "--as-of", AS_OF], "one-side-only"),
        (["shipped", "shipped", "shipped", "list.csv"], "two-sides-and-a-list"),
        (["shipped", "nowhere", "list.csv"], "side-unknown"),
        (["shipped", "shipped", "nowhere.csv"], "file-missing"),
        (["shipped", "shipped", "list.csv", "--as-of", "gestern"], "not-a-date"),
        (["shipped", "shipped", "list.csv", *["--as-of", AS_OF] * 3], "too-many-dates"),
        (["shipped", "shipped", "list.csv", "--expect", "nowhere.yaml"], "file-missing"),
        (["shipped", "shipped", "list.csv", "--write-expected", "list.csv"], "output-is-input"),
        (["shipped", "shipped", "list.csv", "--write-expected", "no/folder.yaml"], "file-not-writable"),
        (["shipped", "shipped", "list.csv", "--limit", "-1"], "用法有误"),
    ],
)
def test_what_can_not_be_done_is_said_in_one_line(listed: str, capfd: Out, words: list[str], code: str) -> None:
    assert impact(*words) == 1
    told = capfd.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert code in told.err
    assert Path(listed).read_text(encoding="utf-8") == LIST


def test_broken_rules_are_no_fault_of_the_list(listed: str, tmp_path: Path, capfd: Out) -> None:
    folder = edited_folder(tmp_path / "law", (LINE[0], "at_least: 10000", "at_least: 一万"))
    assert impact("shipped", folder, listed) == 2
    assert "class-two-scope.yaml" in capfd.readouterr().err


def test_moves_as_announced_are_no_failure(raised: Path, listed: str, capfd: Out) -> None:
    assert impact("shipped", raised, listed, "--as-of", AS_OF, "--expect", "moves.yaml") == 0
    assert capfd.readouterr().out == "2个项目中1个有变动，都与写明的相符\n"


def test_moves_otherwise_than_announced_are_told_line_by_line(raised: Path, listed: str, capfd: Out) -> None:
    Path("moves.yaml").write_text(
        MOVED.replace("not_listed", "class_1")
        + "  - project: 数控机床项目\n    departments: {land: required -> possible}\n",
        encoding="utf-8",
    )
    assert impact("shipped", raised, listed, "--as-of", AS_OF, "--expect", "moves.yaml") == 3
    assert capfd.readouterr().out.splitlines() == [
        "第1行 耐火砖线 联系139******78：关口 catalog：写明 class_2 -> class_1，实为 class_2 -> not_listed",
        "第2行 数控机床项目：部门 land：写明 required -> possible，实际未变",
        "2个项目中1个有变动，与写明的有2处不符",
    ]
    words = ("--expect", "moves.yaml", "--format", "json")
    assert impact("shipped", raised, listed, "--as-of", AS_OF, *words) == 3
    assert [one["row"] for one in json.loads(capfd.readouterr().out)["differences"]] == [1, 2]


def test_announced_moves_that_do_not_happen_are_a_failure(listed: str, capfd: Out) -> None:
    assert impact("shipped", "shipped", listed, "--as-of", AS_OF, "--expect", "moves.yaml", "--lang", "en") == 3
    assert capfd.readouterr().out.splitlines() == [
        "row 1 耐火砖线 联系139******78: gate catalog: announced class_2 -> not_listed, found no move",
        "2 projects, 0 moved, 1 differences from what was announced",
    ]


def test_a_faulty_announcement_is_told_with_its_place(raised: Path, listed: str, capfd: Out) -> None:
    Path("moves.yaml").write_text(MOVED.replace("catalog", "catalogue"), encoding="utf-8")
    assert impact("shipped", raised, listed, "--as-of", AS_OF, "--expect", "moves.yaml") == 1
    assert capfd.readouterr().err.startswith("moves.yaml:3:13: unknown-gate: 没有关口 `catalogue`")


def test_what_is_written_passes_and_is_the_same_every_time(raised: Path, listed: str) -> None:
    for name in ("one.yaml", "other.yaml"):
        assert impact("shipped", raised, listed, "--as-of", AS_OF, "--write-expected", name) == 0
        assert impact("shipped", raised, listed, "--as-of", AS_OF, "--expect", name) == 0
    assert Path("one.yaml").read_bytes() == Path("other.yaml").read_bytes()
    assert "13900005678" not in Path("one.yaml").read_text(encoding="utf-8")


def test_a_sheet_and_a_trust_floor_are_those_of_a_screening(raised: Path, listed: str, capfd: Out) -> None:
    pd.read_csv(listed).to_excel("list.xlsx", sheet_name="项目", index=False)
    words = ("--as-of", AS_OF, "--sheet", "项目", "--trust", "official", "--format", "json")
    assert impact("shipped", raised, "list.xlsx", *words) == 0
    whole = json.loads(capfd.readouterr().out)
    catalog = next(gate for gate in whole["gates"] if gate["gate"] == "catalog")
    # No text was read officially, so nothing is determined on either side; what is left of it still moves.
    assert [(cell["old"], cell["new"], cell["rows"]) for cell in catalog["cells"]] == [
        ("undetermined", "undetermined", [1])
    ]
    assert impact("shipped", raised, "list.xlsx", "--sheet", "别的") == 1
    assert "sheet-unknown" in capfd.readouterr().err
