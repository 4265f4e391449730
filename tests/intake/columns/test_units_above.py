"""A unit above the header counts for columns of its kind that state none, and is never a guess."""

from __future__ import annotations

import pytest

from lianggao.intake import Headers
from lianggao.intake.columns import read_header
from lianggao.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("corner", "header", "unit", "rule"),
    [
        (["单位：万元"], "总投资", "万元", "corner"),
        (["金额单位：亿元"], "投资｜总投资", "亿元", "corner"),
        (["万元、亩、万吨标准煤"], "用地面积", "亩", "corner"),
        (["单位：万元、亩、万吨标准煤"], "年综合能耗（等价值）", "万吨标准煤", "corner"),
        (["填报单位：某县发改委　单位：万元 亩"], "用地面积", "亩", "corner"),
        (["单位：万元/亩"], "用地面积", "亩", "corner"),
        (["（单位：吨标准煤/年）"], "年综合能耗", "吨标准煤/年", "corner"),
        (["单位：万元", "单位：万元、亩"], "总投资", "万元", "corner"),
        (["单位：亿元"], "总投资（万元）", "万元", "qualified"),
        (["单位：亿元"], "proTotalInvestment", "万元", "alias"),
        (["单位：万吨标准煤"], "energy_equivalent_tce", "吨标准煤", "key"),
        (["单位：万元"], "用地面积", "", "label"),
        (["单位：吨"], "年综合能耗", "", "alias"),
        (["单位：万元/人"], "总投资", "", "label"),
        (["填报单位：万元集团"], "总投资", "", "label"),
        (["某市万元项目表"], "总投资", "", "label"),
        (["单位：万元" * 100], "总投资", "", "label"),
        (["单位：万元"], "项目名称", "", "label"),
        ([], "总投资", "", "label"),
    ],
)
def test_a_unit_above_counts_where_the_header_has_none(
    corner: list[str], header: str, unit: str, rule: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers, corner=corner)
    assert (use.unit, use.rule) == (unit, rule)
    assert use.field
    assert (use.why == f"单位取自表上方的“{unit}”") is (rule == "corner")


@pytest.mark.parametrize(
    ("corner", "header", "why"),
    [
        (["单位：万元、亿元"], "总投资", "表上方写有几种单位（万元、亿元），不能确定本列用哪一种，请在表头注明"),
        (["单位：亩", "单位：公顷"], "用地面积", "表上方写有几种单位（亩、公顷），不能确定本列用哪一种，请在表头注明"),
        (["单位：万吨"], "年综合能耗", "表上方的单位“万吨”不是吨标准煤，不能确定本列的单位，请在表头注明"),
        (["单位：万美元"], "总投资", "表上方的单位“万美元”不是万元，不能确定本列的单位，请在表头注明"),
    ],
)
def test_a_doubtful_unit_above_leaves_the_column_unused(
    corner: list[str], header: str, why: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers, corner=corner)
    assert (use.field, use.rule, use.why) == ("", "corner", why)
