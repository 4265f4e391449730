"""Energy rooms worked by hand: totals of a county or city in the order of the list, and what keeps them open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from listing import CALORIFIC, at_site, found

import lianggao
from lianggao.cli.app import main
from lianggao.errors import InputError

ROOM, ADDED = "energy_room_tce", "added_energy_equivalent_tce"
Told = tuple[str, int, float | None, float | None]


def told(rows: list[dict[str, Any]]) -> list[Told]:
    """Return status, first row and total of each finding."""
    groups = found(rows, "energy-room")
    return [(group.status, group.room.first_row, group.low, group.high) for group in groups if group.room]


def in_room(figures: list[Any], room: Any = 50000, **more: Any) -> list[dict[str, Any]]:
    return at_site(figures, **{ROOM: room, **more})


def test_the_total_that_exceeds_the_room_is_certain_and_the_room_itself_fits() -> None:
    # 30 000 + 20 000 = 50 000 fits; 0.1 more does not, and the fourth no longer matters
    assert told(in_room([30000, 20000])) == []
    assert told(in_room([30000, 20000, 0.1, 5])) == [("certain", 3, 50005.1, 50005.1)]
    # 4 166.23 + 4 359.12 + 1 474.65 = 10 000 exactly, where floats add up to a little less
    assert told(in_room([4166.23, 4359.12, 1474.65], 10000)) == []
    assert told(in_room([4166.23, 4359.12, 1474.65], 9999.99)) == [("certain", 3, 10000, 10000)]


def test_blanks_and_intervals_make_it_possible() -> None:
    assert told(in_room([30000, None])) == [("possible", 2, 30000, None)]
    assert told(in_room([30000, (15000, 25000)])) == [("possible", 2, 45000, 55000)]
    assert told(in_room([(51000, 60000), None])) == [("certain", 1, 51000, None)]
    # 当量值 says nothing here of 等价值
    assert told(in_room([30000, None], **{CALORIFIC: 25000})) == [("possible", 2, 30000, None)]


def test_existing_projects_are_not_added_and_an_open_stage_counts_from_nothing() -> None:
    first, second = in_room([30000, 30000])
    assert told([first, {**second, "stage": "existing"}]) == []
    assert told([first, {**second, "stage": None}]) == [("possible", 2, 30000, 60000)]
    assert told([first, {**second, "stage": "under_construction"}]) == [("certain", 2, 60000, 60000)]


def test_of_what_is_no_new_build_only_the_addition_counts() -> None:
    first, second = in_room([30000, 30000])
    wider = {**second, "construction_nature": "expansion"}
    assert told([first, wider]) == [("possible", 2, 30000, 60000)]
    assert told([first, {**wider, ADDED: 20000}]) == []
    assert told([first, {**wider, ADDED: 25000}]) == [("certain", 2, 55000, 55000)]


def test_a_room_that_rows_state_differently_is_everything_between() -> None:
    first, second = in_room([30000, 15000])
    # 45 000 is above 40 000 and not above 50 000
    [group] = found([first, {**second, ROOM: 40000}], "energy-room")
    assert group.room
    assert (group.status, group.room.low, group.room.high) == ("possible", 40000, 50000)
    assert "清单所填的剩余用能空间不一致" in group.sentence


def test_counties_have_rooms_of_their_own_and_an_open_county_is_in_no_total() -> None:
    first, second = in_room([30000, 30000])
    assert told([first, {**second, "county": "411082"}]) == []
    assert told([first, {**second, "county": ["411081", "411082"]}]) == []


def test_the_same_project_twice_is_added_once() -> None:
    first, second = in_room([30000, 30000])
    assert told([{**each, "project_code": "2509-320193-89-01-544060"} for each in (first, second)]) == []
    # the same name and owner may still be two projects
    assert told([first, {**second, "project_name": first["project_name"]}]) == [("possible", 1, 30000, 60000)]


def test_the_sentence_names_the_rows_the_total_the_room_and_what_is_open() -> None:
    rows = [*in_room([30000, 30000, None]), {**in_room([1000])[0], "stage": None, "project_name": "四号线"}]
    [group] = found(rows, "energy-room")
    assert group.rows == (1, 2, 3, 4)
    assert group.sentence == (
        "用能空间不足：许昌市禹州市第1、2、3、4个项目新增年综合能源消费量（等价值）合计不低于60000吨标准煤，"
        "超过剩余用能空间50000吨标准煤；第3个未填等价值，从0计；第4个可能是存量项目，从0计；"
        "按清单顺序加到第2个时即超过，清单顺序不是优先次序；存量项目已在用能，未计入"
    )
    assert "第1、2、3、4、5" in found(in_room([3000] * 30), "energy-room")[0].sentence
    assert "第21、" not in found(in_room([3000] * 30), "energy-room")[0].sentence


LIST = pd.DataFrame(
    {
        "项目名称": ["一线", "二线", "三线"],
        "建设地点": ["禹州市", "许昌市长葛市", "许昌市"],
        "建设性质": ["新建"] * 3,
        "项目阶段": ["拟建"] * 3,
        "年综合能源消费量（等价值，吨标准煤）": ["30000", "20000", "10000"],
    }
)


def rooms(listed: pd.DataFrame, room: Any) -> list[tuple[str, tuple[int, ...], str]]:
    groups = lianggao.screen(listed, as_of="2024-06-30", energy_room=room).groups
    return [(group.room.place, group.rows, group.status) for group in groups if group.room]


@pytest.mark.parametrize("place", ["411081", "禹州市", "许昌市禹州市", "４１１０８１", " 禹州市 "])
@pytest.mark.parametrize("figure", [29999, 29999.5, "29999", "2.9万吨标准煤"])
def test_a_room_is_given_by_code_or_name_as_a_number_or_with_a_unit(place: str, figure: Any) -> None:
    assert rooms(LIST, {place: figure}) == [("411081", (1,), "certain")]


def test_a_city_has_all_its_projects_and_an_option_counts_before_the_column() -> None:
    # 30 000 + 20 000 + 10 000, the last somewhere in the city
    assert rooms(LIST, {"许昌市": 59999}) == [("411000", (1, 2, 3), "certain")]
    assert rooms(LIST, {"许昌市": 60000}) == []
    column = LIST.assign(**{"剩余用能空间（等价值，吨标准煤）": "15000"})
    assert [found[0] for found in rooms(column, None)] == ["411081", "411082"]
    assert [found[0] for found in rooms(column, {"411081": 30000})] == ["411082"]
    assert rooms(column, {"411000": 60000}) == []


@pytest.mark.parametrize(
    ("room", "code"),
    [
        ({"火星": 1}, "energy-room-place-unknown"),
        ({"411023": 1}, "energy-room-place-unknown"),  # 许昌县 is no county any more
        ({"禹州市古城镇": 1}, "energy-room-place-unknown"),
        ({"411081": 1, "禹州市": 2}, "energy-room-twice"),
        ({"411081": "很多"}, "energy-room-unreadable"),
        ({"411081": ""}, "energy-room-unreadable"),
        ({"411081": "5万吨标准煤（当量值）"}, "energy-room-unreadable"),
        ({"411081": -1}, "energy-room-unreadable"),
        ({"411081": float("nan")}, "energy-room-unreadable"),
    ],
)
def test_a_place_or_figure_that_is_none_is_refused(room: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as error:
        rooms(LIST, room)
    assert [each.code for each in error.value.faults] == [code]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    LIST.to_csv(tmp_path / "list.csv", index=False)
    return tmp_path / "list.csv"


def test_the_command_line_takes_a_room_for_each_place(listed: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    places = ["--energy-room", "411081=2万吨标准煤", "--energy-room", "长葛市=20000"]
    assert main(["screen", str(listed), "--as-of", "2024-06-30", *places]) == 0
    out = capfdbinary.readouterr().out.decode("utf-8-sig")
    assert out.count("用能空间不足：许昌市禹州市第1个项目") == 1
    assert "长葛市第" not in out


@pytest.mark.parametrize(
    ("texts", "code"),
    [(["411081"], "energy-room-not-a-pair"), (["411081=1", "411081=2"], "energy-room-twice")],
)
def test_the_command_line_refuses_what_is_no_pair_in_one_line(
    texts: list[str], code: str, listed: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["screen", str(listed), *(word for text in texts for word in ("--energy-room", text))]) == 1
    [line] = capfdbinary.readouterr().err.decode().splitlines()
    assert code in line
