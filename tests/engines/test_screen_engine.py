"""The choice of an engine: the same verdicts, the chain that is kept, and a disagreement that no one can miss."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from lianggao import Project, screen, screen_project
from lianggao.cli.app import main
from lianggao.engines.durable import DurableEngine
from lianggao.engines.quiet import Rulesets
from lianggao.errors import EngineError, InputError, fault
from lianggao.screening.gates import look_up
from lianggao.screening.knowledge import Patterns
from lianggao.tables import Answer, Table

EXAMPLE = Path(__file__).parents[2] / "examples" / "projects.csv"
LINE = Project(
    products="水泥熟料",
    industry_code="3011",
    construction_nature="新建",
    place="禹州市",
    stage="拟签约",
    energy_equivalent_tce=(48_000, 52_000),
)
SIX = "mee-source-control-2021/six-industries"
DATES = ["2022-06-30", "2023-06-15", "2024-06-30"]


@pytest.mark.parametrize("as_of", DATES)
@pytest.mark.parametrize("engine", ["durable", "both"])
def test_every_engine_gives_the_example_the_same_columns(as_of: str, engine: str) -> None:
    expected = screen(EXAMPLE, as_of=as_of).columns("en")
    found = screen(EXAMPLE, as_of=as_of, engine=engine).columns("en")  # type: ignore[arg-type]
    pd.testing.assert_frame_equal(found, expected)


def test_the_chain_says_what_each_rule_consumed_and_asserted() -> None:
    result = screen_project(LINE, as_of="2022-06-30", engine="durable")
    assert result.stamp.engine == "durable"
    steps = {(step.gate, step.asserted): step.consumed for step in result.trace}
    assert ("catalog", "可能的结果：第一类") in steps
    assert "年综合能源消费量（等价值）可能为5万吨标准煤及以上" in steps["catalog", "可能的结果：第一类"]
    assert "行业与产品工艺：水泥熟料及熟料水泥联产" in steps["catalog", "可能的结果：第一类"]
    review = steps["joint_review", "成立：henan-joint-review-2021/planned-listed"]
    assert "河南省“两高”项目管理目录为第一类、第二类" in review
    assert steps["joint_review", "成立：department:required:industry"] == review


def test_the_chain_asserts_just_the_outcomes_and_findings_of_the_result() -> None:
    result = screen_project(LINE, as_of="2022-06-30", engine="durable")
    for gate in result.gates:
        told = {s.asserted.split("：", 1)[1] for s in result.trace if s.gate == gate.gate and "结果" in s.asserted}
        assert told == set(gate.labels)
    held = {s.asserted.split("：", 1)[1] for s in result.trace if s.asserted.startswith(("成立", "可能成立"))}
    rules = {name for name in held if "/" in name}
    failing = {check.check for check in result.checks if "fails" in check.outcomes}
    assert failing
    assert rules == {finding.rule for finding in result.findings} | failing


def test_the_chain_of_a_requirement_asserts_just_its_outcomes() -> None:
    result = screen_project(LINE, as_of="2022-06-30", engine="durable")
    words = {"holds": "符合", "fails": "不符合", "not_applicable": "不适用"}
    left = {check.check: {words[name] for name in check.outcomes} for check in result.checks}
    left |= {check: {"不适用"} for check in result.inapplicable}
    told: dict[str, set[str]] = {check: set() for check in left}
    for step in result.trace:
        if step.gate in told and "结果" in step.asserted:
            told[step.gate].add(step.asserted.split("：", 1)[1])
    assert told == left


def test_tables_have_no_chain() -> None:
    assert screen_project(LINE, as_of="2022-06-30").trace == ()


def test_an_unknown_engine_is_refused_with_what_there_is() -> None:
    with pytest.raises(InputError, match="did you mean `tables`"):
        screen_project(LINE, engine="table")  # type: ignore[arg-type]


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let durable-rules never be certain of one rule."""

    def doubt(_: DurableEngine, table: Table, patterns: Patterns) -> Answer:
        right = look_up(table, patterns)
        return Answer(right.outcomes, right.possible, right.certain & [name != SIX for name in table.clauses])

    monkeypatch.setattr(DurableEngine, "__call__", doubt)


@pytest.mark.usefixtures("wrong")
def test_a_disagreement_stops_with_the_project_its_facts_and_both_answers() -> None:
    with pytest.raises(EngineError) as error:
        screen([Project(), LINE], as_of="2022-06-30", engine="both")
    told = str(error.value)
    assert told.startswith("engines-differ: the engines disagree on gate `national` for project 2")
    assert "energy_equivalent_tce=48000—52000吨标准煤" in told
    assert f"tables say in_scope [{SIX} certain]" in told
    assert f"durable-rules says in_scope [{SIX} possible]" in told
    assert f"holds {SIX} <- activity in" in error.value.detail


@pytest.mark.usefixtures("wrong")
def test_a_disagreement_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", str(EXAMPLE), "--as-of", "2022-06-30", "--engine", "both"]) == 1
    assert "engines-differ: 两个引擎对第" in capsys.readouterr().err


def test_the_chain_is_kept_in_json_and_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    arguments = [str(EXAMPLE), "--as-of", "2022-06-30", "--engine", "durable"]
    assert main(["screen", *arguments, "-o", str(out)]) == 0
    first = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert first["trace"]
    assert first["stamp"]["engine"] == "durable"
    capsys.readouterr()
    assert main(["explain", *arguments, "--row", "2"]) == 0
    told = capsys.readouterr().out
    assert "推理过程" in told
    assert "【项目用能不超过所在地剩余用能空间】" in told
    assert "不适用的核查" in told


def test_a_failure_of_the_engine_names_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    named = LINE.model_copy(update={"project_name": "某熟料线"})

    def broken(_: Rulesets, __: object) -> frozenset[str]:
        raise EngineError([fault("engine-failed", what="out of memory")])

    monkeypatch.setattr(Rulesets, "fire", broken)
    with pytest.raises(EngineError) as error:
        screen([named, Project()], as_of="2022-06-30", engine="durable")
    told = "engine failed on project 1 `某熟料线`: engine-failed: durable-rules failed: out of memory"
    assert told in str(error.value)
