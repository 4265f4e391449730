"""Worlds as arrays: cut axes into regions, compile conditions into tables, look up what is still possible.

This room knows axes, conditions and conclusions by name only: no file, no list, no legal text. A condition cuts the
axes it mentions; a table holds the conclusion in every world of those cuts; a lookup joins the worlds that a project's
knowledge leaves open.
"""

from lianggao.tables.conditions import Above, All, AnyOf, AtLeast, Condition, Member, Not
from lianggao.tables.known import Known
from lianggao.tables.regions import ChoiceAxis, QuantityAxis, Regions, cut
from lianggao.tables.table import MAX_CELLS, Answer, Clause, Table, TooManyWorldsError, check_size, compile_table

__all__ = [
    "MAX_CELLS",
    "Above",
    "All",
    "Answer",
    "AnyOf",
    "AtLeast",
    "ChoiceAxis",
    "Clause",
    "Condition",
    "Known",
    "Member",
    "Not",
    "QuantityAxis",
    "Regions",
    "Table",
    "TooManyWorldsError",
    "check_size",
    "compile_table",
    "cut",
]
