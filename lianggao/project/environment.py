"""What the environmental review asks of the plant and its park."""

from __future__ import annotations

from lianggao.project.industry import Industry
from lianggao.project.values import Choice


class Environment(Industry):
    """A project with the facts on environment."""

    performance_graded: Choice = None
    """`yes` or `no`: is the industry graded, or are there boilers or kilns (是否属绩效分级行业或涉锅炉炉窑)."""
    performance_grade: Choice = None
    """`leading`, `A`, `B`, `C`, `D` or `none` (环境绩效等级)."""
    clean_production_advanced: Choice = None
    """`yes` or `no`: is clean production at the advanced national level (是否达到国内清洁生产先进水平)."""
    in_park: Choice = None
    """`yes` or `no`: is it in a lawfully founded park (是否布设在依法合规设立的园区)."""
    in_chemical_park: Choice = None
    """`yes` or `no`: is it in a recognised chemical park (是否在化工园区内)."""
    park_planning_eia: Choice = None
    """`yes` or `no`: has the park's plan been assessed (所在园区是否完成规划环评)."""
    in_national_plan: Choice = None
    """`yes` or `no`: is it in a national industrial plan (是否纳入国家产业规划)."""
    regional_reduction: Choice = None
    """`yes` or `no`: is the regional reduction of pollutants secured (区域削减方案是否落实)."""
    ultra_low_emission: Choice = None
    """`yes` or `no`: is it built for ultra-low emission (是否达到超低排放水平)."""
