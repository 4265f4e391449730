"""The two columns of requirements, not met and open, department by department; written once per distinct standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lianggao.coded_texts import Coded
from lianggao.rulebook.requirements import Check
from lianggao.screening.batch import Batch
from lianggao.screening.coded import listed, written
from lianggao.screening.standing import STANDINGS, Codes, standing_codes
from lianggao.tables.known import Ints
from lianggao.tables.numbering import combined

_FAILED, _OPEN, _PERHAPS = (STANDINGS.index(name) for name in ("failed", "open", "perhaps"))


def check_columns(batch: Batch, lang: str) -> dict[str, Coded]:
    """Return, per situation, the requirements that certainly fail, and those that are open.

    Open ones are named where they certainly apply, or fail wherever they apply; the others are counted.
    """
    failed, opened = [], []
    for part in _parts(batch, lang):
        of_situation, standings = _standings(batch, part.checks)
        known: dict[bytes, tuple[str, str]] = batch.memory.memo.setdefault(part, {})
        for row in standings:
            if row.tobytes() not in known:
                known[row.tobytes()] = part.texts(row)
        both = [known[row.tobytes()] for row in standings]
        failed.append(written([text for text, _ in both], of_situation))
        opened.append(written([text for _, text in both], of_situation))
    separator = "；" if lang == "zh" else "; "
    return {"failed_checks": listed(failed, separator), "open_checks": listed(opened, separator)}


def _standings(batch: Batch, checks: Sequence[str]) -> tuple[Ints, Codes]:
    """Return the distinct standings of some requirements together (one column each), and which each situation has."""
    codes = [standing_codes(batch, check) for check in checks]
    of_situation, first = combined(((code, len(STANDINGS)) for code in codes), len(batch.first))
    return of_situation, np.stack([code[first] for code in codes], axis=1) if codes else np.empty(
        (len(first), 0), np.int8
    )


@dataclass(frozen=True)
class _Part:
    """One department's part of a column: its requirements and their names."""

    label: str
    checks: tuple[str, ...]
    names: tuple[str, ...]
    zh: bool

    def texts(self, standings: Codes) -> tuple[str, str]:
        """Write which of the requirements fail, and which are open."""
        write = _zh if self.zh else _en
        failed, opened = ([self.names[at] for at in np.flatnonzero(standings == code)] for code in (_FAILED, _OPEN))
        perhaps = int(np.count_nonzero(standings == _PERHAPS))
        return write(self.label, failed, 0), write(self.label, opened, perhaps)


def _parts(batch: Batch, lang: str) -> Iterator[_Part]:
    law, zh = batch.rulebook.law, lang == "zh"
    known = [gate for gate in (law.gates[check] for check in batch.checks()) if isinstance(gate, Check)]
    for department, label in law.vocabulary.departments.items():
        mine = [gate for gate in known if gate.department == department]
        ids = tuple(gate.id for gate in mine)
        yield _Part(label if zh else department, ids, tuple(gate.title for gate in mine) if zh else ids, zh)


def _zh(label: str, named: Sequence[str], more: int) -> str:
    count = f"{more}项是否适用待定" if more else ""
    told = "，".join(named) + (f"（另有{count}）" if named and more else count)
    return told and f"{label}：{told}"


def _en(label: str, named: Sequence[str], more: int) -> str:
    count = f"{more} that may not apply" if more else ""
    told = ", ".join(named) + (f" (+ {count})" if named and more else count)
    return told and f"{label}: {told}"
