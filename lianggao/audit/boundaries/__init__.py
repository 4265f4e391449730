"""Write the boundary cases of a rule: on and beside each threshold, for each value, each blank, each test, each date.

What is expected is what the screening finds, held to a second reading of the law in plain Python; whether it is what
the law says is for people to review. docs/boundaries.md says what a suite holds.
"""

from lianggao.audit.boundaries.files import BOUNDARIES, differing_files, texts_of, write_all, write_text
from lianggao.audit.boundaries.making import Boundaries, ContradictionError, boundaries_of
from lianggao.audit.boundaries.text import text_of

__all__ = [
    "BOUNDARIES",
    "Boundaries",
    "ContradictionError",
    "boundaries_of",
    "differing_files",
    "text_of",
    "texts_of",
    "write_all",
    "write_text",
]
