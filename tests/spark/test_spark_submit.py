"""The example for spark-submit, run as it is told to be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import lianggao
from lianggao.screening.columns import COLUMNS

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.usefixtures("sql")
def test_the_example_gives_what_one_machine_gives(form: str, tmp_path: Path) -> None:
    submit = Path(sys.executable).parent / "spark-submit"
    call = [submit, "--master", "local[2]", "examples/spark/screen_list.py", "examples/projects.csv", tmp_path / "out"]
    options = ["--as-of", "2022-06-30", "--lang", "en", "--format", form]
    env = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    done = subprocess.run([*call, *options], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [written] = (tmp_path / "out").glob(f"part-*.{form}")
    told = {name: int if name.startswith("score_") else str for name in COLUMNS}
    got = pd.read_parquet(written) if form == "parquet" else pd.read_csv(written, dtype=str, keep_default_na=False)
    rows = pd.read_csv(ROOT / "examples" / "projects.csv", dtype=str, encoding="utf-8-sig")
    want = lianggao.screen(rows, as_of="2022-06-30").columns("en")
    assert got.columns.tolist() == [*rows.columns, *COLUMNS]
    for name, kind in told.items():
        assert got[name].astype(kind).tolist() == want[name].astype(kind).tolist(), name
