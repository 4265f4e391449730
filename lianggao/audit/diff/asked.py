"""What a compiled rulebook says of some facts about one subject: a gate's outcome, a department or a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

import numpy as np

from lianggao.audit.diff.moves import HELD, REVIEWS, Moved
from lianggao.facts import Facts, Span
from lianggao.rulebook import Rulebook
from lianggao.rulebook.compile import STRENGTHS, joined_by
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening.gates import GateAnswer, ask_gates
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.narrowing import narrow
from lianggao.tables import Known
from lianggao.tables.known import Ints
from lianggao.vocabulary import Vocabulary

Given = Mapping[str, str | float]
Said = tuple[str, ...]
"""What a rulebook leaves possible."""

_SILENT: Mapping[str, Said] = {"outcome": (NOT_APPLICABLE,), "department": REVIEWS[:1], "rule": HELD[:1]}
"""What a rulebook without the gate says."""


def said_by(book: Rulebook, about: Sequence[Moved], rows: Sequence[Given]) -> list[Said]:
    """Return what the rulebook says of each row about the subject of the move at the same place."""
    vocabulary = book.law.vocabulary
    needed = {name for one in about for name in one.stage.cuts.lineage(one.stage.gate)}
    gates = tuple(tables for tables in book.gates if tables.gate.id in needed)
    asked = replace(book, gates=gates, regions={axis: cut for tables in gates for axis, cut in tables.regions.items()})
    answers = ask_gates(asked, knowledge_of(narrow(facts_of(rows, vocabulary), vocabulary), asked), len(rows))
    places: dict[tuple[str, str, str], list[int]] = {}
    for at, one in enumerate(about):
        places.setdefault((one.kind, one.stage.gate, one.subject), []).append(at)
    found: dict[int, Said] = {}
    for (kind, gate, _), own in places.items():
        answer = answers.get(gate)
        said = [_SILENT[kind]] * len(own) if answer is None else _said(answer, about[own[0]], np.array(own))
        found.update(zip(own, said, strict=True))
    return [found[at] for at in range(len(about))]


def _said(answer: GateAnswer, about: Moved, rows: Ints) -> list[Said]:
    if about.kind == "outcome":
        part = answer.decided
        left = part.answer.outcomes[part.patterns.of_row[rows]].tolist()
        return [tuple(o for o, on in zip(part.table.outcomes, row, strict=True) if on) for row in left]
    if about.kind == "rule":
        return _held(answer, about.subject, rows)
    required, possible = (_held(answer, joined_by(about.subject, strength), rows) for strength in STRENGTHS)
    return [_review(one, other) for one, other in zip(required, possible, strict=True)]


def _held(answer: GateAnswer, clause: str, rows: Ints) -> list[Said]:
    found = answer.clause(clause)
    if found is None:
        return [HELD[:1]] * len(rows)
    maybe, surely = (each[rows].tolist() for each in found)
    return [HELD[1:] if sure else HELD if may else HELD[:1] for may, sure in zip(maybe, surely, strict=True)]


def _review(required: Said, possible: Said) -> Said:
    left = {
        REVIEWS[2]: "holds" in required,
        REVIEWS[1]: "holds" in possible and "silent" in required,
        REVIEWS[0]: "silent" in required and "silent" in possible,
    }
    return tuple(review for review in REVIEWS if left[review])


def facts_of(rows: Sequence[Given], vocabulary: Vocabulary) -> Facts:
    """Return facts that are certain as far as they are given, and open otherwise."""
    names = dict.fromkeys(name for row in rows for name in row)
    choices, quantities = {}, {}
    for name in (name for name in names if name in vocabulary.fields):
        given = [row.get(name) for row in rows]
        if vocabulary.fields[name].kind == "quantity":
            low = np.array([0.0 if value is None else float(value) for value in given])
            quantities[name] = Span(low, np.where([value is None for value in given], inf, low))
        else:
            choices[name] = _known(given, list(vocabulary.fields[name].values))
    return Facts(len(rows), choices=choices, quantities=quantities)


def _known(given: Sequence[str | float | None], domain: Sequence[str]) -> Known:
    """Return a value of a choice as known for certain, and a blank as any."""
    number = {value: at for at, value in enumerate(dict.fromkeys(given))}
    sets = np.array([[value is None or value == one for one in domain] for value in number], dtype=bool)
    return Known(sets, np.array([number[value] for value in given], dtype=np.int64))
