"""Which fields to ask for so that a computed field becomes known for one project, and what no answer would change."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.computing.formulas import Formula, formulas_of
from lianggao.computing.kinds import EFFICIENCY, LIMIT
from lianggao.computing.land import SHARES
from lianggao.computing.on_file import Products, missing_minimum, missing_value, products_of
from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import Vocabulary

KINDS = {
    name: kind
    for kind in (EFFICIENCY, LIMIT)
    for name in (kind.unit, *(field for level in kind.levels for field in (level.value, level.ratio) if field))
}
FIGURES = {share: figure for figure, share in SHARES.items()}
# What is only ever worked out: a person states the figures behind it.
NEVER_STATED = (
    "coal_substitution_due_t",
    "coal_substitution_ratio",
    "coal_equal_ratio",
    "energy_right_due_tce",
    "energy_right_ratio",
    "energy_room_share",
)


def open_inputs(name: str, row: int, facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> tuple[str, ...]:
    """Return the fields to ask for, the most direct first; none where no answer would make `name` known.

    `facts` are those that `compute` gives, `row` counts from 0. A field that is not computed is asked for itself.
    """
    return tuple(dict.fromkeys(_Asking(row, facts, vocabulary, catalogs).open(name)))


def not_on_file(name: str, row: int, facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> str:
    """Return in Chinese why no figure of the project could make `name` known; empty where one could.

    `facts` are those that `compute` gives, `row` counts from 0.
    """
    if name in FIGURES:
        return missing_minimum(FIGURES[name], row, facts, vocabulary, catalogs)
    kind = KINDS.get(name)
    products = products_of(kind, row, facts, vocabulary, catalogs) if kind else None
    if kind is None or products is None:
        return ""
    if not products.items:
        return f"该产品的{vocabulary[name].label.removeprefix('单位产品能耗与').removesuffix('之比')}未收录"
    reasons = [missing_value(kind, name, item, row, facts, catalogs, products) for item in products.items]
    return "；".join(dict.fromkeys(reasons)) if all(reasons) else ""


class _Asking:
    """Asks about one project."""

    def __init__(self, row: int, facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> None:
        self._row, self._facts, self._vocabulary, self._catalogs = row, facts, vocabulary, catalogs

    def open(self, name: str) -> Iterator[str]:
        """Yield what to ask for, perhaps more than once."""
        span = self._facts.quantities.get(name)
        if span is not None and span.low[self._row] == span.high[self._row]:
            return
        if name in KINDS:
            yield from self._of_products(name)
        elif name in FIGURES:
            yield from self._of_place(name)
        elif formulas := formulas_of(self._catalogs).get(name):
            if name not in NEVER_STATED:
                yield name
            for formula in self._nearest(formulas):
                for needed in formula.inputs:
                    yield from self.open(needed)
        else:
            yield name

    def _nearest(self, formulas: tuple[Formula, ...]) -> tuple[Formula, ...]:
        """Return the formulas of which something is known already, or else all."""
        begun = tuple(f for f in formulas if any(self._known(name) for name in f.inputs))
        return begun or tuple(f for f in formulas if self._fits(f, formulas))

    def _fits(self, formula: Formula, formulas: tuple[Formula, ...]) -> bool:
        """Return whether a formula is one to ask about for what the project may make."""
        known = self._facts.choices.get("activity")
        if known is None:
            return True
        values = self._vocabulary["activity"].values
        left = {v for v, on in zip(values, known.sets[known.index[self._row]], strict=True) if on}
        if formula.asked_for:
            return bool(left & formula.asked_for)
        return bool(left - frozenset[str]().union(*(other.asked_for for other in formulas)))

    def _known(self, name: str) -> bool:
        span = self._facts.quantities.get(name)
        return span is not None and bool(span.stated[self._row])

    def _of_products(self, name: str) -> Iterator[str]:
        kind = KINDS[name]
        products = products_of(kind, self._row, self._facts, self._vocabulary, self._catalogs)
        if products is None:
            yield kind.item
            return
        usable = self._usable(name, products)
        if not usable:
            return
        if products.open:
            yield kind.item
        measures = {products.items[item] for item in usable}
        if all(item in products.steps for item in usable):
            # What the whole works use can't tell what a step uses.
            yield from (measure for measure in measures if not self._stated(measure))
            return
        # Until it is known which product it is, a measure is asked for only where all of them have it.
        if len(measures) == 1 and name not in {level.value for level in kind.levels}:
            yield from self.open(measures.pop())

    def _stated(self, name: str) -> bool:
        """Return whether a figure is known that was not worked out."""
        formulas = formulas_of(self._catalogs).get(name, ())
        worked_out = any(all(self._known(i) for i in formula.inputs) for formula in formulas)
        return self._known(name) and not worked_out

    def _usable(self, name: str, products: Products) -> list[str]:
        """Return the items for which `name` could become known."""
        kind, facts, catalogs = KINDS[name], self._facts, self._catalogs
        return [i for i in products.items if not missing_value(kind, name, i, self._row, facts, catalogs, products)]

    def _of_place(self, name: str) -> Iterator[str]:
        figure = FIGURES[name]
        if missing_minimum(figure, self._row, self._facts, self._vocabulary, self._catalogs):
            return
        county = self._facts.choices.get("county")
        if county is None or county.sets[county.index[self._row]].sum() > 1:
            yield "county"
        yield from self.open(figure)
