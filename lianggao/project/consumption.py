"""What a project consumes, costs and covers, and what has been approved."""

from __future__ import annotations

from lianggao.project.identity import Identity
from lianggao.project.values import Choice, Quantity


class Consumption(Identity):
    """A project with the facts on energy, investment, land and approvals."""

    energy_equivalent_tce: Quantity = None
    """Annual energy consumption by equivalent value, tonnes of standard coal (等价值)."""
    energy_calorific_tce: Quantity = None
    """Annual energy consumption by calorific value, tonnes of standard coal (当量值)."""
    energy_unstated_tce: Quantity = None
    """Annual energy consumption of unstated basis, tonnes of standard coal (口径未注明)."""
    added_energy_equivalent_tce: Quantity = None
    """Added annual energy consumption by equivalent value, tonnes of standard coal (新增，等价值)."""
    added_energy_calorific_tce: Quantity = None
    """Added annual energy consumption by calorific value, tonnes of standard coal (新增，当量值)."""
    electricity_kwh: Quantity = None
    """Annual electricity consumption, kilowatt hours (年用电量)."""
    coal_t: Quantity = None
    """Annual coal consumption, tonnes as delivered (实物量)."""
    coke_t: Quantity = None
    """Annual coke consumption, tonnes as delivered (焦炭实物量)."""
    gas_m3: Quantity = None
    """Annual natural gas consumption, cubic metres (年用天然气量)."""
    oil_t: Quantity = None
    """Annual consumption of oil products, tonnes as delivered (油品实物量)."""
    heat_gj: Quantity = None
    """Annual purchased heat, gigajoules (年外购热力)."""
    steam_t: Quantity = None
    """Annual purchased steam, tonnes (年外购蒸汽)."""
    investment_wan_yuan: Quantity = None
    """Total investment, ten thousand yuan (总投资)."""
    land_m2: Quantity = None
    """Land, square metres (用地面积)."""

    energy_review_done: Choice = None
    """`yes` or `no`: has the energy conservation review been passed (节能审查是否通过)."""
    eia_done: Choice = None
    """`yes` or `no`: has the environmental impact assessment been approved (环评是否批复)."""
    hazardous_chemicals: Choice = None
    """`yes` or `no` (是否涉及危险化学品)."""
    heavy_metal_emission: Choice = None
    """`yes` or `no` (有无重金属排放)."""
    directory_class: Choice = None
    """`encouraged`, `permitted`, `restricted` or `eliminated` (产业结构调整指导目录类别)."""
    local_positioning: Choice = None
    """`fits` or `does_not_fit` (是否符合当地产业发展定位)."""
    named_industry: Choice = None
    """Industry of `catalogs/xuchang-industries`, as a rule recognised from the text (许昌点名的产业)."""
