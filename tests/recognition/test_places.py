"""What the place reader promises: every real place of the sample lists, abolished names and codes, and namesakes.

It reads the tables as shipped, so that a wrong row fails here too.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lianggao.recognition.place_names import PlaceReading
from lianggao.recognition.places import Places

REGIONS = Path(__file__).parents[2] / "catalogs" / "regions"
TABLES = ("counties", "cities", "successors", "aliases", "provinces")


def table(name: str) -> list[dict[str, str]]:
    with (REGIONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COUNTIES = table("counties")
HENAN = {row["county"] for row in COUNTIES if row["province"] == "henan"}
OUTSIDE = {"outside_henan"}
PLACES = Places(*(table(name) for name in TABLES))


def city(*names: str) -> set[str]:
    return {row["county"] for row in COUNTIES if row["city"] in names}


def read(text: str, code: str = "") -> set[str]:
    return set(PLACES.read(text, code).counties)


def test_henan_has_157_counties_in_18_cities_and_everything_else_is_one_row() -> None:
    assert len(HENAN) == 157
    assert len({row["city"] for row in COUNTIES if row["county"] in HENAN}) == 18
    assert PLACES.domain == tuple(row["county"] for row in COUNTIES)
    assert PLACES.domain[-1] == "outside_henan"


def test_tables_refer_only_to_counties_and_cities_that_exist() -> None:
    assert {row["city"] for row in COUNTIES} == {row["city"] for row in table("cities")}
    for row in table("successors") + table("aliases"):
        assert set(row["county"].split(";")) <= HENAN
    assert len({row["county"] for row in COUNTIES}) == len(COUNTIES)


def test_key_region_is_henan_without_nanyang_xinyang_and_zhumadian() -> None:
    key = {row["county"] for row in COUNTIES if row["key_region"] == "yes"}
    assert key == HENAN - city("nanyang", "xinyang", "zhumadian")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三门峡市（渑池分局负责监管）", {"411221"}),
        ("河南 三门峡市（渑池分局负责监管）", {"411221"}),
        ("平顶山市鲁山县", {"410423"}),
        ("郏县堂街镇士庄村村东2000米", {"410425"}),
        ("偃师市府店镇参驾店村", {"410307"}),
        ("平顶山市矿工路东段一号", city("pingdingshan")),
        ("新乡（联系地址：经济开发区青龙路东段）", city("xinxiang")),
        ("郑州经济技术开发区", city("zhengzhou")),
        ("郑州市上街区厂前路28", {"410106"}),
        ("新乡市", city("xinxiang")),
        ("许昌市禹州市", {"411081"}),
        ("许昌市鄢陵县", {"411024"}),
        ("信阳、驻马店", city("xinyang", "zhumadian")),
        ("许昌市、漯河市、驻马店市、信阳市等（抄送机关）", city("xuchang", "luohe", "zhumadian", "xinyang")),
        ("河南", HENAN),
        ("广东 湛江市", OUTSIDE),
        ("江西（据引用文号“赣”推定）", OUTSIDE),
        ("吉林 辽源市", OUTSIDE),
        ("河北 邯郸市", OUTSIDE),
    ],
)
def test_places_of_real_projects(text: str, expected: set[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("row", table("successors"), ids=lambda row: row["old_code"] + row["old_label"])
def test_abolished_names_and_codes_lead_to_what_stands_there_now_with_a_note(row: dict[str, str]) -> None:
    now = set(row["county"].split(";"))
    by_name = PLACES.read("河南省" + row["old_label"])
    assert by_name.counties == now
    assert row["until"] in by_name.notes[0]
    if row["old_code"] not in HENAN:
        assert PLACES.read("", row["old_code"]).counties == now
        assert row["until"] in PLACES.read("", row["old_code"]).notes[0]


@pytest.mark.parametrize("row", COUNTIES[:-1], ids=lambda row: row["county"])
def test_every_county_is_read_by_code_and_by_full_address(row: dict[str, str]) -> None:
    label = next(c["label"] for c in table("cities") if c["city"] == row["city"])
    for reading in (read("", row["county"]), read(row["county"]), read(f"河南省{label}{row['label']}某某路1号")):
        assert reading == {row["county"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新乡县", {"410721"}),
        ("安阳县", {"410522"}),
        ("开封", city("kaifeng")),
        ("开封市鼓楼区", {"410204"}),
        ("开封市龙亭区、鼓楼区", {"410202", "410204"}),
        ("河南 鼓楼区", {"410204"}),
        ("江苏 鼓楼区", OUTSIDE),
        ("湖北黄石市阳新县", OUTSIDE),
        ("阳新县", OUTSIDE),
        ("襄阳市襄城区", OUTSIDE),
        ("信阳新县", {"411523"}),
        ("湛江", OUTSIDE),
    ],
)
def test_names_that_look_alike_are_told_apart(text: str, expected: set[str]) -> None:
    assert read(text) == expected


def test_a_district_of_several_provinces_stays_open_until_its_city_is_named() -> None:
    reading = PLACES.read("新华区")
    assert reading.counties == {"410402"} | OUTSIDE
    assert "省内外都有" in reading.notes[0]
    assert read("平顶山市新华区") == {"410402"}
    assert read("石家庄市新华区") == OUTSIDE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("禹州", {"411081"}),
        ("许昌长葛大周镇", {"411082"}),
        ("项目位于禹州神垕镇", {"411081"}),
        ("禹州市和鄢陵县", {"411081", "411024"}),
        ("禹州市（许昌市）", {"411081"}),
        ("许昌市、禹州市", city("xuchang")),
        ("许昌市（不含禹州市）", city("xuchang")),
        ("许昌市魏都区、建安区、长葛", {"411002", "411003", "411082"}),
        ("河北省、河南省", HENAN | OUTSIDE),
        ("平顶山市襄城县", city("pingdingshan") | {"411025"}),
    ],
)
def test_names_narrow_going_down_and_add_up_side_by_side(text: str, expected: set[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南阳市卧龙区信臣路与北京路交叉口", {"411303"}),
        ("郑州市金水区信阳大厦", {"410105"}),
        ("新密市溱水河北岸", {"410183"}),
        ("许昌市老城区", city("xuchang")),
        ("洛阳市老城区春都路", {"410302"}),
        ("河南省中原区域物流中心", HENAN),
        ("禹州市电子商务示范县产业园", {"411081"}),
    ],
)
def test_roads_buildings_and_common_words_are_no_places(text: str, expected: set[str]) -> None:
    assert read(text) == expected


# By hand: what became of which county since 2015, old code, old name, code in force.
RENAMED = [
    ("411023", "许昌县", "411003"),
    ("410322", "孟津县", "410308"),
    ("410306", "吉利区", "410308"),
    ("410381", "偃师市", "410307"),
    ("410728", "长垣县", "410783"),
    ("411222", "陕县", "411203"),
    ("411626", "淮阳县", "411603"),
]


@pytest.mark.parametrize(("old", "name", "now"), RENAMED, ids=[row[1] for row in RENAMED])
def test_an_abolished_county_is_found_by_code_by_name_and_within_an_address(old: str, name: str, now: str) -> None:
    label = next(row["label"] for row in COUNTIES if row["county"] == now)
    parent = next(c["label"] for c in table("cities") if c["code"] == now[:4] + "00")
    for text in (old, name, f"河南省{parent}{name}某镇", f"河南省{parent} {old} 某镇", f"{parent}（{old}）"):
        reading = PLACES.read(text)
        assert reading.counties == {now}, text
        (remark,) = reading.remarks
        assert remark.code == "division-replaced"
        assert f"{label}（{now}）" in remark.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("河南省411081", {"411081"}),
        ("许昌市411081神垕镇", {"411081"}),
        ("许昌市（411081000000）", {"411081"}),
        ("河南省411000", city("xuchang")),
        ("禹州市 411081", {"411081"}),
        ("禹州市 411082", {"411081", "411082"}),
        # Postcodes, quantities, numbers of other things: 410100 is also the postcode of 长沙县.
        ("湖南省长沙县410100", OUTSIDE),
        ("郑州市 450000", city("zhengzhou")),
        ("许昌市（邮编：411081）", city("xuchang")),
        ("许昌市411081平方米", city("xuchang")),
        ("许昌市4110812", city("xuchang")),
        ("许昌市A411081", city("xuchang")),
        ("许昌市0374-411081", city("xuchang")),
    ],
)
def test_a_code_within_an_address_narrows_it_like_a_name(text: str, expected: set[str]) -> None:
    assert read(text) == expected


def test_a_code_within_an_address_that_is_none_is_noted_and_rules_nothing_out() -> None:
    reading = PLACES.read("许昌市411071")
    assert reading.counties == city("xuchang")
    assert [remark.code for remark in reading.remarks] == ["division-unknown"]
    assert PLACES.read("长沙市410071").remarks == ()


@pytest.mark.parametrize(
    ("text", "expected", "word"),
    [
        ("洛阳市高新区", city("luoyang"), "高新区"),
        ("商丘经开区", city("shangqiu"), "经开区"),
        ("周口市东城区", city("zhoukou"), "东城区"),
        ("许昌市市直", city("xuchang"), "市直"),
        ("河南省示范区", HENAN, "示范区"),
        ("经开区", HENAN | OUTSIDE, "经开区"),
        ("示范区", HENAN | OUTSIDE, "示范区"),
    ],
)
def test_a_zone_without_a_county_is_named_as_one(text: str, expected: set[str], word: str) -> None:
    reading = PLACES.read(text)
    assert reading.counties == expected
    assert [remark.code for remark in reading.remarks] == ["functional-area"]
    assert f"“{word}”是功能区" in reading.notes[0]


@pytest.mark.parametrize("text", ["禹州市产业集聚区", "北京市东城区", "武汉市经济技术开发区"])
def test_a_zone_within_a_county_or_elsewhere_needs_no_remark(text: str) -> None:
    assert PLACES.read(text).remarks == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("许昌市东城区", city("xuchang")),
        ("许昌经济技术开发区", {"411002", "411003"}),
        ("许昌市经济技术开发区", {"411002", "411003"}),
        ("航空港区", city("zhengzhou") | {"410223"}),
        ("济源示范区", {"419001"}),
    ],
)
def test_functional_zones_are_read_as_the_counties_they_may_lie_in(text: str, expected: set[str]) -> None:
    reading = PLACES.read(text)
    assert reading.counties == expected
    assert [remark.code for remark in reading.remarks] == ["functional-area"]
    assert "功能区" in reading.notes[0]


def test_a_province_or_city_may_be_one_place_of_its_own() -> None:
    counties = [
        *COUNTIES,
        {"county": "360000", "label": "江西省", "city": "", "province": "jiangxi"},
        {"county": "370100", "label": "济南市", "city": "jinan", "province": "shandong"},
        {"county": "370900", "label": "泰安市", "city": "taian", "province": "shandong"},
    ]
    cities = [
        *table("cities"),
        {"city": "jinan", "label": "济南市", "code": "370100"},
        {"city": "taian", "label": "泰安市", "code": "370900"},
    ]
    places = Places(counties, cities, table("successors"), table("aliases"), table("provinces"))
    shandong = {"370100", "370900"}
    for text, code, expected in (
        ("江西省南昌市新建区", "", {"360000"}),
        ("赣州", "", {"360000"}),
        ("", "360112", {"360000"}),
        ("山东省", "", shandong),
        ("山东省青岛市", "", shandong),  # no place of its own: somewhere in the province, as far as the table goes
        ("泰安新泰", "", {"370900"}),
        ("", "370982", {"370900"}),
        ("", "370200", shandong),
        ("河南省", "", HENAN),
        ("广东湛江市", "", OUTSIDE),
        ("江西省、山东省泰安市", "", {"360000", "370900"}),
    ):
        assert places.read(text, code).counties == expected, (text, code)
    assert places.read("", "370982").notes == ()
    assert places.read("", "370200").notes == ("行政区划代码“370200”不是现行的县级代码",)


def test_blank_and_unknown_rule_nothing_out_and_only_unknown_is_noted() -> None:
    assert PLACES.read("") == PlaceReading(frozenset(PLACES.domain))
    unknown = PLACES.read("某某产业园")
    assert unknown.counties == set(PLACES.domain)
    assert unknown.notes == ("未能从“某某产业园”识别所在县（市、区）",)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("", "411000", city("xuchang")),
        ("", "411081000000", {"411081"}),
        ("４１１０８１", "", {"411081"}),
        ("", "410000", HENAN),
        ("", "440800", OUTSIDE),
        ("", "411071", city("xuchang")),
        ("", "990000", HENAN | OUTSIDE),
        ("许昌市", "411081", {"411081"}),
        ("禹州市", "411082", {"411081", "411082"}),
    ],
)
def test_a_code_narrows_the_text_and_a_contradiction_keeps_both(text: str, code: str, expected: set[str]) -> None:
    assert read(text, code) == expected


def test_several_places_are_noted_with_a_warning_about_and_others() -> None:
    notes = PLACES.read("许昌市、漯河市等（抄送机关）").notes
    assert notes == ("写明多个地方：许昌市、漯河市，均计入", "“等”字之后可能还有未列明的地方")
    assert PLACES.read("禹州市", "411082").notes == ("行政区划代码“411082”与地点“禹州市”不一致，两处均计入",)
    assert PLACES.read("", "411071").notes == ("行政区划代码“411071”不是现行的县级代码",)
