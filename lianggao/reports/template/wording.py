"""What the template says of fields: their groups, what to write where the vocabulary asks no question, and an example.

The example is invented as a whole. Fields that only an overlay has are grouped by their kind.
"""

from __future__ import annotations

from collections.abc import Mapping

from lianggao.vocabulary import Field

GROUPS: Mapping[str, tuple[str, ...]] = {
    "基本信息": (
        "project_name",
        "owner",
        "uscc",
        "project_code",
        "county",
        "place",
        "stage",
        "construction_nature",
        "content",
        "decision_date",
    ),
    "行业与产品": (
        "industry_code",
        "industry_code_edition",
        "industry_text",
        "activity",
        "products",
        "process",
        "raw_materials",
        "main_process_changed",
        "capacity_added",
        "process_changed",
    ),
    "能耗": (
        "energy_equivalent_tce",
        "energy_calorific_tce",
        "energy_unstated_tce",
        "added_energy_equivalent_tce",
        "added_energy_calorific_tce",
        "electricity_kwh",
        "coal_t",
        "coke_t",
        "gas_m3",
        "oil_t",
        "heat_gj",
        "steam_t",
    ),
    "用地与投资": ("investment_wan_yuan", "land_m2"),
    "手续": ("energy_review_done", "eia_done", "approvals"),
    "风险与定位": (
        "hazardous_chemicals",
        "heavy_metal_emission",
        "directory_class",
        "local_positioning",
        "declared_lianggao",
    ),
    "其他": (),
    "须由主管部门明确": (),
}
"""The groups of columns in order, each with its fields in order."""

GROUP_KEYS = ("basic", "industry", "energy", "land_and_investment", "approvals", "risk", "other", "authority")
"""The English names of the groups, in the same order."""

WHAT: Mapping[str, str] = {
    "project_name": "项目名称，与备案或签约文本一致；每行一个项目",
    "owner": "建设单位（投资方）全称",
    "uscc": "建设单位的18位统一社会信用代码；按文本填写",
    "project_code": "全国投资项目在线审批监管平台的项目代码；按文本填写，带不带连字符均可",
    "industry_code": "国民经济行业分类代码，尽量到小类；按文本填写，前面的0不要丢",
    "industry_code_edition": "所填行业代码的版本",
    "industry_text": "行业名称",
    "products": "主要产品和年（日）产量，连同单位；有几种的用分号隔开",
    "process": "主要生产工艺",
    "raw_materials": "主要原料和辅料",
    "content": "建设什么，规模多大",
    "place": "详细地址，所在园区",
    "approvals": "已办和未办的手续",
    "decision_date": "按哪一天的规则判定；空着用运行时指定的日期或当天。只知道年月的先输入英文单引号，如 '2022-06",
    "declared_lianggao": "项目单位自己填报的说法，只用来对照",
    "energy_unstated_tce": "只有一个数、又不知是等价值还是当量值时填在这里，否则空着",
}

VALUES: Mapping[str, str] = {
    "activity": "lime",
    "county": "411081",
    "stage": "signing",
    "construction_nature": "new_build",
    "capacity_added": "yes",
    "energy_review_done": "no",
    "eia_done": "no",
    "hazardous_chemicals": "no",
    "heavy_metal_emission": "no",
    "directory_class": "permitted",
    "local_positioning": "fits",
}
"""The choices of the example."""

EXAMPLE: Mapping[str, str] = {
    "project_name": "年产20万吨石灰项目（示例）",
    "owner": "示例建材有限公司",
    "uscc": "914110810000000009",
    "project_code": "2206-411081-04-01-000018",
    "industry_code": "3012",
    "industry_code_edition": "2017",
    "industry_text": "石灰和石膏制造",
    "products": "石灰20万吨/年",
    "process": "石灰石破碎、双膛窑煅烧、成品筛分",
    "raw_materials": "石灰石、天然气",
    "content": "新建双膛窑2座及配套设施",
    "place": "示例产业园1号",
    "approvals": "已备案，其余未办",
    "decision_date": "2022-06-30",
    "declared_lianggao": "否",
    "energy_equivalent_tce": "26000",
    "energy_calorific_tce": "25000",
    "added_energy_equivalent_tce": "26000",
    "added_energy_calorific_tce": "25000",
    "electricity_kwh": "6000000",
    "coal_t": "不涉及",
    "coke_t": "不涉及",
    "gas_m3": "18000000",
    "oil_t": "60",
    "heat_gj": "不涉及",
    "steam_t": "不涉及",
    "investment_wan_yuan": "15000",
    "land_m2": "66700",
}
"""What the example says in the other fields; no such firm or project exists."""

_ENERGY = frozenset({"energy", "electricity", "mass", "volume", "heat"})
_MEANS = frozenset({"money", "area"})


def group_of(field: Field) -> str:
    """Return the group of a field."""
    for group, names in GROUPS.items():
        if field.name in names:
            return group
    if field.kind == "reading":
        return "须由主管部门明确"
    return "能耗" if field.scale in _ENERGY else "用地与投资" if field.scale in _MEANS else "其他"


def blank_means(field: Field) -> str:
    """Return what an empty cell of a field says."""
    if field.zero_when:
        return f"不清楚，不是0；确实没有的写“{'”或“'.join(sorted(field.zero_when))}”"
    if field.kind == "quantity":
        return "不清楚，不是0"
    if field.name == "decision_date":
        return "用运行时指定的日期或当天"
    if field.kind == "reading":
        return "主管部门尚未明确"
    return "不清楚，不是“否”" if "no" in field.values else "不清楚"
