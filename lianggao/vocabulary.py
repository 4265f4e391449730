"""The vocabulary: every field a project may have, its kind, unit, values and Chinese labels.

It is read from `catalogs/vocabulary`, so that a regulator can add a field or a label without touching code. A derived
field (`industry_group`, `city`) is a column of the catalog behind another field and never a fact of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from lianggao.rulebook.catalogs import Catalogs

PURE = "无量纲"
"""Stands in the place of the unit of a pure number."""

Kind = Literal["text", "date", "quantity", "enumeration", "derived", "reading"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity that the field is never above, wherever `field` is known to have `value` (always, if empty)."""

    quantity: str
    field: str = ""
    value: str = ""

    @classmethod
    def parse(cls, text: str) -> Bound:
        """Read `energy_equivalent_tce` or `energy_equivalent_tce when exports_power=no`."""
        quantity, _, when = text.strip().partition(" when ")
        name, _, value = when.partition("=")
        return cls(quantity, name, value)


@dataclass(frozen=True)
class Field:
    """One field. `values` maps a choice's values to labels, `of_base` the base field's values to this one's."""

    name: str
    label: str
    kind: Kind
    unit: str = ""
    """What a quantity is counted in; empty for a pure number as well as for what is no quantity."""
    scale: str = ""
    """The kind of units that a quantity may be written in, such as `mass`."""
    cuts: str = ""
    """Quantities with the same name here bound each other and share their thresholds."""
    computed: bool = False
    """Whether a quantity is computed from others by a formula of `computed.csv`, where the list does not state it."""
    pure: bool = False
    """Whether a quantity is a pure number, such as a ratio."""
    values: Mapping[str, str] = field(default_factory=dict)
    written_as: Mapping[str, str] = field(default_factory=dict)
    derived_from: str = ""
    of_base: Mapping[str, str] = field(default_factory=dict)
    never_above: tuple[Bound, ...] = ()
    zero_when: frozenset[str] = frozenset()
    """Words that state a quantity of nothing, such as 不涉及; every other blank marker is unknown."""
    question: str = ""

    @property
    def is_choice(self) -> bool:
        """Return whether the field has one of a list of values."""
        return self.kind in ("enumeration", "derived", "reading")


@dataclass(frozen=True)
class Vocabulary:
    """All fields by name, the departments with their labels, and the labels of every domain's values."""

    fields: Mapping[str, Field]
    departments: Mapping[str, str]
    domains: Mapping[str, Mapping[str, str]]

    def __getitem__(self, name: str) -> Field:
        return self.fields[name]

    def label(self, name: str, value: str) -> str:
        """Return the Chinese label of a field's value, or the value itself where it has none."""
        return self.fields[name].values.get(value) or value


def read_vocabulary(catalogs: Catalogs) -> Vocabulary:
    """Build the vocabulary from the tables of `catalogs/vocabulary`. Raises KeyError where a table is missing."""
    rows = catalogs.rows("vocabulary/fields")
    tables = {row["field"]: row["domain"].removeprefix("catalogs:") for row in rows if "catalogs:" in row["domain"]}
    fields = {row["field"]: _field(row, catalogs, tables) for row in rows}
    departments = {row["department"]: row["label"] for row in catalogs.rows("vocabulary/departments")}
    domains: dict[str, dict[str, str]] = {}
    for row in catalogs.rows("vocabulary/enumerations"):
        domains.setdefault(row["domain"], {})[row["value"]] = row["label"]
    return Vocabulary(fields, departments, domains)


def _field(row: Mapping[str, str], catalogs: Catalogs, tables: Mapping[str, str]) -> Field:
    name, domain = row["field"], row["domain"]
    scale, _, cuts = domain.partition("/")
    known = [r for r in catalogs.rows("vocabulary/enumerations") if r["domain"] == domain]
    values = {r["value"]: r["label"] for r in known}
    written = {
        text: r["value"] for r in known for text in (r["value"], r["label"], *r["written_as"].split(";")) if text
    }
    if domain.startswith("catalogs:"):
        # `city` has a table of labels of its own; `county` and `activity` are the rows of their table.
        values = {r[name]: r["label"] for r in catalogs.rows(tables[name])}
    of_base = {}
    if row["derived_from"]:
        base = row["derived_from"]
        of_base = {r[base]: r[name] for r in catalogs.rows(tables[base])}
        values = {v: values.get(v, v) for v in dict.fromkeys(of_base.values())}
    return Field(
        name=name,
        label=row["label"],
        kind=cast("Kind", row["kind"]),
        unit="" if row["unit"] == PURE else row["unit"],
        scale=scale if row["kind"] == "quantity" else "",
        cuts=(cuts or scale) if row["kind"] == "quantity" else "",
        computed=name in {r["field"] for r in catalogs.tables.get("vocabulary/computed", ())},
        pure=row["unit"] == PURE,
        values=values,
        written_as=written,
        derived_from=row["derived_from"],
        of_base=of_base,
        never_above=tuple(Bound.parse(part) for part in row["never_above"].split(";") if part),
        zero_when=frozenset(filter(None, row.get("zero_when", "").split(";"))),
        question=row["question"],
    )
