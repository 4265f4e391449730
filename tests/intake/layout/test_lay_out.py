"""Where the headers and the projects of a sheet are, on sheets as bureaus draw them; every row set aside is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.errors import InputError
from lianggao.intake import Headers, RawList
from lianggao.intake.columns import read_header
from lianggao.intake.layout import lay_out
from lianggao.intake.raw import Grid, Merge
from lianggao.vocabulary import Vocabulary

Lay = Callable[..., RawList]
HEADER = ["序号", "项目名称", "建设单位", "总投资（万元）"]


@pytest.fixture(scope="module")
def lay(vocabulary: Vocabulary, headers: Headers) -> Lay:
    def of(rows: Sequence[Sequence[str]], merges: Sequence[Merge] = (), torn: frozenset[int] = frozenset()) -> RawList:
        width = max(map(len, rows), default=0)
        cells = [[*row, *[""] * (width - len(row))] for row in rows]
        grid = Grid("list.xlsx", "清单", cells, range(1, len(rows) + 1), merges=merges, torn=torn)
        return lay_out(grid, lambda text: read_header(text, vocabulary, headers), headers.spellings.keys())

    return of


def asides(raw: RawList) -> list[tuple[int, str]]:
    return [(aside.line, aside.why) for aside in raw.aside]


def names(raw: RawList) -> list[str]:
    return raw.frame["项目名称"].tolist()


def test_a_plain_list_is_a_header_and_its_projects(lay: Lay) -> None:
    raw = lay([HEADER, ["1", "熟料线", "甲", "9"], ["2", "玻璃线", "乙", "8"]])
    assert names(raw) == ["熟料线", "玻璃线"]
    assert (raw.blocks[0].top, raw.blocks[0].bottom, list(raw.lines), raw.aside) == (1, 1, [2, 3], ())


def test_title_and_unit_line_above_the_header_are_set_aside_and_the_unit_is_kept(lay: Lay) -> None:
    rows = [["许昌市拟签约项目清单"], ["", "", "", "单位：万元、亩"], [], HEADER, ["1", "熟料线", "甲", "9"]]
    raw = lay(rows, [Merge(0, 0, 0, 3)])
    assert names(raw) == ["熟料线"]
    assert asides(raw) == [(1, "title"), (2, "unit_line")]
    assert raw.blocks[0].corner == ("万元、亩",)
    assert raw.notes[-1].text == "未作为项目的行：第1行（标题）、第2行（单位行）"


@pytest.mark.parametrize("line", ["填报单位：许昌市商务局", "报送单位:某局  日期：2022年6月"])
def test_the_unit_that_reports_is_no_unit_of_measure(lay: Lay, line: str) -> None:
    raw = lay([[line], HEADER, ["1", "熟料线", "甲", "9"]])
    assert raw.blocks[0].corner == ()
    assert names(raw) == ["熟料线"]


def test_a_unit_at_the_end_of_a_title_is_kept(lay: Lay) -> None:
    raw = lay([["项目清单（单位：亿元）"], HEADER, ["1", "熟料线", "甲", "9"]])
    assert raw.blocks[0].corner == ("亿元",)


TWO = [
    ["序号", "项目名称", "年综合能源消费量（万吨标准煤）", "", "总投资（万元）"],
    ["", "", "当量值", "等价值", ""],
    ["1", "熟料线", "5.1", "5.4", "9000"],
    ["2", "玻璃线", "0.9", "1.2", "8000"],
]
ENERGY = "年综合能源消费量（万吨标准煤）"
TWO_NAMES = ["序号", "项目名称", f"{ENERGY}｜当量值", f"{ENERGY}｜等价值", "总投资（万元）"]


@pytest.mark.parametrize("merges", [(), (Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 0, 3), Merge(0, 4, 1, 4))])
def test_a_header_of_two_rows_joins_parent_and_child(lay: Lay, merges: Sequence[Merge]) -> None:
    raw = lay(TWO, merges)
    assert list(raw.frame.columns) == TWO_NAMES
    assert names(raw) == ["熟料线", "玻璃线"]
    assert (raw.blocks[0].top, raw.blocks[0].bottom) == (1, 2)
    assert raw.cell_name(1, TWO_NAMES[3]) == "D4"


def test_a_header_of_three_rows_under_a_merged_title(lay: Lay) -> None:
    rows = [
        ["能耗情况表"],
        ["项目名称", "能源消费情况", "", "", "总投资（万元）"],
        ["", "年综合能源消费量（万吨标准煤）", "", "年用电量（万千瓦时）", ""],
        ["", "当量值", "等价值", "", ""],
        ["熟料线", "5.1", "5.4", "300", "9000"],
    ]
    merges = [
        Merge(0, 0, 0, 4), Merge(1, 0, 3, 0), Merge(1, 1, 1, 3),
        Merge(2, 1, 2, 2), Merge(2, 3, 3, 3), Merge(1, 4, 3, 4),
    ]  # fmt: skip
    raw = lay(rows, merges)
    assert (raw.blocks[0].top, raw.blocks[0].bottom) == (2, 4)
    assert list(raw.frame.columns) == [
        "项目名称",
        "能源消费情况｜年综合能源消费量（万吨标准煤）｜当量值",
        "能源消费情况｜年综合能源消费量（万吨标准煤）｜等价值",
        "能源消费情况｜年用电量（万千瓦时）",
        "总投资（万元）",
    ]
    assert names(raw) == ["熟料线"]


def test_a_first_header_row_without_known_names_belongs_to_the_header(lay: Lay) -> None:
    rows = [
        ["基本情况", "", "", "投资", ""],
        ["项目名称", "建设单位", "建设地点", "总投资（万元）", "来源"],
        ["熟料线", "甲", "禹州市", "9", ""],
    ]
    raw = lay(rows, [Merge(0, 0, 0, 2), Merge(0, 3, 0, 4)])
    assert list(raw.frame.columns)[:2] == ["基本情况｜项目名称", "基本情况｜建设单位"]
    assert len(raw.frame) == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["合计", "", "", "17"], "total"),
        (["", "合  计", "", "17"], "total"),
        (["", "小计", "", "17"], "total"),
        (["3", "总计：", "", "17"], "total"),
        (["许昌市合计（2个）", "", "", "17"], "total"),
        (["填表人：某某", "", "审核人：某某", ""], "form"),
        (["单位负责人（签字）：", "", "联系电话：", ""], "form"),
        (["填报日期：2022年6月30日"], "form"),
        (["填报人：某某,联系电话：某某", "", "", ""], "form"),
        (["填报人：某某", "联系电话：某某", "", ""], "form"),
        (["填报单位（盖章）：某局", "审核人：某某", "填报日期：2022.6", ""], "form"),
        (["制表：某某", "审核：某某", "", ""], "form"),
        (["主要负责人签字：", "分管领导：", "", ""], "form"),
        (["合计：2个项目", "", "", "300"], "total"),
        (["总数", "", "", "300"], "total"),
        (["汇总", "", "", "300"], "total"),
        (["平均", "", "", "300"], "total"),
        (["共3个项目", "", "", "85000"], "total"),
        (["", "（以下空白）", "", ""], "remark"),
        (["一", "新建项目", "", ""], "section"),
        (["二", "技改项目（2个）", "", "3000"], "section"),
        (["说明：1.能耗为设计值"], "remark"),
        (["备注：投资为概算"], "remark"),
        (["注：同上"], "remark"),
        (["1", "2", "3", "4"], "column_numbers"),
        (["甲", "乙", "1", "2"], "column_numbers"),
        (HEADER, "header_again"),
        (["5", "", "", ""], "number_only"),
        (["一、新建项目", "", "", ""], "section"),
        (["（二）禹州市（12个）", "", "", ""], "section"),
    ],
)
def test_rows_that_are_no_project_are_set_aside_and_listed(lay: Lay, row: list[str], why: str) -> None:
    raw = lay([HEADER, row, ["1", "熟料线", "甲", "9"]])
    assert names(raw) == ["熟料线"]
    assert asides(raw) == [(2, why)]
    assert list(raw.lines) == [3]


@pytest.mark.parametrize(
    "row",
    [
        ["", "只有名称的项目", "", ""],
        ["1", "说明书印刷项目", "", ""],
        ["1", "合计工业园热电项目", "", "5"],
        ["1", "汇总中心数据机房", "", "5"],
        ["1", "项目：某生产线", "", ""],
        ["1", "合计一期二期工程", "", ""],
        ["1", "备注：名称待定", "", ""],
        ["", "一、二期合并建设的水泥项目", "", ""],
        ["1", "填料：陶瓷环生产线", "甲", ""],
        ["2", "1", "2", "3"],
        ["", "", "甲", ""],
        ["无", "", "", "9"],
    ],
)
def test_whatever_else_stands_below_a_header_is_a_project(lay: Lay, row: list[str]) -> None:
    raw = lay([HEADER, ["1", "熟料线", "甲", "9"], row])
    assert len(raw.frame) == 2
    assert raw.aside == ()


def test_remarks_go_on_over_several_lines(lay: Lay) -> None:
    raw = lay([HEADER, ["1", "熟料线", "甲", "9"], ["说明："], ["1.能耗为设计值"], ["能源按等价值计"]])
    assert names(raw) == ["熟料线"]
    assert asides(raw) == [(3, "remark"), (4, "remark"), (5, "remark")]


def test_several_headers_on_a_sheet_begin_blocks_with_columns_of_their_own(lay: Lay) -> None:
    rows = [
        ["一、拟建项目"],
        ["", "", "单位：万元"],
        ["序号", "项目名称", "总投资"],
        ["1", "熟料线", "9"],
        [],
        ["二、在建项目"],
        ["", "", "单位：亿元"],
        ["项目名称", "建设单位", "总投资"],
        ["玻璃线", "乙", "8"],
    ]
    raw = lay(rows)
    assert raw.frame.to_dict("list") == {
        "序号": ["1", ""],
        "项目名称": ["熟料线", "玻璃线"],
        "总投资": ["9", "8"],
        "建设单位": ["", "乙"],
    }
    assert [(b.first, b.stop, b.bottom, b.corner) for b in raw.blocks] == [(0, 1, 3, ("万元",)), (1, 2, 8, ("亿元",))]
    assert raw.address(1, "项目名称") == "清单!A9"
    with pytest.raises(KeyError):
        raw.address(0, "建设单位")


def test_the_same_header_twice_keeps_both_columns(lay: Lay) -> None:
    raw = lay([["项目名称", "备注", "备注"], ["熟料线", "甲", "乙"]])
    assert raw.frame.to_dict("list") == {"项目名称": ["熟料线"], "备注": ["甲"], "备注（第3列）": ["乙"]}


def test_a_torn_row_stays_and_is_marked(lay: Lay) -> None:
    raw = lay([HEADER, ["1", "熟料线", "甲", "9", "多"], ["合计", "a", "b", "c", "d"]], torn=frozenset({1, 2}))
    assert len(raw.frame) == 2
    assert raw.torn == {0, 1}
    assert raw.frame["（第5列，无表头）"].tolist() == ["多", "d"]


def test_a_form_with_names_on_the_left_is_no_list(lay: Lay) -> None:
    with pytest.raises(InputError, match="form-not-list"):
        lay([["项目名称", "熟料线"], ["建设地点", "禹州市"], ["总投资（万元）", "9"], ["建设单位", "甲"]])


def test_a_header_of_three_rows_in_a_text_file_under_titles_that_no_table_has(lay: Lay) -> None:
    rows = [
        ["序号", "项目情况", "", "能源情况", "", ""],
        ["", "项目名称", "建设地点", "年综合能源消费量", "", "备注"],
        ["", "", "", "当量值（吨标准煤）", "等价值（吨标准煤）", ""],
        ["1", "熟料线", "禹州市", "8000", "12000", ""],
    ]
    raw = lay(rows)
    assert raw.frame["项目情况｜项目名称"].tolist() == ["熟料线"]
    assert raw.blocks[0].bottom == 3


def test_cells_merged_over_projects_are_named_for_each_of_them(lay: Lay) -> None:
    rows = [HEADER, ["1", "熟料线", "甲", "9"], ["2", "玻璃线", "", ""], ["3", "石灰窑", "乙", "7"]]
    raw = lay(rows, [Merge(1, 2, 2, 2), Merge(1, 3, 2, 3)])
    assert raw.frame["建设单位"].tolist() == ["甲", "", "乙"]
    shared = [(cell.row, cell.header, cell.text, cell.rows) for cell in raw.shared]
    assert shared == [(row, *rest) for rest in (("建设单位", "甲", 2), ("总投资（万元）", "9", 2)) for row in (0, 1)]


def test_nothing_at_all_is_an_error(lay: Lay) -> None:
    with pytest.raises(InputError, match="empty-list"):
        lay([["", ""], ["", " "]])


def test_a_list_of_unknown_headers_begins_with_its_first_row(lay: Lay) -> None:
    raw = lay([["a", "b"], ["1", "2"]])
    assert raw.frame.to_dict("list") == {"a": ["1"], "b": ["2"]}


CELL = st.sampled_from(
    "| |项目名称|建设单位|序号|合计|1|2|熟料线|说明：|单位：万元|当量值|一、甲|填表人：|9.5".replace(" ", "").split("|")
)


@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=12), data=st.data())
def test_every_row_is_a_project_or_header_or_blank_or_listed(
    rows: list[list[str]], data: st.DataObject, lay: Lay
) -> None:
    torn = data.draw(st.frozensets(st.integers(0, len(rows) - 1), max_size=2))
    if not any(cell for row in rows for cell in row):
        return
    try:
        raw = lay(rows, torn=torn)
    except InputError as error:
        if error.faults[0].code != "form-not-list":
            raise
        return
    heads = {line for block in raw.blocks for line in range(block.top, block.bottom + 1)}
    aside = [line for line, _ in asides(raw)]
    told = sorted([*raw.lines, *aside])
    assert len(told) == len(set(told))
    filled = {at + 1 for at, row in enumerate(rows) if any(row)}
    assert set(told) | heads >= filled
    assert set(told) & heads == set()
    assert list(raw.lines) == sorted(raw.lines)
    # every cell of a project is in its row of the frame, under the header of its column
    for row, line in enumerate(raw.lines):
        block = raw.block_of(row)
        cells = {at: raw.frame[name].iloc[row] for name, at in block.columns.items()}
        assert {at: c for at, c in cells.items() if c} == {at + 1: c for at, c in enumerate(rows[line - 1]) if c}
