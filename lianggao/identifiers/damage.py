"""Tell identifiers that a spreadsheet has turned into numbers: their last digits are gone and can't be had back.

A cell that is a number is noted where it is read; here are the texts that such a number leaves in a list.
"""

from __future__ import annotations

import re

from lianggao.quantities.text import clip, plain
from lianggao.recognition.remarks import Remark

_EXPONENT = re.compile(r"[0-9](?:\.[0-9]*)?[eE]\+?[0-9]{1,3}")
# A spreadsheet keeps 15 digits and writes zeros for the rest.
_ZEROS = re.compile(r"[0-9]{15}0{3,5}")


def lost_digits(text: str, field: str) -> Remark | None:
    """Return a remark where an identifier is written as a number with an exponent.

    >>> lost_digits("9.14E+17", "uscc").text
    '“9.14E+17”是科学计数法，原值已失真，请按证照原件以文本重新填写'
    >>> lost_digits("91410423MAK2PDF88M", "uscc")
    """
    if not _EXPONENT.fullmatch(plain(text)):
        return None
    return Remark("digits-lost", field, f"“{clip(text)}”是科学计数法，原值已失真，请按证照原件以文本重新填写")


def ends_in_zeros(digits: str) -> bool:
    """Return whether the digits beyond the fifteenth are all zero, as they are where a number has been stored.

    >>> ends_in_zeros("914100001234568000"), ends_in_zeros("914100001234568001")
    (True, False)
    """
    return bool(_ZEROS.fullmatch(digits))


def zeros_remark(text: str, field: str) -> Remark:
    """Return the remark on such digits."""
    why = "第15位以后全为0，像是曾以数字存放，原值可能已失真，请按证照原件核对"
    return Remark("digits-lost", field, f"“{clip(text)}”{why}")
