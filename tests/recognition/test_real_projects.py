"""Every row of the sample list, and the Henan cases, with what the law lets us say of each.

The cells are as published; what each leaves possible was decided by hand, and the comment says why.
"""

from __future__ import annotations

import pytest

from lianggao.recognition import Activities, Evidence

ALL = frozenset({"everything"})

ROWS = [
    # Nothing but a carbon firm's name: 铝用碳素, 负极 or electrodes could all be meant, or none of them.
    (
        Evidence(name="三门峡锦隆炭素制品有限公司产品升级技术改造项目", owner="三门峡锦隆炭素制品有限公司"),
        ALL,
    ),
    # The product says 烧结.
    (Evidence(name="年产2.4亿块烧结标准砖整合升级技改项目", products="烧结标准砖2.4亿块/年"), {"sintered_brick"}),
    # Dry mortar is a cement product, never 水泥.
    (
        Evidence(
            name="预拌干混砂浆生产制造项目",
            products="干混砂浆30万吨/年",
            process="破碎-制砂-筛分-水洗-烘干-混合",
        ),
        {"cement_products"},
    ),
    # 061 numbers a row of the EIA directory; the firm's 焦化 is only its name.
    (
        Evidence(
            name="中国平煤神马集团天宏焦化有限公司清洁生产技术改造项目",
            owner="中国平煤神马集团天宏焦化有限公司",
            industry_text="煤炭开采和洗选业 061 烟煤和无烟煤开采洗选（环评名录编号）",
            products="洗选中煤120万吨/年",
        ),
        {"coal_mining"},
    ),
    # Dimethyl ether has no item of its own, but the process makes methanol on the way, which has one.
    (
        Evidence(
            name="产品结构调整工程项目",
            owner="河南心连心化学工业集团股份有限公司",
            products="二甲醚20万吨/年",
            process="粗煤气分流制甲醇再制二甲醚",
        ),
        {"other_chemical", "coal_to_liquids", "other_coal_chemical", "methanol"},
    ),
    # Tempering glass, not 玻璃钢; a name alone leaves the other kinds of glass and none of the eight industries.
    (
        Evidence(name="年产100万平方米玻璃钢化生产线建设项目", owner="郑州恒昊光学门窗工程技术有限公司"),
        {"glass_processing", "other_glass", "flat_glass", "pv_glass", "other_building_materials", "other"},
    ),
    (
        Evidence(
            name="中国长城铝业有限公司年产10万吨再生铝项目", owner="中国长城铝业有限公司", products="再生铝10万吨/年"
        ),
        {"aluminium_secondary"},
    ),
    # 短流程 is here a word of lead smelting, not of steel.
    (
        Evidence(
            name="河南豫光金铅股份有限公司24万吨/年再生铅短流程绿色冶炼工程（原再生铅闭合生产线项目重大变动）",
            owner="河南豫光金铅股份有限公司",
            products="再生铅24万吨/年",
        ),
        {"leadzinc_secondary"},
    ),
    # The fly ash of refuse power stations is a feed.
    (
        Evidence(
            name="日产5500吨新型干法水泥熟料生产线（协同处置10万吨垃圾发电飞灰）退城异地迁建技改项目",
            products="水泥熟料5500吨/日",
        ),
        {"cement_clinker"},
    ),
    # The product cell holds only a capacity, so the name is all there is.
    (
        Evidence(name="2×4500吨/天干法水泥生产线项目", owner="天瑞集团（与禹州市签约）", products="2×4500吨/天"),
        {"cement_clinker", "cement_grinding", "other_building_materials", "other"},
    ),
    # Names alone never say that a project is outside: everything stays possible.
    (Evidence(name="许昌至信阳高速公路项目"), ALL),
    (Evidence(name="河南信阳电厂二期500千伏送出工程", owner="国网河南省电力公司（信阳供电公司等查阅点）"), ALL),
    (Evidence(name="法国圣戈班集团绿色建材产业基地", owner="法国圣戈班集团"), ALL),
    (Evidence(name="陶瓷专业园区标准化厂房"), ALL),
    (Evidence(name="手术感控生产线扩产项目", owner="许昌正德医疗用品有限公司"), ALL),
    # `负极材料` may be graphite or hard carbon (3091) or silicon-carbon (3099, 3985); it is never 铝用碳素.
    (
        Evidence(
            name="锂离子动力与储能电池天然负极材料用球形石墨自动化改扩建项目", products="负极材料3万吨/年（新增）"
        ),
        {"graphite_anode", "other_carbon", "other_building_materials", "other"},
    ),
    (
        Evidence(name="年产6000吨电池级碳酸锂正极材料改扩建项目", products="电池级碳酸锂6000吨/年"),
        {"other_chemical"},
    ),
    (Evidence(name="120万吨/年炼焦项目", owner="吉林鑫达钢铁有限公司", products="焦炭120万吨/年"), {"coking"}),
    (Evidence(name="1260立方米高炉（新建）", owner="河北新金钢铁有限公司", products="生铁116万吨"), {"steel_long"}),
]

CASES = [
    # B2: fired in tunnel kilns.
    (
        Evidence(code="3089", products="轻质保温耐火砖2万吨/年", process="两条天然气隧道窑烧成"),
        {"refractory_sintered"},
    ),
    # B3: bauxite clinker is refractory raw material or another mineral product; the ingots are secondary by feed.
    (
        Evidence(products="高铝矾土熟料、铝锭", process="以铝加工废料、废铝为原料熔炼"),
        {"refractory_sintered", "other_building_materials", "aluminium_secondary"},
    ),
    # B4: 再生铝 filed as 3216.
    (Evidence(code="3216", products="再生铝6万吨"), {"aluminium_secondary"}),
    # B5: grinding calcium carbonate needs no kiln.
    (Evidence(code="3099", products="钙粉80万吨"), {"other_building_materials"}),
    # B6: silicon-carbon anodes filed as electronic material.
    (Evidence(code="3985", products="硅碳负极材料"), {"other"}),
    # B7: 3091, but not 铝用碳素.
    (Evidence(code="3091", products="石墨负极材料10万吨"), {"graphite_anode"}),
    # B8: `合金` filed as ferroalloy; without the code it may be anything of metal.
    (Evidence(code="3140", edition="2017", products="合金20万吨"), {"ferroalloy"}),
    # A code that is plainly wrong keeps nothing out.
    (
        Evidence(code="2529", products="电解铝"),
        {"aluminium_electrolytic", "other_coal_chemical", "coal_tar_processing"},
    ),
]


@pytest.mark.parametrize(("evidence", "expected"), [*ROWS, *CASES], ids=lambda value: getattr(value, "name", ""))
def test_real_projects(activities: Activities, evidence: Evidence, expected: set[str]) -> None:
    reading = activities.read(evidence).activities
    assert reading == (set(activities.domain) if expected is ALL else expected)


def test_refractory_works_whose_kiln_is_not_mentioned_stays_open(activities: Activities) -> None:
    """`未述烧成窑` neither says that there is a kiln nor that there is none."""
    evidence = Evidence(
        name="耐火材料项目迁建项目",
        owner="偃师市浦兴耐火材料厂",
        process="脱氧剂压球；高铝骨料/粉料破碎筛分，未述烧成窑",
    )
    reading = activities.read(evidence).activities
    assert reading >= {"refractory_sintered", "refractory_unsintered", "other_building_materials", "other"}
    assert not reading & {"cement_clinker", "coking", "coal_power"}
