"""Understand the words around a known name: units, energy bases, 新增, and words that change nothing.

A word that is not understood, two units or two bases leave the whole header unused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lianggao.intake.brackets import words_of
from lianggao.intake.columns.names import ADDED, BASES, SIGNS, Found, is_unit
from lianggao.intake.columns.use import ADDED_OF, ENERGY, MEANING, ColumnUse
from lianggao.intake.columns.written import SAY_NOTHING
from lianggao.intake.spellings import Spelling, normal
from lianggao.quantities import find_unit
from lianggao.vocabulary import Field, Vocabulary

TWO = "表头写有两种单位或口径，请分列填写"
_CHANGE_NOTHING = SAY_NOTHING | {
    "实物量",
    "含原料用能和可再生能源",
    "改扩建项目为改扩建后的年设计总量",
    "口径未注明",
    "达产后",
    "达产年",
    "设计值",
    "预计",
    "估算",
}
_STANDARD_COAL = frozenset({"折标量", "折标煤", "折标煤量", "折标准煤", "折标准煤量"})
# What a unit of product takes counts by 当量值: rules/open-questions/unit-energy-basis.yaml.
_CALORIFIC = frozenset({"当量值", "按当量值计"})
_LEADS = ("计量单位", "金额单位", "单位")


class UnclearError(Exception):
    """Why a header with a known name gives nothing; raised and caught within this package."""


@dataclass
class Stated:
    """What the words around a name say."""

    known: Field
    units: list[str] = field(default_factory=list)
    bases: set[str] = field(default_factory=set)
    added: bool = False

    def add_unit(self, unit: str) -> None:
        """Add a unit, unless one of the same worth is there."""
        if self._factor(unit) not in map(self._factor, self.units):
            self.units.append(unit)

    def _factor(self, unit: str) -> object:
        found = find_unit(unit, self.known.scale, self.known.name)
        return found and found.factor

    @property
    def _own_words(self) -> frozenset[str]:
        """Return the words that the field's own label has in brackets, and 当量值 where nothing else is meant."""
        own = frozenset(word for word in words_of(normal(self.known.label)) if not is_unit(word, self.known))
        return own | _CALORIFIC if self.known.name.startswith("unit_energy_kg") else own

    def say_all(self, words: Sequence[str]) -> None:
        """Understand all words. Raises UnclearError, with what matters most first."""
        for word in sorted(words, key=lambda word: word not in _STANDARD_COAL):
            self.say(word)

    def say(self, word: str) -> None:
        """Understand one word. Raises UnclearError."""
        scale, unit, basis = self.known.scale, _unit(word), word.removeprefix("按").removesuffix("计")
        if word in _CHANGE_NOTHING or (word in _STANDARD_COAL and scale == "energy"):
            return
        if self.known.name not in MEANING and word in self._own_words:
            return
        if word in _STANDARD_COAL:
            raise UnclearError(f"“{word}”不是实物量，不采用")
        if word in (ADDED, ADDED + "量"):
            self.added = True
        elif basis in BASES:
            if self.known.name not in MEANING:
                raise UnclearError(f"{self.known.label}没有当量值、等价值之分")
            self.bases.add(BASES[basis])
        elif is_unit(unit, self.known):
            self.add_unit(unit)
        elif "/" in word.strip(SIGNS):  # `当量值/等价值`, but not `吨标准煤/年`
            parts = [part for part in word.split("/") if part]
            if sum(is_unit(part, self.known) for part in parts) > 1:  # two sizes, or one per the other
                raise UnclearError(TWO)
            for part in parts:
                self.say(part)
        else:
            raise UnclearError(f"表头中的“{word}”未能识别")

    def say_above(self, words: Iterable[str]) -> None:
        """Understand what a section title says, which may be meant for other columns. Raises UnclearError."""
        foreign, units = list[str](), len(self.units)
        for word in words:
            unit = find_unit(_unit(word), self.known.scale, self.known.name)
            if unit and unit.kind != self.known.scale:
                foreign.append(word)
            elif self.known.kind == "quantity" or not (unit or word in BASES):
                self.say(word)
        if foreign and self.known.kind == "quantity" and len(self.units) == units:
            raise UnclearError(f"上级表头的单位“{'、'.join(foreign)}”与本列不符")


def settle(header: str, found: Found, stated: Stated, vocabulary: Vocabulary, rule: str) -> ColumnUse:
    """Put a name and the words around it together. Raises UnclearError."""
    known, spelling = stated.known, found.spelling
    for unit in found.units:
        stated.add_unit(unit)
    stated.bases.update(found.bases)
    stated.added |= found.added
    added, own = MEANING.get(spelling.field, (False, "unstated"))
    if own != "unstated":
        stated.bases.add(own)
    if spelling.unit:
        stated.add_unit(spelling.unit)
    if len(stated.units) > 1 or len(stated.bases) > 1:
        raise UnclearError(TWO)
    unit, basis = "".join(stated.units), "".join(stated.bases) or "unstated"
    if spelling.field in MEANING:
        name = ENERGY.get((stated.added or added, basis))
        if name is None:
            raise UnclearError("新增能耗未注明当量值或等价值")
        return use_of(header, Spelling(name, unit), vocabulary, rule, basis)
    if stated.bases:
        raise UnclearError(f"{known.label}没有当量值、等价值之分")
    field = ADDED_OF.get(spelling.field, "") if stated.added else spelling.field
    if field not in vocabulary.fields:
        raise UnclearError("新增量没有对应的字段")
    return use_of(header, Spelling(field, unit, spelling.part), vocabulary, rule)


def use_of(
    header: str, spelling: Spelling, vocabulary: Vocabulary, rule: str = "", basis: str | None = None
) -> ColumnUse:
    """Return the use of a column that is entirely understood."""
    known, unit = vocabulary[spelling.field], spelling.unit
    basis = basis or MEANING.get(spelling.field, (False, "unstated"))[1]
    unclear = known.kind == "quantity" and not (unit or known.pure)
    why = f"表头未注明单位，单元格也未注明的按{known.unit}计" if unclear else ""
    return ColumnUse(header, spelling.field, unit, basis, spelling.part, why, rule or spelling.rule)


def _unit(word: str) -> str:
    word = word.strip(SIGNS)
    lead = next((lead for lead in _LEADS if word.startswith(lead)), "")
    return word.removeprefix(lead).lstrip(":为")
