"""Writes a screened list as JSON Lines: one project in full per line, the row as given first, for other programs.

UTF-8 without a byte order mark, LF; everything after `given` reads back as a ProjectScreening.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

import pandas as pd

from lianggao.reports.cells import given_rows
from lianggao.reports.masking import mask_text, mask_uscc
from lianggao.screening.result import DataNote, DepartmentReview
from lianggao.vocabulary import Field

if TYPE_CHECKING:
    from lianggao.reports.write import Progress
    from lianggao.screening import ProjectScreening, Screening

USCC = "uscc"
CODES = frozenset({USCC, "project_code"})
"""Text facts that are codes of companies and projects, never of persons."""


def write(screening: Screening, file: BinaryIO, keep_contacts: bool, progress: Progress | None = None) -> None:
    """Write every project; keys are the English ones in any language. `progress` is told of each."""
    given = given_rows(screening, keep_contacts)
    headers = [str(name) for name in given.columns]
    for row, cells in enumerate(given.itertuples(index=False, name=None), start=screening.before + 1):
        project = screening.project(row)
        if not keep_contacts:
            project = without_contacts(project, screening)
        known = json.dumps({h: _cell(c) for h, c in zip(headers, cells, strict=True)}, ensure_ascii=False)
        line = f'{{"given":{known},{project.model_dump_json()[1:]}\n'
        file.write(line.encode("utf-8", errors="replace"))
        if progress:
            progress(1)


def without_contacts(project: ProjectScreening, screening: Screening) -> ProjectScreening:
    """Return the screening with the contacts hidden that its texts may quote."""
    fields = screening.law.vocabulary.fields
    texts = {n: mask_text(t) for n, t in project.facts.items() if fields[n].kind == "text" and n not in CODES}
    if USCC in project.facts:
        texts[USCC] = mask_uscc(project.facts[USCC])
    changes = {
        "facts": {**project.facts, **texts},
        "findings": tuple(f.model_copy(update={"sentence": mask_text(f.sentence)}) for f in project.findings),
        "departments": tuple(map(_department, project.departments)),
        "gates": tuple(g.model_copy(update={"reason": mask_text(g.reason)}) for g in project.gates),
        "data_notes": tuple(_note(note, fields) for note in project.data_notes),
        "groups": tuple(g.model_copy(update={"sentence": mask_text(g.sentence)}) for g in project.groups),
        "trace": tuple(
            step.model_copy(
                update={"consumed": tuple(map(mask_text, step.consumed)), "asserted": mask_text(step.asserted)}
            )
            for step in project.trace
        ),
    }
    return project.model_copy(update=changes)


def _department(department: DepartmentReview) -> DepartmentReview:
    checks = (check.model_copy(update={"sentence": mask_text(check.sentence)}) for check in department.checks)
    return department.model_copy(update={"checks": tuple(checks)})


def _note(note: DataNote, fields: Mapping[str, Field]) -> DataNote:
    """Hide contacts in a note; what is written in a quantity or a code is never one."""
    looked: tuple[str, ...] = ("text", "header")
    if note.field == USCC:
        note = note.model_copy(update={"given": mask_uscc(note.given), "read": mask_uscc(note.read)})
    if note.field not in CODES and not (note.field in fields and fields[note.field].kind == "quantity"):
        looked += ("given", "read")
    return note.model_copy(update={name: mask_text(getattr(note, name)) for name in looked})


def _cell(value: Any) -> str | int | float | bool | None:
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    return value if isinstance(value, str | int | float | bool) else str(value)
