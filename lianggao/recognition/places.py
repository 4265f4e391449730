"""Read where a project stands: the counties that a place text or a division code can still mean.

An address goes down, from province to city to county, and each name narrows the one before it; names set side by side
add up. What is not recognised rules nothing out.

A province has places of its own where rows of the table of counties begin with its code; one may be a whole city or
province (its code ends in 00). All other provinces are the rows without a code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

Rows = Sequence[Mapping[str, str]]

# Short names that are also everyday words, common road names or firms; districts that every city has an old one of.
EVERYDAY = frozenset({"商城", "博爱", "民权", "正阳", "新安", "太康", "西华", "光山", "宝丰", "镇平", "方城", "西平"})
COMMON_NOUNS = frozenset({"老城区", "山城区", "解放区"})

_CODE = re.compile(r"(\d{6})(?:\d{3}|\d{6})?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# `许昌路`, `开封大道`, `河北岸`: named after a place, standing somewhere else.
_NAMED_AFTER = re.compile(r"[东西南北中]?(?:路|街|大道|大街|巷|胡同|岸|侧|麓|域)")
# What may stand right before a short name in running text: `位于禹州`, `许昌至信阳`.
_LEADS = frozenset("于在至到和与及跨经含址为从国")
# Names on the two sides of one of these stand side by side, even where one lies within the other.
_LISTED = re.compile(r"[、,;/+&|。]|(?:和|与|及|至|到|暨|跨|经|含|除|包括)\s*$")


class Level(IntEnum):
    """How large a named place is."""

    PROVINCE = 0
    CITY = 1
    COUNTY = 2


class Form(IntEnum):
    """Where a name counts: anywhere, at a boundary, at a boundary with nothing after it, or in its own city only."""

    FULL = 0
    SHORT = 1
    ALONE = 2
    INSIDE = 3


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The counties still possible, and what a person should know about how they were read."""

    counties: frozenset[str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the counties it can mean, by itself or within the names before it."""

    text: str
    level: Level
    counties: frozenset[str]
    form: Form = Form.FULL
    note: str = ""


class Places:
    """The reader, compiled once from the tables of `catalogs/regions`.

    >>> county = {"county": "411081", "label": "禹州市", "city": "xuchang", "province": "henan"}
    >>> places = Places([county], [{"city": "xuchang", "label": "许昌市", "code": "411000"}], [], [], [])
    >>> sorted(places.read("许昌禹州").counties)
    ['411081']
    """

    def __init__(self, counties: Rows, cities: Rows, successors: Rows, aliases: Rows, provinces: Rows) -> None:
        self.domain = tuple(row["county"] for row in counties)
        self._all = frozenset(self.domain)
        self._outside = frozenset(county for county in self.domain if not _CODE.fullmatch(county))
        table = _Table(counties, cities, successors, aliases, provinces)
        self._codes = table.codes()
        self._names = table.names()
        self._matcher = AhoCorasick([name.text for name in self._names], matchkind=MatchKind.LeftmostLongest)
        self._cached = lru_cache(maxsize=1 << 16)(self._read)

    def read(self, text: str, code: str = "") -> PlaceReading:
        """Return the counties that `text` and the division `code` leave possible; blank leaves all."""
        return self._cached(text, code)

    def _read(self, text: str, code: str) -> PlaceReading:
        text, code = (unicodedata.normalize("NFKC", part).strip() for part in (text, code))
        by_text = self._read_code(text) if _CODE.fullmatch(text) else self._read_text(text)
        if not code:
            return by_text
        by_code = self._read_code(code)
        notes = by_text.notes + by_code.notes
        if both := by_text.counties & by_code.counties:
            return PlaceReading(both, notes)
        conflict = f"行政区划代码“{code}”与地点“{_clip(text)}”不一致，两处均计入"
        return PlaceReading(by_text.counties | by_code.counties, (*notes, conflict))

    def _read_code(self, code: str) -> PlaceReading:
        unknown = f"行政区划代码“{_clip(code)}”不是现行的县级代码"
        if found := _CODE.fullmatch(code):
            # An unknown county is still somewhere in its city, or at least in its province.
            for part in (found[1], found[1][:4] + "00", found[1][:2] + "0000"):
                if reading := self._codes.get(part):
                    known = part == found[1] or part in self._all or reading.counties == self._outside
                    return reading if known else replace(reading, notes=(unknown,))
        return PlaceReading(self._all, (unknown,))

    def _read_text(self, text: str) -> PlaceReading:
        if not text:
            return PlaceReading(self._all)
        places, end = self._walk(text)
        if not places:
            return PlaceReading(self._all, (f"未能从“{_clip(text)}”识别所在县（市、区）",))
        notes = []
        for place in places:
            if place.note and place.counties - self._outside:
                notes.append(place.note)
            if place.counties & self._outside and place.counties - self._outside:
                notes.append(f"“{place.text}”省内外都有，未写明所在省、市")
        if len(places) > 1:
            notes.append(f"写明多个地方：{'、'.join(place.text for place in places)}，均计入")
            if text.startswith("等", end):
                notes.append("“等”字之后可能还有未列明的地方")
        counties = frozenset[str]().union(*(place.counties for place in places))
        return PlaceReading(counties, tuple(dict.fromkeys(notes)))

    def _walk(self, text: str) -> tuple[list[Name], int]:
        """Return the places set side by side, each as narrow as the text has it, and where the last name ends."""
        places: list[Name] = []
        around, end = Name("", Level.PROVINCE, self._all), 0
        for index, start, stop in self._matcher.find_matches_as_indexes(text):
            name = self._names[index]
            if name.form is Form.FULL or _counts(name, text, start, stop, end, around):
                _add(places, name, text[end:start], around.counties)
                end = stop
                if name.level is not Level.COUNTY:
                    around = name
        return places, end


def _counts(name: Name, text: str, start: int, stop: int, end: int, around: Name) -> bool:
    """Return whether a name found in the text is the place rather than a road, a firm or part of another word."""
    if _NAMED_AFTER.match(text, stop):
        return False
    if name.form is Form.INSIDE:
        return around.level is Level.CITY and name.counties <= around.counties
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if start > end and before not in _LEADS and _HAN.match(before):
        return False
    return name.form is Form.SHORT or after == "等" or not _HAN.match(after)


def _add(places: list[Name], name: Name, gap: str, around: frozenset[str]) -> None:
    """Narrow the last place by a name within it, or set the name beside it."""
    listed = bool(_LISTED.search(gap))
    if places:
        last = places[-1]
        within = name.counties & last.counties
        if within and name.level > last.level and (not listed or last.level is Level.PROVINCE):
            places[-1] = name if within == name.counties else replace(name, counties=within)
            return
        # `禹州市（许昌市）` repeats the city, `金水区信阳大厦` is a building: an address never goes up.
        aside = name.form is not Form.FULL and name.level < last.level and not gap
        if not listed and (aside or name.counties >= last.counties):
            return
    # `开封市龙亭区、鼓楼区`: the second district is the one in 开封, not one of that name elsewhere.
    within = name.counties & around
    clear = name.level is not Level.COUNTY or not within or within == name.counties
    places.append(name if clear else replace(name, counties=within))


class _Table:
    """The tables of `catalogs/regions` as the codes and names that the reader looks for."""

    def __init__(self, counties: Rows, cities: Rows, successors: Rows, aliases: Rows, provinces: Rows) -> None:
        self._counties = {row["county"]: row for row in counties}
        self._coded = sorted(county for county in self._counties if _CODE.fullmatch(county))
        self._outside = frozenset(self._counties) - set(self._coded)
        self._cities = [row for row in cities if row["code"]]
        self._successors, self._aliases, self._provinces = successors, aliases, provinces

    def codes(self) -> dict[str, PlaceReading]:
        """Return what the code of each province, city and county means; a code in force beats its past meaning."""
        codes = {row["prefix"] + "0000": PlaceReading(self._under(row)) for row in self._provinces}
        codes |= {row["code"]: PlaceReading(self._inside(row)) for row in self._cities}
        codes |= {row["old_code"]: PlaceReading(_several(row), (self._replaced(row),)) for row in self._successors}
        return codes | {county: PlaceReading(frozenset({county})) for county in self._coded}

    def names(self) -> list[Name]:
        """Return every name once: the first of a text is kept, and full names of counties add up."""
        names: dict[str, Name] = {}
        for name in (*self._in_general(), *self._in_detail(), *self._zones()):
            old = names.setdefault(name.text, name)
            # `鼓楼区` in 开封 and in other provinces: both stay possible until a city is named.
            if old is not name and name.form is Form.FULL and old.level is Level.COUNTY:
                names[name.text] = replace(name, counties=old.counties | name.counties)
        return list(names.values())

    def _in_detail(self) -> Iterable[Name]:
        for row in self._cities:
            yield from _with_short(Name(row["label"], Level.CITY, self._inside(row)))
        for county in self._coded:
            if not county.endswith("00"):
                yield from _county(Name(self._counties[county]["label"], Level.COUNTY, frozenset({county})))
        for row in self._successors:
            yield from _county(Name(row["old_label"], Level.COUNTY, _several(row), note=self._replaced(row)))

    def _in_general(self) -> Iterable[Name]:
        yield from (Name(self._counties[county]["label"], Level.PROVINCE, self._outside) for county in self._outside)
        detailed = {row["label"] for row in self._cities}
        for row in self._provinces:
            counties = self._under(row)
            yield Name(row["label"], Level.PROVINCE, counties)
            yield Name(row["short"], Level.PROVINCE, counties, Form.SHORT)
            for label in filter(None, row["cities"].split(";")):
                if label not in detailed:
                    yield Name(label, Level.CITY, counties)
                    if label.endswith("市"):
                        # `中山`, `朝阳`, `黄山` are roads and villages everywhere.
                        yield Name(label[:-1], Level.CITY, counties, Form.ALONE)
            for label in filter(None, row["namesakes"].split(";")):
                yield Name(label, Level.COUNTY, counties)

    def _zones(self) -> Iterable[Name]:
        for row in self._aliases:
            zone, alias = _several(row), row["alias"]
            where = self._labels(zone) if len(zone) < 4 else f"{len(zone)}个县（市、区）"
            name = Name(alias, Level.COUNTY, zone, note=f"“{alias}”是功能区，按{where}识别")
            yield name
            for label in (city["label"] for city in self._cities if alias.startswith(city["label"][:-1])):
                yield replace(name, text=label + alias.removeprefix(label[:-1]))

    def _under(self, province: Mapping[str, str]) -> frozenset[str]:
        """Return the rows of a province, or all that have no code where it has none."""
        return frozenset(c for c in self._coded if c.startswith(province["prefix"])) or self._outside

    def _inside(self, city: Mapping[str, str]) -> frozenset[str]:
        return frozenset(county for county, row in self._counties.items() if row["city"] == city["city"])

    def _labels(self, counties: Iterable[str]) -> str:
        return "、".join(self._counties[county]["label"] for county in sorted(counties))

    def _replaced(self, row: Mapping[str, str]) -> str:
        now = self._labels(_several(row))
        return f"{row['old_label']}（{row['old_code']}）{row['until']}年已撤销或更名，按{now}识别"


def _several(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(row["county"].split(";"))


def _with_short(name: Name) -> tuple[Name, Name]:
    return name, replace(name, text=name.text[:-1], form=Form.SHORT, note="")


def _county(name: Name) -> tuple[Name, ...]:
    """Give a county its names; a district's short name (`金水`, `红旗`) is too common a word to be read."""
    if len(name.text) < 3 or name.text == "中原区":
        # `范县` is not the end of `示范县`, and `中原区域` is no district.
        return (replace(name, form=Form.SHORT),)
    if name.text[-1] not in "县市":
        return (replace(name, form=Form.INSIDE) if name.text in COMMON_NOUNS else name,)
    full, short = _with_short(name)
    return full, replace(short, form=Form.ALONE) if short.text in EVERYDAY else short


def _clip(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
