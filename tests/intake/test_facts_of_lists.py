"""What reading a list promises: cells read alike however typed, unknown never guessed, rows never disturbing rows."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from lianggao import api, screen
from lianggao.facts import Facts
from lianggao.intake import Headers, report_columns
from lianggao.vocabulary import Vocabulary

INF = math.inf
Reader = Callable[..., Facts]
ENERGY = "年综合能源消费量（等价值，万吨标准煤）"


def spans(facts: Facts, field: str) -> list[tuple[float, float]]:
    span = facts.span(field)
    return list(zip(span.low.tolist(), span.high.tolist(), strict=True))


def choices(facts: Facts, field: str, vocabulary: Vocabulary) -> list[set[str]]:
    values = np.array(list(vocabulary[field].values))
    return [set(values[row].tolist()) for row in facts.choices[field].rows()]


def notes(facts: Facts) -> list[tuple[int, str, str]]:
    return [(note.row, note.field, note.code) for note in facts.notes]


# quantities


@pytest.mark.parametrize(
    "column",
    [
        ["5.2", "", "4.99999", "0"],
        [5.2, None, 4.99999, 0],
        pd.Series([5.2, math.nan, 4.99999, 0.0]),
        pd.Series([5.2, None, 4.99999, 0.0], dtype="Float64"),
        pd.Series([5.2, None, 4.99999, 0.0], dtype=object),
        pd.Series(["5.2", None, "4.99999", "0"], dtype=object),
        pd.Series(["5.2", None, "4.99999", "0"], dtype="string"),
        pd.Series(["5.2", None, "4.99999", "0"], dtype="category"),
        [5.2, "--", "4.99999", 0],
        ["5.2万吨标准煤", "暂无", "4.99999万吨标准煤", 0],
    ],
)
def test_a_column_is_read_alike_however_it_is_typed(read: Reader, column: Any) -> None:
    facts = read({ENERGY: column})
    assert spans(facts, "energy_equivalent_tce") == [(52000, 52000), (0, INF), (49999.9, 49999.9), (0, 0)]
    assert facts.notes == ()


def test_whole_numbers_and_intervals_are_quantities(read: Reader) -> None:
    facts = read({"land_m2": pd.Series([1630, 0], dtype="int64"), "总投资（亿元）": [(1, 2.5), (3, INF)]})
    assert spans(facts, "land_m2") == [(1630, 1630), (0, 0)]
    assert spans(facts, "investment_wan_yuan") == [(10000, 25000), (30000, INF)]


def test_what_is_no_quantity_is_unknown_with_a_note(read: Reader) -> None:
    cells = [-1.0, INF, True, (2, 1), (1, 2, 3), "约", "-1", math.nan]
    facts = read({"land_m2": pd.Series(cells, dtype=object)})
    assert spans(facts, "land_m2") == [(0, INF)] * len(cells)
    assert [row for row, *_ in notes(facts)] == [0, 1, 2, 3, 4, 5, 6]
    facts = read({"land_m2": [-1.0, INF, 2.0]})
    assert spans(facts, "land_m2") == [(0, INF), (0, INF), (2, 2)]
    assert [row for row, *_ in notes(facts)] == [0, 1]
    assert read({"land_m2": [True, False]}).notes[0].code == "unreadable-quantity"


def test_one_cell_with_both_values_gives_both_fields(read: Reader) -> None:
    cells = ["8661.09/12533.05吨标准煤（当量值/等价值）", "5.2万吨标准煤", "3万吨标准煤（当量值）", ""]
    facts = read({"年综合能源消费量": cells})
    assert spans(facts, "energy_calorific_tce") == [(8661.09, 8661.09), (0, INF), (30000, 30000), (0, INF)]
    assert spans(facts, "energy_equivalent_tce") == [(12533.05, 12533.05), (0, INF), (0, INF), (0, INF)]
    assert spans(facts, "energy_unstated_tce") == [(0, INF), (52000, 52000), (0, INF), (0, INF)]
    assert facts.notes == ()


def test_a_cell_may_not_contradict_its_header_on_the_basis(read: Reader) -> None:
    facts = read({ENERGY: ["5.2万吨标准煤（当量值）", "5.2"]})
    assert set(facts.quantities) == {"energy_equivalent_tce"}
    assert spans(facts, "energy_equivalent_tce") == [(0, INF), (52000, 52000)]
    assert notes(facts) == [(0, "energy_equivalent_tce", "basis-conflict")]


def test_two_statements_of_one_quantity_count_both_where_they_disagree(read: Reader) -> None:
    facts = read(
        {"综合能耗": ["9000吨标准煤（当量值）", "9000吨标准煤（当量值）"], "energy_calorific_tce": [8000, "≤9500"]}
    )
    assert spans(facts, "energy_calorific_tce") == [(8000, 9000), (9000, 9000)]
    assert notes(facts) == [(0, "energy_calorific_tce", "cells-disagree")]


# choices


def test_a_choice_is_read_by_value_label_or_synonym(read: Reader, vocabulary: Vocabulary) -> None:
    facts = read({"建设性质": ["新建", "technical_retrofit", "技改", "改扩建", " 扩 建 ", "", "无", "另类"]})
    every = set(vocabulary["construction_nature"].values)
    assert choices(facts, "construction_nature", vocabulary) == [
        {"new_build"}, {"technical_retrofit"}, {"technical_retrofit"}, {"expansion", "reconstruction"},
        {"expansion"}, every, every, every,
    ]  # fmt: skip
    assert notes(facts) == [(7, "construction_nature", "unknown-choice")]
    assert facts.notes[0].text == "“另类”未能识别为建设性质，按未填处理"


@pytest.mark.parametrize(
    "column", [["是", "否", None], [True, False, None], ["true", "N", "--"], [1, 0, None], ["1", "0", ""]]
)
def test_yes_and_no_are_read_however_they_are_typed(read: Reader, vocabulary: Vocabulary, column: Any) -> None:
    facts = read({"capacity_added": column})
    assert choices(facts, "capacity_added", vocabulary) == [{"yes"}, {"no"}, {"yes", "no"}]
    assert facts.notes == ()


def test_none_is_an_answer_where_presence_is_asked_for(read: Reader, vocabulary: Vocabulary) -> None:
    facts = read({"有无重金属排放": ["无", "有", "不涉及"], "是否涉及危化品": ["不涉及", "涉及", "/"]})
    assert choices(facts, "heavy_metal_emission", vocabulary) == [{"no"}, {"yes"}, {"no"}]
    assert choices(facts, "hazardous_chemicals", vocabulary) == [{"no"}, {"yes"}, {"yes", "no"}]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("签约", {"signing"}),
        ("拟建", {"proposed"}),
        ("集中开工（2021年第二批）", {"under_construction"}),
        ("环评已批复", {"proposed", "under_construction"}),
        ("环评拟批准（省厅）", {"proposed", "under_construction"}),
        ("环评第一次公示（改建）", {"proposed", "under_construction"}),
        ("已投产60万吨（2021-01）", {"under_construction", "existing"}),
        ("主体完工（2022-02）", {"under_construction", "existing"}),
        ("产能情况公示；计划2023年12月点火", {"signing", "proposed", "under_construction"}),
        ("投产", {"existing"}),
    ],
)
def test_a_stage_in_words_leaves_what_it_does_not_rule_out(
    read: Reader, vocabulary: Vocabulary, text: str, stages: set[str]
) -> None:
    facts = read({"项目阶段": [text]})
    assert choices(facts, "stage", vocabulary) == [stages]
    assert facts.notes == ()


@pytest.mark.parametrize(
    "text", ["未投产", "签约（已终止）", "开工；投产", "环评已批复但未开工", "2021年", "（）", "签约" * 400]
)
def test_a_stage_that_is_not_entirely_understood_is_unknown(read: Reader, vocabulary: Vocabulary, text: str) -> None:
    facts = read({"项目阶段": [text]})
    assert choices(facts, "stage", vocabulary) == [set(vocabulary["stage"].values)]
    assert notes(facts) == [(0, "stage", "unknown-choice")]


def test_stage_and_approvals_may_state_the_reviews(read: Reader, vocabulary: Vocabulary) -> None:
    facts = read({
        "项目阶段": ["环评已批复", "环评拟批准", "节能审查通过", "签约", "环评已批复"],
        "审批情况": ["批复", "", "原则同意节能报告；两年有效", "办理中", "未取得环评批复"],
    })  # fmt: skip
    both = {"yes", "no"}
    assert choices(facts, "eia_done", vocabulary) == [{"yes"}, {"no"}, both, both, both]
    assert choices(facts, "energy_review_done", vocabulary) == [both, both, {"yes"}, both, both]
    assert notes(facts) == [(4, "eia_done", "cells-disagree")]
    assert facts.text("approvals").tolist()[0] == "批复"


# texts, dates and places


def test_texts_keep_their_words_and_blank_markers_are_empty(read: Reader) -> None:
    facts = read(
        {
            "项目名称": [" 甲（一期） ", "--", None, "无"],
            "是否两高项目": ["是", "无", "/", "不涉及"],
            "行业代码": [610, 3011.0, None, "0610"],
        }
    )
    assert facts.text("project_name").tolist() == ["甲（一期）", "", "", ""]
    assert facts.text("declared_lianggao").tolist() == ["是", "无", "", "不涉及"]
    assert facts.text("industry_code").tolist() == ["610", "3011", "", "0610"]


def test_a_code_kept_as_a_number_has_lost_its_end(read: Reader) -> None:
    facts = read({"统一社会信用代码": pd.Series([9.14100001234568e17, None])})
    assert notes(facts) == [(0, "uscc", "digits-lost")]


def test_dates_are_as_precise_as_written(read: Reader) -> None:
    cells = ["2022-06-30", "2022/6/30", "2022年6月30日", "2022年6月", "2022.6", "2022", "2022-06-30 00:00:00", "", "无"]
    facts = read({"判定日期": [*cells, "2022-13-01", "2022-02-30", "44742", "6月"]})
    day, month = "2022-06-30", "2022-06"
    assert facts.text("decision_date").tolist() == [day, day, day, month, month, "2022", day, *[""] * 6]
    assert [code for *_, code in notes(facts)] == ["unreadable-date"] * 4
    days = pd.to_datetime(pd.Series(["2022-06-30", None]))
    assert read({"decision_date": days}).text("decision_date").tolist() == [day, ""]


def test_a_place_in_several_columns_is_joined_from_the_largest_down(read: Reader) -> None:
    facts = read({
        "建设地点": ["河南省禹州市火龙镇", "", "县城东", "某路"],
        "所属区县": ["禹州市", "示范区", "", "魏都区"],
        "地市": ["许昌市", "许昌市", "新乡", ""],
        "省份": ["河南", "河南", "河南", "河南省"],
    })  # fmt: skip
    assert facts.text("place").tolist() == [
        "许昌市河南省禹州市火龙镇", "河南许昌市示范区", "河南新乡 县城东", "河南省魏都区某路",
    ]  # fmt: skip


def test_a_county_is_a_code_or_a_name(read: Reader, vocabulary: Vocabulary) -> None:
    facts = read({"county": ["411081", 411002, "禹州市", None]})
    found = choices(facts, "county", vocabulary)
    assert found[:2] == [{"411081"}, {"411002"}]
    assert len(found[2]) == len(found[3]) == len(vocabulary["county"].values)
    assert facts.text("place").tolist() == ["", "", "禹州市", ""]
    assert facts.notes == ()


def test_contents_in_several_columns_are_joined(read: Reader) -> None:
    facts = read({"项目概况": ["甲", "甲", ""], "建设内容与规模": ["乙", "甲", "--"]})
    assert facts.text("content").tolist() == ["甲；乙", "甲", ""]


# whole lists


def test_the_real_list_is_read_without_a_note(read: Reader, vocabulary: Vocabulary, headers: Headers) -> None:
    raw = api.read_list(Path(__file__).parents[2] / "examples" / "projects.csv")
    facts = read(raw)
    assert facts.rows == 20
    assert facts.notes == ()
    assert [use.header for use in report_columns(raw, vocabulary, headers)[0].unused] == [
        "序号", "文件中的“两高”表述", "文号", "日期", "来源",
    ]  # fmt: skip
    assert spans(facts, "land_m2")[3:5] == [(1630, 1630), (6500, 6500)]
    assert spans(facts, "energy_calorific_tce")[16:18] == [(4820.49, 4820.49), (8661.09, 8661.09)]
    assert spans(facts, "energy_equivalent_tce")[16:18] == [(0, INF), (12533.05, 12533.05)]
    assert spans(facts, "electricity_kwh")[16] == (13293800, 13293800)
    assert spans(facts, "gas_m3")[16] == (2400000, 2400000)
    assert spans(facts, "investment_wan_yuan")[10] == (90000, 90000)
    assert facts.text("place")[10] == "河南许昌市禹州市"


def test_a_text_merged_over_projects_counts_for_each_and_a_figure_for_none(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["项目名称", "所属区县", "总投资（万元）"], ["甲", "禹州市", 500], ["乙"], ["丙", "长葛市", 3]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("C2:C3")
    book.save(tmp_path / "list.xlsx")
    projects = list(screen(tmp_path / "list.xlsx", as_of="2022-06-30").projects())
    assert [project.facts.get("county") for project in projects] == ["禹州市", "禹州市", "长葛市"]
    assert [project.facts.get("investment_wan_yuan") for project in projects] == [None, None, "3万元"]
    merged = [[(n.code, n.cell) for n in p.data_notes if n.code.startswith("merged")] for p in projects]
    assert sorted(merged[1]) == [("merged-figure", "C3"), ("merged-read", "B3")]


def test_a_list_without_rows_has_facts_without_rows(read: Reader) -> None:
    facts = read({"项目名称": [], "项目阶段": [], "用地面积": [], "判定日期": [], "省份": [], "地市": [], "county": []})
    assert facts.rows == 0
    assert len(facts.choices["stage"].index) == len(facts.span("land_m2").low) == len(facts.text("place")) == 0


def test_the_index_of_a_frame_does_not_matter(read: Reader) -> None:
    frame = pd.DataFrame({"项目名称": ["甲", "乙"], "用地面积": ["x", "3亩"], "项目阶段": ["在建", "?"]}, index=[7, 7])
    facts = read(frame)
    assert facts.text("project_name").tolist() == ["甲", "乙"]
    assert list(facts.text("project_name").index) == [0, 1]
    assert spans(facts, "land_m2") == [(0, INF), (2000, 2000)]
    assert notes(facts) == [(0, "land_m2", "unreadable-quantity"), (1, "stage", "unknown-choice")]


CELL = st.one_of(
    st.sampled_from(["5.2", "5.2万吨标准煤", "--", "在建", "签约", "x", "3吨标煤（当量值）", "", "≤5", "是", "1", "0"]),
    st.floats(-1, 10),
    st.booleans(),
    st.none(),
    st.text(max_size=5),
)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8), data=st.data())
def test_rows_are_read_alone(
    rows: list[tuple[object, ...]], data: st.DataObject, read: Reader, vocabulary: Vocabulary
) -> None:
    names = ["年综合能源消费量", "项目阶段", "是否新增产能"]
    order = data.draw(st.permutations(range(len(rows))))

    def result(some: list[tuple[object, ...]]) -> list[object]:
        frame = pd.DataFrame(
            {name: pd.Series([row[at] for row in some], dtype=object) for at, name in enumerate(names)}
        )
        facts = read(frame)
        return [
            (
                [spans(facts, f"energy_{basis}_tce")[at] for basis in ("unstated", "calorific", "equivalent")],
                choices(facts, "stage", vocabulary)[at],
                choices(facts, "capacity_added", vocabulary)[at],
                [(note.field, note.code, note.text) for note in facts.notes if note.row == at],
            )
            for at in range(len(some))
        ]

    alone = [result([row])[0] for row in rows]
    assert result([rows[at] for at in order]) == [alone[at] for at in order]
