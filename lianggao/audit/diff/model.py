"""The result of comparing two laws, as data: frozen, complete, and the same for the same two laws."""

from __future__ import annotations

from typing import Literal

from lianggao.audit.worlds.limits import Limit
from lianggao.errors import Fault
from lianggao.screening.model import Model

Verdict = Literal["equal", "stricter", "looser", "mixed"]
Direction = Literal["stricter", "looser", "neither"]


class Example(Model):
    """The fewest facts that show the difference: `old` and `new` are what each law leaves possible for them."""

    facts: dict[str, str | float]
    old: tuple[str, ...]
    new: tuple[str, ...]


class AreaDiff(Model):
    """Worlds that change alike: `limits` all hold, `exceptions` (if any) do not all hold together.

    `rules` are those whose own change is responsible; `worlds` counts distinguishable worlds of the gate's fields.
    """

    text: str
    limits: tuple[Limit, ...]
    exceptions: tuple[Limit, ...]
    worlds: int
    rules: tuple[str, ...]
    example: Example | None


class Move(Model):
    """What changes from what to what. `subject` is the gate, a department or a rule, as `kind` says.

    For a rule `old` and `new` are `holds` and `silent`; a rule that decides moves in no direction by itself.
    """

    kind: Literal["outcome", "department", "rule"]
    subject: str
    label: str
    old: str
    new: str
    old_label: str
    new_label: str
    direction: Direction
    worlds: int
    areas: tuple[AreaDiff, ...]


class GateDiff(Model):
    """One gate in one period. `by_way_of` names the earlier gates through which alone it changes.

    `worlds` is how many possible worlds were compared; None where both laws say the same clause by clause.
    """

    gate: str
    title: str
    verdict: Verdict
    worlds: int | None
    moves: tuple[Move, ...]
    by_way_of: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Return whether anything differs, be it only which rules hold."""
        return bool(self.moves)


class LeftOut(Model):
    """Something that could not be compared, told in both languages."""

    text: str
    text_en: str

    @classmethod
    def of(cls, found: Fault, law: str = "") -> LeftOut:
        """Tell a fault, of one law where it is named."""
        return cls(
            text=f"{law}：" * bool(law) + found.render("zh"), text_en=f"{law}: " * bool(law) + found.render("en")
        )


class PeriodDiff(Model):
    """Days between which neither law changes; `first` or `last` is empty where the period has no such end."""

    first: str
    last: str
    gates: tuple[GateDiff, ...]
    not_compared: tuple[LeftOut, ...]


class RuleChange(Model):
    """A rule that reads otherwise: what of it, and which other files its condition changed through."""

    rule: str
    title: str
    change: Literal["added", "removed", "changed"]
    parts: tuple[str, ...]
    through: tuple[str, ...]
    duties_added: tuple[str, ...] = ()
    duties_removed: tuple[str, ...] = ()


class LawDiff(Model):
    """Everything that differs between two laws. `verdicts` sums up each gate over all periods.

    `other_changes` are files whose words differ without any effect on conditions; `not_compared` says what no table
    shows, such as terms that recognise products.
    """

    old: str
    new: str
    verdicts: dict[str, Verdict]
    periods: tuple[PeriodDiff, ...]
    rules: tuple[RuleChange, ...]
    other_changes: tuple[str, ...]
    not_compared: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Return whether some conclusion, department, rule that holds, duty, score or trust is not the same."""
        moved = any(gate.changed for period in self.periods for gate in period.gates)
        told = {"points", "trust"}
        return moved or any(r.duties_added or r.duties_removed or told & {*r.parts} for r in self.rules)

    def partly(self, gate: str) -> bool:
        """Return whether a gate was left out of some period."""
        return any(p.not_compared and gate not in {one.gate for one in p.gates} for p in self.periods)

    @property
    def complete(self) -> bool:
        """Return whether nothing was left uncompared."""
        return not self.not_compared and not any(period.not_compared for period in self.periods)

    @property
    def same(self) -> bool:
        """Return whether the two laws are proved to conclude the same."""
        return self.complete and not self.differs
