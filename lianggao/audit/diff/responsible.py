"""Which rules are responsible for a move: those that bear on it, read otherwise, and hold otherwise just there.

Where an earlier gate's outcome moves first, the rules behind that move are responsible too, unless the same would have
happened without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from lianggao.audit.diff.moves import DEPARTMENT, REVIEWS, Moved
from lianggao.rulebook.compile import joined_by
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables.conditions import axes_of
from lianggao.tables.known import Bools, Ints

Because = dict[tuple[str, str, str], dict[str, None]]
"""Gate, old and new outcome to the rules that moved it."""


def responsible(moved: Moved, worlds: Bools, because: Mapping[tuple[str, str, str], Mapping[str, None]]) -> list[str]:
    """Return the rules responsible for a move in some of its worlds."""
    stage = moved.stage
    names = [name for name in _bearing(moved) if not name.startswith(DEPARTMENT)]
    at = np.nonzero(worlds)
    rules = {name: None for name in names if _otherwise(moved, name, at)}
    bearing = [each[name] for each in stage.clauses for name in _bearing(moved) if name in each]
    axes = {axis for clause in bearing for axis in axes_of(clause.condition)}
    for axis in (axis for axis in stage.axes if axis in stage.labels and axis in axes):
        for old, new in _moved_places(moved, axis, worlds):
            rules |= because.get((axis.removeprefix(GATE_AXIS), old, new), {})
    return list(rules) or _documents(moved)


def _documents(moved: Moved) -> list[str]:
    """Return the documents whose coming or going alone makes a gate apply, or no longer."""
    if moved.kind != "outcome" or NOT_APPLICABLE not in (moved.old, moved.new):
        return []
    old, new = moved.stage.cuts.books
    rules = (rule.rule for book in (old, new) for rule in book.law.rules if rule.rule.conclude.outcome)
    names = dict.fromkeys(rule.document for rule in rules if rule.gate == moved.stage.gate)
    said = [{name: (book.version.get(name), book.law.territories.get(name)) for name in names} for book in (old, new)]
    return [name for name in names if said[0][name] != said[1][name]]


def _bearing(moved: Moved) -> Iterable[str]:
    """Return the clauses that bear on a move: the rule itself, those that ask for a department, or all that decide."""
    every = dict.fromkeys(name for each in moved.stage.clauses for name in each if name != NOT_APPLICABLE)
    if moved.kind == "rule":
        return (moved.subject,)
    if moved.kind == "outcome":
        return [name for name in every if not name.startswith(DEPARTMENT)]
    own = [joined_by(moved.subject, strength) for strength in REVIEWS[1:]]
    asking = [
        rule.id
        for book in moved.stage.cuts.books
        for rule in book.rules
        if moved.subject in rule.rule.conclude.departments and rule.id in every
    ]
    return [*(name for name in own if name in every), *dict.fromkeys(asking)]


def _otherwise(moved: Moved, name: str, worlds: tuple[Ints, ...]) -> bool:
    """Return whether a rule reads otherwise, be it only what it asks for, and at some places brings something else."""
    one, other = (each.get(name) for each in moved.stage.clauses)
    asks = [_asks(moved, book, name) for book in (0, 1)]
    if one and other and one.condition == other.condition and asks[0] == asks[1]:
        return False
    before, after = (moved.stage.holds(book, name)[worlds] for book in (0, 1))
    return bool(((before != after) | (before & (asks[0] != asks[1]))).any())


def _asks(moved: Moved, book: int, name: str) -> str | None:
    """Return what a rulebook's rule asks for in a move: an outcome, or how strongly a department is called."""
    if moved.kind == "department":
        rule = moved.stage.cuts.books[book].law.rule(name)
        asked = rule is not None and moved.subject in rule.rule.conclude.departments
        return rule.rule.conclude.strength if rule and asked else None
    clause = moved.stage.clauses[book].get(name)
    return clause.outcome if clause and moved.kind == "outcome" else None


def _moved_places(moved: Moved, axis: str, worlds: Bools) -> Iterable[tuple[str, str]]:
    """Yield the earlier outcomes that differ, but for those whose staying would have made no difference."""
    stage, places = moved.stage, moved.stage.labels[axis]
    at = stage.axes.index(axis)
    for place, (old, new) in enumerate(places):
        here = np.take(worlds, place, axis=at)
        if old == new or not here.any():
            continue
        stays = places.index((old, old)) if (old, old) in places else None
        if stays is not None:
            there, possible = (np.take(array, stays, axis=at) for array in (moved.wanted, stage.possible))
            if (here & possible).any() and not (here & possible & ~there).any():
                continue
        yield old, new
