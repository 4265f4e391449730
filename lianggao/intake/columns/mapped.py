"""Read columns as a person says they are to be read: `{"耗能": "年综合能耗（等价值，吨标准煤）"}`.

The left side names a column of the list: its header, the last row of its header, or its place, `D` or `#4`. The right
side is a header that is understood; an empty one or `-` leaves the column alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lianggao.errors import Fault, Hint, InputError, Place, fault
from lianggao.intake.columns.header import read_header
from lianggao.intake.columns.suggest import looks_like_energy
from lianggao.intake.columns.use import ColumnReport, ColumnUse
from lianggao.intake.columns.written import parts_of
from lianggao.intake.spellings import Headers, normal
from lianggao.vocabulary import Vocabulary

ALONE = frozenset({"", "-", "－"})
_LETTERS = re.compile("[A-Za-z]{1,3}")
_NUMBER = re.compile(r"#([1-9]\d{0,4})")
_HOW = Hint(
    "write it like `年综合能源消费量（等价值，吨标准煤）`", "请写作 `年综合能源消费量（等价值，吨标准煤）` 这样的表头"
)


@dataclass
class Matched:
    """Which column each entry of a mapping names: the entry by the column's index; and those that name none."""

    entries: dict[int, str] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def match(mapping: Iterable[str], names: Sequence[str], places: Sequence[Place] = ()) -> Matched:
    """Find the columns that the left sides name."""
    matched, positions = Matched(), [_position(at, places) for at in range(len(names))]
    for left in mapping:
        found = _columns(left, names, positions)
        if not found:
            matched.unmatched.append(left)
        elif len(found) > 1:
            columns = "、".join(f"`{names[at]}`" for at in found)
            matched.faults.append(fault("mapping-column-unclear", value=left, columns=columns))
        elif found[0] in matched.entries:
            other = matched.entries[found[0]]
            matched.faults.append(fault("mapping-column-twice", value=left, other=other, column=names[found[0]]))
        else:
            matched.entries[found[0]] = left
    return matched


def mapped_use(own: ColumnUse, right: str, target: ColumnUse | None) -> ColumnUse:
    """Return the use of a column that is to be read as `right`; its own where that is the same."""
    if target is None:
        return replace(ColumnUse(own.header), why="按所给的对应关系不采用", rule="mapping") if own.field else own
    if target.gives == own.gives:
        return own
    why = f"按所给的对应关系读作“{right}”" + (f"；{target.why}" if target.why else "")
    return replace(target, header=own.header, why=why, rule="mapping")


def target_of(
    right: str, vocabulary: Vocabulary, headers: Headers, corner: Sequence[str] = (), place: Place | None = None
) -> ColumnUse | None:
    """Return what a right side gives; None where the column is to be left alone.

    Raises InputError: `mapping-target-unknown`.
    """
    if right.strip() in ALONE:
        return None
    use = read_header(right, vocabulary, headers)
    if not use.field:
        raise InputError([fault("mapping-target-unknown", place, value=right, hint=_hint(right, vocabulary))])
    return read_header(right, vocabulary, headers, corner=corner)


def check_mapped(reports: Sequence[ColumnReport], mapping: Mapping[str, str]) -> None:
    """Raise InputError `mapping-column-unknown` for entries that name no column of any header block of a list."""
    names = list(dict.fromkeys(use.header for report in reports for use in report.uses))
    faults = [
        fault("mapping-column-unknown", value=left, hint=Hint.nearest(left, names))
        for left in mapping
        if all(left in report.unmatched for report in reports)
    ]
    if faults:
        raise InputError(faults)


def _columns(left: str, names: Sequence[str], positions: Sequence[int]) -> list[int]:
    """Return the columns that a left side may name, by the strictest way in which it names any."""
    text, whole = normal(left), _whole(left)
    ways: tuple[Callable[[int], bool], ...] = (
        lambda at: names[at] == left,
        lambda at: normal(names[at]) == text,
        lambda at: _whole(names[at]) == whole,
        lambda at: parts_of(names[at])[-1].text == whole,
        lambda at: positions[at] == _position_named(left),
    )
    if not text:
        return []
    return next((found for way in ways if (found := [at for at in range(len(names)) if way(at)])), [])


def _whole(header: str) -> str:
    return "|".join(part.text for part in parts_of(header))


def _position_named(left: str) -> int:
    text = left.strip()
    if number := _NUMBER.fullmatch(text):
        return int(number[1])
    if not _LETTERS.fullmatch(text):
        return 0
    position = 0
    for letter in text.upper():
        position = position * 26 + ord(letter) - ord("A") + 1
    return position


def _position(at: int, places: Sequence[Place]) -> int:
    """Return a column's place in its file, counted from 1."""
    place = places[at] if at < len(places) else Place()
    return place.column or _position_named(place.cell.rstrip("0123456789")) or at + 1


def _hint(right: str, vocabulary: Vocabulary) -> Hint:
    if looks_like_energy(right):
        return _HOW
    labels = [known.label for known in vocabulary.fields.values() if known.kind not in ("derived", "reading")]
    return Hint.nearest(right, [label for label in labels if not looks_like_energy(label)])
