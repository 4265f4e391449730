"""The facts to ask for, written for a column: the catalog gate's with their answers, then those of other gates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lianggao.screening.batch import Batch
from lianggao.screening.display import Texts
from lianggao.screening.gates import CATALOG
from lianggao.screening.missing_facts import asked_field, kind_of, missing_of
from lianggao.screening.result import MissingFact
from lianggao.tables.known import Bools, Ints


def once(keys: Bools, write: Callable[[int], str]) -> Texts:
    """Write one text per distinct row of `keys` (given the first place that has it) and spread it."""
    if not len(keys):
        return np.empty(0, dtype=object)
    packed = np.packbits(keys, axis=1)
    packed = np.pad(packed, ((0, 0), (0, -packed.shape[1] % 8)))
    codes = np.zeros(len(packed), dtype=np.int64)
    for word in np.ascontiguousarray(packed).view(np.int64).T:
        _, codes = np.unique(codes * len(codes) + np.unique(word, return_inverse=True)[1], return_inverse=True)
    _, first, of_key = np.unique(codes, return_index=True, return_inverse=True)
    texts: Texts = np.array([write(int(place)) for place in first], dtype=object)
    return np.asarray(texts[of_key.ravel()])


def asked_of_catalog(batch: Batch) -> list[list[MissingFact]]:
    """Return what every pattern of the catalog gate lacks."""
    return [missing_of(batch, CATALOG, p) for p in range(len(batch.answers[CATALOG].decided.patterns))]


def missing_column(batch: Batch, of_catalog: list[list[MissingFact]]) -> Texts:
    """Return what every project lacks, the facts that only other gates ask for last."""
    own = np.array(["；".join(_sentence(batch, fact) for fact in facts) for facts in of_catalog], dtype=object)
    part = batch.answers[CATALOG].decided
    pairs, names = _asked_elsewhere(batch, part.patterns.of_row)
    others = once(pairs, lambda row: _elsewhere(batch, [n for n, on in zip(names, pairs[row], strict=True) if on]))
    mine = own[part.patterns.of_row]
    both = (mine != "") & (others != "")
    return np.asarray(mine + np.where(both, "；", "") + others)


def _sentence(batch: Batch, fact: MissingFact) -> str:
    labels = batch.labels(CATALOG)
    now = max((len(effect.outcomes) for effect in fact.effects), default=0)
    telling = [effect for effect in fact.effects if len(effect.outcomes) < max(now, 2)]
    answers = "，".join(f"{e.answer}→{'或'.join(labels[o] for o in e.outcomes)}" for e in telling)
    who = "" if fact.kind == "fact" else "（须由主管部门明确）"
    return fact.label + who + (f"（{answers}）" if answers else "")


def _asked_elsewhere(batch: Batch, of_row: Ints) -> tuple[Bools, list[tuple[str, str]]]:
    """Return, per project, which (fact, gate) pairs matter outside the catalog gate, and the pairs."""
    catalog = {s.axis: (s.gain > 0)[of_row] for s in batch.answers[CATALOG].slices}
    none = np.zeros(len(of_row), dtype=bool)
    names: list[tuple[str, str]] = []
    found: list[Bools] = []
    for gate in batch.gates():
        answer = batch.answers[gate]
        for s in answer.slices if gate != CATALOG else []:
            names.append((s.axis, gate))
            found.append((s.gain > 0)[answer.decided.patterns.of_row] & ~catalog.get(s.axis, none))
    return np.stack(found, axis=1) if found else np.zeros((len(of_row), 0), dtype=bool), names


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
