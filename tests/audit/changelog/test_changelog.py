"""The log of the law's changes is held to what comparing the laws shows, in a repository of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lianggao.audit.changelog import check_log, find_law, read_log
from lianggao.audit.changelog.history import fingerprint_of
from lianggao.errors import InputError
from lianggao.rulebook.home import shipped_law

SCOPE = "rules/henan-catalog-2021/definitions/class-two-scope.yaml"
GATES = (
    "`catalog` looser, `joint_review` looser, `ledger` looser, "
    "`henan-energy-rights-2022/amount-bought` looser, `henan-energy-rights-2022/coefficient-in-range` looser"
)
GOOD = f"- **our reading corrected** · `henan-catalog-2021` · 2021-12-31 – 2022-12-31 · {GATES}: as the annex says"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the shipped law and its log in one commit; the current folder."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    (tmp_path / "LAW_CHANGELOG.md").write_text(f"# Law\n\n{heading(tmp_path)}\n\n- first\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    commit()
    return tmp_path


def git(*words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "change")


def heading(folder: Path) -> str:
    return f"### law {fingerprint_of(folder)[:12]}"


def edit(folder: Path, old: str = "at_least: 10000", new: str = "at_least: 12000", file: str = SCOPE) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def log(folder: Path, entry: str) -> None:
    path = folder / "LAW_CHANGELOG.md"
    before = path.read_text(encoding="utf-8").removeprefix("# Law\n\n")
    path.write_text(f"# Law\n\n{heading(folder)}\n\n{entry}\n\n{before}", encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [fault.code for fault in check_log(read_log(folder / "LAW_CHANGELOG.md"), folder).faults]


def test_a_log_that_leads_to_the_law_is_right(repository: Path) -> None:
    assert codes(repository) == []


def test_a_change_without_an_entry_is_told_with_the_entry_it_needs(repository: Path) -> None:
    edit(repository)
    found = check_log(read_log(repository / "LAW_CHANGELOG.md"), repository)
    assert [fault.code for fault in found.faults] == ["log-behind"]
    assert heading(repository) in found.entry
    assert GATES in found.entry
    assert "`henan-catalog-2021`" in found.entry
    assert "2021-12-31 – 2022-12-31" in found.entry


def test_the_entry_that_is_offered_is_accepted(repository: Path) -> None:
    edit(repository)
    entry = check_log(read_log(repository / "LAW_CHANGELOG.md"), repository).entry
    log(repository, entry.split("\n", 1)[1])
    assert codes(repository) == []


@pytest.mark.slow
def test_a_right_entry_is_accepted_also_after_the_commit(repository: Path) -> None:
    edit(repository)
    log(repository, GOOD)
    assert codes(repository) == []
    commit()
    assert codes(repository) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda entry: entry.replace("`henan-catalog-2021`", "the catalog"), "log-document-missing"),
        (lambda entry: entry.replace("2021-12-31 – 2022-12-31", "then"), "log-period-missing"),
        (lambda entry: entry.replace("`ledger` looser", "`ledger`"), "log-direction-missing"),
        (lambda entry: entry.replace("`ledger` looser", "`ledger` looser, `national` stricter"), "log-direction-wrong"),
    ],
)
def test_an_entry_that_lacks_something_is_told_what(repository: Path, change: Callable[[str], str], code: str) -> None:
    edit(repository)
    log(repository, change(GOOD))
    assert codes(repository) == [code]


@pytest.mark.slow
def test_the_opposite_direction_is_both_wrong_and_missing(repository: Path) -> None:
    edit(repository, new="at_least: 8000")
    log(repository, GOOD)
    assert sorted(set(codes(repository))) == ["log-direction-missing", "log-direction-wrong"]


@pytest.mark.slow
def test_a_change_of_words_needs_an_entry_too_and_no_direction(repository: Path) -> None:
    edit(repository, "title: 第二类“两高”项目", "title: 第二类项目", "rules/henan-catalog-2021/class-two.yaml")
    assert codes(repository) == ["log-behind"]
    log(repository, "- **clerical** · `henan-catalog-2021` · any date · all gates equal: shorter title")
    assert codes(repository) == []


def test_a_catalog_is_named_by_its_folder(repository: Path) -> None:
    edit(repository, "燃煤发电,telling", "燃煤的发电,telling", "catalogs/terms/terms.csv")
    log(repository, "- **clerical** · any date · all gates equal: a term")
    assert codes(repository) == ["log-document-missing"]


def test_without_the_law_before_only_the_fingerprint_is_checked(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    log(repository, "- first")
    found = check_log(read_log(repository / "LAW_CHANGELOG.md"), repository)
    assert (found.faults, found.base) == ((), None)


def test_a_law_is_found_among_the_commits(repository: Path) -> None:
    first = fingerprint_of(repository)
    edit(repository)
    commit()
    assert find_law(first[:12]) is not None
    assert find_law("0" * 12) is None


def test_a_log_without_a_law_is_refused(tmp_path: Path) -> None:
    (tmp_path / "log.md").write_text("# Law\n", encoding="utf-8")
    with pytest.raises(InputError, match="log-without-law"):
        read_log(tmp_path / "log.md")
    with pytest.raises(InputError, match="log-unreadable"):
        read_log(tmp_path / "none.md")
