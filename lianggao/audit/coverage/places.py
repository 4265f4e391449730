"""How much of each document is encoded: what it is known to contain, place by place, and the rules that render it.

What a document contains is what its `contents` say; of one without, only the places that rules cite are known. A place
is wholly encoded only where every rule that cites it says so of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lianggao.audit.coverage.model import DocumentCoverage, PlaceCoverage, Rendering, Status
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.contents import DocumentPlace
from lianggao.rulebook.models import Source


def law_coverage(law: Law) -> tuple[DocumentCoverage, ...]:
    """Return the coverage of every document of a law, by id.

    >>> from lianggao.rulebook import load_law
    >>> [document.known for document in law_coverage(load_law()) if document.id == "henan-catalog-2021"]
    ['part']
    """
    return tuple(
        DocumentCoverage(
            id=id,
            number=source.number,
            title=source.title,
            trust=source.trust,
            known=source.contents.known if source.contents else None,
            places=tuple(_places(source, [rule for rule in law.rules if rule.rule.document == id])),
        )
        for id, source in sorted(law.sources.items())
    )


def _places(source: Source, rules: Sequence[LawRule]) -> Iterator[PlaceCoverage]:
    if source.contents:
        known: dict[str, DocumentPlace | None] = {place.place: place for place in source.contents.places}
    else:
        known = dict.fromkeys(sorted({rule.rule.cite.place for rule in rules}))
    for name, place in known.items():
        cites = [(rule, rule.rule.cite) for rule in rules if rule.rule.cite.place == name]
        found = tuple(
            Rendering(rule=rule.id, title=rule.rule.title, faithful=cite.faithful, why=cite.why) for rule, cite in cites
        )
        yield PlaceCoverage(
            place=name,
            what=place.what if place else None,
            status=_status(place, found),
            why=place.why if place else None,
            rules=found,
            departments=place.departments if place else (),
        )


def _status(place: DocumentPlace | None, rules: Sequence[Rendering]) -> Status:
    left_to = place.left_to if place else None
    if not rules:
        return "person" if left_to == "person" else "not_encoded"
    return "encoded" if left_to is None and all(rule.faithful == "full" for rule in rules) else "partly"
