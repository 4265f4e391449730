"""What a change of the law moves on a real list: which projects, from what to what, and why.

`impact_of` screens the list by both laws; `expected` holds it to the moves that were announced.
"""

from lianggao.audit.impact.impact import impact_of
from lianggao.audit.impact.model import (
    Cell,
    GateMoves,
    GateSaid,
    Impact,
    MovedDepartment,
    MovedGate,
    MovedMissing,
    MovedProject,
    MovedRule,
    Side,
)

__all__ = [
    "Cell",
    "GateMoves",
    "GateSaid",
    "Impact",
    "MovedDepartment",
    "MovedGate",
    "MovedMissing",
    "MovedProject",
    "MovedRule",
    "Side",
    "impact_of",
]
