"""A change under `rules/` or `catalogs/` is in LAW_CHANGELOG.md, with its documents, period and direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.audit.changelog import check_log, read_log

ROOT = Path(__file__).parents[1]


def test_the_log_leads_to_the_law_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without the history of the repository only the fingerprint can be checked.
    monkeypatch.chdir(ROOT)
    found = check_log(read_log(ROOT / "LAW_CHANGELOG.md"), ROOT)
    assert [fault.render() for fault in found.faults] == [], found.entry
