"""The page of values says what the catalogs say, row for row."""

from __future__ import annotations

import re
from pathlib import Path

from desk import LATE, Desk

PAGE = Path(__file__).parents[2] / "docs" / "efficiency.md"


def rows(width: int) -> list[list[str]]:
    lines = re.findall(r"^\| (.*) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [cells for line in lines if len(cells := line.split(" | ")) == width and cells[-2] in ("比较", "不比较")]


def test_the_page_lists_every_benchmark(desk: Desk) -> None:
    labels, trusts = desk.vocabulary["efficiency_item"].values, {"report": "见于报道或转录", "recalled": "凭回忆"}
    assert [cells[:4] for cells in rows(6)] == [
        [labels[row["efficiency_item"]], row["benchmark"], row["baseline"], trusts[row["trust"]]]
        for table in ("reported", "recalled", "uncertain")
        for row in desk.catalogs.rows(f"efficiency/benchmarks-{table}")
    ]


def test_the_page_lists_every_limit(desk: Desk) -> None:
    labels = desk.vocabulary["limit_item"].values
    assert [cells[:6] for cells in rows(8)] == [
        [
            labels[row["limit_item"]],
            *(row[level] or "—" for level in ("level_1", "level_2", "level_3")),
            row["standard"],
            row["from"],
        ]
        for table in ("limits", "limits-uncertain")
        for row in desk.catalogs.rows(f"efficiency/{table}")
    ]


def test_the_page_says_of_every_product_whether_it_is_compared(desk: Desk) -> None:
    measures = {
        row["measure"]: 1.0 for kind in ("items", "limit-items") for row in desk.catalogs.rows(f"efficiency/{kind}")
    }
    del measures[""]
    for field, ratio, width in (("efficiency_item", "baseline_ratio", 6), ("limit_item", "limit_3_ratio", 8)):
        values = {label: value for value, label in desk.vocabulary[field].values.items()}
        for cells in rows(width):
            low, high = desk.ends(ratio, LATE, **{field: values[cells[0]]}, **measures)
            assert (cells[-2] == "比较") == (low == high), cells
