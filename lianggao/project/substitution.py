"""What replaces the coal, which energy-use right is bought, and what energy the place has left."""

from __future__ import annotations

from lianggao.project.efficiency import Efficiency
from lianggao.project.values import Choice, Quantity


class Substitution(Efficiency):
    """A project with the facts on coal substitution and energy-use rights."""

    coal_added_t: Quantity = None
    """Added annual coal consumption without raw material, tonnes as delivered (新增煤炭消费量)."""
    coal_k1: Quantity = None
    """Factor K1 of the industry, a pure number (煤炭消费替代行业系数K1)."""
    coal_k2: Quantity = None
    """Factor K2 of the region, a pure number (煤炭消费替代地区系数K2)."""
    coal_substituted_t: Quantity = None
    """Coal substitution that is secured, tonnes as delivered (已落实的煤炭消费替代量)."""
    coal_substitution_due_t: Quantity = None
    """Coal substitution that is due, tonnes as delivered (应落实的煤炭消费替代量)."""
    coal_substitution_ratio: Quantity = None
    """Secured over due coal substitution (已落实替代量与应落实替代量之比)."""
    coal_equal_ratio: Quantity = None
    """Secured coal substitution over added coal consumption (已落实替代量与新增煤炭消费量之比)."""
    coal_substitution_plan: Choice = None
    """`yes` or `no`: is the plan of coal substitution secured (煤炭消费替代方案是否落实)."""
    high_pollution_fuel: Choice = None
    """`yes` or `no`: does a highly polluting fuel replace the coal (是否以高污染燃料替代煤炭)."""
    energy_right_a_tce: Quantity = None
    """A of the energy-use right: added energy without coal, tonnes of standard coal (用能权核算A)."""
    energy_right_b: Quantity = None
    """B of the energy-use right, a pure number (用能权核算：系数B)."""
    energy_right_c: Quantity = None
    """C of the energy-use right: tonnes of standard coal per ten thousand yuan added value (用能权核算C)."""
    energy_average: Quantity = None
    """The province's average of C, tonnes of standard coal per ten thousand yuan (全省平均值)."""
    energy_right_due_tce: Quantity = None
    """Energy-use right to be bought, tonnes of standard coal (应购用能权量)."""
    energy_right_traded_tce: Quantity = None
    """Energy-use right bought, tonnes of standard coal (已购用能权量)."""
    energy_right_ratio: Quantity = None
    """Energy-use right bought over that to be bought (已购与应购用能权量之比)."""
    added_value_wan_yuan: Quantity = None
    """Annual industrial added value, ten thousand yuan (年工业增加值)."""
    energy_room_tce: Quantity = None
    """Energy left to the place by equivalent value, tonnes of standard coal (所在地剩余用能空间)."""
    energy_room_share: Quantity = None
    """Annual energy consumption over the energy left to the place (占剩余用能空间之比)."""
    window_guidance_done: Choice = None
    """`yes` or `no`: has the national window guidance been given (是否取得国家窗口指导意见)."""
