"""Do a rule's cases notice a mistake in it? Each case's project is judged by the mistaken condition alone.

What the project is taken to be, and the outcomes of earlier gates, come from the law as shipped: a mistake in one rule
does not change them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
from mutants import Mutant

from lianggao import Project, screen
from lianggao.audit.cases import Suite
from lianggao.audit.cases.models import Case, Variant
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.axes import cut_all
from lianggao.rulebook.compile import Rulebook
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.batch import Batch
from lianggao.screening.knowledge import knowledge_of, regions_of
from lianggao.tables import All, Clause, Condition, Known, compile_table


@dataclass(frozen=True, eq=False)
class Dated:
    """The cases of one date, screened by the law as shipped."""

    variants: list[Variant[Case]]
    batch: Batch
    facts: object
    book: Rulebook

    def statuses(self, rule: LawRule, condition: Condition, law: Law) -> list[str]:
        """Return what a condition says of every case, in the place of the rule's own."""
        whole = self._whole(rule, condition)
        if whole is None:
            return ["impossible"] * len(self.variants)
        regions = cut_all([whole], law.vocabulary, law.gates)
        table = compile_table(regions, [Clause("rule", whole)], (), "")
        known = knowledge_of(self.facts, SimpleNamespace(regions=regions))  # type: ignore[arg-type]
        for axis in (axis for axis in regions if axis.startswith(GATE_AXIS)):
            known[axis] = regions_of(self._outcomes(axis.removeprefix(GATE_AXIS), law), regions[axis])
        answer = table.look_up(known, len(self.variants))
        found = zip(answer.possible[:, 0].tolist(), answer.certain[:, 0].tolist(), strict=True)
        return ["certain" if sure else "possible" if may else "impossible" for may, sure in found]

    def _whole(self, rule: LawRule, condition: Condition) -> Condition | None:
        own = self.book.conditions.get(rule.id)
        if own is None:
            return None
        assert isinstance(own, All)
        assert own.parts[-1] == rule.condition
        return All((*own.parts[:-1], condition))

    def _outcomes(self, gate: str, law: Law) -> Known:
        from lianggao.rulebook.axes import outcomes_of

        part = self.batch.answers[gate].decided
        every = outcomes_of(law.gates[gate])
        rows = np.zeros((len(part.patterns), len(every)), dtype=bool)
        for at, name in enumerate(part.table.outcomes):
            rows[:, every.index(name)] = part.answer.outcomes[:, at]
        known = Known.of_rows(rows)
        return Known(known.sets, known.index[part.patterns.of_row][self.batch.situation])


def dated(suites: Sequence[Suite], law: Law) -> list[Dated]:
    """Screen the cases of a rule's suites, date by date."""
    by_date: dict[str, list[Variant[Case]]] = {}
    for suite in suites:
        for variant in suite.variants:
            by_date.setdefault(variant.case.as_of, []).append(variant)
    found = []
    for as_of, variants in by_date.items():
        screening = screen([Project.model_validate(dict(v.given)) for v in variants], as_of=as_of, law=law)
        (batch,) = screening.batches
        found.append(Dated(variants, batch, screening.facts, batch.rulebook))
    return found


def killed_by(mutant: Mutant, every: Sequence[Dated], law: Law) -> str | None:
    """Return the name of a case that the mutant fails; None where it passes all."""
    for one in every:
        statuses = one.statuses(mutant.rule, mutant.condition, law)
        for variant, status in zip(one.variants, statuses, strict=True):
            if status != variant.case.expect:
                return variant.name
    return None
