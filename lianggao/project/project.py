"""The project itself: the facts of all subjects, and the readings of the law that a department may have settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianggao.project.land import Land
from lianggao.project.values import Choice, Quantity


class Project(Land):
    """A candidate investment project. Raises pydantic.ValidationError for an unknown field or a wrong type.

    >>> Project(project_name="年产6000吨电池级碳酸锂项目", energy_equivalent_tce="12533.05吨标准煤").stage is None
    True
    """

    reading_cement_grinding: Choice = None
    """`counted` or `not_counted`: are separate grinding stations cement (“水泥”是否包括粉磨站)."""
    reading_pv_glass: Choice = None
    """`counted` or `not_counted`: is rolled photovoltaic glass flat glass (“平板玻璃”是否包括光伏压延玻璃)."""
    reading_ammonia: Choice = None
    """`counted` or `not_counted`: is ammonia alone a nitrogen fertilizer (“氮肥”是否包括合成氨)."""
    reading_pvc: Choice = None
    """`counted` or `not_counted`: is PVC alone chlor-alkali (“氯碱”是否包括单列的聚氯乙烯)."""
    reading_action_plan_basis: Choice = None
    """`equivalent` or `calorific`: the basis of the action plan's 10 000 tonne line (65号文1万吨线的能耗口径)."""
    reading_key_region: Choice = None
    """`yes` or `no`: whether the place was on a list of key regions that is not on file (重点区域名单未收录)."""
    reading_window_basis: Choice = None
    """`equivalent` or `calorific`: the basis of the 50 000 tonne line of guidance (窗口指导5万吨线的能耗口径)."""
    reading_steel_2025: Choice = None
    """`counted` or `not_counted`: are the steel ratios of 2025 in force (2025年钢铁产能置换新比例是否施行)."""
    reading_performance_everywhere: Choice = None
    """`yes` or `no`: do performance grades bind outside the key region (绩效分级要求是否不限于重点区域)."""

    more: Mapping[str, Choice | Quantity] = {}
    """Fields by key that only the vocabulary of the law in use has, such as an overlay's own."""

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> Project:
        """Make a project of fields by key; what a project has no place of its own for goes to `more`.

        >>> Project.of({"stage": "signing", "park": "inside"}).more
        {'park': 'inside'}
        """
        own = {name: value for name, value in stated.items() if name in FIELDS}
        more = {name: value for name, value in stated.items() if name not in FIELDS}
        return cls.model_validate({**own, "more": more})

    def stated(self) -> dict[str, Any]:
        """Return every field that is stated, by key."""
        return {**self.model_dump(exclude_none=True, exclude={"more"}), **self.more}


FIELDS = tuple(name for name in Project.model_fields if name != "more")
"""The fields of every project, by key."""
