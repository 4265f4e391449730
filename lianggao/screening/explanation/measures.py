"""The score with what contributes to it, and how far the stated quantities lie from each threshold."""

from __future__ import annotations

from lianggao.screening.explanation.view import View
from lianggao.screening.result import Margin
from lianggao.screening.wording import number, threshold


def score_lines(view: View) -> list[str]:
    """Return the score; it orders a list for attention and decides nothing."""
    score = view.project.score
    titles = {finding.rule: finding.title for finding in view.project.findings}
    titles |= {check.check: f"未通过核查“{check.title}”" for check in view.project.checks}
    span = str(score.low) if score.low == score.high else f"{score.low}—{score.high}"
    lines = [f"  {span}分（满分100），只用于排先后，不作认定依据。"]
    for part in score.contributions:
        mark = "" if part.status == "certain" else "（可能）"
        lines.append(f"    · {titles[part.rule]}：{part.points}分{mark}")
    return lines


def margin_lines(view: View) -> list[str]:
    """Return, per threshold that some rule has, how far the project lies above or below it."""
    fields, by_line = view.display.vocabulary.fields, dict[tuple[str, float], tuple[Margin, list[str]]]()
    for margin in view.project.margins:
        _, gates = by_line.setdefault((margin.field, margin.threshold), (margin, []))
        gates.append(view.batch.rulebook.law.gates[margin.gate].title)
    lines = []
    for margin, gates in by_line.values():
        known = fields[margin.field]
        at = f"{threshold(margin.threshold)}{known.unit}"
        lines.append(f"  · {known.label}，{at}的线（{'、'.join(gates)}）：{distance(margin, known.unit)}")
    return lines or ["  没有可比较的数值。"]


def distance(margin: Margin, unit: str) -> str:
    """Say how far an interval lies from a threshold.

    >>> line = Margin(gate="g", field="f", threshold=50000.0, low=-2000.0, high=2000.0)
    >>> distance(line, "吨标准煤")
    '从低2000吨标准煤到高2000吨标准煤，未定'
    >>> distance(line.model_copy(update={"low": 0.0, "high": 0.0}), "吨标准煤")
    '正好在线上'
    """
    low, high = round(margin.low or 0.0, 6), None if margin.high is None else round(margin.high, 6)
    if low == high:
        return _side(low, unit)
    if high is None:
        return f"至少{_side(low, unit)}" if low >= 0 else f"从{_side(low, unit)}起，上不封顶，未定"
    settled = "" if low >= 0 or high < 0 else "，未定"
    return f"从{_side(low, unit)}到{_side(high, unit)}{settled}"


def _side(value: float, unit: str) -> str:
    if value == 0:
        return "正好在线上"
    return f"{'高' if value > 0 else '低'}{number(abs(value))}{unit}"
