"""Read project codes (项目代码): 4-6-2-2-6 digits of time, region, department or industry, kind and serial number.

New codes (GB/T 40058-2021, in use since November 2020) begin with year and month and end in a check digit; older ones
begin with a year. What the standard was not read for is only inferred, and the note on it says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stdnum.iso7064 import mod_11_10

from lianggao.identifiers.damage import ends_in_zeros, lost_digits, zeros_remark
from lianggao.quantities.text import clip, plain
from lianggao.recognition.remarks import Remark

FIELD = "project_code"

_DASH = r"[-‐‑‒–—―−─━﹘﹣ー_~\s]*"
_BLOCKS = re.compile(rf"(?<![0-9]){_DASH.join(f'([0-9]{{{size}}})' for size in (4, 6, 2, 2, 6))}(?![0-9])")
# 发改投资〔2020〕1439号 took effect on 2020-11-01, and the provinces changed over one after another.
_FIRST_NEW = (2020, 11)
_OLD_YEARS = range(2015, 2021)
_KINDS = frozenset({"01", "02", "03", "04", "05"})


@dataclass(frozen=True, slots=True)
class ProjectCode:
    """One code taken apart; blocks are empty where it can't be.

    `style` is `new`, `old` or empty where neither fits. The third block is a `department` in a new code and an
    `industry` in an old one. `kind` is the fourth block; only a new code's is known well enough to be looked at.
    """

    given: str
    style: Literal["new", "old", ""] = ""
    year: int | None = None
    month: int | None = None
    region: str = ""
    department: str = ""
    industry: str = ""
    kind: str = ""
    serial: str = ""
    problems: tuple[Remark, ...] = ()


def read_project_code(text: str, today: date) -> ProjectCode:
    """Take one code apart and say what is doubtful about it; `today` is a day that no code can be later than.

    >>> code = read_project_code("２５０９—140602 89-05-864976", date(2026, 1, 1))
    >>> code.style, code.year, code.month, code.region, code.kind, code.problems
    ('new', 2025, 9, '140602', '05', ())
    """
    if damaged := lost_digits(text, FIELD):
        return ProjectCode(text, problems=(damaged,))
    found = list(_BLOCKS.finditer(plain(text)))
    if len(found) != 1:
        return ProjectCode(text, problems=(_shape(text),))
    time, region, third, kind, serial = found[0].groups()
    digits = "".join(found[0].groups())
    if len(set(digits)) == 1 or time == "0000" or region == "000000":
        remark = Remark("project-code-shape", FIELD, f"“{clip(text)}”像是占位的代码，不是项目代码")
        return ProjectCode(text, problems=(remark,))
    style, year, month = _time(time)
    problems = [*_time_problems(text, time, year, month, today)]
    if style == "new":
        problems += _kind_problems(text, kind)
        problems += _check_digit_problems(text, digits)
    new = style == "new"
    return ProjectCode(
        text, style, year, month, region, third if new else "", "" if new else third, kind, serial, tuple(problems)
    )


def read_project_codes(text: str, today: date) -> tuple[ProjectCode, ...]:
    """Read a cell with one or several codes."""
    found = [one.group() for one in _BLOCKS.finditer(plain(text))]
    return tuple(read_project_code(one, today) for one in (found if len(found) > 1 else [text]))


def _time(block: str) -> tuple[Literal["new", "old", ""], int | None, int | None]:
    last = int(block[2:])
    if 1 <= last <= 12:
        return "new", 2000 + int(block[:2]), last
    if int(block) in _OLD_YEARS:
        return "old", int(block), None
    return "", None, None


def _time_problems(text: str, block: str, year: int | None, month: int | None, today: date) -> list[Remark]:
    if year is None:
        why = f"首段“{block}”既不是年月，也不是2015至2020年的年份"
    elif (year, month or 1) > (today.year, today.month if month else 1):
        why = f"首段“{block}”晚于{today.isoformat()}"
    elif month and (year, month) < _FIRST_NEW:
        why = f"首段“{block}”按年月是{year}年{month}月，早于这种代码启用的2020年11月"
    else:
        return []
    return [Remark("project-code-date", FIELD, f"项目代码“{clip(text)}”{why}，请核对")]


def _kind_problems(text: str, kind: str) -> list[Remark]:
    if kind in _KINDS:
        return []
    why = f"第四段（项目类型）“{kind}”不在01至05之内（这一取值由类型的排列顺序推定，未核对标准原文），请核对"
    return [Remark("project-code-kind", FIELD, f"项目代码“{clip(text)}”{why}")]


def _check_digit_problems(text: str, digits: str) -> list[Remark]:
    if mod_11_10.is_valid(digits):
        return []
    if ends_in_zeros(digits):
        return [zeros_remark(text, FIELD)]
    why = "末位校验码不符，可能有误（校验规则由四个公开的代码推定，未核对GB/T 40058-2021原文），请核对"
    return [Remark("project-code-check-digit", FIELD, f"项目代码“{clip(text)}”{why}")]


def _shape(text: str) -> Remark:
    why = "不是4-6-2-2-6共20位数字的项目代码，未核对"
    return Remark("project-code-shape", FIELD, f"“{clip(text)}”{why}")
