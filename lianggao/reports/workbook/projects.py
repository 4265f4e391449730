"""The first sheet: the list as it was given, with the verdict in further columns; the determination has a colour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd
from openpyxl import Workbook

from lianggao.reports.cells import given_rows, without_contacts
from lianggao.reports.columns import fields_of
from lianggao.reports.workbook.look import OF_OUTCOME, Look, Value
from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.reports.workbook.texts import wide
from lianggao.screening import COLUMNS, Screening
from lianggao.screening.gates import CATALOG

ADDED_WIDTHS = {
    "determination": 12.0,
    "possible_determinations": 16.0,
    "basis": 40.0,
    "trust": 8.0,
    "reason": 56.0,
    "missing_facts": 76.0,
    "failed_checks": 30.0,
    "open_checks": 56.0,
    "disposition": 16.0,
    "score_low": 8.0,
    "score_high": 8.0,
    "data_notes": 32.0,
    "group_findings": 36.0,
}
REVIEW_WIDTH = 11.0
TALLEST = 10
"""Lines; what is longer has a sheet of its own."""
LEAST, MOST = 8, 30
SAMPLE = 200
"""Rows that are looked at to choose the width of a given column."""
FIXED_AT_MOST = 3
_NUMBER = re.compile(r"0|[1-9]\d{0,14}|(?:0|[1-9]\d{0,10})\.\d{0,3}[1-9]")

Convert = Callable[[Any], Value]


def write_projects(book: Workbook, screening: Screening, lang: str, keep_contacts: bool) -> int:
    """Write the sheet; return how many cells were kept from running as formulas."""
    given = given_rows(screening, keep_contacts)
    added = without_contacts(screening.columns(lang), keep_contacts)
    names, converts = [str(name) for name in given.columns], _converts(screening)
    columns = [_column(name, given.iloc[:, at]) for at, name in enumerate(names)]
    columns += added_columns(added)
    sheet = Sheet(book, "项目清单" if lang == "zh" else "projects", columns, _fixed(screening), TALLEST)
    looks = outcome_looks(screening)
    plain: list[Look] = ["plain"] * len(columns)
    pairs = zip(_rows(given, converts), added.itertuples(index=False, name=None), strict=True)
    for row, (old, new) in enumerate(pairs):
        plain[len(names)] = looks[row]
        sheet.add([*old, *new], plain)
    sheet.filterable()
    return sheet.escaped


def added_columns(added: pd.DataFrame) -> list[Column]:
    """Return our columns with their widths."""
    return [
        Column(str(header), ADDED_WIDTHS.get(key, REVIEW_WIDTH))
        for key, header in zip(COLUMNS, added.columns, strict=True)
    ]


def _fixed(screening: Screening) -> int:
    """Return how many columns stay in view: those up to the project's name, if it comes early."""
    fields = fields_of(screening)
    first = [fields.get(str(name)) for name in screening.given.columns[:FIXED_AT_MOST]]
    return first.index("project_name") + 1 if "project_name" in first else 0


def _column(name: str, column: pd.Series[Any]) -> Column:
    texts = [str(value) for value in column.head(SAMPLE) if pd.notna(value)]
    content = sorted(wide(line) for text in texts for line in text.split("\n"))
    usual = content[int(len(content) * 0.9)] if content else 0
    return Column(name, min(max(usual + 2, wide(name) / 3 + 3, LEAST), MOST), "given")


def _converts(screening: Screening) -> list[Convert]:
    """Quantities and running numbers may be numbers; every other text stays a text, whatever it looks like."""
    fields, vocabulary = fields_of(screening), screening.law.vocabulary
    converts: list[Convert] = []
    for name in map(str, screening.given.columns):
        field = fields.get(name)
        number = name.strip() == "序号" or (field and vocabulary[field].kind == "quantity")
        converts.append(_quantity if number else _value)
    return converts


def _rows(given: pd.DataFrame, converts: list[Convert]) -> Iterator[list[Value]]:
    for cells in given.itertuples(index=False, name=None):
        yield [convert(cell) for convert, cell in zip(converts, cells, strict=True)]


def _value(value: Any) -> Value:
    if value is None or isinstance(value, str):
        return value
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, bool | np.bool_):
        return str(value)
    if isinstance(value, int | float | np.integer | np.floating) and isfinite(value):
        return value.item() if isinstance(value, np.generic) else value
    return str(value)


def _quantity(value: Any) -> Value:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return _value(value)


def outcome_looks(screening: Screening) -> list[Look]:
    """Return the look of every project's determination, in the order of the list."""
    looks: list[Look] = ["plain"] * len(screening)
    for batch in screening.batches:
        outcomes = (*batch.answers[CATALOG].decided.table.outcomes, "undetermined")
        for row, decided in zip(batch.rows, batch.decided(CATALOG)[batch.situation], strict=True):
            looks[row] = OF_OUTCOME.get(outcomes[decided], "plain")
    return looks
