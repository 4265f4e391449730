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
    asked = replace(book, gates=tuple(tables for tables in book.gates if tables.gate.id in needed))
    answers = ask_gates(asked, knowledge_of(narrow(facts_of(rows, vocabulary), vocabulary), book), len(rows))
    known: dict[tuple[str, str, str], list[Said]] = {}
    for one in about:
        key = (one.kind, one.stage.gate, one.subject)
        if key not in known:
            answer = answers.get(one.stage.gate)
            known[key] = [_SILENT[one.kind]] * len(rows) if answer is None else _said(answer, one, len(rows))
    return [known[one.kind, one.stage.gate, one.subject][at] for at, one in enumerate(about)]


def _said(answer: GateAnswer, about: Moved, rows: int) -> list[Said]:
    if about.kind == "outcome":
        part = answer.decided
        left = part.answer.outcomes[part.patterns.of_row].tolist()
        return [tuple(o for o, on in zip(part.table.outcomes, row, strict=True) if on) for row in left]
    if about.kind == "rule":
        return _held(answer, about.subject, rows)
    required, possible = (_held(answer, joined_by(about.subject, strength), rows) for strength in STRENGTHS)
    return [_review(one, other) for one, other in zip(required, possible, strict=True)]


def _held(answer: GateAnswer, clause: str, rows: int) -> list[Said]:
    found = answer.clause(clause)
    if found is None:
        return [HELD[:1]] * rows
    maybe, surely = (each.tolist() for each in found)
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
        blank = np.array([value is None for value in given])
        if vocabulary.fields[name].kind == "quantity":
            low = np.array([0.0 if value is None else float(value) for value in given])
            quantities[name] = Span(low, np.where(blank, inf, low))
        else:
            domain = list(vocabulary.fields[name].values)
            place = {value: at for at, value in enumerate(domain)}
            sets = np.repeat(blank[:, None], len(domain), axis=1)
            for row, value in enumerate(given):
                if value is not None:
                    sets[row, place[str(value)]] = True
            choices[name] = Known.of_rows(sets)
    return Facts(len(rows), choices=choices, quantities=quantities)
