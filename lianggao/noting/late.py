"""Notes that are worked out when somebody first reads them: whoever asks for outcomes alone pays for none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from lianggao.noting.block import Block
from lianggao.noting.note import Note
from lianggao.noting.notes import Notes

Parts = tuple[tuple[Block, ...], ...]


class LateNotes(Notes):
    """The notes that `make` gives, which is called once and then let go of; what is added to them is late as well."""

    def __init__(self, make: Callable[[], Iterable[Note]]) -> None:
        self._make: Callable[[], Iterable[Note]] | None = make

    @cached_property
    def _parts(self) -> Parts:  # type: ignore[override]
        assert self._make is not None
        made, self._make = Notes.of(self._make()), None
        return made._parts

    def __add__(self, other: Iterable[Note]) -> Notes:
        return LateNotes(lambda: Notes(self._parts) + other)

    def __radd__(self, other: Iterable[Note]) -> Notes:
        return LateNotes(lambda: Notes.of(other) + Notes(self._parts))
