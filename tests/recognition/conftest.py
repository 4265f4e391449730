"""The tables as shipped, so that a wrong row fails a test of what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.recognition import Activities
from lianggao.rulebook.catalogs import Catalogs, read_catalogs


@pytest.fixture(scope="session")
def catalogs() -> Catalogs:
    catalogs, faults = read_catalogs(Path(__file__).parents[2] / "catalogs")
    assert not faults
    return catalogs


@pytest.fixture(scope="session")
def activities(catalogs: Catalogs) -> Activities:
    return Activities(catalogs)
