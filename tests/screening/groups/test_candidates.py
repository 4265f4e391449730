"""Findings by parts of a list: those of the rows picked out of all parts are those of the whole list, word for word."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest
from building import ELSEWHERE, NANYANG, XUCHANG
from hypothesis import given, settings
from hypothesis import strategies as st
from listing import EQUIVALENT, SITE, listed

from lianggao.rulebook import load_law
from lianggao.screening.dating import dating_of
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups import CandidateRows, Room, group_findings, read_rooms, with_rooms
from lianggao.screening.groups.findings import findings_among
from lianggao.screening.groups.row_keys import row_keys, taken
from lianggao.screening.narrowing import narrow
from lianggao.tables.known import Ints

USCC = ("91410423MAK2PDF88M", "91411000MA40000012")
CODE = ("2509-320193-89-01-544060", "2411-130202-89-01-637015")
NAMES = ("一线", "一 线", "二线", "（四）线", "(四)线", "", *(f"{at}号线" for at in range(20)))
OWNERS = ("甲公司", "甲　公司", "乙公司", "某公司", "", *(f"第{at}公司" for at in range(6)))
PLACES = (
    "禹州市古城镇1号",
    "许昌市禹州市古城镇1号",
    "河南许昌禹州",
    "禹州市",
    "宛城区",
    "",
    *(f"{at}号" for at in range(9)),
)
COUNTIES = (XUCHANG, XUCHANG, XUCHANG, NANYANG, ELSEWHERE, [XUCHANG, "411082"], [XUCHANG, NANYANG])
FIGURES = (None, 0.0, 3333.3, 3333.4, 5000.0, 20000.0, 30000.0, (4000.0, 6000.0))
ROOMS = ({}, {}, {"禹州市": 3000}, {"许昌市": 3000}, {"许昌市": 3000, "411302": 0})


def a_row(random: Random, rooms: bool) -> dict[str, Any]:
    """Return a cement clinker project that may have much or nothing in common with others."""
    return {
        **SITE,
        "project_name": random.choice(NAMES),
        "owner": random.choice(OWNERS),
        "uscc": random.choice(["", "", "", "", *USCC, "９１410423-MAK2PDF88M"]),
        "project_code": random.choice([*[""] * 9, *CODE, CODE[0].replace("-", "—"), "1"]),
        "place": random.choice(PLACES),
        "county": random.choice(COUNTIES),
        "stage": random.choice(["proposed", "proposed", "existing", ["proposed", "existing"]]),
        EQUIVALENT: random.choice(FIGURES),
        "decision_date": random.choice(["2022-06-30", "2022-06-30", "2024-06-30", "2023"]),
        "energy_room_tce": random.choice([None, None, 100.0, 5000.0]) if rooms else None,
    }


def by_parts(rows: list[dict[str, Any]], cuts: list[int], rooms: tuple[Room, ...]) -> tuple[Any, Any, Ints]:
    """Return what is found about the candidates of some parts and about the whole list, and which rows those are."""
    law = load_law()
    facts = with_rooms(listed(rows), rooms)
    known = narrow(facts, law.vocabulary)
    versions = dating_of(known, None).batches(law)
    candidates = CandidateRows(law.vocabulary, rooms)
    for part in np.split(np.arange(len(rows)), sorted(cuts)):
        candidates.add(taken(facts, part))
    own = candidates.rows()
    some = taken(facts, own)
    found = group_findings(some, known.take(own), dating_of(some, None).batches(law), rooms, own)
    return found, findings_among(facts, known, versions, rooms, np.arange(len(rows))), own


@settings(max_examples=40)
@given(st.integers(0, 1 << 40), st.integers(1, 40), st.sampled_from(ROOMS), st.booleans())
def test_what_is_found_by_parts_is_what_the_whole_list_gives(
    seed: int, size: int, given_rooms: dict[str, float], stated_rooms: bool
) -> None:
    random = Random(seed)
    rows = [a_row(random, stated_rooms) for _ in range(size)]
    cuts = [random.randint(0, size) for _ in range(random.randint(0, 4))]
    found, whole, own = by_parts(rows, cuts, read_rooms(given_rooms.items(), load_law()))
    assert found == whole
    assert {row - 1 for group in whole for row in group.rows} <= set(own.tolist())


def test_the_findings_of_a_part_are_numbered_as_in_the_whole_list() -> None:
    """A name stands for a credit code by a row that is itself in no group."""
    alone = {**SITE, "project_name": "九线", "owner": "乙公司", "place": "禹州市", EQUIVALENT: 1.0}
    witness = {**alone, "project_name": "十线", "owner": "甲公司", "uscc": USCC[0], "place": "宛城区"}
    twice = {**SITE, "project_name": "一线", "owner": "甲公司", EQUIVALENT: 6000.0}
    rows = [alone, witness, alone | {"owner": ""}, {**twice, "uscc": USCC[0], "owner": "甲甲公司"}, twice]
    found, whole, own = by_parts([{"decision_date": "2022-06-30", **row} for row in rows], [2, 4], ())
    assert own.tolist() == [1, 3, 4]
    [group] = found
    assert found == whole
    assert isinstance(group, GroupFinding)
    assert group.rows == (4, 5)
    assert "第4、5个项目的名称（“一线”）、所在地和建设单位都相同" in group.sentence


def test_rows_that_have_nothing_in_common_are_no_candidates() -> None:
    rows = [{"project_name": f"{at}号线", "owner": f"第{at}公司", "place": f"禹州市{at}号"} for at in range(50)]
    candidates = CandidateRows(load_law().vocabulary)
    assert candidates.rows().tolist() == []
    candidates.add(listed([{**SITE, **row} for row in rows]))
    assert candidates.rows().tolist() == []


@pytest.mark.parametrize("field", ["project_code", "project_name", "owner", "uscc", "place"])
def test_keys_are_those_of_the_text_and_not_of_its_list(field: str) -> None:
    row = {
        "project_name": "一线",
        "uscc": USCC[0],
        "owner": "甲公司",
        "project_code": CODE[0],
        "place": "禹州市古城镇1号",
    }
    key = {"project_code": "code", "project_name": "name"}.get(field, field)
    [alone] = getattr(row_keys(listed([{**SITE, **row}]), load_law().vocabulary), key).tolist()
    other = {**SITE, "owner": "乙公司", "project_name": "二线", "place": "禹州市"}
    among = getattr(row_keys(listed([other, {**SITE, **row}, other]), load_law().vocabulary), key).tolist()
    assert among[1] == alone != 0
    assert among[0] == among[2] != alone
