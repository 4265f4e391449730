"""From facts to verdicts: narrow, ask the gates' tables, and say what was found, why, and what is missing.

Its names are imported when they are first used: whoever asks the tables alone need not read lists.
"""

from typing import TYPE_CHECKING

from lianggao.on_use import imported_on_use

if TYPE_CHECKING:
    from lianggao.screening.columns import COLUMNS
    from lianggao.screening.explanation import explain
    from lianggao.screening.result import ProjectScreening
    from lianggao.screening.screening import Screening, screen_facts
    from lianggao.screening.summary import Summary

__getattr__ = imported_on_use(
    __name__,
    {
        "columns": ("COLUMNS",),
        "explanation": ("explain",),
        "result": ("ProjectScreening",),
        "screening": ("Screening", "screen_facts"),
        "summary": ("Summary",),
    },
)

__all__ = ["COLUMNS", "ProjectScreening", "Screening", "Summary", "explain", "screen_facts"]
