"""Files: every kind of list that an office has becomes a grid of text, nothing lost and nothing guessed.

What a file holds decides how it is read, not what its name ends in. Nothing here knows headers or the law.
"""

from lianggao.intake.files.reading import read_grid

__all__ = ["read_grid"]
