"""What all tests share: the shipped law, and how many random examples a property is tried on.

Ordinary runs draw the same examples every time, so that a red test is red for everybody; the deeper runs, marked
`slow`, draw new ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from oracle.written import WrittenLaw

from lianggao.rulebook import Law, load_law

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]

settings.register_profile(
    "lianggao", deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("lianggao")


@pytest.fixture(scope="session")
def law() -> Law:
    """Return the law as shipped."""
    return load_law()


@pytest.fixture(scope="session")
def written() -> WrittenLaw:
    """Return the same files as the oracle reads them."""
    return WrittenLaw(ROOT)
