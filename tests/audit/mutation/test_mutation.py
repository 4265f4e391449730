"""The cases of the shipped rules notice nearly every small mistake, and comparing two laws notices every real one.

A mutant is real if some case tells it from the rule; the comparison must then say that the laws differ. What no case
tells apart is either proved equal by the comparison, and listed with the reason in equivalent.yaml, or has survived.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from killing import Dated, dated, killed_by
from mutants import Mutant, mutants_of
from ruamel.yaml import YAML

from lianggao import load_law, load_rulebook
from lianggao.audit.cases import Suite, read_cases
from lianggao.audit.diff import diff_rulebooks

RULES = sorted(rule.id for rule in load_law().rules)
CASES = Path(__file__).parents[2] / "rules"
ENOUGH = 0.98


@dataclass(frozen=True)
class Judged:
    """A mutant, the case that kills it, and whether the comparison says that the laws differ."""

    mutant: Mutant
    killer: str | None
    differs: bool


@cache
def suites() -> dict[str, list[Suite]]:
    """Return the suites of every rule."""
    found: dict[str, list[Suite]] = {}
    for file in read_cases(CASES):
        if file.rule:
            assert isinstance(file.content, Suite)
            found.setdefault(file.rule, []).append(file.content)
    return found


@cache
def judged(id: str) -> tuple[Judged, ...]:
    """Judge every mutant of a rule."""
    law = load_law()
    rule = law.rule(id)
    assert rule is not None
    every = dated(suites()[id], law)
    book = load_rulebook(settled_day(every), law)
    return tuple(
        Judged(
            mutant,
            killed_by(mutant, every, law),
            diff_rulebooks(book, load_rulebook(book.as_of, mutant.law(law))).differs,
        )
        for mutant in mutants_of(rule)
    )


def settled_day(every: list[Dated]) -> str:
    """Return the date of the case files on which the rule is certain most often."""
    days = Counter({str(d.book.as_of): sum(v.case.expect == "certain" for v in d.variants) for d in every})
    return days.most_common(1)[0][0]


def equivalent(id: str) -> set[str]:
    """Return the mutants of a rule that are listed as equivalent."""
    listed = YAML(typ="safe", pure=True).load(Path(__file__).with_name("equivalent.yaml").read_text(encoding="utf-8"))
    return {what for named in listed.get(id, {}).values() for what in named}


@pytest.mark.parametrize("id", ["henan-catalog-2021/class-one", "henan-joint-review-2021/planned-listed"])
def test_the_rule_itself_passes_all_its_cases(id: str) -> None:
    law = load_law()
    rule = law.rule(id)
    assert rule is not None
    assert killed_by(Mutant(rule, rule.condition, "nothing"), dated(suites()[id], law), law) is None


@pytest.mark.slow
@pytest.mark.parametrize("id", RULES)
def test_the_comparison_sees_every_mutant_that_a_case_kills(id: str) -> None:
    assert [one.mutant.what for one in judged(id) if one.killer and not one.differs] == []


@pytest.mark.slow
@pytest.mark.parametrize("id", RULES)
def test_every_mutant_proved_equal_is_listed_with_the_reason(id: str) -> None:
    assert {one.mutant.what for one in judged(id) if not one.killer and not one.differs} == equivalent(id)


@pytest.mark.slow
def test_the_cases_kill_nearly_every_mutant_that_is_not_equivalent(capsys: pytest.CaptureFixture[str]) -> None:
    every = [(id, one) for id in RULES for one in judged(id)]
    killed = sum(one.killer is not None for _, one in every)
    survived = [f"{id}: {one.mutant.what}" for id, one in every if not one.killer and one.differs]
    with capsys.disabled():
        equal = len(every) - killed - len(survived)
        print(f"\n{len(every)} mutants: {killed} killed, {len(survived)} survived, {equal} equivalent")
    assert killed / (killed + len(survived)) >= ENOUGH, survived
