"""`lianggao rules diff`: which sides it takes, what it prints, in which form, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from oracle.copies import Edits, edited, read_once

from lianggao.cli.app import main

CLASS_ONE = "rules/henan-catalog-2021/class-one.yaml"
EXEMPT = "rules/energy-review-2016/exempt.yaml"
SCOPE = "rules/henan-catalog-2021/definitions/class-two-scope.yaml"
Out = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True, scope="module")
def _quick() -> Iterator[None]:
    with read_once():
        yield


def diff(*words: object) -> int:
    return main(["rules", "diff", *map(str, words)])


@pytest.fixture(scope="module")
def stricter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a law in which nobody is exempt from the energy review."""
    return edited(tmp_path_factory.mktemp("stricter"), {EXEMPT: None})


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a law in which more are exempt, and fewer."""
    edits: Edits = {EXEMPT: [("less_than: 1000}", "less_than: 1500}"), ("less_than: 5000000", "less_than: 4000000")]}
    return edited(tmp_path_factory.mktemp("mixed"), edits)


def test_the_shipped_law_is_the_same_as_itself(capfdbinary: Out) -> None:
    assert diff("shipped", "shipped", "--fail-on", "any") == 0
    out = capfdbinary.readouterr().out.decode()
    assert out.endswith("两者在所有日期、所有情形下结论相同。\n")
    assert diff("shipped", "shipped", "--lang", "en") == 0
    assert capfdbinary.readouterr().out.decode().endswith("both conclude the same in every world on every date.\n")


def test_what_changed_is_told_with_place_days_rule_and_example(stricter: Path, capfdbinary: Out) -> None:
    assert diff("shipped", stricter) == 0
    lines = [line.strip() for line in capfdbinary.readouterr().out.decode().splitlines()]
    assert lines[:2] == ["旧：lianggao", f"新：{stricter}"]
    assert "加严　固定资产投资项目节能审查" in lines
    assert "免于节能审查 → 市级审查（加严）" in lines
    assert "· 年综合能源消费量（当量值）不足1000吨标准煤；年用电量不足500万千瓦时" in lines
    assert "时间：2017-01-01 至 2023-05-31" in lines
    assert any(line.startswith("情形：") and line.endswith("起因：energy-review-2016/exempt") for line in lines)
    assert any(line.startswith("例：") and line.endswith("：免于节能审查 → 市级审查") for line in lines)


def test_english_says_the_same_with_keys(stricter: Path, capfdbinary: Out) -> None:
    assert diff("shipped", stricter, "--lang", "en") == 0
    lines = [line.strip() for line in capfdbinary.readouterr().out.decode().splitlines()]
    assert "stricter　energy_review" in lines
    assert "exempt → municipal (stricter)" in lines
    assert "· energy_calorific_tce < 1000; electricity_kwh < 5000000" in lines
    assert "when: 2017-01-01 to 2023-05-31" in lines


def test_json_has_everything_and_parses(stricter: Path, capfdbinary: Out) -> None:
    assert diff("shipped", stricter, "--format", "json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["verdicts"]["energy_review"] == "stricter"
    (period,) = (p for p in told["periods"] if any(gate["moves"] for gate in p["gates"]))
    assert (period["first"], period["last"]) == ("2017-01-01", "2023-05-31")
    (rule,) = told["rules"]
    assert (rule["rule"], rule["change"]) == ("energy-review-2016/exempt", "removed")


@pytest.mark.parametrize(
    ("asked", "code"),
    [([], 0), (["any"], 3), (["stricter"], 3), (["looser"], 0), (["mixed"], 0), (["looser", "stricter"], 3)],
)
def test_fail_on_is_3_where_such_a_change_is_there(stricter: Path, asked: list[str], code: int) -> None:
    words = (word for one in asked for word in ("--fail-on", one))
    assert diff("shipped", stricter, "--as-of", "2022-12-31", *words) == code


@pytest.mark.parametrize("asked", ["any", "mixed", "stricter", "looser"])
def test_a_mixed_change_is_stricter_somewhere_and_looser_somewhere(mixed: Path, asked: str) -> None:
    assert diff("shipped", mixed, "--as-of", "2022-12-31", "--fail-on", asked) == 3


def test_points_are_a_change_that_makes_nothing_stricter(tmp_path: Path) -> None:
    folder = edited(tmp_path, {CLASS_ONE: [("points: 40", "points: 30")]})
    asked = ("shipped", folder, "--as-of", "2022-12-31", "--fail-on")
    assert (diff(*asked, "any"), diff(*asked, "stricter")) == (3, 0)


def test_what_no_table_shows_is_4_unless_what_was_asked_about_is_there(tmp_path: Path, capfdbinary: Out) -> None:
    terms = "catalogs/terms/terms.csv"
    head = "term,role,activity,trust,note\n"
    one = edited(tmp_path / "one", {terms: [(head, f"{head}磐石料,product,lime,recalled,\n")]})
    assert diff("shipped", one, "--as-of", "2022-12-31") == 4
    assert f"  {terms}：" in capfdbinary.readouterr().out.decode()
    assert diff("shipped", one, "--as-of", "2022-12-31", "--fail-on", "any") == 4
    both: Edits = {terms: [(head, f"{head}磐石料,product,lime,recalled,\n")], EXEMPT: None}
    other = edited(tmp_path / "other", both)
    assert diff("shipped", other, "--as-of", "2022-12-31", "--fail-on", "stricter") == 3


def test_one_date_compares_two_laws_on_a_day(stricter: Path, capfdbinary: Out) -> None:
    assert diff("shipped", stricter, "--as-of", "2024-06-30", "--fail-on", "any", "--format", "json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert set(told["verdicts"].values()) == {"equal"}
    assert [one["rule"] for one in told["rules"]] == ["energy-review-2016/exempt"]


def test_two_dates_alone_compare_the_shipped_law_with_itself(capfdbinary: Out) -> None:
    assert diff("--as-of", "2022-12-31", "--as-of", "2024-06-30", "--fail-on", "looser") == 3
    out = capfdbinary.readouterr().out.decode()
    assert out.startswith("旧：lianggao 2022-12-31\n新：lianggao 2024-06-30\n")
    assert "第二类 → 未命中目录（放宽）" in out


def test_two_dates_with_one_law_compare_that_law(stricter: Path, capfdbinary: Out) -> None:
    assert diff(stricter, "--as-of", "2024-01-01", "--as-of", "2024-06-30") == 0
    assert capfdbinary.readouterr().out.decode().startswith(f"旧：{stricter} 2024-01-01\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["shipped", "no-such-side"], "side-unknown"),
        (["no-such-side", "shipped"], "side-unknown"),
        (["shipped"], "one-side-only"),
        ([], "one-side-only"),
        (["--as-of", "2022"], "one-side-only"),
        (["shipped", "shipped", *["--as-of", "2022"] * 3], "too-many-dates"),
        (["shipped", "shipped", "--as-of", "2022-13"], "not-a-date"),
        (["shipped", "shipped", "--fail-on", "worse"], "usage"),
        (["shipped", "shipped", "--format", "xml"], "usage"),
    ],
)
def test_1_what_can_not_be_done(capfd: pytest.CaptureFixture[str], words: list[str], code: str) -> None:
    assert diff(*words, "--lang", "en") == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert code in err


def test_2_a_side_that_can_not_be_read_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = edited(tmp_path, {CLASS_ONE: [("gate: catalog", "gate: catalogue")]})
    for sides in ((folder, "shipped"), ("shipped", folder)):
        assert diff(*sides) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert f"side-invalid: `{folder}` 读不了：{CLASS_ONE}:3:7: unknown-gate: " in err


def test_gates_that_follow_are_told_in_full_only_when_asked(tmp_path: Path, capfdbinary: Out) -> None:
    folder = edited(tmp_path, {SCOPE: [("at_least: 10000", "at_least: 12000")]})
    assert diff("shipped", folder, "--as-of", "2022-12-31") == 0
    brief = capfdbinary.readouterr().out.decode()
    assert "随之变化的关口（--full 列出全部情形）" in brief
    assert diff("shipped", folder, "--as-of", "2022-12-31", "--full") == 0
    full = capfdbinary.readouterr().out.decode()
    assert "随之变化的关口" not in full
    assert full.count("例：") > brief.count("例：")
