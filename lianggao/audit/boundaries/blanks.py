"""A case for every field of the condition that leaves it blank where the finding turns on it."""

from __future__ import annotations

from lianggao.audit.boundaries.work import Work


def add_blanks(work: Work) -> None:
    """Add the cases; what they depend on is not only the field itself where an earlier gate asks for it too."""
    shown = set[str]()
    for turn in work.turns:
        if turn.test.axis not in shown:
            shown.add(turn.test.axis)
            others = work.namer.facts(turn.shared, work.usual)
            name = "，".join([work.namer.blank(turn.test.axis), *([others] if others else [])])
            work.drafts.add(name, work.day, turn.shared)
