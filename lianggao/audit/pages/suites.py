"""Which case files test a rule, and with how many cases; a case for several values counts once for each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lianggao.audit.cases import read_cases
from lianggao.audit.cases.models import WholeCase
from lianggao.rulebook import Law

CASES = Path("tests") / "rules"

Counts = Mapping[str, Mapping[str, int]]
"""Rule to file to number of cases."""


def counts_in(folder: Path, law: Law) -> Counts | None:
    """Return the cases of every rule, its own and those of all rules together that name it.

    None where the folder holds no case files of rules. Raises InputError where a case file is wrong.
    """
    if not (folder / CASES).is_dir():
        return None
    counts: dict[str, dict[str, int]] = {}
    for file in read_cases(folder / CASES, law):
        name = Path(file.name).relative_to(folder).as_posix()
        for variant, _ in file.variants():
            case = variant.case
            told = [*case.deciding.values(), case.checks] if isinstance(case, WholeCase) else [(file.rule or "",)]
            for rule in {id for ids in told for id in ids}:
                of_rule = counts.setdefault(rule, {})
                of_rule[name] = of_rule.get(name, 0) + 1
    return {rule: dict(sorted(files.items())) for rule, files in counts.items()}
