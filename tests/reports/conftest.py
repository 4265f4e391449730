"""A small list of the kind that offices send, with everything that a report must take care of."""

from __future__ import annotations

import pandas as pd
import pytest

from lianggao import Screening, screen

NAMES = ["序号", "项目名称", "建设单位", "统一社会信用代码", "联系电话", "行业代码", "主要产品及规模", "建设性质"]
HEADERS = [*NAMES, "建设地点", "项目阶段", "年综合能源消费量（等价值，吨标准煤）", "备注"]
CELLS = """
1|日产5000吨熟料线|甲建材公司||13800001234|3011|水泥熟料5000吨/日|新建|许昌市禹州市|拟签约|118000|=1+1
2|碳酸锂项目|乙材料公司|||2613|电池级碳酸锂6000吨/年|新建|许昌市长葛市|拟签约|12533.05|请联系张工13900005678
3|光伏玻璃线|丙玻璃公司||0374-2345678|3041|光伏压延玻璃1000吨/日|新建|许昌市襄城县|拟建|4.2万吨标准煤|@说明
4|数控机床项目|丁装备公司|||3421|数控机床2000台/年|新建|许昌市建安区|拟签约|700|-12.5
5|某新材料项目|||||||||--|a\x07b
6|炼焦项目|外省公司|||2521|焦炭120万吨/年|新建|吉林省辽源市|存量|150000|＋1+cmd
"""
ROWS = [line.split("|") for line in CELLS.strip().split("\n")]


@pytest.fixture(scope="session")
def given() -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=pd.Index(HEADERS), dtype="str")


@pytest.fixture(scope="session")
def screening(given: pd.DataFrame) -> Screening:
    return screen(given, as_of="2022-06-30")
