"""Random lists: what is found is what plain Python finds, whatever the order, and touches no row's own result."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from listing import EQUIVALENT, SITE, screened
from plain_groups import Row, plain_duplicates, plain_splits

from lianggao.screening import Screening

FIGURES = (
    *(None, "0", "0.1", "4166.23", "3333.3", "3333.4", "4999.95", "5000.05", "4359.12", "1474.65", "9999.9", "10000"),
    *("20000", "30000", "16666.67", "16666.66", "49999.99", "50000", "4000—6000", "20000—30000", "9000—10000"),
)
USCCS = ("", "", "91410423MAK2PDF88M", "91411000MA40000012")
ROW = st.builds(
    Row,
    name=st.sampled_from(["一线", "一 线", "二线", "三线", "四线", "五线", ""]),
    owner=st.sampled_from(["甲公司", "甲公司", "甲　公司", "乙公司", "", "某公司"]),
    uscc=st.sampled_from(USCCS),
    code=st.sampled_from(["", "", "", "2509-320193-89-01-544060", "25093201938901544060", "2411-130202-89-01-637015"]),
    place=st.sampled_from(["禹州市古城镇1号", "许昌市禹州市古城镇1号", "禹州市古城镇 1号", "禹州市", ""]),
    figure=st.sampled_from(FIGURES),
)
LISTS = st.lists(ROW, min_size=1, max_size=9)


def stated(row: Row) -> dict[str, Any]:
    """Return a row as a cement clinker project."""
    texts = {"project_name": row.name, "owner": row.owner, "uscc": row.uscc, "project_code": row.code}
    ends = row.ends
    figure = None if ends is None else (float(ends[0]), float(ends[1]))
    return {**SITE, **texts, "place": row.place, EQUIVALENT: figure}


def screen(rows: list[Row]) -> Screening:
    return screened([stated(row) for row in rows])


def duplicates_of(screening: Screening) -> set[Any]:
    return {(g.by, g.status, frozenset(g.rows)) for g in screening.groups if g.kind == "duplicate"}


def splits_of(screening: Screening) -> set[Any]:
    return {
        (
            frozenset(group.rows),
            Decimal(repr(group.low)),
            None if group.high is None else Decimal(repr(group.high)),
            frozenset((each.threshold, each.status) for each in group.thresholds),
        )
        for group in screening.groups
        if group.kind == "split"
    }


@settings(max_examples=150)
@given(LISTS)
def test_duplicates_and_splits_are_what_plain_python_finds(rows: list[Row]) -> None:
    screening = screen(rows)
    assert duplicates_of(screening) == plain_duplicates(rows)
    assert splits_of(screening) == plain_splits(rows)
    assert len(screening.groups) == len(duplicates_of(screening)) + len(splits_of(screening))


@settings(max_examples=40)
@given(LISTS, st.randoms())
def test_the_order_of_rows_never_matters(rows: list[Row], random: Any) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)

    def back(found: frozenset[int]) -> frozenset[int]:
        return frozenset(order[row - 1] + 1 for row in found)

    straight, shuffled = screen(rows), screen([rows[at] for at in order])
    assert {(*g[:2], back(g[2])) for g in duplicates_of(shuffled)} == duplicates_of(straight)
    assert {(back(g[0]), *g[1:]) for g in splits_of(shuffled)} == splits_of(straight)


@settings(max_examples=30)
@given(LISTS)
def test_a_list_given_twice_over_adds_nothing_up_twice(rows: list[Row]) -> None:
    """Rows that have name, owner and place are recognised as what they are: the same ones again."""
    whole = [row for row in rows if row.name and row.place and row.owner not in ("", "某公司")]
    again = {
        (frozenset({*found, *(row + len(whole) for row in found)}), *rest) for found, *rest in splits_of(screen(whole))
    }
    assert splits_of(screen([*whole, *whole])) == again


@settings(max_examples=15)
@given(LISTS)
def test_a_row_says_the_same_alone_but_for_what_is_found_about_groups(rows: list[Row]) -> None:
    together = screen(rows)
    shown = together.columns("en").drop(columns="group_findings")
    for at, row in enumerate(rows):
        alone = screen([row])
        assert alone.groups == ()
        assert shown.iloc[at].tolist() == alone.columns("en").drop(columns="group_findings").iloc[0].tolist()
        mine, own = together.project(at + 1), alone.project(1)
        assert mine.model_copy(update={"row": 1, "groups": ()}) == own


@settings(max_examples=15)
@given(LISTS)
def test_the_column_has_every_finding_of_a_row_and_no_other(rows: list[Row]) -> None:
    screening = screen(rows)
    for at, text in enumerate(screening.columns("en")["group_findings"], 1):
        for group in screening.groups:
            assert (group.sentence in text) == (at in group.rows)
        assert screening.groups_of(at) == tuple(group for group in screening.groups if at in group.rows)
