"""Join the columns that say where a project stands, or what it builds and how, into one text per project.

Places go down from the province to the address, so that the reader of places narrows step by step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

ORDER = ("province", "city", "county", "town", "park", "address")


def join_places(parts: Sequence[tuple[str, pd.Series[str]]]) -> pd.Series[str]:
    """Join texts by part, each distinct combination once."""
    ordered = [texts for _, texts in sorted(parts, key=lambda part: ORDER.index(part[0]))]
    return _join(ordered, _one_place)


def join_texts(parts: Sequence[tuple[str, pd.Series[str]]]) -> pd.Series[str]:
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


def _join(texts: Sequence[pd.Series[str]], join: Callable[[Sequence[str]], str]) -> pd.Series[str]:
    if len(texts) == 1:
        return texts[0]
    combined = np.zeros(len(texts[0]), dtype=np.int64)
    for column in texts:
        codes, values = pd.factorize(column)
        combined = pd.factorize(combined * (len(values) + 1) + codes)[0].astype(np.int64)
    _, first, index = np.unique(combined, return_index=True, return_inverse=True)
    columns = [column.to_numpy(dtype=object)[first].tolist() for column in texts]
    joined = np.array([join(parts) for parts in zip(*columns, strict=True)], dtype=object)
    return pd.Series(joined[index.ravel()], dtype="str")
