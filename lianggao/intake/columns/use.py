"""What a column gives, and by which rule; and how columns of the same field are put together."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

ENERGY = {
    (False, "equivalent"): "energy_equivalent_tce",
    (False, "calorific"): "energy_calorific_tce",
    (False, "unstated"): "energy_unstated_tce",
    (True, "equivalent"): "added_energy_equivalent_tce",
    (True, "calorific"): "added_energy_calorific_tce",
}
MEANING = {name: key for key, name in ENERGY.items()}

ADDED_OF = {"coal_t": "coal_added_t", "land_m2": "new_land_m2"}
"""Other quantities of which 新增 makes another field."""

JOINED = frozenset(
    {"place", "content", "products", "process", "raw_materials", "industry_text", "industry_code", "approvals"}
)
"""Texts: several columns of one of these make one text. Two industry codes leave both possible."""

SINGLE = frozenset(
    {
        "project_name",
        "owner",
        "uscc",
        "project_code",
        "industry_code_edition",
        "decision_date",
        "declared_lianggao",
    }
)
"""Texts and dates of which a project has one: the first column counts where it is filled, later ones fill its blanks.

Of all other fields, choices and quantities, every column is a statement, and statements are put together.
"""

RULES = {
    "key": "字段名",
    "label": "字段的中文名",
    "alias": "同义的表头",
    "qualified": "表头加限定语",
    "parent": "上下级表头",
    "corner": "表上方的单位",
    "mapping": "所给的对应关系",
    "known": "认得，不采用",
    "unclear": "不能确定",
    "unknown": "不认得",
}
"""Every rule by which a column is read or left alone."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column gives. `field` is empty where it gives nothing, and `why` says why or what was assumed.

    `rule` is one of `RULES`; `kind` says what a known header that gives nothing is (`not_a_fact`, `contact`,
    `other_figure`); `suggestions` are labels of fields that an unknown header may have meant.
    """

    header: str
    field: str = ""
    unit: str = ""
    basis: str = "unstated"
    part: str = ""
    why: str = ""
    rule: str = "unknown"
    kind: str = ""
    suggestions: tuple[str, ...] = ()

    @property
    def gives(self) -> tuple[str, str, str, str]:
        """Return what a reader of cells needs: field, unit, basis and part."""
        return self.field, self.unit, self.basis, self.part


@dataclass(frozen=True)
class ColumnReport:
    """All columns of a list in order, used or not; `unmatched` are entries of a mapping that name none of them."""

    uses: tuple[ColumnUse, ...]
    unmatched: tuple[str, ...] = ()

    def restricted(self, fields: Set[str]) -> ColumnReport:
        """Return a report by which only the columns of some fields are read."""
        uses = (use if use.field in fields else replace(use, field="") for use in self.uses)
        return replace(self, uses=tuple(uses))

    @property
    def used(self) -> tuple[ColumnUse, ...]:
        """Return the columns that give a field."""
        return tuple(use for use in self.uses if use.field)

    @property
    def unused(self) -> tuple[ColumnUse, ...]:
        """Return the columns that give nothing."""
        return tuple(use for use in self.uses if not use.field)

    @property
    def doubtful(self) -> tuple[ColumnUse, ...]:
        """Return the columns that give nothing and are not known to be harmless."""
        return tuple(use for use in self.unused if use.rule in ("unknown", "unclear", "corner"))
