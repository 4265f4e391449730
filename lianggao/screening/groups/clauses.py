"""Name the clauses behind a line, each document's places once."""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.rulebook import Law, LawRule


def clauses_text(rules: Sequence[LawRule], law: Law) -> str:
    """Return number or title of each document and the places in it that use the line."""
    places: dict[str, dict[str, None]] = {}
    for rule in rules:
        places.setdefault(rule.rule.document, {})[rule.rule.cite.place] = None
    return "；".join(f"{_name(law, document)}{'、'.join(found)}" for document, found in places.items())


def _name(law: Law, document: str) -> str:
    source = law.sources[document]
    return source.number or f"《{source.title}》"
