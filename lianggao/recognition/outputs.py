"""Read the yearly output of a project's only product, and the size of its smallest furnaces, where they are not stated.

Only what can hardly mean anything else is taken: one capacity in the whole text, a year, and one product beside it.
Every reading is noted for a person to check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import pyarrow.compute as pc

from lianggao.coded_texts import Combinations, coded
from lianggao.facts import Facts, Notes, Span
from lianggao.noting import Block
from lianggao.quantities.capacity import Capacity, Interval, read_capacities
from lianggao.text_columns import chosen

FIELDS = {"t": "output_t", "m2": "output_m2", "weight_case": "output_cases"}
BRICKS = "brick_output"
FURNACES = {"blast_furnace_m3": ("m3", "高炉"), "converter_t": ("t", "转炉"), "arc_furnace_t": ("t", "电弧炉|电炉")}
# What is there already, goes away or is set off against: no size of what is to be built.
_OTHER_TIMES = re.compile("现有|原有|已有|已建|在用|拆除|淘汰|退出|关停|置换|替代|压减|停用|报废|备用")
# An electric furnace that is no arc furnace.
_NO_ARC = re.compile("矿热|埋弧|中频|工频|感应|电阻|电渣|真空|保温|精炼")
_FIGURE = re.compile(
    r"[0-9][0-9.,]*(?:[-–—~至][0-9.,]+)?\s*[十百千万亿]*\s*(?:吨|t|平方米|㎡|m2|m²|重量箱|重箱|标块|块)(?:\s*[/每]\s*[年a])?",
    re.IGNORECASE,
)
# Words that name no product; whatever they leave of a text is the name of one.
_NO_NAME = re.compile(
    r"主要产品|产品|名称|方案|设计|建设|生产能力|生产规模|规模|产能|产量|能力|年产量|年产|年|生产线|生产|项目|工程|"
    r"新建|扩建|改建|技改|技术改造|达到|约|折合|折|标准砖|标砖|[一1][条座]|[为达共个]|[^a-zA-Z\u4e00-\u9fff]+"
)
_SEVERAL = re.compile("[和及与等各]|其中|副产|联产|兼产|配套|[二两三四五六七八九十2-9][条座套]")
# A plant that makes clinker counts by its clinker, and a text on cement does not tell how much of that there is.
_CEMENT = re.compile("水泥(?!熟料)")

Reading = Mapping[str, tuple[Interval, str]]


def read_outputs(facts: Facts) -> Facts:
    """Return the facts with outputs and sizes of furnaces read from `products` and `content`, each with a note.

    The notes are `output-from-text` and `equipment-from-text`. A field that is stated for a project stays as it is.
    """
    facts = _read(facts, ("products",), "年|/ ?[aA]", _outputs, "output-from-text")
    return _read(facts, ("products", "content"), "高炉|转炉|电炉|电弧炉", _furnaces, "equipment-from-text")


@lru_cache(maxsize=1 << 12)
def _outputs(texts: tuple[str, ...]) -> Reading:
    """Return the field that the only capacity of a text gives, with its interval and words."""
    (text,) = texts
    if _SEVERAL.search(text) or _CEMENT.search(text) or _OTHER_TIMES.search(text):
        return {}
    found = read_capacities(text)
    if len(found) != 1 or found[0].per != "year" or found[0].change not in ("", "total") or found[0].count != 1:
        return {}
    (capacity,) = found
    names = {name for name in _NO_NAME.split(_FIGURE.sub(" ", text)) if name}
    bricks = capacity.unit == "piece" and "标砖" in text
    if len(names) != 1 and not (bricks and not names):
        return {}
    field = BRICKS if bricks and all(name.endswith("砖") for name in names) else FIELDS.get(capacity.unit)
    return {field: (capacity.amount, capacity.text)} if field else {}


@lru_cache(maxsize=1 << 12)
def _furnaces(texts: tuple[str, ...]) -> Reading:
    """Return the smallest furnace of each kind that the texts name."""
    if any(_OTHER_TIMES.search(text) for text in texts):
        return {}
    capacities = [each for text in texts for each in read_capacities(text)]
    no_arc = any(_NO_ARC.search(text) for text in texts)
    reading: dict[str, tuple[Interval, str]] = {}
    for field, (unit, name) in FURNACES.items():
        named = [each for each in capacities if _is_furnace(each, unit, name)]
        if named and not (field == "arc_furnace_t" and no_arc):
            least = Interval(min(each.each.low for each in named), min(each.each.high for each in named))
            reading[field] = least, "、".join(f"{each.text}{each.what}" for each in named)
    return reading


def _is_furnace(capacity: Capacity, unit: str, name: str) -> bool:
    plain = capacity.unit == unit and not capacity.per and capacity.change != "from"
    return plain and re.search(f"(?:{name})(?:炼钢|炼铁)?$", capacity.what) is not None


def _read(
    facts: Facts, names: Sequence[str], needed: str, reader: Callable[[tuple[str, ...]], Reading], code: str
) -> Facts:
    """Read each distinct combination of texts once, and spread what it gives over the rows that do not state it.

    Texts without the pattern `needed` give nothing and are not read.
    """
    columns = [column for name in names if (column := coded(facts.texts, name))]
    asked = np.zeros(facts.rows, dtype=bool)
    for column in columns:
        asked |= np.asarray(pc.match_substring_regex(column.texts, needed))[column.codes]
    if not asked.any():
        return facts
    read = Combinations.of(columns, facts.rows, asked)
    readings = [reader(texts) for texts in read.texts]
    quantities, blocks, rows = {}, [], np.flatnonzero(asked)
    for field in dict.fromkeys(field for reading in readings for field in reading):
        given = [reading.get(field, (Interval(0.0, np.inf), "")) for reading in readings]
        span, told = facts.span(field), np.array([field in reading for reading in readings])[read.of_row]
        told &= ~span.stated[rows]
        at, which = rows[told], read.of_row[told]
        if not len(at):
            continue
        low, high = span.low.copy(), span.high.copy()
        low[at], high[at] = np.array([interval for interval, _ in given])[which].T
        quantities[field] = Span(low, high)
        sentences = [f"未填，按文字“{text}”识别" for _, text in given]
        blocks.append(Block(at, field, code, chosen(sentences, which)))
    # One field after the other, as they are met.
    return facts.adding(quantities=quantities, notes=Notes([block] for block in blocks))
