"""Findings about several rows of a list together: duplicates, projects that look split, and energy rooms exceeded.

They are for a person, are marked as what they are, and change no row's own result. A row alone has none but that it
exceeds the energy room of its place.
"""

from lianggao.screening.group import GroupFinding
from lianggao.screening.groups.candidates import CandidateRows
from lianggao.screening.groups.findings import group_findings
from lianggao.screening.groups.just_under import just_under_notes
from lianggao.screening.groups.rooms import Room, pairs_of, read_rooms, with_rooms

__all__ = [
    "CandidateRows",
    "GroupFinding",
    "Room",
    "group_findings",
    "just_under_notes",
    "pairs_of",
    "read_rooms",
    "with_rooms",
]
