"""A short list starts quickly, since what it does not need is not imported; the same goes for comparing two laws."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import lianggao.screening

WORKBOOKS = ("openpyxl", "defusedxml", "xlrd", "lianggao.reports.workbook", "lianggao.intake.files.xlsx")
OTHER_VERBS = ("ruamel.yaml", "lianggao.audit", "lianggao.engines.following", "lianggao.reports.template", "duckdb")
PROJECTS = ("lianggao.project", "lianggao.api")


def imported(*arguments: object) -> set[str]:
    """Return the modules that a call of the command line leaves imported."""
    code = "import sys; from lianggao.cli.app import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    words = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_a_csv_is_screened_into_a_csv_without_what_other_files_and_verbs_need(projects: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    there = imported("screen", projects, "-o", out)
    assert out.stat().st_size > 0
    assert {"lianggao.screening.screening", "lianggao.reports.csv_lines"} <= there
    assert not there & {*WORKBOOKS, *OTHER_VERBS, *PROJECTS}


def test_two_days_are_compared_without_what_lists_need() -> None:
    there = imported("rules", "diff", "--as-of", "2026-01-01", "--as-of", "2026-06-30")
    assert "lianggao.audit.diff.laws" in there
    assert not there & {*WORKBOOKS, *PROJECTS, "lianggao.intake", "lianggao.recognition", "lianggao.reports"}


def test_a_name_that_a_package_does_not_have_is_refused_as_ever() -> None:
    assert lianggao.screening.COLUMNS is lianggao.screening.columns.COLUMNS
    with pytest.raises(AttributeError, match="has no attribute `no_such`"):
        lianggao.screening.no_such  # noqa: B018
