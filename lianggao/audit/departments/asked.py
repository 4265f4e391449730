"""Which facts a requirement is decided by, and from which others a computed one follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianggao.computing.formulas import formulas_of
from lianggao.computing.kinds import EFFICIENCY, LIMIT
from lianggao.computing.land import SHARES
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.conditions import FieldCondition, GateCondition, written_out
from lianggao.rulebook.requirements import Check, demand_of

_ITEMS = {
    name: kind for kind in (EFFICIENCY, LIMIT) for level in kind.levels for name in (level.value, level.ratio) if name
}
_FIGURES = {share: figure for figure, share in SHARES.items()}


def asked_of(rule: LawRule, law: Law) -> tuple[list[str], list[str]]:
    """Return the fields and the gates that the requirement of a rule asks about, in the order of its file.

    A derived field is asked for by the field that it is derived from.
    """
    gate = law.gates[rule.rule.gate]
    definitions = {id: definition.when for id, definition in law.definitions.items()}
    whole = [when for when in (gate.applies_when if isinstance(gate, Check) else None, demand_of(rule.rule)) if when]
    parts = [part for when in whole for part in written_out(when, definitions)]
    names = (part.field for part in parts if isinstance(part, FieldCondition))
    fields = dict.fromkeys(law.vocabulary[name].derived_from or name for name in names)
    gates = dict.fromkeys(part.gate for part in parts if isinstance(part, GateCondition))
    return list(fields), list(gates)


def inputs_of(field: str, law: Law) -> list[str]:
    """Return the facts from which a computed field follows, each once; none where it is only stated.

    >>> from lianggao.rulebook import load_law
    >>> inputs_of("coal_substitution_ratio", load_law())
    ['coal_substituted_t', 'coal_added_t', 'coal_k1', 'coal_k2']
    """
    return list(dict.fromkeys(_inputs(field, law)))


def _inputs(field: str, law: Law) -> Iterator[str]:
    formulas = formulas_of(law.catalogs)
    if field in _ITEMS:
        kind = _ITEMS[field]
        yield kind.item
        measures = (row.get("measure", "") for row in law.catalogs.rows(kind.items))
        yield from _further(dict.fromkeys(filter(None, measures)), law)
    elif field in _FIGURES:
        yield from ("county", "activity", *_further([_FIGURES[field]], law))
    else:
        for formula in formulas.get(field, ()):
            yield from _further(formula.inputs, law)


def _further(fields: Iterable[str], law: Law) -> Iterator[str]:
    """Yield the facts behind some fields; one that people state as such stands before them."""
    for field in fields:
        behind = inputs_of(field, law)
        if not behind or field not in formulas_of(law.catalogs) or _is_stated(field, law):
            yield field
        yield from behind


def _is_stated(field: str, law: Law) -> bool:
    """Return whether the column of a list may give a computed field itself: its question asks for it first."""
    return law.vocabulary[field].question.startswith(f"请提供{law.vocabulary[field].label.split('（')[0]}")
