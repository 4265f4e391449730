"""What the plant makes, with which furnaces, and what a unit of product takes.

The levels and ratios come from the catalogs and from arithmetic; a project need not state them.
"""

from __future__ import annotations

from lianggao.project.consumption import Consumption
from lianggao.project.values import Choice, Quantity


class Efficiency(Consumption):
    """A project with the facts on output and efficiency."""

    output_t: Quantity = None
    """Designed annual output of the main product, tonnes; of cement that of clinker (设计年产量，吨)."""
    output_cases: Quantity = None
    """Designed annual output of flat glass, weight cases (设计年产量，重量箱)."""
    added_output_t: Quantity = None
    """New capacity, tonnes a year (新增产能，吨/年)."""
    added_output_cases: Quantity = None
    """New capacity of flat glass, weight cases a year (新增产能，重量箱/年)."""
    output_m2: Quantity = None
    """Designed annual output of the main product, square metres (设计年产量，平方米)."""
    brick_output: Quantity = None
    """Designed annual output of one line of fired bricks, in standard bricks (烧结砖设计年产量)."""
    blast_furnace_m3: Quantity = None
    """Effective volume of the smallest blast furnace, cubic metres (高炉有效容积)."""
    converter_t: Quantity = None
    """Nominal capacity of the smallest converter, tonnes (转炉公称容量)."""
    arc_furnace_t: Quantity = None
    """Nominal capacity of the smallest electric arc furnace, tonnes (电弧炉公称容量)."""
    alloy_steel: Choice = None
    """`yes` or `no`: does the arc furnace make alloy steel (电弧炉是否生产合金钢)."""
    efficiency_item: Choice = None
    """Product of `catalogs/efficiency/items` (能效对标产品)."""
    limit_item: Choice = None
    """Product of `catalogs/efficiency/limit-items` (能耗限额对标产品)."""
    unit_energy_kgce_per_t: Quantity = None
    """Energy per tonne of product, kilograms of standard coal (单位产品综合能耗，千克标准煤/吨)."""
    unit_energy_kgce_per_m2: Quantity = None
    """Energy per square metre of product, kilograms of standard coal (千克标准煤/平方米)."""
    unit_energy_kgce_per_case: Quantity = None
    """Energy per weight case of glass, kilograms of standard coal (千克标准煤/重量箱)."""
    unit_energy_kgoe_per_t: Quantity = None
    """Energy per tonne of product, kilograms of standard oil (千克标准油/吨)."""
    unit_electricity_kwh_per_t: Quantity = None
    """Electricity per tonne of product, kilowatt hours (单位产品电耗)."""
    unit_coal_gce_per_kwh: Quantity = None
    """Coal per kilowatt hour supplied, grams of standard coal (供电煤耗)."""
    unit_energy: Quantity = None
    """Energy per unit of product in the unit of `efficiency_item`, a pure number (单位产品能耗)."""
    benchmark_value: Quantity = None
    """Benchmark level of `efficiency_item` in the item's unit, from the catalog (标杆水平)."""
    baseline_value: Quantity = None
    """Baseline level of `efficiency_item` in the item's unit, from the catalog (基准水平)."""
    limit_unit_energy: Quantity = None
    """Energy per unit of product in the unit of `limit_item`, a pure number (单位产品能耗)."""
    limit_1_value: Quantity = None
    """Limit of grade 1 of `limit_item` in the item's unit, from the catalog (限额1级)."""
    limit_2_value: Quantity = None
    """Limit of grade 2 of `limit_item` in the item's unit, from the catalog (限额2级)."""
    limit_3_value: Quantity = None
    """Limit of grade 3 of `limit_item` in the item's unit, from the catalog (限额3级)."""
    benchmark_ratio: Quantity = None
    """Energy per unit of product over the benchmark level (单位产品能耗与标杆水平之比)."""
    baseline_ratio: Quantity = None
    """Energy per unit of product over the baseline level (单位产品能耗与基准水平之比)."""
    limit_1_ratio: Quantity = None
    """Energy per unit of product over the limit of grade 1 (单位产品能耗与限额1级之比)."""
    limit_3_ratio: Quantity = None
    """Energy per unit of product over the limit of grade 3 (单位产品能耗与限额3级之比)."""
    efficiency_confirmed: Choice = None
    """`yes` or `no`: has the department confirmed the efficiency where values are doubtful (部门是否已核实能效达标)."""
