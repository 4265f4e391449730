"""Hides contacts: columns that hold nothing else, and telephone and identity numbers wherever they stand in a text.

Numbers keep their first three and last two digits, so that two entries can still be told apart. Landlines, amounts
and the codes of projects and companies are left as they are.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from lianggao.intake.columns import read_header
from lianggao.intake.spellings import read_headers
from lianggao.reports.columns import rewrite_texts
from lianggao.rulebook import Law

HIDDEN = "（已隐去）"
"""Stands in the place of every entry of a contact column."""

CONTACT_HEADERS = re.compile("联系人|联系电话|联系方式|手机|电话|邮箱|身份证|e-?mail|phone|mobile", re.IGNORECASE)

_DIGIT = "[0-9０-９]"
_MOBILE = rf"[1１][3-9３-９]{_DIGIT}(?:[ -]?{_DIGIT}{{4}}){{2}}"
_CITIZEN = r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
# Eleven digits that a unit or a decimal point follows are an amount.
_NOT_AMOUNT = r"(?!\s*[万亿]?(?:[kK][wW]|千瓦|千克|度|吨|元|立方|平方|米|公里)|[.．]\d)"
# Within a fingerprint such as a SHA-256, digits stand between letters.
_NOT_FINGERPRINT = r"(?!(?<=[a-f])\d{11,18}[a-f])"
_NUMBER = re.compile(
    rf"(?<![0-9０-９.]){_NOT_FINGERPRINT}((?:\+?86[ -]?)?)({_CITIZEN}|{_MOBILE})(?![0-9０-９]){_NOT_AMOUNT}"
)
# Finds the few cells that are worth a closer look; fast engines have no look-around.
_HINT = r"[1１][3-9３-９][0-9０-９][ -]?[0-9０-９]{4}[ -]?[0-9０-９]{4}|\d{17}[\dXx]"


def mask_text(text: str) -> str:
    """Hide the middle of every mobile and identity number in a text.

    >>> mask_text("张工 13900005678，传真0374-2345678，用电13900005678千瓦时")
    '张工 139******78，传真0374-2345678，用电13900005678千瓦时'
    """
    return _NUMBER.sub(_hide, text)


def _hide(found: re.Match[str]) -> str:
    number = found[2].replace(" ", "").replace("-", "")
    return found[1] + number[:3] + "*" * (len(number) - 5) + number[-2:]


def mask_column(column: pd.Series[Any]) -> pd.Series[Any]:
    """Hide the numbers in every text of a column."""
    return rewrite_texts(column, _HINT, mask_text)


def mask_given(given: pd.DataFrame, law: Law) -> pd.DataFrame:
    """Return the rows as given without contacts; quantities and codes are not looked into."""
    headers = read_headers(law.catalogs)
    columns = []
    for at, name in enumerate(given.columns):
        column = given.iloc[:, at]
        field = read_header(str(name), law.vocabulary, headers).field
        if CONTACT_HEADERS.search(str(name)):
            blank = column.isna() | (column.astype(str).str.strip() == "")
            column = column.astype(object).where(blank, HIDDEN)
        elif field not in ("uscc", "project_code") and not (field and law.vocabulary[field].kind == "quantity"):
            column = mask_column(column)
        columns.append(column)
    return pd.concat(columns, axis=1) if columns else given
