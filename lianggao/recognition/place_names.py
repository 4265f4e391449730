"""The names and codes of places that the reader of places looks for, made from the tables of `catalogs/regions`.

Each says which counties it can mean, where it counts as a place, and what a person should know when it is read: that
a county was abolished, or that a zone is no county.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from lianggao.recognition.remarks import Remark

Rows = Sequence[Mapping[str, str]]

CODE = re.compile(r"(\d{6})(?:\d{3}|\d{6})?")
# Short names that are also everyday words, common road names or firms; districts that every city has an old one of.
EVERYDAY = frozenset({"商城", "博爱", "民权", "正阳", "新安", "太康", "西华", "光山", "宝丰", "镇平", "方城", "西平"})
COMMON_NOUNS = frozenset({"老城区", "山城区", "解放区"})


class Level(IntEnum):
    """How large a named place is."""

    PROVINCE = 0
    CITY = 1
    COUNTY = 2


class Form(IntEnum):
    """Where a name counts: anywhere, at a boundary, at a boundary with nothing after it, or in its own city only.

    A code counts where no other digit stands beside it.
    """

    FULL = 0
    SHORT = 1
    ALONE = 2
    INSIDE = 3
    CODE = 4


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The counties still possible, and what a person should know about how they were read."""

    counties: frozenset[str]
    remarks: tuple[Remark, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the remarks as sentences."""
        return tuple(remark.text for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the counties it can mean, by itself or within the names before it."""

    text: str
    level: Level
    counties: frozenset[str]
    form: Form = Form.FULL
    remark: Remark | None = None


class Gazetteer:
    """The tables of `catalogs/regions` as the codes and names that the reader looks for."""

    def __init__(self, counties: Rows, cities: Rows, successors: Rows, aliases: Rows, provinces: Rows) -> None:
        self._counties = {row["county"]: row for row in counties}
        self._coded = sorted(county for county in self._counties if CODE.fullmatch(county))
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
        for name in (*self._in_general(), *self._in_detail(), *self._zones(), *self._written_codes()):
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
            yield from _county(Name(row["old_label"], Level.COUNTY, _several(row), remark=self._replaced(row)))

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
            name = Name(alias, Level.COUNTY, zone, remark=_zone(f"“{alias}”是功能区，按{where}识别"))
            yield name
            for label in (city["label"] for city in self._cities if alias.startswith(city["label"][:-1])):
                yield replace(name, text=label + alias.removeprefix(label[:-1]))

    def _written_codes(self) -> Iterable[Name]:
        """Give the codes of cities and counties; a province's is also the postcode of a city elsewhere (`450000`)."""
        cities = {row["code"] for row in self._cities}
        for code, reading in self.codes().items():
            if not code.endswith("0000") and not reading.counties <= self._outside:
                level = Level.CITY if code in cities and code not in self._counties else Level.COUNTY
                yield Name(code, level, reading.counties, Form.CODE, next(iter(reading.remarks), None))

    def _under(self, province: Mapping[str, str]) -> frozenset[str]:
        """Return the rows of a province, or all that have no code where it has none."""
        return frozenset(c for c in self._coded if c.startswith(province["prefix"])) or self._outside

    def _inside(self, city: Mapping[str, str]) -> frozenset[str]:
        return frozenset(county for county, row in self._counties.items() if row["city"] == city["city"])

    def _labels(self, counties: Iterable[str], coded: bool = False) -> str:
        return "、".join(self._counties[c]["label"] + (f"（{c}）" if coded else "") for c in sorted(counties))

    def _replaced(self, row: Mapping[str, str]) -> Remark:
        now = self._labels(_several(row), coded=True)
        what = f"{row['old_label']}（{row['old_code']}）{row['until']}年已撤销或更名，按{now}识别"
        return Remark("division-replaced", "place", what)


def _zone(text: str) -> Remark:
    return Remark("functional-area", "place", text)


def _several(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(row["county"].split(";"))


def _with_short(name: Name) -> tuple[Name, Name]:
    return name, replace(name, text=name.text[:-1], form=Form.SHORT, remark=None)


def _county(name: Name) -> tuple[Name, ...]:
    """Give a county its names; a district's short name (`金水`, `红旗`) is too common a word to be read."""
    if len(name.text) < 3 or name.text == "中原区":
        # `范县` is not the end of `示范县`, and `中原区域` is no district.
        return (replace(name, form=Form.SHORT),)
    if name.text[-1] not in "县市":
        return (replace(name, form=Form.INSIDE) if name.text in COMMON_NOUNS else name,)
    full, short = _with_short(name)
    return full, replace(short, form=Form.ALONE) if short.text in EVERYDAY else short
