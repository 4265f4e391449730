"""Every exit code, from a process of its own: 0 done, 1 could not, 2 law invalid, 3 there, 4 undecided."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lianggao.cli.app import main

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
AS_OF = ("--as-of", "2022-06-30")


def test_0_done(run: Run, projects: Path) -> None:
    done = run("screen", projects, *AS_OF)
    assert done.returncode == 0
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert "判定" in done.stderr.decode()


@pytest.mark.parametrize(
    "words",
    [
        ["screen"],
        ["screen", "--no-such-option"],
        ["screen", "no-such-file.csv"],
        ["screen", "{list}", "--trust", "rumour"],
        ["screen", "{list}", "-o", "a.pdf"],
        ["screen", "{list}", "--as-of", "2022-13"],
        ["screen", "{list}", "--fail-on", "class_9"],
        ["explain", "{list}"],
        ["explain", "{list}", "--row", "99"],
        ["rules", "show", "no/such-rule"],
        ["no-such-verb"],
        [],
    ],
)
def test_1_could_not_do_the_job(run: Run, projects: Path, words: list[str]) -> None:
    done = run(*(word.format(list=projects) for word in words))
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_2_the_law_is_invalid(run: Run, projects: Path, tmp_path: Path) -> None:
    for folder in ("rules/gates", "catalogs"):
        (tmp_path / folder).mkdir(parents=True)
    done = run("screen", projects, "--law", tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""


def test_3_what_was_asked_about_is_there(run: Run, projects: Path) -> None:
    assert run("screen", projects, *AS_OF, "--fail-on", "class_1").returncode == 3


def test_4_what_was_asked_about_can_not_be_decided(run: Run, projects: Path) -> None:
    assert run("screen", projects, *AS_OF, "--fail-on", "class_2").returncode == 4


def test_a_reader_that_goes_away_is_no_fault(projects: Path) -> None:
    words = [sys.executable, "-m", "lianggao.cli.app", "explain", str(projects), "--row", "1"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()
    assert (process.returncode, complaints) == (0, b"")


def test_an_interrupt_is_1_without_a_traceback(
    projects: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lianggao.screener.Screener.screen", interrupted)
    assert main(["screen", str(projects)]) == 1
    assert capsys.readouterr().err.strip() == "已中止"
