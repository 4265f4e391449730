"""What each header of real lists gives, and what no header gives."""

from __future__ import annotations

import pytest

from lianggao.intake import ColumnUse, Headers
from lianggao.intake.columns import JOINED, SINGLE, read_columns, read_header
from lianggao.intake.columns.header import ENERGY_UNKNOWN
from lianggao.intake.places import ORDER
from lianggao.intake.spellings import normal
from lianggao.quantities import find_unit
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def use(vocabulary: Vocabulary, headers: Headers) -> dict[str, ColumnUse]:
    class Uses(dict[str, ColumnUse]):
        def __missing__(self, header: str) -> ColumnUse:
            return read_header(header, vocabulary, headers)

    return Uses()


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [
        ("年综合能源消费量（等价值，吨标准煤）", "energy_equivalent_tce", "吨标准煤"),
        ("年综合能源消费量（等价值，万吨标准煤）", "energy_equivalent_tce", "万吨标准煤"),
        ("年综合能源消费量（万吨标准煤，当量值）", "energy_calorific_tce", "万吨标准煤"),
        ("年综合能源消费量(等价值)(tce)", "energy_equivalent_tce", "tce"),
        ("年综合能源消费量（万吨标准煤，含原料用能和可再生能源）", "energy_unstated_tce", "万吨标准煤"),
        ("设计年综合能耗（等价值）（万吨标准煤）", "energy_equivalent_tce", "万吨标准煤"),
        ("批复年综合能耗（等价值）吨标煤", "energy_equivalent_tce", "吨标煤"),
        ("预计年耗能情况(吨标煤)", "energy_unstated_tce", "吨标煤"),
        ("年综合能耗（单位：吨标准煤）", "energy_unstated_tce", "吨标准煤"),
        ("年综合能源消费量当量值（吨标准煤）", "energy_calorific_tce", "吨标准煤"),
        ("当量值（吨标准煤）", "energy_calorific_tce", "吨标准煤"),
        ("年综合能耗", "energy_unstated_tce", ""),
        ("年综合能耗（吨标准煤/年，等价值）", "energy_equivalent_tce", "吨标准煤/年"),
        ("年用电量（万千瓦时/年）", "electricity_kwh", "万千瓦时/年"),
        ("总投资万元", "investment_wan_yuan", "万元"),
        ("新增年综合能源消费量吨标煤（当量值）", "added_energy_calorific_tce", "吨标煤"),
        ("年新增综合能耗（等价值，吨标准煤）", "added_energy_equivalent_tce", "吨标准煤"),
        ("energy_equivalent_tce", "energy_equivalent_tce", "吨标准煤"),
        ("新增年综合能源消费量（等价值）", "added_energy_equivalent_tce", ""),
        ("总投资（万元）", "investment_wan_yuan", "万元"),
        ("总投资(亿元)", "investment_wan_yuan", "亿元"),
        ("计划总投资（万元）", "investment_wan_yuan", "万元"),
        ("总投资\n（万元）", "investment_wan_yuan", "万元"),
        ("proTotalInvestment", "investment_wan_yuan", "万元"),
        ("用地情况", "land_m2", ""),
        ("拟用地面积（平方米）", "land_m2", "平方米"),
        ("用地面积【亩】", "land_m2", "亩"),
        ("年用电量（万千瓦时）", "electricity_kwh", "万千瓦时"),
        ("年用天然气量（万立方米）", "gas_m3", "万立方米"),
        ("年煤炭消费量（万吨，实物量）", "coal_t", "万吨"),
        ("年焦炭消费量（万吨）", "coke_t", "万吨"),
        ("年油品消费量（吨）", "oil_t", "吨"),
        ("年外购热力（GJ）", "heat_gj", "gj"),
        ("年外购蒸汽（万吨）", "steam_t", "万吨"),
        ("年综合能源消费量(tce，当量)", "energy_calorific_tce", "tce"),
        ("综合能耗(万tce/a)等价", "energy_equivalent_tce", "万tce/a"),
        ("能耗（等价值）/吨标准煤", "energy_equivalent_tce", "吨标准煤"),
        ("综合能耗-等价值-吨标准煤", "energy_equivalent_tce", "吨标准煤"),
        ("年综合能耗（新增，等价值，吨标准煤）", "added_energy_equivalent_tce", "吨标准煤"),
        ("年综合能耗（吨标准煤，tce）", "energy_unstated_tce", "吨标准煤"),
        ("总投资/万元", "investment_wan_yuan", "万元"),
        ("总投资:亿元", "investment_wan_yuan", "亿元"),
        ("总投资 亿元", "investment_wan_yuan", "亿元"),
        ("（万元）总投资", "investment_wan_yuan", "万元"),
        ("投资额 (亿元)", "investment_wan_yuan", "亿元"),
        ("总投资 Total investment", "investment_wan_yuan", ""),
        ("用地(亩)", "land_m2", "亩"),
        ("用电量（万kWh）", "electricity_kwh", "万kwh"),
        ("天然气（万Nm³）", "gas_m3", "万nm3"),
        ("年耗煤（t）", "coal_t", "t"),
        ("５.总投资（万元）（第12列）", "investment_wan_yuan", "万元"),
    ],
)
def test_a_quantity_header_gives_field_and_unit(use: dict[str, ColumnUse], header: str, field: str, unit: str) -> None:
    assert (use[header].field, use[header].unit) == (field, unit)
    assert bool(use[header].why) == (not unit)


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [
        ("固定资产投资（亿元）", "fixed_investment_wan_yuan", "亿元"),
        ("容积率", "plot_ratio", ""),
        ("建筑系数（%）", "building_coefficient", "%"),
        ("投资强度（万元/亩）", "investment_per_mu", "万元/亩"),
        ("亩均税收（万元）", "tax_per_mu", "万元/亩"),
        ("亩均税收（万元/亩·年）", "tax_per_mu", "万元/亩·年"),
        ("达产后年产值（万元/年）", "annual_output_wan_yuan", "万元/年"),
        ("年税收（万元）", "annual_tax_wan_yuan", "万元"),
        ("新增用地（亩）", "new_land_m2", "亩"),
        ("用地面积（新增，亩）", "new_land_m2", "亩"),
        ("计容建筑面积（㎡）", "floor_area_m2", "m2"),
        ("新增耗煤（万吨）", "coal_added_t", "万吨"),
        ("年新增煤炭消费量（万吨）", "coal_added_t", "万吨"),
        ("煤炭替代量（吨）", "coal_substituted_t", "吨"),
        ("K1", "coal_k1", ""),
        ("供电煤耗（克标准煤/千瓦时）", "unit_coal_gce_per_kwh", "克标准煤/千瓦时"),
        ("吨产品综合能耗（kgce）", "unit_energy_kgce_per_t", "kgce/t"),
        ("吨产品综合能耗（tce/t）", "unit_energy_kgce_per_t", "tce/t"),
        ("供电煤耗（克/千瓦时）", "unit_coal_gce_per_kwh", "克/千瓦时"),
        ("供电标准煤耗 g/kWh", "unit_coal_gce_per_kwh", "g/kwh"),
        ("置换比例", "replacement_ratio", ""),
        ("已购用能权量（万吨标准煤）", "energy_right_traded_tce", "万吨标准煤"),
        ("剩余能耗空间（等价值，万吨标准煤）", "energy_room_tce", "万吨标准煤"),
        ("高炉有效容积（立方米）", "blast_furnace_m3", "立方米"),
    ],
)
def test_a_header_of_a_check_gives_field_and_unit(
    use: dict[str, ColumnUse], header: str, field: str, unit: str
) -> None:
    assert (use[header].field, use[header].unit) == (field, unit)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("项目名称", "project_name"),
        ("项 目 名 称", "project_name"),
        ("项目名称（必填）", "project_name"),
        ("业主单位", "owner"),
        ("国码", "project_code"),
        ("行业编码", "industry_code"),
        ("所属行业大类（2位代码）", "industry_code"),
        ("行业类别", "industry_text"),
        ("国民经济行业分类", "industry_text"),
        ("主要产品及产能", "products"),
        ("主要流程工艺", "process"),
        ("建设内容及规模", "content"),
        ("项目阶段", "stage"),
        ("审批情况", "approvals"),
        ("是否为“两高”项目", "declared_lianggao"),
        ('是否为"两高"项目', "declared_lianggao"),
        ("是否两高项目", "declared_lianggao"),
        ("自报是否“两高”", "declared_lianggao"),
        ("有无重金属排放", "heavy_metal_emission"),
        ("是否完成节能审查", "energy_review_done"),
        ("是否完成环评", "eia_done"),
        ("省份", "place"),
        ("项目所在省、自治区、直辖市", "place"),
        ("项目选址位置", "place"),
        ("STAGE", "stage"),
        ("*项目名称", "project_name"),
        ("★ 项目名称：", "project_name"),
        ("1.项目名称", "project_name"),
        ("１．项目名称", "project_name"),
        ("(2)项目名称", "project_name"),
        ("一、项目名称", "project_name"),
        ("（一）项目名称", "project_name"),
        ("①项目名称", "project_name"),
        ("项目名称 Project name", "project_name"),
        ("项目\n名称", "project_name"),
        ("项目名称（第5列）", "project_name"),
        ("是否两高项目（是/否）", "declared_lianggao"),
        ("县（市、区）（必填）", "place"),
        ("主要原辅材料", "raw_materials"),
    ],
)
def test_a_header_gives_its_field(use: dict[str, ColumnUse], header: str, field: str) -> None:
    assert use[header].field == field


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("文件中的“两高”表述", "文件的用语不是项目的自报"),
        ("日期", "未说明是什么日期"),
        ("省码", "省内编码，不是国家项目代码"),
        ("注册资本（万元）", "注册资本不是总投资"),
        ("亩均投资（万元/亩）", "未说明是固定资产投资还是总投资；请写作“固定资产投资强度（万元/亩）”"),
        ("总建筑面积（平方米）", "建筑面积不是用地面积，也不是计容建筑面积"),
        ("剩余用能空间（万吨标准煤）", "须注明等价值，请写作“剩余用能空间（等价值，吨标准煤）”"),
        ("剩余用能空间（当量值，万吨标准煤）", "须注明等价值，请写作“剩余用能空间（等价值，吨标准煤）”"),
        ("已购用能权量（等价值，吨标准煤）", "已购用能权量没有当量值、等价值之分"),
        ("发电煤耗（克/千瓦时）", "发电煤耗不是供电煤耗"),
        ("容积率（平方米）", "表头中的“平方米”未能识别"),
        ("供电煤耗（kgce/t）", "表头中的“kgce”未能识别"),
        ("固定资产投资（万元/年）", "表头中的“年”未能识别"),
        ("转炉公称容量（吨/年）", "表头中的“年”未能识别"),
        ("采集综合能耗", "采集的是实测值，不是设计或批复的年综合能源消费量"),
        ("是否进行节能审查", "进行节能审查不等于已经通过"),
        ("厂房面积（平方米）", "不是已知的表头"),
        ("综合能耗当量", ENERGY_UNKNOWN),
        ("", "该列没有表头"),
        ("（第3列，无表头）", "该列没有表头"),
        ("新增年用电量（万千瓦时）", "新增用电量不是全年用电量"),
        ("新增用电量（万千瓦时）", "新增量没有对应的字段"),
        ("年用电量当量值（万千瓦时）", "年用电量没有当量值、等价值之分"),
        ("总投资（万元/年）", "表头中的“年”未能识别"),
        ("项目名称（万元）", "表头中的“万元”未能识别"),
        ("当量值年综合能耗（等价值）", "表头写有两种单位或口径，请分列填写"),
        ("“十四五”年新增能耗（万吨标准煤）", "五年规划期的新增能耗不是项目的年综合能源消费量"),
        ("新增年综合能耗（吨标准煤）", "新增能耗未注明当量值或等价值"),
        ("总投资（万美元）", "表头中的“万美元”未能识别"),
        ("年综合能耗（万千瓦时）", "表头中的“万千瓦时”未能识别"),
        ("年煤炭消费量（万吨，折标量）", "“折标量”不是实物量，不采用"),
        ("年综合能耗（当量值/等价值）", "表头写有两种单位或口径，请分列填写"),
        ("总投资（万元/亿元）", "表头写有两种单位或口径，请分列填写"),
        ("耗煤量（吨/吨）", "表头写有两种单位或口径，请分列填写"),
        ("耗煤量吨/吨", "不是已知的表头"),
        ("综合能耗（tce/t）", "表头中的“t”未能识别"),
    ],
)
def test_any_other_header_gives_nothing_and_says_why(use: dict[str, ColumnUse], header: str, why: str) -> None:
    assert (use[header].field, use[header].why) == ("", why)


def test_every_key_and_label_of_the_vocabulary_is_a_header(use: dict[str, ColumnUse], vocabulary: Vocabulary) -> None:
    for name, known in vocabulary.fields.items():
        if known.kind != "derived":
            assert use[name].field == use[known.label].field == name
            assert use[name].unit == known.unit


def test_a_label_that_names_its_unit_gives_it(use: dict[str, ColumnUse]) -> None:
    assert use["设计年产量（吨）"].unit == "吨"
    assert use["用于置换的产能（吨/年）"].unit == "吨/年"
    assert use["固定资产投资强度（万元/亩）"].unit == "万元/亩"
    assert use["年煤炭消费量（实物量）"].unit == ""


def test_the_table_names_only_fields_units_and_parts_that_exist(catalogs: Catalogs, vocabulary: Vocabulary) -> None:
    rows = catalogs.rows("vocabulary/headers")
    for row in rows:
        known = vocabulary[row["field"]]
        assert known.kind != "derived"
        assert not row["unit"] or find_unit(row["unit"], known.scale)
        assert row["part"] in {"place": ORDER, "content": ("text",)}.get(row["field"], ("",))
    names = [normal(row["header"]) for row in rows]
    assert len(set(names)) == len(names)


def test_the_phrases_name_only_values_that_exist(catalogs: Catalogs, vocabulary: Vocabulary) -> None:
    rows = catalogs.rows("vocabulary/stage-phrases")
    for row in rows:
        if row["field"]:
            assert set(row["value"].split(";")) <= set(vocabulary[row["field"]].values)
    keys = [(row["phrase"], row["field"]) for row in rows]
    assert len(set(keys)) == len(keys)


def test_the_tables_of_headers_are_disjoint_and_their_reasons_known(catalogs: Catalogs, headers: Headers) -> None:
    rows = catalogs.rows("vocabulary/known-headers")
    assert {row["why"] for row in rows} == {"not_a_fact", "contact", "other_figure"}
    assert all(row["reason"] and not row["reason"].endswith("。") for row in rows)
    assert len(headers.nothing) == len(rows)
    assert not headers.nothing.keys() & headers.spellings.keys()


def test_a_field_may_stand_in_several_columns(vocabulary: Vocabulary, headers: Headers) -> None:
    names = [
        "项目名称",
        "项目全称",
        "备注",
        "备注",
        "建设规模",
        "主要产品及产能",
        "拟用地面积（平方米）",
        "申请用地面积（亩）",
    ]
    report = read_columns(names, vocabulary, headers)
    assert [use.field for use in report.used] == ["project_name"] * 2 + ["products"] * 2 + ["land_m2"] * 2
    assert [use.unit for use in report.used] == ["", "", "", "", "平方米", "亩"]


def test_a_list_without_a_known_column_is_reported_like_any_other(vocabulary: Vocabulary, headers: Headers) -> None:
    report = read_columns(["序号", "备注", "天气"], vocabulary, headers)
    assert report.used == ()
    assert [use.header for use in report.doubtful] == ["天气"]
    assert read_columns([], vocabulary, headers).uses == ()


def test_every_text_and_date_says_how_its_columns_are_put_together(vocabulary: Vocabulary) -> None:
    words = {name for name, known in vocabulary.fields.items() if known.kind in ("text", "date")}
    assert words == JOINED | SINGLE
    assert not JOINED & SINGLE


def test_places_and_contents_may_stand_in_several_columns(vocabulary: Vocabulary, headers: Headers) -> None:
    report = read_columns(["省份", "建设地点", "项目概况", "建设内容与规模", "备注"], vocabulary, headers)
    assert [use.field for use in report.used] == ["place", "place", "content", "content"]
    assert [use.header for use in report.unused] == ["备注"]
