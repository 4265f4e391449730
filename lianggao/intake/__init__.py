"""Intake: a list from a file or a frame becomes the facts frame, with every cell's address kept.

What a column gives is decided by its header, exactly; what a cell says is read whole or not at all.
"""

from lianggao.intake.columns import ColumnReport, ColumnUse
from lianggao.intake.facts import placed, read_facts, report_columns
from lianggao.intake.lists import OpenList, open_list, read_list
from lianggao.intake.raw import Aside, Block, CellNote, ListNote, RawList
from lianggao.intake.spellings import Headers, read_headers

__all__ = [
    "Aside",
    "Block",
    "CellNote",
    "ColumnReport",
    "ColumnUse",
    "Headers",
    "ListNote",
    "OpenList",
    "RawList",
    "open_list",
    "placed",
    "read_facts",
    "read_headers",
    "read_list",
    "report_columns",
]
