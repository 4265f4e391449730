"""The reason of every project: one sentence for all that share a pattern, with each one's own figures in it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa

from lianggao.amount_texts import Texts
from lianggao.coded_texts import TEXT
from lianggao.rulebook.models import TRUSTS
from lianggao.screening.asking import asked_of_catalog
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.gates import CATALOG
from lianggao.screening.reasons import BELOW_FLOOR, RECALLED, reason_template


def reason_column(batch: Batch, display: Display) -> Texts:
    """Return the catalog gate's reason for every project of a batch, in the order of its rows."""
    codes, templates = _templates(batch)
    of_project = codes[batch.situation]
    order = np.argsort(of_project, kind="stable")
    edges = np.searchsorted(of_project[order], np.arange(len(templates) + 1))
    parts = [
        display.fill(template, batch.rows[order[start:end]])
        for template, start, end in zip(templates, edges[:-1], edges[1:], strict=True)
    ]
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return pa.chunked_array(parts, TEXT).combine_chunks().take(pa.array(place))


def _templates(batch: Batch) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], list[str]]:
    """Return the template of each situation as a place in the distinct ones, and these."""
    asked = [[fact.label for fact in facts] for facts in asked_of_catalog(batch)]
    written = [reason_template(batch, CATALOG, pattern, needs) for pattern, needs in enumerate(asked)]
    of_row = batch.answers[CATALOG].decided.patterns.of_row
    low = batch.below_floor(CATALOG)
    recalled = batch.trust(CATALOG) == TRUSTS.index("recalled")
    texts = np.array(written, dtype=object)
    codes, distinct = pd.factorize(texts)
    key = codes[of_row] * 4 + low * 2 + recalled
    used, places = np.unique(key, return_inverse=True)
    whole = [
        (BELOW_FLOOR if at % 4 >= 2 else "") + str(distinct[at // 4]) + (RECALLED if at % 2 else "")
        for at in used.tolist()
    ]
    return places.ravel().astype(np.int64), whole
