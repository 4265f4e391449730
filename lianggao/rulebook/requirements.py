"""Requirements: what a document demands of the projects that it binds, for one department to check.

A requirement is a gate of its own with two outcomes: it `fails` where the demand is not met and `holds` otherwise, and
where the document binds nobody it is not applicable. So tables, engines and audit treat it as they treat any gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StrictInt, StrictStr

from lianggao.errors import Place
from lianggao.rulebook.conditions import NotCondition, Strict, WrittenCondition
from lianggao.rulebook.models import Cite, Conclude, Gate, Outcome, Period, Rule, Texts
from lianggao.rulebook.yaml_reader import Document, Path_

CheckStatus = Literal["holds", "fails", "undecided", "not_applicable"]
FAILS, HOLDS = "fails", "holds"
_FAILS = Outcome(id=FAILS, label="不符合", burden=1)
_HOLDS = Outcome(id=HOLDS, label="符合", burden=0)


class Requirement(Strict):
    """One requirement as its file gives it: whom it binds (all, without `when`), what it demands, and two sentences."""

    id: StrictStr
    title: StrictStr
    department: StrictStr
    when: WrittenCondition | None = None
    require: WrittenCondition
    points: Annotated[StrictInt, Field(ge=0, le=100)] = 0
    holds: StrictStr
    fails: StrictStr
    cite: Cite
    open_questions: Texts = ()
    effective: Period | None = None

    @property
    def gate(self) -> Check:
        """Return the gate that it is."""
        return Check(
            id=self.id,
            title=self.title,
            applies_when=self.when,
            outcomes=(_FAILS,),
            otherwise=_HOLDS,
            department=self.department,
            holds=self.holds,
        )

    @property
    def rule(self) -> Rule:
        """Return the one rule of that gate: it holds where the demand is not met."""
        return Rule(
            id=self.id,
            title=self.title,
            gate=self.id,
            when=NotCondition.model_validate({"not": self.require}),
            conclude=Conclude(outcome=FAILS, points=self.points),
            because=self.fails,
            cite=self.cite,
            open_questions=self.open_questions,
            effective=self.effective,
        )


class Check(Gate):
    """A requirement seen as a gate: the department that checks it and the sentence for where the demand is met."""

    department: StrictStr
    holds: StrictStr


def is_requirement(gate: str) -> bool:
    """Return whether a gate is a requirement, by its id: it begins with that of its document.

    >>> is_requirement("land-directory-2024/not-prohibited"), is_requirement("catalog")
    (True, False)
    """
    return "/" in gate


def demand_of(rule: Rule) -> WrittenCondition:
    """Return what the requirement of a rule demands."""
    assert isinstance(rule.when, NotCondition)
    return rule.when.not_


# Where the parts of the gate and of the rule stand in the file of the requirement, the longest beginning first.
_AT: tuple[tuple[Path_, Path_], ...] = (
    (("when", "not"), ("require",)),
    (("when",), ("require",)),
    (("applies_when",), ("when",)),
    (("because",), ("fails",)),
    (("gate",), ("id",)),
    (("conclude", "points"), ("points",)),
)


@dataclass
class RequirementFile(Document):
    """The file of a requirement, asked for places by the paths of its gate and its rule."""

    @classmethod
    def of(cls, document: Document) -> RequirementFile:
        """Look at a file in this way."""
        return cls(**vars(document))

    def place(self, path: Path_, key: bool = False) -> Place:
        """Return where `path` stands."""
        for known, own in _AT:
            if path[: len(known)] == known:
                return super().place((*own, *path[len(known) :]), key)
        return super().place(path, key)
