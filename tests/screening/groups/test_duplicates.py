"""The same project twice: by its code, else by name, county and owner; listed with what differs, never merged."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from building import NANYANG
from listing import SITE, found, listed, screened

from lianggao.facts import joined
from lianggao.rulebook import load_law
from lianggao.screening.screening import screen_facts

CODE = "2509-320193-89-01-544060"


def pair(first: dict[str, Any], second: dict[str, Any]) -> list[tuple[str, str, tuple[int, ...]]]:
    """Return what is found about two rows that are the same in nothing else than is given."""
    groups = found([first, second], "duplicate")
    return [(group.by, group.status, group.rows) for group in groups]


@pytest.mark.parametrize("written", [CODE, "２５０９—320193 89-01-544060", "25093201938901544060", f" {CODE}\n"])
def test_the_same_code_is_the_same_project_however_it_is_written(written: str) -> None:
    assert pair({"project_code": CODE}, {"project_code": written}) == [("project_code", "certain", (1, 2))]


@pytest.mark.parametrize(
    "code",
    ["", "无", "2509", "00000000000000000000", "2509-320193-89-01-544061", "2509-320193-89-01-500000"],
)
def test_what_is_no_code_or_another_one_is_not_the_same(code: str) -> None:
    assert pair({"project_code": CODE}, {"project_code": code}) == []
    if code != "2509-320193-89-01-544061":
        # Twice nothing, or twice a number that a spreadsheet has rounded, proves nothing.
        assert pair({"project_code": code}, {"project_code": code}) == []


SAME = {**SITE, "project_name": "熟料一线"}


@pytest.mark.parametrize("other", [{}, {"project_name": "熟料 一线"}, {"owner": "甲公司 "}, {"place": "禹州市别处"}])
def test_name_county_and_owner_together_are_perhaps_the_same_project(other: dict[str, Any]) -> None:
    assert pair(SAME, {**SAME, **other}) == [("name_county_owner", "possible", (1, 2))]


@pytest.mark.parametrize("name", ["project_name", "owner", "county"])
@pytest.mark.parametrize("value", ["别的", ""])
def test_two_of_the_three_are_not_enough(name: str, value: str) -> None:
    changed = value if name != "county" else NANYANG if value else [NANYANG, "411081"]
    other = {**SAME, name: changed, "place": "" if name == "county" else SAME["place"]}
    assert pair(SAME, other) == []
    # Two blanks are not the same name, owner or place.
    if not value:
        assert pair(other, other) == []


def test_a_masked_owner_is_nobody() -> None:
    masked = {**SAME, "owner": "某某公司"}
    assert pair(masked, masked) == []


def test_where_no_county_is_known_the_place_as_written_counts() -> None:
    here = {**SAME, "county": None, "place": "古城镇工业园"}
    assert pair(here, here) == [("name_county_owner", "possible", (1, 2))]
    assert pair(here, {**here, "place": "老城镇工业园"}) == []


USCC, OTHER_USCC = "91410423MAK2PDF88M", "91410000170000000X"


def test_a_credit_code_says_who_the_owner_is_better_than_a_name() -> None:
    first, renamed = {**SAME, "uscc": USCC}, {**SAME, "uscc": USCC.lower(), "owner": "甲有限公司"}
    assert pair(first, renamed) == [("name_county_owner", "possible", (1, 2))]
    assert pair(first, {**SAME, "uscc": "91411000MA40000012"}) == []


def test_a_name_stands_for_the_one_credit_code_beside_it_and_for_none_of_several() -> None:
    first, second, bare = {**SAME, "uscc": USCC}, {**SAME, "uscc": "91411000MA40000012"}, SAME
    assert [group.rows for group in found([first, bare], "duplicate")] == [(1, 2)]
    assert [group.rows for group in found([first, second, bare], "duplicate")] == []
    assert [group.rows for group in found([first, second, bare, bare], "duplicate")] == [(3, 4)]


def test_rows_with_the_same_code_and_name_are_told_once() -> None:
    coded = {**SAME, "project_code": CODE}
    assert pair(coded, coded) == [("project_code", "certain", (1, 2))]
    third = {**SAME, "project_code": ""}
    assert [(g.by, g.rows) for g in found([coded, coded, third], "duplicate")] == [
        ("project_code", (1, 2)),
        ("name_county_owner", (1, 2, 3)),
    ]


def test_amounts_and_stages_that_differ_are_listed_with_who_says_what() -> None:
    rows = [
        {**SAME, "investment_wan_yuan": 5000, "stage": "proposed", "land_m2": 100},
        {**SAME, "investment_wan_yuan": 6000.5, "stage": "under_construction", "land_m2": 100},
        {**SAME, "investment_wan_yuan": 5000, "stage": None},
    ]
    [group] = found(rows, "duplicate")
    assert group.sentence == (
        "疑似重复填报：第1、2、3个项目的名称（“熟料一线”）、所在地和建设单位都相同，未合并；"
        "项目阶段不同：第1个拟建、第2个在建；总投资不同：第1、3个5000万元、第2个6000.5万元；请核对"
    )


def test_spelling_is_no_difference_and_a_blank_is_none_either() -> None:
    rows = [{"project_code": CODE, "owner": "甲公司"}, {"project_code": CODE.replace("-", ""), "owner": "甲　公司"}, {}]
    rows[1]["project_name"] = "一线"
    [group] = found(rows, "duplicate")
    assert "不同" not in group.sentence


def test_nothing_is_merged() -> None:
    screening = screened([SAME, SAME, SAME])
    assert (len(screening), len(screening.columns())) == (3, 3)
    assert screening.summary().projects == 3
    shown = screening.columns()["清单内比对"]
    assert shown.nunique() == 1
    assert [group.rows for group in screening.project(2).groups] == [(1, 2, 3)]


def test_a_row_alone_has_nothing_to_be_compared_with() -> None:
    assert screened([{**SAME, "project_code": CODE}]).groups == ()
    assert screened([]).groups == ()


def test_a_large_group_names_twenty_has_all_and_says_how_far_they_differ() -> None:
    rows = [
        {**SAME, "project_code": CODE, "owner": f"公司{at}", "investment_wan_yuan": 100 + at, "stage": stage}
        for at, stage in enumerate(["proposed", "existing", None] * 10)
    ]
    [group] = found(rows, "duplicate")
    assert group.rows == tuple(range(1, 31))
    named = "、".join(str(row) for row in range(1, 21))
    assert group.sentence == (
        f"疑似重复填报：第{named}等30个项目的项目代码相同（“{CODE}”），未合并；"
        "建设单位不同（共30种）；项目阶段不同（存量、拟建）；总投资不同（100—129万元）；请核对"
    )


def test_a_list_that_is_all_one_project_stays_readable() -> None:
    screening = screened([{**SAME, "investment_wan_yuan": float(at)} for at in range(3000)])
    [group] = screening.groups
    assert len(group.rows) == 3000
    assert screening.columns()["清单内比对"].str.len().max() < 400


def test_rows_of_several_blocks_are_one_list() -> None:
    """Texts of blocks that stand one below the other are held in several pieces."""
    blocks = joined([listed([SAME]), listed([{}, SAME])])
    assert isinstance(blocks.texts["owner"], pd.Series)
    [group] = screen_facts(blocks, load_law(), "2022-06-30").groups
    assert group.rows == (1, 3)
