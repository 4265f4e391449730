"""What columns are to be read as, from the command line or a file with the columns 表头 and 读作.

An entry that a person gives on the command line counts before one of the file for the same header.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lianggao.errors import Fault, InputError, Place, fault
from lianggao.intake.brackets import label_with
from lianggao.intake.columns import ColumnReport, ColumnUse
from lianggao.intake.columns.mapped import target_of
from lianggao.intake.files import read_grid
from lianggao.intake.spellings import Headers, normal
from lianggao.vocabulary import Vocabulary

LEFT, RIGHT = "表头", "读作"

Entries = list[tuple[str, str, Place]]
"""Left side, right side, and where it is written."""


def read_mapping(
    pairs: Sequence[str], file: Path | None, vocabulary: Vocabulary, headers: Headers
) -> Mapping[str, str]:
    """Return what `read_columns` needs: from each column's header to the header that it is to be read as.

    `pairs` are written `列名=字段`. Whether the columns exist is for the list to say.

    Raises InputError: `mapping-not-a-pair`, `mapping-column-twice`, `mapping-target-unknown`,
    `mapping-file-columns`, and what reading the file raises.
    """
    faults: list[Fault] = []
    given, saved = _of_pairs(pairs, faults), _of_file(file) if file else []
    mapping: dict[str, tuple[str, str]] = {}
    for entries in (saved, given):
        seen: dict[str, str] = {}
        for left, right, place in entries:
            name = normal(left)
            if name in seen:
                faults.append(fault("mapping-column-twice", place, value=left, other=seen[name], column=left))
            seen[name] = left
            mapping[name] = (left, right)
            try:
                target_of(right, vocabulary, headers, place=place)
            except InputError as error:
                faults += error.faults
    if faults:
        raise InputError(faults)
    return dict(mapping.values())


def mapping_rows(reports: Iterable[ColumnReport], vocabulary: Vocabulary, headers: Headers) -> list[tuple[str, str]]:
    """Return the rows of a mapping file that reads every column as it is read now.

    A header that is read differently in two header blocks is left out: no single entry says both.
    """
    uses: dict[str, list[ColumnUse]] = {}
    for report in reports:
        for use in report.uses:
            uses.setdefault(normal(use.header), []).append(use)
    alike = (same[0] for same in uses.values() if len({use.gives for use in same}) == 1)
    return [(use.header, header_for(use, vocabulary, headers)) for use in alike]


def header_for(use: ColumnUse, vocabulary: Vocabulary, headers: Headers) -> str:
    """Return a header that gives just what a column gives; nothing where it gives nothing."""
    if not use.field:
        return ""
    known = vocabulary[use.field]
    if use.unit:
        return label_with(known, use.unit)
    known_as = {known.label: headers.spellings[normal(known.label)], **headers.spellings}
    wanted = (use.field, "", use.part)
    return next(text for text, found in known_as.items() if (found.field, found.unit, found.part) == wanted)


def _of_pairs(pairs: Sequence[str], faults: list[Fault]) -> Entries:
    entries: Entries = []
    for pair in pairs:
        left, sign, right = pair.replace("＝", "=").rpartition("=")
        if sign and left.strip():
            entries.append((left.strip(), right.strip(), Place()))
        else:
            faults.append(fault("mapping-not-a-pair", value=pair))
    return entries


def _of_file(file: Path) -> Entries:
    grid = read_grid(file)
    rows = [(line, row) for line, row in zip(grid.lines, grid.rows, strict=True) if any(map(str.strip, row))]
    names = [normal(name) for name in rows[0][1]] if rows else []
    if not {LEFT, RIGHT} <= set(names):
        raise InputError([fault("mapping-file-columns", Place(file.name, 1, 1))])
    left, right = names.index(LEFT), names.index(RIGHT)
    return [
        (_unguarded(row[left]), row[right].strip(), Place(file.name, line, 1))
        for line, row in rows[1:]
        if row[left].strip()
    ]


def _unguarded(text: str) -> str:
    """Take away the sign that keeps a spreadsheet from running a header as a formula."""
    return text[1:] if text[:1] == "'" else text
