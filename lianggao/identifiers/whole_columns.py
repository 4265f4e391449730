"""Which of many identifiers are surely in order, looked at all together: on these there is nothing to tell.

Only the plainest way of writing is known here. Whatever else stands in a cell goes to the reader of single ones, which
says the same of the plain ones.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.tables.known import Bools, Ints

Bytes = npt.NDArray[np.uint8]

_ALPHABET = b"0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = np.array([pow(3, place, 31) for place in range(17)])
_DIGITS = [*range(4), *range(5, 11), *range(12, 14), *range(15, 17), *range(18, 24)]
"""Places of the digits in a project code: `2018-410811-41-03-942438`."""


def good_usccs(texts: pa.LargeStringArray) -> Bools:
    """Return which texts are 统一社会信用代码 with a region in digits and the check digit that they should have.

    >>> good_usccs(pa.array(["91410423MAK2PDF88M", "91410423MAK2PDF88N", "9.14E+17"], pa.large_string())).tolist()
    [True, False, False]
    """
    good, letters = _of_length(texts, 18)
    value = np.full(256, -1, dtype=np.int64)
    value[list(_ALPHABET)] = np.arange(len(_ALPHABET))
    values = value[letters]
    valid = (values >= 0).all(axis=1) & (values[:, 2:8] < 10).all(axis=1)
    valid &= (-(values[:, :17] @ _WEIGHTS)) % 31 == values[:, 17]
    good[good] = valid & (values != values[:, :1]).any(axis=1)
    return good


def good_project_codes(texts: pa.LargeStringArray, today: date) -> tuple[Bools, Ints]:
    """Return which texts are project codes with nothing doubtful but perhaps their region, and the region of each.

    >>> codes = pa.array(["2509-140602-89-05-864976", "无"], pa.large_string())
    >>> good_project_codes(codes, date(2026, 1, 1))[0].tolist()
    [True, False]
    """
    good, letters = _of_length(texts, 24)
    digits = letters[:, _DIGITS].astype(np.int64) - ord("0")
    plain = ((digits >= 0) & (digits <= 9)).all(axis=1) & (letters[:, [4, 11, 14, 17]] == ord("-")).all(axis=1)
    digits[~plain] = 0
    time, month, region, kind = (
        _number(digits[:, part]) for part in (slice(4), slice(2, 4), slice(4, 10), slice(12, 14))
    )
    when = 2000 * 100 + time  # year and month
    new = (month >= 1) & (month <= 12) & (when >= 202011) & (when <= today.year * 100 + today.month)
    new &= (kind >= 1) & (kind <= 5) & (_mod_11_10(digits) == 1)
    old = (month > 12) & (time >= 2015) & (time <= min(2020, today.year))
    fits = plain & (new | old) & (region > 0) & (digits != digits[:, :1]).any(axis=1)
    regions = np.zeros(len(texts), dtype=np.int64)
    regions[good] = region
    good[good] = fits
    return good, regions


def _of_length(texts: pa.LargeStringArray, length: int) -> tuple[Bools, Bytes]:
    """Return which texts have so many bytes, and the bytes of these."""
    fits = pc.equal(pc.binary_length(texts), length)
    kept = texts.filter(fits)
    offsets = np.frombuffer(kept.buffers()[1], dtype=np.int64)
    start = int(offsets[kept.offset]) if len(kept) else 0
    data = np.frombuffer(kept.buffers()[2] or b"", dtype=np.uint8)[start : start + length * len(kept)]
    return np.array(fits, dtype=bool), data.reshape(-1, length)


def _number(digits: Ints) -> Ints:
    number: Ints = digits @ (10 ** np.arange(digits.shape[1])[::-1])
    return number


def _mod_11_10(digits: Ints) -> Ints:
    """Return the checksum of ISO 7064 MOD 11,10, which is 1 for a number with its own check digit."""
    check = np.full(len(digits), 5, dtype=np.int64)
    for place in range(digits.shape[1]):
        check = (np.where(check == 0, 10, check) * 2 % 11 + digits[:, place]) % 10
    return check
