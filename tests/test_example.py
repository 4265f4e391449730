"""The example list, row by row: what the law leaves possible on 2022-06-30, when the 2021 catalog applied.

Each expectation was worked out from the catalog's text and the row's own cells. No row states its energy in Henan, so
that hardly any can be settled; none may be settled by its name or its owner's.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.api import screen
from lianggao.screening import Screening

EXAMPLE = Path(__file__).parents[1] / "examples" / "projects.csv"
LISTED = {"class_1", "class_2", "not_listed"}
RETROFIT = {"excluded", *LISTED}

EXPECTED: dict[int, tuple[str, set[str]]] = {
    1: ("名称含碳素的企业，产品和工艺未写，技术改造：目录各种结果都可能", RETROFIT),
    2: ("烧结砖有烧结工序，是第10项；技改是否涉及主体工程、能耗都未写", RETROFIT),
    3: ("干混砂浆属建材而不在22项之内：只有5万吨一条线；建设性质未写", {"excluded", "class_1", "not_listed"}),
    4: ("耐火材料，未述烧成：可能是第11项也可能不是；迁建不是技术改造", LISTED),
    5: ("洗选中煤是煤炭洗选，不在八个行业；业主叫焦化不算证据", {"not_listed"}),
    6: ("二甲醚由甲醇再制，工艺中有甲醇：第17项可能", RETROFIT),
    7: ("玻璃钢化是深加工，但只有名称：是不是平板玻璃不能凭名称定", RETROFIT),
    8: ("再生铝不在22项（第6项只有铜铅锌硅）：只有5万吨一条线", {"excluded", "class_1", "not_listed"}),
    9: ("再生铅属第6项“含原生和再生冶炼”", RETROFIT),
    10: ("水泥熟料是第7项；迁建技改，可能按技术改造除外", RETROFIT),
    11: ("干法水泥生产线，产品栏只有规模：凭名称不能定", RETROFIT),
    12: ("高速公路只有名称，凭名称不作“未命中”", RETROFIT),
    13: ("送出工程只有名称；“电厂”是定语，不是煤电", RETROFIT),
    14: ("建材产业基地，做什么未写", RETROFIT),
    15: ("陶瓷园区的标准化厂房，只有名称", RETROFIT),
    16: ("手术感控扩产：只有名称；扩产不是技术改造", LISTED),
    17: ("广东省：省目录不适用", {"not_applicable"}),
    18: ("江西省：省目录不适用", {"not_applicable"}),
    19: ("吉林省：省目录不适用", {"not_applicable"}),
    20: ("河北省：省目录不适用", {"not_applicable"}),
}


@pytest.fixture(scope="module")
def screening() -> Screening:
    return screen(EXAMPLE, as_of="2022-06-30")


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"row {row}")
def test_what_the_law_leaves_possible(screening: Screening, row: int) -> None:
    why, expected = EXPECTED[row]
    assert set(screening.project(row).gate("catalog").outcomes) == expected, why


def test_every_row_of_the_example_is_decided_here(screening: Screening) -> None:
    assert list(EXPECTED) == list(range(1, len(screening) + 1))


def test_no_row_is_given_a_class_without_an_energy_figure(screening: Screening) -> None:
    assert not set(screening.columns("en")["determination"]) & {"class_1", "class_2", "excluded"}


def test_in_2024_secondary_lead_and_sintered_refractories_are_no_longer_items_as_recalled() -> None:
    later = screen(EXAMPLE, as_of="2024-06-30")
    assert set(later.project(9).gate("catalog").outcomes) == {"not_listed"}
    assert later.project(9).gate("catalog").trust == "recalled"
    assert "class_2" in later.project(2).gate("catalog").outcomes


def test_energy_review_goes_by_the_calorific_value_that_two_rows_state(screening: Screening) -> None:
    # 令44号：5000吨标准煤及以上省级；4820.49 以下且用电1329万千瓦时以上500万，市级。
    assert screening.project(17).gate("energy_review").outcome == "municipal"
    assert screening.project(18).gate("energy_review").outcome == "provincial"


def test_national_gate_has_no_threshold_and_no_province(screening: Screening) -> None:
    assert screening.project(19).gate("national").outcome == "in_scope"
    assert screening.project(20).gate("national").outcome == "in_scope"
    assert screening.project(5).gate("national").outcome == "outside"
