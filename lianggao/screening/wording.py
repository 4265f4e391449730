"""How values, intervals and regions are written for a reader: in Chinese, with units, never rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import inf, isinf, nextafter

from lianggao.tables import ChoiceAxis, Regions
from lianggao.vocabulary import Field

UNSTATED = "未填报"
FEW = 4
"""More alternatives than this are counted instead of listed."""


def number(value: float) -> str:
    """Write a number without exponent or trailing zeros.

    >>> number(50000.0), number(49999.9)
    ('50000', '49999.9')
    """
    text = format(Decimal(repr(float(value))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def interval(low: float, high: float, unit: str) -> str:
    """Write a closed interval of a quantity.

    >>> interval(48000, 52000, "吨标准煤"), interval(52000, float("inf"), "吨标准煤"), interval(0, float("inf"), "吨")
    ('48000—52000吨标准煤', '不低于52000吨标准煤', '未填报')
    """
    if low == high:
        return number(low) + unit
    if isinf(high):
        return UNSTATED if low <= 0 else f"不低于{number(low)}{unit}"
    return f"不高于{number(high)}{unit}" if low <= 0 else f"{number(low)}—{number(high)}{unit}"


def rounded(low: float, high: float, unit: str) -> str:
    """Write an interval that was computed, with six digits and 约 where that is not all of it.

    >>> rounded(1.6, 1.6, ""), rounded(101.333333333, 101.333333333, "千克标准煤/吨")
    ('1.6', '约101.333千克标准煤/吨')
    """
    least, most = (end if isinf(end) else float(f"{end:.6g}") for end in (low, high))
    return ("" if (least, most) == (low, high) else "约") + interval(least, most, unit)


def alternatives(labels: Sequence[str], all_open: bool) -> str:
    """Write the labels still possible; all of them is not stated.

    >>> alternatives(["电解铝", "再生铝"], False)
    '电解铝或再生铝'
    """
    if all_open and len(labels) > 1:
        return UNSTATED
    if len(labels) <= FEW:
        return "或".join(labels)
    return "、".join(labels[:FEW]) + f"等{len(labels)}种可能"


def region_text(regions: Regions, chosen: Sequence[int], field: Field) -> str:
    """Write a set of regions of one axis, neighbouring intervals joined.

    >>> from lianggao.tables import QuantityAxis
    >>> energy = Regions(QuantityAxis("e", "energy"), starts=(10000.0, 50000.0))
    >>> region_text(energy, [1, 2], Field("e", "能耗", "quantity", unit="吨标准煤"))
    '1万吨标准煤及以上'
    """
    if isinstance(regions.axis, ChoiceAxis):
        values = [value for region in chosen for value in regions.members(region)]
        labels = [field.values.get(value) or value for value in values]
        return "、".join(labels) if len(labels) <= FEW else "、".join(labels[:FEW]) + f"等{len(labels)}种"
    return "或".join(_between(regions, first, last, field.unit) for first, last in _runs(chosen))


def _runs(chosen: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for region in sorted(chosen):
        if runs and runs[-1][1] == region - 1:
            runs[-1] = (runs[-1][0], region)
        else:
            runs.append((region, region))
    return runs


def _between(regions: Regions, first: int, last: int, unit: str) -> str:
    low, high = regions.bounds(first)[0], regions.bounds(last)[1]
    if isinf(low) and isinf(high):
        return "任意数值"
    if isinf(low):
        return f"{'不足' if _plain(high) else '不超过'}{threshold(_edge(high))}{unit}"
    if isinf(high):
        return f"{threshold(low)}{unit}及以上" if _plain(low) else f"超过{threshold(_edge(low))}{unit}"
    ends = (f"{threshold(_edge(edge))}（{'含' if inside else '不含'}）" for edge, inside in _ends(low, high))
    return "—".join(ends) + unit


def _ends(low: float, high: float) -> tuple[tuple[float, bool], tuple[float, bool]]:
    return (low, _plain(low)), (high, not _plain(high))


def threshold(value: float) -> str:
    """Write a round number as the law does.

    >>> threshold(50000), threshold(5000), threshold(12533.05)
    ('5万', '5000', '12533.05')
    """
    return f"{number(value / 10000)}万" if value >= 10000 and value % 1000 == 0 else number(value)


def _plain(edge: float) -> bool:
    """Return whether an edge is a threshold itself, not the float just after one."""
    return len(number(edge)) <= len(number(nextafter(edge, -inf)))


def _edge(edge: float) -> float:
    return edge if _plain(edge) else nextafter(edge, -inf)
