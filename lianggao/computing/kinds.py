"""The two ways in which a product's unit energy is compared: 标杆 and 基准 values, and the levels of 限额 standards."""

from __future__ import annotations

from dataclasses import dataclass

NONE = "none"
"""The item of what is made outside every list."""

STEP = "step"
"""Stands in the column `scope` of an item that is measured at one step of the process."""


@dataclass(frozen=True, slots=True)
class Level:
    """A column of values, the field that shows the value, and the field with unit energy over value (may be empty)."""

    column: str
    value: str
    ratio: str
    label: str


@dataclass(frozen=True, slots=True)
class ItemKind:
    """The field that says which product it is, and the tables of its values; rows of `doubtful` are never compared."""

    item: str
    items: str
    activities: str
    unit: str
    tables: tuple[str, ...]
    doubtful: str
    levels: tuple[Level, ...]


EFFICIENCY = ItemKind(
    "efficiency_item",
    "efficiency/items",
    "efficiency/item-activities",
    "unit_energy",
    ("efficiency/benchmarks-reported", "efficiency/benchmarks-recalled"),
    "efficiency/benchmarks-uncertain",
    (
        Level("benchmark", "benchmark_value", "benchmark_ratio", "标杆水平"),
        Level("baseline", "baseline_value", "baseline_ratio", "基准水平"),
    ),
)
LIMIT = ItemKind(
    "limit_item",
    "efficiency/limit-items",
    "efficiency/limit-activities",
    "limit_unit_energy",
    ("efficiency/limits",),
    "efficiency/limits-uncertain",
    (
        Level("level_1", "limit_1_value", "limit_1_ratio", "限额1级"),
        Level("level_2", "limit_2_value", "", "限额2级"),
        Level("level_3", "limit_3_value", "limit_3_ratio", "限额3级"),
    ),
)
