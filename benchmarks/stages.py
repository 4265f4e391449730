"""The stages of screening, one function each: all that the measurements know of how lianggao is put together."""

from __future__ import annotations

import os
from functools import cache

import numpy as np
import pandas as pd

from benchmarks.known import AS_OF
from lianggao import screen
from lianggao.facts import Facts
from lianggao.intake import RawList, read_facts, read_headers, read_list, report_columns
from lianggao.recognition import recognise
from lianggao.reports.write import write_report
from lianggao.rulebook import Law, Rulebook, load_law, load_rulebook
from lianggao.rulebook import compile as compiling
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.law import read_law
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening import Screening
from lianggao.screening.batch import Batch, work
from lianggao.screening.narrowing import narrow
from lianggao.tables import Clause
from lianggao.tables.known import Bools, Ints


@cache
def law() -> Law:
    """Return the shipped law, compiled for the day once."""
    load_rulebook(AS_OF)
    return load_law()


def rulebook() -> Rulebook:
    """Return the shipped law compiled for the day."""
    return load_rulebook(AS_OF)


def read(path: str | os.PathLike[str]) -> RawList:
    """Read a file into cells."""
    return read_list(path, law().vocabulary, read_headers(law().catalogs))


def take_in(data: RawList | pd.DataFrame) -> Facts:
    """Read the cells into facts."""
    headers = read_headers(law().catalogs)
    return read_facts(data, report_columns(data, law().vocabulary, headers), law().vocabulary, headers)


def recognised(facts: Facts) -> Facts:
    """Recognise activities, places and natures, and draw the bounds between quantities."""
    return narrow(recognise(facts, law().catalogs), law().vocabulary)


def judge_gates(facts: Facts, rulebook: Rulebook) -> Batch:
    """Turn facts into knowledge and make ready to ask the tables."""
    return work(facts, np.arange(facts.rows), rulebook, "recalled")


def outcomes_of(batch: Batch) -> dict[str, Ints]:
    """Return the outcome of every gate and requirement for every project, -1 where it is open."""
    return {gate: outcome_of(batch, gate) for gate in batch.answers}


def outcome_of(batch: Batch, gate: str) -> Ints:
    """Return the outcome of a gate for every project as a place in its outcomes, -1 where it is open."""
    return np.asarray(batch.decided(gate.removeprefix(GATE_AXIS))[batch.situation])


def certain_of(batch: Batch, gate: str, clause: Clause) -> Bools:
    """Return for every project whether a clause of a gate certainly holds."""
    answer = batch.answers[gate.removeprefix(GATE_AXIS)]
    own = clause in answer.tables.deciding_clauses
    part = answer.decided if own else answer.followed
    names = [c.name for c in (answer.tables.deciding_clauses if own else answer.tables.following_clauses)]
    return np.asarray(part.answer.certain[:, names.index(clause.name)][part.patterns.of_row][batch.situation])


def screened(data: pd.DataFrame | RawList) -> Screening:
    """Screen a list in memory."""
    return screen(data, as_of=AS_OF)


def told(screening: Screening) -> pd.DataFrame:
    """Return all columns: reasons, missing facts, departments and the others."""
    return screening.columns()


def written(screening: Screening, path: str | os.PathLike[str]) -> None:
    """Write the list with its columns."""
    write_report(screening, path)


def outcomes_alone(data: pd.DataFrame) -> list[Ints]:
    """Screen a list and return the outcome of every gate for every project, without a word of explanation."""
    found = screened(data)
    gates = [batch.gates() for batch in found.batches]
    return [outcome_of(batch, gate) for batch, own in zip(found.batches, gates, strict=True) for gate in own]


def everything(data: pd.DataFrame) -> pd.DataFrame:
    """Screen a list and return all its columns."""
    return told(screened(data))


def read_shipped_law() -> Law:
    """Read the shipped law from its files."""
    return read_law(shipped_law(), "lianggao")


def compile_anew(of: Law) -> Rulebook:
    """Compile all tables of a law for the day without what was compiled before."""
    for made in vars(compiling).values():
        if hasattr(made, "cache_clear"):
            made.cache_clear()
    book = load_rulebook(AS_OF, of)
    for tables in book.gates:
        # Each is made when it is first asked for.
        _ = tables.decide, tables.follow, tables.reach
    return book
