"""What a reader of one project has to tell a person, before it is tied to a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A note without its row: `field` is a field of the vocabulary."""

    code: str
    field: str
    text: str


def clip(text: str) -> str:
    """Shorten a cell for a sentence."""
    return text if len(text) <= 20 else text[:20] + "…"
