"""Announced moves as their file gives them: a project, and per gate and department `old -> new`.

Several outcomes left are written `class_1|class_2`; `class_1|undetermined` is an outcome withheld because its texts are
trusted less than was asked for.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, StrictStr

from lianggao.audit.impact.compare import Change
from lianggao.audit.impact.states import UNDETERMINED
from lianggao.rulebook.conditions import Strict

ARROW, OR = "->", "|"


def _change(written: Any) -> Change:
    """Read one move. Raises ValueError."""
    sides = written.split(ARROW) if isinstance(written, str) else []
    if len(sides) != 2:
        raise ValueError("a move is written `class_2 -> not_listed`")
    old, new = (tuple(name.strip() for name in side.split(OR)) for side in sides)
    for side in (old, new):
        if not all(side) or len(set(side)) < len(side):
            raise ValueError("each side names one outcome or more, each once, as in `class_1|class_2`")
        if side == (UNDETERMINED,):
            raise ValueError("all outcomes that are left are named, as in `class_1|class_2`")
    if set(old) == set(new):
        raise ValueError("both sides are the same")
    return old, new


def written(change: Change) -> str:
    """Return a move as it is written.

    >>> written((("class_2",), ("class_2", "not_listed")))
    'class_2 -> class_2|not_listed'
    """
    return f" {ARROW} ".join(OR.join(side) for side in change)


Written = Annotated[Change, BeforeValidator(_change)]


class Move(Strict):
    """One project, by its name or its row (counted from 1) or both, and everything about it that moves."""

    project: StrictStr | None = None
    row: Annotated[StrictInt, Field(ge=1)] | None = None
    gates: dict[StrictStr, Written] = Field(default_factory=dict)
    departments: dict[StrictStr, Written] = Field(default_factory=dict)


class Moves(Strict):
    """All projects that move; an empty list announces that none does."""

    moves: tuple[Move, ...]
