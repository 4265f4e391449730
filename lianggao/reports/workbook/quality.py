"""The sheet of data quality: one line for everything that was noticed while the list was read, cell by cell.

What concerns the list as a whole comes first, with every row that was set aside.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from lianggao.facts import Note
from lianggao.intake.layout.build import WHY as ASIDE
from lianggao.notes import SURE, kind_of
from lianggao.reports.json_lines import CODES, USCC
from lianggao.reports.masking import mask_labelled, mask_text, mask_uscc
from lianggao.reports.workbook.look import Look, Value
from lianggao.reports.workbook.sheet import Sheet, columns_of
from lianggao.screening import Screening
from lianggao.screening.wording import UNSTATED, alternatives, interval

_COLUMNS = {
    "sheet": ("工作表", 14),
    "line": ("行", 7),
    "column": ("列（表头）", 22),
    "cell": ("单元格", 9),
    "given": ("原文", 26),
    "read_as": ("读作", 24),
    "how": ("怎样读的", 44),
    "sure": ("把握", 9),
    "kind": ("种类", 16),
    "code": ("代码", 19),
}
_LOOKS: list[Look] = ["centre" if key == "line" else "plain" for key in _COLUMNS]
LONGEST = 200
"""Characters of a cell that are quoted."""
MOST = 1_000_000
"""Lines that a sheet is given."""

Line = list[Value]


def write_quality(book: Workbook, screening: Screening, lang: str, keep_contacts: bool) -> None:
    """Write the sheet."""
    zh = lang == "zh"
    sheet = Sheet(book, "数据质量" if zh else "data_quality", columns_of(_COLUMNS, lang))
    for at, line in enumerate((*_of_list(screening, zh, keep_contacts), *_of_cells(screening, zh, keep_contacts))):
        if at < MOST:
            sheet.add(line, _LOOKS)
    if sheet.rows > 1:
        sheet.filterable()
    else:
        sheet.add([*[None] * 6, "没有数据说明" if zh else "nothing to note", *[None] * 3], "plain")


def _of_list(screening: Screening, zh: bool, keep_contacts: bool) -> Iterator[Line]:
    raw = screening.raw
    if raw is None:
        return
    hide = (lambda text: text) if keep_contacts else mask_labelled
    for note in screening.list_notes:
        if note.code == "set-aside":
            continue  # every such row has a line of its own
        yield [raw.sheet, None, None, None, None, None, hide(note.text), *_kind(note.code, zh)]
    for row in raw.aside:
        why = f"不是项目：{ASIDE.get(row.why, row.why)}" if zh else row.why
        yield [raw.sheet, row.line, None, None, hide(row.text)[:LONGEST], "", why, *_kind("set-aside", zh)]


def _of_cells(screening: Screening, zh: bool, keep_contacts: bool) -> Iterator[Line]:
    raw, fields = screening.raw, screening.law.vocabulary.fields
    for note in screening.facts.notes:
        known = fields.get(note.field)
        plain = keep_contacts or note.field in CODES or (known is not None and known.kind == "quantity")
        hide = (lambda text: text) if plain else mask_text
        if note.field == USCC and not keep_contacts:
            hide = mask_uscc
        yield [
            raw.sheet if raw else "",
            raw.numbers[note.row] if raw else note.row + 1,
            mask_text(note.header) if note.header else known.label if known else "",
            note.cell,
            hide(note.given)[:LONGEST],
            hide(read_as(screening, note, zh))[:LONGEST],
            note.text if keep_contacts else mask_text(note.text),
            *_kind(note.code, zh),
        ]


def _kind(code: str, zh: bool) -> Line:
    kind = kind_of(code)
    return [SURE[kind.sure] if zh else kind.sure, kind.label if zh else code, code]


def read_as(screening: Screening, note: Note, zh: bool = True) -> str:
    """Return what the field that a note is about was read as, before anything is inferred from other fields."""
    known, stated = screening.law.vocabulary.fields.get(note.field), screening.display.stated
    if known is None:
        return ""
    text = ""
    if known.kind == "quantity":
        span = stated.span(known.name)
        text = interval(float(span.low[note.row]), float(span.high[note.row]), known.unit)
    elif known.is_choice:
        held = stated.choices.get(known.name)
        on = held.sets[held.index[note.row]] if held is not None else []
        labels = [label for label, possible in zip(known.values.values(), on, strict=False) if possible]
        text = alternatives(labels, len(labels) == len(known.values)) if labels else ""
    else:
        text = str(stated.text(known.name).iloc[note.row])
    return text if text not in ("", UNSTATED) else "未采用" if zh else "not used"
