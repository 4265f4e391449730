"""Land figures over local minima, which only an overlay can bring."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest
from desk import Desk

from lianggao.computing import not_on_file, open_inputs
from lianggao.rulebook.catalogs import read_catalogs
from lianggao.rulebook.layers import layers_of

OPEN = (0, inf)
WEIDU, JIANAN, YUZHOU = "411002", "411003", "411081"
ROWS = f"""row,county,industry_group,plot_ratio,investment_per_mu,output_per_mu,tax_per_mu,trust,source
1,{WEIDU},building_materials,1.0,300,,,recalled,虚构
2,{WEIDU},,0.8,250,200,,recalled,虚构
3,,building_materials,0.7,200,,10,recalled,虚构
4,{JIANAN},steel,0.6,,,,recalled,虚构
5,{JIANAN},steel,0.5,,,,recalled,虚构
6,{JIANAN},,0.9,,,,recalled,虚构
"""


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("city")
    folder: Path = root / "catalogs" / "land-indicators"
    folder.mkdir(parents=True)
    (root / "overlay.yaml").write_text("id: city\ntitle: 虚构\n", encoding="utf-8")
    (folder / "local.added.csv").write_text(ROWS, encoding="utf-8")
    catalogs, faults = read_catalogs(layers_of(root))
    assert [str(each) for each in faults if "land-indicators" in str(each)] == []
    return Desk(catalogs)


def test_the_shipped_table_is_empty_and_no_share_is_known(desk: Desk) -> None:
    assert desk.catalogs.rows("land-indicators/local") == []
    assert desk.ends("plot_ratio_share", plot_ratio=1.0, county=WEIDU, activity="lime") == OPEN


def test_the_most_specific_row_with_a_value_wins(local: Desk) -> None:
    def share(name: str, **stated: object) -> tuple[float, float]:
        return local.ends(name, county=WEIDU, **stated)

    assert share("plot_ratio_share", plot_ratio=1.2, activity="lime") == (1.2, 1.2)
    assert share("plot_ratio_share", plot_ratio=1.2, activity="casting") == (1.5, 1.5)
    assert share("investment_share", investment_per_mu=300, activity="lime") == (1, 1)
    # A blank cell of the more specific row leaves the word to the next.
    assert share("output_share", output_per_mu=150, activity="lime") == (0.75, 0.75)
    assert share("tax_share", tax_per_mu=20, activity="lime") == (2, 2)
    assert share("tax_share", tax_per_mu=20, activity="casting") == OPEN
    assert local.ends("plot_ratio_share", plot_ratio=1.4, county=YUZHOU, activity="lime") == (2, 2)
    # That of the county comes before that of the industry.
    assert local.ends("plot_ratio_share", plot_ratio=1.8, county=JIANAN, activity="lime") == (2, 2)
    assert local.ends("plot_ratio_share", plot_ratio=1.4, county=YUZHOU, activity="casting") == OPEN


def test_an_open_place_or_industry_leaves_every_minimum_possible(local: Desk) -> None:
    assert local.ends("plot_ratio_share", plot_ratio=1.4, county=[WEIDU, YUZHOU], activity="lime") == (1.4, 2)
    assert local.ends("plot_ratio_share", plot_ratio=1.2, county=WEIDU, activity=["lime", "casting"]) == (1.2, 1.5)
    assert local.ends("plot_ratio_share", plot_ratio=1.4, activity="lime") == (1.4, 2)
    assert local.ends("plot_ratio_share", plot_ratio=1.4) == OPEN


def test_two_rows_for_the_same_places_are_both_possible(local: Desk) -> None:
    assert local.ends("plot_ratio_share", plot_ratio=1.2, county=JIANAN, activity="steel_long") == (2, 2.4)


def test_shares_follow_from_areas_and_money(local: Desk) -> None:
    stated = {"fixed_investment_wan_yuan": 9_000, "land_m2": 20_000, "county": WEIDU, "activity": "lime"}
    assert local.ends("investment_share", **stated) == (1, 1)


def test_what_to_ask_for_and_what_is_not_on_file(local: Desk, desk: Desk) -> None:
    def asked(which: Desk, **stated: object) -> tuple[tuple[str, ...], str]:
        facts, place = which.compute(which.facts(**stated)), (which.vocabulary, which.catalogs)
        return open_inputs("plot_ratio_share", 0, facts, *place), not_on_file("plot_ratio_share", 0, facts, *place)

    assert asked(desk, county=WEIDU, land_m2=10.0) == ((), "当地控制值未收录")
    assert asked(local, county=WEIDU, land_m2=10.0) == (("plot_ratio", "floor_area_m2"), "")
    assert asked(local, land_m2=10.0, activity="lime") == (("county", "plot_ratio", "floor_area_m2"), "")
    assert asked(local, county=YUZHOU, activity="casting") == ((), "当地控制值未收录")
    assert asked(local, county=WEIDU, activity="lime", plot_ratio=1.0) == ((), "")
