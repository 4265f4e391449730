"""What industry codes promise: both editions, the ways lists write a code, and no code more decisive than it is."""

from __future__ import annotations

import pytest

from lianggao.recognition import Activities, Evidence
from lianggao.rulebook.catalogs import Catalogs, split


def read(activities: Activities, **cells: str) -> set[str]:
    return set(activities.read(Evidence(**cells)).activities)


def remarks(activities: Activities, **cells: str) -> list[str]:
    return [remark.code for remark in activities.read(Evidence(**cells)).remarks]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # Codes whose mapping is strong by themselves.
        ("2521", {"coking"}),
        ("3012", {"lime", "other_building_materials"}),
        ("4420", {"grid"}),
        ("3021", {"cement_products"}),
        # One number, several products or processes: the code alone cannot tell them apart.
        ("3011", {"cement_clinker", "cement_grinding"}),
        ("3031", {"sintered_brick", "unsintered_brick"}),
        ("3091", {"aluminium_carbon", "graphite_anode", "other_carbon"}),
        ("3216", {"alumina", "aluminium_electrolytic", "aluminium_secondary"}),
        ("3211", {"copper_primary", "copper_secondary"}),
        ("3212", {"leadzinc_primary", "leadzinc_secondary"}),
        ("3218", {"silicon_primary", "silicon_secondary"}),
        ("3120", {"steel_long", "steel_short"}),
        ("4411", {"coal_power", "gas_power"}),
        ("3041", {"flat_glass", "pv_glass"}),
    ],
)
def test_a_code_leaves_what_it_covers_and_no_less(activities: Activities, code: str, expected: set[str]) -> None:
    assert read(activities, code=code) == expected


@pytest.mark.parametrize(
    ("code", "members"),
    [
        ("2612", {"caustic_soda", "soda_ash"}),
        ("2613", {"calcium_carbide", "other_chemical"}),
        ("2614", {"methanol", "acetic_acid", "ethylene_px", "other_chemical"}),
        ("2621", {"nitrogen_fertilizer"}),
        ("2651", {"pvc", "other_chemical"}),
        ("3089", {"refractory_sintered", "refractory_unsintered"}),
        ("3099", {"corundum", "other_building_materials"}),
        ("2511", {"refining", "other_petrochemical"}),
        ("2523", {"coal_to_liquids", "methanol"}),
    ],
)
def test_a_mixed_code_never_settles_on_one_product(activities: Activities, code: str, members: set[str]) -> None:
    assert read(activities, code=code) >= members


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("3071", {"sanitary_ceramics"}, {"building_ceramics"}),
        ("3130", {"casting"}, {"steel_rolling"}),
        ("3140", {"steel_rolling"}, {"ferroalloy"}),
        ("3032", {"building_ceramics"}, {"other_building_materials"}),
        ("3033", {"other_building_materials"}, {"bitumen_membrane", "polymer_membrane"}),
        ("4412", {"renewable_power"}, {"coal_power", "gas_power"}),
        ("3391", {"other"}, {"casting"}),
    ],
)
def test_editions_that_use_a_number_differently(
    activities: Activities, code: str, old: set[str], new: set[str]
) -> None:
    assert read(activities, code=code, edition="2011") == old
    assert read(activities, code=code, edition="GB/T 4754-2017") == new
    assert "code-edition-unstated" not in remarks(activities, code=code, edition="2017")
    assert read(activities, code=code) == old | new
    assert "code-edition-unstated" in remarks(activities, code=code)


def test_3150_is_ferroalloy_and_only_the_older_edition_has_it(activities: Activities) -> None:
    assert read(activities, code="3150", edition="2011") == {"ferroalloy"}
    assert read(activities, code="3150") == {"ferroalloy"}
    assert remarks(activities, code="3150") == []
    assert remarks(activities, code="3150", edition="2017") == ["code-unknown"]


def test_the_class_name_beside_a_number_tells_the_edition(activities: Activities) -> None:
    assert read(activities, code="3071", industry_text="建筑陶瓷制品制造") == {"building_ceramics"}
    assert read(activities, industry_text="3071卫生陶瓷制品制造") == {"sanitary_ceramics"}
    assert remarks(activities, industry_text="3071卫生陶瓷制品制造") == []
    assert read(activities, industry_text="GB/T 4754-2011 C3071") == {"sanitary_ceramics"}


@pytest.mark.parametrize("code", ["3011", "C3011", "c3011", "Ｃ３０１１", " C3011 ", "3011.0", "C3011 水泥制造"])
def test_ways_of_writing_one_code(activities: Activities, code: str) -> None:
    assert read(activities, code=code) == {"cement_clinker", "cement_grinding"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C2613无机盐制造", {"calcium_carbide", "other_chemical"}),
        ("固体废物治理 N7723", {"other"}),
        ("专用设备制造业", {"other"}),
        ("制造业 非金属矿物制品业 水泥制造", {"cement_clinker", "cement_grinding"}),
        ("C30非金属矿物制品业；C3012石灰和石膏制造", {"lime", "other_building_materials"}),
        (
            "C3011水泥制造；C3012石灰和石膏制造",
            {"cement_clinker", "cement_grinding", "lime", "other_building_materials"},
        ),
        # The 061 and the 54 number rows of the EIA directory.
        ("煤炭开采和洗选业 061 烟煤和无烟煤开采洗选（环评名录编号）", {"coal_mining"}),
        ("54 水泥制造", {"cement_clinker", "cement_grinding"}),
        ("54 砖瓦、石材等建筑材料制造 3031", {"sintered_brick", "unsintered_brick"}),
    ],
)
def test_industry_text(activities: Activities, text: str, expected: set[str]) -> None:
    assert read(activities, industry_text=text) == expected


def test_a_division_covers_all_classes_below_it_and_its_catch_all(activities: Activities, catalogs: Catalogs) -> None:
    steel = {row["activity"] for row in catalogs.rows("activities/activities") if row["industry_group"] == "steel"}
    assert read(activities, industry_text="黑色金属冶炼和压延加工业（31）") == steel
    assert read(activities, code="C31", edition="2017") == steel
    # Until 2017 the division held casting too.
    assert read(activities, code="C31") == steel | {"casting"}
    assert read(activities, code="311", edition="2017") == {"steel_long"}


@pytest.mark.parametrize("text", ["其他", "C", "制造业", "C301100", "99", "无", "--", "暂无"])
def test_what_is_no_code_rules_nothing_out(activities: Activities, text: str) -> None:
    assert read(activities, industry_text=text) == set(activities.domain)
    assert read(activities, code=text) == set(activities.domain)


@pytest.mark.parametrize("text", ["环评名录 301", "2022年", "年产300万吨", "总投资 3011 万元", "V3011.5"])
def test_numbers_of_something_else_in_words_are_no_codes(activities: Activities, text: str) -> None:
    assert read(activities, industry_text=text) == set(activities.domain)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C301100", "code-malformed"),
        ("0", "code-malformed"),
        ("C9901", "code-unknown"),
        ("B3011", "code-letter"),
        ("D3011", "code-letter"),
        ("610", "code-zero-lost"),
        ("61", "code-zero-lost"),
        ("9", "code-zero-lost"),
        ("3019", "code-unknown"),
        ("319", "code-unknown"),
    ],
)
def test_odd_codes_are_reported(activities: Activities, code: str, expected: str) -> None:
    assert expected in remarks(activities, code=code)


def test_a_lost_leading_zero_keeps_both_readings(activities: Activities) -> None:
    assert read(activities, code="0610") == {"coal_mining"}
    assert read(activities, code="610") == {"coal_mining", "other"}
    assert read(activities, code="61") == {"coal_mining", "other"}
    # What one digit is short of may be more than a zero.
    assert read(activities, code="6") == set(activities.domain)
    # The words beside it say which it is.
    assert read(activities, code="61", industry_text="住宿业") == {"other"}
    assert remarks(activities, code="61", industry_text="住宿业") == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"industry_text": "煤炭开采和洗选业 061"}, {"coal_mining"}),
        ({"industry_text": "54 水泥制造"}, {"cement_clinker", "cement_grinding"}),
        ({"industry_text": "三十九、电力、热力生产和供应业 87 火力发电4411"}, {"coal_power", "gas_power"}),
    ],
)
def test_a_number_of_the_eia_directory_is_no_code_and_its_words_are_read(
    activities: Activities, cells: dict[str, str], expected: set[str]
) -> None:
    assert read(activities, **cells) == expected
    assert remarks(activities, **cells) == ["eia-catalog-number"]


@pytest.mark.parametrize(
    "cells",
    [
        # 81 is a division (repair) and 30 another; here nothing shows that they are meant.
        {"industry_text": "二十八、电子元件及电子专用材料制造 81"},
        {"code": "二十八、电子元件及电子专用材料制造 81"},
        {"industry_text": "环评名录 301"},
        {"code": "环评分类管理名录 30"},
    ],
)
def test_a_number_of_the_eia_directory_rules_nothing_out(activities: Activities, cells: dict[str, str]) -> None:
    assert read(activities, **cells) == set(activities.domain)
    assert "eia-catalog-number" in remarks(activities, **cells)


@pytest.mark.parametrize(
    "text",
    ["黑色金属冶炼和压延加工业（31）", "31黑色金属冶炼和压延加工业", "水泥、石灰和石膏制造 301", "水泥制造 30", "301"],
)
def test_a_bare_number_of_the_class_beside_it_is_a_code(activities: Activities, text: str) -> None:
    assert "eia-catalog-number" not in remarks(activities, industry_text=text)
    assert any("行业代码3" in word for word in activities.read(Evidence(industry_text=text)).evidence)


def test_several_codes_in_one_cell_add_up(activities: Activities) -> None:
    expected = {"cement_clinker", "cement_grinding", "lime", "other_building_materials"}
    for code in ("3011、3012", "C3011;C3012", "3011/3012", "C3011 C3012", "3011\n3012"):
        assert read(activities, code=code) == expected


def test_code_and_class_name_that_contradict_are_both_kept(activities: Activities) -> None:
    assert read(activities, industry_text="C3012 炼焦") == {"lime", "other_building_materials", "coking"}
    assert remarks(activities, industry_text="C3012 炼焦") == ["code-text-conflict"]


def test_tables_are_consistent(activities: Activities, catalogs: Catalogs) -> None:
    codes, divisions = catalogs.rows("industry-codes/codes"), catalogs.rows("industry-codes/divisions")
    assert len({(row["edition"], row["code"]) for row in codes}) == len(codes)
    assert [row["code"] for row in divisions] == [f"{number:02}" for number in range(1, 98)]
    assert {a for row in (*codes, *divisions) for a in split(row["activity"])} <= set(activities.domain)
    for row in codes:
        assert row["edition"] in ("2011", "2017")
        assert row["code"].isdigit()
        assert bool(row["activity"]) == (len(row["code"]) == 4), row


@pytest.mark.parametrize("edition", ["2017", "2011"])
def test_every_listed_code_is_read_as_its_row_says(activities: Activities, catalogs: Catalogs, edition: str) -> None:
    for row in catalogs.rows("industry-codes/codes"):
        if row["edition"] == edition and row["activity"]:
            assert read(activities, code=row["code"], edition=edition) == set(split(row["activity"])), row


def test_codes_outside_the_eight_industries_are_other(activities: Activities, catalogs: Catalogs) -> None:
    carried = {row["code"][:2] for row in catalogs.rows("industry-codes/codes")}
    for row in catalogs.rows("industry-codes/divisions"):
        if row["code"] not in carried:
            assert read(activities, code=row["code"] + "11") == {"other"}, row
