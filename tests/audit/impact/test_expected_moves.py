"""Files that announce moves: read, held against what moves, and every mistake told with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from edits import AS_OF, LINE, REPORTED, edited, project

from lianggao import InputError, Law
from lianggao.audit.impact import Impact, impact_of
from lianggao.audit.impact.expected import differences, read_moves, written_moves

# Two of one name; row 5 has a name that only quotes can hold, row 6 a contact in its name and row 7 no name at all.
LISTED = [
    project("耐火砖", 11_000, stage="existing"),
    project("砖窑", 11_000),
    project("砖窑", 11_500, stage="existing"),
    project("高炉料", 30_000),
    project('甲："乙"\n#丙\\', (11_000, 13_000), stage="existing"),
    project("窑炉（联系13900005678）", 11_000, stage="existing"),
    project(None, 11_000, stage="existing"),
]
REVIEWS = dict.fromkeys(("development", "industry", "land", "environment"), "required -> not_required")
ALL: list[dict[str, Any]] = [
    {"project": "耐火砖", "gates": {"catalog": "class_2 -> not_listed"}},
    {
        "project": "砖窑",
        "row": 2,
        "gates": {"catalog": "class_2 -> not_listed", "joint_review": "required -> not_required"},
        "departments": REVIEWS,
    },
    {"row": 3, "gates": {"catalog": "class_2 -> not_listed"}},
    {"row": 5, "gates": {"catalog": "class_2 -> not_listed|class_2"}},
    {"project": "窑炉（联系139******78）", "gates": {"catalog": "class_2->not_listed"}},
    {"row": 7, "gates": {"catalog": "class_2 -> not_listed"}},
]


@pytest.fixture(scope="module")
def impact(tmp_path_factory: pytest.TempPathFactory, law: Law) -> Impact:
    return impact_of(law, edited(tmp_path_factory.mktemp("law"), LINE), LISTED, as_of=AS_OF)


@pytest.fixture
def read(tmp_path: Path, impact: Impact, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Return what reads a text as a file `moves.yaml`."""
    monkeypatch.chdir(tmp_path)

    def call(text: str) -> Any:
        Path("moves.yaml").write_text(text, encoding="utf-8")
        return read_moves("moves.yaml", impact)

    return call


def lines(impact: Impact, moves: list[dict[str, Any]], lang: str = "zh") -> list[str]:
    return [one.line(lang) for one in differences(impact, read_moves({"moves": moves}, impact))]


def test_all_moves_announced_by_hand_are_all_that_happen(impact: Impact) -> None:
    assert lines(impact, ALL) == []


def test_the_order_of_entries_and_of_outcomes_has_no_say(impact: Impact) -> None:
    assert lines(impact, ALL[::-1]) == []


def test_a_move_that_is_not_announced_is_a_difference_per_gate_and_department(impact: Impact) -> None:
    assert lines(impact, [ALL[0], *ALL[2:]]) == [
        "第2行 砖窑：关口 catalog：未写明，实为 class_2 -> not_listed",
        "第2行 砖窑：关口 joint_review：未写明，实为 required -> not_required",
        "第2行 砖窑：部门 development：未写明，实为 required -> not_required",
        "第2行 砖窑：部门 industry：未写明，实为 required -> not_required",
        "第2行 砖窑：部门 land：未写明，实为 required -> not_required",
        "第2行 砖窑：部门 environment：未写明，实为 required -> not_required",
    ]


def test_a_move_that_does_not_happen_or_happens_otherwise_is_a_difference(impact: Impact) -> None:
    wrong = [
        {"row": 1, "gates": {"catalog": "class_2 -> class_1", "ledger": "strict_admission -> no_measure"}},
        *ALL[1:],
        {"project": "高炉料", "departments": {"land": "required -> possible"}},
    ]
    assert lines(impact, wrong) == [
        "第1行 耐火砖：关口 catalog：写明 class_2 -> class_1，实为 class_2 -> not_listed",
        "第1行 耐火砖：关口 ledger：写明 strict_admission -> no_measure，实际未变",
        "第4行 高炉料：部门 land：写明 required -> possible，实际未变",
    ]
    assert lines(impact, wrong, "en")[0] == (
        "row 1 耐火砖: gate catalog: announced class_2 -> class_1, found class_2 -> not_listed"
    )


def test_a_department_left_out_is_a_difference(impact: Impact) -> None:
    fewer = {name: move for name, move in REVIEWS.items() if name != "land"}
    moves = [ALL[0], {**ALL[1], "departments": fewer}, *ALL[2:]]
    assert lines(impact, moves) == ["第2行 砖窑：部门 land：未写明，实为 required -> not_required"]


def test_a_line_is_one_line_and_hides_contacts(impact: Impact) -> None:
    assert lines(impact, [*ALL[:3], ALL[5]]) == [
        '第5行 甲："乙" #丙\\：关口 catalog：未写明，实为 class_2 -> class_2|not_listed',
        "第6行 窑炉（联系139******78）：关口 catalog：未写明，实为 class_2 -> not_listed",
    ]
    assert lines(impact, ALL[:5]) == ["第7行：关口 catalog：未写明，实为 class_2 -> not_listed"]


@pytest.mark.parametrize("keep_contacts", [False, True])
def test_a_written_file_announces_exactly_what_moves(
    impact: Impact, read: Callable[[str], Any], keep_contacts: bool
) -> None:
    text = written_moves(impact, keep_contacts=keep_contacts)
    assert differences(impact, read(text)) == ()
    assert ("13900005678" in text) == keep_contacts
    assert text == written_moves(impact, keep_contacts=keep_contacts)


def test_a_written_file_is_what_a_person_would_write(impact: Impact) -> None:
    written = written_moves(impact).splitlines()
    assert [line for line in written[:4] if not line.startswith("# ")] == []
    assert written[4:17] == [
        "moves:",
        '  - project: "耐火砖"',
        "    gates:",
        "      catalog: class_2 -> not_listed",
        '  - project: "砖窑"',
        "    row: 2",
        "    gates:",
        "      catalog: class_2 -> not_listed",
        "      joint_review: required -> not_required",
        "    departments:",
        "      development: required -> not_required",
        "      industry: required -> not_required",
        "      land: required -> not_required",
    ]
    assert written[-3:] == ["  - row: 7", "    gates:", "      catalog: class_2 -> not_listed"]


def test_where_nothing_moves_an_empty_file_says_so(law: Law, impact: Impact, read: Callable[[str], Any]) -> None:
    still = impact_of(law, law, LISTED, as_of=AS_OF)
    text = written_moves(still)
    assert text.endswith("\nmoves: []\n")
    assert differences(still, read(text)) == ()
    assert len(differences(impact, read(text))) == 11


def test_a_withheld_outcome_is_written_beside_undetermined(tmp_path: Path, law: Law) -> None:
    new = edited(tmp_path, REPORTED)
    impact = impact_of(law, new, [project("窑", 20_000, stage="existing")], as_of=AS_OF, trust="reprint")
    assert "      catalog: class_2 -> class_2|undetermined\n" in written_moves(impact)
    moves = {"moves": [{"row": 1, "gates": {"catalog": "class_2 -> undetermined|class_2"}}]}
    found = {one.subject for one in differences(impact, read_moves(moves, impact))}
    assert "catalog" not in found


BAD = {
    "an unknown gate": (
        "moves:\n  - project: 耐火砖\n    gates: {catalogue: class_2 -> not_listed}\n",
        ["moves.yaml:3:13: unknown-gate: gate `catalogue` is unknown; did you mean `catalog`?"],
    ),
    "an outcome of another gate": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2 -> required}\n",
        ["moves.yaml:3:22: unknown-outcome: gate `catalog` has no outcome `required`; did you mean"],
    ),
    "an unknown department": (
        "moves:\n  - project: 耐火砖\n    departments:\n      lands: required -> possible\n",
        ["moves.yaml:4:7: unknown-department: department `lands` is unknown; did you mean `land`?"],
    ),
    "an unknown review": (
        "moves:\n  - project: 耐火砖\n    departments: {land: required -> not required}\n",
        ["moves.yaml:3:25: stranger-in-enum: `not required` is not a value of `review`; did you mean `not_required`?"],
    ),
    "a set of reviews": (
        "moves:\n  - project: 耐火砖\n    departments: {land: required|possible -> not_required}\n",
        ["moves.yaml:3:25: stranger-in-enum: `required|possible` is not a value of `review`"],
    ),
    "an unknown project": (
        "moves:\n  - project: 耐火转\n    gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:14: project-unknown: no project of the list is called `耐火转`; did you mean `耐火砖`?"],
    ),
    "a name that two have": (
        "moves:\n  - project: 砖窑\n    gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:14: project-ambiguous: several projects are called `砖窑`: rows 2, 3; add `row`"],
    ),
    "a row of another name": (
        "moves:\n  - project: 耐火砖\n    row: 2\n    gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:14: row-of-another: row 2 is `砖窑`, not `耐火砖`"],
    ),
    "a row beyond the list": (
        "moves:\n  - row: 8\n    gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:10: row-unknown: there is no row 8; the list has 7"],
    ),
    "row nought": (
        "moves:\n  - row: 0\n    gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:10: wrong-in-moves: `0` is refused: input should be greater than or equal to 1"],
    ),
    "nobody": (
        "moves:\n  - gates: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:2:5: move-without-project: no project is named"],
    ),
    "no move": ("moves:\n  - project: 耐火砖\n", ["moves.yaml:2:5: nothing-announced: no move is announced here"]),
    "the same project twice": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2 -> not_listed}\n"
        "  - row: 1\n    departments: {land: required -> possible}\n",
        ["moves.yaml:4:5: announced-twice: project `耐火砖` is announced twice"],
    ),
    "no arrow": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: not_listed}\n",
        ["moves.yaml:3:22: wrong-in-moves: `not_listed` is refused: a move is written `class_2 -> not_listed`"],
    ),
    "two arrows": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2 -> class_1 -> not_listed}\n",
        ["moves.yaml:3:22: wrong-in-moves: `class_2 -> class_1 -> not_listed` is refused"],
    ),
    "an empty side": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2| -> not_listed}\n",
        ["moves.yaml:3:22: wrong-in-moves: `class_2| -> not_listed` is refused: each side names one outcome or more"],
    ),
    "an outcome named twice": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2|class_2 -> not_listed}\n",
        ["moves.yaml:3:22: wrong-in-moves: `class_2|class_2 -> not_listed` is refused"],
    ),
    "no move at all": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_1|class_2 -> class_2|class_1}\n",
        ["moves.yaml:3:22: wrong-in-moves: `class_1|class_2 -> class_2|class_1` is refused: both sides are the same"],
    ),
    "undetermined without outcomes": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: class_2 -> undetermined}\n",
        ["moves.yaml:3:22: wrong-in-moves: `class_2 -> undetermined` is refused: all outcomes that are left are named"],
    ),
    "a number": (
        "moves:\n  - project: 耐火砖\n    gates: {catalog: 2}\n",
        ["moves.yaml:3:22: wrong-in-moves: `2` is refused: a move is written `class_2 -> not_listed`"],
    ),
    "an unknown key": (
        "moves:\n  - project: 耐火砖\n    gate: {catalog: class_2 -> not_listed}\n",
        ["moves.yaml:3:5: unknown-key: key `gate` is unknown here; did you mean `gates`?"],
    ),
    "no list": ("move: []\n", ["moves.yaml:1:1: missing-key: key `moves` is missing", "moves.yaml:1:1: unknown-key:"]),
    "nothing": ("", ["moves.yaml:1:1: wrong-in-moves:"]),
    "no YAML": ("moves: [\n", ["moves.yaml:2:1: not-yaml:"]),
    "several at once": (
        "moves:\n  - project: 耐火转\n    gates: {catalogue: class_2 -> not_listed}\n  - row: 9\n",
        [
            "moves.yaml:2:14: project-unknown:",
            "moves.yaml:3:13: unknown-gate:",
            "moves.yaml:4:5: nothing-announced:",
            "moves.yaml:4:10: row-unknown:",
        ],
    ),
}


@pytest.mark.parametrize("mistake", BAD)
def test_a_mistake_is_told_with_its_place(read: Callable[[str], Any], mistake: str) -> None:
    text, expected = BAD[mistake]
    with pytest.raises(InputError) as raised:
        read(text)
    told = raised.value.render().splitlines()
    assert len(told) == len(expected)
    for line, start in zip(told, expected, strict=True):
        assert line.startswith(start)


def test_a_file_that_is_not_there_is_no_empty_announcement(impact: Impact) -> None:
    with pytest.raises(InputError, match="file-missing"):
        read_moves("nowhere.yaml", impact)


def test_a_mistake_in_plain_data_says_what_it_is(impact: Impact) -> None:
    with pytest.raises(InputError) as raised:
        read_moves({"moves": [{"row": 1, "gates": {"catalogue": "class_2 -> not_listed"}}]}, impact)
    assert str(raised.value) == "expected: unknown-gate: gate `catalogue` is unknown; did you mean `catalog`?"
