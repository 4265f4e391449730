"""The facts that were used: what the list says, what was read out of it, and what is left open."""

from __future__ import annotations

from lianggao.screening.display import INFERRED
from lianggao.screening.explanation.view import View

READ = frozenset({"activity", "county"})
"""Choices that are read from other cells: codes, products, process, names, addresses."""


def fact_lines(view: View) -> list[str]:
    """Return the facts, stated ones first, and the remarks made while reading them."""
    fields = view.display.vocabulary.fields
    stated: list[str] = []
    inferred: list[str] = []
    for name, text in view.project.facts.items():
        known = fields[name]
        worked_out = known.kind in ("derived", "reading") or name in READ or text.endswith(INFERRED)
        line = f"    {known.label}：{' '.join(text.removesuffix(INFERRED).split())}"
        (inferred if worked_out else stated).append(line)
    lines = ["  清单所填：", *(stated or ["    （无）"])]
    if inferred:
        lines += ["  由清单所填识别或推定：", *inferred]
    notes = view.project.data_notes
    return lines + (["  数据说明：", *(f"    · {note.told}" for note in notes)] if notes else [])
