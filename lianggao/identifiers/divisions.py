"""Look up the region of a project code: whether there is such a place, and whether the project stands in it.

Provinces whose counties the catalogs hold are checked to the county, others to the city in python-stdnum's table. A
difference is no mistake by itself: zones have codes of their own, and a province files projects of its counties.
"""

from __future__ import annotations

from collections.abc import Iterable

from stdnum import numdb

from lianggao.quantities.text import clip
from lianggao.recognition import places_of
from lianggao.recognition.remarks import Remark
from lianggao.rulebook.catalogs import Catalogs

FIELD = "project_code"
_NAMED = 3


class Divisions:
    """The divisions of a law's catalogs."""

    def __init__(self, catalogs: Catalogs) -> None:
        self.places = places_of(catalogs)
        self._labels = {row["county"]: row["label"] for row in catalogs.rows("regions/counties")}
        self._provinces = {row["prefix"]: row["label"] for row in catalogs.rows("regions/provinces")}

    def remarks(self, given: str, region: str, counties: frozenset[str]) -> tuple[Remark, ...]:
        """Say what is doubtful about a region; `counties` is where the project may stand."""
        if not self._exists(region):
            why = "不在行政区划代码之内（已撤销的也已核对；开发区等功能区可能用自编的代码）"
            return (_remark(given, region, f"{why}，请核对"),)
        meant = self.places.read("", region).counties
        if meant & counties:
            return ()
        where = f"（{self._name(region, meant)}）与项目所在的{self._list(counties)}"
        return (_remark(given, region, f"{where}不一致（功能区、跨区域和省级立项的项目可以不同），请核对"),)

    def _exists(self, region: str) -> bool:
        reading = self.places.read("", region)
        if not reading.counties <= self.places.outside:
            return not any(remark.code == "division-unknown" for remark in reading.remarks)
        table = numdb.get("cn/loc")
        return any(table.info(code)[-1][1] for code in (region, region[:4] + "00"))

    def _name(self, region: str, counties: frozenset[str]) -> str:
        outside = counties <= self.places.outside
        return self._provinces.get(region[:2], "") if outside else self._list(counties)

    def _list(self, counties: Iterable[str]) -> str:
        names = [self._labels[county] for county in sorted(counties)]
        more = f"等{len(names)}个县（市、区）" if len(names) > _NAMED else ""
        return "、".join(names[:_NAMED]) + more


def _remark(given: str, region: str, why: str) -> Remark:
    return Remark("project-code-region", FIELD, f"项目代码“{clip(given)}”的地区段“{region}”{why}")
