"""The chain of the inference engine, rule after rule; one line a conclusion, with the first way that led to it."""

from __future__ import annotations

from lianggao.screening.explanation.view import View
from lianggao.screening.result import TraceStep


def chain_lines(view: View) -> list[str]:
    """Return the chain gate by gate, or nothing where no engine inferred.

    Requirements stand among the gates; those that certainly do not apply are counted, and in full in JSON Lines.
    """
    gates, inapplicable = view.batch.rulebook.law.gates, set(view.project.inapplicable)
    by_gate: dict[str, dict[str, list[TraceStep]]] = {}
    for step in view.project.trace:
        by_gate.setdefault(step.gate, {}).setdefault(step.asserted, []).append(step)
    lines: list[str] = []
    for gate, conclusions in by_gate.items():
        if gate in inapplicable:
            continue
        lines.append(f"  【{gates[gate].title}】")
        for asserted, ways in conclusions.items():
            more = f"（另有{len(ways) - 1}条途径）" if len(ways) > 1 else ""
            lines += [f"    {asserted}{more}", f"      ← {'；'.join(ways[0].consumed) or '无须条件'}"]
    left_out = len(inapplicable & set(by_gate))
    return [*lines, f"  不适用的核查{left_out}项从略"] if left_out else lines
