"""The first sheet: the list as it was given, with the verdict in further columns; the determination has a colour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd
from openpyxl import Workbook

from lianggao.intake.columns import read_header
from lianggao.intake.spellings import read_headers
from lianggao.reports.cells import appended, given_rows
from lianggao.reports.workbook.look import OF_OUTCOME, Look
from lianggao.reports.workbook.sheet import Column, Sheet, Value
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
    "disposition": 16.0,
    "score_low": 8.0,
    "score_high": 8.0,
    "data_notes": 32.0,
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
    given, added = given_rows(screening, keep_contacts), appended(screening, lang, keep_contacts)
    names, converts = [str(name) for name in given.columns], _converts(given, screening)
    columns = [_column(name, given.iloc[:, at]) for at, name in enumerate(names)]
    columns += [
        Column(header, ADDED_WIDTHS.get(key, REVIEW_WIDTH)) for key, header in zip(COLUMNS, added.columns, strict=True)
    ]
    sheet = Sheet(book, "项目清单" if lang == "zh" else "projects", columns, _fixed(names, screening), TALLEST)
    looks = _looks(screening)
    plain: list[Look] = ["plain"] * len(columns)
    pairs = zip(_rows(given, converts), added.itertuples(index=False, name=None), strict=True)
    for row, (old, new) in enumerate(pairs):
        plain[len(names)] = looks[row]
        sheet.add([*old, *new], plain)
    sheet.filterable()
    return sheet.escaped


def name_column(names: list[str], screening: Screening) -> int | None:
    """Return the place of the column that holds the project's name."""
    headers = read_headers(screening.law.catalogs)
    fields = [read_header(name, screening.law.vocabulary, headers).field for name in names]
    return fields.index("project_name") if "project_name" in fields else None


def _fixed(names: list[str], screening: Screening) -> int:
    at = name_column(names, screening)
    return at + 1 if at is not None and at < FIXED_AT_MOST else 0


def _column(name: str, column: pd.Series[Any]) -> Column:
    texts = [str(value) for value in column.head(SAMPLE) if pd.notna(value)]
    content = sorted(wide(line) for text in texts for line in text.split("\n"))
    usual = content[int(len(content) * 0.9)] if content else 0
    return Column(name, min(max(usual + 2, wide(name) / 3 + 3, LEAST), MOST), "given")


def _converts(given: pd.DataFrame, screening: Screening) -> list[Convert]:
    """Quantities and running numbers may be numbers; every other text stays a text, whatever it looks like."""
    law, headers = screening.law, read_headers(screening.law.catalogs)
    converts: list[Convert] = []
    for name in map(str, given.columns):
        field = read_header(name, law.vocabulary, headers).field
        number = name.strip() == "序号" or (field and law.vocabulary[field].kind == "quantity")
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


def _looks(screening: Screening) -> list[Look]:
    looks: list[Look] = ["plain"] * len(screening)
    for batch in screening.batches:
        outcomes = (*batch.answers[CATALOG].decided.table.outcomes, "undetermined")
        for row, decided in zip(batch.rows, batch.decided[CATALOG], strict=True):
            looks[row] = OF_OUTCOME.get(outcomes[decided], "plain")
    return looks
