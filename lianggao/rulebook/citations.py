"""Check that rules cite places that their document is known to contain, where it says what it contains."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.errors import Fault, Hint, fault
from lianggao.rulebook.contents import DocumentPlace
from lianggao.rulebook.files import Files
from lianggao.rulebook.models import Source
from lianggao.rulebook.yaml_reader import Document


def check_citations(files: Files) -> list[Fault]:
    """Return a fault for every place named twice, and for every citation of one that is unknown or not rendered."""
    faults: list[Fault] = []
    known: dict[str, dict[str, DocumentPlace]] = {}
    for source, at in files.sources:
        if source.contents:
            known[source.id] = {place.place: place for place in source.contents.places}
            faults += _named_twice(source, at)
    for rule, at in files.rules:
        places, cited = known.get(rule.document), rule.cite.place
        if places is not None and cited not in places:
            words = {"value": cited, "document": rule.document, "hint": Hint.nearest(cited, places)}
            faults.append(fault("unknown-citation", at.place(("cite", "place")), **words))
        elif places is not None and places[cited].left_to == "nobody":
            words = {"value": cited, "document": rule.document}
            faults.append(fault("citation-of-unrendered", at.place(("cite", "place")), **words))
    return faults


def _named_twice(source: Source, at: Document) -> Iterator[Fault]:
    assert source.contents
    seen = set[str]()
    for i, place in enumerate(source.contents.places):
        if place.place in seen:
            yield fault("place-named-twice", at.place(("contents", "places", i, "place")), value=place.place)
        seen.add(place.place)
