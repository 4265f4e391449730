"""What one message needs: the fault in both languages, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """One fault in both languages: what is wrong, and what to do about it."""

    en: str
    zh: str
    hint_en: str
    hint_zh: str


Wordings = dict[str, Wording]
