"""What a limit says, as data and in both languages, is exactly the places it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, nextafter
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle.areas import Value, allows, allows_in_chinese, allows_in_english
from oracle.copies import edited

from lianggao.audit.worlds import Stage, Stages, common_cuts, worlds_by_gate, worlds_of
from lianggao.audit.worlds.amounts import digits_of, threshold_of
from lianggao.audit.worlds.limits import limit_of
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.tables import QuantityAxis

ITEMS, SCOPE = "catalogs/henan-catalog-2021/items.csv", "rules/henan-catalog-2021/definitions/class-two-scope.yaml"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """Return a law that draws other lines, lists other items and groups other activities."""
    folder = edited(
        tmp_path_factory.mktemp("law"),
        {
            ITEMS: [("3,氧化铝,,alumina,reprint,\n", "")],
            SCOPE: [("at_least: 10000", "more_than: 12345.678901234567")],
            "catalogs/activities/activities.csv": [
                ("heat_supply,热力生产和供应,none,", "heat_supply,热力生产和供应,coal_power,")
            ],
            "rules/henan-joint-review-2021/planned-listed.yaml": [
                ("in: [class_1, class_2]", "in: [class_1, excluded]")
            ],
        },
    )
    return load_law(folder)


def stages(law: Law, other: Law) -> Iterator[tuple[list[Law], Stages]]:
    for days in (("2022-12-31", "2022-12-31"), ("2021-12-15", "2021-12-20"), ("2025-10-01", "2025-10-01")):
        books = [load_rulebook(day, one) for day, one in zip(days, (law, other), strict=True)]
        yield [law, other], worlds_of(common_cuts(books))
    yield [law], worlds_of(common_cuts([load_rulebook("2023-07-01", law)]))


def samples(stage: Stage, axis: str, place: int) -> list[Value]:
    """Return values of a place: all of a choice, the ends and the middle of a quantity's region."""
    if axis in stage.labels:
        return [stage.labels[axis][place]]
    regions = stage.cuts.regions[axis]
    if not isinstance(regions.axis, QuantityAxis):
        return list(regions.members(place))
    low, high = regions.bounds(place)
    low, last = max(low, 0.0), min(nextafter(high, -inf), 1e12)
    return [low, (low + last) / 2, last]


def test_a_limit_says_its_places_and_no_others_in_data_and_words(law: Law, other: Law) -> None:
    rng, seen = Random(1), 0
    for laws, every in stages(law, other):
        for stage in (stage for gate in every.cuts.gates for stage in (every.decide(gate), every.follow(gate))):
            for axis in stage.axes:
                for places in chosen(stage, axis, rng):
                    limit = limit_of(stage, axis, places)
                    for place in range(stage.size(axis)):
                        for value in samples(stage, axis, place):
                            assert allows(limit)(value) == (place in places), limit.text
                            assert allows_in_english(limit, value, laws) == (place in places), limit.text_en
                            assert allows_in_chinese(limit, value, laws) in (None, place in places), limit.text
                    seen += 1
    assert seen > 300


def chosen(stage: Stage, axis: str, rng: Random) -> Iterator[tuple[int, ...]]:
    """Yield some sets of places, neighbours where the axis is ordered; neither none nor all."""
    size = stage.size(axis)
    for _ in range(3 if size > 2 else size):
        if axis in stage.ordered:
            first = rng.randrange(size)
            places = tuple(range(first, rng.randint(first + 1, size)))
        else:
            places = tuple(place for place in range(size) if rng.random() < 0.5)
        if 0 < len(places) < size:
            yield places


def test_a_table_on_which_two_laws_disagree_is_named_with_its_side(law: Law, other: Law) -> None:
    books = [load_rulebook("2022-12-31", one) for one in (law, other)]
    stage = worlds_of(common_cuts(books)).decide("catalog")
    regions = stage.cuts.regions["activity"]
    for one, side in ((law, "（旧）"), (other, "（新）")):
        listed = set(one.catalogs.column("henan-catalog-2021/items", "activity"))
        places = tuple(p for p in range(len(regions)) if set(regions.members(p)) <= listed)
        assert limit_of(stage, "activity", places).text.endswith(
            f"henan-catalog-2021/items {side}所列（{len(listed)}项）"
        )


def test_a_derived_field_that_two_laws_fill_otherwise_names_nothing(law: Law, other: Law) -> None:
    books = [load_rulebook("2022-12-31", one) for one in (law, other)]
    for laws, named in ((books[:1], True), (books[1:], True), (books, False)):
        stage = worlds_of(common_cuts(laws)).decide("action_plan")
        told = [limit_of(stage, "activity", (place,)).text_en for place in range(stage.size("activity"))]
        assert any(text.startswith("industry_group") for text in told) == named


@given(st.floats(allow_nan=False, allow_infinity=False, width=64), st.booleans())
def test_a_threshold_found_again_cuts_at_the_same_number(number: float, is_open: bool) -> None:
    start = nextafter(number, inf) if is_open else number
    threshold, found_open = threshold_of(start)
    assert (nextafter(threshold, inf) if found_open else threshold) == start
    assert float(digits_of(threshold)) == threshold


@pytest.mark.parametrize("number", [10000, 50000, 8661.09, 5000000, 0.1, 12345.6789])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_written_threshold_is_found_as_it_was_written(number: float, is_open: bool) -> None:
    start = float(np.nextafter(number, inf)) if is_open else float(number)
    assert threshold_of(start) == (number, is_open)


def test_a_long_set_is_named_in_full(law: Law) -> None:
    cuts = common_cuts([load_rulebook("2022-12-31", law)])
    stage = worlds_by_gate(cuts)["catalog"].decide("catalog")
    regions = stage.cuts.regions["activity"]
    most = max(range(len(regions)), key=lambda place: len(regions.members(place)))
    limit = limit_of(stage, "activity", (most,))
    assert limit.values == regions.members(most)
    assert len(limit.values) > 12
    labels = law.vocabulary["activity"].values
    assert all(f"“{labels[value]}”" in limit.text for value in limit.values)


def test_both_texts_are_one_line(tmp_path: Path, law: Law, other: Law) -> None:
    assert not list(tmp_path.iterdir())
    for _, every in stages(law, other):
        stage = every.decide("catalog")
        for axis in stage.axes:
            limit = limit_of(stage, axis, (0,))
            assert "\n" not in limit.text + limit.text_en
