"""Which rules read otherwise in two laws, which part of them, and through which other file.

A rule's condition is compared as resolved, so that a changed definition, catalog or vocabulary shows in every rule
that rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianggao.audit.diff.model import RuleChange
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.conditions import FieldCondition, RefCondition, WrittenCondition, written_out

WORDS = ("title", "because", "cite", "open_questions")
"""Parts of a rule that change no conclusion."""

BEHIND_FIELDS = ("activities", "regions", "vocabulary")
"""Catalogs that the values of fields come from."""


def rule_changes(old: Law, new: Law) -> list[RuleChange]:
    """Return every rule that was added, removed or changed, by id."""
    before, after = ({rule.id: rule for rule in law.rules} for law in (old, new))
    found = []
    for id in sorted({**before, **after}):
        one, other = before.get(id), after.get(id)
        if one is None or other is None:
            rule = one or other
            assert rule is not None
            found.append(_whole(rule, "removed" if other is None else "added"))
        elif change := _changed(one, other, old, new):
            found.append(change)
    return found


def _whole(rule: LawRule, change: str) -> RuleChange:
    duties = duties_of(rule)
    return RuleChange.model_validate(
        {
            "rule": rule.id,
            "title": rule.rule.title,
            "change": change,
            "parts": (),
            "through": (),
            f"duties_{change}": duties,
        }
    )


def _changed(one: LawRule, other: LawRule, old: Law, new: Law) -> RuleChange | None:
    parts = [name for name in ("gate", "effective", *WORDS) if getattr(one.rule, name) != getattr(other.rule, name)]
    before, after = one.rule.conclude.model_dump(), other.rule.conclude.model_dump()
    parts += [name for name in before if before[name] != after[name]]
    if one.condition != other.condition:
        parts.append("when")
    elif one.rule.when != other.rule.when:
        parts.append("writing")
    if one.trust != other.trust:
        parts.append("trust")
    through = () if one.rule.when != other.rule.when else tuple(_through(one, other, old, new))
    duties = duties_of(one), duties_of(other)
    if not parts:
        return None
    return RuleChange(
        rule=one.id,
        title=other.rule.title,
        change="changed",
        parts=tuple(parts),
        through=through if "when" in parts else (),
        duties_added=tuple(duty for duty in duties[1] if duty not in duties[0]),
        duties_removed=tuple(duty for duty in duties[0] if duty not in duties[1]),
    )


def duties_of(rule: LawRule) -> tuple[str, ...]:
    """Return the checklist lines of a rule, each with its department."""
    return tuple(f"{name}: {text}" for name, texts in rule.rule.conclude.checklist.items() for text in texts)


def _through(one: LawRule, other: LawRule, old: Law, new: Law) -> Iterator[str]:
    """Yield the definitions and tables behind a condition that is written as before but reads otherwise."""
    parts = [*_written_out(one, old), *_written_out(other, new)]
    for name in dict.fromkeys(part.ref for part in parts if isinstance(part, RefCondition)):
        if old.definitions.get(name) != new.definitions.get(name):
            yield name
    tables = dict.fromkeys(part.in_catalog for part in parts if isinstance(part, FieldCondition) and part.in_catalog)
    folders = {name.split("/", 1)[0] for name in tables}
    yield from changed_tables(old, new, sorted({*folders, *BEHIND_FIELDS}))


def changed_tables(old: Law, new: Law, folders: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the tables, of some catalog folders or of all, whose rows differ."""
    before, after = old.catalogs.tables, new.catalogs.tables
    for name in sorted({**before, **after}):
        if (folders is None or name.split("/", 1)[0] in folders) and before.get(name) != after.get(name):
            yield f"catalogs/{name}.csv"


def _written_out(rule: LawRule, law: Law) -> Iterator[WrittenCondition]:
    return written_out(rule.rule.when, {id: definition.when for id, definition in law.definitions.items()})
