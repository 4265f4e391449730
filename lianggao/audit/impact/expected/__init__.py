"""Moves announced beforehand, in a file for review: read it, write it, and say where the list moves otherwise.

docs/impact.md has the form of the file.
"""

from lianggao.audit.impact.expected.differences import Difference, differences, differences_text
from lianggao.audit.impact.expected.models import Moves
from lianggao.audit.impact.expected.reading import Announced, read_moves
from lianggao.audit.impact.expected.writing import written_moves

__all__ = ["Announced", "Difference", "Moves", "differences", "differences_text", "read_moves", "written_moves"]
