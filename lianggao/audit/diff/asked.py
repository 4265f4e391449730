"""What a compiled rulebook says of some facts about one subject: a gate's outcome, a department or a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from lianggao.audit.diff.moves import HELD, REVIEWS, Moved
from lianggao.facts import Facts, Span
from lianggao.rulebook import Rulebook
from lianggao.rulebook.compile import STRENGTHS, joined_by
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening.gates import GateAnswer, ask_gates
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.memory import Memory
from lianggao.screening.narrowing import narrow
from lianggao.tables import Known
from lianggao.tables.known import Ints
from lianggao.vocabulary import Vocabulary

Given = Mapping[str, str | float]
Said = tuple[str, ...]
"""What a rulebook leaves possible."""

_SILENT: Mapping[str, Said] = {"outcome": (NOT_APPLICABLE,), "department": REVIEWS[:1], "rule": HELD[:1]}
"""What a rulebook without the gate says."""


@dataclass(frozen=True)
class Asked:
    """Some gates of a rulebook and all that these build on, and what they answered so far."""

    book: Rulebook
    memory: Memory


def asked_for(book: Rulebook, about: Iterable[Moved], memory: Memory) -> Asked:
    """Return what is to be asked about some moves."""
    stages = {one.stage.gate: one.stage for one in about}
    needed = {name for gate, stage in stages.items() for name in stage.cuts.lineage(gate)}
    return Asked(book.only(needed), memory)


def said_by(asked: Asked, about: Sequence[Moved], rows: Sequence[Given]) -> list[Said]:
    """Return what the rulebook says of each row about the subject of the move at the same place."""
    book, vocabulary = asked.book, asked.book.law.vocabulary
    # Moves that happen in the same worlds are shown by the very same facts.
    distinct = list({id(row): row for row in rows}.values())
    number = {id(row): at for at, row in enumerate(distinct)}
    row_of = np.array([number[id(row)] for row in rows])
    knowledge = knowledge_of(narrow(facts_of(distinct, vocabulary), vocabulary), book)
    answers = ask_gates(book, knowledge, len(distinct), asked.memory)
    places: dict[tuple[str, str, str], list[int]] = {}
    for at, one in enumerate(about):
        places.setdefault((one.kind, one.stage.gate, one.subject), []).append(at)
    found: dict[int, Said] = {}
    for (kind, gate, _), own in places.items():
        answer = answers.get(gate)
        said = [_SILENT[kind]] * len(own) if answer is None else _said(answer, about[own[0]], row_of[own])
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
    given: dict[str, dict[int, str | float]] = {}
    for at, row in enumerate(rows):
        for name, value in row.items():
            given.setdefault(name, {})[at] = value
    choices, quantities = {}, {}
    for name, values in given.items():
        if name not in vocabulary.fields:
            continue
        where = np.array(list(values))
        if vocabulary.fields[name].kind == "quantity":
            low, high = np.zeros(len(rows)), np.full(len(rows), inf)
            low[where] = high[where] = [float(value) for value in values.values()]
            quantities[name] = Span(low, high)
        else:
            choices[name] = _known(where, list(values.values()), list(vocabulary.fields[name].values), len(rows))
    return Facts(len(rows), choices=choices, quantities=quantities)


def _known(where: Ints, given: Sequence[str | float], domain: Sequence[str], rows: int) -> Known:
    """Return a value of a choice as known for certain, and a blank as any."""
    number = {value: at for at, value in enumerate(dict.fromkeys(given), start=1)}
    sets, index = np.ones((len(number) + 1, len(domain)), dtype=bool), np.zeros(rows, dtype=np.int64)
    sets[1:] = [[value == one for one in domain] for value in number]
    index[where] = [number[value] for value in given]
    return Known(sets, index)
