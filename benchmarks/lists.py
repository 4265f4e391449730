"""Make big lists that look like real ones: skewed industries, blanks, intervals, free text.

The same size and seed give the same list. Names and figures are made up; codes, products and places are real words.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

PROJECTS = [
    # (industry code, products, process, name, share of the list, typical tce)
    ("3011", "水泥熟料{n}吨/日", "新型干法", "日产{n}吨水泥熟料生产线", 2, 90_000),
    ("3011", "水泥{n}万吨/年", "粉磨站", "水泥粉磨站", 2, 4_000),
    ("3021", "商品混凝土{n}万立方米/年", "搅拌", "商品混凝土搅拌站", 6, 300),
    ("3031", "烧结砖{n}万块/年", "隧道窑烧结", "烧结砖生产线", 4, 12_000),
    ("3031", "蒸压砖{n}万块/年", "蒸压", "免烧砖生产线", 3, 900),
    ("3071", "建筑陶瓷{n}万平方米/年", "辊道窑烧成", "建筑陶瓷生产线", 2, 30_000),
    ("3089", "耐火砖{n}吨/年", "隧道窑烧成", "耐火材料生产线", 5, 8_000),
    ("3041", "浮法玻璃{n}吨/日", "浮法", "平板玻璃生产线", 1, 60_000),
    ("3042", "钢化玻璃{n}万平方米/年", "钢化", "玻璃深加工", 4, 800),
    ("3091", "石墨负极材料{n}吨/年", "石墨化", "负极材料项目", 3, 20_000),
    ("3120", "特钢{n}万吨/年", "电弧炉", "短流程炼钢", 1, 50_000),
    ("3130", "热轧板材{n}万吨/年", "轧制", "轧钢生产线", 3, 15_000),
    ("3216", "再生铝{n}万吨/年", "熔炼", "再生铝项目", 4, 9_000),
    ("3216", "电解铝{n}万吨/年", "电解", "电解铝项目", 1, 400_000),
    ("3212", "再生铅{n}万吨/年", "废铅酸电池回收", "再生铅项目", 1, 12_000),
    ("2521", "焦炭{n}万吨/年", "捣固炼焦", "炼焦项目", 1, 150_000),
    ("2614", "甲醇{n}万吨/年", "煤气化", "甲醇项目", 1, 120_000),
    ("2612", "烧碱{n}万吨/年", "离子膜电解", "氯碱项目", 1, 70_000),
    ("2619", "电池级碳酸锂{n}吨/年", "", "碳酸锂项目", 3, 10_000),
    ("4411", "火力发电{n}万千瓦", "燃煤", "热电联产项目", 1, 300_000),
    ("4420", "", "", "输变电工程", 2, 100),
    ("3589", "医疗器械{n}万件/年", "装配", "医疗用品扩产项目", 12, 150),
    ("3670", "汽车零部件{n}万套/年", "机加工", "汽车零部件项目", 14, 600),
    ("3821", "变压器{n}台/年", "装配", "电力装备项目", 10, 400),
    ("", "", "", "产业园标准化厂房", 6, 200),
    ("", "", "", "新材料产业基地", 6, 5_000),
]
PLACES = [
    "许昌市禹州市",
    "许昌市长葛市",
    "许昌市魏都区",
    "许昌市襄城县",
    "平顶山市宝丰县",
    "郑州市登封市",
    "南阳市西峡县",
    "洛阳市新安县",
    "",
]
STAGES = ["拟签约", "拟建", "在建", "存量", ""]
NATURES = ["新建", "扩建", "技术改造", "迁建", ""]


def make_list(rows: int, seed: int = 7) -> pd.DataFrame:
    """Return a list of `rows` projects with the headers of a real one. Energy is in 吨标准煤, blank in a third."""
    rng = np.random.default_rng(seed)
    share = np.array([p[4] for p in PROJECTS], dtype=float)
    kind = rng.choice(len(PROJECTS), rows, p=share / share.sum())
    size = rng.choice([1, 2, 3, 5, 6, 8, 10, 12, 15, 20, 24, 30, 36, 50, 60, 80, 100, 120, 200, 240], rows).astype(str)
    typical = np.array([p[5] for p in PROJECTS], dtype=float)[kind]
    equivalent = np.round(typical * np.exp(rng.normal(0, 0.7, rows)), 2)
    calorific = np.round(equivalent * rng.uniform(0.35, 0.95, rows), 2)
    columns = {
        "序号": np.arange(1, rows + 1).astype(str),
        "项目名称": _with(size, [p[3] for p in PROJECTS], kind),
        "行业代码": _blank(np.array([p[0] for p in PROJECTS], dtype=object)[kind], rng, 0.25),
        "主要产品及规模": _with(size, [p[1] for p in PROJECTS], kind),
        "主要生产工艺": np.array([p[2] for p in PROJECTS], dtype=object)[kind],
        "建设地点": rng.choice(np.array(PLACES, dtype=object), rows),
        "项目阶段": rng.choice(np.array(STAGES, dtype=object), rows),
        "建设性质": rng.choice(np.array(NATURES, dtype=object), rows, p=[0.5, 0.15, 0.15, 0.05, 0.15]),
        "总投资（万元）": np.round(np.exp(rng.normal(9, 1, rows)), 0).astype(int).astype(str),
        "年综合能源消费量（等价值，吨标准煤）": _blank(_figures(equivalent, rng), rng, 0.35),
        "年综合能源消费量（当量值，吨标准煤）": _blank(calorific.astype(str).astype(object), rng, 0.4),
        "年用电量（万千瓦时）": _blank(np.round(equivalent / 40, 1).astype(str).astype(object), rng, 0.4),
    }
    return pd.DataFrame({name: pd.array(list(values), dtype="str") for name, values in columns.items()})


Column = np.ndarray[tuple[int, ...], np.dtype[np.object_]]


def _with(size: Column, templates: list[str], kind: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Column:
    return np.array([templates[k].replace("{n}", n) for k, n in zip(kind, size, strict=True)], dtype=object)


def _blank(values: Column, rng: np.random.Generator, share: float) -> Column:
    return np.where(rng.random(len(values)) < share, "", values)


def _figures(tce: np.ndarray[tuple[int, ...], np.dtype[np.float64]], rng: np.random.Generator) -> Column:
    """Write a fifth of the figures in 万吨 and a few as intervals, as people do."""
    plain = tce.astype(str).astype(object)
    tens = np.array([f"{value:.2f}万吨标准煤" for value in tce / 10_000], dtype=object)
    spans = np.array([f"{value * 0.95:.1f}—{value * 1.05:.1f}万吨标准煤" for value in tce / 10_000], dtype=object)
    return np.select([rng.random(len(tce)) < 0.2, rng.random(len(tce)) < 0.05], [tens, spans], plain)
