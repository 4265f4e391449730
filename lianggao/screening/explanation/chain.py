"""The chain of the inference engine, rule after rule; one line a conclusion, with the first way that led to it."""

from __future__ import annotations

from lianggao.screening.explanation.view import View
from lianggao.screening.result import TraceStep


def chain_lines(view: View) -> list[str]:
    """Return the chain gate by gate, or nothing where no engine inferred."""
    titles = {gate.gate: gate.title for gate in view.project.gates}
    lines: list[str] = []
    by_gate: dict[str, dict[str, list[TraceStep]]] = {}
    for step in view.project.trace:
        by_gate.setdefault(step.gate, {}).setdefault(step.asserted, []).append(step)
    for gate, conclusions in by_gate.items():
        lines.append(f"  【{titles[gate]}】")
        for asserted, ways in conclusions.items():
            more = f"（另有{len(ways) - 1}条途径）" if len(ways) > 1 else ""
            lines += [f"    {asserted}{more}", f"      ← {'；'.join(ways[0].consumed) or '无须条件'}"]
    return lines
