"""Find the figures with units in a text: numbers, ranges and multiples, each as a closed interval.

The pattern looks at a bounded stretch from each place where a number can begin, so that the work is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lianggao.quantities.amounts import TENTH
from lianggao.quantities.capacity_words import NEVER_BEHIND, OF, PERIODS, SPELLINGS
from lianggao.quantities.numerals import SCALE, read_number, read_scale

SMALL = "[0-9]{1,3}|[一二两三四五六七八九十]{1,2}"
_DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_CHINESE = "[一二两三四五六七八九十百千万亿]{1,12}"
_SPACE = r"[ \t\u3000]{0,2}"
_FIGURE = re.compile(
    rf"(?<![0-9a-z.,〇零一二两三四五六七八九十百千万亿×✕*-])"
    rf"(?:(?P<times>{SMALL}){_SPACE}[×✕*x]{_SPACE})?"
    rf"(?P<low>{_DIGITS}|{_CHINESE})(?P<more>[余多])?{_SPACE}(?P<scale_low>{SCALE})?(?P<beyond>[余多])?"
    rf"(?:(?P<unit_low>{SPELLINGS})?{_SPACE}[-–—−~∼〜至到]{_SPACE}(?P<high>{_DIGITS}){_SPACE}(?P<scale>{SCALE})?)?"
    rf"{_SPACE}(?P<unit>{SPELLINGS})(?:(?<=[\u4e00-\u9fff])|(?![a-z0-9²³]))(?!{NEVER_BEHIND})"
    rf"(?:[/每](?P<per>小时|[年天日月时]|[adh](?![a-z0-9])))?(?P<around>左右)?",
    re.IGNORECASE,
)
_BLUR = re.compile(
    "(?:(?P<about>大约|约为|约)|(?P<nearly>接近|将近|近)|(?P<lower>不低于|不少于|超过)|(?P<upper>不超过|不高于))$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands; `blurred` is where the words that blur it begin."""

    start: int
    end: int
    blurred: int
    times: int
    low: Fraction
    high: Fraction | None
    unit: str
    per: str
    rule: str

    @property
    def is_count(self) -> bool:
        """Return whether it may count what comes next: `2台60万千瓦机组`."""
        return self.unit == "piece" and not self.per and self.low < 1000


def find_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text whose full-width signs have been made ordinary ones."""
    for match in _FIGURE.finditer(text):
        if figure := _figure(match, text):
            yield figure


def _figure(match: re.Match[str], text: str) -> Figure | None:
    first, times = read_number(match["low"]), read_number(match["times"] or "1")
    last = read_number(match["high"]) if match["high"] else first
    if not first or not last or not times or not first.value or not times.value:
        return None
    unit, worth = OF[match["unit"].lower()]
    if match["unit_low"] and match["unit_low"].lower() != match["unit"].lower():
        return None
    own, shared = match["scale_low"] or "", match["scale"] or ""
    if match["high"] and not own and not match["unit_low"]:
        own = shared
    low = first.value * read_scale(own) * worth
    end = last.value * read_scale(shared if match["high"] else own) * worth
    if match["more"] or match["beyond"]:
        end += first.place * read_scale(own) * worth
    if low > end:
        return None
    blur = _BLUR.search(text, max(0, match.start() - 3), match.start())
    low, high, word = _blurred(low, end, blur, bool(match["around"]))
    rule = word or (
        "and-more" if match["more"] or match["beyond"] else "range" if match["high"] else "number-with-unit"
    )
    per = PERIODS[match["per"].lower()] if match["per"] else ""
    blurred = blur.start() if blur else match.start()
    return Figure(match.start(), match.end(), blurred, int(times.value), low, high, unit, per, rule)


def _blurred(
    low: Fraction, high: Fraction, blur: re.Match[str] | None, around: bool
) -> tuple[Fraction, Fraction | None, str]:
    """Widen as `amounts.Statement` does."""
    word = blur.lastgroup if blur else None
    if word == "about" or around:
        return low - low * TENTH, high + high * TENTH, "about"
    if word == "nearly":
        return low - low * TENTH, high, "nearly"
    if word == "lower":
        return low, None, "bound"
    if word == "upper":
        return Fraction(0), high, "bound"
    return low, high, ""
