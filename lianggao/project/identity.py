"""Who builds what and where, and in which stage it is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from lianggao.project.values import Choice, Text


class Identity(BaseModel):
    """A project with the facts that say which one it is."""

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
