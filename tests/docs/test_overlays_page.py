"""docs/overlays.md: the city it lays over the law works as it says, and its commands print what it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from building import outcomes, screen_one

from lianggao.cli.app import main
from lianggao.rulebook import Law, load_law

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8")
FILES = re.findall(r"^```\w+ (\S+)\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^\$ lianggao (.*)\n((?:(?!\$|```).*\n)*)", TEXT, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of the page, and the examples beside them."""
    folder = tmp_path_factory.mktemp("overlays")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name, text in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def city(here: Path) -> Law:
    return load_law(here / "my-city")


@pytest.mark.parametrize(("words", "shown"), COMMANDS)
def test_each_command_prints_what_the_page_shows(
    here: Path, words: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(here)
    assert main(words.split()) == 0
    printed = capsys.readouterr().out.splitlines()
    assert shown
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_the_page_has_all_its_files_and_commands() -> None:
    assert (len(FILES), len(COMMANDS)) == (7, 5)


@pytest.mark.parametrize(
    ("activity", "county", "tce", "expected"),
    [
        # The list of the city, in the city only.
        ("glass_processing", "410423", 4999, "not_listed"),
        ("glass_processing", "410423", 5000, "class_2"),
        ("glass_processing", "410423", 50000, "class_1"),
        ("glass_processing", "411081", 5000, "not_listed"),
        ("glass_processing", "outside_henan", 5000, "not_applicable"),
        # The line of the province, replaced for the whole of it; the city does not list lime.
        ("lime", "410423", 7999, "not_listed"),
        ("lime", "410423", 8000, "class_2"),
        ("lime", "411081", 8000, "class_2"),
        ("lime", "outside_henan", 8000, "not_applicable"),
    ],
)
def test_the_city_is_judged_by_both_its_own_list_and_the_line_that_it_replaces(
    city: Law, activity: str, county: str, tce: float, expected: str
) -> None:
    project = {"activity": activity, "county": county, "construction_nature": "new_build", "energy_equivalent_tce": tce}
    assert outcomes(screen_one(city, project)) == {expected}


def test_the_law_beneath_stays_as_it_was(law: Law) -> None:
    project = {
        "activity": "lime",
        "county": "410423",
        "construction_nature": "new_build",
        "energy_equivalent_tce": 8000,
    }
    assert outcomes(screen_one(law, project)) == {"not_listed"}
