"""What a change of the law moves on a list, as data: frozen, complete, and the same for the same laws and list.

A project moves where a gate's remaining outcomes differ, a department's review differs, or other facts are asked for.
Rows count from 1. Everything about a project that moved is put together when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from pydantic import PrivateAttr, computed_field

from lianggao.audit.impact.compare import Compared
from lianggao.rulebook.models import Trust
from lianggao.screening.model import Model, Status
from lianggao.screening.result import Review


class Side(Model):
    """One of the two laws; `as_of` is the date asked for, or None where each project has its own."""

    name: str
    sha256: str
    as_of: str | None


class Cell(Model):
    """Projects that had one outcome and now have another, or the same: how many, and the rows that moved.

    `old` and `new` are outcomes or `undetermined`. A project may move without leaving `undetermined`, where other
    outcomes are left than before.
    """

    old: str
    new: str
    projects: int
    rows: tuple[int, ...]


class GateMoves(Model):
    """One gate over the whole list: every cell that has a project, by old and new outcome in order of precedence.

    A gate that only one law has is `not_applicable` in the other. `labels` are the Chinese ones of the outcomes.
    """

    gate: str
    title: str
    outcomes: tuple[str, ...]
    labels: dict[str, str]
    cells: tuple[Cell, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the rows of the projects that moved at this gate."""
        return tuple(sorted(row for cell in self.cells for row in cell.rows))


class GateSaid(Model):
    """What one law says of a project at a gate."""

    outcome: str
    outcomes: tuple[str, ...]
    labels: tuple[str, ...]
    below_floor: bool
    reason: str
    basis: tuple[str, ...]


class MovedGate(Model):
    """A gate at which a project moved."""

    gate: str
    title: str
    old: GateSaid
    new: GateSaid


class MovedRule(Model):
    """A rule that holds otherwise than before; None where it does not hold at all."""

    rule: str
    title: str
    gate: str
    old: Status | None
    new: Status | None


class MovedDepartment(Model):
    """A department whose review differs."""

    department: str
    label: str
    old: Review
    new: Review
    old_label: str
    new_label: str


class Asked(Model):
    """A fact to ask for."""

    field: str
    label: str


class MovedMissing(Model):
    """Facts that a gate asks for and did not, or asked for and no longer does."""

    gate: str
    title: str
    added: tuple[Asked, ...]
    removed: tuple[Asked, ...]


class MovedFact(Model):
    """A choice or quantity that the two laws read differently off the same cells."""

    field: str
    label: str
    old: str
    new: str


class MovedProject(Model):
    """Everything that differs for one project. `as_of` are the dates whose law applied, old and new."""

    row: int
    name: str
    as_of: tuple[str, str]
    gates: tuple[MovedGate, ...]
    rules: tuple[MovedRule, ...]
    departments: tuple[MovedDepartment, ...]
    missing: tuple[MovedMissing, ...]
    facts: tuple[MovedFact, ...]


class Impact(Model):
    """What the change moves: `rows` is the length of the list, `moved` the rows that moved."""

    tool: str
    old: Side
    new: Side
    trust_floor: Trust
    input_sha256: str
    rows: int
    moved: tuple[int, ...]
    gates: tuple[GateMoves, ...]
    _compared: Compared = PrivateAttr()
    _detail: Callable[[int], MovedProject] = PrivateAttr()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def projects(self) -> tuple[MovedProject, ...]:
        """Return every project that moved, in full."""
        return tuple(self._detail(row) for row in self.moved)

    def project(self, row: int) -> MovedProject:
        """Return one project that moved, in full; rows count from 1. Raises KeyError where it did not move."""
        if row not in self.moved:
            raise KeyError(row)
        return self._detail(row)

    @property
    def compared(self) -> Compared:
        """Return the columns that the matrices were counted from."""
        return self._compared

    @property
    def elsewhere(self) -> tuple[int, ...]:
        """Return the rows that moved at no gate, only in a review or in what is missing."""
        told = {row for gate in self.gates for cell in gate.cells for row in cell.rows}
        return tuple(row for row in self.moved if row not in told)
