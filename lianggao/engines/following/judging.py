"""Judge what is stated of one project by durable-rules: read it as a row is read, and keep apart what contradicts.

Every way in which contradicting statements may be true is a row of its own until the rows are recognised; then they
are laid over each other, so that what any of them leaves possible stays possible.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import product

import numpy as np
import pandas as pd

from lianggao.computing import compute
from lianggao.engines.choice import asker
from lianggao.facts import Facts, Note, Notes, Span
from lianggao.intake import read_facts, read_headers, report_columns
from lianggao.project import FIELDS, Project, project_facts
from lianggao.recognition import recognise
from lianggao.rulebook import Law
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.batch import work
from lianggao.screening.dating import date_of, dating_of
from lianggao.screening.display import Display
from lianggao.screening.memory import Memory
from lianggao.screening.narrowing import narrow
from lianggao.tables import Known

Stated = Mapping[str, Sequence[object]]
"""Field to the values that are stated of it; more than one where statements contradict each other."""

MOST_WAYS = 256
"""Where contradictions leave more ways of reading a project than this, the fields that are too many stay unknown."""


class Judge:
    """Reads and judges under one law; `as_of` is the date whose law applies, None for that of each state."""

    def __init__(self, law: Law, as_of: str | None) -> None:
        self.law, self.as_of = law, as_of
        self._headers = read_headers(law.catalogs)
        self._meanings: dict[tuple[str, str], Facts] = {}
        if as_of is not None:
            date_of(as_of)

    def means(self, field: str, value: object) -> frozenset[str]:
        """Return the values of a choice that one statement leaves possible."""
        values = tuple(self.law.vocabulary[field].values)
        known = self._meaning(field, value).choices.get(field) or Known.constant([True] * len(values), 1)
        return frozenset(value for value, on in zip(values, known.rows()[0], strict=True) if on)

    def distinct(self, field: str, values: Iterable[object]) -> list[object]:
        """Return one of the values for each different meaning, in an order of its own."""
        found: dict[Hashable, object] = {}
        different = {repr(value): value for value in values}
        if len(different) == 1:
            return list(different.values())
        for _, value in sorted(different.items()):
            found.setdefault(_key(self._meaning(field, value)), value)
        return list(found.values())

    def judge(self, stated: Stated, when: str, notes: Sequence[str] = ()) -> ProjectScreening:
        """Return the screening; `when` is the date of the state, empty for today. Raises LawError, EngineError."""
        known_ways, left_out = _ways(stated)
        rows = recognise(self._read(known_ways), self.law.catalogs)
        more = [*notes, *(f"{self.law.vocabulary[name].label}的说法过多，按未填处理" for name in left_out)]
        read = _laid_over(rows, when, more)
        known = narrow(read, self.law.vocabulary)
        dating = dating_of(known, self.as_of)
        dates = [date for date, _ in dating.dates]
        known = compute(known, self.law.vocabulary, self.law.catalogs, dates, dating.of_row)
        [(rulebook, places)] = dating.batches(self.law)
        batch = work(known, places.astype(np.int64), rulebook, "recalled", Memory(asker("durable", rulebook)))
        display = Display(self.law.vocabulary, read, known)
        told = json.dumps(sorted(stated.items()), default=list, ensure_ascii=True)
        digest = sha256(told.encode()).hexdigest()
        return Screening(self.law, known, display, dating, (batch,), "recalled", lambda: digest, "durable").project(1)

    def _read(self, ways: Sequence[Mapping[str, object]]) -> Facts:
        """Read projects of the same fields, as `Project` is read; columns that state nothing are left out."""
        columns = {name: pd.Series([way[name] for way in ways], dtype=object) for name in ways[0]}
        if not columns:
            return project_facts([Project()] * len(ways), self.law.vocabulary, self._headers)
        frame = pd.DataFrame(columns)
        reports = report_columns(frame, self.law.vocabulary, self._headers)
        return read_facts(frame, reports, self.law.vocabulary, self._headers)

    def _meaning(self, field: str, value: object) -> Facts:
        """Return what one statement says alone."""
        key = (field, repr(value))
        if key not in self._meanings:
            self._meanings[key] = self._read([{field: value}])
        return self._meanings[key]


def _key(facts: Facts) -> Hashable:
    """Return something that is the same for two statements with the same meaning."""
    texts = tuple((name, column.iloc[0]) for name, column in facts.texts.items())
    choices = tuple((name, known.rows().tobytes()) for name, known in facts.choices.items())
    spans = tuple((name, float(span.low[0]), float(span.high[0])) for name, span in facts.quantities.items())
    return texts, choices, spans


def _ways(stated: Stated) -> tuple[list[dict[str, object]], list[str]]:
    """Return every combination of the values, and the fields left out because there were too many."""
    kept, ways, left_out = dict[str, Sequence[object]](), 1, list[str]()
    for name in FIELDS:
        if name in stated:
            if ways * len(stated[name]) > MOST_WAYS:
                left_out.append(name)
            else:
                kept[name], ways = stated[name], ways * len(stated[name])
    return [dict(zip(kept, values, strict=True)) for values in product(*kept.values())], left_out


def _laid_over(rows: Facts, when: str, notes: Iterable[str]) -> Facts:
    """Return one project that may be what any of the rows is."""
    one = rows if rows.rows == 1 else _merged(rows)
    texts = {**one.texts, "decision_date": pd.Series([when], dtype="str")}
    return replace(one, texts=texts, notes=one.notes + [Note(0, "", "following", note) for note in notes])


def _merged(rows: Facts) -> Facts:
    texts = {name: pd.Series(["；或：".join(_different(column))], dtype="str") for name, column in rows.texts.items()}
    choices = {name: Known.of_rows(np.any(known.rows(), axis=0, keepdims=True)) for name, known in rows.choices.items()}
    quantities = {
        name: Span(np.array([span.low.min()]), np.array([span.high.max()])) for name, span in rows.quantities.items()
    }
    notes = dict.fromkeys(replace(note, row=0) for note in rows.notes)
    return Facts(1, texts, choices, quantities, Notes.of(notes))


def _different(column: Iterable[str]) -> Iterator[str]:
    return (text for text in dict.fromkeys(column) if text)
