"""How far each outcome can be trusted: no further than the weakest text that it rests on.

An outcome rests on the rules that may give it; "no rule holds" rests on all rules of its gate whose documents may
reach the project; and what builds on another gate rests on that gate too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from lianggao.rulebook.models import TRUSTS, Trust
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.gates import GateAnswer
from lianggao.tables.known import Bools, Ints

NO_TEXT = len(TRUSTS)
"""Trust of an outcome that rests on no text: the gate's documents don't reach the project."""


def trust_of(gate: str, answers: Mapping[str, GateAnswer], earlier: Callable[[str], Ints]) -> Ints:
    """Return a gate's trust per situation, as a place in TRUSTS; `earlier` gives that of the gates it builds on."""
    answer = answers[gate]
    trust = _own(answer)[answer.decided.patterns.of_row]
    for axis in answer.decided.table.axes:
        if axis.startswith(GATE_AXIS):
            other = earlier(axis.removeprefix(GATE_AXIS))
            trust = np.where(answer.applicable, np.minimum(trust, other), trust)
    return trust


def _own(answer: GateAnswer) -> Ints:
    """Return the trust of the gate's own rules per pattern."""
    asked, reach, table = answer.asked, answer.tables.reach, answer.decided.table

    def weakest(start: int) -> Ints:
        otherwise, possible = asked.answer.outcomes[start:, -1], asked.answer.possible[start:]
        reached = asked.reached(reach)[start:]
        trust = np.full(len(otherwise), NO_TEXT, dtype=np.int64)
        for rule in answer.tables.deciding:
            searched = otherwise & reached[:, reach.place_of[rule.rule.document]]
            rests = searched | possible[:, table.place_of[rule.id]]
            trust[rests] = np.minimum(trust[rests], TRUSTS.index(rule.trust))
        return trust

    return asked.each("trust", weakest)[answer.decided.place]


def below(trust: Ints, floor: Trust) -> Bools:
    """Return where the trust is less than the floor asks for."""
    return np.asarray(trust < TRUSTS.index(floor))


def trust_name(place: int) -> Trust | None:
    """Return the trust at a place in TRUSTS, or None where nothing was rested on."""
    return TRUSTS[place] if place < len(TRUSTS) else None
