"""The units capacities are written in, and the words around a figure that make it a capacity or rule that out.

Precision comes first: without a period, a verb such as 年产, or equipment beside it, few figures are taken.
"""

from __future__ import annotations

import re
from fractions import Fraction

# canonical unit -> spelling (in lower case) -> how many of it
UNITS: dict[str, dict[str, Fraction]] = {
    "t": dict.fromkeys(("吨", "t"), Fraction(1)) | dict.fromkeys(("千克", "公斤", "kg"), Fraction(1, 1000)),
    "m3": dict.fromkeys(("标准立方米", "立方米", "立方", "nm³", "nm3", "m³", "m3", "㎥"), Fraction(1)),
    "m2": dict.fromkeys(("平方米", "m²", "m2", "㎡"), Fraction(1)),
    "m": {"延米": Fraction(1), "米": Fraction(1), "公里": Fraction(1000), "千米": Fraction(1000)},
    "kL": {"千升": Fraction(1), "kl": Fraction(1)},
    "kW": {"千瓦": Fraction(1), "kw": Fraction(1)}
    | dict.fromkeys(("兆瓦", "mwp", "mw"), Fraction(1000))
    | dict.fromkeys(("吉瓦", "gwp", "gw"), Fraction(10**6)),
    "kVA": {"千伏安": Fraction(1), "kva": Fraction(1), "兆伏安": Fraction(1000), "mva": Fraction(1000)},
    "weight_case": dict.fromkeys(("重量箱", "重箱"), Fraction(1)),
    "piece": dict.fromkeys(("标块", "块", "件", "台", "套", "只", "支", "辆", "片", "个", "匹", "条"), Fraction(1)),
}
OF = {spelling: (unit, worth) for unit, spellings in UNITS.items() for spelling, worth in spellings.items()}
SPELLINGS = "|".join(sorted(map(re.escape, OF), key=len, reverse=True))
# What says by itself that a figure is a capacity.
ALONE = frozenset({"kW", "kVA", "weight_case"})
# What may be a capacity without a period, where a name stands beside it and nothing else in the clause.
NAMED = frozenset({"t", "kL"})
# Lengths are too common to be taken on a period alone.
ONLY_WITH_VERB = frozenset({"m"})

PERIODS = {"年": "year", "a": "year", "天": "day", "日": "day", "d": "day", "月": "month", "小时": "hour", "时": "hour"}
PERIODS |= {"h": "hour"}
EQUIPMENT = (
    "高炉|转炉|电炉|电弧炉|焦炉|矿热炉|竖炉|锅炉|回转窑|窑炉|窑|烧结机|机组|汽轮机|发电机|电解槽|气化炉|还原炉|精炼炉"
)
# Right behind a figure: it is energy, carbon, or a rate per something else, and no capacity.
NEVER_BEHIND = (
    r"标准?煤|当量|ce|co|二氧化碳|[·.]?h(?![a-z])|[·.]?时|小时|伏(?!安)|[%％℃]"
    r"|/(?:年|a)?[·.]?(?:吨|t|人|件|台|套|块|万元|元|㎡|m|立方|平方|千瓦|kw)"
)
# Shortly before a figure: it is used, given off, stored, moved, paid or measured.
USED = (
    "用水|用煤|用电|用气|用汽|[气风水煤电用]量|耗|消费|需|外购|采购|购买|储|存|库容|排放|取水|新水|运|吞吐|产生|"
    "投资|面积|占地|用地|载重|绿化|管道|道路|距离|负荷|功率|变压器|废水|污水|废气|固废|危废|危险废物|二氧化硫|氮氧化物|"
    "颗粒物|烟尘|粉尘|氨氮"
)
# It is taken away, or weighed against something.
REMOVED = "淘汰|拆除|关停|压减|减排|削减|减少|节约|节能|替代|退出|置换"
ADDED = "新增|增加|净增"
TOTAL = "总产能|总规模|达到|达产|达|全厂|合计|共计|共"
GROWTH = "扩大|扩建|扩能|扩产|扩|提升|提高|增加|增长|增产|增|调整|变更|改造|改|升"
# Where the name of a product ends: `水泥熟料生产线技改项目`.
NAME_ENDS = (
    "生产|产线|项目|工程|装置|技改|改造|扩建|改扩建|建设|整合|升级|搬迁|迁建|退城|基地|车间|产能|规模|能力|消耗|消费"
)
