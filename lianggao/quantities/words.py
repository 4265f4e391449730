"""The words that may stand around a figure in a column, and what kind of sign each is.

Labels are kept per kind of quantity, and per field where one kind serves several: `用煤500吨` says nothing of coke. A
word that is not here makes the cell unreadable, so that no text turns into a bare number.
"""

from __future__ import annotations

from functools import cache

from lianggao.quantities.units import MONEY_MARKS, is_annual

UPPER = "不高于|不超过|不大于|不多于|至多|最高|最多|≤|≦|<=|<|小于|低于|少于|不足|不到|不满"
LOWER = "不低于|不少于|不小于|至少|≥|≧|>=|>|大于|高于|超过|超|多于|逾"
TO = "[-–—―−~∼〜─]{1,2}|至|到"
WITHIN = r"(?:\(含\)|含|及)?(?:以内|之内|以下|以上)"
BASIS = "按?(?:当量|等价)值?(?:计算?)?"
PHASE = "(?:项目)?第?[一二三四五六七八九1-9]期(?:工程|项目)?"
PART = "其中|包括|包含|内含|含"
SAME = "约?(?:折合|换算为?|折算为?|相当于|合(?!计)|折(?!标)|即)"
FILLERS = "预计|共计|合计|总计|总共|共|为|:"
# A quantity per day, month or hour says nothing of a year: how long the plant runs is not stated.
OF_PERIOD = "每(?:天|日|月|小时|班)|[日月]均|(?:[日月]|小时)(?=[用耗消需产])"

# What names the quantity that a column holds. Without a label a column may still be the one its kind stands for.
LABELS = {
    "energy": "(?:项目)?年?综合能(?:源消[费耗]总?量|耗)(?:总量)?|(?:项目)?年?总?(?:能耗|耗能量?|能源消[费耗]总?量)",
    "electricity_kwh": "年?总?(?:用|耗)电量?|年?电力消[费耗]量",
    "gas_m3": "年?(?:用|耗)(?:天然)?气量?|年?天然气(?:用量|消[费耗]量|耗量)?",
    "heat_gj": "年?(?:用|耗)热量?|年?外购热力",
    "investment_wan_yuan": "(?:计划|项目)?总?投资(?:总?额)?",
    "land_m2": "(?:项目)?(?:总|规划|拟)?(?:占地|用地)(?:总?面积)?|面积",
    "coal_t": "年?(?:用|耗|燃)煤量?|年?(?:原煤|煤炭|煤)(?:用量|消[费耗]量|耗量)?",
    "coke_t": "年?(?:用|耗)焦炭?量?|年?焦炭(?:用量|消[费耗]量|耗量)?",
    "oil_t": "年?(?:用|耗)油量?|年?(?:成品油|柴油|油品)(?:用量|消[费耗]量|耗量)?",
    "steam_t": "年?(?:用|耗|外购)蒸?汽量?|年?蒸汽(?:用量|消[费耗]量|耗量)?",
    "new_land_m2": "新增(?:建设)?用地(?:总?面积)?",
    "floor_area_m2": "计容(?:总?建筑)?总?面积",
    "fixed_investment_wan_yuan": "固定资产投资(?:总?额)?|固投",
    "annual_output_wan_yuan": "(?:达产)?年?产值",
    "annual_tax_wan_yuan": "(?:达产)?年?税收",
    "investment_per_mu": "固定资产投资强度|投资强度",
    "output_per_mu": "亩均产值",
    "tax_per_mu": "亩均税收",
    "plot_ratio": "容积率",
    "building_coefficient": "建筑系数",
    "coal_added_t": "新增(?:用|耗)煤量?|新增(?:煤炭|煤)(?:消[费耗]量|用量)",
    "coal_substituted_t": "(?:已落实)?(?:煤炭)?(?:消费)?替代量",
    "replacement_ratio": "(?:产能)?置换比例",
}
_UNIT_ENERGY = "(?:单位产品|吨产品)?综合能耗|单位产品能耗"
LABELS |= dict.fromkeys(
    ("unit_energy_kgce_per_t", "unit_energy_kgce_per_m2", "unit_energy_kgce_per_case", "unit_energy_kgoe_per_t"),
    _UNIT_ENERGY,
)
LABELS |= {
    "unit_electricity_kwh_per_t": "单位产品(?:综合)?电耗|(?:综合)?电耗",
    "unit_coal_gce_per_kwh": "供电(?:标准?)?煤耗",
}
OF_KIND = {
    "energy": "energy",
    "electricity": "electricity_kwh",
    "volume": "gas_m3",
    "heat": "heat_gj",
    "money": "investment_wan_yuan",
    "area": "land_m2",
}
"""The label of a kind where no field is named: 总投资 names money, but not in a column of 固定资产投资."""
# What names a quantity that no column of a list holds, or only a share of one.
OTHERS = "|".join(
    (
        "新增|现有|原有|预留|剩余|租赁|远期|近期|首期|本期",
        "单位产品(?:综合)?(?:能耗|电耗)|原料用能|可再生能源|折标准?煤",
        "建设用地|农用地|耕地|林地|未利用地|基本农田",
        "(?:总|地上|地下)?建筑总?面积|总?建面|(?:厂房|绿化|计容|基底|道路)面积",
        "固定资产(?:投资)?|固投|建安(?:工程)?(?:投资|费用?)?|设备(?:购置)?(?:投资|费用?)|土建(?:工程)?投资|环保投资",
        "(?:铺底)?流动资金|(?:利用)?外资|内资|自筹(?:资金)?|银行贷款|注册资[本金]",
        "年?(?:产值|销售收入|营业收入|税收|利税|利润)",
    )
)


@cache
def signs(scale: str, field: str = "") -> dict[str, str]:
    """Return the words of a column by kind of sign, in the order in which they are looked for.

    L names the quantity of the column, O another one, P a phase, A a share, S the same in another unit, D a period
    that is not the year, B an energy basis, v nothing.
    """
    own = LABELS.get(field or OF_KIND.get(scale, ""), "")
    others = dict.fromkeys(label for label in LABELS.values() if label != own)
    yearly = "|每年|全年|年均|年?(?:消[费耗]量|使?用量|耗量)|年" if is_annual(scale, field) else ""
    money = f"|{MONEY_MARKS}" if scale == "money" else ""
    return {
        "l": WITHIN,
        "B": BASIS,
        "P": PHASE,
        "L": own or "(?!)",
        "O": OTHERS,
        "D": OF_PERIOD,
        "o": "|".join(others),
        "S": SAME,
        "A": PART,
        "b": f"{UPPER}|{LOWER}",
        "a": "大约|大概|约为|约",
        "w": "接近|将近|近",
        "r": "左右|上下",
        "t": TO,
        "v": FILLERS + money + yearly,
    }
