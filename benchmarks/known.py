"""Projects of which every fact is known, for engines that know only yes and no; and the rules they are judged by.

The rules are those of the gates in the compiled rulebook, requirements of departments left out: conditions as trees
over axes, outcomes by precedence, the outcome of one gate an axis of the next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from benchmarks.kinds import KINDS
from benchmarks.projects import BLOCK, CHOICES, Figures, counties, draw, numbers
from lianggao.rulebook import GateTables, Rulebook, load_rulebook
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import All, AnyOf, ChoiceAxis, Clause, Condition, Not
from lianggao.tables.conditions import Test, tests_of

AS_OF = "2024-12-31"
"""The law of this day applies to every row, as with `--as-of`."""
WORDS_OF = {name: words for name, (words, _) in CHOICES.items()}
T = TypeVar("T")
Column = npt.NDArray[np.generic]
"""Places in the domain of a choice axis (int16), or numbers (float64)."""


@dataclass(frozen=True)
class Gate:
    """The rules of one gate: `outcomes` in order of precedence, the last where no rule decides.

    Clauses with an outcome come first; the others may depend on the gate's own outcome.
    """

    axis: str
    outcomes: tuple[str, ...]
    clauses: tuple[Clause, ...]

    @property
    def rules(self) -> tuple[Clause, ...]:
        """Return the clauses that conclude an outcome."""
        return tuple(clause for clause in self.clauses if clause.outcome)

    @property
    def others(self) -> tuple[Clause, ...]:
        """Return the clauses that do not: checklists and departments."""
        return self.clauses[len(self.rules) :]

    def deciding(self, outcome: str) -> list[int]:
        """Return the places of the rules that conclude an outcome."""
        return [at for at, clause in enumerate(self.rules) if clause.outcome == outcome]


@dataclass(frozen=True)
class Content:
    """The gates in the order in which they build on each other, and the domain of every choice axis they use."""

    rulebook: Rulebook
    gates: tuple[Gate, ...]

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Return the axes that are facts, not outcomes."""
        used = dict.fromkeys(test.axis for condition in self.conditions for test in tests_of(condition))
        return tuple(axis for axis in used if not axis.startswith(GATE_AXIS))

    @property
    def conditions(self) -> list[Condition]:
        """Return the condition of every clause."""
        return [clause.condition for gate in self.gates for clause in gate.clauses]

    def domain(self, axis: str) -> tuple[str, ...]:
        """Return the values of a choice axis, none for a quantity."""
        for gate in self.gates:
            if gate.axis == axis:
                return gate.outcomes
        found = self.rulebook.regions[axis].axis
        return found.domain if isinstance(found, ChoiceAxis) else ()


def content(as_of: str = AS_OF) -> Content:
    """Return the rules of all gates in force on a date."""
    book = load_rulebook(as_of)
    gates = [
        Gate(GATE_AXIS + one.gate.id, one.decide.outcomes, tuple(sorted(_clauses(one), key=lambda c: not c.outcome)))
        for one in book.gates
        if not isinstance(one.gate, Check)
    ]
    return Content(book, tuple(gates))


def _clauses(tables: GateTables) -> tuple[Clause, ...]:
    return (*tables.deciding_clauses, *tables.following_clauses)


def make_known(rules: Content, rows: int, seed: int = 7) -> dict[str, Column]:
    """Return the projects of a list with nothing left open: what is true of them, and a usual value on other axes."""
    parts = []
    for block in range(-(-rows // BLOCK)):
        rng = numbers(seed, block)
        true = draw(rng)
        parts.append({axis: _true(rules, axis, true, rng) for axis in rules.inputs})
    return {axis: np.concatenate([part[axis] for part in parts])[:rows] for axis in rules.inputs}


def make_spread(rules: Content, rows: int, seed: int = 7) -> dict[str, Column]:
    """Return projects that no list has: every value as likely as any other, quantities about and at the thresholds."""
    rng = np.random.default_rng(seed)
    found: dict[str, Column] = {}
    for axis in rules.inputs:
        if domain := rules.domain(axis):
            found[axis] = rng.integers(0, len(domain), rows).astype(np.int16)
        else:
            starts = np.asarray(rules.rulebook.regions[axis].starts)
            found[axis] = np.where(rng.random(rows) < 0.3, 0.0, 1) * rng.choice([*starts, *starts * 0.9], rows)
    return found


RARE = 0.04
"""How often a project is not as projects usually are, on axes that a list does not state."""


def _true(rules: Content, axis: str, true: Figures, rng: np.random.Generator) -> Column:
    domain = rules.domain(axis)
    if not domain:
        if axis == "added_energy_calorific_tce":
            new = true["construction_nature"] == list(WORDS_OF["construction_nature"]).index("new_build")
            return true["energy_calorific_tce"] * np.where(new, 1.0, rng.uniform(0.1, 0.6, BLOCK))
        return np.asarray(true[axis], dtype=np.float64)
    if axis == "activity":
        words = [kind.activity or "other" for kind in KINDS]
        return np.array([domain.index(word) for word in words], dtype=np.int16)[true["kind"]]
    if axis in true:
        words = counties()["county"].to_list() if axis == "county" else WORDS_OF[axis]
        return np.array([domain.index(word) for word in words], dtype=np.int16)[true[axis]]
    usual = domain.index("no") if "no" in domain else 0
    # How an open question is read is the same for all projects.
    rare = rng.random(BLOCK) < (0 if axis.startswith("reading_") else RARE)
    return np.where(rare, rng.integers(0, len(domain), BLOCK), usual).astype(np.int16)


@dataclass(frozen=True)
class Verdicts:
    """What an engine found: for each gate the place of its outcome (uint8), for each clause whether it holds."""

    outcomes: Sequence[Column]
    holds: Sequence[Column]
    rows: Column | None = None
    """The number of the row at each place, where they are not in order."""

    def head(self, rows: int) -> Verdicts:
        """Return those of the first rows."""
        return Verdicts([o[:rows] for o in self.outcomes], [h[:rows] for h in self.holds])

    def digest(self) -> str:
        """Return a hash over all of it, the same for the same verdicts."""
        found, order = hashlib.sha256(), slice(None) if self.rows is None else np.argsort(self.rows)
        for column, kind in [*((o, np.uint8) for o in self.outcomes), *((h, np.bool_) for h in self.holds)]:
            found.update(np.ascontiguousarray(column[order], dtype=kind).tobytes())
        return found.hexdigest()


def fold(
    condition: Condition,
    test: Callable[[Test], T],
    every: Callable[[list[T]], T],
    some: Callable[[list[T]], T],
    negate: Callable[[T], T],
) -> T:
    """Translate a condition tree from its leaves up."""

    def of(part: Condition) -> T:
        if isinstance(part, All):
            return every([of(inner) for inner in part.parts])
        if isinstance(part, AnyOf):
            return some([of(inner) for inner in part.parts])
        return negate(of(part.part)) if isinstance(part, Not) else test(part)

    return of(condition)


def worlds_of(known: Mapping[str, Column], rules: Content, rows: int) -> list[dict[str, str | float]]:
    """Return the first rows as records of texts and numbers."""
    columns = {}
    for axis, column in known.items():
        domain = rules.domain(axis)
        columns[axis] = [domain[at] for at in column[:rows]] if domain else column[:rows].tolist()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
