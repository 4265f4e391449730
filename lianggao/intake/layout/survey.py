"""Go down a long table chunk by chunk: what `Walk` finds on a page, found by column but for the rows that are odd."""

from __future__ import annotations

from lianggao.errors import InputError
from lianggao.intake.files.chunks import Chunk
from lianggao.intake.files.widths import UnsureError
from lianggao.intake.layout.heads import LOOK
from lianggao.intake.layout.page import Page
from lianggao.intake.layout.rows import LOOK_AHEAD
from lianggao.intake.layout.special import Signs
from lianggao.intake.layout.walk import Walk
from lianggao.intake.layout.window import Window

MOST_PARTS = 1000
MOST_ASIDE = 200_000


def survey(window: Window, page: Page) -> Walk:
    """Find the headers and projects of a table whose page is the window.

    Raises UnsureError where that takes rows that are not at hand, and InputError: what reading the chunks raises.
    """
    window.look_ahead(LOOK + LOOK_AHEAD)
    try:
        walk = Walk(page)
    except InputError:
        # Something may be wrong further down, and is then told first.
        raise UnsureError from None
    window.look_ahead(walk.row)
    while walk.row < window.stop:
        chunk = window.chunk_at(walk.row)
        window.look_ahead(chunk.stop + LOOK_AHEAD)
        _go(walk, chunk, page)
        if len(walk.parts) > MOST_PARTS or len(walk.aside) > MOST_ASIDE:
            raise UnsureError
        below = walk.part.head.bottom + 1
        for column in walk.part.head.names:
            if walk.sorter.counts(column):
                window.has_digits(column, below, window.stop)
        window.leave(walk.row)
        window.look_ahead(walk.row)
    window.widths.check(window.file)
    return walk


def _go(walk: Walk, chunk: Chunk, page: Page) -> None:
    signs = Signs(chunk, page.words)
    while walk.row < chunk.stop:
        sorter, remarks, first = walk.sorter, walk.sorter.remarks, walk.row - chunk.first
        special = signs.special(sorter)
        if walk.row == sorter.head.bottom + 1:
            special[first] = True
        for at in special[first:].nonzero()[0].tolist():
            _pass_by(walk, signs, chunk.first, first + at)
            walk.look(chunk.first + first + at)
            if walk.sorter is not sorter or sorter.remarks != remarks:
                break
        else:
            _pass_by(walk, signs, chunk.first, len(special))


def _pass_by(walk: Walk, signs: Signs, first: int, stop: int) -> None:
    """Take the rows up to one of the chunk, none of them special."""
    begin, part = walk.row - first, walk.part
    if begin >= stop:
        return
    walk.pass_by(walk.row, signs.blank[begin:stop])
    for at, filled in enumerate(signs.filled):
        if at not in part.head.names and at not in part.filled and filled[begin:stop].any():
            part.filled.add(at)
