"""Rows that look like the same project twice: the same project code, else the same name, county and owner.

They are never merged. What differs between them is listed, since it is what a person has to ask about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from lianggao.quantities.text import clip
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups.figures import MOST_NAMED, Statements
from lianggao.screening.groups.keys import Keys, groups_of, together
from lianggao.screening.wording import FEW
from lianggao.tables.known import Bools, Ints

TEXTS = ("project_code", "project_name", "owner")
CHOICES = ("stage", "construction_nature")


class _Compared(NamedTuple):
    """A field that is compared: which rows state the same, and how one row's or all rows' statement is written."""

    said: Statements
    label: str
    same: Ints
    one: Callable[[int], str]
    all: Callable[[Ints], str]

    def differs(self, groups: Sequence[Ints]) -> Bools:
        """Return which groups state two different things or more."""
        if not groups:
            return np.empty(0, dtype=bool)
        said = self.same[np.concatenate(groups)]
        starts = np.cumsum([0, *map(len, groups[:-1])])
        most = np.maximum.reduceat(said, starts)
        least = np.minimum.reduceat(np.where(said < 0, len(self.same), said), starts)
        return np.asarray((most >= 0) & (least != most))

    def told(self, rows: Ints) -> str:
        """Write how some rows differ: who states what or, of many rows, what is stated."""
        if len(rows) > MOST_NAMED:
            return f"{self.label}不同（{self.all(rows)}）"
        codes = self.same[rows]
        each = (rows[codes == code] for code in dict.fromkeys(codes[codes >= 0].tolist()))
        return f"{self.label}不同：{'、'.join(self.said.numbered(part) + self.one(int(part[0])) for part in each)}"


def by_name(keys: Keys) -> Ints:
    """Return the key of the same name, county and owner; where no one county is known the same place text counts."""
    elsewhere = np.where(keys.place < 0, -1, keys.place + int(keys.county.max(initial=-1)) + 1)
    return together(keys.name, np.where(keys.county >= 0, keys.county, elsewhere), keys.owner)


def duplicates(said: Statements, keys: Keys) -> Iterator[GroupFinding]:
    """Yield a finding for each set of rows; where all have the same code as well, only for the code."""
    coded, named = groups_of(keys.code), [rows for rows in groups_of(by_name(keys)) if not _one_code(keys.code[rows])]
    groups = [*coded, *named]
    compared = list(_compared(said)) if groups else []
    differing = [field.differs(groups) for field in compared]
    for at, rows in enumerate(groups):
        told = [field.told(rows) for field, where in zip(compared, differing, strict=True) if where[at]]
        by_code = at < len(coded)
        own = clip(said.least_text("project_code" if by_code else "project_name", rows))
        why = f"项目代码相同（“{own}”）" if by_code else f"名称（“{own}”）、所在地和建设单位都相同"
        yield GroupFinding(
            kind="duplicate",
            status="certain" if by_code else "possible",
            by="project_code" if by_code else "name_county_owner",
            rows=said.rows(rows),
            sentence="；".join((f"疑似重复填报：{said.numbered(rows)}项目的{why}，未合并", *told, "请核对")),
        )


def _one_code(codes: Ints) -> bool:
    return bool(codes[0] >= 0 and (codes == codes[0]).all())


def _compared(said: Statements) -> Iterator[_Compared]:
    for name in TEXTS:
        same = said.same_text(name)
        yield _Compared(said, said.field(name).label, same, partial(_quoted, said, name), partial(_kinds, same))
    for name in CHOICES:
        same = said.same_label(name)
        yield _Compared(
            said, said.field(name).label, same, partial(said.label, name), partial(_labels, said, name, same)
        )
    for field in said.amounts:
        same = said.same_amount(field)
        yield _Compared(said, field.label, same, partial(said.amount, field), partial(said.range, field))


def _quoted(said: Statements, name: str, row: int) -> str:
    return f"“{clip(said.text(name, row))}”"


def _kinds(same: Ints, rows: Ints) -> str:
    codes = np.unique(same[rows])
    return f"共{np.count_nonzero(codes >= 0)}种"


def _labels(said: Statements, name: str, same: Ints, rows: Ints) -> str:
    codes, first = np.unique(same[rows], return_index=True)
    labels = sorted(said.label(name, int(rows[at])) for code, at in zip(codes, first, strict=True) if code >= 0)
    return "、".join(labels[:FEW]) + (f"等{len(labels)}种" if len(labels) > FEW else "")
