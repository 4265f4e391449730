"""The one form: what it looks like, that it keeps what a file says, and that a second time changes nothing."""

from __future__ import annotations

import random
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lianggao.audit.formatting import formatted
from lianggao.rulebook.home import shipped_law

ROOT = shipped_law()
SHIPPED = sorted([*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "catalogs").glob("*/source.yaml")])
RULE = ROOT / "rules/energy-review-2023/exempt.yaml"
LONG = "[" + ", ".join(f"value_{i:02}" for i in range(11)) + "]"


def form(text: str) -> str:
    """Format a text that can be formatted."""
    new, faults = formatted(text.encode(), "a.yaml")
    assert faults == []
    return new


def plain(text: str) -> Any:
    """Read a text with a plain parser."""
    return YAML(typ="safe", pure=True).load(text)


def keys_in_order(data: Any) -> Any:
    return [(k, keys_in_order(v)) for k, v in data.items()] if isinstance(data, dict) else None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_in_the_one_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert form(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\ntitle: b   \n\n\n\n", "id: a\ntitle: b\n"),
        ("id: a\r\ntitle: b\r\n", "id: a\ntitle: b\n"),
        ("id: a\ntitle: b", "id: a\ntitle: b\n"),
        ("\ufeffid: a\n", "id: a\n"),
        ("---\nid: a\n", "id: a\n"),
        ("title: b\nid: a\n", "id: a\ntitle: b\n"),
        ("title:    b\nid:  a\n", "id: a\ntitle: b\n"),
        ("id: a\n\n\n\ntitle: b\n", "id: a\n\ntitle: b\n"),
        ("id: a\nread_at:\n- x\n-   y\n", "id: a\nread_at:\n  - x\n  - y\n"),
        ("id: a\nread_at:\n      - x\n", "id: a\nread_at:\n  - x\n"),
        ("id: a\nread_at: [x,y]\n", "id: a\nread_at: [x, y]\n"),
        ("id: a\nread_at: [x,\n  y]\n", "id: a\nread_at: [x, y]\n"),
        ("id: a\nread_at: [ ]\n", "id: a\nread_at: []\n"),
        ("id: a\ntitle: 'b'\n", 'id: a\ntitle: "b"\n'),
        ("id: a\ntitle: 'it says \"b\"'\n", "id: a\ntitle: 'it says \"b\"'\n"),
        ("id: a\ntitle: b\n  c\n", "id: a\ntitle: b c\n"),
        ('id: a\ntitle: "b\n  c"\n', 'id: a\ntitle: "b c"\n'),
        ("id: a\nnote: |\n     b\n       c\n\n     d\n", "id: a\nnote: |\n  b\n    c\n\n  d\n"),
        (
            "id: a\nnumber:\neffective: {from: 2021-12, to: }\n",
            'id: a\nnumber: null\neffective: {from: "2021-12", to: null}\n',
        ),
        ("effective: {to: ~, from: 2021-12-01}\n", 'effective: {from: "2021-12-01", to: null}\n'),
        ("effective: {from: 2021, to: null}\n", "effective: {from: 2021, to: null}\n"),
        ("when: {is: no, field: a}\n", 'when: {field: a, is: "no"}\n'),
        ("when: {field: a, in: [yes, other]}\n", 'when: {field: a, in: ["yes", other]}\n'),
        ("when: {at_least: 10000, field: a}\n", "when: {field: a, at_least: 10000}\n"),
        (f"when: {{in: {LONG}, field: a}}\n", f"when:\n  field: a\n  in: {LONG}\n"),
        (
            f"when: {{all: [{{field: a, in: {LONG}}}, {{field: b, is: c}}]}}\n",
            f"when:\n  all:\n    - field: a\n      in: {LONG}\n    - {{field: b, is: c}}\n",
        ),
        ("when:\n  not:\n      {ref: a}\n", "when:\n  not: {ref: a}\n"),
        (
            "cite: {why: d, faithful: over, trust: reprint, place: b}\n",
            "cite: {place: b, trust: reprint, faithful: over, why: d}\n",
        ),
        (
            "conclude:\n  checklist: {land: [x], development: [y]}\n  outcome: z\n",
            "conclude:\n  outcome: z\n  checklist: {land: [x], development: [y]}\n",
        ),
        ("id: a\nextra: 1\ntitle: b\n", "id: a\ntitle: b\nextra: 1\n"),
        ("id: a\nverified: false\ntrust: b\ndocument: c\n", "id: a\ndocument: c\ntrust: b\nverified: false\n"),
        (
            "not_known:\n  - - a\n    - b\neffective: {from: x}\n",
            "effective: {from: x}\nnot_known:\n  - - a\n    - b\n",
        ),
    ],
)
def test_each_thing_has_one_form(before: str, after: str) -> None:
    assert form(before) == after
    assert form(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# top\ntitle: b\nid: a\n", "# top\nid: a\ntitle: b\n"),
        ("title: b # of b\nid: a   #of a\n", "id: a  #of a\ntitle: b  # of b\n"),
        ("title: b\n# above id\nid: a\n", "# above id\nid: a\ntitle: b\n"),
        ("id: a\n# at the end\n", "id: a\n# at the end\n"),
        ("read_at:\n# of x\n- x\n- y # of y\nid: a\n", "id: a\nread_at:\n  # of x\n  - x\n  - y  # of y\n"),
        (
            "when:\n  all:\n    - {ref: a}\n    # after the last\nid: b\n",
            "id: b\nwhen:\n  all:\n    - {ref: a}\n    # after the last\n",
        ),
        ("read_at: [x, # of x\n  y] # of y\n", "read_at:\n  - x  # of x\n  - y  # of y\n"),
        ("read_at:\n  # one\n\n  # two\n  - x\n", "read_at:\n  # one\n\n  # two\n  - x\n"),
        (
            "when:\n  all:\n    - in: [x]\n      # of field\n      field: a\n",
            "when:\n  all:\n    # of field\n    - field: a\n      in: [x]\n",
        ),
        ("title: 'a # b' # c\n", 'title: "a # b"  # c\n'),
        ("title: a#b\n", "title: a#b\n"),
        ("read_at: [x # one\n  , # two\n  y]\n", "read_at:\n  - x  # one\n  # two\n  - y\n"),
        ("outcomes:\n  - id: a\n\n  - id: b\n", "outcomes:\n  - id: a\n\n  - id: b\n"),
        ("# nothing else\n", "# nothing else\n"),
    ],
)
def test_a_comment_goes_where_what_it_is_about_goes(before: str, after: str) -> None:
    assert form(before) == after
    assert form(after) == after


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("id: a\ntitle: [b\n", "not-yaml", "a.yaml:3:1"),
        ("id: a\nid: b\n", "duplicate-key", "a.yaml:2:1"),
        ("id: &x a\ntitle: *x\n", "anchor-used", "a.yaml:1:5"),
        ("id: a\n---\nid: b\n", "not-yaml", "a.yaml:2:1"),
        ("id: a\nnote: |2\n    b\n", "format-changes-meaning", "a.yaml:1:1"),
        ("id: a\n? [b, c]\n: d\n", "format-changes-meaning", "a.yaml:2:3"),
    ],
)
def test_what_can_not_be_formatted_is_told_by_its_place(text: str, code: str, place: str) -> None:
    new, faults = formatted(text.encode(), "a.yaml")
    assert new == ""
    assert (faults[0].code, str(faults[0].place)) == (code, place)


def shuffled(data: Any, draw: random.Random) -> Any:
    if isinstance(data, dict):
        items = [(key, shuffled(value, draw)) for key, value in data.items()]
        draw.shuffle(items)
        return dict(items)
    return [shuffled(item, draw) for item in data] if isinstance(data, list) else data


def dumped(data: Any, draw: random.Random) -> str:
    """Write data in some other style than the one form."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = draw.choice([None, True, False])
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[attr-defined]
    yaml.allow_unicode = True
    yaml.width = draw.choice([40, 80, 4096])
    step = draw.choice([2, 3, 4])
    yaml.indent(mapping=step, sequence=step + 2, offset=draw.choice([0, 2]))
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def disturbed(text: str, draw: random.Random) -> tuple[str, int]:
    """Put comments and blanks where no text is disturbed by them; return how many comments."""
    lines, count, quoted = [], 0, False
    for line in text.split("\n"):
        # Inside brackets, or a text over several lines, a comment would be a word of it.
        odd = bool(re.search(r"[\[{\"'|>]", line)) or not re.match(r"\s*(- )*[\w]+:|\s*- ", line)
        quoted |= odd
        if not quoted and line and draw.random() < 0.3:
            lines.append(f"{' ' * draw.choice([0, 2, 4])}# 说明{count}")
            count += 1
            line += draw.choice(["", "   "])
        if not quoted and draw.random() < 0.1:
            lines.append("")
        lines.append(line)
    return "\n".join(lines), count


@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_however_a_shipped_file_is_written_its_form_says_the_same_and_lasts(path: Path, draw: random.Random) -> None:
    data = plain(path.read_text(encoding="utf-8"))
    text, comments = disturbed(dumped(shuffled(data, draw), draw), draw)
    new = form(text)
    assert plain(new) == data
    assert form(new) == new
    assert len(re.findall("# 说明", new)) == comments
    assert keys_in_order(plain(new)) == keys_in_order(data)
    assert new.endswith("\n")
    assert not new.endswith("\n\n")
    assert not re.search(r"[ \t]$", new, re.MULTILINE)


LINES = st.lists(st.integers(0, 30), max_size=6)


@given(st.sampled_from(SHIPPED), LINES, LINES, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_comments_and_blank_lines_anywhere_between_lines_are_kept(
    path: Path, comments: list[int], blanks: list[int], draw: random.Random
) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for at in sorted(comments, reverse=True):
        lines.insert(min(at, len(lines)), " " * draw.randrange(8) + f"# 说明{at}")
    for at in sorted(blanks, reverse=True):
        lines.insert(min(at, len(lines)), "")
    new = form("\n".join(lines))
    assert plain(new) == plain(text)
    assert form(new) == new
    assert len(re.findall("# 说明", new)) == len(comments)
    # Nothing else moves.
    assert [line for line in new.splitlines() if line.strip() and "# 说明" not in line] == text.splitlines()
