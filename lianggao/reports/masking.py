"""Hides contacts: columns that hold nothing else, and telephone and identity numbers wherever they stand in a text.

Numbers keep their first three and last two digits, so that two entries can still be told apart. Landlines, amounts
and the codes of projects and companies are left as they are. A number may be written in groups, and in full width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import polars as pl

from lianggao.identifiers import uscc_remarks
from lianggao.identifiers.whole_columns import good_usccs
from lianggao.reports.columns import matching, rewrite_texts
from lianggao.text_columns import arrow
from lianggao.vocabulary import Vocabulary

HIDDEN = "（已隐去）"
"""Stands in the place of every entry of a contact column."""

_CONTACTS = "联系人|联系电话|联系方式|手机|电话|邮箱|身份证|e-?mail|phone|mobile"
CONTACT_HEADERS = re.compile(_CONTACTS, re.IGNORECASE)
_LABELLED = re.compile(rf"((?:{_CONTACTS})\w{{0,4}}\s*[:：]\s*)[^\s，,；;。、]+", re.IGNORECASE)

_GAPS = " \u00a0\u3000-"
_GAP = f"[{_GAPS}]?"
_DIGIT = "[0-9０-９]"
_MOBILE = rf"[1１][3-9３-９]{_DIGIT}(?:{_GAP}{_DIGIT}{{4}}){{2}}"


def _spaced(*each: str) -> str:
    """Return a pattern of digits between which there may be gaps; each is given as plain digits or a class."""
    wide = str.maketrans({str(digit): f"{digit}{chr(0xFF10 + digit)}" for digit in range(10)})
    return _GAP.join(f"[{digits.translate(wide)}]" for digits in each)


_ANY = "0123456789"
_DAYS = "|".join((_spaced("0", "123456789"), _spaced("12", _ANY), _spaced("3", "01")))
_CITIZEN = _GAP.join(
    (
        _spaced("123456789", *[_ANY] * 5),
        f"(?:{_spaced('1', '9')}|{_spaced('2', '0')})",
        _spaced(_ANY, _ANY),
        f"(?:{_spaced('0', '123456789')}|{_spaced('1', '012')})",
        f"(?:{_DAYS})",
        _spaced(_ANY, _ANY, _ANY),
        "[0-9０-９XxＸｘ]",
    )
)
# Eleven digits that a unit or a decimal point follows are an amount.
_NOT_AMOUNT = r"(?!\s*[万亿]?(?:[kK][wW]|千瓦|千克|度|吨|元|立方|平方|米|公里|吉焦|亩|公顷)|[.．]\d)"
# Within a fingerprint such as a SHA-256, digits stand between letters.
_NOT_FINGERPRINT = r"(?!(?<=[a-f])\d{11,18}[a-f])"
_NUMBER = re.compile(
    rf"(?<![0-9０-９.]){_NOT_FINGERPRINT}((?:\+?86[ -]?)?)({_CITIZEN}|{_MOBILE})(?![0-9０-９]){_NOT_AMOUNT}"
)
# Finds the few cells that are worth a closer look; fast engines have no look-around.
_HINT = f"{_MOBILE}|{_DIGIT}(?:{_GAP}{_DIGIT}){{16}}{_GAP}[0-9０-９XxＸｘ]"


def mask_text(text: str) -> str:
    """Hide the middle of every mobile and identity number in a text.

    >>> mask_text("张工 13900005678，传真0374-2345678，用电13900005678千瓦时")
    '张工 139******78，传真0374-2345678，用电13900005678千瓦时'
    """
    return _NUMBER.sub(_hide, text)


def mask_uscc(text: str) -> str:
    """Hide a personal number that stands where a firm's code should; a code that is one is left as it is.

    >>> mask_uscc("91410423MAK2PDF88M"), mask_uscc("13900005678")
    ('91410423MAK2PDF88M', '139******78')
    """
    return mask_text(text) if uscc_remarks(text) else text


def mask_labelled(text: str) -> str:
    """Hide numbers as `mask_text` does, and whatever follows the label of a contact.

    >>> mask_labelled("填表单位：甲局　联系人：张三　联系电话：0374-2345678")
    '填表单位：甲局　联系人：（已隐去）　联系电话：（已隐去）'
    """
    return _LABELLED.sub(lambda found: found[1] + HIDDEN, mask_text(text))


def _hide(found: re.Match[str]) -> str:
    number = re.sub(f"[{_GAPS}]", "", found[2])
    return found[1] + number[:3] + "*" * (len(number) - 5) + number[-2:]


def mask_column(column: pd.Series[Any]) -> pd.Series[Any]:
    """Hide the numbers in every text of a column."""
    return rewrite_texts(column, matching(_HINT), mask_text)


def mask_given(given: pd.DataFrame, fields: Mapping[str, str], vocabulary: Vocabulary) -> pd.DataFrame:
    """Return the rows as given without contacts, in headers too; quantities and codes are not looked into.

    `fields` has the field that each header gives.
    """
    columns = []
    for at, name in enumerate(given.columns):
        column = given.iloc[:, at]
        field = fields.get(str(name), "")
        if CONTACT_HEADERS.search(str(name)):
            blank = column.isna() | (column.astype(str).str.strip() == "")
            column = column.astype(object).where(blank, HIDDEN)
        elif field == "uscc":
            column = rewrite_texts(column, _doubtful_usccs, mask_uscc)
        elif field != "project_code" and not (field and vocabulary[field].kind == "quantity"):
            column = mask_column(column)
        columns.append(column)
    if not columns:
        return given
    masked = pd.concat(columns, axis=1)
    masked.columns = pd.Index(_masked_names(map(str, given.columns)))
    return masked


def _doubtful_usccs(texts: pl.Series) -> pl.Series:
    """Return which texts of a column of 统一社会信用代码 may be a personal number."""
    return texts.str.contains(_HINT) & ~pl.Series(good_usccs(arrow(texts.fill_null(""))))


def _masked_names(names: Iterable[str]) -> list[str]:
    """Hide the numbers in headers, and keep headers apart that differ in nothing else."""
    masked = list[str]()
    for name in names:
        shown = mask_text(name)
        masked.append(f"{shown}（{len(masked) + 1}）" if shown != name and shown in masked else shown)
    return masked
