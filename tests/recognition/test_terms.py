"""What the words promise: look-alikes are told apart, denials are heard, and the table is consistent."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from lianggao.recognition import Activities, Evidence
from lianggao.rulebook.catalogs import Catalogs, split

ROLES = {"product", "telling", "bare", "qualifier", "neutral", "suffix", "head"}
NAMING = ("product", "telling", "bare")


def product(activities: Activities, text: str) -> set[str]:
    return set(activities.read(Evidence(products=text)).activities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("离子膜烧碱30万吨", {"caustic_soda"}),
        ("纯碱60万吨", {"soda_ash"}),
        ("SBS改性沥青防水卷材", {"bitumen_membrane"}),
        ("TPO高分子防水卷材", {"polymer_membrane"}),
        ("PVC防水卷材", {"polymer_membrane"}),
        ("预焙阳极20万吨", {"aluminium_carbon"}),
        ("阴极炭块", {"aluminium_carbon"}),
        ("人造石墨负极材料10万吨", {"graphite_anode"}),
        ("超高功率石墨电极", {"other_carbon"}),
        ("电解铝25万吨", {"aluminium_electrolytic"}),
        ("再生铝", {"aluminium_secondary"}),
        ("工业铝型材", {"nonferrous_rolling"}),
        ("再生铜", {"copper_secondary"}),
        ("阴极铜", {"copper_primary", "copper_secondary"}),
        ("再生铅", {"leadzinc_secondary"}),
        ("工业硅", {"silicon_primary"}),
        ("多晶硅", {"other"}),
        ("单晶硅10GW", {"other"}),
        ("有机硅单体", {"other_chemical"}),
        ("硅铁", {"ferroalloy"}),
        ("取向硅钢", {"steel_rolling"}),
        ("烧结多孔砖", {"sintered_brick"}),
        ("免烧砖", {"unsintered_brick"}),
        ("蒸压灰砂砖", {"unsintered_brick"}),
        ("水泥熟料", {"cement_clinker"}),
        ("水泥", {"cement_clinker", "cement_grinding"}),
        ("商品混凝土", {"cement_products"}),
        ("干混砂浆", {"cement_products"}),
        ("浮法玻璃", {"flat_glass"}),
        ("光伏压延玻璃", {"pv_glass"}),
        ("钢化玻璃", {"glass_processing"}),
        ("Low-E中空玻璃", {"glass_processing"}),
        ("电子级玻璃纤维", {"other_glass"}),
        ("陶瓷墙地砖", {"building_ceramics"}),
        ("卫生陶瓷", {"sanitary_ceramics"}),
        ("日用陶瓷", {"other_ceramics"}),
        ("氧化铝陶瓷", {"other_ceramics"}),
        ("生物质发电", {"biomass_power"}),
        ("燃气-蒸汽联合循环", {"gas_power"}),
        ("2×660MW超超临界燃煤机组", {"coal_power"}),
        ("兰炭", {"coking"}),
        ("延迟焦化", {"refining"}),
        ("洗精煤", {"coal_mining"}),
        ("煤焦油深加工", {"coal_tar_processing"}),
        ("甲醇", {"methanol"}),
        ("醋酸", {"acetic_acid"}),
        ("醋酸乙酯", {"other_chemical"}),
        ("尿素", {"nitrogen_fertilizer"}),
        ("车用尿素", {"other_chemical"}),
        ("合成氨", {"synthetic_ammonia"}),
        ("复合肥", {"other_chemical"}),
        ("电石", {"calcium_carbide"}),
        ("电石法PVC", {"pvc"}),
        ("PVC管材", {"other"}),
        ("润滑油", {"other_petrochemical"}),
        ("聚乙烯管", {"other"}),
        ("活性石灰", {"lime"}),
        ("纸面石膏板", {"other_building_materials"}),
        ("重质碳酸钙", {"other_building_materials"}),
        ("棕刚玉", {"corundum"}),
        ("刚玉砖", {"refractory_sintered"}),
        ("耐火浇注料", {"refractory_unsintered"}),
        ("人造金刚石", {"other_building_materials"}),
        ("生铁", {"steel_long"}),
        ("电炉炼钢", {"steel_short"}),
        ("热轧带钢", {"steel_rolling"}),
        ("铸件", {"casting"}),
        ("锰硅合金", {"ferroalloy"}),
        ("氧化铝", {"alumina"}),
        ("沥青混凝土", {"other_building_materials"}),
    ],
)
def test_products_that_look_alike_are_told_apart(activities: Activities, text: str, expected: set[str]) -> None:
    assert product(activities, text) == expected


@pytest.mark.parametrize(
    ("text", "within", "without"),
    [
        # Clinker of bauxite is a refractory raw material, not cement.
        ("高铝矾土熟料", {"refractory_sintered"}, {"cement_clinker", "alumina"}),
        ("熟料", {"cement_clinker", "refractory_sintered"}, set()),
        ("透水砖", {"sintered_brick", "unsintered_brick"}, set()),
        ("硅碳负极材料", {"other"}, {"graphite_anode", "silicon_primary"}),
        ("碳化硅", {"other_building_materials"}, {"silicon_primary"}),
        ("超硬材料", {"other_building_materials", "other"}, {"corundum"}),
        ("氢氧化铝", {"alumina", "other_chemical"}, {"aluminium_electrolytic"}),
        ("铝合金", {"nonferrous_alloy", "nonferrous_rolling"}, {"aluminium_electrolytic"}),
        ("轻质碳酸钙", {"lime", "other_chemical"}, set()),
        ("合金", {"ferroalloy", "nonferrous_alloy"}, set()),
    ],
)
def test_ambiguous_products_stay_ambiguous(
    activities: Activities, text: str, within: set[str], without: set[str]
) -> None:
    reading = product(activities, text)
    assert reading >= within
    assert not reading & without
    assert len(reading) > 1


@pytest.mark.parametrize("text", ["水泥机械", "耐火材料成套设备", "化工装备", "玻璃门窗", "钢结构", "铝合金门窗"])
def test_machinery_and_goods_named_after_a_material_are_outside(activities: Activities, text: str) -> None:
    assert product(activities, text) == {"other"}


@pytest.mark.parametrize(
    "text",
    [
        "水泥罐车",
        "水泥路面",
        "陶瓷专业园区",
        "焦化废水处理",
        "化工园区",
        "再生资源回收",
        "电解铝行业",
        "瓦楞纸箱",
        "SPX-3型",
    ],
)
def test_a_longer_phrase_hides_the_word_in_it(activities: Activities, text: str) -> None:
    assert product(activities, text) == set(activities.domain)


def test_an_attribute_leaves_what_it_describes(activities: Activities) -> None:
    assert product(activities, "电解铝用预焙阳极") == {"aluminium_carbon"}
    assert product(activities, "水泥窑用镁铬砖") == {"refractory_sintered", "refractory_unsintered"}


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        ("制坯-干燥-隧道窑焙烧", {"sintered_brick"}),
        ("压制成型、蒸压养护", {"unsintered_brick"}),
        ("免烧", {"unsintered_brick"}),
        # A denial is no evidence, neither for nor against.
        ("搅拌、成型，不含烧结工序", {"sintered_brick", "unsintered_brick"}),
        ("搅拌、成型，未述烧成窑", {"sintered_brick", "unsintered_brick"}),
        ("搅拌、成型，无焙烧", {"sintered_brick", "unsintered_brick"}),
        ("不涉及烧结、焙烧工序", {"sintered_brick", "unsintered_brick"}),
        ("烧结工序：无", {"sintered_brick", "unsintered_brick"}),
        ("原有隧道窑已拆除，焙烧工序已停产", {"sintered_brick", "unsintered_brick"}),
        ("不含干燥，采用隧道窑", {"sintered_brick"}),
        ("隧道窑，以无烟煤为燃料", {"sintered_brick"}),
    ],
)
def test_denials_in_the_process_of_a_brick_works(activities: Activities, process: str, expected: set[str]) -> None:
    assert set(activities.read(Evidence(code="3031", process=process)).activities) == expected


@pytest.mark.parametrize(
    "content",
    [
        "不涉及电解铝",
        "不生产氧化铝、电解铝",
        "外购电解铝液铸造",
        "以电解铝液、再生铝锭为原料",
        "除电解铝外",
        "项目位于某电解铝企业北侧",
    ],
)
def test_what_is_denied_or_bought_in_is_not_made(activities: Activities, content: str) -> None:
    assert set(activities.read(Evidence(code="3252", content=content)).activities) == {"nonferrous_rolling"}


@pytest.mark.parametrize("text", ["非晶硅", "无碱玻璃纤维", "无缝钢管", "不锈钢带", "无水氟化氢"])
def test_words_that_begin_like_a_denial_are_none(activities: Activities, text: str) -> None:
    assert product(activities, text) != set(activities.domain)


def test_a_word_that_is_only_an_attribute_tells_no_siblings_apart(activities: Activities) -> None:
    reading = activities.read(Evidence(code="3216", content="购置电解铝设备")).activities
    assert reading == {"alumina", "aluminium_electrolytic", "aluminium_secondary"}


def test_feedstocks_count_in_prose_only_where_they_are_made(activities: Activities) -> None:
    def read(process: str) -> set[str]:
        return set(activities.read(Evidence(code="3021", process=process)).activities)

    assert read("水泥、砂石、石灰计量搅拌") == {"cement_products"}
    assert "lime" in read("年产10万吨石灰")
    assert "lime" in read("石灰生产线")


def test_table_is_consistent(activities: Activities, catalogs: Catalogs) -> None:
    rows = catalogs.rows("terms/terms")
    assert not [key for key, count in Counter((row["term"], row["role"]) for row in rows).items() if count > 1]
    assert {row["role"] for row in rows} == ROLES
    for row in rows:
        assert row["term"] == unicodedata.normalize("NFKC", row["term"]).upper(), row
        assert set(split(row["activity"])) <= set(activities.domain), row
        assert bool(row["activity"]) != (row["role"] == "neutral") or row["role"] == "suffix", row
    together = catalogs.rows("terms/together")
    named = {a for row in together for a in (row["activity"], *split(row["with"]))}
    assert named <= set(activities.domain)


def test_a_word_has_one_role_or_names_and_qualifies(catalogs: Catalogs) -> None:
    roles: dict[str, set[str]] = {}
    for row in catalogs.rows("terms/terms"):
        roles.setdefault(row["term"], set()).add(row["role"])
    for word, own in roles.items():
        assert "neutral" not in own or own == {"neutral"}, word
        assert len(own & set(NAMING)) <= 1, word


def test_every_activity_is_the_firm_reading_of_some_product(activities: Activities, catalogs: Catalogs) -> None:
    firm = {row["activity"] for row in catalogs.rows("terms/terms") if row["role"] in NAMING}
    assert firm >= set(activities.domain)


@pytest.mark.parametrize("year", ["2021", "2023"])
def test_every_catalog_item_is_reached_by_its_own_name(activities: Activities, catalogs: Catalogs, year: str) -> None:
    for row in catalogs.rows(f"henan-catalog-{year}/items"):
        item = set(split(row["activity"]))
        by_name = set(activities.read(Evidence(name=f"年产若干{row['item']}项目")).activities)
        assert by_name & item, row
        assert product(activities, row["item"]) & item, row
