"""A statement: one amount or a range of two, with the words that bound or blur it, as an exact interval.

Vague words widen by the amounts that docs/quantities.md lists. They are our reading, and no law.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from lianggao.quantities.numerals import SCALE, Number, read_number, read_scale
from lianggao.quantities.tokens import Token, is_upper, period
from lianggao.quantities.units import Unit, find_unit

TENTH = Fraction(1, 10)
_NAMES = ("few", "number", "more", "scale", "beyond", "unit", "per", "each")
_SIDE = (
    "(?P<few{0}>f)?(?P<number{0}>[nc])(?P<more{0}>[mf])?(?P<scale{0}>c)?(?P<beyond{0}>m)?(?P<unit{0}>u)?"
    "(?:(?P<per{0}>p)|(?P<each{0}>q))?"
)
STATEMENT = re.compile(
    f"(?P<bound>b)?(?P<blur>[aw])?{_SIDE.format('_a')}(?:t{_SIDE.format('_b')})?(?P<around>r)?(?P<within>l)?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure with its scale applied, as an interval where it is vague in itself; no `high` is no upper end.

    `step` is what the last written digit counts, and `scaled` says that a 百, 千, 万 or 亿 is there.
    """

    low: Fraction
    high: Fraction | None
    step: Fraction
    times: Fraction
    scaled: bool
    unit: Unit | None
    per: str = ""
    rule: str = ""

    @property
    def bare(self) -> bool:
        """Return whether it is digits and nothing else."""
        return not (self.scaled or self.unit or self.per)

    def with_tail(self, times: Fraction, unit: Unit, per: str) -> Amount:
        """Give a bare figure the scale and unit that stand behind the last of several."""
        high = None if self.high is None else self.high * times
        return replace(
            self,
            low=self.low * times,
            high=high,
            step=self.step * times,
            times=times,
            scaled=times != 1,
            unit=unit,
            per=per,
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """One amount or a range, and how it is bounded or blurred."""

    first: Amount
    last: Amount
    bound: str = ""
    blur: str = ""

    @property
    def rule(self) -> str:
        """Return the rule that made the interval; of several the one that widened it most."""
        vague = self.last.rule or self.first.rule or self.blur
        if self.bound or vague:
            return "bound" if self.bound else vague
        if self.first is not self.last:
            return "range"
        return "number-with-unit" if self.last.unit else "bare-number"

    @property
    def vague(self) -> bool:
        """Return whether a word says that the figure is not exact."""
        return bool(self.blur or self.first.rule or self.last.rule)

    def interval(self) -> tuple[Fraction, Fraction | None] | None:
        """Return the ends; None for a zero that is bounded or blurred, which says nothing."""
        low, high = self.first.low, self.last.high
        if high == 0 and (self.bound or self.vague):
            return None
        if self.blur:
            low -= low * TENTH
        if self.blur == "about" and high is not None:
            high += high * TENTH
        if self.bound == "upper":
            return Fraction(0), high
        return low, (None if self.bound == "lower" else high)


def read_statement(tokens: Sequence[Token], match: re.Match[str], scale: str) -> Statement | None:
    """Build the statement that `match` found among the kinds of `tokens`; None where its signs don't fit together."""
    signs = {name: tokens[match.start(name)].text for name, kind in match.groupdict().items() if kind}
    bounds = {"upper" if is_upper(signs[name]) else "lower" for name in ("bound", "within") if name in signs}
    blurs = {"nearly"} if match["blur"] == "w" else set()
    if match["around"] or match["blur"] == "a":
        blurs.add("about")
    if len(bounds) > 1 or len(blurs) > 1:
        return None
    words = "".join(bounds), "".join(blurs)
    if not match["number_b"]:
        only = _amount(signs, "_a", scale, blurred=bool(bounds or blurs))
        return Statement(only, only, *words) if only else None
    # `4.8—5.2万`: the scale is shared, unless the left number has a scale or a unit of its own.
    shared = "" if "unit_a" in signs or "scale_a" in signs else signs.get("scale_b", "")
    first, last = _amount(signs, "_a", scale, shared), _amount(signs, "_b", scale)
    if not first or not last or "few_a" in signs or "few_b" in signs:
        return None
    return Statement(first, last, *words)


def _amount(
    signs: Mapping[str, str], side: str, scale: str, shared: str = "", *, blurred: bool = False
) -> Amount | None:
    few, digits, more, own, beyond, unit, per, each = (signs.get(name + side, "") for name in _NAMES)
    number = _number(digits, few, more or beyond, blurred)
    named = find_unit(unit.removesuffix("当量"), scale) if unit else None
    if (
        number is None
        or (few and own)
        or not re.fullmatch(f"(?:{SCALE})?", own or shared)
        or (not named and (unit or per))
    ):
        return None
    when = "unit" if each else period(per) if per else ""
    times = read_scale(own or shared)
    low, high, rule = _vague(few, more or beyond, number)
    return Amount(
        low * times,
        None if high is None else high * times,
        number.step * times,
        times,
        number.scaled or bool(own or shared),
        named,
        when,
        rule,
    )


def _number(digits: str, few: str, more: str, blurred: bool) -> Number | None:
    """Read the digits; `近万吨`, `千余吨` and `数千吨` leave the one unsaid."""
    magnitude = re.fullmatch(f"十|{SCALE}", digits)
    if (few and (more or not magnitude)) or (more not in ("", "余", "多") and digits[0].isascii()) or more == "上":
        return None
    number = read_number(digits)
    if number is None and magnitude and (few or more or blurred):
        times = read_scale(digits)
        number = Number(times, times, times, scaled=True)
    return number


def _vague(few: str, more: str, number: Number) -> tuple[Fraction, Fraction | None, str]:
    """Return the ends of a figure that is vague in itself."""
    if few:
        return number.value, (None if few == "上" else number.value * 10), "order-of-magnitude"
    if more:
        # `3000余吨` is less than 4000, `3500余` less than 3600: one more of the last digit that is not a round zero.
        return number.value, number.value + number.place, "and-more"
    return number.value, number.value, ""
