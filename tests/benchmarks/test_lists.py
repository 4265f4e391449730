"""The made-up lists: the same bytes again, each block by itself, and figures that mostly agree."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from stdnum.cn import uscc

from benchmarks.lists import make_list, write_list
from benchmarks.projects import BLOCK, draw, make_canonical, numbers, stated

ROWS = BLOCK + 100
"""More than a block."""


@pytest.fixture(scope="module")
def made() -> pd.DataFrame:
    return make_list(ROWS)


def test_a_file_holds_the_list_and_the_same_bytes_again(made: pd.DataFrame, tmp_path: Path) -> None:
    write_list(tmp_path / "one.csv", ROWS)
    write_list(tmp_path / "two.csv", ROWS)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    read = pd.read_csv(tmp_path / "one.csv", dtype="str", keep_default_na=False, encoding="utf-8-sig")
    pd.testing.assert_frame_equal(read, made)


def test_a_longer_list_begins_with_the_shorter(made: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(make_list(50), made.head(50))
    assert made["序号"].tolist() == [str(at) for at in range(1, ROWS + 1)]
    assert not make_list(50, seed=8).equals(made.head(50))


def test_amounts_come_to_the_energy_that_is_true() -> None:
    true = draw(numbers(7, 0))
    # The coefficients of GB/T 2589 in catalogs/energy-factors, a kilowatt hour, a tonne and a cubic metre.
    sums = true["electricity_kwh"] * 0.1229e-3 + true["coal_t"] * 0.7143 + true["gas_m3"] * 1.2143e-3
    assert np.abs(sums - true["energy_calorific_tce"]).max() < 1


def test_few_of_the_figures_stated_are_wrong() -> None:
    rng = numbers(7, 0)
    true = draw(rng)
    told = stated(true, rng)
    own, given = true["energy_equivalent_tce"], told["energy_equivalent_tce"]
    blank = np.isnan(given)
    assert 0.3 < blank.mean() < 0.4
    assert 0.005 < (np.abs(given - own)[~blank] > 0.01 * own[~blank]).mean() < 0.05


def test_lists_are_skewed_and_texts_hardly_repeat(made: pd.DataFrame) -> None:
    industries = made["行业代码"].value_counts(normalize=True)
    assert industries.max() > 5 * industries.median()
    assert made["建设单位"].nunique() > 0.8 * ROWS
    written = made["年综合能源消费量（等价值，吨标准煤）"]
    for mark in ("万吨标准煤", "—", "约"):
        assert 0.005 < written.str.contains(mark).mean() < 0.15


def test_one_code_in_a_hundred_has_a_wrong_check_character(made: pd.DataFrame) -> None:
    codes = [code for code in made["统一社会信用代码"].head(4000) if code]
    wrong = sum(code[-1] != uscc.calc_check_digit(code[:-1]) for code in codes)
    assert 0 < wrong < 0.03 * len(codes)


def test_canonical_columns_hold_the_same_projects(made: pd.DataFrame) -> None:
    canonical = make_canonical(ROWS)
    assert len(canonical) == ROWS
    assert canonical["energy_calorific_tce"].dtype == np.float64
    # A row in a hundred of the list repeats the row before it.
    same = made["年综合能源消费量（当量值，吨标准煤）"].replace("", "nan").astype(float)
    agree = np.isclose(same, canonical["energy_calorific_tce"], equal_nan=True)
    assert 0.98 < agree.mean() < 1
    stages = {"拟签约": "signing", "拟建": "proposed", "在建": "under_construction", "存量": "existing"}
    agree = made["项目阶段"].map(stages).fillna("") == canonical["stage"].astype(object).fillna("")
    assert 0.98 < agree.mean() < 1
