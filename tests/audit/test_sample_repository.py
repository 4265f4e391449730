"""The sample repository of a city's own rules: its test fails until the move is announced, as its README says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from lianggao.cli.app import main

SAMPLE = Path(__file__).parents[2] / "examples" / "city-rules"


def announcing() -> list[str]:
    """Return the words of the command by which the README announces the move."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^lianggao (rules impact .*)$", readme, flags=re.MULTILINE)
    return str(command).split()


@pytest.fixture
def sample(pytester: pytest.Pytester) -> Path:
    """A copy of the sample, as the current folder."""
    shutil.copytree(SAMPLE, pytester.path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return pytester.path


@pytest.mark.usefixtures("sample")
def test_the_change_fails_until_it_is_announced(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*甲石灰项目*catalog*class_2 -> not_listed*"])
    assert main(announcing()) == 0
    pytester.runpytest_inprocess().assert_outcomes(passed=4)


def test_an_announced_move_that_does_not_happen_fails_too(sample: Path, pytester: pytest.Pytester) -> None:
    assert main(announcing()) == 0
    shutil.rmtree(sample / "law" / "rules")
    (sample / "law" / "rules").mkdir()
    result = pytester.runpytest_inprocess("tests/test_change.py", "-k", "announced")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*甲石灰项目*"])
