"""`lianggao rules list`: every rule by document, or those in force on a date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lianggao.cli.options import LawFolder, law_of
from lianggao.cli.output import print_data

if TYPE_CHECKING:
    from lianggao.rulebook import Law, LawRule
    from lianggao.rulebook.models import Source


def list_rules(
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="只列这一天施行或可能施行的，如 2022-06-30。", show_default=False),
    ] = None,
    law: LawFolder = None,
) -> None:
    """按依据文件列出规则：编号、名称、关口或核查部门、可信度、与原文相比、文件。"""
    known = law_of(law)
    blocks = [block(known.sources[document], rules, known) for document, rules in by_document(known, as_of).items()]
    text = "\n\n".join(blocks) + "\n"
    print_data(text)


def by_document(law: Law, as_of: str | None) -> dict[str, list[LawRule]]:
    """Return the rules of every document, or those that may be in force on a date. Raises InputError."""
    from lianggao.rulebook import load_rulebook
    from lianggao.screening.dating import date_of

    rules = law.rules if as_of is None else load_rulebook(date_of(as_of), law).rules
    found: dict[str, list[LawRule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        found.setdefault(rule.rule.document, []).append(rule)
    return found


def block(source: Source, rules: list[LawRule], law: Law) -> str:
    """Return a document's heading and one line per rule, in columns."""
    from lianggao.screening.reasons import cited

    words = law.vocabulary.domains
    rows = [
        (
            rule.id,
            rule.rule.title,
            place_of(rule, law),
            words["trust"][rule.trust],
            words["faithful"][rule.rule.cite.faithful],
            rule.file,
        )
        for rule in rules
    ]
    heading = f"{cited(source)}　{period(source)}　{words['trust'][source.trust]}"
    return "\n".join([heading, *(f"  {line}" for line in in_columns(rows))])


def place_of(rule: LawRule, law: Law) -> str:
    """Return the gate of a rule, or whose check a requirement is."""
    from lianggao.rulebook.requirements import Check

    gate = law.gates[rule.rule.gate]
    return f"{law.vocabulary.departments[gate.department]}核查" if isinstance(gate, Check) else gate.title


def period(source: Source) -> str:
    """Return when a document is in force."""
    first, last = source.effective.from_, source.effective.to
    return f"{first} 至 {last}" if last else f"{first} 起"


def in_columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the rows as lines whose cells stand below each other, Chinese signs counted double."""
    from rich.cells import cell_len

    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)] if rows else []
    lines = []
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row[:-1], widths, strict=True))
        lines.append("  ".join([*padded, row[-1]]))
    return lines
