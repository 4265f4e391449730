"""What each gate says, why, by which clause and how far its text can be trusted; and what the result rests on."""

from __future__ import annotations

from lianggao.screening.explanation.view import View
from lianggao.screening.gates import CATALOG
from lianggao.screening.result import GateResult

_DATE_FROM = {"option": "由使用者指定", "row": "项目自己的判定日期", "today": "运行当天"}
_CAUTION = "“未命中目录”只表示没有一条目录规则成立，不等于不是“两高”项目；是否属“两高”由会审决定。"


def determination_lines(view: View) -> list[str]:
    """Return the determination, the outcome of the catalog."""
    result = view.project.gate(CATALOG)
    lines = [f"  {result.title}：{outcome_text(result)}", *_why(view, result)]
    return [*lines, f"  {_CAUTION}"] if "not_listed" in result.outcomes else lines


def other_gate_lines(view: View) -> list[str]:
    """Return the outcomes of all other gates; they are kept apart and may disagree."""
    lines = []
    for result in view.project.gates:
        if result.gate != CATALOG:
            lines += [f"  {result.title}：{outcome_text(result)}", *(f"  {line}" for line in _why(view, result))]
    return lines


def outcome_text(result: GateResult) -> str:
    """Return a gate's outcome, or all that are still possible."""
    if result.outcome == "undetermined":
        return f"{result.label}（可能为{'、'.join(result.labels)}）"
    return result.label


def _why(view: View, result: GateResult) -> list[str]:
    lines = [f"  为什么：{result.reason}"]
    if result.basis:
        lines.append(f"  依据：{'；'.join(result.basis)}")
    if result.trust:
        lines.append(f"  可信度：{view.trust(result.trust)}")
    return lines


def stamp_lines(view: View) -> list[str]:
    """Return what the result rests on, so that it can be made again."""
    stamp = view.project.stamp
    floor = view.display.vocabulary.domains["trust"][stamp.trust_floor]
    return [
        f"  适用日期：{stamp.as_of}（{_DATE_FROM[stamp.as_of_from]}）",
        f"  可信度下限：{floor}",
        f"  工具：{stamp.tool}；规则集：{stamp.rulebook}",
        *(f"  叠加的规则：{overlay}" for overlay in stamp.overlays),
        f"  规则和目录文件的指纹：{stamp.law_sha256}",
        f"  清单的指纹：{stamp.input_sha256}",
        "  本说明供会审参考，不代替会审决定。",
    ]
