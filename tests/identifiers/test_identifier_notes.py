"""What a whole list is told of its identifiers: the right rows, once, and never an error."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from lianggao.facts import Facts, Note
from lianggao.identifiers import identifier_notes
from lianggao.recognition import recognise
from lianggao.rulebook import load_law
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known
from lianggao.vocabulary import read_vocabulary

TODAY = date(2026, 6, 1)
GOOD = "91410423MAK2PDF88M"


@pytest.fixture(scope="module")
def catalogs() -> Catalogs:
    return load_law().catalogs


def frame(rows: list[dict[str, str]]) -> Facts:
    names = dict.fromkeys(name for row in rows for name in row)
    return Facts(len(rows), {n: pd.Series([row.get(n, "") for row in rows], dtype="str") for n in names})


def told(facts: Facts, catalogs: Catalogs) -> list[tuple[int, str, str]]:
    return [(note.row, note.field, note.code) for note in identifier_notes(facts, catalogs, TODAY)]


def region_notes(catalogs: Catalogs, code: str, place: str) -> list[str]:
    notes = identifier_notes(frame([{"project_code": code, "place": place}]), catalogs, TODAY)
    return [note.text for note in notes if note.code == "project-code-region"]


def test_notes_stand_in_the_order_of_the_rows_with_the_text_of_the_cell(catalogs: Catalogs) -> None:
    rows = [
        {"uscc": GOOD, "project_code": "2509-140602-89-05-864976"},
        {"uscc": "9.14E+17", "project_code": "待办"},
        {},
        {"uscc": "9.14E+17"},
    ]
    facts = frame(rows)
    assert told(facts, catalogs) == [
        (1, "uscc", "digits-lost"),
        (1, "project_code", "project-code-shape"),
        (3, "uscc", "digits-lost"),
    ]
    assert [note.given for note in identifier_notes(facts, catalogs, TODAY)] == ["9.14E+17", "待办", "9.14E+17"]


def test_what_was_told_when_the_cell_was_read_is_not_told_again(catalogs: Catalogs) -> None:
    facts = frame([{"uscc": "914100001234568000"}, {"uscc": "914100001234568000"}])
    known = facts.adding(notes=[Note(0, "uscc", "digits-lost", "以数字存放")])
    assert told(known, catalogs) == [(1, "uscc", "digits-lost")]


def test_a_persons_number_is_in_no_part_of_a_note(catalogs: Catalogs) -> None:
    (note,) = identifier_notes(frame([{"uscc": "13900000000"}]), catalogs, TODAY)
    assert "13900000000" not in repr(note)


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_list_without_identifiers_has_no_notes(catalogs: Catalogs, rows: int) -> None:
    assert identifier_notes(Facts(rows), catalogs, TODAY) == []


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("2018-411081-11-03-054599", "许昌市禹州市"),
        ("2018-411081-11-03-054599", "许昌市"),
        ("2018-411081-11-03-054599", ""),
        ("2018-411081-11-03-054599", "某产业园"),
        # Filed by the city or the province.
        ("2018-411000-11-03-054599", "许昌市禹州市"),
        ("2018-410000-11-03-054599", "许昌市禹州市"),
        # The county has been renamed since.
        ("2018-411023-11-03-054599", "许昌市建安区"),
        ("2018-419001-11-03-054599", "济源示范区"),
        # A zone elsewhere with a code of its own (published), and counties of other provinces.
        ("2509-320193-89-01-544060", "江苏省南京市"),
        ("2018-141124-11-03-054599", "山西省吕梁市"),
        ("2018-659001-11-03-054599", "新疆石河子市"),
        ("2018-441900-11-03-054599", "广东省东莞市"),
    ],
)
def test_a_region_that_exists_and_agrees_with_the_place_says_nothing(catalogs: Catalogs, code: str, place: str) -> None:
    assert region_notes(catalogs, code, place) == []


@pytest.mark.parametrize(
    ("code", "place", "words"),
    [
        ("2018-411082-11-03-054599", "许昌市禹州市", "“411082”（长葛市）与项目所在的禹州市不一致"),
        ("2018-410300-11-03-054599", "许昌市禹州市", "与项目所在的禹州市不一致"),
        ("2018-330327-11-03-054599", "许昌市禹州市", "“330327”（浙江省）与项目所在的禹州市不一致"),
        ("2018-411081-11-03-054599", "浙江省温州市", "（禹州市）与项目所在的河南省外不一致"),
        ("2018-411023-11-03-054599", "许昌市禹州市", "（建安区）与项目所在的禹州市不一致"),
    ],
)
def test_a_region_where_the_project_does_not_stand_names_both_and_why_that_may_be(
    catalogs: Catalogs, code: str, place: str, words: str
) -> None:
    (text,) = region_notes(catalogs, code, place)
    assert words in text
    assert "功能区、跨区域和省级立项的项目可以不同" in text


@pytest.mark.parametrize("region", ["411071", "411900", "990000", "329900", "000001"])
def test_a_region_that_does_not_exist_is_noted(catalogs: Catalogs, region: str) -> None:
    (text,) = region_notes(catalogs, f"2018-{region}-11-03-054599", "")
    assert f"“{region}”不在行政区划代码之内" in text


def test_a_region_is_compared_with_each_rows_own_county(catalogs: Catalogs) -> None:
    places = ["禹州市", "长葛市", "", "禹州市"]
    facts = frame([{"project_code": "2018-411081-11-03-054599", "place": place} for place in places])
    assert told(facts, catalogs) == [(1, "project_code", "project-code-region")]
    assert told(recognise(facts, catalogs), catalogs) == [(1, "project_code", "project-code-region")]


def test_a_county_code_that_the_address_contradicts_is_noted(catalogs: Catalogs) -> None:
    domain = list(read_vocabulary(catalogs)["county"].values)
    stated = np.ones((4, len(domain)), dtype=bool)
    for row in (0, 1, 2):
        stated[row] = [county == "411082" for county in domain]
    facts = frame([{"place": place} for place in ("许昌市禹州市", "长葛市", "某园区", "许昌市禹州市")])
    known = facts.adding(choices={"county": Known.of_rows(stated)})
    (note,) = identifier_notes(known, catalogs, TODAY)
    assert (note.row, note.field, note.code, note.given) == (0, "place", "place-conflict", "许昌市禹州市")
    assert "“许昌市禹州市”" in note.text
    assert "“长葛市”" in note.text


def test_shuffled_rows_keep_their_notes(catalogs: Catalogs) -> None:
    rows = [
        {"uscc": "91410423MAK2PDF88N", "project_code": "2018-411082-11-03-054599", "place": "禹州市"},
        {"uscc": GOOD, "project_code": "2018-411082-11-03-054599", "place": "长葛市"},
        {"project_code": "2101-411002-04-01-123456"},
    ]
    order = [2, 0, 1]
    plain = {(row, code) for row, _, code in told(frame(rows), catalogs)}
    moved = {(order[row], code) for row, _, code in told(frame([rows[at] for at in order]), catalogs)}
    assert moved == plain
    assert plain == {(0, "uscc-invalid"), (0, "project-code-region"), (2, "project-code-check-digit")}
