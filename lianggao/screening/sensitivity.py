"""Say where the basis of an energy figure alone decides a gate, and nobody says which it is (口径敏感).

Each such project is screened twice by the ordinary machinery: as if the figure were 等价值, and as if it were 当量值.
Where a gate's possible outcomes differ, a note says both. The screening itself is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from lianggao.facts import Facts, Note, Span
from lianggao.rulebook import Rulebook
from lianggao.screening.batch import Batch
from lianggao.screening.gates import CATALOG, ask_gates
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.narrowing import narrow
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary

UNSTATED = "energy_unstated_tce"
BASES = {"energy_equivalent_tce": "等价值", "energy_calorific_tce": "当量值"}
CODE = "basis-sensitive"


def basis_notes(stated: Facts, vocabulary: Vocabulary, batches: Sequence[tuple[Rulebook, Ints]]) -> list[Note]:
    """Return a note per project and gate, the catalog's first, for which 等价值 and 当量值 leave different outcomes.

    `stated` are the recognised facts, not yet narrowed; `batches` are the rows of each version of the law. Only a
    figure of unstated basis is asked about, beside which not both others are given and which could be either.
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
        answers = ask_gates(rulebook, knowledge_of(facts, rulebook), len(rows))
        asked.append(Batch(rulebook, rows, answers, trust={}, below_floor={}))
    for gate in asked[0].gates():
        at, texts = _differing(asked, gate, either)
        for row, text in zip(rows[at].tolist(), texts, strict=True):
            yield Note(row, UNSTATED, CODE, text)


def _as_if(stated: Facts, basis: str, vocabulary: Vocabulary) -> tuple[Facts, Bools]:
    """Return the narrowed facts if the figure is on a basis, and where that contradicts nothing."""
    own, figure = stated.span(basis), stated.span(UNSTATED)
    low, high = np.maximum(own.low, figure.low), np.minimum(own.high, figure.high)
    fits = low <= high
    both = Span(np.where(fits, low, own.low), np.where(fits, high, own.high))
    facts = narrow(stated.adding(quantities={basis: both}), vocabulary)
    fits[[note.row for note in facts.notes if note.code == "energy-contradiction"]] = False
    return facts, fits


def _differing(asked: Sequence[Batch], gate: str, where: Bools) -> tuple[Ints, list[str]]:
    """Return the places at which a gate's outcomes differ, and the sentence of each; equal pairs are written once."""
    left = [batch.answers[gate].decided for batch in asked]
    outcomes = [part.answer.outcomes[part.patterns.of_row] for part in left]
    at = np.flatnonzero((outcomes[0] != outcomes[1]).any(axis=1) & where)
    first, second = (part.patterns.of_row[at] for part in left)
    distinct, of_row = np.unique(first * len(left[1].patterns) + second, return_inverse=True)
    pairs = (divmod(pair, len(left[1].patterns)) for pair in distinct.tolist())
    head = "口径敏感" if gate == CATALOG else f"口径敏感（{asked[0].rulebook.law.gates[gate].title}）"
    texts = [f"{head}：{'，'.join(_said(asked, gate, pair))}" for pair in pairs]
    return at, [texts[key] for key in of_row.ravel().tolist()]


def _said(asked: Sequence[Batch], gate: str, patterns: Sequence[int]) -> Iterator[str]:
    for basis, batch, pattern in zip(BASES.values(), asked, patterns, strict=True):
        labels = batch.labels(gate)
        yield f"按{basis}为{'或'.join(labels[outcome] for outcome in batch.open_outcomes(gate, pattern))}"
