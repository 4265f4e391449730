"""Read industry codes: the activities that a GB/T 4754 code or class name leaves possible.

Lists write `C3011`, `黑色金属冶炼和压延加工业（31）` or a number of the EIA directory that is no such code at all. A
number that two editions use differently means both until the edition, or a class name beside it, tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from lianggao.recognition.classes import EDITIONS, Classes, Rows, Set, union
from lianggao.recognition.remarks import Remark, clip

_STANDARD = re.compile(r"GB/?T?\s*4754\s*[-—–_]?\s*(\d{4}|\d{2})?", re.IGNORECASE)
_EDITION = re.compile(r"(?<!\d)(?:20)?(11|17)(?!\d)")
_BETWEEN = re.compile(r"[\s、,;/|()\[\]<>:\u4e00-\u9fff-]+")
_CELL = re.compile(r"([A-Z]?)(\d+)(?:\.0+)?")
# Within a sentence a number is a code unless a unit, a date or another word of counting follows.
_TEXT = re.compile(
    r"(?<![0-9A-Z.])([A-T]?)(\d{2,4})(?![0-9A-Z.%]|\s*(?:[年月日万亿吨千个条项号类座台套]|兆瓦|公里|米))"
)
_EIA = re.compile(r"环评|环境影响评价|名录")
# The EIA directory numbers its groups so: `二十八、计算机、通信和其他电子设备制造业`.
_EIA_GROUP = re.compile(r"[一二三四五六七八九十]{1,3}、")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class CodeReading:
    """The activities still possible, or None where nothing was read; by which numbers and which class names."""

    activities: Set | None = None
    remarks: tuple[Remark, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return what was read, as a sentence names it."""
        return (*(f"行业代码{number}" for number in self.numbers), *(f"行业名称“{name}”" for name in self.names))


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that may be a code; it is sure where nothing else could be meant."""

    written: str
    digits: str
    letter: str
    sure: bool


class Codes:
    """The reader of the code column and the industry column."""

    def __init__(self, codes: Rows, divisions: Rows) -> None:
        self._classes = Classes(codes, divisions)
        self._matcher = AhoCorasick(self._classes.names, matchkind=MatchKind.LeftmostLongest)

    def read(self, code: str, edition: str, text: str) -> CodeReading:
        """Read both columns, already in NFKC capitals."""
        if not code and not text:
            return CodeReading()
        edition = _edition(edition, *_STANDARD.findall(code), *_STANDARD.findall(text))
        code, text = _STANDARD.sub(" ", code), _STANDARD.sub(" ", text)
        remarks: list[Remark] = []
        names = [*self._find_names(code), *self._find_names(text)]
        named = _together([self._classes.named(name, edition) for name in names])
        found = [*_in_cell(code, remarks), *_in_text(text, remarks)]
        meant = self._meanings(found, edition, names, remarks)
        coded = _together(list(meant.values()))
        read = tuple(meant), tuple(names)
        if coded is None or named is None:
            return CodeReading(named if coded is None else coded, tuple(remarks), *read)
        if both := coded & named:
            return CodeReading(both, tuple(remarks), *read)
        why = f"行业代码{'、'.join(meant)}与行业名称“{'、'.join(names)}”不一致，两者均计入"
        return CodeReading(coded | named, (*remarks, Remark("code-text-conflict", "industry_code", why)), *read)

    def _find_names(self, text: str) -> list[str]:
        """Return the class names in the text that stand by themselves."""
        return [
            self._classes.names[index]
            for index, start, stop in (self._matcher.find_matches_as_indexes(text) if text else ())
            if not _HAN.match(text, stop) and not (start and _HAN.match(text, start - 1))
        ]

    def _meanings(self, found: list[_Found], edition: str, names: list[str], remarks: list[Remark]) -> dict[str, Set]:
        """Return what each code means; a class above another one is left out."""
        meant: dict[str, Set] = {}
        named = _together([self._classes.named(name, edition) for name in names])
        for one in found:
            if any(other.digits != one.digits and other.digits.startswith(one.digits) for other in found):
                continue
            # Beside words, two or three digits without a letter are a code only where the words are its class.
            if not one.sure and not any(self._classes.belongs(one.digits, name) for name in names):
                remarks.append(_eia(one.written))
            elif activities := self._meaning(one, edition, named, remarks):
                meant[one.written] = activities
        return meant

    def _meaning(self, one: _Found, edition: str, named: Set | None, remarks: list[Remark]) -> Set:
        def remark(code: str, text: str) -> None:
            remarks.append(Remark(code, "industry_code", f"“{one.written}”{text}"))

        digits, classes = one.digits, self._classes
        sections = classes.sections.get(digits[:2])
        if sections is None:
            remark("code-unknown", "不是国民经济行业分类的代码，未采用")
            return frozenset()
        if one.letter and one.letter not in sections:
            remark("code-letter", f"的门类字母与大类{digits[:2]}不符，应为{sections[0]}，按数字识别")
        activities, exact = classes.lookup(digits, edition)
        told = named is not None and activities & named
        if len(digits) < 4 and not one.letter and not told and classes.lost_zero(digits):
            remark("code-zero-lost", f"可能是0{digits}丢了开头的0，两种均计入")
            return activities | classes.lookup("0" + digits, edition)[0]
        if not exact and digits[:2] in classes.listed:
            known = f"GB/T 4754-{edition}" if edition else "GB/T 4754"
            remark("code-unknown", f"不是{known}所列的{'小' if len(digits) == 4 else '中'}类，按上级类别或另一版本识别")
        elif not edition and len(classes.readings(digits, named)) > 1:
            remark("code-edition-unstated", "在2017版和2011版中含义不同，未注明版本，两种均计入")
        return activities


def _edition(*texts: str) -> str:
    for text in texts:
        if (found := _EDITION.search(text)) and "20" + found[1] in EDITIONS:
            return "20" + found[1]
    return ""


def _in_cell(text: str, remarks: list[Remark]) -> Iterable[_Found]:
    """Every number in the code column is meant as a code, unless the EIA directory is; what is not one is reported."""
    eia = bool(_EIA.search(text) or _EIA_GROUP.match(text))
    for part in filter(None, _BETWEEN.split(text)):
        found = _CELL.fullmatch(part)
        if found and 2 <= len(found[2]) <= 4:
            yield _Found(part, found[2], found[1], sure=bool(found[1]) or not eia or len(found[2]) == 4)
        elif found and len(found[2]) == 1 and found[2] != "0" and not found[1]:
            why = f"“{part}”不足两位，可能是0{found[2]}丢了开头的0，未采用"
            remarks.append(Remark("code-zero-lost", "industry_code", why))
        elif any(char.isdigit() for char in part):
            remarks.append(Remark("code-malformed", "industry_code", f"“{clip(part)}”不是行业代码的写法，未采用"))


def _in_text(text: str, remarks: list[Remark]) -> Iterable[_Found]:
    """Within words only a letter or four digits make a code certain, and beside 环评名录 only a letter does."""
    eia = bool(_EIA.search(text))
    for found in _TEXT.finditer(text):
        letter, digits = found.groups()
        if letter or not eia:
            alone = found.group() == text.strip()
            yield _Found(found.group(), digits, letter, sure=bool(letter) or alone or len(digits) == 4)
        else:
            remarks.append(_eia(digits))


def _eia(number: str) -> Remark:
    why = f"“{number}”未见与所写行业名称对应，可能是环评分类管理名录等的编号，未作为行业代码采用，按文字识别"
    return Remark("eia-catalog-number", "industry_code", why)


def _together(sets: list[Set]) -> Set | None:
    """Narrow a class by a class within it; classes side by side add up."""
    if not sets:
        return None
    return union(one for one in sets if not any(other < one for other in sets))
