"""Say where the basis of an energy figure alone decides a gate, and nobody says which it is (口径敏感).

Each such project is screened twice by the ordinary machinery: as if the figure were 等价值, and as if it were 当量值.
Where a gate's possible outcomes differ, a note says both. The screening itself is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from lianggao.facts import Facts, Note, Span
from lianggao.rulebook import Rulebook
from lianggao.screening.batch import Batch
from lianggao.screening.display import Texts
from lianggao.screening.gates import ask_gates
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.narrowing import narrow
from lianggao.screening.reasons import gates_before
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary

UNSTATED = "energy_unstated_tce"
BASES = {"energy_equivalent_tce": "等价值", "energy_calorific_tce": "当量值"}
CODE = "basis-sensitive"
SHORT = 2
"""Up to so many outcomes are always written out."""


def basis_notes(stated: Facts, vocabulary: Vocabulary, batches: Sequence[tuple[Rulebook, Ints]]) -> list[Note]:
    """Return a note per project for which 等价值 and 当量值 leave different outcomes of a gate, the catalog's first.

    `stated` are the recognised facts, not yet narrowed; `batches` are the rows of each version of the law. Only a
    figure of unstated basis is asked about, beside which not both others are given and which could be either. Gates
    that build on others are told only where none of those that don't differ.
    """
    known = [stated.span(basis).stated for basis in BASES]
    affected = stated.span(UNSTATED).stated & ~(known[0] & known[1])
    notes: list[Note] = []
    for rulebook, rows in batches:
        asked = rows[affected[rows]].astype(np.int64)
        if len(asked):
            notes += _notes(stated.take(asked), asked, vocabulary, rulebook)
    return sorted(notes, key=lambda note: note.row)


def _notes(stated: Facts, rows: Ints, vocabulary: Vocabulary, rulebook: Rulebook) -> Iterator[Note]:
    either = np.ones(len(rows), dtype=bool)
    asked = []
    for basis in BASES:
        facts, fits = _as_if(stated, basis, vocabulary)
        either &= fits
        answers = ask_gates(rulebook, knowledge_of(facts, rulebook), len(rows), checks=False)
        asked.append(Batch(rulebook, rows, answers, trust={}, below_floor={}))
    first = [gate for gate in asked[0].gates() if not gates_before(asked[0], gate)]
    after = [gate for gate in asked[0].gates() if gate not in first]
    texts = _joined([_differing(asked, gate, either) for gate in first], len(rows))
    texts = np.where(texts == "", _joined([_differing(asked, gate, either) for gate in after], len(rows)), texts)
    for at in np.flatnonzero(texts != "").tolist():
        yield Note(int(rows[at]), UNSTATED, CODE, f"口径敏感：{texts[at]}")


def _as_if(stated: Facts, basis: str, vocabulary: Vocabulary) -> tuple[Facts, Bools]:
    """Return the narrowed facts if the figure is on a basis, and where that contradicts nothing."""
    own, figure = stated.span(basis), stated.span(UNSTATED)
    low, high = np.maximum(own.low, figure.low), np.minimum(own.high, figure.high)
    fits = low <= high
    both = Span(np.where(fits, low, own.low), np.where(fits, high, own.high))
    facts = narrow(stated.adding(quantities={basis: both}), vocabulary)
    fits[[note.row for note in facts.notes if note.code == "energy-contradiction"]] = False
    return facts, fits


def _differing(asked: Sequence[Batch], gate: str, where: Bools) -> Texts:
    """Return how a gate's outcomes differ, empty where they don't; what equal pairs say is written once."""
    left = [batch.answers[gate].decided for batch in asked]
    outcomes = [part.answer.outcomes[part.patterns.of_row] for part in left]
    at = np.flatnonzero((outcomes[0] != outcomes[1]).any(axis=1) & where)
    first, second = (part.patterns.of_row[at] for part in left)
    distinct, of_row = np.unique(first * len(left[1].patterns) + second, return_inverse=True)
    pairs = (divmod(pair, len(left[1].patterns)) for pair in distinct.tolist())
    said = np.array([_said(asked, gate, pair) for pair in pairs], dtype=object)
    texts: Texts = np.full(len(where), "", dtype=object)
    texts[at] = said[of_row.ravel()]
    return texts


def _said(asked: Sequence[Batch], gate: str, patterns: Sequence[int]) -> str:
    labels, title = asked[0].labels(gate), asked[0].rulebook.law.gates[gate].title
    left = [batch.open_outcomes(gate, pattern) for batch, pattern in zip(asked, patterns, strict=True)]
    shared = {outcome for outcome in left[0] if outcome in left[1]}
    only = [[outcome for outcome in own if outcome not in shared] for own in left]
    # Of long lists that share outcomes only what the basis changes is worth reading.
    long = shared and max(map(len, left)) > SHORT
    told = zip(BASES.values(), only if long else left, strict=True)
    texts = (f"{'仅' * bool(long)}按{basis}{'可能' * bool(long)}为{_or(own, labels)}" for basis, own in told if own)
    return title + "，".join(texts)


def _or(outcomes: Sequence[str], labels: Mapping[str, str]) -> str:
    return "或".join(labels[outcome] for outcome in outcomes)


def _joined(parts: Sequence[Texts], rows: int) -> Texts:
    joined: Texts = np.full(rows, "", dtype=object)
    for part in parts:
        joined = joined + np.where((joined != "") & (part != ""), "；", "").astype(object) + part
    return joined
