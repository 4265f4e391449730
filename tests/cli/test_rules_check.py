"""`lianggao rules check`: findings on stdout, the summary on stderr, and the exit codes 0, 1, 2 and 3."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from lianggao.cli.app import main
from lianggao.rulebook import load_law
from lianggao.rulebook.home import shipped_law

CLASS_ONE = "rules/henan-catalog-2021/class-one.yaml"
IDLE = "    - {field: province, is: henan}\n"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_clean_law_says_what_was_checked(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "--law", str(copied), "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "no findings" in told.err
    assert f"checked {len(load_law().rules)} rules" in told.err


def test_a_finding_is_3_and_names_its_place(copied: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    edit(copied, CLASS_ONE, "    - not:", f"{IDLE}    - not:")
    assert main(["rules", "check", "--law", str(copied)]) == 3
    out = capfdbinary.readouterr().out.decode()
    assert out.startswith(f"{CLASS_ONE}:7:7: idle-condition: ")
    assert out.count("\n") == 1


@pytest.mark.parametrize("written", ["text", "json", "sarif", "github", "junit"])
def test_what_reading_refuses_is_2_in_every_format(
    copied: Path, written: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    edit(copied, CLASS_ONE, "gate: catalog", "gate: catalogue")
    assert main(["rules", "check", "--law", str(copied), "--format", written, "--lang", "en"]) == 2
    out = capfdbinary.readouterr().out.decode()
    assert "unknown-gate" in out
    if written in ("json", "sarif"):
        json.loads(out)
    elif written == "junit":
        Xml.fromstring(out)


def test_a_wrong_format_is_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "--format", "yaml"]) == 1
    assert capsys.readouterr().out == ""
