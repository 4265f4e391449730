"""The charts and the floor of the measurements, on very little."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import polars as pl
import pytest

from benchmarks.charts import chart
from benchmarks.growth import grown_law
from lianggao.rulebook import load_law


def test_a_chart_is_well_formed_and_a_line_of_slope_one_is_straight() -> None:
    drawn = ElementTree.fromstring(chart("a < b", "rows", "seconds", {"x & y": [(10, 0.1), (100, 1.0), (1000, 10.0)]}))
    points = [(float(c.get("cx", 0)), float(c.get("cy", 0))) for c in drawn.iter() if c.tag.endswith("circle")]
    (x0, y0), (x1, y1), (x2, y2) = points
    assert x1 - x0 == pytest.approx(x2 - x1)
    assert y0 - y1 == pytest.approx(y1 - y2)
    assert y0 > y1


def test_the_floor_is_of_libraries_that_write_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from benchmarks.floor import measure

    frame = pl.DataFrame({"甲": ["1", "a,b", ""], "乙": ["x", '"', "y"]})
    frame.write_csv(tmp_path / "in.csv")
    frame.write_csv(tmp_path / "out.csv", include_bom=True, line_terminator="\r\n")
    found = measure(str(tmp_path / "in.csv"), str(tmp_path / "out.csv"))
    assert set(found["reading"]) == {"polars", "pyarrow", "DuckDB", "pandas"}
    assert "polars" in found["same"]
    assert "pyarrow" not in found["same"]


def test_a_grown_law_has_every_rule_several_times(tmp_path: Path) -> None:
    grown_law(tmp_path, 2)
    law, shipped = load_law(tmp_path), load_law()
    assert len(law.rules) == 2 * len(shipped.rules)
    assert {rule.id for rule in shipped.rules} < {rule.id for rule in law.rules}
