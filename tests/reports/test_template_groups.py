"""The groups of the template's columns: every field in one, and a department's checks together at the end."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lianggao import Law, load_law
from lianggao.intake import read_headers
from lianggao.intake.columns import read_header
from lianggao.reports.template import write_template
from lianggao.reports.template.columns import TemplateColumn, template_columns
from lianggao.reports.template.filling import FILLS
from lianggao.reports.template.groups import CHECKS, GROUP_KEYS, GROUPS, WORKED_OUT, group_of

DEPARTMENTS = ["发展改革核对", "工业和信息化核对", "生态环境核对", "自然资源核对"]


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law()


@pytest.fixture(scope="module")
def columns(law: Law) -> list[TemplateColumn]:
    return template_columns(law, "zh")


def test_every_group_has_a_key_and_a_colour_and_only_fields_that_exist(law: Law) -> None:
    assert len(GROUPS) == len(GROUP_KEYS) == len(FILLS)
    assert len(set(FILLS)) == len(FILLS)
    names = [name for group in GROUPS.values() for name in group]
    assert len(set(names)) == len(names)
    assert set(names) <= set(law.vocabulary.fields)


def test_groups_stand_together_and_the_checks_of_departments_behind_all_else(columns: list[TemplateColumn]) -> None:
    order = [name for name, _ in groupby(columns, key=lambda column: column.group_name)]
    assert order == [group for group in GROUPS if group in order]
    assert order[-5:] == [*DEPARTMENTS, WORKED_OUT]
    assert {column.field.name for column in columns if column.level != "optional"}.isdisjoint(
        column.field.name for column in columns if column.folds
    )


def test_every_question_of_a_check_is_in_a_group_that_was_chosen(columns: list[TemplateColumn]) -> None:
    assert {column.field.name for column in columns if column.group_name == "其他"} == set()
    for column in columns:
        assert column.folds == (group_of(column.field) in CHECKS)
        if column.group_name != WORKED_OUT and column.folds:
            assert column.field.question


def test_every_header_is_chinese_and_read_back_with_its_unit(law: Law, columns: list[TemplateColumn]) -> None:
    headers = read_headers(law.catalogs)
    for column in columns:
        use = read_header(column.header, law.vocabulary, headers)
        assert (use.field, use.unit) == (column.field.name, column.field.unit)
        assert column.header != column.field.name


def test_only_the_checks_can_be_folded_and_none_is_hidden(
    law: Law, columns: list[TemplateColumn], tmp_path: Path
) -> None:
    write_template(law, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    levels = [sheet.column_dimensions[cell.column_letter].outline_level for cell in sheet[1]]
    assert len(levels) == len(columns)
    assert levels == [int(column.folds) for column in columns]
    assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())
