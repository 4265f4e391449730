"""What became of every requirement for one project: met, not met, open with what to ask for, or not applicable.

A requirement is worked out by its own table, as gates are; here its outcomes are put into words for the department.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from lianggao.computing import not_on_file, open_inputs
from lianggao.rulebook.requirements import FAILS, HOLDS, Check, CheckStatus
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.missing_facts import gates_behind, missing_of
from lianggao.screening.reasons import BELOW_FLOOR, RECALLED
from lianggao.screening.result import CheckResult, MissingFact
from lianggao.screening.standing import STANDINGS, Standing, standing_codes
from lianggao.screening.trust import trust_name
from lianggao.tables.known import Ints

STATUSES: tuple[CheckStatus, ...] = ("not_applicable", "holds", "undecided", "fails")
"""The codes of `status_codes` are places in it."""
_SURE: Mapping[Standing, CheckStatus] = {"inapplicable": "not_applicable", "met": "holds", "failed": "fails"}
_OF_STANDING = np.array([STATUSES.index(_SURE.get(standing, "undecided")) for standing in STANDINGS], dtype=np.int64)


def status_codes(batch: Batch, check: str) -> Ints:
    """Return what became of one requirement per situation, as a place in STATUSES."""
    return batch.kept(("status", check), lambda: np.asarray(_OF_STANDING[standing_codes(batch, check)]))


def checks_of(batch: Batch, display: Display, row: int, at: int) -> Iterator[CheckResult]:
    """Yield the requirements that may apply to a project in situation `at` of the batch."""
    for check in batch.checks():
        status = STATUSES[int(status_codes(batch, check)[at])]
        if status != "not_applicable":
            yield _result(batch, display, row, at, check, status)


def inapplicable(batch: Batch, at: int) -> tuple[str, ...]:
    """Return the requirements that certainly do not apply to the projects of a situation."""
    return tuple(check for check in batch.checks() if status_codes(batch, check)[at] == 0)


def _result(batch: Batch, display: Display, row: int, at: int, check: str, status: CheckStatus) -> CheckResult:
    known, law = batch.rulebook.law.gates[check], batch.rulebook.law
    assert isinstance(known, Check)
    rule = batch.answers[check].tables.deciding[0]
    source = law.sources[rule.rule.document]
    left = batch.open_outcomes(check, batch.pattern(check, at))
    missing = tuple(_asked(fact, display, row, batch) for fact in _missing(batch, check, at))
    low = bool(batch.below_floor(check)[at])
    if len(left) == 1:
        told = {HOLDS: known.holds, FAILS: rule.rule.because}[left[0]]
        sentence = (BELOW_FLOOR if low else "") + display.sentence(told, row)
    else:
        sentence = _open_sentence(left, missing)
    return CheckResult(
        check=check,
        title=known.title,
        department=known.department,
        status=status,
        label=law.vocabulary.domains["check"][status],
        outcomes=left,
        sentence=sentence + (RECALLED if rule.trust == "recalled" else ""),
        document=source.title,
        number=source.number,
        place=rule.rule.cite.place,
        trust=trust_name(int(batch.trust(check)[at])) or rule.trust,
        faithful=rule.rule.cite.faithful,
        why=rule.rule.cite.why,
        below_floor=low,
        points=rule.rule.conclude.points,
        missing=missing,
        not_on_file="；".join(filter(None, (_not_on_file(fact.field, display, row, batch) for fact in missing))),
        open_questions=rule.rule.open_questions,
    )


def _open_sentence(left: tuple[str, ...], missing: tuple[MissingFact, ...]) -> str:
    """Say what is open and on what it depends."""
    needs = "、".join(dict.fromkeys(fact.label for fact in missing)) or "前面关口的结果"
    perhaps = "是否适用待定；若适用，" if NOT_APPLICABLE in left else ""
    either = {HOLDS, FAILS} <= set(left)
    return f"{perhaps}{'是否符合待定' if either else '则符合' if HOLDS in left else '则不符合'}，取决于{needs}"


def _missing(batch: Batch, check: str, at: int) -> list[MissingFact]:
    """Return what a requirement lacks, and before it what the gates lack whose outcomes tell whom it binds."""
    pattern = batch.pattern(check, at)
    facts: dict[str, MissingFact] = {}
    part = batch.answers[check].decided
    for gate in batch.once(part, pattern, "behind", lambda: gates_behind(batch, check, pattern)):
        facts |= {fact.field: fact for fact in missing_of(batch, gate, batch.pattern(gate, at))}
    facts |= {fact.field: fact for fact in missing_of(batch, check, pattern)}
    return list(facts.values())


def _asked(fact: MissingFact, display: Display, row: int, batch: Batch) -> MissingFact:
    """Name the inputs to fill in where the fact is computed from others."""
    law = batch.rulebook.law
    inputs = open_inputs(fact.field, row, display.facts, law.vocabulary, law.catalogs)
    return fact.model_copy(update={"inputs": inputs})


def _not_on_file(field: str, display: Display, row: int, batch: Batch) -> str:
    law = batch.rulebook.law
    return not_on_file(field, row, display.facts, law.vocabulary, law.catalogs)
