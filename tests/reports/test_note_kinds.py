"""Every note that reading a list can give has a kind, so that reports can group it and say how sure the reading is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import lianggao
from lianggao.notes import KINDS, SURE

ROOMS = ("intake", "quantities", "recognition", "identifiers", "energy", "computing", "screening")
PLACES = {"Remark": 0, "ListNote": 0, "unknown": 0, "_remark": 0, "remark": 0, "Note": 2, "CellNote": 2, "_read": 4}


def codes(path: Path) -> Iterator[str]:
    """Yield the codes that stand as plain texts where notes are made."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in PLACES:
                where = PLACES[name]
                if len(args) > where and isinstance(args[where], ast.Constant) and isinstance(args[where].value, str):
                    yield args[where].value
            case ast.Assign(targets=[ast.Name(id="CODE")], value=ast.Constant(value=str(code))):
                yield code


@pytest.mark.parametrize("room", ROOMS)
def test_every_code_has_a_kind(room: str) -> None:
    folder = Path(lianggao.__file__).parent / room
    found = {code for path in folder.rglob("*.py") for code in codes(path)}
    assert found <= KINDS.keys()


def test_kinds_are_short_and_sure_in_one_of_four_ways() -> None:
    assert all(0 < len(kind.label) <= 12 for kind in KINDS.values())
    assert {kind.sure for kind in KINDS.values()} == set(SURE)
    assert list(SURE.values()) == ["已读取", "按范围", "未采用", "请核对"]
