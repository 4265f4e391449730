"""What the cases of a test run put to the test, told after the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.audit.coverage import coverage_of
from lianggao.audit.coverage.gathering import screenings_of
from lianggao.audit.coverage.text import projects_text
from lianggao.audit.plugin.items import SELECTED
from lianggao.audit.plugin.settings import law_of


def tell_coverage(reporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the coverage of the cases that were run, and write it where the option names a file."""
    items = config.stash.get(SELECTED, [])
    reporter.section("lianggao coverage")
    if not items:
        reporter.write_line("no cases were run in this process")
        return
    found = coverage_of(law_of(config), screenings_of((item.nodeid, item.screened()) for item in items))
    for line in projects_text(found, "en").splitlines():
        reporter.write_line(line)
    if path := config.getoption("lianggao_coverage"):
        Path(config.invocation_params.dir, path).write_text(found.model_dump_json(indent=2) + "\n", encoding="utf-8")
