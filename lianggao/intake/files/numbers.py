"""Turn what a spreadsheet stores for a number, date or share into the text that a person sees there.

A spreadsheet keeps 15 digits: a stored 0.30000000000000004 shows as 0.3 and was never anything else, so what stands
behind the 15th digit is dropped. A number format decides only whether a number is a date, a span of time or a share.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

DIGITS = 15
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,307})")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")

# Formats without a text of their own in the file; 27 to 36 and 50 to 58 are dates in Chinese.
_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)})
_BUILT_IN: dict[int, str] = {9: "percent", 10: "percent", 46: "elapsed"} | dict.fromkeys(_DATES, "date")
_NOISE = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DATE = re.compile("[ymdhs]|aaa", re.IGNORECASE)


UNIT = "unit:"
# Words behind the digits of a format; a colour or condition may stand before them.
_BEHIND = re.compile(r'(?:\[[^\]]*\])*([#0?,.]*[#0?,])((?:"[^";]*[\u4e00-\u9fff][^";]*"|[\u4e00-\u9fff])+)')


def number_text(written: str) -> str:
    """Return a stored number as text, without an exponent; what is no number stays as it is.

    >>> number_text("0.30000000000000004"), number_text("12533.05"), number_text("1E-7"), number_text("50000.0")
    ('0.3', '12533.05', '0.0000001', '50000')
    """
    written = written.strip()
    if _WHOLE.fullmatch(written) or (len(written) <= DIGITS and _PLAIN.fullmatch(written)):
        return written
    try:
        value = float(written)
    except ValueError:
        return written
    return float_text(value) if math.isfinite(value) else written


def float_text(value: float) -> str:
    """Return the 15 digits that a spreadsheet shows of a finite number, fewer where fewer say the same.

    >>> float_text(0.1 + 0.2), float_text(4.99999), float_text(-5.0)
    ('0.3', '4.99999', '-5')
    """
    exact = Decimal(repr(value))
    if len(exact.normalize().as_tuple().digits) > DIGITS:
        exact = Decimal(format(value, f".{DIGITS}g"))
    return plain(exact)


def plain(number: Decimal) -> str:
    """Return a number's digits without an exponent or zeros at the end of its fraction."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(text: str) -> str:
    """Return a share as a percentage.

    >>> percent_text("0.125"), percent_text("2")
    ('12.5%', '200%')
    """
    return f"{plain(Decimal(text).scaleb(2))}%"


@lru_cache(maxsize=1 << 12)
def format_kind(number: int, code: str) -> str:
    """Return `date`, `elapsed`, `percent`, `unit:` with words shown behind the number, or nothing.

    >>> format_kind(164, 'yyyy"年"m"月"'), format_kind(31, ""), format_kind(165, '0.00"吨/d"'), format_kind(10, "")
    ('date', 'date', 'unit:吨/d', 'percent')
    >>> format_kind(166, '#,##0.00"万"'), format_kind(167, '0!.0,"万"'), format_kind(168, '0.00')
    ('unit:万', '', '')
    """
    if not code or code.upper() == "GENERAL":
        return _BUILT_IN.get(number, "")
    shown = _NOISE.sub("", code[:1000]).partition(";")[0]
    if "%" in shown:
        return "percent"
    if _ELAPSED.search(shown):
        return "elapsed"
    if unit := _unit_shown(code[:1000]):
        return UNIT + unit
    return "date" if _DATE.search(shown) and "GENERAL" not in shown.upper() else ""


def _unit_shown(code: str) -> str:
    """Return the words that a format puts behind a number, such as 万 or 吨.

    A format that divides by thousands to show 万 (`0!.0,"万"`) keeps the whole number in the cell: it says nothing.
    """
    found = _BEHIND.match(code)
    return re.sub(r'"|\\', "", found[2]) if found and not found[1].endswith(",") else ""


def formatted(text: str, kind: str, from_1904: bool = False) -> str:
    """Return a stored number as its format means it, or nothing where it can't be that."""
    if kind.startswith(UNIT):
        return number_text(text) + kind.removeprefix(UNIT)
    if kind == "percent":
        return percent_text(text) if _is_number(text) else ""
    if not _is_number(text):
        return ""
    days = float(text)
    return elapsed_text(days) if kind == "elapsed" else date_text(days, from_1904)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def date_text(days: float, from_1904: bool = False) -> str:
    """Return a stored date as ISO text, or nothing where there is no such date.

    Below one day it is a time. The calendar of spreadsheets has a 29 February 1900, number 60, which never was.

    >>> date_text(44742), date_text(44742.3368055556), date_text(0.5), date_text(60), date_text(1)
    ('2022-06-30', '2022-06-30T08:05:00', '12:00:00', '', '1900-01-01')
    """
    if not 0 <= days < 2_958_466:
        return ""
    whole, seconds = divmod(round(days * 86_400), 86_400)
    clock = str(timedelta(seconds=seconds)).zfill(8)
    if days < 1 and seconds:
        return clock
    if from_1904:
        start = date(1904, 1, 1)
    elif whole == 60 or whole == 0:
        return ""
    else:
        start = date(1899, 12, 30) if whole > 60 else date(1899, 12, 31)
    try:
        day = start + timedelta(days=whole)
    except OverflowError:
        return ""
    return f"{day.isoformat()}T{clock}" if seconds else day.isoformat()


def elapsed_text(days: float) -> str:
    """Return a span of time.

    >>> elapsed_text(1.5)
    '36:00:00'
    """
    if abs(days) > 10_000_000:
        return ""
    minutes, seconds = divmod(round(abs(days) * 86_400), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{'-' if days < 0 else ''}{hours}:{minutes:02}:{seconds:02}"


def day_of(written: str) -> str:
    """Return an ISO date or moment as it is, a moment at midnight as its date.

    >>> day_of("2022-06-30T00:00:00"), day_of("2022-06-30T08:05:00")
    ('2022-06-30', '2022-06-30T08:05:00')
    """
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    if moment.time().isoformat() == "00:00:00" and moment.tzinfo is None:
        return moment.date().isoformat()
    return written
