"""Identifiers of projects, firms and places, looked at for what is plainly wrong with them.

A doubt is a note and never an error, nothing is repaired, and passing proves no more than that a code could exist.
"""

from lianggao.identifiers.notes import identifier_notes
from lianggao.identifiers.project_code import ProjectCode, read_project_code
from lianggao.identifiers.uscc import uscc_remarks

__all__ = ["ProjectCode", "identifier_notes", "read_project_code", "uscc_remarks"]
