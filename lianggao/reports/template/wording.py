"""What the template says of fields: what to write where the vocabulary asks no question, and an example.

The example is invented as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from lianggao.reports.template.groups import WORKED_OUT, group_of
from lianggao.vocabulary import Field

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
    "unit_energy_kgoe_per_t": "单位产品综合能耗（千克标准油/吨）；按吨·因数计的（炼油）不填这里",
    "replacement_ratio": "置换产能与新建产能之比，如 1.25 或 1.25:1",
    "plot_ratio": "容积率，如 1.2",
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
    "in_park": "yes",
    "ultra_low_emission": "yes",
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
    "output_t": "200000",
    "coal_added_t": "不涉及",
    "brick_output": "不涉及",
    "blast_furnace_m3": "不涉及",
    "converter_t": "不涉及",
    "arc_furnace_t": "不涉及",
    "replaced_t": "不涉及",
    "replaced_cases": "不涉及",
    "new_land_m2": "66700",
    "floor_area_m2": "70000",
    "footprint_m2": "33350",
    "office_land_m2": "3000",
    "fixed_investment_wan_yuan": "13000",
    "annual_output_wan_yuan": "12000",
    "annual_tax_wan_yuan": "800",
}
"""What the example says in the other fields; no such firm or project exists."""


def blank_means(field: Field) -> str:
    """Return what an empty cell of a field says."""
    if group_of(field) == WORKED_OUT:
        return "由程序按其他各列计算；一般空着"
    if field.zero_when:
        return f"不清楚，不是0；确实没有的写“{'”或“'.join(sorted(field.zero_when))}”"
    if field.kind == "quantity":
        return "不清楚，不是0"
    if field.name == "decision_date":
        return "用运行时指定的日期或当天"
    if field.kind == "reading":
        return "主管部门尚未明确"
    return "不清楚，不是“否”" if "no" in field.values else "不清楚"
