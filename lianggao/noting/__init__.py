"""Notes on the cells of a list, kept as columns: for a reader a sequence of `Note`s, for a maker blocks of alike ones.

A long list has more notes than rows, so nothing on the way to the appended columns makes a `Note` of each.
"""

from lianggao.noting.block import Block
from lianggao.noting.late import LateNotes
from lianggao.noting.note import Note
from lianggao.noting.notes import Notes
from lianggao.noting.remarking import remarked

__all__ = ["Block", "LateNotes", "Note", "Notes", "remarked"]
