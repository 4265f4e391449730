"""Decide for all columns of a list: each by its own header alone, or as a mapping says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lianggao.errors import InputError, Place
from lianggao.intake.columns.header import read_header
from lianggao.intake.columns.mapped import mapped_use, match, target_of
from lianggao.intake.columns.suggest import suggest
from lianggao.intake.columns.use import ColumnReport, ColumnUse
from lianggao.intake.spellings import Headers
from lianggao.vocabulary import Vocabulary


def read_columns(
    names: Sequence[str],
    vocabulary: Vocabulary,
    headers: Headers,
    places: Sequence[Place] = (),
    *,
    corner: Sequence[str] = (),
    mapping: Mapping[str, str] | None = None,
) -> ColumnReport:
    """Decide for every header; `places` says where each stands, `corner` has the lines above that name units.

    Several columns may give the same field. A list that gives none is reported like any other; so are entries of the
    mapping that name no column, since a list may have several header blocks.

    Raises InputError: `mapping-column-twice`, `mapping-column-unclear`, `mapping-target-unknown`.
    """
    uses = [_read(name, vocabulary, headers, corner) for name in names]
    if not mapping:
        return ColumnReport(tuple(uses))
    matched = match(mapping, names, places)
    faults = list(matched.faults)
    for at, left in matched.entries.items():
        try:
            target = target_of(mapping[left], vocabulary, headers, corner)
        except InputError as error:
            faults += error.faults
        else:
            uses[at] = mapped_use(uses[at], mapping[left], target)
    if faults:
        raise InputError(faults)
    return ColumnReport(tuple(uses), tuple(matched.unmatched))


def _read(name: str, vocabulary: Vocabulary, headers: Headers, corner: Sequence[str]) -> ColumnUse:
    use = read_header(name, vocabulary, headers, corner=corner)
    return replace(use, suggestions=suggest(name, vocabulary, headers)) if use.rule == "unknown" else use
