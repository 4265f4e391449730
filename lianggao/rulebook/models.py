"""What a rulebook is made of: documents, gates, rules, definitions and open questions, as their files give them.

The models mirror docs/rule-files.md key by key. They check the shape of one file; whether files agree with each other
and with the vocabulary is the business of `resolve` and `law`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StrictStr, model_validator

from lianggao.rulebook.conditions import Strict, WrittenCondition
from lianggao.rulebook.contents import Contents
from lianggao.rulebook.dates import PartialDate

Trust = Literal["official", "reprint", "report", "recalled"]
TRUSTS: tuple[Trust, ...] = ("recalled", "report", "reprint", "official")
"""From least to most."""


def _dated(text: str) -> str:
    PartialDate.parse(text)
    return text


WrittenDate = Annotated[StrictStr, AfterValidator(_dated)]
Texts = tuple[StrictStr, ...]


class Period(Strict):
    """From the first day in force to the last, each as precise as it is known."""

    from_: WrittenDate = Field(alias="from")
    to: WrittenDate | None = None

    @model_validator(mode="after")
    def _forward(self) -> Period:
        if self.to and PartialDate.parse(self.to).last < PartialDate.parse(self.from_).first:
            raise ValueError(f"the last day {self.to} is before the first, {self.from_}")
        return self


class Source(Strict):
    """A legal document: who says so, since when, where, and how we know its text."""

    id: StrictStr
    number: StrictStr | None
    title: StrictStr
    issuers: Texts
    issued: WrittenDate | None
    effective: Period
    applies_when: WrittenCondition | None = None
    supersedes: Texts = ()
    trust: Trust
    read_at: Texts
    not_known: Texts
    contents: Contents | None = None
    open_questions: Texts = ()


class Cite(Strict):
    """The place in the document and how faithfully the rule renders it."""

    place: StrictStr
    trust: Trust
    faithful: Literal["full", "over", "under"]
    why: StrictStr | None = None

    @model_validator(mode="after")
    def _explained(self) -> Cite:
        if self.faithful != "full" and not self.why:
            raise ValueError("say why, since the rule is not fully faithful")
        return self


class Conclude(Strict):
    """What follows when a rule holds."""

    outcome: StrictStr | None = None
    points: Annotated[StrictInt, Field(ge=0, le=100)] = 0
    departments: Texts = ()
    strength: Literal["required", "possible"] = "required"
    checklist: dict[StrictStr, Texts] = Field(default_factory=dict)


class Rule(Strict):
    """One rule: a condition, what follows from it, the sentence that says so and its citation."""

    id: StrictStr
    title: StrictStr
    gate: StrictStr
    when: WrittenCondition
    conclude: Conclude
    because: StrictStr
    cite: Cite
    open_questions: Texts = ()
    effective: Period | None = None

    @property
    def document(self) -> str:
        """Return the id of the document that the rule stands in."""
        return self.id.split("/", 1)[0]


class Definition(Strict):
    """A condition with a name."""

    id: StrictStr
    title: StrictStr
    when: WrittenCondition


class Outcome(Strict):
    """One outcome of a gate and its Chinese label; of two, the one with more `burden` asks more of a project."""

    id: StrictStr
    label: StrictStr
    burden: Annotated[StrictInt, Field(ge=0)] | None = None


class Gate(Strict):
    """A procedure with its own outcomes, in order of precedence."""

    id: StrictStr
    title: StrictStr
    applies_when: WrittenCondition | None = None
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    otherwise: Outcome


class OpenQuestion(Strict):
    """A question that the texts leave open, and how it is decided here."""

    id: StrictStr
    question: StrictStr
    decision: StrictStr
    reason: StrictStr
    effect: Literal["over", "under", "undecided"]
    reading: StrictStr | None = None


class CatalogSource(Strict, extra="allow"):
    """Where a catalog's tables come from."""

    id: StrictStr
    title: StrictStr
    trust: Trust
    read_at: Texts = ()
    note: StrictStr | None = None
    document: StrictStr | None = None
    verified: StrictBool = False


def weakest(trusts: tuple[Trust, ...]) -> Trust:
    """Return the least trust among several.

    >>> weakest(("official", "recalled"))
    'recalled'
    """
    return min(trusts, key=TRUSTS.index)
