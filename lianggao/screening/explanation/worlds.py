"""How much is still open: the situations that the catalog's rules tell apart, and how many the facts leave."""

from __future__ import annotations

from math import prod

from lianggao.screening.explanation.view import View
from lianggao.screening.gates import CATALOG


def world_lines(view: View) -> list[str]:
    """Return the worlds of the catalog's table, those left, and the axes on which they differ."""
    part = view.batch.answers[CATALOG].decided
    left = {axis: len(view.open_regions(part, axis)) for axis in part.table.axes}
    every = dict(zip(part.table.axes, part.table.outcome.shape, strict=True))
    lines = [
        f"  省目录的规则按{len(every)}项事实区分，共{prod(every.values())}种情形；"
        f"按已知的事实至多还剩{prod(left.values())}种。"
    ]
    still = [axis for axis, regions in left.items() if regions > 1]
    if still:
        settled = view.project.gate(CATALOG).outcome != "undetermined"
        lines.append("  仍未定的（不影响省目录判定）：" if settled else "  仍未定的：")
        lines += [f"    · {view.label(axis)}：{every[axis]}个区间中还剩{left[axis]}个" for axis in still]
    return lines
