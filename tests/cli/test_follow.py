"""`lianggao follow`, from a process of its own: what each event brought about, and the state at the end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from engines.conftest import durable  # noqa: F401

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "events.jsonl"
needs_engine = pytest.mark.usefixtures("durable")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "e1", "at": "2022", "event": "sign"}\n[]\n', encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def text(run: Run, durable: None) -> str:  # noqa: ARG001, F811
    done = run("follow", EXAMPLE)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.fixture(scope="session")
def in_json(run: Run, durable: None) -> bytes:  # noqa: ARG001, F811
    return run("follow", EXAMPLE, "--json").stdout


def test_every_event_has_a_block_and_the_state_stands_at_the_end(text: str) -> None:
    *blocks, end = text.split("\n\n")
    assert len(blocks) == len(EXAMPLE.read_text(encoding="utf-8").splitlines())
    late = next(block for block in blocks if block.startswith("2023-06-20"))
    assert late.splitlines()[0] == "2023-06-20　e10　环评批复"
    assert "  〔成立〕2023-05-01开工时尚无环评批复（2023-06-20才取得），属未批先建" in late
    assert "（环环评〔2021〕45号）未批先建的处理（条次未核对）；《" in late
    assert "      规则：mee-source-control-2021/checklist-built-without-approval" in late
    assert end.startswith("全部事件之后（适用 2024-06-01 的规则）\n判定\n  河南省“两高”项目管理目录：")
    assert "  工业和信息化：未见须参加\n" in end


@needs_engine
def test_in_english_gates_departments_and_codes_are_keys(run: Run) -> None:
    printed = run("follow", EXAMPLE, "--lang", "en", "--as-of", "2022-12-31").stdout.decode()
    assert "\n  built-late eia_done certain: 2023-05-01开工时尚无" in printed
    assert "after all events (law as of 2022-12-31)\ngates\n  catalog: class_1 | class_2 | not_listed\n" in printed
    assert "\ndepartments\n  commerce: not_required\n" in printed


def test_json_has_a_line_for_each_event_and_one_for_the_state(in_json: bytes) -> None:
    *arrivals, end = map(json.loads, in_json.decode().splitlines())
    told = list(map(json.loads, EXAMPLE.read_text(encoding="utf-8").splitlines()))
    assert [one["event"] for one in arrivals] == told
    assert {c["code"] for c in arrivals[-1]["consequences"]} == {"gate-reopened", "fallen"}
    assert {c["event"] for one in arrivals for c in one["consequences"]} <= {one["id"] for one in told}
    assert end["state"]["stamp"]["engine"] == "durable"
    assert {one["event"] for one in end["standing"]} == {None}


@needs_engine
def test_contacts_are_hidden_and_codes_are_not(run: Run, tmp_path: Path) -> None:
    path, code = tmp_path / "a.jsonl", "410102198001011230411081"
    facts = {"content": "联系13900005678", "project_code": code}
    lines = [json.dumps({"id": f, "at": "2022-03", "event": "fact", "field": f, "value": v}) for f, v in facts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    for words in ([], ["--json"]):
        printed = run("follow", path, *words).stdout.decode()
        assert "13900005678" not in printed
        assert "139******78" in printed
        assert code in printed


def test_the_same_input_gives_the_same_bytes(run: Run, in_json: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert run("follow", EXAMPLE, "--json").stdout == in_json


@needs_engine
def test_bad_events_are_all_told_and_exit_with_1(run: Run, bad: Path) -> None:
    done = run("follow", bad)
    assert (done.returncode, done.stdout) == (1, b"")
    first, second = done.stderr.decode().splitlines()
    assert first == "bad.jsonl:1: event-unknown: 没有事件 `sign`; 是否为 `signed`？"
    assert second.startswith("bad.jsonl:2: not-json-object: 该行不是 JSON 对象")
    assert run("follow", bad, "--lang", "en").stderr.decode().startswith("bad.jsonl:1: event-unknown: event `sign`")


@needs_engine
@pytest.mark.parametrize("words", [[], ["no-such.jsonl"], ["{example}", "--as-of", "2022-13"], ["{example}", "--no"]])
def test_what_can_not_be_done_exits_with_1(run: Run, words: list[str]) -> None:
    done = run("follow", *(word.format(example=EXAMPLE) for word in words))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


@needs_engine
def test_a_law_that_is_invalid_exits_with_2(run: Run, tmp_path: Path) -> None:
    for folder in ("rules/gates", "catalogs"):
        (tmp_path / folder).mkdir(parents=True)
    assert run("follow", EXAMPLE, "--law", tmp_path).returncode == 2


def test_without_the_engine_it_says_what_to_install() -> None:
    block = "import sys; sys.modules['durable'] = None; from lianggao.cli.app import main; sys.exit(main(sys.argv[1:]))"
    words = [sys.executable, "-c", block, "follow", str(EXAMPLE)]
    done = subprocess.run(words, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("engine-missing: 不能使用 durable-rules 引擎")


def test_the_page_shows_what_the_command_prints(text: str) -> None:
    page = (ROOT / "docs" / "following.md").read_text(encoding="utf-8")
    shown = page.split("```text\n")[1].split("```")[0]
    assert shown in text
