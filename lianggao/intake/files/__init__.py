"""Files: every kind of list that an office has becomes a grid of text, nothing lost and nothing guessed.

What a file holds decides how it is read, not what its name ends in. Nothing here knows headers or the law.
"""

from lianggao.intake.files.reading import open_cells, read_grid
from lianggao.intake.files.text_table import TextTable
from lianggao.intake.files.widths import UnsureError

__all__ = ["TextTable", "UnsureError", "open_cells", "read_grid"]
