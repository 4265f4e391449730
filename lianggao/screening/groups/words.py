"""The texts of a field as rows are compared by them, worked on once for each distinct text.

Texts are compared without spaces and full-width forms, and otherwise as they are written. Nothing is compared where a
text is blank, masked, or no code where a code belongs.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import TEXT, coded
from lianggao.facts import Facts
from lianggao.tables.known import Ints

Hashes = npt.NDArray[np.uint64]

_SPACE = r"\s+"
# All that is not sure to be free of spaces and of forms that normalisation changes, which most texts are.
_TO_NORMALISE = r"[^!-~\x{4E00}-\x{9FFF}、。“”‘’—·《》]"
_DASHES = r"[\s‐‑‒–—―−─━﹘﹣ー_~-]+"
# A national code has 20 digits (GB/T 40058-2021); one of a single digit, or that a spreadsheet has rounded to the 15
# digits that it keeps, is none.
_CODE = r"^[0-9]{20}$"
_NO_CODE = r"^(0+|1+|2+|3+|4+|5+|6+|7+|8+|9+)$|^0000|^....000000|00000$"
_USCC = r"^[0-9A-Z]{18}$"
_NO_USCC = r"^(0+|1+|9+|X+)$|0000000$"
_MASKED = r"\*{2,}|×{2,}|某"


class Words(NamedTuple):
    """The distinct `texts` of a field, null where one says nothing, and which of them each row has."""

    texts: pa.Array
    of_row: Ints

    def codes(self) -> Ints:
        """Return a number for each row, the same for the same text and -1 where there is none."""
        return factorised(self.texts)[self.of_row]

    def hashes(self) -> Hashes:
        """Return 64 bits for each row, the same for the same text in every list and 0 where there is none."""
        return hashed(self.texts)[self.of_row]


def written(facts: Facts, name: str) -> Words:
    """Return the texts of a field without spaces and full-width forms."""
    held = coded(facts.texts, name)
    if held is None:
        return Words(pa.nulls(1, TEXT), np.zeros(facts.rows, dtype=np.int64))
    return Words(_normal(held.texts), held.codes.astype(np.int64, copy=False))


def names(facts: Facts, name: str) -> Words:
    """Return the names of a field, none where it is masked."""
    texts, of_row = written(facts, name)
    return Words(kept(texts, unless=_MASKED), of_row)


def project_codes(facts: Facts) -> Words:
    """Return the national project codes, whatever stands between their digits."""
    texts, of_row = written(facts, "project_code")
    return Words(kept(_joined(texts), _CODE, _NO_CODE), of_row)


def credit_codes(facts: Facts) -> Words:
    """Return the credit codes of the owners."""
    texts, of_row = written(facts, "uscc")
    return Words(kept(pc.utf8_upper(_joined(texts)), _USCC, _NO_USCC), of_row)


def statements(facts: Facts, name: str) -> Words:
    """Return what a field says, as far as it says anything, so that it can be told whether rows say the same."""
    texts, of_row = written(facts, name)
    return Words(kept(_joined(texts) if name == "project_code" else texts), of_row)


def kept(texts: pa.Array, only: str = ".", unless: str = "") -> pa.Array:
    """Replace by null whatever does not match `only`, or does match `unless`."""
    keep = pc.match_substring_regex(texts, only)
    if unless:
        keep = pc.and_(keep, pc.invert(pc.match_substring_regex(texts, unless)))
    return pc.if_else(keep, texts, pa.scalar(None, texts.type))


def factorised(texts: pa.Array) -> Ints:
    """Number texts by their first appearance; -1 where there is none."""
    coded = texts.dictionary_encode()
    return np.asarray(coded.indices.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)


def hashed(texts: pa.Array) -> Hashes:
    """Return 64 bits for each text that no run and no process changes, 0 where there is none."""
    found = pl.Series(texts, dtype=pl.String).hash().to_numpy()
    return np.where(pc.is_valid(texts).to_numpy(zero_copy_only=False), np.maximum(found, 1), 0).astype(np.uint64)


def _normal(texts: pa.Array) -> pa.Array:
    odd = pc.match_substring_regex(texts, _TO_NORMALISE).fill_null(False)
    if not pc.any(odd).as_py():
        return texts
    mended: Any = pc.utf8_normalize(texts.filter(odd), form="NFKC")
    return pc.replace_with_mask(texts, odd, pc.replace_substring_regex(mended, _SPACE, ""))


def _joined(texts: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(texts, _DASHES, "")
