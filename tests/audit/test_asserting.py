"""The two assertions a repository of rules has for its tests, and what they say where they do not hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lianggao import InputError, Law, LawError, Project, load_law
from lianggao.audit import assert_only_moves, assert_same_law
from lianggao.audit.diff import diff_laws
from lianggao.audit.diff.text import diff_text
from lianggao.rulebook.home import shipped_law

AS_OF = "2022-06-30"
# 附件1 第二类：1万吨及以上。存量项目 take no part in the joint review.
LISTED = [
    Project(
        project_name="窑",
        activity="refractory_sintered",
        county="411302",
        stage="existing",
        construction_nature="new_build",
        energy_equivalent_tce=11_000,
        energy_calorific_tce=10_000,
    )
]
MOVED = {"moves": [{"project": "窑", "gates": {"catalog": "class_2 -> not_listed"}}]}


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the shipped law and a higher line for class two."""
    folder = tmp_path_factory.mktemp("law")
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, folder / part)
    scope = folder / "rules/henan-catalog-2021/definitions/class-two-scope.yaml"
    scope.write_text(scope.read_text(encoding="utf-8").replace("at_least: 10000", "at_least: 12000"), encoding="utf-8")
    return folder


def test_what_was_announced_and_only_that_moves(raised: Path, law: Law, tmp_path: Path) -> None:
    assert_only_moves("shipped", raised, LISTED, MOVED, as_of=AS_OF)
    assert_only_moves(law, load_law(raised), LISTED, MOVED, as_of=AS_OF)
    file = tmp_path / "moves.yaml"
    file.write_text("moves:\n  - row: 1\n    gates: {catalog: class_2 -> not_listed}\n", encoding="utf-8")
    assert_only_moves("shipped", str(raised), LISTED, file, as_of=AS_OF)


def test_a_move_that_nobody_announced_is_told_as_the_command_tells_it(raised: Path) -> None:
    with pytest.raises(AssertionError) as told:
        assert_only_moves("shipped", raised, LISTED, {"moves": []}, as_of=AS_OF)
    assert str(told.value) == "第1行 窑：关口 catalog：未写明，实为 class_2 -> not_listed"


def test_a_move_that_was_announced_and_does_not_happen_is_told(law: Law) -> None:
    with pytest.raises(AssertionError) as told:
        assert_only_moves(law, law, LISTED, MOVED, as_of=AS_OF)
    assert str(told.value) == "第1行 窑：关口 catalog：写明 class_2 -> not_listed，实际未变"


def test_two_dates_and_a_trust_floor_are_those_of_a_screening(law: Law) -> None:
    came = {"moves": [{"row": 1, "gates": {"catalog": "not_applicable -> class_2", "joint_review": _JOINT}}]}
    assert_only_moves(law, law, LISTED, came, as_of=("2021-11-30", AS_OF), trust="reprint")


_JOINT = "not_applicable -> not_required"


def test_an_announcement_that_names_nobody_is_no_assertion(law: Law) -> None:
    with pytest.raises(InputError, match="project-unknown"):
        assert_only_moves(law, law, LISTED, {"moves": [{**MOVED["moves"][0], "project": "炉"}]}, as_of=AS_OF)


def test_a_law_is_the_same_as_a_copy_of_it(law: Law, tmp_path: Path) -> None:
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    assert_same_law(law, tmp_path)
    assert_same_law(str(tmp_path), "shipped")


def test_two_laws_that_differ_are_told_with_every_difference(law: Law, raised: Path) -> None:
    other = load_law(raised)
    with pytest.raises(AssertionError) as told:
        assert_same_law(law, other)
    assert str(told.value) == diff_text(diff_laws(law, other), other.vocabulary)
    assert "第二类 → 未命中目录" in str(told.value)


def test_what_can_not_be_compared_is_not_the_same(law: Law, tmp_path: Path) -> None:
    """A term has a say in how products are recognised, which no table shows."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    with (tmp_path / "catalogs/terms/terms.csv").open("a", encoding="utf-8") as terms:
        terms.write("磐石料,product,refractory_sintered,recalled,\n")
    with pytest.raises(AssertionError, match=r"catalogs/terms/terms\.csv"):
        assert_same_law(law, tmp_path)


def test_a_side_that_is_no_law_is_an_error_and_no_failed_assertion(law: Law, tmp_path: Path) -> None:
    with pytest.raises(LawError):
        assert_same_law(law, tmp_path)
    with pytest.raises(InputError, match="side-unknown"):
        assert_only_moves(law, tmp_path / "nowhere", LISTED, MOVED)


def test_nothing_heavy_is_imported_before_an_assertion_is_asked_for() -> None:
    code = "import sys, lianggao.audit; sys.exit('pandas' in sys.modules or 'lianggao.rulebook' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
