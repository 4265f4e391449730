"""Layout: where on a sheet the headers are, which rows are projects, and which are titles, totals or remarks.

A row is only set aside for what it says itself, and every row set aside is listed; whatever is left is a project.
"""

from lianggao.intake.layout.lay_out import lay_out
from lianggao.intake.layout.long_tables import Keep, LongTable, cut
from lianggao.intake.layout.page import Reads

__all__ = ["Keep", "LongTable", "Reads", "cut", "lay_out"]
