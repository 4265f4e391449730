"""The cells of a report, the same for every kind of file: rows as given with the verdict beside them, safe to open.

A text that a spreadsheet would run as a formula is marked as text; characters that no file can hold are dropped.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from lianggao.reports.columns import fields_of, matching, rewrite_texts
from lianggao.reports.masking import mask_column, mask_given
from lianggao.screening import Screening

LEADS = "=+-@＝＋－＠"
"""A text that starts with one of these, after space or nothing, may run as a formula."""
CONTROLS = "\t\r\n\0"
"""A text that starts with one of these may be split or trimmed until it does."""

# Space and what no reader sees; some spreadsheets trim it.
_UNSEEN = " \t\r\n\v\f\0\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff"
_LEAD = f"^(?:[{re.escape(CONTROLS)}]|[{_UNSEEN}]*[{re.escape(LEADS)}])"
_RUNS = re.compile(_LEAD)
_PLAIN_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?%?")
# A dash alone is how lists write "nothing here"; it runs nothing.
_DASHES = re.compile("[-－]+")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def runs_as_formula(text: str) -> bool:
    """Return whether a spreadsheet may run a text instead of showing it.

    >>> [runs_as_formula(text) for text in ("=1+1", " ＠SUM(A1)", "-12.5", "--", "+86 374")]
    [True, True, False, False, True]
    """
    return bool(_RUNS.search(text)) and not (_PLAIN_NUMBER.fullmatch(text) or _DASHES.fullmatch(text))


def as_text(text: str) -> str:
    """Return a text as a CSV holds it: one that may run as a formula gets a leading `'`."""
    text = _UNWRITABLE.sub("�", text)
    return "'" + text if runs_as_formula(text) else text


def guarded(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column whose texts are safe to open in a spreadsheet."""
    return rewrite_texts(column, matching(_LEAD), as_text)


def given_rows(screening: Screening, keep_contacts: bool) -> pd.DataFrame:
    """Return the rows as given, one per project, without contacts unless they are to be kept."""
    given = screening.given
    if len(given) != len(screening):
        given = pd.DataFrame(index=pd.RangeIndex(len(screening)))
    given = given.set_axis(pd.RangeIndex(len(screening)))
    return given if keep_contacts else mask_given(given, fields_of(screening), screening.law.vocabulary)


def without_contacts(added: pd.DataFrame, keep_contacts: bool) -> pd.DataFrame:
    """Return the appended columns without the contacts that a text of theirs may quote, unless they are to be kept."""
    if keep_contacts:
        return added
    return pd.concat([mask_column(added.iloc[:, at]) for at in range(added.shape[1])], axis=1)
