"""One project stated field by field is read as a row of a list is."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from lianggao.api import screen_project
from lianggao.errors import InputError
from lianggao.intake import read_headers
from lianggao.project import FIELDS, Project, project_facts
from lianggao.rulebook import load_law
from lianggao.vocabulary import read_vocabulary

CATALOGS = load_law().catalogs
VOCABULARY = read_vocabulary(CATALOGS)
HEADERS = read_headers(CATALOGS)


def test_a_project_has_every_field_that_can_be_stated_and_says_what_it_means() -> None:
    stated = [name for name, known in VOCABULARY.fields.items() if known.kind != "derived"]
    assert sorted(FIELDS) == sorted(stated)
    assert all(field.description for field in Project.model_fields.values())


def test_kinds_of_fields_are_typed_alike() -> None:
    for name in FIELDS:
        field = Project.model_fields[name]
        assert ("float" in str(field.annotation)) == (VOCABULARY[name].kind == "quantity")


def test_projects_are_read_as_rows() -> None:
    facts = project_facts(
        [
            Project(project_name="甲", energy_equivalent_tce="4.8—5.2万吨标准煤", stage="拟建", county="411081"),
            Project(energy_equivalent_tce=(1, 2.5), land_m2=1630, stage="existing", decision_date="2022年6月"),
            Project(stage="?"),
        ],
        VOCABULARY,
        HEADERS,
    )
    assert facts.rows == 3
    assert facts.text("project_name").tolist() == ["甲", "", ""]
    assert facts.text("decision_date").tolist() == ["", "2022-06", ""]
    assert facts.span("energy_equivalent_tce").low.tolist() == [48000, 1, 0]
    assert facts.span("energy_equivalent_tce").high.tolist() == [52000, 2.5, float("inf")]
    assert facts.span("land_m2").stated.tolist() == [False, True, False]
    assert facts.choices["stage"].rows().sum(axis=1).tolist() == [1, 1, 4]
    assert facts.choices["county"].rows().sum(axis=1)[0] == 1
    assert [(note.row, note.field) for note in facts.notes] == [(2, "stage")]


def test_no_projects_are_no_rows() -> None:
    assert project_facts([], VOCABULARY, HEADERS).rows == 0


@pytest.mark.parametrize(
    "wrong",
    [{"energy": 1}, {"industry_group": "steel"}, {"land_m2": True}, {"project_name": 5}, {"land_m2": (1, 2, 3)}],
)
def test_an_unknown_field_or_a_wrong_type_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Project(**wrong)  # type: ignore[arg-type]


def test_a_number_beyond_any_figure_is_unknown_with_a_note() -> None:
    result = screen_project(Project(coal_t=10**400), as_of="2022-06-30")
    assert "coal_t" not in result.facts
    assert any("1000000" in note.text for note in result.data_notes)


def test_a_field_that_only_an_overlay_has_is_stated_by_its_key() -> None:
    shandong = load_law("examples/provinces/shandong")
    stated = {"activity": "lime", "county": "370900", "reading_shandong_2023": "counted"}
    found = screen_project(Project.of(stated), as_of="2024-06-30", law=shandong)
    assert found.determination == "listed"
    blank = screen_project(Project.of({**stated, "reading_shandong_2023": None}), as_of="2024-06-30", law=shandong)
    assert blank.determination == "undetermined"


def test_a_field_that_the_law_in_use_does_not_have_is_refused() -> None:
    with pytest.raises(InputError, match="unknown-field: field `reading_shandong_2023`"):
        screen_project(Project.of({"reading_shandong_2023": "counted"}), as_of="2024-06-30")
