"""The kinds of project that a made-up list draws from, and the words that its texts are put together from.

Codes, products, processes and places are real words; sizes and figures are made up, near enough to what such plants
use that a list of them looks like a list. Nothing here is law.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of project: `{n}` in its texts is drawn from `sizes`, and each unit of it uses `tce` a year (当量值).

    `mix` is how much of that is electricity, coal and natural gas; `share` is how many of a thousand rows it makes up.
    `activity` is blank where the texts do not say it.
    """

    activity: str
    code: str
    products: str
    process: str
    name: str
    share: int
    sizes: tuple[int, ...]
    tce: float
    mix: tuple[float, float, float] = (1.0, 0.0, 0.0)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SMALL, TENS, HUNDREDS = (1, 2, 3, 5, 8, 10), (10, 20, 30, 50, 60, 80), (100, 200, 300, 500, 600, 1000)
THOUSANDS = (1000, 2000, 3000, 5000, 10_000, 20_000)

KINDS = (
    Kind(
        "cement_clinker",
        "3011",
        "水泥熟料{n}吨/日",
        "新型干法",
        "日产{n}吨水泥熟料生产线",
        8,
        (2500, 4500, 5000),
        31,
        (0.1, 0.9, 0),
    ),
    Kind("cement_grinding", "3011", "水泥{n}万吨/年", "粉磨站", "年产{n}万吨水泥粉磨站", 10, (30, 60, 100, 120), 44),
    Kind("cement_products", "3021", "商品混凝土{n}万立方米/年", "搅拌", "年产{n}万立方米商品混凝土搅拌站", 50, TENS, 5),
    Kind(
        "sintered_brick",
        "3031",
        "烧结砖{n}万块/年",
        "隧道窑烧结",
        "年产{n}万块烧结砖",
        25,
        (3000, 6000, 8000),
        1.0,
        (0.1, 0.9, 0),
    ),
    Kind("unsintered_brick", "3031", "蒸压砖{n}万块/年", "蒸压", "年产{n}万块免烧砖生产线", 20, THOUSANDS, 0.1),
    Kind(
        "building_ceramics",
        "3071",
        "建筑陶瓷{n}万平方米/年",
        "辊道窑烧成",
        "建筑陶瓷生产线",
        10,
        HUNDREDS,
        32,
        (0.1, 0, 0.9),
    ),
    Kind(
        "refractory_sintered",
        "3089",
        "耐火砖{n}吨/年",
        "隧道窑烧成",
        "年产{n}吨耐火材料",
        30,
        THOUSANDS,
        0.2,
        (0.2, 0, 0.8),
    ),
    Kind(
        "flat_glass", "3041", "浮法玻璃{n}吨/日", "浮法", "平板玻璃生产线", 4, (500, 600, 800, 1000), 75, (0.1, 0, 0.9)
    ),
    Kind("glass_processing", "3042", "钢化玻璃{n}万平方米/年", "钢化", "玻璃深加工", 30, TENS, 6),
    Kind("graphite_anode", "3091", "石墨负极材料{n}吨/年", "石墨化", "年产{n}吨负极材料", 20, THOUSANDS, 1.4),
    Kind("steel_short", "3120", "特钢{n}万吨/年", "电弧炉", "短流程炼钢", 4, TENS, 600, (0.9, 0, 0.1)),
    Kind("steel_rolling", "3130", "热轧板材{n}万吨/年", "轧制", "轧钢生产线", 15, TENS, 450, (0.4, 0, 0.6)),
    Kind(
        "aluminium_secondary", "3216", "再生铝{n}万吨/年", "熔炼", "年产{n}万吨再生铝", 25, SMALL, 900, (0.15, 0, 0.85)
    ),
    Kind("aluminium_electrolytic", "3216", "电解铝{n}万吨/年", "电解", "年产{n}万吨电解铝", 3, TENS, 16_500),
    Kind(
        "leadzinc_secondary",
        "3212",
        "再生铅{n}万吨/年",
        "废铅酸电池回收",
        "年产{n}万吨再生铅",
        6,
        SMALL,
        1100,
        (0.3, 0, 0.7),
    ),
    Kind("coking", "2521", "焦炭{n}万吨/年", "捣固炼焦", "年产{n}万吨焦化", 4, HUNDREDS, 1150, (0.1, 0.9, 0)),
    Kind("methanol", "2614", "甲醇{n}万吨/年", "煤气化", "年产{n}万吨甲醇", 4, TENS, 14_000, (0.1, 0.9, 0)),
    Kind("caustic_soda", "2612", "烧碱{n}万吨/年", "离子膜电解", "年产{n}万吨烧碱", 6, TENS, 3100),
    Kind("other_chemical", "2619", "电池级碳酸锂{n}吨/年", "", "碳酸锂项目", 20, THOUSANDS, 1.5, (0.4, 0, 0.6)),
    Kind("coal_power", "4411", "火力发电{n}万千瓦", "燃煤", "{n}万千瓦热电联产", 4, (35, 60, 66, 100), 9000, (0, 1, 0)),
    Kind("grid", "4420", "", "", "110千伏输变电工程", 30, (1,), 60),
    Kind("other", "1310", "面粉{n}吨/年", "制粉", "年产{n}吨面粉加工", 70, THOUSANDS, 0.01),
    Kind("other", "1751", "化纤布{n}万米/年", "织造", "年产{n}万米纺织", 60, HUNDREDS, 0.5),
    Kind("other", "2927", "塑料制品{n}吨/年", "注塑", "年产{n}吨塑料制品", 70, THOUSANDS, 0.08),
    Kind("other", "3389", "金属制品{n}万件/年", "机加工", "金属制品生产", 70, TENS, 2),
    Kind("other", "3589", "医疗器械{n}万件/年", "装配", "医疗用品生产", 80, TENS, 2),
    Kind("other", "3670", "汽车零部件{n}万套/年", "机加工", "年产{n}万套汽车零部件", 100, TENS, 9),
    Kind("other", "3821", "变压器{n}台/年", "装配", "电力装备", 70, HUNDREDS, 0.3),
    Kind("other", "3985", "电子元件{n}万只/年", "贴片", "电子元件生产线", 60, HUNDREDS, 0.8),
    Kind("", "", "", "", "产业园标准化厂房", 40, (1,), 200),
    Kind("", "", "", "", "新材料产业基地", 32, (1,), 5000),
    Kind("", "", "", "", "老旧厂区改造提升", 20, (1,), 80),
)

# Coefficients of catalogs/energy-factors, in tonnes of standard coal by 10 000 kWh, tonne and 10 000 cubic metres.
ELECTRICITY, COAL, GAS = 1.229, 0.7143, 12.143
ELECTRICITY_EQUIVALENT = 3.055

WORDS = _words("恒达 鼎圣 锦隆 昌丰 金汇 华辰 宏远 瑞通 中远 天瑞 盛源 豫兴 众诚 鑫磊 永安 嘉和 隆基 力源 森源 万里")
SECOND = _words("新型 绿色 环保 科技 实业 联合 精工 智能 循环 高新 东方 中原")
TRADES = _words("建材 耐火材料 装备制造 新能源 化工 机械 铝业 炭素 电子 食品 纺织 汽车配件 医疗器械 混凝土")
ENDS = ("有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "集团有限公司")
SPOTS = ("产业集聚区", "先进制造业开发区", "经济技术开发区", "城关镇", "东城街道", "高新区", "火车站南", "西工业园")
ROADS = _words("中原路 工业大道 科技路 创业大道 禹王大道 魏武大道 滨河路 振兴路 新元大道 建业路")
MACHINES = _words("数控机床 破碎机 球磨机 除尘器 空压机 包装机 烘干机 输送机 注塑机 起重机 变压器 检测仪器")
BUILDINGS = ("生产车间", "标准化厂房", "仓库和办公楼", "原料库及成品库", "综合车间", "研发中心")
STAGES = {"signing": "拟签约", "proposed": "拟建", "under_construction": "在建", "existing": "存量"}
NATURES = {"new_build": "新建", "expansion": "扩建", "technical_retrofit": "技术改造", "relocation": "迁建"}
YES_NO = {"yes": "是", "no": "否"}
