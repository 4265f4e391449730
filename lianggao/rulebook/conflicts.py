"""Find two rules of one gate that hold in exactly the same worlds and yet conclude different outcomes.

Precedence would silently drop one of them, so such a pair is a mistake in the files and never a question of order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from lianggao.errors import Fault, fault
from lianggao.rulebook.axes import cut_all
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.models import Gate
from lianggao.rulebook.yaml_reader import Document
from lianggao.tables import Clause, TooManyWorldsError, compile_table
from lianggao.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lianggao.rulebook.law import LawRule


def find_conflicts(
    rules: Sequence[LawRule], places: Mapping[str, Document], vocabulary: Vocabulary, gates: Mapping[str, Gate]
) -> list[Fault]:
    """Return a fault at the `when` of the later rule of each such pair within one document."""
    faults = []
    together: dict[tuple[str, str], list[LawRule]] = {}
    for rule in (rule for rule in rules if rule.rule.conclude.outcome):
        together.setdefault((rule.rule.gate, rule.rule.document), []).append(rule)
    for first, second in (pair for group in together.values() for pair in combinations(group, 2)):
        outcomes = first.rule.conclude.outcome, second.rule.conclude.outcome
        differ = outcomes[0] != outcomes[1] and not _never_together(first, second)
        if differ and _same_worlds(first, second, vocabulary, gates):
            words = {"outcome": outcomes[1], "other_outcome": outcomes[0]}
            at = places[second.id].place(("when",), key=True)
            faults.append(fault("conflicting-rules", at, rule=second.id, other=first.id, **words))
    return faults


def _never_together(first: LawRule, second: LawRule) -> bool:
    """Return whether one rule's own period has ended before the other's begins."""
    for one, other in ((first.rule.effective, second.rule.effective), (second.rule.effective, first.rule.effective)):
        if one and other and one.to and PartialDate.parse(one.to).last < PartialDate.parse(other.from_).first:
            return True
    return False


def _same_worlds(first: LawRule, second: LawRule, vocabulary: Vocabulary, gates: Mapping[str, Gate]) -> bool:
    conditions = [first.condition, second.condition]
    try:
        regions = cut_all(conditions, vocabulary, gates)
        table = compile_table(regions, [Clause("first", conditions[0]), Clause("second", conditions[1])], (), "")
    except TooManyWorldsError:
        # The size guard of the whole gate names the rule to blame.
        return False
    return bool(table.holds[0].any()) and np.array_equal(table.holds[0], table.holds[1])
