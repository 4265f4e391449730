"""Where a list moves otherwise than was announced: each difference about one gate or one department of one project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from lianggao.audit.impact.compare import Change
from lianggao.audit.impact.expected.models import written
from lianggao.audit.impact.expected.reading import Announced
from lianggao.audit.impact.model import Impact
from lianggao.reports.masking import mask_text
from lianggao.screening.model import Model

LINES = {
    "zh": "第{row}行{name}：{kind} {subject}：{announced}，{found}",
    "en": "row {row}{name}: {kind} {subject}: {announced}, {found}",
}
WORDS = {
    "zh": {
        "gate": "关口",
        "department": "部门",
        "announced": "写明 {move}",
        "not_announced": "未写明",
        "found": "实为 {move}",
        "not_found": "实际未变",
    },
    "en": {
        "gate": "gate",
        "department": "department",
        "announced": "announced {move}",
        "not_announced": "not announced",
        "found": "found {move}",
        "not_found": "found no move",
    },
}
AGREE = {
    "zh": "{rows}个项目中{moved}个有变动，都与写明的相符",
    "en": "{rows} projects, {moved} moved, all as announced",
}
DISAGREE = {
    "zh": "{rows}个项目中{moved}个有变动，与写明的有{n}处不符",
    "en": "{rows} projects, {moved} moved, {n} differences from what was announced",
}
Kind = Literal["gate", "department"]


class Difference(Model):
    """A move that was announced and does not happen so, or that happens and was not announced so; None is no move."""

    row: int
    name: str
    kind: Kind
    subject: str
    announced: str | None
    found: str | None

    def line(self, lang: str = "zh") -> str:
        """Return the difference on one line."""
        words = WORDS[lang]
        announced = words["announced"].format(move=self.announced) if self.announced else words["not_announced"]
        found = words["found"].format(move=self.found) if self.found else words["not_found"]
        name = " ".join(["", *self.name.split()])
        about = {"row": self.row, "name": name, "kind": words[self.kind], "subject": self.subject}
        return LINES[lang].format(**about, announced=announced, found=found)


def differences(
    impact: Impact, announced: Mapping[int, Announced], *, keep_contacts: bool = False
) -> tuple[Difference, ...]:
    """Return every difference, by row; none where exactly what was announced moves.

    A name is given without the contacts in it unless they are to be kept.
    """
    happened = impact.compared.changes()
    names = impact.compared.names
    found: list[Difference] = []
    for row in sorted({*announced, *happened}):
        said = announced.get(row, Announced({}, {}))
        gates, departments = happened.get(row, ({}, {}))
        name = names[row - 1] if keep_contacts else mask_text(names[row - 1])
        found += _between(row, name, "gate", said.gates, gates)
        found += _between(row, name, "department", said.departments, departments)
    return tuple(found)


def _between(
    row: int, name: str, kind: Kind, announced: Mapping[str, Change], happened: Mapping[str, Change]
) -> Iterator[Difference]:
    for subject in dict.fromkeys([*happened, *announced]):
        one, other = announced.get(subject), happened.get(subject)
        if _sets(one) != _sets(other):
            yield Difference(
                row=row,
                name=name,
                kind=kind,
                subject=subject,
                announced=written(one) if one else None,
                found=written(other) if other else None,
            )


def _sets(change: Change | None) -> list[frozenset[str]]:
    return [frozenset(side) for side in change or ()]


def differences_text(impact: Impact, found: Sequence[Difference], lang: str = "zh") -> str:
    """Return a line for each difference, and a last line with the counts."""
    last = (DISAGREE if found else AGREE)[lang]
    moved = len(impact.compared.changes())
    return (
        "\n".join([*(one.line(lang) for one in found), last.format(rows=impact.rows, moved=moved, n=len(found))]) + "\n"
    )
