"""The summary that `screen` prints for a person: counts, what to ask for first, and what was not understood."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lianggao.intake import ColumnUse
from lianggao.reports.masking import mask_labelled
from lianggao.screening.totals import Totals

MOST = 8
"""Columns to fill that are shown; the workbook has all of them."""

_WIDTH = 100
_STYLES = {"class_1": "bold red", "class_2": "yellow", "undetermined": "bold yellow", "not_listed": "green"}
_WORDS = {
    "zh": {
        "outcome": "判定",
        "projects": "项目",
        "all": "合计",
        "fill": "补哪一列",
        "settles": "补上就能定",
        "narrows": "补上能缩小",
        "unused": "未采用的列",
        "notes": "数据说明 {notes} 条，涉及 {rows} 个项目",
        "wrote": "已写出",
        "from": {"option": "指定", "row": "项目判定日期", "today": "当天"},
        "as_of": "适用日期",
        "rulebook": "规则集",
    },
    "en": {
        "outcome": "determination",
        "projects": "projects",
        "all": "all",
        "fill": "column to fill",
        "settles": "settles",
        "narrows": "narrows",
        "unused": "columns not used",
        "notes": "{notes} data notes on {rows} projects",
        "wrote": "wrote",
        "from": {"option": "asked for", "row": "project's own", "today": "today"},
        "as_of": "as of",
        "rulebook": "rulebook",
    },
}


def print_report(totals: Totals, paths: Sequence[Path], lang: str) -> None:
    """Print the summary on stderr; nobody reading it is no fault."""
    with suppress(BrokenPipeError, SystemExit):  # the latter is what rich makes of the former
        _print(totals, paths, lang)


def _print(totals: Totals, paths: Sequence[Path], lang: str) -> None:
    console = Console(file=sys.stderr, width=None if sys.stderr.isatty() else _WIDTH, highlight=False)
    console.print(_counts(totals, lang))
    if totals.summary.fill:
        console.print(_filling(totals, lang))
    for line in [*_lines(totals, lang), *(f"{_WORDS[lang]['wrote']} {path}" for path in paths)]:
        console.print(line, markup=False, soft_wrap=True)


def _counts(totals: Totals, lang: str) -> Table:
    words, summary = _WORDS[lang], totals.summary
    table = Table(show_footer=True)
    table.add_column(str(words["outcome"]), footer=str(words["all"]))
    table.add_column(str(words["projects"]), footer=str(summary.projects), justify="right")
    for outcome, count in summary.outcomes.get("catalog", {}).items():
        if count:
            table.add_row(
                totals.labels[outcome] if lang == "zh" else outcome, str(count), style=_STYLES.get(outcome, "")
            )
    return table


def _filling(totals: Totals, lang: str) -> Table:
    words = _WORDS[lang]
    table = Table(str(words["fill"]))
    table.add_column(str(words["settles"]), justify="right")
    table.add_column(str(words["narrows"]), justify="right")
    for filling in totals.summary.fill[:MOST]:
        name = filling.label if lang == "zh" else filling.field
        table.add_row(name, str(filling.settles), str(filling.narrows))
    return table


def _why(use: ColumnUse, lang: str) -> str:
    if not use.suggestions:
        return use.why
    perhaps = "、".join(use.suggestions)
    return f"{use.why}，是否为{perhaps}？" if lang == "zh" else f"{use.why}; perhaps {perhaps}"


def _lines(totals: Totals, lang: str) -> list[str]:
    words, law = _WORDS[lang], totals.law
    lines = []
    if totals.unused:
        told = "、".join(f"{use.header}（{_why(use, lang)}）" for use in totals.unused)
        told = mask_labelled(told)
        lines.append(f"{words['unused']}：{told}" if lang == "zh" else f"{words['unused']}: {told}")
    lines += [mask_labelled(note.text) for note in totals.list_notes]
    if totals.notes:
        lines.append(str(words["notes"]).format(notes=totals.notes, rows=totals.noted_projects))
    source = words["from"]
    assert isinstance(source, dict)
    dates = [f"{when}（{source[how]}）" for when, how in totals.dates]
    shown = "、".join(dates[:MOST]) + (f" … {len(dates)}" if len(dates) > MOST else "")
    lines.append(f"{words['as_of']} {shown}")
    lines.append(f"{words['rulebook']} {law.name}#{law.digest[:12]}")
    return lines
