"""What the cases of a test run put to the test, told after the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.audit.coverage import Seen
from lianggao.audit.coverage.text import projects_text
from lianggao.audit.plugin.items import CaseItem
from lianggao.audit.plugin.settings import law_of
from lianggao.screening import Screening


def tell_coverage(reporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the coverage of the cases that were run, and write it where the option names a file."""
    session = getattr(reporter, "_session", None)
    items = [item for item in getattr(session, "items", ()) if isinstance(item, CaseItem)]
    reporter.section("lianggao coverage")
    if not items:
        reporter.write_line("no cases were run in this process")
        return
    names: dict[int, tuple[Screening, dict[int, str]]] = {}
    for item in items:
        screened = item.screened()
        known = names.setdefault(id(screened.screening), (screened.screening, {}))[1]
        known.setdefault(screened.row, item.nodeid)
    seen = Seen(law_of(config))
    for screening, called in names.values():
        # Every project of these screenings is that of some case.
        seen.add(screening, [called.get(row, "") for row in range(1, len(screening) + 1)])
    found = seen.coverage()
    for line in projects_text(found, "en").splitlines():
        reporter.write_line(line)
    if path := config.getoption("lianggao_coverage"):
        Path(config.invocation_params.dir, path).write_text(found.model_dump_json(indent=2) + "\n", encoding="utf-8")
