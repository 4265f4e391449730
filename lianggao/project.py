"""One project as a caller states it, field by field, under the vocabulary's keys.

It is read exactly as a row of a list is, so a quantity may be a number in the unit named, a text such as
`"5.2万吨标准煤"` or a pair `(low, high)`; what is left out is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from pydantic import BaseModel, ConfigDict

from lianggao.errors import Hint, InputError, fault
from lianggao.facts import Facts
from lianggao.intake import Headers, read_facts, report_columns
from lianggao.vocabulary import Vocabulary

Text = str | None
Choice = str | None
Quantity = float | int | str | tuple[float, float] | None


class Project(BaseModel):
    """A candidate investment project. Raises pydantic.ValidationError for an unknown field or a wrong type.

    >>> Project(project_name="年产6000吨电池级碳酸锂项目", energy_equivalent_tce="12533.05吨标准煤").stage is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)

    project_name: Text = None
    """Name of the project (项目名称)."""
    owner: Text = None
    """Who builds it (建设单位)."""
    uscc: Text = None
    """Unified social credit code of the owner, 18 characters (统一社会信用代码)."""
    project_code: Text = None
    """National project code, 24 digits (项目代码)."""
    industry_code: Text = None
    """Code of GB/T 4754, as `C2613` or `2613` (行业代码)."""
    industry_code_edition: Text = None
    """Edition of that code, `2011` or `2017` (行业分类版本)."""
    industry_text: Text = None
    """Industry in words (行业类别)."""
    products: Text = None
    """Main products and their scale (主要产品及规模)."""
    process: Text = None
    """Main production process (主要生产工艺)."""
    raw_materials: Text = None
    """Main raw and auxiliary materials (主要原辅材料)."""
    content: Text = None
    """What is built (建设内容)."""
    place: Text = None
    """Address (建设地点)."""
    approvals: Text = None
    """State of approvals, in words (审批情况)."""
    decision_date: Text = None
    """Date of the decision, `2022-06-30`, `2022-06` or `2022` (判定日期)."""
    declared_lianggao: Text = None
    """What the project says of itself, a claim and never the answer (自报是否“两高”)."""

    activity: Choice = None
    """Activity of `catalogs/activities` (行业与产品工艺)."""
    county: Choice = None
    """County, by division code such as `411081` or by name (所在县)."""
    stage: Choice = None
    """`signing`, `proposed`, `under_construction` or `existing` (项目阶段)."""
    construction_nature: Choice = None
    """`new_build`, `expansion`, `reconstruction`, `technical_retrofit` or `relocation` (建设性质)."""
    main_process_changed: Choice = None
    """`yes` or `no`: does a retrofit touch the main works (是否涉及主体工程)."""
    capacity_added: Choice = None
    """`yes` or `no` (是否新增产能)."""
    process_changed: Choice = None
    """`yes` or `no`: does the production process change (生产工艺是否改变)."""

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


def project_facts(projects: Sequence[Project], vocabulary: Vocabulary, headers: Headers) -> Facts:
    """Read projects as the rows of a list, in the order given. Raises InputError where a field is not known."""
    more = dict.fromkeys(name for project in projects for name in project.more)
    stated = {name: known for name, known in vocabulary.fields.items() if known.kind != "derived"}
    if strange := [name for name in more if name not in stated]:
        raise InputError([fault("unknown-field", value=name, hint=Hint.nearest(name, stated)) for name in strange])
    rows = [project.stated() for project in projects]
    # A field that no project states has no column, which is read as all blank is; the first keeps the rows' number.
    named = (FIELDS[0], *(name for name in (*FIELDS[1:], *more) if any(name in row for row in rows)))
    columns = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in named}
    frame = pd.DataFrame(columns)
    return read_facts(frame, report_columns(frame, vocabulary, headers), vocabulary, headers)
