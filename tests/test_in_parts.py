"""A list that is screened in parts gives the bytes that it gives as a whole, whatever the parts are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.lists import make_list
from lianggao import InputError, screen, screen_parts
from lianggao.reports.write import write_parts, write_report

AS_OF = "2022-06-30"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a list in which projects are repeated, so that there are findings about several rows."""
    frame = make_list(120)
    frame["建设单位"] = [f"甲{row % 40}公司" for row in range(len(frame))]
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    pd.concat([frame, frame.head(30)]).to_csv(path, index=False)
    return path


@pytest.mark.parametrize("rows", [37, 100, 1000])
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_parts_give_the_bytes_of_the_whole(path: Path, tmp_path: Path, rows: int, suffix: str) -> None:
    whole = screen(path, as_of=AS_OF)
    assert whole.groups
    write_report(whole, tmp_path / f"whole{suffix}")
    sizes = [len(p) for p in write_parts(screen_parts(path, rows=rows, as_of=AS_OF), [tmp_path / f"parts{suffix}"])]
    assert sum(sizes) == len(whole)
    assert max(sizes) <= rows
    assert (tmp_path / f"parts{suffix}").read_bytes() == (tmp_path / f"whole{suffix}").read_bytes()


def test_what_fails_on_the_way_leaves_what_was_there(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before")
    parts = write_parts(screen_parts(path, rows=10, as_of=AS_OF), [target])
    next(parts)
    parts.close()
    assert target.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


def test_a_row_is_called_by_its_number_in_the_list(path: Path) -> None:
    *_, last = screen_parts(path, rows=100, as_of=AS_OF)
    assert last.project(101).row == 101
    with pytest.raises(InputError, match="row-unknown"):
        last.project(100)
