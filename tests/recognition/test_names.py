"""A firm's name says nothing about its project, and taking it out leaves the project's own words."""

from __future__ import annotations

import pytest

from lianggao.recognition.names import without_firms


@pytest.mark.parametrize(
    ("text", "owner", "kept"),
    [
        ("中国长城铝业有限公司年产10万吨再生铝项目", "", "年产10万吨再生铝项目"),
        ("天宏焦化公司洗煤项目", "", "洗煤项目"),
        ("中国平煤神马集团天宏焦化有限公司清洁生产技术改造项目", "", "清洁生产技术改造项目"),
        ("浦兴耐火材料厂搬迁脱氧剂项目", "浦兴耐火材料厂", "搬迁脱氧剂项目"),
        ("某某水泥厂协同处置固废", "", "协同处置固废"),
        ("新建水泥厂项目", "", "新建水泥厂项目"),
        ("利用陶瓷厂房", "", "利用陶瓷厂房"),
        ("年产5万吨再生铝项目由豫浙联铝业有限公司建设", "", "年产5万吨再生铝项目由建设"),
        ("金鼎水泥粉磨站", "金鼎水泥有限公司", "金鼎水泥粉磨站"),
        ("登封市谦泰冶炼材料固废项目", "登封市谦泰冶炼材料有限公司", "固废项目"),
        ("", "某公司", ""),
    ],
)
def test_firms_are_taken_out(text: str, owner: str, kept: str) -> None:
    assert without_firms(text, owner).replace(";", "") == kept
