"""The result of measuring coverage, as data."""

from __future__ import annotations

from typing import Literal

from lianggao.rulebook.models import Trust
from lianggao.screening.model import Model

Status = Literal["encoded", "partly", "person", "not_encoded"]


class TestCoverage(Model):
    """One elementary condition of a rule; `true` and `false` name a project in which it decided with that value.

    `pair` are two projects, one of each value, between which the rule turns: what MC/DC asks for. Of all such pairs it
    is one that differs least in the rule's other conditions.
    """

    __test__ = False  # not a test, whatever its name

    text: str
    axis: str
    true: str | None
    false: str | None
    pair: tuple[str, str] | None


class RuleCoverage(Model):
    """One rule and its elementary conditions, in the order in which they are written."""

    rule: str
    title: str
    tests: tuple[TestCoverage, ...]

    @property
    def covered(self) -> int:
        """Return how many conditions have their pair."""
        return sum(test.pair is not None for test in self.tests)


class OutcomeCoverage(Model):
    """The possible worlds of a gate with one outcome, those visited, and the others in few words."""

    outcome: str
    label: str
    worlds: int
    visited: int
    never: tuple[str, ...]


class GateCoverage(Model):
    """One gate under one version of the law, named by a date.

    A world counts as visited where a project that may be in it has its outcome certain.
    """

    gate: str
    title: str
    as_of: str
    projects: int
    worlds: int
    visited: int
    outcomes: tuple[OutcomeCoverage, ...]


class Rendering(Model):
    """One rule that cites a place, how faithfully it renders it, and why not fully."""

    rule: str
    title: str
    faithful: Literal["full", "over", "under"]
    why: str | None


class PlaceCoverage(Model):
    """One place of a document; `why` says why it is left, wholly or in part, to a person or to nobody.

    `departments` are those whose person it is left to.
    """

    place: str
    what: str | None
    status: Status
    why: str | None
    rules: tuple[Rendering, ...]
    departments: tuple[str, ...] = ()


class DocumentCoverage(Model):
    """One document; `known` says whether all of its places are known, and is None where nothing is said of them."""

    id: str
    number: str | None
    title: str
    trust: Trust
    known: Literal["whole", "part"] | None
    places: tuple[PlaceCoverage, ...]

    def count(self, status: Status) -> int:
        """Return how many places have a status."""
        return sum(place.status == status for place in self.places)


class Coverage(Model):
    """What a set of projects covers of the law's conditions and worlds, and what the law covers of its documents.

    `not_measured` says what was left out.
    """

    projects: int
    rules: tuple[RuleCoverage, ...]
    gates: tuple[GateCoverage, ...]
    not_measured: tuple[str, ...]
    documents: tuple[DocumentCoverage, ...]
