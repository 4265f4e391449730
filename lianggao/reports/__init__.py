"""Writes a screened list to a file: the same rows with the verdict appended, as CSV, workbook or JSON Lines.

The same screening gives the same bytes. Contacts are hidden and nothing that is written runs as a formula.
"""

from lianggao.reports.write import FORMATS, check_path, write_report

__all__ = ["FORMATS", "check_path", "write_report"]
