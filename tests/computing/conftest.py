"""The shipped catalogs alone, without the rules."""

from __future__ import annotations

import pytest
from desk import Desk

from lianggao.rulebook.catalogs import read_catalogs
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.layers import layers_of


@pytest.fixture(scope="session")
def desk() -> Desk:
    catalogs, faults = read_catalogs(layers_of(shipped_law()))
    assert not [fault for fault in faults if "efficiency" in str(fault) or "land-indicators" in str(fault)]
    return Desk(catalogs)
