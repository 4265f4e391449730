"""Projects under a threshold one by one and over it together, worked by hand for 水泥熟料 in 禹州市.

In 2022 the lines of the equivalent value are 1万 (豫政办〔2021〕65号) and 5万吨标准煤 (the catalog of 2021, class one).
"""

from __future__ import annotations

from typing import Any

import pytest
from building import NANYANG, Stated
from listing import CALORIFIC, EQUIVALENT, SITE, UNSTATED, at_site, found, screened

from lianggao.screening.group import GroupFinding

Told = tuple[tuple[int, ...], float | None, float | None, set[tuple[str, float, str]]]


def told(group: GroupFinding) -> Told:
    """Return the rows, the sum and what is reached."""
    reached = {(each.field, each.threshold, each.status) for each in group.thresholds}
    return group.rows, group.low, group.high, reached


def splits(rows: list[dict[str, Any]], as_of: str = "2022-06-30") -> list[Told]:
    """Return every likely split."""
    return [told(group) for group in found(rows, "split", as_of)]


def line(threshold: float, status: str = "certain", field: str = EQUIVALENT) -> set[tuple[str, float, str]]:
    return {(field, threshold, status)}


def test_figures_that_add_up_to_the_threshold_are_certain() -> None:
    # 30 000 + 20 000 = 50 000, 及以上 includes the line itself
    assert splits(at_site([30000, 20000])) == [((1, 2), 50000, 50000, line(50000))]


def test_a_hundredth_less_is_none() -> None:
    assert splits(at_site([30000, 19999.99])) == []


def test_what_reaches_the_threshold_alone_is_no_part() -> None:
    assert splits(at_site([50000, 20000])) == []
    # 9 999 is under both lines, 49 999 only under the upper: 59 998 together
    assert splits(at_site([49999, 9999])) == [((1, 2), 59998, 59998, line(50000))]


def test_decimals_add_up_as_they_are_written() -> None:
    # 3 333.3 + 3 333.3 + 3 333.4 = 10 000 exactly
    assert splits(at_site([3333.3, 3333.3, 3333.4])) == [((1, 2, 3), 10000, 10000, line(10000))]
    assert splits(at_site([3333.3, 3333.3, 3333.3])) == []
    # 4 166.23 + 4 359.12 + 1 474.65 = 10 000 exactly, where floats add up to a little less
    assert 4166.23 + 4359.12 + 1474.65 < 10000
    assert splits(at_site([4166.23, 4359.12, 1474.65])) == [((1, 2, 3), 10000, 10000, line(10000))]


def test_an_interval_that_may_reach_it_is_possible_and_one_that_must_is_certain() -> None:
    assert splits(at_site([30000, (15000, 25000)])) == [((1, 2), 45000, 55000, line(50000, "possible"))]
    assert splits(at_site([30000, (20000, 25000)])) == [((1, 2), 50000, 55000, line(50000))]
    # the second may itself lie over the line, so it is not certainly a part
    assert splits(at_site([30000, (40000, 50000)])) == []


def test_blanks_make_it_possible_only_up_to_the_largest_stated() -> None:
    # 20 000 + 15 000 and a blank of at most 20 000: 55 000
    assert splits(at_site([20000, 15000, None])) == [((1, 2, 3), 35000, None, line(50000, "possible"))]
    assert splits(at_site([20000, 9000, None])) == []
    # what is stated is enough without the blank
    assert splits(at_site([30000, 25000, None])) == [((1, 2), 55000, 55000, line(50000))]


def test_one_stated_figure_and_blanks_are_nothing() -> None:
    assert splits(at_site([49000, None, None])) == []
    assert splits(at_site([None, None])) == []
    # a stated zero is no part: 30 000 and a blank of as much would make 60 000
    assert splits(at_site([30000, 0, None])) == []


def test_a_figure_on_another_basis_neither_adds_nor_is_blank() -> None:
    third = {**SITE, "project_name": "三号线", CALORIFIC: 16000}
    assert splits([*at_site([20000, 15000]), third]) == []


@pytest.mark.parametrize("other", [{"owner": "乙公司"}, {"owner": ""}, {"place": "禹州市老城镇1号"}, {"place": ""}])
def test_another_or_an_unknown_owner_or_place_is_another_matter(other: Stated) -> None:
    first, second = at_site([30000, 20000])
    assert splits([first, {**second, **other}]) == []
    if "" in other.values():
        assert splits([{**first, **other}, {**second, **other}]) == []


def test_the_same_words_in_two_counties_are_two_places() -> None:
    first, second = at_site([30000, 20000], place="产业集聚区1号")
    assert len(splits([first, second])) == 1
    assert splits([first, {**second, "county": NANYANG}]) == []


@pytest.mark.parametrize(
    "place", ["古城镇1号", "河南省许昌市禹州市古城镇1号", "许昌禹州古城镇１号", "禹州市 古城镇1号"]
)
def test_province_city_and_county_before_the_place_change_nothing(place: str) -> None:
    first, second = at_site([30000, 20000])
    assert len(splits([first, {**second, "place": place}])) == 1


def test_a_place_that_is_only_a_county_is_possible_at_most_and_its_blanks_do_not_count() -> None:
    rows = at_site([30000, 20000], place="许昌市禹州市")
    assert splits(rows) == [((1, 2), 50000, 50000, line(50000, "possible"))]
    assert "同一县（市、区）（“许昌市禹州市”，未写到具体地点）" in found(rows, "split")[0].sentence
    assert splits(at_site([20000, 15000, None], place="禹州市")) == []


def test_the_same_project_twice_is_added_once() -> None:
    first, second = at_site([30000, 20000])
    assert splits([first, first]) == []
    assert splits([first, first, second]) == [((1, 2, 3), 50000, 50000, line(50000))]
    # what its rows say of it leaves 25 000 to 30 000 possible
    assert splits([first, {**first, EQUIVALENT: 25000}, second]) == [((1, 2, 3), 45000, 50000, line(50000, "possible"))]


def test_groups_under_different_thresholds_are_told_apart() -> None:
    # 6 000 + 6 000 pass 1万; with 45 000, over 1万 itself, they pass 5万
    assert splits(at_site([6000, 6000, 45000])) == [
        ((1, 2), 12000, 12000, line(10000)),
        ((1, 2, 3), 57000, 57000, line(50000)),
    ]


def test_one_group_that_passes_two_thresholds_is_told_once() -> None:
    # 6 × 9 000 = 54 000
    [group] = found(at_site([9000] * 6), "split")
    assert told(group) == ((1, 2, 3, 4, 5, 6), 54000, 54000, line(10000) | line(50000))
    assert group.sentence.count("合计54000吨标准煤") == 1
    assert "均不足1万吨标准煤" in group.sentence
    assert "达到1万吨标准煤（" in group.sentence
    assert "达到5万吨标准煤（" in group.sentence


def test_a_figure_of_unstated_basis_is_told_once_for_both_bases() -> None:
    [group] = found(at_site([6000, 5000], UNSTATED), "split")
    both = line(10000, "possible") | line(10000, "possible", CALORIFIC)
    assert told(group) == ((1, 2), 11000, 11000, both)
    assert (group.field, group.status) == (UNSTATED, "possible")
    assert group.sentence.count("合计11000吨标准煤") == 1
    assert "若为等价值，可能达到1万吨标准煤（" in group.sentence
    assert "若为当量值，可能达到1万吨标准煤（" in group.sentence


def test_only_thresholds_that_may_matter_for_the_projects_count() -> None:
    """5万 is the line of the eight industries; a car factory is in none, while the energy review asks everybody."""
    rows = at_site([30000, 20000], activity="other")
    assert splits(rows) == []
    assert splits(at_site([600, 500], CALORIFIC, activity="other")) == [
        ((1, 2), 1100, 1100, line(1000, field=CALORIFIC))
    ]


@pytest.mark.parametrize(
    ("as_of", "field", "figures", "threshold", "rule"),
    [
        ("2021-06-30", CALORIFIC, [3000, 2000], 5000, "energy-review-2016/provincial"),
        ("2022-06-30", EQUIVALENT, [30000, 20000], 50000, "henan-catalog-2021/class-one"),
        ("2024-06-30", EQUIVALENT, [30000, 20000], 50000, "henan-catalog-2023/class-one"),
        ("2024-06-30", CALORIFIC, [6000, 4000], 10000, "energy-review-2023/provincial"),
        ("2025-10-01", "coal_t", [6000, 4000], 10000, "energy-carbon-review-2025/provincial"),
    ],
)
def test_the_thresholds_are_those_of_the_law_in_force(
    as_of: str, field: str, figures: list[float], threshold: float, rule: str
) -> None:
    [group] = found(at_site(figures, field), "split", as_of)
    reached = {(each.field, each.threshold): each.rules for each in group.thresholds}
    assert rule in reached[field, threshold]


@pytest.mark.parametrize(
    ("as_of", "field", "figures"),
    [
        ("2021-06-30", EQUIVALENT, [30000, 20000]),  # before the catalog
        ("2024-06-30", CALORIFIC, [3000, 2000]),  # 5 000 is no line any more
        ("2024-06-30", "coal_t", [6000, 4000]),  # not yet a line
    ],
)
def test_thresholds_of_another_date_are_none(as_of: str, field: str, figures: list[float]) -> None:
    assert splits(at_site(figures, field), as_of) == []


def test_rows_with_dates_of_their_own_are_compared_under_their_own_law() -> None:
    dated = at_site([30000, 20000, 20000])
    for row, day in zip(dated, ("2022-06-30", "2022-06-30", "2021-06-30"), strict=True):
        row["decision_date"] = day
    assert [told(group) for group in screened(dated, None).groups] == [((1, 2), 50000, 50000, line(50000))]


def test_the_sentence_names_rows_figures_sum_threshold_and_clauses() -> None:
    rows = at_site([30000, 20000])
    rows[1]["stage"] = "under_construction"
    [group] = found(rows, "split")
    head, _, clauses = group.sentence.partition("（《")
    assert head == (
        "疑似拆分：第1、2个项目属同一建设单位（“甲公司”），在同一地点（“禹州市古城镇1号”）；年综合能源消费量（等价值）："
        "第1个（拟建）30000吨标准煤、第2个（在建）20000吨标准煤，均不足5万吨标准煤，合计50000吨标准煤，达到5万吨标准煤"
    )
    assert "附件1 第一类" in clauses
    assert clauses.endswith("）；请核对是否为一个项目分开申报")


def test_a_large_group_names_twenty_rows_and_has_all() -> None:
    [group] = found(at_site([3000] * 30), "split")
    assert (group.rows, group.low) == (tuple(range(1, 31)), 90000)
    assert group.sentence.startswith(f"疑似拆分：第{'、'.join(map(str, range(1, 21)))}等30个项目")
    assert "30个项目各3000吨标准煤" in group.sentence
    assert "第21" not in group.sentence
