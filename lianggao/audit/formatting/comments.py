"""Ties comments and blank lines to entries, so that they go where their entry goes.

A comment on a line of its own belongs to the entry below it, or, where it stands further in, to the one above that it
is level with. What stands before all entries stays at the top of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.audit.formatting.entries import DASH, Entry


def tie(text: str, comments: Sequence[int], entries: Sequence[Entry]) -> list[str]:
    """Give every comment to its entry, and return those at the top of the file."""
    every = sorted((entry for top in entries for entry in top), key=lambda entry: entry.start)
    top: list[str] = []
    for at in comments:
        begin = text.rfind("\n", 0, at) + 1
        words = text[at : _end(text, at)].rstrip()
        blank = [""] if _blank_above(text, begin) else []
        earlier = [entry for entry in every if entry.start < at]
        later = next((entry for entry in every if entry.start > at), None)
        if text[begin:at].strip(" \t" + DASH):
            if earlier[-1].beside:
                earlier[-1].after.append(words)
            else:
                earlier[-1].beside = words
        elif not earlier:
            top += [*(blank if top else []), words]
        elif later and at - begin <= later.column:
            later.before += [*blank, words]
        else:
            level = [entry for entry in earlier if entry.column <= at - begin]
            (level or earlier)[-1].after += [*blank, words]
    # A list item and the first key in it start at the same place and share a blank line.
    for start, entry in {entry.start: entry for entry in every}.items():
        begin = text.rfind("\n", 0, start) + 1
        if not text[begin:start].strip(" \t" + DASH) and _blank_above(text, begin):
            entry.before.append("")
    return top


def _end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _blank_above(text: str, begin: int) -> bool:
    """Return whether the line above the one that begins at a place is blank."""
    above = text[: max(begin - 1, 0)].rsplit("\n", 1)[-1]
    return begin > 0 and not above.strip()
