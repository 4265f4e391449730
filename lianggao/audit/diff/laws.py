"""Compare two laws on every date, or two rulebooks of one date each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lianggao.audit.diff.changed import changed_tables, rule_changes
from lianggao.audit.diff.gates import Found, compare, verdict_of
from lianggao.audit.diff.model import GateDiff, LawDiff, LeftOut, PeriodDiff, Verdict
from lianggao.audit.diff.periods import Span, periods_of
from lianggao.audit.diff.shown import gates_of
from lianggao.errors import LawError
from lianggao.rulebook import Law, Rulebook, load_rulebook

ONLY_IN_CONDITIONS = ("key_region", "note")
"""Columns of catalogs that are compared world by world, or that nothing reads."""


@dataclass(frozen=True, eq=False)
class _Said:
    """What comparing two rulebooks brought."""

    gates: tuple[GateDiff, ...]
    not_compared: tuple[LeftOut, ...]


def diff_laws(old: Law, new: Law) -> LawDiff:
    """Compare two laws in every world, on every date.

    What can't be compiled or compared is named in the result and never left out silently.

    >>> from lianggao import load_law
    >>> diff_laws(load_law(), load_law()).same
    True
    """
    found: list[tuple[Span, _Said]] = []
    before = Found()
    for span in periods_of([old, new]):
        said = _on(span, old, new, before)
        if found and _alike(found[-1][1], said):
            found[-1] = (Span(found[-1][0].first, span.last), _both(found[-1][1], said))
        else:
            found.append((span, said))
    return _summed(old.name, new.name, [_period(span, said) for span, said in found], old, new)


def diff_rulebooks(old: Rulebook, new: Rulebook) -> LawDiff:
    """Compare two rulebooks in every world, each as of its own date."""
    said = _said(old, new, Found())
    names = [f"{book.law.name} {book.as_of}" for book in (old, new)]
    period = PeriodDiff(first=str(old.as_of), last=str(new.as_of), gates=said.gates, not_compared=said.not_compared)
    return _summed(names[0], names[1], [period], old.law, new.law)


def _on(span: Span, old: Law, new: Law, before: Found) -> _Said:
    books: list[Rulebook] = []
    for law in (old, new):
        try:
            books.append(load_rulebook(span.day, law))
        except LawError as error:
            return _Said((), tuple(LeftOut.of(one, law.name) for one in error.faults))
    return _said(books[0], books[1], before)


def _said(old: Rulebook, new: Rulebook, before: Found) -> _Said:
    try:
        comparison = compare(old, new, before)
    except LawError as error:
        return _Said((), tuple(LeftOut.of(one) for one in error.faults))
    return _Said(gates_of(comparison), tuple(comparison.not_compared))


def _alike(one: _Said, other: _Said) -> bool:
    """Return whether two neighbouring periods differ in the same way."""
    shown = [[(gate.gate, gate.verdict, gate.moves) for gate in said.gates if gate.changed] for said in (one, other)]
    return shown[0] == shown[1] and one.not_compared == other.not_compared


def _both(one: _Said, other: _Said) -> _Said:
    """Return what two periods that differ alike say together: of each gate, where more worlds were compared."""
    known = {gate.gate: gate for gate in one.gates}
    every = ((known.get(gate.gate, gate), gate) for gate in other.gates)
    return _Said(tuple(max(pair, key=lambda gate: gate.worlds or 0) for pair in every), other.not_compared)


def _period(span: Span, said: _Said) -> PeriodDiff:
    first, last = (day.isoformat() if day else "" for day in (span.first, span.last))
    return PeriodDiff(first=first, last=last, gates=said.gates, not_compared=said.not_compared)


def _summed(name: str, other: str, periods: Sequence[PeriodDiff], old: Law, new: Law) -> LawDiff:
    seen = {gate.gate for period in periods for gate in period.gates}
    gates = [gate for gate in dict.fromkeys((*new.gates, *old.gates)) if gate in seen]
    verdicts: dict[str, Verdict] = {}
    for gate in gates:
        every = [g.verdict for period in periods for g in period.gates if g.gate == gate]
        verdicts[gate] = verdict_of("neither" if v == "mixed" else v for v in every if v != "equal")
        if "mixed" in every:
            verdicts[gate] = "mixed"
    return LawDiff(
        old=name,
        new=other,
        verdicts=verdicts,
        periods=tuple(periods),
        rules=tuple(rule_changes(old, new)),
        other_changes=tuple(_other_changes(old, new)),
        not_compared=tuple(_beyond_tables(old, new)),
    )


def _other_changes(old: Law, new: Law) -> Iterator[str]:
    """Yield documents, gates, definitions and open questions that read otherwise."""
    for folder, before, after in (
        ("documents", old.sources, new.sources),
        ("gates", old.gates, new.gates),
        ("definitions", old.definitions, new.definitions),
        ("open-questions", old.questions, new.questions),
    ):
        for name in sorted({**before, **after}):
            one, other = before.get(name), after.get(name)
            if one is None or other is None:
                yield f"{folder}/{name}（{'+' if one is None else '-'}）"
            elif one != other:
                parts = (key for key in type(one).model_fields if getattr(one, key) != getattr(other, key))
                yield f"{folder}/{name}（{', '.join(key.rstrip('_') for key in parts)}）"


def _beyond_tables(old: Law, new: Law) -> Iterator[str]:
    """Yield catalog tables that differ and that have a say before any world is looked at: how a list is read."""
    for file in changed_tables(old, new):
        folder, name = file.split("/")[1], file.removeprefix("catalogs/").removesuffix(".csv")
        sources = [law.catalogs.sources.get(folder) for law in (old, new)]
        of_law = any(source is not None and source.document for source in sources)
        if not of_law and _read(old, name) != _read(new, name):
            yield file


def _read(law: Law, table: str) -> list[dict[str, str]]:
    """Return what of a table has a say in reading: all but the columns that only conditions look into."""
    rows = law.catalogs.tables.get(table, [])
    return [{column: cell for column, cell in row.items() if column not in ONLY_IN_CONDITIONS} for row in rows]
