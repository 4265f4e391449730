"""Copies of the law are read quickly here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from oracle.copies import read_once


@pytest.fixture(autouse=True, scope="module")
def _quick() -> Iterator[None]:
    with read_once():
        yield
