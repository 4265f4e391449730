"""What a change of the law does, proved over every world: per gate, per period, with the worlds that differ in words.

`diff_laws` compares two laws on every date, `diff_rulebooks` two compiled rulebooks. Nothing is sampled; what could not
be compared is named.
"""

from lianggao.audit.diff.laws import diff_laws, diff_rulebooks
from lianggao.audit.diff.model import (
    AreaDiff,
    Example,
    GateDiff,
    LawDiff,
    Move,
    PeriodDiff,
    RuleChange,
    Verdict,
)

__all__ = [
    "AreaDiff",
    "Example",
    "GateDiff",
    "LawDiff",
    "Move",
    "PeriodDiff",
    "RuleChange",
    "Verdict",
    "diff_laws",
    "diff_rulebooks",
]
