"""Which products of the tables a project may make: by its activity, by what is stated, by words of its texts."""

from __future__ import annotations

import numpy as np
import pytest
from desk import Desk, facts_of

from lianggao.facts import Facts


def items(desk: Desk, facts: Facts, field: str, row: int = 0) -> set[str]:
    known = facts.choices[field]
    values = np.array(list(desk.vocabulary[field].values))
    return set(values[known.sets[known.index[row]]].tolist())


def made(desk: Desk, field: str, **stated: object) -> set[str]:
    return items(desk, desk.compute(desk.facts(**stated)), field)


@pytest.mark.parametrize(
    ("activity", "efficiency", "limit"),
    [
        ("cement_clinker", {"clinker"}, {"clinker"}),
        ("cement_grinding", {"none"}, {"cement_electricity", "none"}),
        ("steel_long", {"blast_furnace", "converter", "none"}, None),
        ("steel_short", {"none"}, {"none"}),
        ("coking", {"coke_stamped", "coke_top_charged", "none"}, None),
        ("calcium_carbide", {"calcium_carbide"}, {"calcium_carbide"}),
        ("acetic_acid", {"none"}, {"none"}),
        ("lime", {"none"}, {"none"}),
        ("copper_secondary", {"none"}, {"copper_from_scrap", "none"}),
        ("other", {"none"}, {"none"}),
    ],
)
def test_an_activity_leads_to_its_products(
    desk: Desk, activity: str, efficiency: set[str], limit: set[str] | None
) -> None:
    assert made(desk, "efficiency_item", activity=activity) == efficiency
    if limit:
        assert made(desk, "limit_item", activity=activity) == limit


def test_several_activities_lead_to_all_their_products(desk: Desk) -> None:
    assert made(desk, "efficiency_item", activity=["cement_clinker", "lime"]) == {"clinker", "none"}


def test_an_open_activity_leaves_every_item_open(desk: Desk) -> None:
    assert made(desk, "efficiency_item") == desk.vocabulary["efficiency_item"].values.keys()
    assert made(desk, "limit_item") == desk.vocabulary["limit_item"].values.keys()
    assert made(desk, "limit_item", limit_item="clinker") == {"clinker"}


def test_what_is_stated_is_kept_as_far_as_the_activity_can_make_it(desk: Desk) -> None:
    facts = desk.compute(desk.facts(activity="coking", efficiency_item=["coke_stamped", "clinker"]))
    assert items(desk, facts, "efficiency_item") == {"coke_stamped"}
    assert facts.notes == ()


def test_another_measure_of_the_product_may_be_stated(desk: Desk) -> None:
    facts = desk.compute(desk.facts(activity="cement_clinker", limit_item="clinker_electricity"))
    assert items(desk, facts, "limit_item") == {"clinker_electricity"}
    assert facts.notes == ()


def test_a_stated_product_that_the_activity_cannot_make_leaves_both(desk: Desk) -> None:
    facts = desk.compute(desk.facts(activity="cement_clinker", efficiency_item="ferrosilicon"))
    assert items(desk, facts, "efficiency_item") == {"clinker", "ferrosilicon"}
    (note,) = facts.notes
    assert (note.row, note.field, note.code) == (0, "efficiency_item", "item-contradiction")


def test_rows_do_not_reach_each_other(desk: Desk) -> None:
    projects: list[dict[str, object]] = [
        {"activity": "coking", "products": "捣固焦"},
        {"activity": "coking", "products": "焦炭", "efficiency_item": "coke_top_charged"},
        {"activity": "coking", "products": ""},
        {"activity": "cement_clinker", "efficiency_item": "ferrosilicon"},
    ]
    facts = desk.compute(facts_of(desk.vocabulary, projects))
    assert [items(desk, facts, "efficiency_item", row) for row in range(4)] == [
        {"coke_stamped"},
        {"coke_top_charged"},
        {"coke_stamped", "coke_top_charged", "none"},
        {"clinker", "ferrosilicon"},
    ]
    assert {(note.row, note.code) for note in facts.notes} == {(0, "item-from-words"), (3, "item-contradiction")}


@pytest.mark.parametrize(
    ("activity", "field", "text", "found"),
    [
        ("coking", "efficiency_item", "96万吨捣固焦", {"coke_stamped"}),
        ("coking", "limit_item", "顶装焦炉2座", {"coke_top_charged"}),
        ("steel_long", "efficiency_item", "1座1780立方米高炉", {"blast_furnace"}),
        ("steel_long", "limit_item", "120吨转炉", {"converter"}),
        ("other_carbon", "limit_item", "超高功率石墨电极", {"electrode_ultra"}),
        ("corundum", "limit_item", "亚白刚玉", {"corundum_sub_white"}),
        ("sintered_brick", "limit_item", "烧结多孔砖", {"brick_porous"}),
        ("synthetic_ammonia", "limit_item", "非优质无烟块煤气化", {"ammonia_other_lump_coal"}),
    ],
)
def test_words_of_one_product_tell_it(desk: Desk, activity: str, field: str, text: str, found: set[str]) -> None:
    for name in ("products", "process", "content"):
        facts = desk.compute(desk.facts(activity=activity, **{name: text}))
        assert items(desk, facts, field) == found
        assert (0, field, "item-from-words") in {(n.row, n.field, n.code) for n in facts.notes}


@pytest.mark.parametrize(
    ("activity", "field", "stated"),
    [
        ("coking", "efficiency_item", {"products": "捣固焦和顶装焦"}),
        ("coking", "efficiency_item", {"products": "捣固焦", "content": "顶装焦炉改造"}),
        ("coking", "efficiency_item", {"products": "捣固焦、兰炭"}),
        ("steel_long", "efficiency_item", {"content": "烧结机，为高炉供料"}),
        ("steel_long", "limit_item", {"content": "高炉煤气发电、转炉"}),
        ("synthetic_ammonia", "efficiency_item", {"process": "非优质无烟块煤气化"}),
        # The words of a product that the activity does not make.
        ("cement_clinker", "efficiency_item", {"products": "捣固焦"}),
        ("lime", "limit_item", {"products": "转炉用石灰"}),
    ],
)
def test_other_words_tell_nothing(desk: Desk, activity: str, field: str, stated: dict[str, str]) -> None:
    facts = desk.compute(desk.facts(activity=activity, **stated))
    assert items(desk, facts, field) == made(desk, field, activity=activity)
    assert field not in {note.field for note in facts.notes}


def test_words_never_change_what_is_stated(desk: Desk) -> None:
    facts = desk.compute(desk.facts(activity="coking", products="捣固焦", efficiency_item="coke_top_charged"))
    assert items(desk, facts, "efficiency_item") == {"coke_top_charged"}
