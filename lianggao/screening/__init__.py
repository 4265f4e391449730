"""From facts to verdicts: narrow, ask the gates' tables, and say what was found, why, and what is missing."""

from lianggao.screening.columns import COLUMNS
from lianggao.screening.explanation import explain
from lianggao.screening.result import ProjectScreening
from lianggao.screening.screening import Screening, screen_facts
from lianggao.screening.summary import Summary

__all__ = ["COLUMNS", "ProjectScreening", "Screening", "Summary", "explain", "screen_facts"]
