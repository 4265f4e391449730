"""Read a list from a file, whatever its kind.

Each kind of file has a reader that gives a grid of text; the rest is the same for all.
"""

from __future__ import annotations

import os
from pathlib import Path

from lianggao.errors import Hint, InputError, Place, fault
from lianggao.intake.csv_files import read_csv
from lianggao.intake.raw import RawList, to_list

READABLE = Hint("save it as .csv (UTF-8) or .xlsx", "请另存为 .csv（UTF-8）或 .xlsx")


def read_list(path: str | os.PathLike[str], sheet: str | None = None) -> RawList:
    """Read the list in a .csv or .xlsx file; `sheet` names a sheet of a workbook.

    Raises InputError: `file-missing`, `file-kind-unknown`, and what the reader of that kind raises.
    """
    file = Path(path)
    if not file.is_file():
        raise InputError([fault("file-missing", value=file.name)])
    kind = file.suffix.lower()
    if kind == ".csv":
        if sheet is not None:
            raise InputError([fault("sheet-unknown", Place(file.name), value=sheet, sheets="—")])
        return to_list(read_csv(file))
    if kind in (".xlsx", ".xlsm"):
        from lianggao.intake.workbooks import read_xlsx

        return to_list(read_xlsx(file, sheet))
    raise InputError([fault("file-kind-unknown", Place(file.name), value=kind or file.name, hint=READABLE)])
