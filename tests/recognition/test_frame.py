"""What the whole frame promises: every row read by itself, stated choices kept, notes tied to their rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from lianggao.facts import Facts
from lianggao.recognition import Activities, Evidence, recognise
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known
from lianggao.vocabulary import read_vocabulary

# The fields that `Evidence` holds, in its order.
FIELDS = (
    "industry_code",
    "industry_code_edition",
    "industry_text",
    "products",
    "process",
    "content",
    "project_name",
    "owner",
)
LIST = [
    {"industry_code": "3011", "place": "许昌市禹州市"},
    {"products": "焦炭120万吨/年", "place": "禹州市"},
    {"project_name": "年产100万吨水泥项目", "place": "某产业园"},
    {},
    {"industry_code": "3011", "place": "许昌市禹州市"},
    {"industry_code": "39", "products": "电解铝"},
]


def frame(rows: list[dict[str, str]], **choices: Known) -> Facts:
    columns = dict.fromkeys(name for row in rows for name in row)
    texts = {name: pd.Series([row.get(name, "") for row in rows], dtype="str") for name in columns}
    return Facts(len(rows), texts, choices)


def members(facts: Facts, choice: str, catalogs: Catalogs) -> list[set[str]]:
    values = list(read_vocabulary(catalogs)[choice].values)
    return [{values[i] for i in np.flatnonzero(row)} for row in facts.choices[choice].rows()]


def test_each_row_is_read_as_it_would_be_alone(catalogs: Catalogs, activities: Activities) -> None:
    together = members(recognise(frame(LIST), catalogs), "activity", catalogs)
    for row, reading in zip(LIST, together, strict=True):
        alone = activities.read(Evidence(*(row.get(name, "") for name in FIELDS)))
        assert reading == alone.activities
        assert members(recognise(frame([row]), catalogs), "activity", catalogs) == [reading]


def test_choices_are_in_the_order_of_the_vocabulary(catalogs: Catalogs, activities: Activities) -> None:
    vocabulary = read_vocabulary(catalogs)
    assert tuple(vocabulary["activity"].values) == activities.domain
    county = members(recognise(frame(LIST), catalogs), "county", catalogs)
    assert county[0] == county[1] == {"411081"}
    assert county[3] == set(vocabulary["county"].values)


def test_shuffled_rows_keep_their_readings_and_notes(catalogs: Catalogs) -> None:
    order = [3, 0, 5, 2, 4, 1]
    plain, shuffled = recognise(frame(LIST), catalogs), recognise(frame([LIST[i] for i in order]), catalogs)
    for choice in ("activity", "county"):
        rows = members(plain, choice, catalogs)
        assert members(shuffled, choice, catalogs) == [rows[i] for i in order]
    moved = {(order[note.row], note.code, note.text) for note in shuffled.notes}
    assert moved == {(note.row, note.code, note.text) for note in plain.notes}


def test_notes_name_row_field_and_code(catalogs: Catalogs) -> None:
    notes = {(note.row, note.field, note.code) for note in recognise(frame(LIST), catalogs).notes}
    assert notes == {
        (1, "output_t", "output-from-text"),
        (2, "activity", "activity-name-only"),
        (2, "place", "place-unknown"),
        (3, "activity", "activity-unknown"),
        (5, "products", "code-text-conflict"),
    }


def test_a_stated_choice_is_taken_as_it_is_and_not_noted(catalogs: Catalogs) -> None:
    domain = list(read_vocabulary(catalogs)["activity"].values)
    rows = [*LIST, {}]  # the same cells as a stated row, but open
    stated = np.ones((len(rows), len(domain)), dtype=bool)
    for row, activity in ((0, "cement_clinker"), (3, "coking"), (5, "lime")):
        stated[row] = False
        stated[row, domain.index(activity)] = True
    facts = recognise(frame(rows, activity=Known.of_rows(stated)), catalogs)
    readings = members(facts, "activity", catalogs)
    assert [readings[row] for row in (0, 3, 5)] == [{"cement_clinker"}, {"coking"}, {"lime"}]
    assert [readings[row] for row in (1, 4)] == [{"coking"}, {"cement_clinker", "cement_grinding"}]
    assert {note.row for note in facts.notes if note.code.startswith("activity")} == {2, 6}


def test_a_stated_county_is_taken_as_it_is(catalogs: Catalogs) -> None:
    domain = list(read_vocabulary(catalogs)["county"].values)
    stated = np.ones((len(LIST), len(domain)), dtype=bool)
    stated[0] = np.asarray([county == "411082" for county in domain])
    counties = members(recognise(frame(LIST, county=Known.of_rows(stated)), catalogs), "county", catalogs)
    assert counties[:2] == [{"411082"}, {"411081"}]


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_list_without_any_column_rules_nothing_out(catalogs: Catalogs, rows: int) -> None:
    facts = recognise(Facts(rows), catalogs)
    for choice in ("activity", "county"):
        known = facts.choices[choice]
        assert known.rows().shape[0] == rows
        assert known.rows().all()


def test_facts_given_are_not_changed(catalogs: Catalogs) -> None:
    facts = frame(LIST)
    recognise(facts, catalogs)
    assert facts.choices == {}
    assert facts.notes == ()
