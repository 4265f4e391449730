"""Conditions in words: every form and operator, and every condition of the shipped rules."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from lianggao import load_law
from lianggao.rulebook.conditions import WrittenCondition
from lianggao.rulebook.words import condition_lines

LAW = load_law()
ENERGY = "energy_equivalent_tce"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"field": ENERGY, "at_least": 50000}, ["年综合能源消费量（等价值）5万吨标准煤及以上"]),
        ({"field": ENERGY, "less_than": 5000}, ["年综合能源消费量（等价值）不足5000吨标准煤"]),
        ({"field": ENERGY, "more_than": 12500}, ["年综合能源消费量（等价值）超过12500吨标准煤"]),
        ({"field": ENERGY, "at_most": 0.5}, ["年综合能源消费量（等价值）不超过0.5吨标准煤"]),
        ({"field": "stage", "is": "signing"}, ["项目阶段为“拟签约”"]),
        ({"field": "stage", "in": ["signing", "proposed"]}, ["项目阶段为“拟签约”、“拟建”之一"]),
        ({"field": "stage", "not_in": ["existing"]}, ["项目阶段不为“存量”"]),
        (
            {"gate": "catalog", "in": ["class_1", "not_applicable"]},
            ["“河南省“两高”项目管理目录”的结果为第一类或不适用"],
        ),
        (
            {"any": [{"field": "stage", "is": "signing"}, {"not": {"field": "capacity_added", "is": "no"}}]},
            ["以下任一项满足：", "· 项目阶段为“拟签约”", "· 不属于下述情形：是否新增产能为“否”"],
        ),
        ({"all": [{"field": "stage", "is": "signing"}]}, ["项目阶段为“拟签约”"]),
    ],
)
def test_each_form_has_its_words(written: object, words: list[str]) -> None:
    condition = TypeAdapter[WrittenCondition](WrittenCondition).validate_python(written)
    assert condition_lines(condition, LAW) == words


def test_definitions_and_catalog_tables_are_written_out() -> None:
    rule = LAW.rule("henan-catalog-2021/class-two")
    assert rule
    text = "\n".join(condition_lines(rule.rule.when, LAW))
    assert "“第二类的细分行业与能耗区间”，即" in text
    assert "“石灰”" in text
    assert "目录表 henan-catalog-2021/items" in text
