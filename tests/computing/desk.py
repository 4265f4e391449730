"""A way to write the facts of a few projects and compute what follows from them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lianggao.computing import compute
from lianggao.facts import Facts, Span
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.known import Known
from lianggao.vocabulary import Vocabulary, read_vocabulary

LATE = "2031-01-01"


class Desk:
    """Writes down what a project states, and computes."""

    def __init__(self, catalogs: Catalogs) -> None:
        self.catalogs, self.vocabulary = catalogs, read_vocabulary(catalogs)

    def facts(self, **stated: object) -> Facts:
        """Write one project: a number or a pair of ends, a value or several of a choice, a text."""
        return facts_of(self.vocabulary, [stated])

    def compute(self, facts: Facts, on: str = LATE) -> Facts:
        dates, of_row = [PartialDate.parse(on)], np.zeros(facts.rows, dtype=np.int64)
        return compute(facts, self.vocabulary, self.catalogs, dates, of_row)

    def ends(self, name: str, on: str = LATE, **stated: object) -> tuple[float, float]:
        """Return what is computed of one field for one project."""
        span = self.compute(self.facts(**stated), on).span(name)
        return float(span.low[0]), float(span.high[0])


def facts_of(vocabulary: Vocabulary, projects: list[dict[str, object]]) -> Facts:
    """Write several projects with the same fields; the activity is open where it is not among them."""
    texts, choices, quantities = {}, {}, {}
    for name in {"activity": None} | dict.fromkeys(n for project in projects for n in project):
        field = vocabulary[name]
        cells = [project.get(name) for project in projects]
        if field.kind == "text":
            texts[name] = pd.Series([cell or "" for cell in cells], dtype="str")
        elif field.kind == "quantity":
            ends = [(0.0, np.inf) if c is None else c if isinstance(c, tuple) else (c, c) for c in cells]
            low, high = np.array(ends, dtype=float).T
            quantities[name] = Span(low.copy(), high.copy())
        else:
            told = [list(field.values) if c is None else [c] if isinstance(c, str) else c for c in cells]
            choices[name] = Known.of_rows(np.array([[value in each for value in field.values] for each in told]))
    return Facts(len(projects), texts=texts, choices=choices, quantities=quantities)
