"""The workbook to fill in: what is filled in is read back as it was meant, and nothing in it is a project yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_10

from lianggao import InputError, Law, Project, load_law, read_list, screen
from lianggao.cli.app import main
from lianggao.facts import Facts
from lianggao.intake import read_facts, read_headers, report_columns
from lianggao.notes import kind_of
from lianggao.project import FIELDS, project_facts
from lianggao.reports.template import write_template
from lianggao.reports.template.columns import TemplateColumn, template_columns

NUMBERS = {
    "energy_equivalent_tce": 26000.5,
    "energy_calorific_tce": 25000,
    "energy_unstated_tce": "2.5—2.6万吨标准煤",
    "coal_t": "不涉及",
}


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law()


def answers(columns: list[TemplateColumn]) -> dict[str, Any]:
    """Return something for every field, the last of what can be chosen, and numbers that differ by field."""
    found: dict[str, Any] = {}
    for at, column in enumerate(columns):
        kind = column.field.kind
        by_kind = {"text": f"文字{at}；第二句", "date": "2022-06-30", "quantity": 1000.25 + at}
        found[column.field.name] = column.options[-1] if column.options else by_kind[kind]
    return {**found, **NUMBERS, "industry_code": "0610", "uscc": "914110810000000009", "county": "许昌市禹州市"}


def filled(path: Path, law: Law, rows: list[dict[str, Any]], lang: str = "zh") -> Path:
    """Write rows into the template as a person does, cell by cell."""
    write_template(law, path, lang)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, values in enumerate(rows, start=2):
        for at, column in enumerate(template_columns(law, lang), start=1):
            sheet.cell(row, at).value = values.get(column.field.name)
    book.save(path)
    return path


def facts_of(path: Path, law: Law) -> Facts:
    raw, headers = read_list(path, law=law), read_headers(law.catalogs)
    return read_facts(raw, report_columns(raw, law.vocabulary, headers), law.vocabulary, headers)


def same(one: Facts, other: Facts) -> None:
    assert one.rows == other.rows
    assert {n: t.tolist() for n, t in one.texts.items()} == {n: t.tolist() for n, t in other.texts.items()}
    assert one.choices.keys() == other.choices.keys()
    for name, known in one.choices.items():
        assert np.array_equal(known.rows(), other.choices[name].rows()), name
    for name in one.quantities.keys() | other.quantities.keys():
        assert np.array_equal(one.span(name).low, other.span(name).low), name
        assert np.array_equal(one.span(name).high, other.span(name).high), name


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_field_of_a_project_is_read_back_as_it_was_filled_in(law: Law, tmp_path: Path, lang: str) -> None:
    columns = template_columns(law, lang)
    full = answers(columns)
    assert set(FIELDS) <= set(full)
    rows = [full, {"project_name": "只有名称"}, {**full, "project_name": "第三个", "coal_t": None}]
    facts = facts_of(filled(tmp_path / "a.xlsx", law, rows, lang), law)
    headers = read_headers(law.catalogs)
    same(facts, project_facts([Project.of({k: v for k, v in r.items() if v}) for r in rows], law.vocabulary, headers))
    assert facts.span("land_m2").low[0] > 1000
    assert not facts.span("land_m2").stated[1]
    assert facts.text("industry_code")[0] == "0610"


def test_every_choice_on_offer_is_read_as_that_choice_alone(law: Law) -> None:
    for column in template_columns(law, "zh"):
        known = column.field
        if not known.is_choice:
            continue
        projects = [Project.of({known.name: option}) for option in column.options]
        stated = screen(projects, as_of="2022-06-30", law=law).display.stated.choices[known.name].rows()
        assert np.array_equal(stated, np.eye(len(known.values), dtype=bool)), known.name


def test_an_empty_template_is_an_empty_list(law: Law, tmp_path: Path) -> None:
    write_template(law, tmp_path / "a.xlsx")
    raw = read_list(tmp_path / "a.xlsx", law=law)
    assert (raw.sheet, len(raw.frame), raw.aside) == ("项目清单", 0, ())
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["项目清单", "填写说明", "选项"]


def test_the_example_is_understood_as_a_whole_and_its_codes_check_out(law: Law, tmp_path: Path) -> None:
    columns = template_columns(law, "zh")
    example = {column.field.name: column.example for column in columns}
    code = example["project_code"].replace("-", "")
    assert mod_11_10.is_valid(code)
    assert uscc.is_valid(example["uscc"])
    screening = screen(filled(tmp_path / "a.xlsx", law, [example]), law=law)
    assert {kind_of(note.code).sure for note in screening.facts.notes} == {"read"}
    assert screening.project(1).gate("catalog").outcome == "class_2"


def test_it_offers_lists_refuses_nothing_and_keeps_codes_as_text(law: Law, tmp_path: Path) -> None:
    write_template(law, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    sheet, columns = book["项目清单"], template_columns(law, "zh")
    checks = {str(check.sqref).split(":")[0]: check for check in sheet.data_validations.dataValidation}
    for at, column in enumerate(columns, start=1):
        cell = sheet.cell(2, at)
        check = checks[cell.coordinate]
        assert (check.type == "list") == bool(column.options)
        assert check.errorStyle == "warning"
        assert str(check.sqref).endswith("501")
        assert check.prompt
        assert len(check.prompt) <= 255
        if column.field.kind == "quantity":
            assert (check.type, check.operator, check.formula1) == ("decimal", "greaterThanOrEqual", "0")
        if column.field.name in ("uscc", "project_code", "industry_code"):
            assert cell.number_format == "@"
    assert book["选项"].sheet_state == "hidden"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    assert [cell.value for cell in book["填写说明"]["C"][1 : len(columns) + 1]] == [c.header for c in columns]


def test_the_fields_of_an_overlay_have_columns_too(tmp_path: Path) -> None:
    folder = tmp_path / "city"
    (folder / "catalogs/vocabulary").mkdir(parents=True)
    (folder / "overlay.yaml").write_text("id: city\ntitle: 叠加\n", encoding="utf-8")
    added = "field,label,kind,unit,domain,question\nwater_m3,年用水量,quantity,立方米,volume,请提供年用水量\n"
    (folder / "catalogs/vocabulary/fields.added.csv").write_text(added, encoding="utf-8")
    assert main(["template", str(tmp_path / "a.xlsx"), "--law", str(folder)]) == 0
    headers = [cell.value for cell in load_workbook(tmp_path / "a.xlsx")["项目清单"][1]]
    assert "年用水量（立方米）" in headers


def test_the_same_law_gives_the_same_bytes(law: Law, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_template(law, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_can_not_be_written_is_refused(law: Law, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", str(tmp_path / "a.csv")]) == 1
    assert "file-kind-unknown" in capsys.readouterr().err
    with pytest.raises(InputError, match="file-not-writable"):
        write_template(law, tmp_path / "none" / "a.xlsx")
