"""`lianggao rules boundaries`: one rule to the screen or a file, all to a folder, and whether a folder is current."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lianggao.audit.boundaries import BOUNDARIES
from lianggao.cli.app import main

RULE = "energy-review-2016/provincial"
KEPT = Path(__file__).parents[2] / "rules" / (RULE + BOUNDARIES)


def test_one_rule_is_printed_as_its_file_has_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["rules", "boundaries", RULE]) == 0
    assert capfdbinary.readouterr().out == KEPT.read_bytes()


def test_one_rule_is_written_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "rule.cases.yaml"
    assert main(["rules", "boundaries", RULE, "-o", str(path)]) == 0
    assert path.read_bytes() == KEPT.read_bytes()
    assert capfd.readouterr().out == ""


def test_the_order_of_sets_in_memory_has_no_say() -> None:
    words = [sys.executable, "-m", "lianggao.cli.app", "rules", "boundaries", "henan-catalog-2021/class-two"]
    printed = [
        subprocess.run(words, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout for seed in "12"
    ]
    assert printed[0] == printed[1]
    assert printed[0] == (KEPT.parents[1] / f"henan-catalog-2021/class-two{BOUNDARIES}").read_bytes()


def test_files_that_are_missing_changed_or_of_no_rule_are_named(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["rules", "boundaries", "--all", str(tmp_path), "--law", str(root)]
    assert main(words) == 4
    assert main([*words, "--check"]) == 4
    assert capfd.readouterr().out == ""
    names = ("notice-2020/between", "notice-2020/asking", "notice-2020/gone")
    missing, changed, strange = (tmp_path / f"{name}{BOUNDARIES}" for name in names)
    missing.unlink()
    changed.write_bytes(changed.read_bytes() + b"\n")
    strange.write_text("", encoding="utf-8")
    assert main([*words, "--check"]) == 3
    assert capfd.readouterr().out.splitlines() == sorted(path.as_posix() for path in (missing, changed, strange))
    assert not missing.exists()


@pytest.mark.parametrize(
    "words",
    [
        (RULE, "--all", "folder"),
        (RULE, "--check"),
        ("--check",),
        ("--all", "folder", "-o", "file"),
        ("henan-catalog-2021/class-on",),
    ],
)
def test_what_is_not_asked_clearly_is_refused(words: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "boundaries", *words]) == 1
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_a_file_that_can_not_be_written_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert main(["rules", "boundaries", RULE, "-o", str(tmp_path / "taken" / "file.cases.yaml")]) == 1
    assert "file-not-writable" in capfd.readouterr().err
