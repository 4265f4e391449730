"""Trust and score, worked by hand: how far each outcome rests on texts that were read, and what it counts."""

from __future__ import annotations

from building import (
    BASE,
    CLINKER,
    ELSEWHERE,
    NANYANG,
    XUCHANG,
    Stated,
    outcomes,
    reviews,
    screen_one,
    screen_stated,
    statuses,
)

from lianggao.rulebook import Law

LISTED: Stated = {**CLINKER, "county": NANYANG, "energy_equivalent_tce": 60000, "energy_calorific_tce": 52000}
MET: Stated = {
    "replacement_ratio": 2,
    "regional_reduction": "yes",
    "coal_added_t": 0,
    "limit_3_ratio": 0.9,
    "energy_room_share": 0.5,
    "window_guidance_done": "yes",
    "building_coefficient": 40,
    "office_land_share": 5,
}
"""What meets every requirement that a clinker line comes under in 2022, so that only rules count."""

IN_2021, IN_2024 = "2022-06-30", "2024-06-30"


def test_the_2021_catalog_was_read_in_a_reprint_and_the_revision_not_at_all(law: Law) -> None:
    assert screen_one(law, LISTED, IN_2021).gate("catalog").trust == "reprint"
    assert screen_one(law, LISTED, IN_2024).gate("catalog").trust == "recalled"


def test_inside_2023_the_weaker_of_the_two_catalogs_counts(law: Law) -> None:
    assert screen_one(law, LISTED, "2023-07-01").gate("catalog").trust == "recalled"


def test_no_rule_holds_rests_on_all_the_rules_that_might_have(law: Law) -> None:
    nothing = {**BASE, "activity": "other"}
    assert screen_one(law, nothing, IN_2021).gate("catalog").trust == "reprint"
    assert screen_one(law, nothing, IN_2024).gate("catalog").trust == "recalled"


def test_what_builds_on_the_catalog_is_trusted_no_further_than_the_catalog(law: Law) -> None:
    """The notice on the joint review was read in a reprint; since 2023 the catalog it goes by is only recalled."""
    assert screen_one(law, LISTED, IN_2021).gate("joint_review").trust == "reprint"
    assert screen_one(law, LISTED, IN_2024).gate("joint_review").trust == "recalled"
    assert screen_one(law, LISTED, IN_2024).gate("ledger").trust == "recalled"


def test_an_outcome_that_no_text_reaches_has_no_trust(law: Law) -> None:
    gate = screen_one(law, {**LISTED, "county": ELSEWHERE}, IN_2024, "official").gate("catalog")
    assert (gate.outcome, gate.trust, gate.below_floor) == ("not_applicable", None, False)


def test_coking_is_in_the_six_industries_by_an_inference_that_is_trusted_less(law: Law) -> None:
    assert screen_one(law, {**BASE, "activity": "coal_power"}).gate("national").trust == "report"
    assert screen_one(law, {**BASE, "activity": "coking"}).gate("national").trust == "recalled"


def test_below_the_floor_an_outcome_is_shown_as_undetermined_with_what_it_would_be(law: Law) -> None:
    gate = screen_one(law, LISTED, IN_2024, "reprint").gate("catalog")
    assert (gate.outcome, gate.outcomes, gate.below_floor) == ("undetermined", ("class_1",), True)
    assert gate.reason.startswith("所依文本的可信度低于所设下限")
    above = screen_one(law, LISTED, IN_2021, "reprint").gate("catalog")
    assert (above.outcome, above.below_floor) == ("class_1", False)


def test_below_the_floor_departments_are_possible_neither_required_nor_ruled_out(law: Law) -> None:
    trusted = screen_one(law, LISTED, IN_2021, "reprint")
    assert reviews(trusted)["industry"] == "required"
    for stated in (LISTED, {**LISTED, "energy_equivalent_tce": 500, "energy_calorific_tce": 500}):
        found = reviews(screen_one(law, stated, IN_2024, "reprint"))
        assert {found[name] for name in ("development", "industry", "land", "environment")} == {"possible"}
        assert found["commerce"] == "not_required"
    unlisted = {**LISTED, "energy_equivalent_tce": 500, "energy_calorific_tce": 500}
    assert set(reviews(screen_one(law, unlisted, IN_2024)).values()) == {"not_required"}


def test_below_the_floor_no_rule_is_shown_as_certain_and_none_counts_as_certain(law: Law) -> None:
    result = screen_one(law, LISTED, IN_2024, "official")
    assert set(statuses(result).values()) == {"possible"}
    assert result.score.low == 0
    assert result.score.high == screen_one(law, LISTED, IN_2024).score.high


def test_the_columns_agree_with_the_project_below_the_floor(law: Law) -> None:
    screening = screen_stated(law, [LISTED, CLINKER], IN_2024, "reprint")
    columns = screening.columns("en")
    for row, result in enumerate(screening.projects()):
        assert columns["determination"][row] == result.determination == "undetermined"
        assert columns["possible_determinations"][row].split("；") == list(result.gate("catalog").outcomes)
        assert (columns["score_low"][row], columns["score_high"][row]) == (result.score.low, result.score.high)
        assert {d: columns[f"review_{d}"][row] for d in reviews(result)} == reviews(result)


def test_the_score_adds_the_points_of_what_holds(law: Law) -> None:
    """Class 1 (40), one of the six industries (15), joint review (10), provincial energy review (5)."""
    score = screen_one(law, {**LISTED, **MET}).score
    assert (score.low, score.high) == (70, 70)
    assert {part.rule: part.points for part in score.contributions} == {
        "henan-catalog-2021/class-one": 40,
        "mee-source-control-2021/six-industries": 15,
        "henan-joint-review-2021/planned-listed": 10,
        "energy-review-2016/provincial": 5,
    }


def test_a_requirement_not_met_adds_its_points_and_one_that_may_not_be_at_the_high_end(law: Law) -> None:
    """Clinker below 1.5:1 (5) is not met, regional reduction (2) is open."""
    stated = {**LISTED, **MET, "replacement_ratio": 1.4}
    score = screen_one(law, {name: value for name, value in stated.items() if name != "regional_reduction"}).score
    assert (score.low, score.high) == (75, 77)
    assert [(part.rule, part.points, part.status) for part in score.contributions if part.rule in law.gates] == [
        ("cement-glass-replacement-2021/clinker-earlier", 5, "certain"),
        ("mee-source-control-2021/regional-reduction", 2, "possible"),
    ]


def test_what_may_hold_counts_at_the_high_end_only(law: Law) -> None:
    score = screen_one(
        law, {**LISTED, **MET, "energy_equivalent_tce": (48000, 60000), "energy_calorific_tce": 40000}
    ).score
    assert (score.low, score.high) == (30, 95)
    assert {part.rule for part in score.contributions if part.status == "possible"} == {
        "henan-catalog-2021/class-one",
        "henan-catalog-2021/class-two",
    }


def test_the_score_stops_at_one_hundred_and_its_contributions_do_not(law: Law) -> None:
    grounds = {"stage": "signing", "hazardous_chemicals": "yes", "local_positioning": "does_not_fit"}
    screening = screen_stated(law, [{**LISTED, **grounds, "county": XUCHANG}], IN_2024)
    score, columns = screening.project(1).score, screening.columns("en")
    assert (score.low, score.high) == (columns["score_low"][0], columns["score_high"][0]) == (100, 100)
    # Class 1, the six industries, joint review and energy review as above, four grounds of the signing review (10
    # each), and two requirements of Xuchang that say the same of a project at signing (2 each).
    assert sum(part.points for part in score.contributions if part.status == "certain") == 70 + 40 + 4


def test_the_bounds_of_a_score_are_the_sums_of_its_contributions(law: Law) -> None:
    for stated in ({}, CLINKER, LISTED, {**BASE, "activity": ["pvc", "other"]}):
        score = screen_one(law, stated, IN_2024).score
        certain = sum(part.points for part in score.contributions if part.status == "certain")
        every = sum(part.points for part in score.contributions)
        assert (score.low, score.high) == (min(certain, 100), min(every, 100))
        assert outcomes(screen_one(law, stated, IN_2024))
