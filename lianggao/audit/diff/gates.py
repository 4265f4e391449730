"""Compare two rulebooks gate by gate, in the order in which gates build on each other.

A gate whose clauses are the same and whose earlier gates did not move is equal without looking at a world. Of all
others every possible world is compared; where their product is too large, that is said instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from lianggao.audit.diff.model import Direction, GateDiff, LeftOut, Verdict
from lianggao.audit.diff.moves import Moved, moved_departments, moved_outcomes, moved_rules, subjects_of
from lianggao.audit.diff.responsible import Because, responsible
from lianggao.audit.worlds import Cuts, common_cuts, worlds_by_gate
from lianggao.audit.worlds.areas import Area, areas_of
from lianggao.audit.worlds.relations import TooLargeError
from lianggao.audit.worlds.stages import Stages
from lianggao.errors import fault
from lianggao.rulebook import Rulebook
from lianggao.screening.gates import look_up
from lianggao.screening.memory import Memory


@dataclass(frozen=True, eq=False)
class Outcomes:
    """The moved outcomes of one gate, and the rules that moved them, for the gates that build on it."""

    moved: tuple[Moved, ...] = ()
    because: Because = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Moves:
    """What moves at one gate, each with its areas; `by_way_of` are the gates through which alone it does."""

    gate: str
    worlds: int | None = None
    moved: tuple[tuple[Moved, tuple[Area, ...]], ...] = ()
    by_way_of: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Return whether the gate became stricter or looser; a rule that only decides has no say by itself."""
        return verdict_of(one.direction for one, _ in self.moved if one.kind != "rule" or not one.stage.outcome)


@dataclass(frozen=True, eq=False)
class Found:
    """What was found between the same two laws on other days: a gate moves alike wherever it and all gates that it
    builds on say the same, clause by clause.
    """

    outcomes: dict[int, Outcomes] = field(default_factory=dict)
    moves: dict[int, Moves] = field(default_factory=dict)
    _numbers: dict[object, int] = field(default_factory=dict)
    told: dict[Moves, GateDiff] = field(default_factory=dict)
    memory: Memory = field(default_factory=lambda: Memory(look_up))

    def number(self, gate: str, cuts: Cuts) -> int:
        """Return a number that is the same where the gate and all that it builds on say the same."""
        said = (gate, *((name, cuts.clauses[name]) for name in cuts.lineage(gate)))
        return self._numbers.setdefault(said, len(self._numbers))


@dataclass(eq=False)
class Comparison:
    """The gates of two rulebooks, compared; `stages` are the worlds that each is looked at in."""

    cuts: Cuts
    stages: Mapping[str, Stages]
    found: Found
    outcomes: dict[str, Outcomes] = field(default_factory=dict)
    moves: dict[str, Moves] = field(default_factory=dict)
    not_compared: list[LeftOut] = field(default_factory=list)

    @property
    def because(self) -> Because:
        """Return which rules moved the outcomes found so far."""
        return {key: rules for one in self.outcomes.values() for key, rules in one.because.items()}

    def moved(self, gates: Iterable[str]) -> tuple[str, ...]:
        """Return those gates whose outcomes move, or may."""
        return tuple(gate for gate in gates if gate not in self.outcomes or self.outcomes[gate].moved)


def compare(old: Rulebook, new: Rulebook, before: Found | None = None) -> Comparison:
    """Compare two rulebooks in every world of the common cuts of each gate and all that it builds on.

    `before` keeps what was found between the same two laws on other days, and takes in what is found now.
    """
    cuts = common_cuts([old, new])
    found = Comparison(cuts, worlds_by_gate(cuts), before or Found())
    for axis, values in cuts.lacking.items():
        shown = [*values[:8], *(["…"] if len(values) > 8 else [])]
        found.not_compared.append(LeftOut.of(fault("values-not-shared", field=axis, values=", ".join(shown))))
    said = {gate: found.found.number(gate, cuts) for gate in cuts.gates}
    for gate in cuts.gates:
        with suppress(TooLargeError):
            known = found.found.outcomes
            found.outcomes[gate] = known[said[gate]] if said[gate] in known else _outcomes(gate, found)
            known[said[gate]] = found.outcomes[gate]
    for gate in cuts.gates:
        try:
            kept = found.found.moves
            found.moves[gate] = kept[said[gate]] if said[gate] in kept else _moves(gate, found)
            kept[said[gate]] = found.moves[gate]
        except TooLargeError as error:
            fields = ", ".join(error.axes)
            what = fault("gate-not-compared", gate=gate, cells=error.cells, fields=fields)
            found.not_compared.append(LeftOut.of(what))
    return found


def _outcomes(gate: str, found: Comparison) -> Outcomes:
    before, after = ((one.decide, one.outcomes, one.otherwise) for one in found.cuts.clauses[gate])
    if before == after and not found.moved(found.cuts.earlier(gate)):
        return Outcomes()
    moved, known = tuple(moved_outcomes(found.stages[gate].decide(gate))), found.because
    because = {(gate, one.old, one.new): dict.fromkeys(responsible(one, one.wanted, known)) for one in moved}
    return Outcomes(moved, because)


def _moves(gate: str, found: Comparison) -> Moves:
    before, after = found.cuts.clauses[gate]
    earlier = found.moved(name for name in found.cuts.asked(gate) if name != gate)
    if before == after and not earlier:
        return Moves(gate)
    stages = found.stages[gate]
    decide, follow = stages.decide(gate), stages.follow(gate)
    moved = [*found.outcomes[gate].moved]
    both = subjects_of(decide) & subjects_of(follow)
    for stage in (decide, follow):
        moved += [one for one in (*moved_departments(stage), *moved_rules(stage)) if one.subject not in both]
    if both:
        stage = stages.joint(gate)
        moved += [one for one in (*moved_departments(stage), *moved_rules(stage)) if one.subject in both]
    areas: dict[tuple[int, bytes], tuple[Area, ...]] = {}
    return Moves(
        gate,
        int(decide.possible.sum()) + int(follow.possible.sum()),
        tuple((one, _areas(one, areas)) for one in moved),
        earlier if moved and before == after else (),
    )


def _areas(one: Moved, known: dict[tuple[int, bytes], tuple[Area, ...]]) -> tuple[Area, ...]:
    """Return the areas of a move; a deciding rule that one side lacks moves wherever it holds, which needs no words."""
    if one.kind == "rule" and one.stage.outcome and any(one.subject not in clauses for clauses in one.stage.clauses):
        return ()
    key = (id(one.stage), one.wanted.tobytes())
    if key not in known:
        known[key] = tuple(areas_of(one.stage, one.wanted))
    return tuple(Area(area.stage, area.box, area.unless) for area in known[key])


def verdict_of(directions: Iterable[Direction]) -> Verdict:
    """Return the verdict of some moves; a move in no direction leaves only "mixed" where nothing else moves.

    >>> verdict_of(["looser", "neither"]), verdict_of(["stricter", "looser"]), verdict_of([])
    ('looser', 'mixed', 'equal')
    """
    ways = set(directions)
    if not ways:
        return "equal"
    clear = ways - {"neither"}
    return "stricter" if clear == {"stricter"} else "looser" if clear == {"looser"} else "mixed"
