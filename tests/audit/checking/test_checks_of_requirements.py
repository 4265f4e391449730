"""The checks look at requirements as at rules, and point into their files: at `when`, at `require`, at a period."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_law import write_law

from lianggao.audit.checking import check_law

STEEL = "{field: activity, in: [steel_long, coking]}"


def requirement(name: str, require: str, when: str = "", more: str = "") -> dict[str, str]:
    """Return the file of a requirement; what it demands and whom it binds are one line each."""
    bound = f"when: {when}\n" if when else ""
    text = f"""id: notice-2020/{name}
title: 测试
department: land
{bound}require: {require}
holds: 测试
fails: 测试
cite: {{place: 测试, trust: reprint, faithful: full}}
{more}"""
    return {f"rules/notice-2020/checks/{name}.yaml": text}


SOUND = {
    "a ratio is a pure number": requirement("ratio", "{field: replacement_ratio, at_least: 1}"),
    "what is demanded excludes what is bound": requirement(
        "none", "{field: activity, is: coking}", "{field: activity, is: lime}"
    ),
    "it asks for another requirement": {
        **requirement("first", '{field: eia_done, is: "yes"}'),
        **requirement("second", '{field: in_park, is: "yes"}', "{gate: notice-2020/first, is: fails}"),
    },
}


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    assert check_law(write_law(tmp_path, files)).faults == ()


BROKEN = {
    "a value that does nothing where it is demanded": (
        requirement("idle", "{all: [{field: industry_group, is: steel}, " + STEEL + "]}"),
        "idle-condition",
        "coking",
    ),
    "a value that does nothing where it is said whom it binds": (
        requirement(
            "idle", '{field: eia_done, is: "yes"}', "{all: [{field: industry_group, is: steel}, " + STEEL + "]}"
        ),
        "idle-condition",
        "coking",
    ),
    "a demand that is always met": (
        requirement("met", "{field: activity, not_in: [coking]}", "{field: activity, is: lime}"),
        "unreachable-rule",
        "require:",
    ),
    "a period outside the document's": (
        requirement("early", '{field: eia_done, is: "yes"}', more='effective: {from: "2019", to: null}\n'),
        "period-outside-document",
        '"2019"',
    ),
    "the number of an article": (
        requirement("article-3", '{field: eia_done, is: "yes"}'),
        "article-number-in-id",
        "notice-2020/article-3",
    ),
}


@pytest.mark.parametrize(("files", "code", "text"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_in_its_file(tmp_path: Path, files: dict[str, str], code: str, text: str) -> None:
    folder = write_law(tmp_path, files)
    (found,) = check_law(folder).faults
    line = (folder / found.place.file).read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert (found.code, line[found.place.column - 1 :][: len(text)]) == (code, text)
