"""Everything found about groups of rows: the one place that puts duplicates and splits together."""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.facts import Facts
from lianggao.rulebook import Law, LawRule, Rulebook
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups.duplicates import duplicates
from lianggao.screening.groups.figures import Statements, exact_sum
from lianggao.screening.groups.keys import keys_of
from lianggao.screening.groups.lines import lines_of, telling_rules
from lianggao.screening.groups.members import members_of
from lianggao.screening.groups.splits import Split, splits
from lianggao.screening.groups.telling import split_text
from lianggao.tables.known import Ints


def group_findings(stated: Facts, known: Facts, batches: Sequence[tuple[Rulebook, Ints]]) -> tuple[GroupFinding, ...]:
    """Return the duplicates and the likely splits of a list, duplicates first.

    `stated` are the recognised facts, `known` the same narrowed, `batches` the rows of each version of the law. A split
    counts only for thresholds of rules that may hold for one of its projects, or would with the sum as its figure.
    """
    if not batches:
        return ()
    law = batches[0][0].law
    said, keys = Statements(stated, law.vocabulary), keys_of(stated, law.vocabulary)
    lines = lines_of(batches, stated.rows)
    found = list(splits(stated, known, members_of(keys), lines))
    rules = telling_rules(known, lines, [split.asked for split in found])
    told = [_finding(said, split, using, law) for split, using in zip(found, rules, strict=True) if using]
    return (*duplicates(said, keys), *sorted(told, key=lambda each: each.rows))


def _finding(said: Statements, split: Split, rules: Sequence[LawRule], law: Law) -> GroupFinding:
    departments = dict.fromkeys(name for rule in rules for name in rule.rule.conclude.departments)
    return GroupFinding(
        kind="split",
        status=split.status,
        by="owner_place",
        rows=tuple((split.rows + 1).tolist()),
        sentence=split_text(said, split, rules, law),
        field=split.line.figure,
        threshold=split.line.threshold,
        low=float(exact_sum(split.lows)),
        high=None if len(split.blank) else float(exact_sum(split.highs)),
        rules=tuple(rule.id for rule in rules),
        departments=tuple(departments),
    )
