"""The pytest plug-in: every case of a `*.cases.yaml` file is a test, and the law is a fixture.

pytest loads it wherever lianggao is installed, also for tests that have nothing to do with it. So nothing heavy is
imported before a case file is collected or a fixture is asked for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.audit.plugin.fixtures import law, rulebook, screen
from lianggao.audit.plugin.items import SELECTED, CaseItem, CasesFile
from lianggao.audit.plugin.settings import check_date

__all__ = [
    "law",
    "pytest_addoption",
    "pytest_collect_file",
    "pytest_collection_finish",
    "pytest_configure",
    "pytest_terminal_summary",
    "rulebook",
    "screen",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, each on the command line and in the configuration file."""
    folder = "folder with `rules/` and `catalogs/`; the shipped law without it"
    date = "date of the fixtures `rulebook` and `screen`, such as 2022-06-30; case files have their own dates"
    group = parser.getgroup("lianggao", "lianggao: cases of rules")
    group.addoption("--lianggao-law", metavar="FOLDER", help=folder)
    group.addoption("--lianggao-as-of", metavar="DATE", help=date)
    group.addoption(
        "--lianggao-coverage",
        nargs="?",
        const="",
        metavar="FILE",
        help="tell which conditions of which rules the cases put to the test, and write it to FILE as JSON",
    )
    parser.addini("lianggao_law", f"{folder}; relative to the root folder", type="string", default="")
    parser.addini("lianggao_as_of", date, type="string", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a wrong date before any test runs."""
    check_date(config)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note which cases were selected."""
    session.config.stash[SELECTED] = [item for item in session.items if isinstance(item, CaseItem)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell what the cases covered, if asked."""
    if config.getoption("lianggao_coverage") is not None:
        from lianggao.audit.plugin.coverage import tell_coverage

        tell_coverage(terminalreporter, config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CasesFile | None:
    """Take the case files."""
    return CasesFile.from_parent(parent, path=file_path) if file_path.name.endswith(".cases.yaml") else None
