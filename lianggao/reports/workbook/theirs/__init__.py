"""The workbook that a list came from, given back with our columns on the right of it and our sheets behind it.

It is opened from the same bytes that were screened and never written to. Formulas are there as the values last saved,
nothing in it reaches outside, and contacts are hidden on every sheet.
"""

from lianggao.reports.workbook.theirs.appending import append_columns
from lianggao.reports.workbook.theirs.opening import Theirs, open_theirs

__all__ = ["Theirs", "append_columns", "open_theirs"]
