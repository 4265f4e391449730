"""`lianggao rules changelog`: exit codes, where messages go, and the entry that is offered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lianggao.audit.changelog.history import fingerprint_of
from lianggao.cli.app import main
from lianggao.rulebook.home import shipped_law


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped law with its log, outside any repository; the current folder."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    law = fingerprint_of(tmp_path)[:12]
    (tmp_path / "LAW_CHANGELOG.md").write_text(f"# Law\n\n### law {law}\n\n- first\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_right_log_is_quiet_and_says_what_it_could_not_check(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "changelog", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "未找到上一版规则，只核对了指纹\n"


def test_a_change_asks_for_an_entry_and_offers_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "rules" / "henan-catalog-2021" / "definitions" / "class-two-scope.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("10000", "12000"), encoding="utf-8")
    assert main(["rules", "changelog", "--base", "shipped", "--lang", "en"]) == 3
    out, err = capsys.readouterr()
    assert "LAW_CHANGELOG.md:3:1: log-behind: " in err
    assert out.startswith(f"### law {fingerprint_of(folder)[:12]}\n")
    assert "`catalog` looser" in out


def test_a_log_that_is_not_there_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "changelog", "--log", str(folder / "none.md")]) == 1
    assert "log-unreadable" in capsys.readouterr().err
