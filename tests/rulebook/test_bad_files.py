"""One broken file per mistake: each must be told by its place, in both languages, on one line.

A file in `tests/bad` says what is wrong with it, where it goes in a copy of the shipped law, and at its end the
messages that a person must see. Tables can't hold comments, so theirs are taken out before they are put in place.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lianggao.errors import LawError
from lianggao.rulebook import load_law, load_rulebook

BAD = Path(__file__).parents[1] / "bad"
FILES = sorted(path.name for path in BAD.iterdir())


def comments(text: str, key: str) -> list[str]:
    return re.findall(rf"^# {key}: (.*)$", text, re.MULTILINE)


def put(name: str, folder: Path) -> str:
    """Put a bad file in its place and return its text."""
    text = (BAD / name).read_text(encoding="utf-8")
    (at,) = comments(text, "at")
    (folder / at).parent.mkdir(parents=True, exist_ok=True)
    bare = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("# "))
    (folder / at).write_text(bare if at.endswith(".csv") else text, encoding="utf-8")
    return text


def mistakes(folder: Path) -> LawError:
    with pytest.raises(LawError) as caught:
        load_rulebook("2022-06-30", load_law(folder))
    return caught.value


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_by_its_place(folder: Path, name: str) -> None:
    text = put(name, folder)
    error = mistakes(folder)
    assert error.exit_code == 2
    assert error.render("en").splitlines() == comments(text, "en")
    assert error.render("zh").splitlines() == comments(text, "zh")
    assert all(f.code in f.render() and "{" not in f.render("en").split(f.code)[0] for f in error.faults)
