"""What the events in force state, field by field: the later statement wins, and equals both stay possible.

A milestone states a stage or that a review is done. A stage that a milestone has brought is not undone by a later
statement of an earlier stage: both stay possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lianggao.engines.following.events import Eia, EnergyReview, Fact, Milestone
from lianggao.engines.following.settling import Settled, latest
from lianggao.rulebook.dates import PartialDate

STAGES = ("signing", "proposed", "under_construction", "existing")
"""In the order in which a project goes through them."""
_STAGE_OF = {"signed": "proposed", "construction_started": "under_construction", "production_started": "existing"}

Means = Callable[[str, object], frozenset[str]]
"""Says which values of a choice a statement leaves possible."""


@dataclass(frozen=True)
class Statement:
    """One thing that one event says of a field; `milestone` is the kind of a milestone, empty for a stated fact."""

    field: str
    value: object
    at: PartialDate
    dates: tuple[PartialDate, ...]
    event: str
    milestone: str = ""

    @property
    def date(self) -> str:
        """Return the date in words."""
        return "或".join(str(date) for date in self.dates)


def statements_of(settled: Iterable[Settled]) -> list[Statement]:
    """Return everything that is stated, in the order of the events."""
    return [_statement(one, says) for one in settled for says in one.says]


def _statement(one: Settled, says: Milestone | EnergyReview | Eia | Fact) -> Statement:
    when = (one.at, one.dates, one.id)
    if isinstance(says, Fact):
        return Statement(says.field, says.value, *when)
    if isinstance(says, Milestone):
        return Statement("stage", _STAGE_OF[says.event], *when, says.event)
    if isinstance(says, EnergyReview):
        return Statement("energy_review_done", "yes" if says.passed else "no", *when, says.event)
    return Statement("eia_done", "yes" if says.approved else "no", *when, says.event)


def current(statements: Iterable[Statement], means: Means) -> dict[str, list[Statement]]:
    """Return the statements of each field that hold now; several where none is certainly the latest."""
    fields: dict[str, list[Statement]] = {}
    for statement in statements:
        fields.setdefault(statement.field, []).append(statement)
    return {
        field: _stage(said, means) if field == "stage" else latest(said, lambda s: s.at)
        for field, said in fields.items()
    }


def _stage(said: list[Statement], means: Means) -> list[Statement]:
    """Return the furthest milestone and the stated stages, as far as none outdoes the other."""

    def least(statement: Statement) -> int:
        return min(STAGES.index(stage) for stage in means("stage", statement.value))

    furthest = max((least(s) for s in said if s.milestone), default=0)
    candidates = [s for s in said if not s.milestone or least(s) == furthest]

    def outdone(statement: Statement) -> bool:
        later = (other for other in candidates if other.at.first > statement.at.last)
        return any(not statement.milestone or least(other) >= furthest for other in later)

    return [statement for statement in candidates if not outdone(statement)]
