"""A list as a file, and the command line inside this process or in one of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LIST = """项目名称,行业代码,主要产品及规模,建设性质,建设地点,项目阶段,年综合能源消费量（等价值，吨标准煤）,备注
熟料线,3011,水泥熟料5000吨/日,新建,许昌市禹州市,拟签约,118000,联系13900005678
光伏玻璃线,3041,光伏压延玻璃1000吨/日,新建,许昌市襄城县,拟建,42000,
数控机床项目,3421,数控机床2000台/年,新建,许昌市建安区,拟签约,700,
"""

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("list") / "projects.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def run() -> Run:
    def call(*arguments: object) -> subprocess.CompletedProcess[bytes]:
        words = [sys.executable, "-m", "lianggao.cli.app", *map(str, arguments)]
        return subprocess.run(words, capture_output=True, check=False)

    return call
