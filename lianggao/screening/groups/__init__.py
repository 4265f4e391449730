"""Findings about several rows of a list together: duplicates, and projects that look split below a threshold.

They are for a person, are marked as what they are, and change no row's own result; a row alone has none.
"""

from lianggao.screening.group import GroupFinding
from lianggao.screening.groups.findings import group_findings
from lianggao.screening.groups.just_under import just_under_notes

__all__ = ["GroupFinding", "group_findings", "just_under_notes"]
