"""Laws that differ only in how they are written are proved equal, and the same comparison reads the same twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from edit_cases import CASES
from law_edits import CARVE_OUT, CLASS_ONE, CLASS_TWO, PLANNED, R21
from oracle.copies import Edits, edited

from lianggao.audit.diff import LawDiff, diff_laws, diff_rulebooks
from lianggao.rulebook import Law, load_law, load_rulebook

FORMS: Edits = {
    # at_least: 10000 and not less_than: 10000 are one line; so are more_than and not at_most.
    CLASS_TWO: [
        (
            "    - {field: energy_equivalent_tce, at_least: 10000}\n"
            "    - {field: energy_equivalent_tce, less_than: 50000}",
            "    - {field: energy_equivalent_tce, less_than: 50000}\n"
            "    - not: {field: energy_equivalent_tce, less_than: 10000}",
        )
    ],
    CLASS_ONE: [("[coal_power, petrochemical, chemical, ", "[chemical, petrochemical, coal_power, ")],
    CARVE_OUT: [('    - {field: capacity_added, is: "no"}', '    - not: {not: {field: capacity_added, is: "no"}}')],
    # A definition written out, its parts the other way round.
    f"{R21}/class-two.yaml": [
        (
            "    - {ref: henan-catalog-2021/class-two-scope}\n",
            "    - not: {field: energy_equivalent_tce, at_least: 50000}\n"
            "    - {field: energy_equivalent_tce, at_least: 10000}\n"
            "    - {field: activity, in_catalog: henan-catalog-2021/items}\n",
        )
    ],
    PLANNED: [
        ("{gate: catalog, in: [class_1, class_2]}", "not: {gate: catalog, in: [excluded, not_listed, not_applicable]}"),
        ("[development, industry, land, environment]", "[environment, land, industry, development]"),
    ],
    "rules/gates/signing_review.yaml": [("{field: city, is: xuchang}", "{field: city, in: [xuchang]}")],
    # Nobody is nowhere: the ceiling says again what the other conditions say already.
    "rules/energy-review-2016/provincial.yaml": [
        (
            "when: {field: energy_calorific_tce, at_least: 5000}",
            "when: {any: [{field: energy_calorific_tce, at_least: 5000}, {all: [{field: coal_t, at_least: 1}, "
            "{field: coal_t, less_than: 1}]}]}",
        )
    ],
}


def test_laws_that_differ_only_in_form_are_equal_on_every_date(law: Law, tmp_path: Path) -> None:
    diff = diff_laws(law, load_law(edited(tmp_path, FORMS)))
    assert diff.same
    assert set(diff.verdicts) == set(law.gates)
    assert set(diff.verdicts.values()) == {"equal"}
    assert not any(gate.changed for period in diff.periods for gate in period.gates)
    looked_at = {gate.gate for period in diff.periods for gate in period.gates if gate.worlds}
    assert looked_at >= {"catalog", "joint_review", "energy_review"}
    assert {change.rule for change in diff.rules} >= {
        "henan-catalog-2021/class-two",
        "henan-joint-review-2021/planned-listed",
    }


def test_the_shipped_law_is_the_same_as_itself_and_as_a_copy(law: Law, tmp_path: Path) -> None:
    copy = load_law(edited(tmp_path, {}))
    for other in (law, copy):
        diff = diff_laws(law, other)
        assert diff.same
        assert (diff.rules, diff.other_changes, diff.not_compared) == ((), (), ())
        assert [(period.first, period.last) for period in diff.periods] == [("", "")]


CALLS = "  departments: [development, industry, land, environment]\n"


def test_departments_called_by_what_follows_instead_of_what_decides_are_the_same(law: Law, tmp_path: Path) -> None:
    checklist = "rules/henan-joint-review-2021/checklist-land.yaml"
    edits: Edits = {PLANNED: [(CALLS, "")], checklist: [("conclude:\n", f"conclude:\n{CALLS}")]}
    diff = diff_rulebooks(*(load_rulebook("2022-12-31", one) for one in (law, load_law(edited(tmp_path, edits)))))
    assert set(diff.verdicts.values()) == {"equal"}
    assert not any(gate.changed for gate in diff.periods[0].gates)
    assert {change.rule for change in diff.rules} == {
        "henan-joint-review-2021/planned-listed",
        "henan-joint-review-2021/checklist-land",
    }


def test_a_rule_with_too_many_worlds_is_not_equal_to_itself(tmp_path: Path, law: Law) -> None:
    from test_without_moves import wide

    other = load_law(edited(tmp_path, {f"{R21}/wide.yaml": wide(law)}))
    diff = diff_laws(other, other)
    assert (diff.complete, diff.same) == (False, False)


SOME = ("class two begins at 12 000", "a rule is added", "departments become possible")


@pytest.mark.slow
@pytest.mark.parametrize("name", SOME)
def test_the_same_comparison_reads_the_same_twice_and_the_other_way_round_the_other_way(
    law: Law, tmp_path: Path, name: str
) -> None:
    case, folder = CASES[name], edited(tmp_path, CASES[name].edits)
    one, other = (load_law(folder) for _ in range(2))
    books = [load_rulebook(case.day, some) for some in (law, one, other)]
    forth, again, back = (
        diff_rulebooks(*pair) for pair in ((books[0], books[1]), (books[0], books[2]), (books[1], books[0]))
    )
    assert forth.model_dump_json() == again.model_dump_json()
    assert turned(forth) == told(back)
    other_way = {"stricter": "looser", "looser": "stricter"}
    assert {gate: other_way.get(verdict, verdict) for gate, verdict in forth.verdicts.items()} == dict(back.verdicts)


def told(diff: LawDiff) -> set[tuple[object, ...]]:
    """Return every move with its number of worlds."""
    return {
        (gate.gate, move.kind, move.subject, move.old, move.new, move.direction, move.worlds)
        for gate in diff.periods[0].gates
        for move in gate.moves
    }


def turned(diff: LawDiff) -> set[tuple[object, ...]]:
    other_way = {"stricter": "looser", "looser": "stricter", "neither": "neither"}
    return {
        (gate, kind, subject, new, old, other_way[str(way)], n) for gate, kind, subject, old, new, way, n in told(diff)
    }
