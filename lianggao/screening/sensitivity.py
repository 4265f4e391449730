"""Say where the basis of an energy figure alone decides a gate, and nobody says which it is (口径敏感).

Each such project is screened twice by the ordinary machinery: as if the figure were 等价值, and as if it were 当量值.
Where a gate's possible outcomes differ, a note says both. The screening itself is not touched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts, Notes, Span
from lianggao.noting import Block
from lianggao.rulebook import Rulebook
from lianggao.screening.batch import Batch
from lianggao.screening.gates import ask_gates, look_up
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.memory import Memory
from lianggao.screening.narrowing import narrow
from lianggao.screening.reasons import gates_before
from lianggao.screening.situations import Situations
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen
from lianggao.vocabulary import Vocabulary

Texts = npt.NDArray[Any]

UNSTATED = "energy_unstated_tce"
BASES = {"energy_equivalent_tce": "等价值", "energy_calorific_tce": "当量值"}
CODE = "basis-sensitive"
SHORT = 2
"""Up to so many outcomes are always written out."""


def basis_notes(stated: Facts, vocabulary: Vocabulary, batches: Sequence[tuple[Rulebook, Ints]]) -> Notes:
    """Return a note per project for which 等价值 and 当量值 leave different outcomes of a gate, the catalog's first.

    `stated` are the recognised facts, not yet narrowed; `batches` are the rows of each version of the law. Only a
    figure of unstated basis is asked about, beside which not both others are given and which could be either. Gates
    that build on others are told only where none of those that don't differ.
    """
    known = [stated.span(basis).stated for basis in BASES]
    affected = stated.span(UNSTATED).stated & ~(known[0] & known[1])
    blocks, memory = [], Memory(look_up)
    for rulebook, rows in batches:
        asked = rows[affected[rows]].astype(np.int64)
        if len(asked):
            blocks.append(_told(stated.take(asked), asked, vocabulary, rulebook, memory))
    return Notes([blocks]).by_row()


def _told(stated: Facts, rows: Ints, vocabulary: Vocabulary, rulebook: Rulebook, memory: Memory) -> Block:
    either = np.ones(len(rows), dtype=bool)
    asked = []
    for basis in BASES:
        facts, fits = _as_if(stated, basis, vocabulary)
        either &= fits
        found = Situations.of(knowledge_of(facts, rulebook), len(rows))
        answers = ask_gates(rulebook, found.knowledge, len(found), memory, checks=False)
        asked.append(Batch(rulebook, rows, found.of_project, found.first, answers, "recalled", memory))
    # What both bases leave is told once for each pair of situations.
    at, many = np.flatnonzero(either), len(asked[1].first)
    distinct, of_row = np.unique((asked[0].situation * many + asked[1].situation)[at], return_inverse=True)
    pairs = (distinct // max(many, 1), distinct % max(many, 1))
    first = [gate for gate in asked[0].gates() if not gates_before(asked[0], gate)]
    after = [gate for gate in asked[0].gates() if gate not in first]
    texts = _joined([_differing(asked, gate, pairs) for gate in first], len(distinct))
    texts = np.where(texts == "", _joined([_differing(asked, gate, pairs) for gate in after], len(distinct)), texts)
    told = (texts != "")[of_row.ravel()]
    text = chosen([f"口径敏感：{text}" for text in texts.tolist()], of_row.ravel()[told])
    return Block(rows[at[told]], UNSTATED, CODE, text)


def _as_if(stated: Facts, basis: str, vocabulary: Vocabulary) -> tuple[Facts, Bools]:
    """Return the narrowed facts if the figure is on a basis, and where that contradicts nothing."""
    own, figure = stated.span(basis), stated.span(UNSTATED)
    low, high = np.maximum(own.low, figure.low), np.minimum(own.high, figure.high)
    fits = low <= high
    both = Span(np.where(fits, low, own.low), np.where(fits, high, own.high))
    facts = narrow(stated.adding(quantities={basis: both}), vocabulary)
    fits[facts.notes.having("code", "energy-contradiction").rows] = False
    return facts, fits


def _differing(asked: Sequence[Batch], gate: str, pairs: tuple[Ints, Ints]) -> Texts:
    """Return how a gate's outcomes differ, empty where they don't; what equal pairs say is written once."""
    left = [batch.answers[gate].decided for batch in asked]
    patterns = [part.patterns.of_row[own] for part, own in zip(left, pairs, strict=True)]
    outcomes = [part.answer.outcomes[own] for part, own in zip(left, patterns, strict=True)]
    at = np.flatnonzero((outcomes[0] != outcomes[1]).any(axis=1))
    distinct, of_pair = np.unique(patterns[0][at] * len(left[1].patterns) + patterns[1][at], return_inverse=True)
    said = np.array([_said(asked, gate, divmod(one, len(left[1].patterns))) for one in distinct.tolist()], dtype=object)
    texts: Texts = np.full(len(pairs[0]), "", dtype=object)
    texts[at] = said[of_pair.ravel()]
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
