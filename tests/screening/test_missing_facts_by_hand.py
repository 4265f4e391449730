"""Which facts are asked for, worked by hand: the most telling first, each with what every answer would give."""

from __future__ import annotations

from building import BASE, CLINKER, NANYANG, XUCHANG, Stated, screen_one, screen_stated

from lianggao.rulebook import Law
from lianggao.screening.result import MissingFact, ProjectScreening

ANYWHERE: Stated = {"county": [XUCHANG, NANYANG]}


def asked(result: ProjectScreening, gate: str = "catalog") -> list[MissingFact]:
    return [fact for fact in result.missing if fact.gate == gate]


def test_a_clinker_line_without_energy_lacks_its_equivalent_figure_first_with_three_effects(law: Law) -> None:
    result = screen_one(law, CLINKER)
    assert result.determination == "undetermined"
    first = result.missing[0]
    assert (first.field, first.gate, first.kind, first.gain) == ("energy_equivalent_tce", "catalog", "fact", 1.0)
    assert [(effect.answer, effect.outcomes) for effect in first.effects] == [
        ("不足1万吨标准煤", ("not_listed",)),
        ("1万（含）—5万（不含）吨标准煤", ("class_2",)),
        ("5万吨标准煤及以上", ("class_1",)),
    ]
    assert first.question == "请提供年综合能源消费量（等价值；改扩建项目为改扩建后的年设计总量）"
    assert [fact.field for fact in asked(result)] == ["energy_equivalent_tce"]


def test_only_answers_that_the_facts_leave_open_are_offered(law: Law) -> None:
    (only,) = asked(screen_one(law, {**CLINKER, "energy_equivalent_tce": (48000, 52000)}))
    assert [effect.outcomes for effect in only.effects] == [("class_2",), ("class_1",)]


def test_nothing_is_asked_where_nothing_is_open(law: Law) -> None:
    result = screen_one(law, {**CLINKER, "energy_equivalent_tce": 60000})
    assert (result.determination, asked(result)) == ("class_1", [])


def test_facts_are_ranked_by_what_they_settle(law: Law) -> None:
    result = screen_one(law, {**BASE, "energy_equivalent_tce": (9000, 60000)})
    gains = [fact.gain for fact in asked(result)]
    assert gains == sorted(gains, reverse=True)
    assert {fact.field for fact in asked(result)} >= {"activity", "energy_equivalent_tce"}
    for gate in {fact.gate for fact in result.missing}:
        mine = [fact.gain for fact in asked(result, gate)]
        assert mine == sorted(mine, reverse=True)


def test_a_fact_is_asked_only_where_an_answer_narrows_or_several_do_together(law: Law) -> None:
    for fact in screen_one(law, {**ANYWHERE, "activity": ["coking", "pvc"]}).missing:
        now = {"class_1", "class_2", "not_listed", "excluded"} if fact.gate == "catalog" else None
        if fact.gain and now:
            assert any(set(effect.outcomes) < now for effect in fact.effects)
        assert bool(fact.gain) == bool(fact.effects)


def test_where_no_fact_alone_narrows_those_that_do_together_are_named_without_effects(law: Law) -> None:
    """By 65号 either basis may be the one that counts, so that no single answer settles the plant."""
    plant = {**BASE, "activity": "coal_power"}
    found = asked(screen_one(law, plant), "action_plan")
    assert [fact.gain for fact in found] == [0.0] * 3
    assert {fact.field for fact in found} == {
        "reading_action_plan_basis",
        "energy_equivalent_tce",
        "energy_calorific_tce",
    }
    assert all(fact.effects == () for fact in found)


def test_the_carve_out_is_asked_of_a_retrofit_only(law: Law) -> None:
    stated = {**CLINKER, "energy_equivalent_tce": 60000}
    retrofit = screen_one(law, {**stated, "construction_nature": "technical_retrofit"})
    assert {fact.field for fact in asked(retrofit)} == {"main_process_changed", "capacity_added"}
    told = screen_one(law, {**stated, "construction_nature": "technical_retrofit", "capacity_added": "yes"})
    assert asked(told) == []


def test_a_blank_project_is_asked_for_its_place_and_what_it_is(law: Law) -> None:
    fields = [fact.field for fact in asked(screen_one(law, {}))]
    assert fields[0] in ("county", "activity", "energy_equivalent_tce")
    assert {"county", "activity", "energy_equivalent_tce"} <= set(fields)


def test_the_summary_counts_outcomes_and_what_filling_a_column_settles(law: Law) -> None:
    settled = {**CLINKER, "energy_equivalent_tce": 60000}
    summary = screen_stated(law, [CLINKER, CLINKER, settled]).summary()
    assert summary.projects == 3
    assert {k: v for k, v in summary.outcomes["catalog"].items() if v} == {"undetermined": 2, "class_1": 1}
    best = summary.fill[0]
    assert (best.field, best.settles, best.narrows) == ("energy_equivalent_tce", 2, 2)


def test_margins_say_how_far_a_figure_is_from_each_line(law: Law) -> None:
    margins = screen_one(law, {**CLINKER, "energy_equivalent_tce": (48000, 52000)}).margins
    found = {(m.threshold, m.low, m.high) for m in margins if (m.gate, m.field) == ("catalog", "energy_equivalent_tce")}
    assert found == {(10000.0, 38000.0, 42000.0), (50000.0, -2000.0, 2000.0)}
