"""The one place where tests give up for want of durable-rules; where it must be there, they fail instead."""

from __future__ import annotations

import os

import pytest

from lianggao.engines.quiet import load_engine
from lianggao.errors import InputError


@pytest.fixture(scope="session")
def durable() -> None:
    """Need durable-rules. With LIANGGAO_REQUIRE_DURABLE=1 in the environment, a test without it fails."""
    try:
        load_engine()
    except InputError as error:
        if os.environ.get("LIANGGAO_REQUIRE_DURABLE") == "1":
            pytest.fail(str(error))
        pytest.skip(str(error))
