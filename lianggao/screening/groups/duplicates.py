"""Rows that look like the same project twice: the same project code, else the same name, county and owner.

They are never merged. What differs between them is listed, since it is what a person has to ask about.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lianggao.quantities.text import clip
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups.figures import MOST_NAMED, Statements, numbered
from lianggao.screening.groups.keys import Keys, groups_of, together
from lianggao.tables.known import Ints

TEXTS = ("project_code", "project_name", "owner")
CHOICES = ("stage", "construction_nature")


def by_name(keys: Keys) -> Ints:
    """Return the key of the same name, county and owner; where no one county is known the same place text counts."""
    elsewhere = np.where(keys.place < 0, -1, keys.place + int(keys.county.max(initial=-1)) + 1)
    return together(keys.name, np.where(keys.county >= 0, keys.county, elsewhere), keys.owner)


def duplicates(said: Statements, keys: Keys) -> Iterator[GroupFinding]:
    """Yield a finding for each set of rows; where all have the same code as well, only for the code."""
    for rows in groups_of(keys.code):
        code = clip(said.least_text("project_code", rows))
        yield GroupFinding(
            kind="duplicate",
            status="certain",
            by="project_code",
            rows=tuple((rows + 1).tolist()),
            sentence=_sentence(said, rows, f"项目代码相同（“{code}”）"),
        )
    for rows in groups_of(by_name(keys)):
        codes = keys.code[rows]
        if codes[0] < 0 or (codes != codes[0]).any():
            name = clip(said.least_text("project_name", rows))
            yield GroupFinding(
                kind="duplicate",
                status="possible",
                by="name_county_owner",
                rows=tuple((rows + 1).tolist()),
                sentence=_sentence(said, rows, f"项目名称（“{name}”）、所在地和建设单位都相同"),
            )


def _sentence(said: Statements, rows: Ints, why: str) -> str:
    differing = [text for label, told in _stated(said, rows) if (text := _differing(label, told))]
    return "；".join((f"{numbered((rows + 1).tolist())}{why}，疑似重复填报，未合并", *differing, "请核对"))


def _stated(said: Statements, rows: Ints) -> Iterator[tuple[str, dict[int, str]]]:
    """Yield the label of each field that is compared and what each row states of it, if anything."""
    listed = rows.tolist()
    for name in TEXTS:
        yield said.field(name).label, {row: f"“{clip(text)}”" for row in listed if (text := said.text(name, row))}
    for name in CHOICES:
        yield said.field(name).label, {row: label for row in listed if (label := said.label(name, row))}
    for field in said.amounts:
        yield field.label, {row: amount for row in listed if (amount := said.amount(field, row))}


def _differing(label: str, told: dict[int, str]) -> str:
    if len(set(told.values())) < 2:
        return ""
    each = "、".join(f"第{row + 1}行{text}" for row, text in list(told.items())[:MOST_NAMED])
    return f"{label}不同：{each}" + (f"等{len(told)}行" if len(told) > MOST_NAMED else "")
