"""Headers of several rows are understood as a whole, or not at all."""

from __future__ import annotations

import pytest

from lianggao.intake import Headers
from lianggao.intake.columns import read_header
from lianggao.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [
        ("年综合能源消费量（万吨标准煤，含原料用能和可再生能源）｜当量值", "energy_calorific_tce", "万吨标准煤"),
        ("年综合能源消费量｜等价值（吨标准煤）", "energy_equivalent_tce", "吨标准煤"),
        ("年综合能源消费量（吨标准煤）｜等价", "energy_equivalent_tce", "吨标准煤"),
        ("年综合能源消费量（等价值）｜吨标准煤", "energy_equivalent_tce", "吨标准煤"),
        ("年综合能源消费量（等价值，吨标准煤）｜新增", "added_energy_equivalent_tce", "吨标准煤"),
        ("新增｜年综合能源消费量（等价值，吨标准煤）", "added_energy_equivalent_tce", "吨标准煤"),
        ("能源消费情况｜年综合能源消费量（万吨标准煤）｜等价值", "energy_equivalent_tce", "万吨标准煤"),
        ("能源消费情况（万吨标准煤）｜综合能耗｜当量值", "energy_calorific_tce", "万吨标准煤"),
        ("能源消费情况（吨标准煤、万千瓦时）｜年用电量", "electricity_kwh", "万千瓦时"),
        ("年煤品消费量（万吨，实物量）｜#煤炭", "coal_t", "万吨"),
        ("年煤品消费量（万吨，实物量）｜其中：焦炭", "coke_t", "万吨"),
        ("二、基本情况｜项目名称（必填）", "project_name", ""),
        ("基本情况（万元）｜项目名称", "project_name", ""),
        ("投资（万元）｜总投资", "investment_wan_yuan", "万元"),
        ("投资（万元）｜总投资（万元）", "investment_wan_yuan", "万元"),
        ("总投资｜亿元", "investment_wan_yuan", "亿元"),
        ("用地｜面积（亩）", "land_m2", "亩"),
        ("用地｜面积", "land_m2", ""),
        ("建设单位｜名称", "owner", ""),
        ("建设单位｜统一社会信用代码", "uscc", ""),
        ("项目｜名称（第7列）", "project_name", ""),
        ("建设地点｜县（市、区）", "place", ""),
        ("节能审查｜是否完成", "energy_review_done", ""),
    ],
)
def test_rows_are_understood_together(
    header: str, field: str, unit: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers)
    assert (use.field, use.unit, use.rule) == (field, unit, "parent")


@pytest.mark.parametrize(
    ("header", "rule", "why"),
    [
        ("施工单位｜名称", "known", "施工单位不是建设单位"),
        ("联系人｜单位", "known", "联系方式不参与判定"),
        ("建设单位｜联系人", "known", "联系方式不参与判定"),
        ("某某单位｜名称", "unknown", "不是已知的表头"),
        ("替代项目｜项目名称", "unclear", "表头中的“替代项目”未能识别"),
        ("项目名称｜项目代码", "unclear", "表头中的“项目代码”未能识别"),
        ("总投资（万元）｜其中：设备", "unclear", "表头中的“其中:设备”未能识别"),
        ("投资（万元）｜总投资（亿元）", "unclear", "表头写有两种单位或口径，请分列填写"),
        ("总投资（万元）｜亿元", "unclear", "表头写有两种单位或口径，请分列填写"),
        ("年综合能耗（当量值）｜等价值", "unclear", "表头写有两种单位或口径，请分列填写"),
        ("投资（万美元）｜总投资", "unclear", "上级表头的单位“万美元”与本列不符"),
        ("能源消费情况（万吨）｜综合能耗", "unclear", "上级表头的单位“万吨”与本列不符"),
        ("能耗情况（2023年）｜综合能耗", "unclear", "表头中的“2023年”未能识别"),
        ("新增｜年综合能源消费量", "unclear", "新增能耗未注明当量值或等价值"),
        ("新增｜总投资（万元）", "unclear", "新增量没有对应的字段"),
        ("年煤品消费量（万吨标准煤，折标量）｜#煤炭", "unclear", "“折标量”不是实物量，不采用"),
        ("#煤炭", "known", "缺上级表头，分不清实物量和折标量"),
        ("年煤品消费量（万吨，实物量）｜#兰炭", "known", "兰炭没有对应的字段"),
        ("采集综合能耗｜等价值", "known", "采集的是实测值，不是设计或批复的年综合能源消费量"),
        ("“十四五”年新增能耗（万吨标准煤）｜等价值", "known", "五年规划期的新增能耗不是项目的年综合能源消费量"),
        ("投资（万元）｜注册资本", "known", "注册资本不是总投资"),
    ],
)
def test_anything_else_gives_nothing_and_says_why(
    header: str, rule: str, why: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers)
    assert (use.field, use.rule, use.why) == ("", rule, why)
