"""The pages of the departments: on file as they should be, and whatever the law has for a department is on its page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lianggao.audit.departments import department_pages
from lianggao.audit.departments.asked import asked_of, inputs_of
from lianggao.audit.departments.introductions import INTRODUCTIONS
from lianggao.audit.pages import differing_pages
from lianggao.cli.app import main
from lianggao.rulebook import Law

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def pages(law: Law) -> Mapping[str, str]:
    return department_pages(law)


def test_the_pages_on_file_are_what_the_law_says(pages: Mapping[str, str]) -> None:
    assert list(differing_pages(pages, ROOT / "docs" / "departments")) == [], "make docs"


def test_every_department_has_a_page_with_an_introduction(pages: Mapping[str, str], law: Law) -> None:
    assert list(pages) == [f"{name}.md" for name in law.vocabulary.departments]
    assert list(INTRODUCTIONS) == list(law.vocabulary.departments)
    for name, text in INTRODUCTIONS.items():
        assert text in pages[f"{name}.md"]


def test_each_requirement_is_on_the_page_of_its_department_alone(pages: Mapping[str, str], law: Law) -> None:
    for required, _ in law.files.requirements:
        rows = {name for name, text in pages.items() if f"| [{required.title}](../rules/{required.id}.md) |" in text}
        assert rows == {f"{required.department}.md"}
        page = pages[f"{required.department}.md"]
        assert required.cite.place in page
        assert required.cite.why is None or required.cite.why in page
        for question in required.open_questions:
            assert law.questions[question].decision in page


def test_what_is_left_to_a_person_is_on_the_page_of_each_department_named(pages: Mapping[str, str], law: Law) -> None:
    places = [
        (place, {f"{name}.md" for name in place.departments})
        for source in law.sources.values()
        for place in (source.contents.places if source.contents else ())
        if place.left_to == "person"
    ]
    assert any(names for _, names in places)
    for place, names in places:
        shown = {name for name, text in pages.items() if f"{place.place} | {place.what} | {place.why} |" in text}
        assert shown == names


def test_each_line_of_a_checklist_is_on_the_page(pages: Mapping[str, str], law: Law) -> None:
    for rule in law.rules:
        for department, lines in rule.rule.conclude.checklist.items():
            assert all(f"  - {line}\n" in pages[f"{department}.md"] for line in lines)


@pytest.mark.parametrize(
    ("field", "inputs"),
    [
        ("replacement_ratio", ["replaced_t", "added_output_t", "replaced_cases", "added_output_cases"]),
        ("office_land_share", ["office_land_m2", "land_m2"]),
        ("energy_room_share", ["added_energy_equivalent_tce", "energy_room_tce"]),
        # 全省平均值、系数B只填报；C由能耗（当量值或等价值）和工业增加值算出。
        (
            "energy_right_ratio",
            [
                "energy_right_traded_tce",
                "energy_right_a_tce",
                "energy_right_b",
                "energy_calorific_tce",
                "added_value_wan_yuan",
                "energy_equivalent_tce",
                "energy_average",
            ],
        ),
        ("in_park", []),
        ("coal_k1", []),
    ],
)
def test_the_facts_behind_a_computed_one_are_those_of_its_formula(law: Law, field: str, inputs: list[str]) -> None:
    assert inputs_of(field, law) == inputs


def test_unit_energy_is_asked_for_with_its_product_and_what_it_is_worked_out_from(law: Law) -> None:
    inputs = inputs_of("benchmark_ratio", law)
    assert inputs[0] == "efficiency_item"
    assert {"unit_energy_kgce_per_t", "energy_calorific_tce", "output_t"} <= set(inputs)


def test_a_requirement_asks_for_whom_it_binds_as_well_as_for_what_it_demands(law: Law) -> None:
    rule = law.rule("mee-source-control-2021/in-compliant-park")
    assert rule is not None
    fields, gates = asked_of(rule, law)
    # The industry is derived from the activity, which is what a list states.
    assert {"construction_nature", "activity", "in_park"} <= set(fields)
    assert "industry_group" not in fields
    assert gates == ["national"]


def test_the_verb_writes_the_pages_and_tells_which_are_stale(
    pages: Mapping[str, str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["rules", "departments", str(tmp_path)]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == dict(pages)
    (tmp_path / "land.md").write_text("", encoding="utf-8")
    assert main(["rules", "departments", str(tmp_path), "--check"]) == 3
    assert capfdbinary.readouterr().out.decode() == f"过时　{(tmp_path / 'land.md').as_posix()}\n"
