"""Which law and which date a test run asks for: the command line first, then the configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lianggao.rulebook import Law

_LAW: pytest.StashKey[Law] = pytest.StashKey()


def law_folder(config: pytest.Config) -> Path | None:
    """Return the folder of the law, or None for the shipped one."""
    if given := config.getoption("lianggao_law"):
        return Path(config.invocation_params.dir, given)
    written = config.getini("lianggao_law")
    return Path(config.rootpath, written) if written else None


def law_of(config: pytest.Config) -> Law:
    """Return the law, read once in a test run. Raises LawError."""
    from lianggao.rulebook import load_law

    if _LAW not in config.stash:
        config.stash[_LAW] = load_law(law_folder(config))
    return config.stash[_LAW]


def date_asked(config: pytest.Config) -> str | None:
    """Return the date of the fixtures, or None where none is given."""
    return config.getoption("lianggao_as_of") or config.getini("lianggao_as_of") or None


def check_date(config: pytest.Config) -> None:
    """Raise UsageError where the date of the fixtures is no date."""
    if asked := date_asked(config):
        from lianggao.errors import InputError
        from lianggao.screening.dating import date_of

        try:
            date_of(asked)
        except InputError as error:
            raise pytest.UsageError(f"lianggao_as_of: {error.render()}") from None
