"""The two columns of requirements, not met and open, department by department; made once per distinct pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from lianggao.rulebook.requirements import Check
from lianggao.screening.asking import once
from lianggao.screening.batch import Batch
from lianggao.screening.display import Texts
from lianggao.screening.standing import STANDINGS, standing_codes
from lianggao.tables.known import Bools

_FAILED, _OPEN, _PERHAPS = (STANDINGS.index(name) for name in ("failed", "open", "perhaps"))


def check_columns(batch: Batch, lang: str) -> dict[str, Texts]:
    """Return the requirements that certainly fail, and those that are open, of every project.

    Open ones are named where they certainly apply, or fail wherever they apply; the others are counted.
    """
    parts = list(_parts(batch, lang))
    checks = [check for part in parts for check in part.checks]
    codes = np.zeros((len(batch.rows), len(checks)), dtype=np.int8)
    for at, check in enumerate(checks):
        codes[:, at] = standing_codes(batch, check)
    return {
        "failed_checks": _column(parts, codes == _FAILED, np.zeros(codes.shape, dtype=bool), lang),
        "open_checks": _column(parts, codes == _OPEN, codes == _PERHAPS, lang),
    }


@dataclass(frozen=True)
class _Part:
    """One department's part of a column: its requirements, which stand side by side, and their names."""

    label: str
    checks: Sequence[str]
    names: Sequence[str]
    first: int
    written: dict[tuple[bytes, int], str] = field(default_factory=dict)

    def text(self, named: Bools, counted: Bools, zh: bool) -> str:
        """Write the part of one project; the same part is written once."""
        mine = slice(self.first, self.first + len(self.checks))
        key = (named[mine].tobytes(), int(counted[mine].sum()))
        if key not in self.written:
            chosen = [name for name, on in zip(self.names, named[mine], strict=True) if on]
            self.written[key] = (_zh if zh else _en)(self.label, chosen, key[1])
        return self.written[key]


def _parts(batch: Batch, lang: str) -> Iterator[_Part]:
    law, first = batch.rulebook.law, 0
    known = [gate for gate in (law.gates[check] for check in batch.checks()) if isinstance(gate, Check)]
    for department, label in law.vocabulary.departments.items():
        mine = [gate for gate in known if gate.department == department]
        ids = [gate.id for gate in mine]
        zh = lang == "zh"
        yield _Part(label if zh else department, ids, [gate.title for gate in mine] if zh else ids, first)
        first += len(mine)


def _column(parts: Sequence[_Part], named: Bools, counted: Bools, lang: str) -> Texts:
    zh = lang == "zh"

    def text(row: int) -> str:
        return ("；" if zh else "; ").join(filter(None, (part.text(named[row], counted[row], zh) for part in parts)))

    return once(np.concatenate([named, counted], axis=1), text)


def _zh(label: str, named: Sequence[str], more: int) -> str:
    count = f"{more}项是否适用待定" if more else ""
    told = "，".join(named) + (f"（另有{count}）" if named and more else count)
    return told and f"{label}：{told}"


def _en(label: str, named: Sequence[str], more: int) -> str:
    count = f"{more} that may not apply" if more else ""
    told = ", ".join(named) + (f" (+ {count})" if named and more else count)
    return told and f"{label}: {told}"
