"""Cells that differ in their numbers only, `0.02万吨标准煤` and `3.5万吨标准煤`, are one shape that is read once.

What a shape states are ends that are its numbers times exact factors. A shape is learned from sample cells, and only
where the signs that a cell is cut into, and so all that follows from them, are the same whatever the numbers are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from lianggao.quantities.energy import UNSTATED, bases_of
from lianggao.quantities.measure import Column, Measured, measure
from lianggao.quantities.parts import Part, read_items
from lianggao.quantities.reading import Reading, nearest
from lianggao.quantities.text import clip, plain
from lianggao.quantities.tokens import cut

Read = Callable[[str], Mapping[str, Reading]]
"""The reader of one cell: what it states, by basis; the key is empty for a quantity that has no basis."""

# Whole and broken, of one digit and of several, with and without commas; the second is always the larger.
SAMPLES = (("2", "7"), ("0.5", "8.25"), ("12", "340"), ("1,234.5", "56,789"), ("123456.789", "1234567.8"))
# Signs that leave the size of a figure to its number alone: numbers, scales, units, bounds and blurs, words on the
# year or the basis, the column's own label. What widens by the last digit (`3000余吨`) or sums up is not among them.
_KINDS = frozenset("ncubawrtlpvsLB") | {"open", "close"}


class End(NamedTuple):
    """One end of an interval: which of the shape's numbers, and what one of it is worth."""

    number: int
    factor: Fraction

    def of(self, numbers: Sequence[Fraction]) -> Fraction:
        """Return the end for these numbers."""
        return numbers[self.number] * self.factor


class Stated(NamedTuple):
    """What a shape states on one basis: without `low` nothing from below, without `high` nothing from above.

    `remarks` are codes and sentences around the quoted cell. Of `ends` as written the first has to be the smaller.
    """

    basis: str
    low: End | None
    high: End | None
    remarks: tuple[tuple[str, str, str], ...]
    ends: tuple[End, End] | None


Shape = tuple[Stated, ...]


def learn(words: Sequence[str], column: Column, basis: str | None, read: Read) -> Shape | None:
    """Return how cells read that are `words` with numbers between them; None where each has to be read by itself.

    What is learned holds for numbers above zero, written as in `SAMPLES`, of at most fifteen digits, of which no two
    may be years or stand in the wrong order. `basis` is that of the header, None for what has none; `read` reads a
    cell of the column and has to agree on every sample.
    """
    found: set[Shape] = set()
    for sample in SAMPLES:
        numbers = sample[: len(words) - 1]
        shape = _read(words, numbers, column, basis)
        if shape is None or not _agrees(shape, words, numbers, read):
            return None
        found.add(shape)
    (shape, *others) = found
    # What is quoted is the cell with its spaces drawn together, which a sentence around the cell as it is would miss.
    spaced = any(char.isspace() for word in words for char in word)
    return None if others or (spaced and any(stated.remarks for stated in shape)) else shape


def _filled(words: Sequence[str], numbers: Sequence[str]) -> str:
    return "".join(word + number for word, number in zip(words, (*numbers, ""), strict=True))


def _read(words: Sequence[str], numbers: Sequence[str], column: Column, basis: str | None) -> Shape | None:
    text = _filled(words, numbers)
    written, quoted = plain(text), clip(text)
    tokens = cut(written, column.scale, column.field) or []
    if [token.text for token in tokens if token.kind == "n"] != list(numbers) or {t.kind for t in tokens} - _KINDS:
        return None
    items = read_items(written, column.scale, column.field)
    parts = [item for item in items or () if isinstance(item, Part)]
    bases = {"": parts} if basis is None else bases_of(items, basis) or {}
    if sum(map(len, bases.values())) != len(parts) or basis not in (None, UNSTATED, *bases):
        return None
    values = [Fraction(number.replace(",", "")) for number in numbers]
    stated = [_stated(own, parts, values, column, quoted) for own, parts in bases.items()]
    return tuple(one for one in stated if one) if all(stated) else None


def _stated(
    basis: str, parts: Sequence[Part], values: Sequence[Fraction], column: Column, quoted: str
) -> Stated | None:
    if len(parts) != 1 or not parts[0].statement or parts[0].shared:
        return None
    (part,) = parts
    assert part.statement
    measured, first, last = measure(part.statement, column, quoted, part.per), part.statement.first, part.statement.last
    if not isinstance(measured, Measured) or first.high is None or last.high is None:
        return None
    one, two = (values.index(amount.low / amount.times) for amount in (first, last))
    remarks = []
    for remark in measured.notes:
        before, _, after = remark.text.partition(quoted)
        remarks.append((remark.code, before, after))
    return Stated(
        basis,
        End(one, measured.low / values[one]) if measured.low else None,
        End(two, measured.high / values[two]) if measured.high is not None else None,
        tuple(remarks),
        (End(one, first.low / values[one]), End(two, last.high / values[two])) if first is not last else None,
    )


def _agrees(shape: Shape, words: Sequence[str], numbers: Sequence[str], read: Read) -> bool:
    """Return whether reading a sample cell gives what the shape says."""
    text, values = _filled(words, numbers), [Fraction(number.replace(",", "")) for number in numbers]
    if len(" ".join(text.split())) != len(clip(text)):
        return False
    expected = {}
    for stated in shape:
        remarks = [(code, f"{before}{clip(text)}{after}") for code, before, after in stated.remarks]
        low = nearest(stated.low.of(values)) if stated.low else 0.0
        expected[stated.basis] = (low, nearest(stated.high.of(values)) if stated.high else float("inf"), remarks)
    given = {basis: (one.low, one.high, [tuple(note) for note in one.notes]) for basis, one in read(text).items()}
    return given == expected and list(given) == list(expected)
