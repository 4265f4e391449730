"""Read where a project stands: the counties that a place text or a division code can still mean.

An address goes down, from province to city to county, and each name narrows the one before it; names set side by side
add up. What is not recognised rules nothing out.

A province has places of its own where rows of the table of counties begin with its code; one may be a whole city or
province (its code ends in 00). All other provinces are the rows without a code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from lianggao.recognition.place_names import CODE, Form, Gazetteer, Level, Name, PlaceReading, Rows
from lianggao.recognition.remarks import Remark, clip

_HAN = re.compile(r"[\u4e00-\u9fff]")
# `许昌路`, `开封大道`, `河北岸`: named after a place, standing somewhere else.
_NAMED_AFTER = re.compile(r"[东西南北中]?(?:路|街|大道|大街|巷|胡同|岸|侧|麓|域)")
# What may stand right before a short name in running text: `位于禹州`, `许昌至信阳`.
_LEADS = frozenset("于在至到和与及跨经含址为从国")
# Names on the two sides of one of these stand side by side, even where one lies within the other.
_LISTED = re.compile(r"[、,;/+&|。]|(?:和|与|及|至|到|暨|跨|经|含|除|包括)\s*$")
# Six, nine or twelve digits by themselves are a code, unless they count something or are said to be a postcode.
_WRITTEN_CODE = re.compile(r"(?<![0-9A-Za-z.-])\d{6}(?:\d{3}|\d{6})?(?![0-9A-Za-z.-]|\s*(?:平方|[米吨元万亩千公号户]))")
_POSTCODE = re.compile(r"邮(?:政编码|编|码)\s*(?:[:为是]\s*)?$")
# Areas that have an administration but no division code of their own.
_ZONE = re.compile(
    r"(?:经济技术开发|高新技术产业开发|高新技术开发|经济开发|产业集聚|城乡一体化示范|产城融合示范"
    r"|航空港|经开|高新|示范|开发|东城)区|市直"
)


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
        self.outside = frozenset(county for county in self.domain if not CODE.fullmatch(county))
        self._provinces = frozenset(county[:2] for county in self._all - self.outside)
        gazetteer = Gazetteer(counties, cities, successors, aliases, provinces)
        self._codes = gazetteer.codes()
        self._names = gazetteer.names()
        self.names = tuple(name.text for name in self._names if name.form is not Form.CODE)
        self._matcher = AhoCorasick([name.text for name in self._names], matchkind=MatchKind.LeftmostLongest)
        self._cached = lru_cache(maxsize=1 << 16)(self._read)

    def read(self, text: str, code: str = "") -> PlaceReading:
        """Return the counties that `text` and the division `code` leave possible; blank leaves all."""
        return self._cached(text, code)

    def _read(self, text: str, code: str) -> PlaceReading:
        text, code = (unicodedata.normalize("NFKC", part).strip() for part in (text, code))
        by_text = self._read_code(text) if CODE.fullmatch(text) else self._read_text(text)
        if not code:
            return by_text
        by_code = self._read_code(code)
        remarks = by_text.remarks + by_code.remarks
        if both := by_text.counties & by_code.counties:
            return PlaceReading(both, remarks)
        conflict = _remark("place-conflict", f"行政区划代码“{code}”与地点“{clip(text)}”不一致，两处均计入")
        return PlaceReading(by_text.counties | by_code.counties, (*remarks, conflict))

    def _read_code(self, code: str) -> PlaceReading:
        unknown = (_unknown(code),)
        if found := CODE.fullmatch(code):
            # An unknown county is still somewhere in its city, or at least in its province.
            for part in (found[1], found[1][:4] + "00", found[1][:2] + "0000"):
                if reading := self._codes.get(part):
                    known = part == found[1] or part in self._all or reading.counties == self.outside
                    return reading if known else replace(reading, remarks=unknown)
        return PlaceReading(self._all, unknown)

    def _read_text(self, text: str) -> PlaceReading:
        if not text:
            return PlaceReading(self._all)
        places, end = self._walk(text)
        counties = frozenset[str]().union(*(place.counties for place in places)) if places else self._all
        remarks = (*self._remarks(text, places, end), *self._unknown_codes(text, counties))
        return PlaceReading(counties, tuple(dict.fromkeys(remarks)))

    def _remarks(self, text: str, places: list[Name], end: int) -> Iterator[Remark]:
        """Yield what a person should know of the places found in a text."""
        zone = _ZONE.search(text, end)
        if not places:
            why = f"“{zone[0]}”是功能区，没有行政区划代码，" if zone else ""
            code = "functional-area" if zone else "place-unknown"
            yield _remark(code, f"{why}未能从“{clip(text)}”识别所在县（市、区）")
            return
        for place in places:
            if place.remark and place.counties - self.outside:
                yield place.remark
            if place.counties & self.outside and place.counties - self.outside:
                yield _remark("place-read", f"“{place.text}”省内外都有，未写明所在省、市")
        last = places[-1]
        if zone and last.level is not Level.COUNTY and last.counties - self.outside:
            yield _remark("functional-area", f"“{zone[0]}”是功能区，没有行政区划代码，按{last.text}识别")
        if len(places) > 1:
            yield _remark("place-read", f"写明多个地方：{'、'.join(place.text for place in places)}，均计入")
            if text.startswith("等", end):
                yield _remark("place-read", "“等”字之后可能还有未列明的地方")

    def _unknown_codes(self, text: str, counties: frozenset[str]) -> Iterator[Remark]:
        """Yield the numbers in a text that look like codes of a province whose codes are all known, and are none."""
        if counties <= self.outside:
            return
        for found in _WRITTEN_CODE.finditer(text):
            code = found[0][:6]
            if code[:2] in self._provinces and code not in self._codes and not _POSTCODE.search(text[: found.start()]):
                yield _unknown(found[0])

    def _walk(self, text: str) -> tuple[list[Name], int]:
        """Return the places set side by side, each as narrow as the text has it, and where the last name ends."""
        places: list[Name] = []
        around, end = Name("", Level.PROVINCE, self._all), 0
        for index, start, stop in self._matcher.find_matches_as_indexes(text):
            name = self._names[index]
            if name.form is Form.FULL or self._counts(name, text, start, stop, end, around):
                _add(places, name, text[end:start], around.counties)
                end = stop
                if name.level is not Level.COUNTY:
                    around = name
        return places, end

    def _counts(self, name: Name, text: str, start: int, stop: int, end: int, around: Name) -> bool:
        """Return whether a name found in the text is the place rather than a road, a firm or part of another word."""
        if name.form is Form.CODE:
            # `长沙410100` is a postcode: a province or city that is named is believed before six digits.
            elsewhere = around.counties <= self.outside or _POSTCODE.search(text[:start])
            return bool(_WRITTEN_CODE.match(text, start)) and not elsewhere
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


def _remark(code: str, text: str) -> Remark:
    return Remark(code, "place", text)


def _unknown(code: str) -> Remark:
    return _remark("division-unknown", f"行政区划代码“{clip(code)}”不是现行的县级代码")
