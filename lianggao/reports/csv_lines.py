"""Writes a screened list as CSV as spreadsheets here expect it: UTF-8 with a mark, or GB18030; comma, CRLF."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

import pandas as pd

from lianggao.reports.cells import appended, as_text, given_rows, guarded

if TYPE_CHECKING:
    from lianggao.reports.write import Encoding, Progress
    from lianggao.screening import Screening


def write(
    screening: Screening,
    file: BinaryIO,
    lang: str,
    keep_contacts: bool,
    _progress: Progress | None,
    encoding: Encoding = "utf-8-sig",
) -> None:
    """Write the rows as given with the appended columns, in the order of the list."""
    table = pd.concat([given_rows(screening, keep_contacts), appended(screening, lang, keep_contacts)], axis=1)
    safe = pd.concat([guarded(table.iloc[:, at]) for at in range(table.shape[1])], axis=1)
    safe.columns = pd.Index([as_text(str(name)) for name in table.columns])
    text = TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    safe.to_csv(text, index=False, lineterminator="\r\n")
    text.flush()
    text.detach()
