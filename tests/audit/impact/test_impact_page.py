"""docs/impact.md: its commands print what it shows, and its file is the one that is written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from edits import edited_folder

from lianggao.cli.app import main

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "impact.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ lianggao (.*)\n((?:(?!\$|```).*\n)*)", TEXT, flags=re.MULTILINE)
((NAME, FILE),) = re.findall(r"^```yaml (\S+)\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the list, the changed copy of the law and the file of the page."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(ROOT / "examples", folder / "examples")
    items = "catalogs/henan-catalog-2021/items.csv"
    (line,) = re.findall("^10,砖瓦.*\n", (ROOT / items).read_text(encoding="utf-8"), flags=re.MULTILINE)
    edited_folder(folder / "next", (items, line, ""))
    (folder / NAME).write_text(FILE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("words", "shown"), COMMANDS)
def test_each_command_prints_what_the_page_shows(
    here: Path, words: str, shown: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(here)
    assert main(words.split()) == 0
    assert capfd.readouterr().out == shown


def test_the_file_of_the_page_is_the_one_that_is_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    assert main([*COMMANDS[0][0].split(), "--write-expected", "written.yaml"]) == 0
    lines = Path("written.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    assert "".join(line for line in lines if not line.startswith("#")) == FILE
