"""The facts to ask for, written for a column: the catalog gate's with their answers, then those of other gates."""

from __future__ import annotations

from functools import partial

import numpy as np

from lianggao.coded_texts import Coded
from lianggao.screening.batch import Batch
from lianggao.screening.coded import listed, written
from lianggao.screening.gates import CATALOG
from lianggao.screening.missing_facts import asked_field, kind_of, missing_of
from lianggao.screening.result import MissingFact
from lianggao.tables.known import Bools, Ints
from lianggao.tables.numbering import combined


def missing_column(batch: Batch) -> Coded:
    """Return what is lacking in every situation, the facts that only other gates ask for last."""
    part = batch.answers[CATALOG].decided
    own = batch.each(part, "sentences", partial(_sentences, batch))
    return listed([written(own, part.patterns.of_row), _others(batch, part.patterns.of_row)], "；")


def _others(batch: Batch, of_row: Ints) -> Coded:
    pairs, names = _asked_elsewhere(batch, of_row)
    of_situation, first = combined(((asked.astype(np.int64), 2) for asked in pairs), len(of_row))
    asked = np.stack(pairs, axis=1)[first] if pairs else np.zeros((len(first), 0), dtype=bool)
    known: dict[bytes, str] = batch.memory.memo.setdefault(("elsewhere", *names), {})
    for row in asked:
        if row.tobytes() not in known:
            known[row.tobytes()] = _elsewhere(batch, [name for name, on in zip(names, row, strict=True) if on])
    return written([known[row.tobytes()] for row in asked], of_situation)


def _sentences(batch: Batch, pattern: int) -> str:
    return "；".join(_sentence(batch, fact) for fact in missing_of(batch, CATALOG, pattern))


def _sentence(batch: Batch, fact: MissingFact) -> str:
    labels = batch.labels(CATALOG)
    now = max((len(effect.outcomes) for effect in fact.effects), default=0)
    telling = [effect for effect in fact.effects if len(effect.outcomes) < max(now, 2)]
    answers = "，".join(f"{e.answer}→{'或'.join(labels[o] for o in e.outcomes)}" for e in telling)
    who = "" if fact.kind == "fact" else "（须由主管部门明确）"
    return fact.label + who + (f"（{answers}）" if answers else "")


def _asked_elsewhere(batch: Batch, of_row: Ints) -> tuple[list[Bools], list[tuple[str, str]]]:
    """Return, per (fact, gate) outside the catalog gate, in which situations the fact matters, and these pairs."""
    catalog = {s.axis: (s.gain > 0)[of_row] for s in batch.answers[CATALOG].slices}
    none = np.zeros(len(of_row), dtype=bool)
    names: list[tuple[str, str]] = []
    found: list[Bools] = []
    for gate in batch.gates():
        answer = batch.answers[gate]
        for s in answer.slices if gate != CATALOG else []:
            names.append((s.axis, gate))
            found.append((s.gain > 0)[answer.decided.patterns.of_row] & ~catalog.get(s.axis, none))
    return found, names


def _elsewhere(batch: Batch, pairs: list[tuple[str, str]]) -> str:
    by_axis: dict[str, list[str]] = {}
    for axis, gate in pairs:
        by_axis.setdefault(axis, []).append(batch.rulebook.law.gates[gate].title)
    parts = []
    for axis, titles in by_axis.items():
        field = asked_field(batch, axis)
        who = "" if kind_of(axis, field) == "fact" else "，须由主管部门明确"
        parts.append(f"{field.label}（用于{'、'.join(titles)}{who}）")
    return "；".join(parts)
