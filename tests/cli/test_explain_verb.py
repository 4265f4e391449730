"""`lianggao explain`: the explanation on stdout, contacts hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao import explain, screen
from lianggao.cli.app import main


def test_the_explanation_is_printed(projects: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["explain", str(projects), "--row", "2", "--as-of", "2022-06-30"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode() == explain(screen(projects, as_of="2022-06-30"), 2)
    assert err == b""


def test_contacts_are_hidden_unless_asked_for(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("项目名称\n甲项目13900005678\n", encoding="utf-8")
    assert main(["explain", str(path), "--row", "1"]) == 0
    assert "甲项目139******78" in capfdbinary.readouterr().out.decode()
    assert main(["explain", str(path), "--row", "1", "--keep-contacts"]) == 0
    assert "甲项目13900005678" in capfdbinary.readouterr().out.decode()
