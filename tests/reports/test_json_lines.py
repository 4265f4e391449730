"""One project per line, for other programs: the row as given, then everything that was found."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from lianggao import ProjectScreening, Screening
from lianggao.reports import write_report


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]


def test_every_line_reads_back_as_a_screening(screening: Screening, tmp_path: Path) -> None:
    write_report(screening, tmp_path / "a.jsonl", keep_contacts=True)
    found = lines(tmp_path / "a.jsonl")
    assert len(found) == len(screening)
    for row, line in enumerate(found, start=1):
        line.pop("given")
        assert ProjectScreening.model_validate_json(json.dumps(line)) == screening.project(row)


def test_the_row_as_given_comes_first_under_its_own_headers(
    screening: Screening, given: pd.DataFrame, tmp_path: Path
) -> None:
    write_report(screening, tmp_path / "a.jsonl")
    first = lines(tmp_path / "a.jsonl")[3]
    assert list(first)[:2] == ["given", "row"]
    assert first["given"] == given.iloc[3].to_dict()


def test_it_is_plain_utf8_with_line_feeds_and_the_same_every_time(screening: Screening, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write_report(screening, tmp_path / name)
    data = (tmp_path / "a.jsonl").read_bytes()
    assert data == (tmp_path / "b.jsonl").read_bytes()
    assert data.startswith(b'{"given"')
    assert b"\r" not in data
    assert "第一类" in data.decode()


def test_contacts_are_hidden_in_the_facts_too(tmp_path: Path) -> None:
    from lianggao import screen

    frame = pd.DataFrame({"项目名称": ["甲项目（联系13900005678）"], "建设内容": ["找王工 139-0000-5678"]})
    write_report(screen(frame, as_of="2022"), tmp_path / "a.jsonl")
    text = (tmp_path / "a.jsonl").read_text("utf-8")
    assert "13900005678" not in text
    assert "0000-5678" not in text
    assert text.count("139******78") >= 4


def test_progress_is_told_once_per_project(screening: Screening, tmp_path: Path) -> None:
    steps: list[int] = []
    write_report(screening, tmp_path / "a.jsonl", progress=steps.append)
    assert sum(steps) == len(screening)
