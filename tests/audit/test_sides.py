"""Opening the sides of a comparison: folders, overlays, the shipped law, and revisions of a git repository."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from oracle.copies import Edits, edited, read_once

from lianggao.audit.sides import open_side
from lianggao.errors import InputError, LawError
from lianggao.rulebook import load_law

CLASS_ONE = "rules/henan-catalog-2021/class-one.yaml"
POINTS: Edits = {CLASS_ONE: [("points: 40", "points: 30")]}


@pytest.fixture(autouse=True, scope="module")
def _quick() -> Iterator[None]:
    with read_once():
        yield


def git(folder: Path, *words: str) -> None:
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *own, *words], check=True, capture_output=True)


def points(side: str) -> int:
    rule = open_side(side).rule("henan-catalog-2021/class-one")
    assert rule is not None
    return rule.rule.conclude.points


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the law under `law/`, of which the last revision gives class one fewer points."""
    root = tmp_path_factory.mktemp("repository")
    git(root, "init", "-q", "-b", "main")
    edited(root / "law", {})
    (root / "city").mkdir()
    (root / "city/overlay.yaml").write_text("id: city\ntitle: 市\n", encoding="utf-8")
    edited(root / "scratch", POINTS)
    (root / "city" / CLASS_ONE).parent.mkdir(parents=True)
    (root / "scratch" / CLASS_ONE).rename(root / "city" / CLASS_ONE)
    shutil.rmtree(root / "scratch")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "as shipped")
    git(root, "tag", "v1")
    path = root / "law" / CLASS_ONE
    path.write_text(path.read_text(encoding="utf-8").replace("points: 40", "points: 30"), encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "fewer points")
    path.write_text("not: committed\n", encoding="utf-8")
    return root


def test_shipped_is_the_law_that_comes_along() -> None:
    assert open_side("shipped") is load_law()


def test_a_folder_is_read_as_it_lies_there(tmp_path: Path) -> None:
    assert points(str(edited(tmp_path, POINTS))) == 30


def test_an_overlay_is_read_with_what_lies_beneath(tmp_path: Path) -> None:
    text = (edited(tmp_path / "copy", POINTS) / CLASS_ONE).read_text(encoding="utf-8")
    over = tmp_path / "over"
    (over / CLASS_ONE).parent.mkdir(parents=True)
    (over / CLASS_ONE).write_text(text, encoding="utf-8")
    (over / "overlay.yaml").write_text("id: city\ntitle: 市\n", encoding="utf-8")
    assert points(str(over)) == 30
    assert open_side(str(over)).overlays


@pytest.mark.parametrize(
    ("side", "expected", "within"),
    [
        ("v1:law", 40, ""),
        ("HEAD:law", 30, "law"),
        ("main:law", 30, ""),
        ("HEAD~1:law", 40, "law/rules"),
        ("HEAD:law/", 30, "law"),
    ],
)
def test_a_revision_is_read_as_it_was_committed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, side: str, expected: int, within: str
) -> None:
    monkeypatch.chdir(repository / within)
    assert points(side) == expected


def test_a_revision_alone_means_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "law")
    assert (points("v1"), points("HEAD")) == (40, 30)


def test_a_path_may_start_at_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "law" / "rules")
    assert points("v1:../") == 40
    monkeypatch.chdir(repository)
    assert points("v1:./law") == 40


def test_a_revision_of_an_overlay_is_read_with_what_lies_beneath(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    assert points("v1:city") == 30
    assert [overlay.id for overlay in open_side("v1:city").overlays] == ["city"]


def test_a_law_read_from_a_revision_is_called_by_it(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert open_side("v1:law").name == "v1:law"


@pytest.mark.parametrize(
    "side", ["v2", "no-such-folder", "v1:nowhere", ":law", "--help", "HEAD:law/" + CLASS_ONE + "/x"]
)
def test_what_is_nothing_is_said_to_be_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch, side: str) -> None:
    monkeypatch.chdir(repository)
    with pytest.raises(InputError) as caught:
        open_side(side)
    assert caught.value.faults[0].code in ("side-unknown", "side-without-law")


@pytest.mark.parametrize("side", ["v1", "HEAD", "v1:law/rules", f"v1:law/{CLASS_ONE}"])
def test_a_revision_without_a_law_there_is_told_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    monkeypatch.chdir(repository)
    with pytest.raises(InputError) as caught:
        open_side(side)
    assert [one.code for one in caught.value.faults] == ["side-without-law"]


def test_outside_a_repository_a_revision_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError) as caught:
        open_side("HEAD")
    assert [one.code for one in caught.value.faults] == ["side-unknown"]


def test_without_git_a_revision_is_unknown(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError):
        open_side("v1:law")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_mistake_of_a_side_names_the_side_in_the_language_asked_for(tmp_path: Path, lang: str) -> None:
    folder = edited(
        tmp_path, {CLASS_ONE: [("gate: catalog", "gate: catalogue")], "rules/gates/ledger.yaml": "id: ledger\n"}
    )
    with pytest.raises(LawError) as caught:
        open_side(str(folder))
    lines = caught.value.render(lang).splitlines()
    assert len(lines) > 2
    says = "can't be read" if lang == "en" else "读不了"
    assert all(line.startswith(f"side-invalid: `{folder}` {says}") for line in lines)
    assert any(f"{CLASS_ONE}:3:7: unknown-gate" in line for line in lines)
    assert any(("is unknown" if lang == "en" else "没有") in line for line in lines)
