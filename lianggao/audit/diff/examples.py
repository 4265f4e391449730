"""The shortest projects that show moves: facts of a world in which one happens, less every fact that has no say.

What facts lead to is asked of both compiled rulebooks, not read off the worlds, so that an example is a proof of its
own. All examples of a comparison are asked about together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, isfinite

import numpy as np

from lianggao.audit.diff.asked import Asked, Given, Said, asked_for, said_by
from lianggao.audit.diff.model import Example
from lianggao.audit.diff.moves import Moved
from lianggao.audit.worlds.amounts import threshold_of
from lianggao.audit.worlds.areas import Area
from lianggao.audit.worlds.stages import Stage
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.memory import Memory
from lianggao.tables import QuantityAxis, Regions
from lianggao.tables.known import Bools
from lianggao.vocabulary import Field

Shown = tuple[Said, Said]


def examples_of(asked: Sequence[tuple[Moved, Area]], memory: Memory) -> list[Example | None]:
    """Return an example for every area of a move; None where facts alone can't show it.

    `memory` has what the tables answered before.
    """
    if not asked:
        return []
    moves = [moved for moved, _ in asked]
    books = [asked_for(book, moves, memory) for book in moves[0].stage.cuts.books]
    worlds = [(moved.stage, _first(moved.wanted & area.within())) for moved, area in asked]
    made = {world: _facts(*world) for world in dict.fromkeys(worlds)}
    full = [made[world] for world in worlds]
    # What all facts lead to and what each fact alone has to say are asked in one go.
    alone = [(at, name) for at, facts in enumerate(full) for name in facts]
    less = {(id(full[at]), name): full[at] for at, name in alone}
    less = {key: _without(given, key[1]) for key, given in less.items()}
    rows = [*full, *(less[id(full[at]), name] for at, name in alone)]
    said = _ask(books, [*moves, *(moves[at] for at, _ in alone)], rows)
    shown, idle = said[: len(full)], dict.fromkeys(range(len(full)), tuple[str, ...]())
    for (at, name), one in zip(alone, said[len(full) :], strict=True):
        idle[at] += (name,) if one == shown[at] else ()
    least = _least(books, moves, full, shown, list(idle.values()))
    return [
        Example(facts=dict(facts), old=one[0], new=one[1]) if one[0] != one[1] else None
        for facts, one in zip(least, shown, strict=True)
    ]


def _first(worlds: Bools) -> tuple[int, ...]:
    return tuple(int(place) for place in np.unravel_index(np.flatnonzero(worlds)[0], worlds.shape))


def _facts(stage: Stage, at: tuple[int, ...]) -> Given:
    world = stage.whole(dict(zip(stage.axes, at, strict=True)))
    regions = {a: stage.cuts.regions[a] for a in sorted(world) if not a.startswith((GATE_AXIS, IN_FORCE))}
    figures = {a: _figure(r, world[a]) for a, r in regions.items() if isinstance(r.axis, QuantityAxis)}
    fields = {name: field for book in stage.cuts.books for name, field in book.law.vocabulary.fields.items()}
    chosen = {a: _choice(a, r.members(world[a]), figures, fields) for a, r in regions.items() if a not in figures}
    return {axis: chosen[axis] if axis in chosen else figures[axis] for axis in regions}


def _choice(axis: str, members: Sequence[str], figures: Mapping[str, float], fields: Mapping[str, Field]) -> str:
    """Return a value of a choice with which no bound between quantities is broken."""
    return next((value for value in members if _fits(axis, value, figures, fields)), members[0])


def _fits(axis: str, value: str, figures: Mapping[str, float], fields: Mapping[str, Field]) -> bool:
    for name, figure in figures.items():
        for bound in fields[name].never_above:
            field = fields.get(bound.field)
            if field is None or axis not in (field.name, field.derived_from) or bound.quantity not in figures:
                continue
            here = field.of_base.get(value) if field.derived_from else value
            if here == bound.value and figure > figures[bound.quantity]:
                return False
    return True


def _figure(regions: Regions, place: int) -> float:
    """Return a number of a region that is plain to read."""
    low, high = regions.bounds(place)
    bottom, is_open = threshold_of(low) if low > -inf else (0.0, False)
    if not isfinite(high):
        return bottom + 1 if is_open else bottom
    middle = (bottom + high) / 2
    short = float(f"{middle:.1g}")
    if bottom < short < high:
        return short
    return middle if is_open or low == -inf else bottom


def _least(
    books: Sequence[Asked],
    moves: Sequence[Moved],
    full: Sequence[Given],
    shown: Sequence[Shown],
    idle: Sequence[Sequence[str]],
) -> list[Given]:
    """Leave out facts one after the other, of those that are idle alone, as long as both rulebooks say the same.

    Leaving out more only leaves more possible: a fact that counts by itself counts always, and of several facts to be
    left out in a row the first that counts is found at once.
    """
    least, left = list(full), list(idle)
    while any(left):
        rows = [[tuple(names[: n + 1]) for n in range(len(names))] for names in left]
        for at, still in enumerate(_idle(books, moves, least, rows, shown)):
            n = sum(still)
            least[at], left[at] = _without(least[at], *left[at][:n]), left[at][n + 1 :]
    return least


def _idle(
    books: Sequence[Asked],
    moves: Sequence[Moved],
    facts: Sequence[Given],
    names: Sequence[Sequence[tuple[str, ...]]],
    shown: Sequence[Shown],
) -> list[list[bool]]:
    """Return, for every row of facts, which of the sets of names make no difference when left out."""
    tries = [(at, some) for at, every in enumerate(names) for some in every]
    said = _ask(books, [moves[at] for at, _ in tries], [_without(facts[at], *some) for at, some in tries])
    found: list[list[bool]] = [[] for _ in facts]
    for (at, _), one in zip(tries, said, strict=True):
        found[at].append(one == shown[at])
    return found


def _without(facts: Given, *names: str) -> Given:
    return {name: value for name, value in facts.items() if name not in names}


def _ask(books: Sequence[Asked], moves: Sequence[Moved], rows: Sequence[Given]) -> list[Shown]:
    old, new = (said_by(book, moves, rows) for book in books)
    return list(zip(old, new, strict=True))
