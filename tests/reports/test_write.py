"""What can't be written is refused with a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao import InputError, Screening
from lianggao.reports import write_report


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.xls", "a.csv.zip"])
def test_a_kind_that_is_not_known_is_refused(screening: Screening, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="file-kind-unknown") as error:
        write_report(screening, tmp_path / name)
    assert name in error.value.render("zh")
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".jsonl"])
def test_a_place_that_can_not_be_written_is_named(screening: Screening, tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"folder{suffix}").mkdir()
    for path in (tmp_path / "no" / f"a{suffix}", tmp_path / f"folder{suffix}"):
        with pytest.raises(InputError, match="file-not-writable") as error:
            write_report(screening, path)
        assert str(path) in error.value.render("zh")
