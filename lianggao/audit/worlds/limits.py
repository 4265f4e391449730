"""Say the sides of a box: what one axis is limited to, in words and as data.

A set of values is named the shortest way that is exact: by the values, by those left out, or by a derived field
(`所在省为河南`) whose values it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf, isfinite

from lianggao.audit.worlds.amounts import digits_of, threshold_of
from lianggao.audit.worlds.cuts import BOOK, Cuts
from lianggao.audit.worlds.listed import Ways, listed_in
from lianggao.audit.worlds.stages import Stage
from lianggao.rulebook import Law, Rulebook
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.rulebook.words import number_words
from lianggao.screening.model import Model
from lianggao.tables import QuantityAxis, Regions
from lianggao.vocabulary import Field, Vocabulary


class Limit(Model):
    """What one axis is limited to. `values` for a choice or an earlier gate, else the bounds of a quantity.

    A quantity of `low` itself is in unless `low_open`, one of `high` itself is out unless `high_closed`. `text` is
    Chinese, `text_en` says the same with the keys of fields and values.
    """

    axis: str
    text: str
    text_en: str
    values: tuple[str, ...] = ()
    low: float | None = None
    low_open: bool = False
    high: float | None = None
    high_closed: bool = False


def limit_of(stage: Stage, axis: str, places: tuple[int, ...]) -> Limit:
    """Return what an axis of a stage is limited to by some of its places."""
    if axis in stage.labels:
        return _outcomes(stage, axis, places)
    regions = stage.cuts.regions[axis]
    if isinstance(regions.axis, QuantityAxis):
        return _quantity(regions, places, _law_with(axis, stage.cuts).vocabulary.fields[axis])
    values = tuple(value for place in places for value in regions.members(place))
    if axis.startswith(IN_FORCE):
        text, text_en = _doubt(axis, values, stage.cuts.books)
    else:
        laws = tuple(book.law for book in stage.cuts.books if axis in book.law.vocabulary.fields)
        text, text_en = _shortest(laws, axis, values, regions.axis.domain)
    return Limit(axis=axis, text=text, text_en=text_en, values=values)


@lru_cache(maxsize=2**12)
def _shortest(laws: tuple[Law, ...], axis: str, values: tuple[str, ...], domain: tuple[str, ...]) -> Ways:
    words = [law.vocabulary for law in laws]
    ways = [choice_words(words[-1], axis, values, domain, words), *listed_in(laws, axis, values)]
    return min(ways, key=lambda way: len(way[0]))


def _law_with(axis: str, cuts: Cuts) -> Law:
    laws = [book.law for book in reversed(cuts.books)]
    return next((law for law in laws if axis in law.vocabulary.fields), laws[0])


def _quantity(regions: Regions, places: tuple[int, ...], field: Field) -> Limit:
    axis = field.name
    low, high = regions.bounds(places[0])[0], regions.bounds(places[-1])[1]
    parts, parts_en = [], []
    bounds: dict[str, float | bool] = {}
    if low > -inf:
        bounds["low"], bounds["low_open"] = threshold_of(low)
        number = number_words(float(bounds["low"]))
        parts.append(f"超过{number}{field.unit}" if bounds["low_open"] else f"{number}{field.unit}及以上")
        parts_en.append(f"{axis} {'>' if bounds['low_open'] else '>='} {digits_of(float(bounds['low']))}")
    if isfinite(high):
        bounds["high"], bounds["high_closed"] = threshold_of(high)
        number = number_words(float(bounds["high"]))
        parts.append(f"不超过{number}{field.unit}" if bounds["high_closed"] else f"不足{number}{field.unit}")
        parts_en.append(f"{axis} {'<=' if bounds['high_closed'] else '<'} {digits_of(float(bounds['high']))}")
    texts = {"text": field.label + "、".join(parts), "text_en": " and ".join(parts_en)}
    if bounds.get("high_closed") and not bounds.get("low_open") and bounds.get("low") == bounds["high"]:
        only = float(bounds["high"])
        texts = {"text": f"{field.label}恰为{number_words(only)}{field.unit}", "text_en": f"{axis} = {digits_of(only)}"}
    return Limit.model_validate({"axis": axis, **texts, **bounds})


def choice_words(
    vocabulary: Vocabulary,
    axis: str,
    values: tuple[str, ...],
    domain: tuple[str, ...],
    among: Sequence[Vocabulary] = (),
) -> Ways:
    """Return `建设性质为“新建”` and `construction_nature in (new_build)`, or a shorter way to say exactly that.

    Derived fields are used where all vocabularies `among` understand the same by them.
    """
    field = vocabulary.fields[axis]
    others = tuple(value for value in domain if value not in set(values))
    ways = [_named(field, values, "为"), _named(field, others, "不为")]
    for derived in vocabulary.fields.values():
        same = (other.fields.get(derived.name) == derived for other in among)
        if derived.derived_from == axis and all(same):
            ways += _by_derived(derived, set(values), domain)
    return min(ways, key=lambda way: len(way[0]))


def _named(field: Field, values: Iterable[str], word: str) -> Ways:
    every = tuple(values)
    sign = "in" if word == "为" else "not in"
    labels = _listed((field.values.get(value) or value for value in every), "或")
    return f"{field.label}{word}{labels}", f"{field.name} {sign} ({', '.join(every)})"


def _by_derived(derived: Field, values: set[str], domain: tuple[str, ...]) -> Iterable[Ways]:
    for chosen, word in ((values, "为"), ({*domain} - values, "不为")):
        # In the order of the domain, so that the same set is always told in the same words.
        named = dict.fromkeys(derived.of_base[v] for v in domain if v in chosen and v in derived.of_base)
        whole = {value for value in domain if derived.of_base.get(value) in named}
        if named and "" not in named and whole == chosen:
            yield _named(derived, named, word)


def _listed(labels: Iterable[str], last: str) -> str:
    every = [f"“{label}”" for label in labels]
    return last.join(["、".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def _outcomes(stage: Stage, axis: str, places: tuple[int, ...]) -> Limit:
    gate, labels = axis.removeprefix(GATE_AXIS), stage.labels[axis]
    chosen = [labels[place] for place in places]
    titles = outcome_labels(stage.cuts.books, gate)
    title = next(book.law.gates[gate].title for book in reversed(stage.cuts.books) if gate in book.law.gates)
    moves = tuple("→".join(dict.fromkeys(outcomes)) for outcomes in chosen)
    text, text_en = _said(chosen, labels, titles)
    return Limit(axis=axis, text=f"“{title}”{text}", text_en=f"{axis}{text_en}", values=moves)


def _said(chosen: list[tuple[str, ...]], labels: tuple[tuple[str, ...], ...], titles: Mapping[str, str]) -> Ways:
    """Name outcomes by one rulebook alone where that is exact, else pair by pair."""
    ways = []
    for book, (name, name_en) in enumerate((("旧", "old"), ("新", "new"))[: len(labels[0])]):
        own = dict.fromkeys(outcomes[book] for outcomes in chosen)
        if [outcomes for outcomes in labels if outcomes[book] in own] == chosen:
            where, where_en = (f"（{name}）", f"({name_en})") if len(labels[0]) > 1 else ("", "")
            others = dict.fromkeys(o[book] for o in labels if o[book] not in own)
            every = ((own, "为", "in"), (others, "不为", "not in"))
            for named, word, sign in (one for one in every if one[0]):
                text = f"{where}{word}{_listed((titles[o] for o in named), '或')}"
                ways.append((text, f"{where_en} {sign} ({', '.join(named)})"))
    pairs = _listed(("→".join(titles[o] for o in dict.fromkeys(outcomes)) for outcomes in chosen), "或")
    pairs_en = ", ".join("→".join(dict.fromkeys(outcomes)) for outcomes in chosen)
    return min([*ways, (f"为{pairs}", f" in ({pairs_en})")], key=lambda way: len(way[0]))


def outcome_labels(books: Iterable[Rulebook], gate: str) -> dict[str, str]:
    """Return the Chinese label of every outcome of a gate by any of the rulebooks; the last one's word counts."""
    found: dict[str, str] = {}
    for book in books:
        found |= book.law.vocabulary.domains["outcome"]
        if gate in book.law.gates:
            known = book.law.gates[gate]
            found |= {outcome.id: outcome.label for outcome in (*known.outcomes, known.otherwise)}
    return found


def _doubt(axis: str, values: tuple[str, ...], books: tuple[Rulebook, ...]) -> Ways:
    name, _, place = axis.removeprefix(IN_FORCE).partition(BOOK)
    book = books[int(place)] if place else books[-1]
    rule = book.law.rule(name)
    title = rule.rule.title if rule else book.law.sources[name].title
    side = ("旧", "新")[int(place)] if place and len(books) == 2 else ""
    side_en = (" (old)", " (new)")[int(place)] if side else ""
    begun = "yes" in values
    text = f"{side}“{title}”日期不确定，按{'已' if begun else '未'}施行"
    return text, f"{name}{side_en} of uncertain date taken as {'in force' if begun else 'not in force'}"
