"""What the reading promises: code and product decide, the process narrows, prose and name only add."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.recognition import Activities, Evidence
from lianggao.rulebook.catalogs import Catalogs


def read(activities: Activities, **cells: str) -> set[str]:
    return set(activities.read(Evidence(**cells)).activities)


def remarks(activities: Activities, **cells: str) -> list[str]:
    return [remark.code for remark in activities.read(Evidence(**cells)).remarks]


@pytest.mark.parametrize(
    ("code", "product", "expected"),
    [
        ("2612", "烧碱", {"caustic_soda"}),
        ("2612", "纯碱", {"soda_ash"}),
        ("2613", "电石", {"calcium_carbide"}),
        ("2614", "甲醇", {"methanol"}),
        ("3091", "预焙阳极", {"aluminium_carbon"}),
        ("3216", "铝锭", {"aluminium_electrolytic", "aluminium_secondary"}),
        ("3041", "玻璃", {"flat_glass", "pv_glass"}),
        ("3071", "陶瓷", {"building_ceramics", "sanitary_ceramics"}),
        ("30", "水泥", {"cement_clinker", "cement_grinding"}),
    ],
)
def test_code_and_product_narrow_each_other(
    activities: Activities, code: str, product: str, expected: set[str]
) -> None:
    assert read(activities, code=code, products=product) == expected
    assert "code-text-conflict" not in remarks(activities, code=code, products=product)


@pytest.mark.parametrize(
    ("code", "product", "expected"),
    [
        ("39", "电解铝", {"other", "aluminium_electrolytic"}),
        ("3011", "单晶硅10GW", {"cement_clinker", "cement_grinding", "other"}),
        ("4210", "再生铅", {"other", "leadzinc_secondary"}),
        ("3240", "再生铝", {"nonferrous_alloy", "aluminium_secondary"}),
    ],
)
def test_code_and_product_that_contradict_are_both_kept_and_noted(
    activities: Activities, code: str, product: str, expected: set[str]
) -> None:
    assert read(activities, code=code, products=product) == expected
    assert "code-text-conflict" in remarks(activities, code=code, products=product)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # A text that is no class name, beside a code of something else.
        ({"code": "39", "industry_text": "水泥"}, {"other", "cement_clinker", "cement_grinding"}),
        ({"code": "3012", "industry_text": "焦化"}, {"lime", "other_building_materials", "coking"}),
        # Electronic material (not silicon smelting) filed under a smelting or a cement code.
        ({"code": "3218", "name": "10GW单晶硅拉晶项目"}, {"silicon_primary", "silicon_secondary", "other"}),
        ({"code": "3011", "industry_text": "单晶硅"}, {"cement_clinker", "cement_grinding", "other"}),
    ],
)
def test_a_text_that_says_something_else_than_the_code_keeps_both_and_names_both(
    activities: Activities, cells: dict[str, str], expected: set[str]
) -> None:
    reading = activities.read(Evidence(**cells))
    assert reading.activities == expected
    (remark,) = (one for one in reading.remarks if one.code == "code-text-conflict")
    assert cells["code"] in remark.text
    word = "单晶硅" if "单晶硅" in "".join(cells.values()) else cells["industry_text"]
    assert word in remark.text


def test_monocrystalline_silicon_filed_as_electronics_stays_outside_the_eight_industries(
    activities: Activities,
) -> None:
    # The term table holds 单晶硅 for an electronic material, which division 39 does not contradict.
    assert read(activities, code="39", name="年产10GW单晶硅项目") == {"other"}


def test_a_text_that_agrees_with_the_code_leaves_no_conflict(activities: Activities) -> None:
    for cells in (
        {"code": "3011", "industry_text": "水泥", "name": "水泥窑余热发电项目"},
        {"code": "3011", "name": "单晶硅厂旁水泥粉磨站项目"},
        {"code": "3516", "name": "单晶炉制造项目"},
    ):
        assert "code-text-conflict" not in remarks(activities, **cells), cells


def test_a_stated_product_stays_although_the_code_covers_only_the_other(activities: Activities) -> None:
    assert read(activities, code="3021", products="混凝土预制构件、石灰") == {"cement_products", "lime"}
    assert "activity-several" in remarks(activities, code="3021", products="混凝土预制构件、石灰")


def test_qualifiers_narrow_only_what_is_ambiguous(activities: Activities) -> None:
    assert read(activities, code="3211", products="阴极铜", process="以废杂铜为原料") == {"copper_secondary"}
    assert read(activities, code="3211", products="阴极铜", process="铜精矿、废杂铜熔炼") == {
        "copper_primary",
        "copper_secondary",
    }
    # A second product of the family says nothing about the first.
    assert read(activities, products="再生铜、阴极铜") == {"copper_primary", "copper_secondary"}
    assert read(activities, products="烧结砖、免烧砖", process="隧道窑") == {"sintered_brick", "unsintered_brick"}


@pytest.mark.parametrize(
    ("code", "content", "expected"),
    [
        ("4411", "建设2×660MW燃煤机组", {"coal_power"}),
        ("4411", "燃气轮机发电，关停原有燃煤机组", {"gas_power"}),
        ("3120", "建设100吨电弧炉2座", {"steel_short"}),
        ("3120", "建设1座1260立方米高炉、100吨转炉", {"steel_long"}),
        ("3216", "年产25万吨电解铝生产线", {"aluminium_electrolytic"}),
        ("3011", "建设5000t/d新型干法生产线", {"cement_clinker"}),
    ],
)
def test_prose_tells_siblings_apart_once_the_code_fixes_the_family(
    activities: Activities, code: str, content: str, expected: set[str]
) -> None:
    assert read(activities, code=code, edition="2017", content=content) == expected


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("3031", "隧道窑烧结砖项目"),
        ("3091", "年产20万吨预焙阳极项目"),
        ("3216", "再生铝项目"),
        ("4411", "燃气发电项目"),
        ("3011", "水泥粉磨站"),
    ],
)
def test_a_name_never_narrows(activities: Activities, code: str, name: str) -> None:
    assert read(activities, code=code, name=name) >= read(activities, code=code)


def test_a_name_adds_what_code_and_product_do_not_hold(activities: Activities) -> None:
    assert read(activities, code="3012", name="年产100万吨焦炭项目") == {"lime", "other_building_materials", "coking"}
    assert remarks(activities, code="3012", name="年产100万吨焦炭项目") == ["code-text-conflict"]
    both = {"code": "3012", "products": "石灰", "name": "年产100万吨焦炭项目"}
    assert read(activities, **both) == {"lime", "coking"}
    assert remarks(activities, **both) == ["activity-added"]


def test_evidence_of_a_catalog_activity_beats_a_code_outside(activities: Activities) -> None:
    for cells in ({"process": "电弧炉炼钢"}, {"content": "建设电弧炉炼钢车间"}, {"name": "电弧炉炼钢项目"}):
        assert read(activities, code="4210", **cells) == {"other", "steel_short"}
        assert remarks(activities, code="4210", **cells) == ["code-text-conflict"]


def test_a_code_outside_is_firm_where_nothing_speaks_against_it(activities: Activities) -> None:
    assert read(activities, code="3516", name="水泥设备制造项目", content="钢结构厂房、混凝土道路") == {"other"}


@pytest.mark.parametrize(
    ("owner", "cells", "activity"),
    [
        ("天宏焦化有限公司", {"name": "天宏焦化有限公司洗煤项目"}, "coking"),
        ("登封市谦泰铝业有限公司", {"content": "登封市谦泰铝业有限公司拟建设厂房"}, "aluminium_secondary"),
        ("", {"content": "某某再生铝有限公司拟建设厂房"}, "aluminium_secondary"),
        ("", {"name": "吉林鑫达钢铁有限公司炼焦煤堆棚项目"}, "steel_long"),
        ("", {"name": "河南某某水泥集团研发中心"}, "cement_clinker"),
    ],
)
def test_an_owners_name_is_no_evidence(
    activities: Activities, owner: str, cells: dict[str, str], activity: str
) -> None:
    assert activity not in read(activities, code="39", owner=owner, **cells)


def test_a_transmission_line_named_after_a_power_station_is_grid(activities: Activities) -> None:
    assert read(activities, code="4420", name="信阳电厂二期500千伏送出工程") == {"grid"}
    assert read(activities, products="500千伏送出工程") == {"grid"}


def test_products_that_come_along_with_a_certain_one_add_nothing(activities: Activities) -> None:
    assert read(activities, products="焦炭150万吨、煤焦油、粗苯、硫铵") == {"coking"}
    assert read(activities, products="合成氨30万吨、尿素52万吨") == {"nitrogen_fertilizer"}
    assert read(activities, products="水泥熟料、水泥，配套余热发电9MW") == {"cement_clinker"}
    assert read(activities, products="生铁、钢坯、热轧带钢") == {"steel_long"}
    assert read(activities, products="水泥熟料", name="水泥熟料和粉磨站项目") == {"cement_clinker"}


def test_every_reading_names_what_it_rests_on(activities: Activities) -> None:
    reading = activities.read(Evidence(code="3031", process="隧道窑焙烧", name="烧结砖项目"))
    assert reading.evidence == ("行业代码3031", "工艺“隧道窑焙烧”", "项目名称“烧结砖”")
    conflict = activities.read(Evidence(code="39", products="电解铝"))
    assert conflict.notes == ("产品“电解铝”与行业代码39不一致，两者均计入",)


def test_nothing_said_rules_nothing_out_and_is_noted(activities: Activities) -> None:
    assert read(activities) == set(activities.domain)
    assert remarks(activities) == ["activity-unknown"]


def test_a_name_alone_is_never_firm(activities: Activities, catalogs: Catalogs) -> None:
    eight = {row["activity"] for row in catalogs.rows("activities/activities") if row["industry_group"] != "none"}
    for row in catalogs.rows("terms/terms"):
        for cells in ({"name": row["term"]}, {"content": row["term"]}, {"process": row["term"]}):
            reading = read(activities, **cells)
            assert "other" in reading, row
            assert reading & eight, row


CELLS = st.sampled_from(
    [
        "",
        "3011",
        "C3091",
        "39",
        "0610",
        "水泥熟料",
        "隧道窑烧结",
        "不含电解铝",
        "再生铅",
        "年产5万吨烧碱",
        "天瑞水泥有限公司",
        "黑色金属冶炼和压延加工业（31）",
        "500千伏送出工程",
        "铝锭、铝型材",
        "废铝",
    ]
)
TEXTS = st.one_of(CELLS, st.text(max_size=30), st.lists(CELLS, max_size=3).map("，".join))
EVIDENCE = st.builds(Evidence, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)


@given(evidence=EVIDENCE)
def test_any_text_is_read_as_a_non_empty_part_of_the_domain(activities: Activities, evidence: Evidence) -> None:
    reading = activities.read(evidence)
    assert reading.activities
    assert reading.activities <= set(activities.domain)
    assert activities.read(evidence) == reading


@given(evidence=EVIDENCE)
def test_adding_a_name_never_takes_a_possibility_away(activities: Activities, evidence: Evidence) -> None:
    with_name, without = activities.read(evidence), activities.read(replace(evidence, name=""))
    # Where nothing else was read, a name may point to an industry, but never for certain.
    if len(without.activities) < len(activities.domain):
        assert with_name.activities >= without.activities
    else:
        assert "other" in with_name.activities


@given(name=TEXTS, owner=TEXTS)
def test_a_name_alone_always_leaves_other_and_more(activities: Activities, name: str, owner: str) -> None:
    reading = activities.read(Evidence(name=name, owner=owner)).activities
    assert "other" in reading
    assert len(reading) > 1
