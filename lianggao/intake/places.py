"""Join the columns that say where a project stands, or what it builds and how, into one text per project.

Places go down from the province to the address, so that the reader of places narrows step by step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa

from lianggao.coded_texts import TEXT, Coded, Combinations

ORDER = ("province", "city", "county", "town", "park", "address")


def join_places(parts: Sequence[tuple[str, Coded]]) -> Coded:
    """Join texts by part, each distinct combination once."""
    ordered = [texts for _, texts in sorted(parts, key=lambda part: ORDER.index(part[0]))]
    return _join(ordered, _one_place)


def join_texts(parts: Sequence[tuple[str, Coded]]) -> Coded:
    """Join texts in the order of the columns."""
    return _join([texts for _, texts in parts], lambda texts: "；".join(dict.fromkeys(filter(None, texts))))


def _one_place(texts: Sequence[str]) -> str:
    """Join the parts of one place, leaving out what a finer part repeats.

    >>> _one_place(["河南省", "许昌市", "示范区"]), _one_place(["河南", "河南省禹州市"])
    ('河南省许昌市示范区', '河南省禹州市')
    """
    place = ""
    for text in reversed(texts):
        if text and text not in place:
            # `新乡` and `县城` side by side would read as 新乡县.
            apart = place[:1] in tuple("省市县区") and not text.endswith(tuple("省市县区"))
            # A division code before a house number would be one longer number.
            apart |= text[-1:].isdigit() and place[:1].isdigit()
            place = text + (" " if apart else "") + place
    return place


def _join(texts: Sequence[Coded], join: Callable[[Sequence[str]], str]) -> Coded:
    if len(texts) == 1:
        return texts[0]
    combinations = Combinations.of(texts, len(texts[0].codes))
    return Coded(combinations.of_row, pa.array([join(parts) for parts in combinations.texts], TEXT))
