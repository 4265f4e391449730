"""Decide what each column of a list gives: a field, the unit and the energy basis that its header states.

A header is a known name with qualifiers in brackets, `年综合能源消费量（等价值，万吨标准煤）`. Every qualifier must be
understood, or the column is left alone and reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lianggao.errors import InputError, Place, fault
from lianggao.intake.spellings import Headers, Spelling, normal
from lianggao.quantities import find_unit
from lianggao.vocabulary import Vocabulary

ENERGY = {
    (False, "equivalent"): "energy_equivalent_tce",
    (False, "calorific"): "energy_calorific_tce",
    (False, "unstated"): "energy_unstated_tce",
    (True, "equivalent"): "added_energy_equivalent_tce",
    (True, "calorific"): "added_energy_calorific_tce",
}
MEANING = {name: key for key, name in ENERGY.items()}
# Several columns of these fields make one text.
JOINED = frozenset({"place", "content"})
LONGEST_UNIT = 10

_BASIS = {"当量值": "calorific", "等价值": "equivalent", "当量": "calorific", "等价": "equivalent"}
_HARMLESS = frozenset(
    {"必填", "选填", "如有", "如实填写", "实物量", "含原料用能和可再生能源", "改扩建项目为改扩建后的年设计总量"}
)
_BETWEEN = re.compile("[,，、;；]")
_GROUP = re.compile(r"\(([^()]*)\)")
_UNIT_LEAD = re.compile("^(?:单位)?[::为]?")
_BASIS_AROUND = re.compile("^(当量值|等价值)|(当量值|等价值)$")


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column gives. `field` is empty where it gives nothing, and `why` says why or what was assumed."""

    header: str
    field: str = ""
    unit: str = ""
    basis: str = "unstated"
    part: str = ""
    why: str = ""


@dataclass(frozen=True)
class ColumnReport:
    """All columns of a list in order, used or not."""

    uses: tuple[ColumnUse, ...]

    @property
    def used(self) -> tuple[ColumnUse, ...]:
        """Return the columns that give a field."""
        return tuple(use for use in self.uses if use.field)

    @property
    def unused(self) -> tuple[ColumnUse, ...]:
        """Return the columns that give nothing."""
        return tuple(use for use in self.uses if not use.field)


def read_columns(
    names: Sequence[str], vocabulary: Vocabulary, headers: Headers, places: Sequence[Place] = ()
) -> ColumnReport:
    """Decide for every header; `places` says where each stands.

    Raises InputError: `repeated-header`, `one-field-twice`, `no-known-column`.
    """
    where = list(places) or [Place()] * len(names)
    faults, seen = [], dict[str, str]()
    uses = tuple(read_header(name, vocabulary, headers) for name in names)
    for index, use in enumerate(uses):
        other = seen.setdefault(use.field, use.header)
        if use.header in names[:index]:
            faults.append(fault("repeated-header", where[index], value=use.header))
        elif use.field and use.field not in JOINED and other != use.header:
            label = vocabulary[use.field].label
            faults.append(fault("one-field-twice", where[index], value=other, other=use.header, field=label))
    if not faults and not any(use.field for use in uses):
        faults.append(fault("no-known-column", where[0] if where else None))
    if faults:
        raise InputError(faults)
    return ColumnReport(uses)


def read_header(header: str, vocabulary: Vocabulary, headers: Headers) -> ColumnUse:
    """Decide what one header gives."""
    text = normal(header)
    if spelling := headers.spellings.get(text):
        basis = MEANING.get(spelling.field, (False, "unstated"))[1]
        return _use(header, spelling, vocabulary, spelling.unit, basis)
    try:
        return _qualified(header, text, vocabulary, headers)
    except _HeaderError as error:
        return ColumnUse(header, why=str(error))


class _HeaderError(Exception):
    """Why a header gives nothing; raised and caught within this file."""


@dataclass
class _Stated:
    """What the words around a name say: units, energy bases, and whether it is an added quantity."""

    units: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    added: bool = False


def _qualified(header: str, text: str, vocabulary: Vocabulary, headers: Headers) -> ColumnUse:
    """Decide for a name with qualifiers in brackets or directly before and behind it."""
    stated = _Stated()
    spelling = _find_name(_GROUP.sub("", text), vocabulary, headers, stated)
    known = vocabulary[spelling.field]
    for group in _GROUP.findall(text):
        for word in filter(None, _BETWEEN.split(group)):
            _read_qualifier(word, known.scale, stated)
    if len(stated.units) > 1 or len(stated.bases) > 1:
        raise _HeaderError("表头写有两种单位或口径，请分列填写")
    basis, unit = "".join(stated.bases) or "unstated", "".join(stated.units)
    if known.scale != "energy":
        if stated.added or stated.bases:
            raise _HeaderError("新增量没有对应的字段" if stated.added else "不是已知的表头")
        return _use(header, spelling, vocabulary, unit)
    name = ENERGY.get((stated.added or MEANING[spelling.field][0], basis))
    if name is None:
        raise _HeaderError("新增能耗未注明当量值或等价值")
    return _use(header, Spelling(name), vocabulary, unit, basis)


def _find_name(base: str, vocabulary: Vocabulary, headers: Headers, stated: _Stated) -> Spelling:
    """Find a name, first as it is, then without a basis at one end, then without 新增."""
    spelling = _find(base, vocabulary, headers, stated)
    if spelling is None and (mark := _BASIS_AROUND.search(base)):
        stated.bases.add(_BASIS[mark[0]])
        base = base[: mark.start()] + base[mark.end() :]
        spelling = _find(base, vocabulary, headers, stated)
    if spelling is None and "新增" in base:
        stated.added = True
        spelling = _find(base.replace("新增", "", 1), vocabulary, headers, stated)
    if spelling is None:
        raise _HeaderError("不是已知的表头")
    if (own := MEANING.get(spelling.field, (False, "unstated"))[1]) != "unstated":
        stated.bases.add(own)
    return spelling


def _find(base: str, vocabulary: Vocabulary, headers: Headers, stated: _Stated) -> Spelling | None:
    """Look a name up, with and without a unit written directly behind it."""
    if spelling := headers.spellings.get(base):
        return spelling
    for end in range(len(base) - 1, max(len(base) - LONGEST_UNIT, 0), -1):
        spelling = headers.spellings.get(base[:end])
        if spelling and _is_unit(base[end:], vocabulary[spelling.field].scale):
            stated.units.add(base[end:])
            return spelling
    return None


def _read_qualifier(word: str, scale: str, stated: _Stated) -> None:
    unit = _UNIT_LEAD.sub("", word)
    basis = word.removeprefix("按").removesuffix("计")
    if scale == "energy" and basis in _BASIS:
        stated.bases.add(_BASIS[basis])
    elif _is_unit(unit, scale):
        stated.units.add(unit)
    elif "/" in word:  # `当量值/等价值`, but not `吨标准煤/年`
        for part in filter(None, word.split("/")):
            _read_qualifier(part, scale, stated)
    elif word not in _HARMLESS:
        raise _HeaderError(f"表头中的“{word}”未能识别")


def _is_unit(text: str, scale: str) -> bool:
    unit = find_unit(text, scale) if scale else None
    return unit is not None and unit.kind == scale


def _use(header: str, spelling: Spelling, vocabulary: Vocabulary, unit: str = "", basis: str = "unstated") -> ColumnUse:
    known = vocabulary[spelling.field]
    unclear = known.kind == "quantity" and not unit
    why = f"表头未注明单位，单元格也未注明的按{known.unit}计" if unclear else ""
    return ColumnUse(header, spelling.field, unit, basis, spelling.part, why)
