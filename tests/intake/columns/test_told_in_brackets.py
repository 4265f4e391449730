"""Names that several fields have: the words and the unit in brackets tell one of them, or none is read."""

from __future__ import annotations

import pytest

from lianggao.intake import Headers
from lianggao.intake.columns import read_columns, read_header
from lianggao.intake.columns.suggest import looks_like_energy
from lianggao.vocabulary import Vocabulary

TOLD = [
    ("单位产品综合能耗（kgce/t）", "unit_energy_kgce_per_t", "kgce/t"),
    ("单位产品综合能耗（千克标准煤/吨）", "unit_energy_kgce_per_t", "千克标准煤/吨"),
    ("单位产品综合能耗（当量值，tce/t）", "unit_energy_kgce_per_t", "tce/t"),
    ("单位产品综合能耗 kgce/m²", "unit_energy_kgce_per_m2", "kgce/m2"),
    ("单位产品能耗（kgce/重箱）", "unit_energy_kgce_per_case", "kgce/重箱"),
    ("单位产品能耗（kgoe/t）", "unit_energy_kgoe_per_t", "kgoe/t"),
    ("单位产品能耗（对标产品的单位）", "unit_energy", ""),
    ("单位产品电耗（度/吨）", "unit_electricity_kwh_per_t", "度/吨"),
    ("设计年产量（万吨）", "output_t", "万吨"),
    ("设计年产量（万吨/年）", "output_t", "万吨/年"),
    ("设计产能（万重箱/年）", "output_cases", "万重箱/年"),
    ("设计年产量（万平方米/年）", "output_m2", "万平方米/年"),
    ("能耗情况｜单位产品综合能耗（kgce/t）", "unit_energy_kgce_per_t", "kgce/t"),
    ("置换产能（万吨）", "replaced_t", "万吨"),
    ("剩余用能空间（吨标准煤，等价值）", "energy_room_tce", "吨标准煤"),
]
OPEN = [
    "单位产品综合能耗",
    "单位产品综合能耗（千克标准煤）",
    "单位产品综合能耗（等价值，kgce/t）",
    "单位产品综合能耗（kgce/t，kgce/m²）",
    "单位产品综合能耗（kWh/t）",
    "单位产品综合能耗（kgoe/(t·因数)）",
    "单位产品能耗（某某，kgce/t）",
    "单位产品电耗",
    "单位产品电耗（千瓦时/平方米）",
    "设计年产量",
    "设计年产量（万台）",
    "设计年产量（吨，重量箱）",
    "置换产能",
    "施工单位情况｜设计年产量（吨）",
]


@pytest.mark.parametrize(("header", "field", "unit"), TOLD)
def test_the_brackets_tell_the_field(
    header: str, field: str, unit: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers)
    assert (use.field, use.unit) == (field, unit)


@pytest.mark.parametrize("header", OPEN)
def test_without_them_nothing_is_read_or_suggested(header: str, vocabulary: Vocabulary, headers: Headers) -> None:
    [use] = read_columns([header], vocabulary, headers).uses
    assert (use.field, use.suggestions) == ("", ())
    assert use.why


def test_no_field_of_energy_is_ever_suggested(vocabulary: Vocabulary, headers: Headers) -> None:
    names = [known.label[:-1] + "量" for known in vocabulary.fields.values() if known.kind == "quantity"]
    for use in read_columns(list(dict.fromkeys(names)), vocabulary, headers).uses:
        assert not (looks_like_energy(use.header) and use.suggestions)
        assert not any(looks_like_energy(label) for label in use.suggestions)


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [
        ("投资强度", "investment_per_mu", "万元/亩"),
        ("总投资", "investment_wan_yuan", "万元"),
        ("用地面积", "land_m2", "亩"),
    ],
)
def test_a_stroke_above_the_table_is_a_rate_only_for_a_rate(
    header: str, field: str, unit: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers, corner=["单位：万元/亩"])
    assert (use.field, use.unit, use.rule) == (field, unit, "corner")
