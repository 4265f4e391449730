"""The tables as shipped, so that a wrong row fails a test of what it is for."""

from __future__ import annotations

import pytest

from lianggao.recognition import Activities
from lianggao.rulebook import load_law
from lianggao.rulebook.catalogs import Catalogs


@pytest.fixture(scope="session")
def catalogs() -> Catalogs:
    return load_law().catalogs


@pytest.fixture(scope="session")
def activities(catalogs: Catalogs) -> Activities:
    return Activities(catalogs)
