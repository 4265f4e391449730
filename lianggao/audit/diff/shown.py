"""What moves at the gates of two rulebooks as data: labels, worlds counted, rules responsible and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from lianggao.audit.diff.examples import examples_of
from lianggao.audit.diff.gates import Comparison, Moves
from lianggao.audit.diff.model import AreaDiff, Example, GateDiff, Move
from lianggao.audit.diff.moves import Moved
from lianggao.audit.diff.responsible import responsible
from lianggao.audit.worlds import Cuts
from lianggao.audit.worlds.areas import Area
from lianggao.audit.worlds.limits import outcome_labels
from lianggao.rulebook import Rulebook

Shown = Mapping[Area, Example | None]


def gates_of(comparison: Comparison) -> tuple[GateDiff, ...]:
    """Return every gate's differences, with examples."""
    told = comparison.found.told
    new = [gate for gate in comparison.moves.values() if gate not in told]
    asked = [(one, area) for gate in new for one, areas in gate.moved for area in areas]
    shown = dict(zip((area for _, area in asked), examples_of(asked, comparison.found.memory), strict=True))
    told.update((gate, _gate(gate, comparison, shown)) for gate in new)
    return tuple(told[gate] for gate in comparison.moves.values())


def _gate(gate: Moves, comparison: Comparison, shown: Shown) -> GateDiff:
    return GateDiff(
        gate=gate.gate,
        title=title_of(gate.gate, comparison.cuts.books),
        verdict=gate.verdict,
        worlds=gate.worlds,
        moves=tuple(_move(one, areas, comparison, shown) for one, areas in gate.moved),
        by_way_of=gate.by_way_of,
    )


def _move(one: Moved, areas: Iterable[Area], comparison: Comparison, shown: Shown) -> Move:
    labels = _labels(one, comparison.cuts)
    within = ((area, one.wanted & area.within()) for area in areas)
    found = [
        AreaDiff(
            text=area.text,
            limits=area.limits,
            exceptions=area.exceptions,
            worlds=int(np.count_nonzero(worlds)),
            rules=tuple(responsible(one, worlds, comparison.because)),
            example=shown[area],
        )
        for area, worlds in within
    ]
    return Move(
        kind=one.kind,
        subject=one.subject,
        label=labels.get("", one.subject),
        old=one.old,
        new=one.new,
        old_label=labels[one.old],
        new_label=labels[one.new],
        direction=one.direction,
        worlds=int(one.wanted.sum()),
        areas=tuple(found),
    )


def title_of(gate: str, books: Iterable[Rulebook]) -> str:
    """Return a gate's title, as the last rulebook that has it says."""
    return [book.law.gates[gate].title for book in books if gate in book.law.gates][-1]


def _labels(one: Moved, cuts: Cuts) -> dict[str, str]:
    """Return the Chinese labels of both states, and of the subject under the empty name."""
    law = cuts.books[-1].law
    if one.kind == "outcome":
        return {**outcome_labels(cuts.books, one.stage.gate), "": title_of(one.stage.gate, cuts.books)}
    if one.kind == "department":
        names = {name: label for book in cuts.books for name, label in book.law.vocabulary.departments.items()}
        return {**law.vocabulary.domains["review"], "": names.get(one.subject, one.subject)}
    known = next((rule for book in reversed(cuts.books) if (rule := book.law.rule(one.subject))), None)
    return {"holds": "成立", "silent": "不成立", "": known.rule.title if known else one.subject}
