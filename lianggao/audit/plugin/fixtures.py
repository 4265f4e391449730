"""Fixtures for tests of a law: the law itself, its rules in force, and the screening by it.

All last for the whole run: none of them changes once it is made. A test suite that has a fixture `law` of its own gets
the other two for that law.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from lianggao.audit.plugin.settings import date_asked, law_of

if TYPE_CHECKING:
    from lianggao.rulebook import Law, Rulebook
    from lianggao.screening import Screening


@pytest.fixture(scope="session")
def law(pytestconfig: pytest.Config) -> Law:
    """The law of `lianggao_law`, or the shipped one."""
    from lianggao.errors import LawError

    try:
        return law_of(pytestconfig)
    except LawError as error:
        pytest.fail(error.render(), pytrace=False)


@pytest.fixture(scope="session")
def rulebook(law: Law, pytestconfig: pytest.Config) -> Rulebook:
    """The rules of the law in force on `lianggao_as_of`, or today, compiled."""
    from lianggao.rulebook import load_rulebook

    return load_rulebook(date_asked(pytestconfig) or date.today().isoformat(), law)


@pytest.fixture(scope="session")
def screen(law: Law, pytestconfig: pytest.Config) -> Callable[..., Screening]:
    """`lianggao.screen` by the law and, if given, on `lianggao_as_of`; both can still be given in the call."""
    from lianggao.api import screen

    asked = date_asked(pytestconfig)
    return partial(screen, law=law, as_of=asked) if asked else partial(screen, law=law)
