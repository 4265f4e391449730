"""Every header of the lists that have been seen, set by set, and what it means; written by hand."""

from __future__ import annotations

import pytest

from lianggao.intake import Headers
from lianggao.intake.columns import read_columns
from lianggao.vocabulary import Vocabulary

FACT, CONTACT, FIGURE = "-not_a_fact", "-contact", "-other_figure"
"""Known headers that give nothing, by reason."""

Expected = tuple[str, str, str]
"""Header; the field it gives, with its part or basis behind a colon, or a reason; the unit."""

ANNUAL = "年综合能源消费量（万吨标准煤，含原料用能和可再生能源）"

INVESTMENT_PLATFORM: list[Expected] = [
    ("项目名称", "project_name", ""),
    ("评估状态", FACT, ""),
    ("园区名称", "place:park", ""),
    ("所属区县", "place:county", ""),
    ("街镇", "place:town", ""),
    ("产业方向", FACT, ""),
    ("行业编码", "industry_code", ""),
    ("投资方名称", FACT, ""),
    ("项目简介", "content:text", ""),
    ("计划总投资（万元）", "investment_wan_yuan", "万元"),
    ("固定资产投资（万元）", "fixed_investment_wan_yuan", "万元"),
    ("注册资本（万元）", FIGURE, ""),
    ("项目选址位置", "place:address", ""),
    ("申请用地面积（亩）", "land_m2", "亩"),
    ("拟用地面积（平方米）", "land_m2", "平方米"),
    ("投资强度（万元/千平方米）", "investment_per_mu", "万元/千平方米"),
    ("开工日期", FACT, ""),
    ("竣工日期", FACT, ""),
    ("项目使用主要原、辅材料", "raw_materials", ""),
    ("主要流程工艺", "process", ""),
    ("预计年排污情况（废水、废气等）", FACT, ""),
    ("预计年耗能情况(吨标煤)", "energy_unstated_tce:unstated", "吨标煤"),
    ("是否特殊行业", FACT, ""),
    ("有无准入限制", FACT, ""),
    ("是否两高项目", "declared_lianggao", ""),
    ("有无重金属排放", "heavy_metal_emission", ""),
    ("统一社会信用代码", "uscc", ""),
    ("国民经济行业分类", "industry_text", ""),
    ("投资方联系人/联系电话", CONTACT, ""),
    ("投资方联系人", CONTACT, ""),
    ("投资方联系电话", CONTACT, ""),
    ("招商人员/电话", CONTACT, ""),
    ("招商人员", CONTACT, ""),
    ("招商人员电话", CONTACT, ""),
]
KEY_PROJECTS_FORM: list[Expected] = [
    ("发改项目名称", "project_name", ""),
    ("项目代码", "project_code", ""),
    ("产业类别(工业/服务业)", FACT, ""),
    ("投资类型", FACT, ""),
    ("是否分期", FACT, ""),
    ("本期金额", FIGURE, ""),
    ("建设内容及规模", "content:text", ""),
    ("主要产品及产能", "products", ""),
    ("建设起止年限", FACT, ""),
    ('是否为"两高"项目', "declared_lianggao", ""),
    ("是否完成节能审查", "energy_review_done", ""),
    ("是否完成环评", "eia_done", ""),
    ("是否备案", FACT, ""),
    ("是否取得安评批复", FACT, ""),
]
PROVINCIAL_SYSTEM: list[Expected] = [
    ("省码", FACT, ""),
    ("国码", "project_code", ""),
    ("建设地点", "place:address", ""),
    ("总投资(万元)", "investment_wan_yuan", "万元"),
    ("业主单位", "owner", ""),
    ("是否进行节能审查", FACT, ""),
    ("节能审查批复文号", FACT, ""),
    ("设计年综合能耗（等价值）（万吨标准煤）", "energy_equivalent_tce:equivalent", "万吨标准煤"),
    ("“十四五”年新增能耗（万吨标准煤）", FIGURE, ""),
    ("联系人", CONTACT, ""),
    ("联系电话", CONTACT, ""),
    ("手机", CONTACT, ""),
    ("邮箱", CONTACT, ""),
    ("电子邮箱", CONTACT, ""),
]
COAL_REPORT: list[Expected] = [
    ("序号", FACT, ""),
    ("项目名称", "project_name", ""),
    ("项目代码", "project_code", ""),
    ("建设单位", "owner", ""),
    ("主要建设内容", "content:text", ""),
    ("项目所在省、自治区、直辖市", "place:province", ""),
    ("项目所在地市", "place:city", ""),
    ("项目所在区县", "place:county", ""),
    ("所属行业大类（2位代码）", "industry_code", ""),
    ("所属行业小类", "industry_text", ""),
    ("节能审查批复时间", FACT, ""),
    ("拟投产时间", FACT, ""),
    ("实际投产时间", FACT, ""),
    ("节能审查机关", FACT, ""),
    ("审查意见文号", FACT, ""),
    (f"{ANNUAL}｜当量值", "energy_calorific_tce:calorific", "万吨标准煤"),
    (
        "年综合能源消费量（万吨标准煤，含原料用能和可再生能源）｜等价值",
        "energy_equivalent_tce:equivalent",
        "万吨标准煤",
    ),
    ("年煤品消费量（万吨，实物量）｜煤品消费总量", FIGURE, ""),
    ("年煤品消费量（万吨，实物量）｜#煤炭", "coal_t", "万吨"),
    ("年煤品消费量（万吨，实物量）｜#焦炭", "coke_t", "万吨"),
    ("年煤品消费量（万吨，实物量）｜#兰炭", FIGURE, ""),
    ("年煤品消费量（万吨标准煤，折标量）｜煤品消费总量", FIGURE, ""),
    ("年煤品消费量（万吨标准煤，折标量）｜#煤炭", "-", ""),
    ("年煤品消费量（万吨标准煤，折标量）｜#焦炭", "-", ""),
    ("年煤品消费量（万吨标准煤，折标量）｜#兰炭", FIGURE, ""),
    ("年煤品消费量（折标量）｜#煤炭", "-", ""),
    ("煤炭消费替代情况｜是否", FACT, ""),
    ("煤炭消费替代情况｜来源", FACT, ""),
    ("煤炭消费替代情况｜替代量", "coal_substituted_t", ""),
    ("原料用煤情况", FIGURE, ""),
    ("状态", FACT, ""),
]
ENERGY_CARBON_PLATFORM: list[Expected] = [
    ("批复年综合能耗（等价值）吨标煤", "energy_equivalent_tce:equivalent", "吨标煤"),
    ("采集综合能耗", FIGURE, ""),
    ("节能审查批复时间及文号", FACT, ""),
    ("环评审批批复时间及文号", FACT, ""),
    ("建设内容", "content", ""),
    ("所属行业代码", "industry_code", ""),
    ("联系人·电话·邮箱", CONTACT, ""),
    ("电话", CONTACT, ""),
]
APPROVAL_FORM: list[Expected] = [
    ("新增年综合能源消费量吨标煤（当量值）", "added_energy_calorific_tce:calorific", "吨标煤"),
    ("新增年用电量（万千瓦时）", FIGURE, ""),
    ("立项类型", FACT, ""),
    ("立项部门", FACT, ""),
    ("行业类别", "industry_text", ""),
    ("耕地（基本农田）", FIGURE, ""),
    ("建设用地", FIGURE, ""),
    ("未利用地", FIGURE, ""),
    ("规划用地性质及现状", FACT, ""),
    ("四至", FACT, ""),
]
EIA_NOTICES: list[Expected] = [
    ("序号", FACT, ""),
    ("项目名称", "project_name", ""),
    ("建设地点", "place:address", ""),
    ("建设单位", "owner", ""),
    ("环境影响评价机构", FACT, ""),
    ("项目概况", "content:text", ""),
    ("主要环境影响及预防或者减轻不良环境影响的对策和措施", FACT, ""),
    ("公众参与情况", FACT, ""),
    ("行业类别", "industry_text", ""),
    ("建设内容与规模", "content:text", ""),
]
JSON_OF_YUNNAN: list[Expected] = [
    ("projectType", FACT, ""),
    ("proTotalInvestment", "investment_wan_yuan", "万元"),
    ("startTime", FACT, ""),
    ("endTime", FACT, ""),
    ("buildingLocation", "place:address", ""),
    ("ownedEnterprise", "owner", ""),
    ("constructionContent", "content:text", ""),
    ("projectProgress", "approvals", ""),
    ("industryName", "industry_text", ""),
]
THREE_BATCHES: list[Expected] = [
    ("项目名称", "project_name", ""),
    ("投资方", FACT, ""),
    ("总投资 亿元", "investment_wan_yuan", "亿元"),
    ("建设内容", "content", ""),
]

SETS = {
    "investment platform": INVESTMENT_PLATFORM,
    "key projects form": KEY_PROJECTS_FORM,
    "provincial system": PROVINCIAL_SYSTEM,
    "coal report": COAL_REPORT,
    "energy-carbon platform": ENERGY_CARBON_PLATFORM,
    "approval form": APPROVAL_FORM,
    "eia notices": EIA_NOTICES,
    "json of yunnan": JSON_OF_YUNNAN,
    "three batches": THREE_BATCHES,
}


@pytest.mark.parametrize("name", SETS)
def test_every_header_of_a_real_list_is_known(name: str, vocabulary: Vocabulary, headers: Headers) -> None:
    expected = SETS[name]
    report = read_columns([header for header, *_ in expected], vocabulary, headers)
    found = []
    for use in report.uses:
        energy = use.field and vocabulary[use.field].scale == "energy"
        more = use.basis if energy else use.part
        reason = f"-{use.kind}"
        found.append((use.header, ":".join(filter(None, (use.field, more))) or reason, use.unit))
    # Rows of the vocabulary itself carry no part.
    assert [(h, f.replace("content:text", "content"), u) for h, f, u in found] == [
        (h, f.replace("content:text", "content"), u) for h, f, u in expected
    ]
    assert all(use.why for use in report.unused)
    assert all("折标量" in use.why for use in report.doubtful)
