"""Which capacity is given up for the new one, and which equipment is used."""

from __future__ import annotations

from lianggao.project.substitution import Substitution
from lianggao.project.values import Choice, Quantity


class Industry(Substitution):
    """A project with the facts on capacity replacement and equipment."""

    replacement_ratio: Quantity = None
    """Replaced over new capacity, a number or a text such as `"1.25:1"` (产能置换比例)."""
    replaced_t: Quantity = None
    """Capacity given up for the new one, tonnes a year (用于置换的产能，吨/年)."""
    replaced_cases: Quantity = None
    """Capacity given up for the new one, weight cases a year (用于置换的产能，重量箱/年)."""
    replacement_source: Choice = None
    """Where the replaced capacity comes from, such as `same_site` (置换产能来源)."""
    replaced_below_baseline: Choice = None
    """`yes` or `no`: is the replaced capacity below the baseline level (是否低于能效基准水平)."""
    replaced_closes_first: Choice = None
    """`yes` or `no`: does the replaced capacity close before the new one starts (是否在新建产能投产前关停)."""
    steel_merged: Choice = None
    """`yes` or `no`: does the replacement follow a real merger (是否属实质性兼并重组后的产能置换)."""
    steel_equal_swap: Choice = None
    """`yes` or `no`: is it a case of replacement in equal measure (是否属可等量置换的情形)."""
    pv_hearing_done: Choice = None
    """`yes` or `no`: has the hearing on photovoltaic glass been held (光伏压延玻璃项目是否已听证)."""
    backward_process: Choice = None
    """`yes` or `no`: is equipment used that is to be eliminated (是否采用应淘汰的落后工艺装备)."""
