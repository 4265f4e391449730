"""How much land is used, what is built on it, and what comes of it."""

from __future__ import annotations

from lianggao.project.environment import Environment
from lianggao.project.values import Choice, Quantity


class Land(Environment):
    """A project with the facts on land indicators."""

    land_directory_class: Choice = None
    """`encouraged`, `restricted`, `prohibited` or `unlisted` (自然资源要素支撑目录类别)."""
    land_conditions_met: Choice = None
    """`yes` or `no`: are the conditions of the restricted directory met (是否符合限制类用地目录所列条件)."""
    new_land_m2: Quantity = None
    """Added land, square metres (新增用地面积)."""
    floor_area_m2: Quantity = None
    """Floor area that counts for the plot ratio, square metres (计容建筑面积)."""
    footprint_m2: Quantity = None
    """Land under buildings, structures and yards, square metres (建筑物、构筑物和堆场占地面积)."""
    office_land_m2: Quantity = None
    """Land for offices and services, square metres (行政办公及生活服务设施用地面积)."""
    office_floor_m2: Quantity = None
    """Floor area of offices and services, square metres (行政办公及生活服务设施建筑面积)."""
    fixed_investment_wan_yuan: Quantity = None
    """Investment in fixed assets, ten thousand yuan (固定资产投资)."""
    annual_output_wan_yuan: Quantity = None
    """Annual output value, ten thousand yuan (年产值)."""
    annual_tax_wan_yuan: Quantity = None
    """Annual tax, ten thousand yuan (年税收)."""
    plot_ratio: Quantity = None
    """Plot ratio, a pure number (容积率)."""
    building_coefficient: Quantity = None
    """Building coefficient, per cent (建筑系数)."""
    office_land_share: Quantity = None
    """Share of the land for offices and services, per cent (行政办公及生活服务设施用地所占比重)."""
    office_floor_share: Quantity = None
    """Share of the floor area for offices and services, per cent (建筑面积所占比重)."""
    investment_per_mu: Quantity = None
    """Investment in fixed assets per mu, ten thousand yuan (固定资产投资强度)."""
    output_per_mu: Quantity = None
    """Annual output value per mu, ten thousand yuan (土地产出率)."""
    tax_per_mu: Quantity = None
    """Annual tax per mu, ten thousand yuan (土地税收)."""
    plot_ratio_share: Quantity = None
    """Plot ratio over the local control value (容积率与当地控制值之比)."""
    investment_share: Quantity = None
    """Investment per mu over the local control value (投资强度与当地控制值之比)."""
    output_share: Quantity = None
    """Output value per mu over the local control value (土地产出率与当地控制值之比)."""
    tax_share: Quantity = None
    """Tax per mu over the local control value (土地税收与当地控制值之比)."""
