"""Put the signs of a cell together: the amounts it states, each with its labels, and the words on the energy basis.

`占地面积100亩，建筑面积5万平方米` is two parts with a label each. What an amount means is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lianggao.quantities.amounts import STATEMENT, Statement, read_statement
from lianggao.quantities.tokens import Token, cut, period
from lianggao.quantities.units import Unit, find_unit

_TAIL = re.compile("c?up?")
_BLANK = re.compile(r"[tz](?=[s()B]|$)")
_ENDS = ("", ")", "B", ";", "。")


@dataclass(frozen=True, slots=True)
class Part:
    """One statement with the kinds of its labels (`words.signs`); without a statement it is a blank, as in `--/5`.

    `glue` is the sign before it, a separator or bracket, and `group` the number of the bracket it stands in (0: none);
    `shared` says that its scale stands behind another amount.
    """

    text: str
    statement: Statement | None = None
    labels: str = ""
    phase: str = ""
    per: str = ""
    glue: str = ""
    group: int = 0
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A word on the basis: `calorific` or `equivalent`."""

    basis: str
    glue: str
    group: int


@dataclass(frozen=True, slots=True)
class Tail:
    """A unit, perhaps with a scale, that stands behind all amounts: `8661(当量值)/12533(等价值)吨标准煤`."""

    times: str
    unit: Unit
    per: str


Item = Part | Mark | Tail


def read_items(text: str, scale: str, field: str = "") -> list[Item] | None:
    """Return what a plain text states, in order; None where any of it is not understood.

    >>> [(part.labels, part.text) for part in read_items("占地100亩,建筑面积5万平方米", "area")]
    [('L', '占地100亩'), ('O', '建筑面积5万平方米')]
    """
    tokens = cut(text, scale, field)
    return _Builder(text, tokens, scale).items() if tokens else None


class _Builder:
    """Goes through the signs once, holding the labels that wait for their amount."""

    def __init__(self, text: str, tokens: Sequence[Token], scale: str) -> None:
        self._text, self._tokens, self._scale = text, tokens, scale
        self._kinds = "".join({"open": "(", "close": ")"}.get(token.kind, token.kind) for token in tokens)
        self._items: list[Item] = []
        self._labels: list[Token] = []
        self._glue, self._group, self._groups = "", 0, 0

    def items(self) -> list[Item] | None:
        at: int | None = 0
        while at is not None and at < len(self._kinds):
            at = self._step(at)
        done = at is not None and not self._group and not self._labels and self._glue in _ENDS
        return self._items if done else None

    def _step(self, at: int) -> int | None:
        """Take what stands at `at` and return the place behind it; None where it can't stand there."""
        kind, token = self._kinds[at], self._tokens[at]
        if kind in "LOPASDv":
            self._labels.append(token)
        elif kind == "B":
            basis = "calorific" if "当" in token.text else "equivalent"
            self._items.append(Mark(basis, self._glue, self._group))
            self._glue = "B"
        elif kind in "()":
            if (kind == "(") == bool(self._group):
                return None
            self._groups += kind == "("
            self._group = self._groups if kind == "(" else 0
            self._glue = kind
        elif kind == "s":
            if not self._items or any(label.kind != "v" for label in self._labels):
                return None
            self._glue = token.text
        else:
            return self._amount(at)
        return at + 1

    def _amount(self, at: int) -> int | None:
        match = STATEMENT.match(self._kinds, at)
        statement = read_statement(self._tokens, match, self._scale) if match else None
        if match and statement:
            joined = not self._glue and not any(label.kind != "v" for label in self._labels)
            if self._items and isinstance(self._items[-1], Part) and joined:
                return None
            self._part(statement, at, match.end())
            return match.end()
        if blank := _BLANK.match(self._kinds, at):
            self._part(None, at, blank.end())
            return blank.end()
        tail = _TAIL.match(self._kinds, at)
        return self._tail(at, tail.end()) if tail else None

    def _part(self, statement: Statement | None, at: int, end: int) -> None:
        labels = self._labels
        start = labels[0].start if labels else self._tokens[at].start
        self._items.append(
            Part(
                self._text[start : self._tokens[end - 1].end],
                statement,
                "".join(label.kind for label in labels if label.kind not in "vD"),
                next((label.text for label in labels if label.kind == "P"), ""),
                next((period(label.text) for label in labels if label.kind == "D"), ""),
                self._glue,
                self._group,
            )
        )
        self._labels, self._glue = [], ""

    def _tail(self, at: int, end: int) -> int | None:
        signs = {token.kind: token.text for token in self._tokens[at:end]}
        unit = find_unit(signs["u"], self._scale)
        if unit is None or self._labels:
            return None
        self._items.append(Tail(signs.get("c", ""), unit, period(signs["p"]) if "p" in signs else ""))
        return end
