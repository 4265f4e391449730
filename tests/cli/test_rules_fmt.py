"""`lianggao rules fmt`: which files it takes, what it lists, and the exit codes 0, 1, 2 and 3."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lianggao.cli.app import main
from lianggao.rulebook.home import shipped_law

ROUGH = "title: b\nid:   a\n"
SMOOTH = "id: a\ntitle: b\n"
QUESTION = "rules/open-questions/a.yaml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        QUESTION: ROUGH,
        "rules/x/source.yaml": SMOOTH,
        "catalogs/y/source.yaml": ROUGH,
        "catalogs/y/items.csv": "a ,b\n",
        "rules/x/a.cases.yaml": ROUGH,
        "tests/other.yaml": ROUGH,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def printed(capfdbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    return capfdbinary.readouterr().out.decode().splitlines()


def test_check_lists_what_would_change_and_changes_nothing(
    here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["rules", "fmt", "--check"]) == 3
    assert printed(capfdbinary) == [QUESTION, "catalogs/y/source.yaml"]
    assert (here / QUESTION).read_text(encoding="utf-8") == ROUGH


def test_rewritten_files_are_listed_and_then_pass(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["rules", "fmt"]) == 0
    assert printed(capfdbinary) == [QUESTION, "catalogs/y/source.yaml"]
    assert (here / QUESTION).read_bytes() == SMOOTH.encode()
    assert (here / "rules/x/a.cases.yaml").read_text(encoding="utf-8") == ROUGH
    assert (here / "tests/other.yaml").read_text(encoding="utf-8") == ROUGH
    assert (here / "catalogs/y/items.csv").read_text(encoding="utf-8") == "a ,b\n"
    assert main(["rules", "fmt", "--check"]) == 0
    assert printed(capfdbinary) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["."], [QUESTION, "catalogs/y/source.yaml"]),
        (["rules"], [QUESTION]),
        (["catalogs/y"], ["catalogs/y/source.yaml"]),
        (["tests/other.yaml", "rules/x"], ["tests/other.yaml"]),
    ],
)
def test_files_and_folders_are_taken(
    here: Path, words: list[str], expected: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert here.is_dir()
    assert main(["rules", "fmt", "--check", *words]) == 3
    assert printed(capfdbinary) == expected


@pytest.mark.parametrize("word", ["no-such-folder", "catalogs/y/items.csv"])
def test_what_is_not_there_or_not_formatted_is_1(here: Path, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["rules", "fmt", "rules", word]) == 1
    assert f"`{word}`" in capsys.readouterr().err


def test_outside_a_folder_with_rules_it_is_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "fmt"]) == 1
    assert "`rules`" in capsys.readouterr().err


def test_broken_yaml_is_2_with_its_place_and_nothing_is_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "rules/x/z.yaml").write_text("id: [a\n", encoding="utf-8")
    assert main(["rules", "fmt"]) == 2
    assert "rules/x/z.yaml:2:1: not-yaml" in capsys.readouterr().err
    assert (here / QUESTION).read_text(encoding="utf-8") == ROUGH


def test_the_shipped_files_pass(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    assert main(["rules", "fmt", "--check", str(tmp_path)]) == 0
    assert printed(capfdbinary) == []
