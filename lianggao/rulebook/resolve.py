"""Bring a written condition into the form that tables understand, checking every name against the vocabulary.

References are replaced by their definitions, catalog tables by the values they list, derived fields by the values of
their base. Whatever is not known is a fault at its own line and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lianggao.errors import Fault, Hint, fault
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.rulebook.conditions import (
    CHOICE_OPERATORS,
    QUANTITY_OPERATORS,
    AllCondition,
    AnyCondition,
    FieldCondition,
    GateCondition,
    NotCondition,
    RefCondition,
    WrittenCondition,
    written_out,
)
from lianggao.rulebook.models import Definition, Gate
from lianggao.rulebook.yaml_reader import Document, Path_
from lianggao.tables import Above, All, AnyOf, AtLeast, Condition, Member, Not
from lianggao.tables.conditions import NEVER
from lianggao.vocabulary import Field, Vocabulary

GATE_AXIS = "gate:"
"""Prefix of the axis that holds an earlier gate's outcome."""

NOT_APPLICABLE = "not_applicable"
"""Outcome of every gate where its documents don't reach: elsewhere, or before the first day in force."""


@dataclass
class Resolver:
    """Resolves conditions of one law; `faults` gathers what could not be resolved."""

    vocabulary: Vocabulary
    catalogs: Catalogs
    definitions: Mapping[str, tuple[Definition, Document]]
    gates: Mapping[str, Gate]
    faults: list[Fault] = field(default_factory=list)

    def resolve(self, written: WrittenCondition, document: Document, path: Path_, within: Path_ = ()) -> Condition:
        """Return the condition; parts at fault become a condition that never holds."""
        if isinstance(written, AllCondition):
            return All(tuple(self._parts(written.all, document, (*path, "all"), within)))
        if isinstance(written, AnyCondition):
            return AnyOf(tuple(self._parts(written.any, document, (*path, "any"), within)))
        if isinstance(written, NotCondition):
            return Not(self.resolve(written.not_, document, (*path, "not"), within))
        if isinstance(written, RefCondition):
            return self._definition(written, document, path, within)
        if isinstance(written, GateCondition):
            return self._gate(written, document, path)
        return self._field(written, document, path)

    def _parts(
        self, parts: tuple[WrittenCondition, ...], document: Document, path: Path_, within: Path_
    ) -> list[Condition]:
        return [self.resolve(part, document, (*path, i), within) for i, part in enumerate(parts)]

    def _definition(self, written: RefCondition, document: Document, path: Path_, within: Path_) -> Condition:
        if written.ref in within:
            return self._wrong("circular-definition", document, (*path, "ref"), value=written.ref)
        if written.ref not in self.definitions:
            hint = Hint.nearest(written.ref, self.definitions)
            return self._wrong("unknown-definition", document, (*path, "ref"), value=written.ref, hint=hint)
        definition, home = self.definitions[written.ref]
        return self.resolve(definition.when, home, ("when",), (*within, written.ref))

    def _gate(self, written: GateCondition, document: Document, path: Path_) -> Condition:
        gate = self.gates.get(written.gate)
        if gate is None:
            hint = Hint.nearest(written.gate, self.gates)
            return self._wrong("unknown-gate", document, (*path, "gate"), value=written.gate, hint=hint)
        if (written.is_ is None) == (written.in_ is None):
            why = f"gate `{written.gate}` needs exactly one operator"
            return self._wrong("wrong-condition", document, path, why=why)
        known = (*(o.id for o in gate.outcomes), gate.otherwise.id, NOT_APPLICABLE)
        for key, value, at in _written_values(written, path):
            if value not in known:
                self._wrong(
                    "unknown-outcome", document, at, gate=gate.id, value=value, hint=Hint.nearest(value, known), key=key
                )
        return Member(GATE_AXIS + gate.id, frozenset(v for _, v, _ in _written_values(written, path)))

    def _field(self, written: FieldCondition, document: Document, path: Path_) -> Condition:
        known = self.vocabulary.fields.get(written.field)
        if known is None:
            hint = Hint.nearest(written.field, self.vocabulary.fields)
            return self._wrong("unknown-field", document, (*path, "field"), value=written.field, hint=hint)
        if len(written.operators) != 1:
            why = f"field `{written.field}` needs exactly one operator"
            return self._wrong("wrong-condition", document, path, why=why)
        operator = written.operators[0]
        fitting = CHOICE_OPERATORS if known.is_choice else QUANTITY_OPERATORS if known.kind == "quantity" else ()
        if operator not in fitting:
            at = (*path, operator)
            return self._wrong("wrong-operator", document, at, operator=operator, field=known.name, kind=known.kind)
        if known.kind == "quantity":
            return _quantity(written, operator)
        return self._choice(written, known, operator, document, path)

    def _choice(
        self, written: FieldCondition, known: Field, operator: str, document: Document, path: Path_
    ) -> Condition:
        if operator == "in_catalog":
            assert written.in_catalog is not None
            if written.in_catalog not in self.catalogs.tables:
                hint = Hint.nearest(written.in_catalog, self.catalogs.tables)
                at = (*path, "in_catalog")
                return self._wrong("unknown-catalog", document, at, value=written.in_catalog, hint=hint)
            values = self._listed(written.in_catalog, known, document, (*path, "in_catalog"))
        else:
            given = _written_values(written, path)
            for _, value, at in given:
                if value not in known.values:
                    hint = Hint.nearest(value, known.values)
                    self._wrong("stranger-in-enum", document, at, value=value, field=known.name, hint=hint)
            values = frozenset(value for _, value, _ in given)
        if known.derived_from:
            values = frozenset(base for base, value in known.of_base.items() if value in values)
        member = Member(known.derived_from or known.name, values)
        return Not(member) if operator == "not_in" else member

    def _listed(self, table: str, known: Field, document: Document, path: Path_) -> frozenset[str]:
        """Return a column of a catalog table; without the column, or with a stranger in it, rules would miss items."""
        rows = self.catalogs.rows(table)
        if not any(known.name in row for row in rows):
            self._wrong("column-missing", document, path, value=known.name)
        for row, place in zip(rows, self.catalogs.places[table], strict=True):
            for value in split(row.get(known.name, "")):
                if value not in known.values:
                    words = {"value": value, "field": known.name, "hint": Hint.nearest(value, known.values)}
                    self.faults.append(fault("stranger-in-enum", place, **words))
        return frozenset(self.catalogs.column(table, known.name))

    def _wrong(self, code: str, document: Document, path: Path_, **words: object) -> Condition:
        self.faults.append(fault(code, document.place(path), **words))
        return NEVER


def _quantity(written: FieldCondition, operator: str) -> Condition:
    number = float(getattr(written, operator))
    axis = written.field
    if operator == "at_least":
        return AtLeast(axis, number)
    if operator == "more_than":
        return Above(axis, number)
    return Not(Above(axis, number)) if operator == "at_most" else Not(AtLeast(axis, number))


def _written_values(written: FieldCondition | GateCondition, path: Path_) -> list[tuple[str, str, Path_]]:
    if written.is_ is not None:
        return [("is", written.is_, (*path, "is"))]
    for key, values in (("in", written.in_), ("not_in", getattr(written, "not_in", None))):
        if values is not None:
            return [(key, value, (*path, key, i)) for i, value in enumerate(values)]
    return []


def catalogs_of(written: WrittenCondition, definitions: Mapping[str, WrittenCondition]) -> set[str]:
    """Return the catalog folders that a condition refers to, also by way of definitions."""
    parts = written_out(written, definitions)
    return {p.in_catalog.split("/", 1)[0] for p in parts if isinstance(p, FieldCondition) and p.in_catalog}
