"""What `--strict` refuses: a list of which anything has to be told, every note as one error with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianggao.errors import Fault, InputError, Place, fault

if TYPE_CHECKING:
    from lianggao.facts import Note
    from lianggao.screening import Screening


def refuse_notes(screening: Screening) -> None:
    """Raise InputError with every note on the list and its cells; do nothing where there is none."""
    from lianggao.reports.masking import mask_labelled

    file = screening.raw.file if screening.raw else ""
    faults: list[Fault] = [
        fault("note-refused", Place(file), what=mask_labelled(note.text), note=note.code)
        for note in screening.list_notes
    ]
    faults += [
        fault("note-refused", _place(screening, note), what=mask_labelled(note.text), note=note.code)
        for note in sorted(screening.facts.notes, key=lambda note: (note.row, _column(screening, note)))
    ]
    if faults:
        raise InputError(faults)


def _column(screening: Screening, note: Note) -> int:
    return screening.raw.place_column(note.row, note.header) if screening.raw and note.header else 0


def _place(screening: Screening, note: Note) -> Place:
    raw = screening.raw
    if raw is None:
        return Place("", note.row + 1)
    if note.header:
        return raw.place(note.row, note.header)
    line = raw.lines[note.row]
    return Place(raw.sheet, cell=str(line)) if raw.sheet else Place(raw.file, line, 1)
