"""The reason of every project: one sentence for all that share a pattern, with each one's own figures in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import polars as pl

from lianggao.amount_texts import Texts
from lianggao.coded_texts import text_series
from lianggao.rulebook.check import SLOT
from lianggao.rulebook.models import TRUSTS
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.gates import CATALOG
from lianggao.screening.missing_facts import missing_of
from lianggao.screening.reasons import BELOW_FLOOR, RECALLED, reason_template
from lianggao.tables.known import Ints
from lianggao.text_columns import arrow, column, picked


def reason_column(batches: Sequence[Batch], display: Display) -> Texts:
    """Return the catalog gate's reason for every project, in the order of the list."""
    templates: dict[str, int] = {}
    of_project = np.zeros(display.facts.rows, dtype=np.int64)
    for batch in batches:
        of_project[batch.rows] = _templates(batch, templates)[batch.situation]
    order = np.argsort(of_project.astype(np.int16 if len(templates) < 2**15 else np.int64), kind="stable")
    edges = np.searchsorted(of_project[order], np.arange(len(templates) + 1)).tolist()
    place, parts, start_of = np.empty(len(order), dtype=np.uint32), [column([])], 0
    for template, start, end in zip(templates, edges[:-1], edges[1:], strict=True):
        rows = order[start:end]
        fixed = SLOT.search(template) is None
        parts.append(column([template]) if fixed else text_series(display.fill(template, rows)))
        place[rows] = start_of if fixed else np.arange(start_of, start_of + len(rows), dtype=np.uint32)
        start_of += len(parts[-1])
    # Only the places of texts are put in the order of the list, until the very end.
    return arrow(picked(pl.concat(parts), place))


def _templates(batch: Batch, templates: dict[str, int]) -> Ints:
    """Return the place of each situation's template, new ones added."""
    part = batch.answers[CATALOG].decided
    written = batch.each(part, "reason", partial(_template, batch))
    low, recalled = batch.below_floor(CATALOG), batch.trust(CATALOG) == TRUSTS.index("recalled")
    used, index = np.unique(part.patterns.of_row * 4 + low * 2 + recalled, return_inverse=True)
    whole = (
        (BELOW_FLOOR if at % 4 >= 2 else "") + written[at // 4] + (RECALLED if at % 2 else "") for at in used.tolist()
    )
    return np.array([templates.setdefault(text, len(templates)) for text in whole], dtype=np.int64)[index.ravel()]


def _template(batch: Batch, pattern: int) -> str:
    return reason_template(batch, CATALOG, pattern, [fact.label for fact in missing_of(batch, CATALOG, pattern)])
