"""What holds for any text at all: no crash, no energy without its rule, no guess, and no column minding another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.intake import Headers
from lianggao.intake.columns import MEANING, read_columns, read_header
from lianggao.intake.columns.use import RULES
from lianggao.intake.raw import JOINT
from lianggao.quantities import find_unit
from lianggao.vocabulary import Vocabulary

PIECES = [
    "年综合能源消费量", "综合能耗", "能耗", "新增", "当量值", "等价值", "当量", "等价", "吨标准煤", "万吨标准煤", "tce",
    "吨", "万元", "亿元", "总投资", "用地面积", "亩", "项目名称", "建设单位", "施工单位", "基本情况", "能源消费情况",
    "单位产品", "折标量", "#煤炭", "年煤品消费量", "（", "）", "(", ")", "，", "、", "/", ":", "-", "*", "1.", "一、",
    JOINT, "\n", " ", "（必填）", "（第3列）",
]  # fmt: skip
HEADER = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
CORNER = st.lists(
    st.one_of(st.text(max_size=12), st.sampled_from(["单位：万元", "万元、亩", "单位：万吨", "单位：吨标准煤"])),
    max_size=2,
)


@given(header=HEADER, corner=CORNER)
def test_any_text_is_read_or_left_with_a_reason(
    header: str, corner: list[str], vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers, corner=corner)
    assert use.rule in RULES
    assert use.header == header
    if not use.field:
        assert use.why
        assert (use.unit, use.basis, use.part) == ("", "unstated", "")
        return
    known = vocabulary[use.field]
    if use.unit:
        unit = find_unit(use.unit, known.scale)
        assert unit is not None
        assert unit.kind == known.scale
    else:
        assert (known.kind == "quantity") == bool(use.why)


@given(header=HEADER)
def test_energy_is_only_read_on_the_one_basis_that_is_written(
    header: str, vocabulary: Vocabulary, headers: Headers
) -> None:
    use = read_header(header, vocabulary, headers)
    if use.field in MEANING:
        added, basis = MEANING[use.field]
        assert use.basis == basis
        assert ("当量" in header) == (basis == "calorific")
        assert ("等价" in header) == (basis == "equivalent")
        assert ("新增" in header) == added
        assert not any(word in header for word in ("单位产品", "施工单位", "万元", "亿元", "亩", "#"))


@given(header=HEADER)
def test_no_suggestion_is_energy_or_is_applied(header: str, vocabulary: Vocabulary, headers: Headers) -> None:
    [use] = read_columns([header], vocabulary, headers).uses
    energy = {vocabulary[name].label for name in MEANING}
    assert not energy & set(use.suggestions)
    assert not (use.field and use.suggestions)


@given(names=st.lists(HEADER, max_size=5), data=st.data())
def test_the_order_of_columns_does_not_matter(
    names: list[str], data: st.DataObject, vocabulary: Vocabulary, headers: Headers
) -> None:
    order = data.draw(st.permutations(range(len(names))))
    uses = read_columns(names, vocabulary, headers).uses
    assert read_columns([names[at] for at in order], vocabulary, headers).uses == tuple(uses[at] for at in order)


@pytest.mark.parametrize(
    "header", ["(" * 500, "1." * 5000, "总投资" * 5000, "（" * 90 + "）" * 90, "（）" * 99, JOINT * 50]
)
def test_a_header_of_any_size_is_no_trouble(header: str, vocabulary: Vocabulary, headers: Headers) -> None:
    assert read_columns([header], vocabulary, headers).used == ()


@pytest.mark.parametrize(
    ("header", "suggestions"),
    [
        ("计划投资额", ["总投资", "固定资产投资"]),
        ("项目建设地址", ["建设地点", "建设性质", "建设内容"]),
        ("厂房", []),
        ("综合能耗水平", []),
        ("年综合消费量", []),
        ("年消费总量", ["年煤炭消费量（实物量）", "年焦炭消费量（实物量）", "年用电量"]),
        ("年用电能耗量", []),
        ("年综合能源消费（当）", []),
        ("X", []),
    ],
)
def test_an_unknown_header_is_given_the_nearest_fields(
    header: str, suggestions: list[str], vocabulary: Vocabulary, headers: Headers
) -> None:
    [use] = read_columns([header], vocabulary, headers).uses
    assert list(use.suggestions) == suggestions
    assert use.field == ""


def test_an_energy_header_with_a_sign_missing_is_never_taken_for_energy(
    vocabulary: Vocabulary, headers: Headers
) -> None:
    labels = {vocabulary[name].label for name in MEANING}
    energy = [text for text, spelling in headers.spellings.items() if spelling.field in MEANING]
    cut = [text[:at] + text[at + 1 :] for text in energy for at in range(len(text))]
    uses = read_columns(cut, vocabulary, headers).uses
    assert not labels & {label for use in uses for label in use.suggestions}
    assert any(use.suggestions for use in uses)


def test_an_unknown_energy_header_is_told_how_to_be_written(vocabulary: Vocabulary, headers: Headers) -> None:
    use = read_header("综合能耗水平", vocabulary, headers)
    assert use.why == "不是已知的表头；能耗列不作猜测，请写作“年综合能源消费量（等价值，吨标准煤）”这样的表头"
    assert read_header("年综合能源消费量（等价值，吨标准煤）", vocabulary, headers).field == "energy_equivalent_tce"
