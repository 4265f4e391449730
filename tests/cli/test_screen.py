"""`lianggao screen`: what is written, what is printed for a person, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lianggao import COLUMNS
from lianggao.cli.app import main

AS_OF = ["--as-of", "2022-06-30"]


def test_data_goes_to_stdout_and_the_summary_to_stderr(
    projects: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["screen", str(projects), *AS_OF]) == 0
    out, err = capfdbinary.readouterr()
    lines = out.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 5
    assert lines[0].endswith(",".join(COLUMNS.values()))
    summary = err.decode()
    assert "备注" not in summary
    assert "适用日期 2022-06-30（指定）" in summary
    assert "“平板玻璃”是否包括光伏压延玻璃" in summary
    assert "\x1b[" not in summary


def test_every_file_asked_for_is_written_and_named(
    projects: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    paths = [tmp_path / f"out.{kind}" for kind in ("csv", "xlsx", "jsonl")]
    assert main(["screen", str(projects), *AS_OF, *(word for path in paths for word in ("-o", str(path)))]) == 0
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert all(path.stat().st_size and str(path) in err.decode() for path in paths)


def test_the_file_and_stdout_hold_the_same_bytes(
    projects: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    main(["screen", str(projects), *AS_OF, "-o", str(tmp_path / "a.csv")])
    main(["screen", str(projects), *AS_OF])
    assert capfdbinary.readouterr().out == (tmp_path / "a.csv").read_bytes()


def test_english(projects: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["screen", str(projects), *AS_OF, "--lang", "en"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode("utf-8-sig").split("\r\n")[0].endswith(",".join(COLUMNS))
    assert "not_listed" in err.decode()
    assert main(["screen", "no.csv", "--lang=en"]) == 1
    assert capfdbinary.readouterr().err.decode() == "file-missing: no file `no.csv`; check the path\n"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["class_1"], 3),
        (["class_2"], 4),
        (["excluded"], 0),
        (["excluded", "class_2"], 4),
        (["class_2", "class_1"], 3),
        (["not_listed"], 3),
        (["undetermined"], 3),
        (["not_applicable"], 0),
    ],
)
def test_fail_on(projects: Path, asked: list[str], code: int) -> None:
    assert main(["screen", str(projects), *AS_OF, *(word for one in asked for word in ("--fail-on", one))]) == code


def test_with_a_text_trusted_too_little_nothing_can_be_ruled_out(projects: Path) -> None:
    words = ["screen", str(projects), *AS_OF, "--trust", "official", "--fail-on"]
    assert [main([*words, outcome]) for outcome in ("class_1", "excluded", "undetermined")] == [4, 4, 3]


def test_the_list_itself_is_never_overwritten(projects: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = projects.read_bytes()
    assert main(["screen", str(projects), "-o", str(projects)]) == 1
    assert "output-is-input" in capsys.readouterr().err
    assert projects.read_bytes() == before


def test_contacts_are_kept_only_if_asked_for(projects: Path, tmp_path: Path) -> None:
    for option, kept in (([], False), (["--keep-contacts"], True)):
        main(["screen", str(projects), *AS_OF, "-o", str(tmp_path / "a.jsonl"), *option])
        first = json.loads((tmp_path / "a.jsonl").read_text("utf-8").split("\n")[0])
        assert ("13900005678" in first["given"]["备注"]) is kept


def test_faults_are_printed_one_line_each_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "list.csv", tmp_path / "out.csv"
    path.write_text("项目名称,项目阶段,用地面积\n\n甲,x,多少\n", encoding="utf-8")
    assert main(["screen", str(path), "--strict", "-o", str(out)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[:2] for line in lines[:3]] == [
        ["list.csv", "note-refused"],
        ["list.csv:3:1", "note-refused"],
        ["list.csv:3:2", "note-refused"],
    ]
    assert "unknown-choice" in lines[2]
    assert not out.exists()
    assert main(["screen", str(path), "-o", str(out)]) == 0


def test_a_bug_is_one_line_and_a_traceback_only_where_asked_for(
    projects: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("lianggao.screener.Screener.screen", broken)
    assert main(["screen", str(projects)]) == 1
    assert capsys.readouterr().err == "lianggao: bug: ZeroDivisionError: two lines\n"
    assert main(["screen", str(projects), "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err
