"""Look at 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check digit over the others.

Older numbers and numbers of persons are told apart by their shape. That a code passes does not show that the firm
exists; and it is never put right.
"""

from __future__ import annotations

import re
import unicodedata

from stdnum.cn import ric, uscc

from lianggao.identifiers.damage import ends_in_zeros, lost_digits, zeros_remark
from lianggao.quantities.text import clip, plain
from lianggao.recognition.remarks import Remark

FIELD = "uscc"
PERSONAL = "uscc-personal"
"""The code of a remark on what looks like a person's number, which must not travel on in a note."""

_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_PART = re.compile(r"[0-9A-Z*][0-9A-Z*-]*")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def uscc_remarks(text: str) -> tuple[Remark, ...]:
    """Say what is wrong with each code in a cell; nothing where nothing is.

    >>> uscc_remarks("91410423mak2pdf88m")
    ()
    >>> uscc_remarks("91410423MAK2PDF88N")[0].text
    '“91410423MAK2PDF88N”末位校验码不符，不是有效的统一社会信用代码，请核对'
    """
    if damaged := lost_digits(text, FIELD):
        return (damaged,)
    whole = unicodedata.normalize("NFKC", plain(text)).upper()
    joined = re.sub(r"[\s-]", "", whole)
    parts = [joined] if re.fullmatch(r"[0-9A-Z*]{18}", joined) else _PART.findall(whole)
    codes = [part.replace("-", "") for part in parts if any(char.isdigit() for char in part)]
    if not codes:
        return (_invalid(text, "不是统一社会信用代码"),)
    return tuple(remark for code in codes if (remark := _remark(code)))


def _remark(code: str) -> Remark | None:
    if len(code) != 18:
        return _of_another_length(code)
    if len(set(code)) == 1:
        return _invalid(code, "像是占位的代码，不是统一社会信用代码")
    if strange := "、".join(dict.fromkeys(f"“{char}”" for char in code if char not in _ALPHABET)):
        return _invalid(code, f"含有统一社会信用代码不用的字符{strange}，请核对")
    if code[-1] == uscc.calc_check_digit(code[:-1]) and code[2:8].isdigit():
        return None
    if ric.is_valid(code):
        return Remark(PERSONAL, FIELD, "所填像是居民身份证号码，不是统一社会信用代码，请核对")
    if not code[2:8].isdigit():
        return _invalid(code, "第3至8位（登记机关行政区划）不是数字，不是有效的统一社会信用代码，请核对")
    if code.isdigit() and ends_in_zeros(code):
        return zeros_remark(code, FIELD)
    return _invalid(code, "末位校验码不符，不是有效的统一社会信用代码，请核对")


def _of_another_length(code: str) -> Remark:
    if _MOBILE.fullmatch(code):
        return Remark(PERSONAL, FIELD, "所填像是手机号码，不是统一社会信用代码，请核对")
    if len(code) == 15 and code.isdigit():
        return _invalid(code, "是15位数字，像是原营业执照注册号，不是18位的统一社会信用代码")
    if len(code) == 9 and code[:8].isalnum():
        return _invalid(code, "是9位，像是原组织机构代码，不是18位的统一社会信用代码")
    return _invalid(code, f"共{len(code)}位，统一社会信用代码应为18位，请核对")


def _invalid(code: str, why: str) -> Remark:
    return Remark("uscc-invalid", FIELD, f"“{clip(code)}”{why}")
