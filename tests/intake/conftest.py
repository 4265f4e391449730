"""The vocabulary and spellings as shipped, so that a wrong row of a table fails here too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from lianggao.facts import Facts
from lianggao.intake import Headers, RawList, read_facts, read_headers, report_columns
from lianggao.rulebook import load_law
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import Vocabulary, read_vocabulary

Reader = Callable[..., Facts]


@pytest.fixture(scope="session")
def catalogs() -> Catalogs:
    return load_law().catalogs


@pytest.fixture(scope="session")
def vocabulary(catalogs: Catalogs) -> Vocabulary:
    return read_vocabulary(catalogs)


@pytest.fixture(scope="session")
def headers(catalogs: Catalogs) -> Headers:
    return read_headers(catalogs)


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary, headers: Headers) -> Reader:
    """Read a frame given as columns, or a list."""

    def of(given: Any) -> Facts:
        data = given if isinstance(given, pd.DataFrame | RawList) else pd.DataFrame(given)
        return read_facts(data, report_columns(data, vocabulary, headers), vocabulary, headers)

    return of
