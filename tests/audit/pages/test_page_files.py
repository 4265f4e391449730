"""Pages as files: `rules doc` writes them, `--check` tells what is wrong with them and writes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lianggao.audit.pages.changelog import entries_in, naming
from lianggao.audit.pages.words import NOTICE, as_list
from lianggao.cli.app import main
from lianggao.rulebook.home import shipped_law


@pytest.fixture
def slice_of_law(tmp_path: Path) -> Path:
    """Return a law of one document with three rules."""
    root = tmp_path / "law"
    for part in ("catalogs", "rules/energy-review-2016", "rules/open-questions"):
        shutil.copytree(shipped_law() / part, root / part)
    (root / "rules/gates").mkdir()
    shutil.copy(shipped_law() / "rules/gates/energy_review.yaml", root / "rules/gates")
    return root


def run(law: Path, folder: Path, *more: str) -> int:
    return main(["rules", "doc", str(folder), "--law", str(law), *more])


def told(capfdbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    return capfdbinary.readouterr().out.decode().splitlines()


def test_what_was_written_is_clean_until_a_rule_or_a_page_changes(
    slice_of_law: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pages = tmp_path / "pages"
    assert run(slice_of_law, pages, "--check") == 3
    assert len(told(capfdbinary)) == 4
    assert not pages.exists()

    assert run(slice_of_law, pages) == 0
    assert sorted(path.relative_to(pages).as_posix() for path in pages.rglob("*.md")) == [
        "energy-review-2016/checklist-development.md",
        "energy-review-2016/exempt.md",
        "energy-review-2016/provincial.md",
        "index.md",
    ]
    assert run(slice_of_law, pages, "--check") == 0
    assert told(capfdbinary) == []

    rule = slice_of_law / "rules/energy-review-2016/provincial.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("at_least: 5000", "at_least: 6000"), encoding="utf-8")
    (pages / "energy-review-2016/exempt.md").unlink()
    (pages / "energy-review-2016/gone.md").write_text(f"# 旧\n\n{NOTICE}\n", encoding="utf-8")
    (pages / "notes.md").write_text("# 手写\n", encoding="utf-8")
    assert run(slice_of_law, pages, "--check") == 3
    at = f"{pages.as_posix()}/energy-review-2016"
    # The duties of the development department follow from the same gate, and so does the example beside its line.
    assert {f"缺少　{at}/exempt.md", f"过时　{at}/provincial.md", f"多余　{at}/gone.md"} <= set(told(capfdbinary))

    assert run(slice_of_law, pages) == 0
    assert not (pages / "energy-review-2016/gone.md").exists()
    assert (pages / "notes.md").exists()
    assert "6000吨标准煤及以上" in (pages / "energy-review-2016/provincial.md").read_text(encoding="utf-8")


def test_a_rule_that_can_never_hold_has_a_page_that_says_so(slice_of_law: Path, tmp_path: Path) -> None:
    rule = slice_of_law / "rules/energy-review-2016/provincial.yaml"
    old = "when: {field: energy_calorific_tce, at_least: 5000}"
    new = "when: {all: [{field: coal_t, at_least: 5}, {field: coal_t, less_than: 5}]}"
    text = rule.read_text(encoding="utf-8")
    assert old in text
    rule.write_text(text.replace(old, new), encoding="utf-8")
    assert run(slice_of_law, tmp_path / "pages") == 0
    page = (tmp_path / "pages/energy-review-2016/provincial.md").read_text(encoding="utf-8")
    assert "没有项目能使本规则确定成立" in page
    assert "```yaml" not in page


def test_a_law_with_a_log_and_case_files_beside_it_shows_them(slice_of_law: Path, tmp_path: Path) -> None:
    (slice_of_law / "LAW_CHANGELOG.md").write_text(
        "# Log\n\n## Unreleased\n\n- **Clerical** · `energy-review-2016`:\n  a word.\n", encoding="utf-8"
    )
    cases = slice_of_law / "tests/rules/energy-review-2016/provincial.cases.yaml"
    cases.parent.mkdir(parents=True)
    cases.write_text(
        "rule: energy-review-2016/provincial\ncases:\n"
        '  - {name: a, as_of: "2020", project: {energy_calorific_tce: 9000}, expect: certain}\n'
        '  - {name: b, as_of: "2020", each: {stage: [signing, proposed]}, project: {energy_calorific_tce: 1},'
        " expect: impossible}\n",
        encoding="utf-8",
    )
    assert run(slice_of_law, tmp_path / "pages") == 0
    page = (tmp_path / "pages/energy-review-2016/provincial.md").read_text(encoding="utf-8")
    assert "- 变更记录（Unreleased）：**Clerical** · `energy-review-2016`: a word.\n" in page
    assert "- `tests/rules/energy-review-2016/provincial.cases.yaml`：3例\n" in page
    other = (tmp_path / "pages/energy-review-2016/exempt.md").read_text(encoding="utf-8")
    assert other.endswith("## 测试\n\n没有案例。\n")


def test_an_entry_is_told_with_the_items_around_it_and_only_where_it_names_the_document_itself(tmp_path: Path) -> None:
    first = "## 1.0\n\n- **New.** First\n  lines.\n  - One (`a`):\n    more.\n  - Two (`b`).\n- Last.\n"
    text = f"# Log\n\n{first}\n### law 0\n\n- `a`\n"
    (tmp_path / "LAW_CHANGELOG.md").write_text(text, encoding="utf-8")
    found = list(naming(entries_in(tmp_path), "a"))
    assert [(entry.heading, entry.text) for entry in found] == [
        ("1.0", "**New.** First lines. One (`a`): more."),
        ("law 0", "`a`"),
    ]
    assert entries_in(tmp_path / "nowhere") == []


def test_a_condition_of_one_line_is_no_list() -> None:
    assert as_list(["年用电量100千瓦时及以上"]) == ["年用电量100千瓦时及以上"]
