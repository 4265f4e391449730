"""Late notes are the notes that they are made of, worked out once and only when they are read."""

from __future__ import annotations

from collections.abc import Callable

from lianggao.facts import Facts
from lianggao.noting import LateNotes, Note, Notes

ONE, OTHER, THIRD = (Note(row, "place", "place-unknown", text) for row, text in ((1, "甲"), (0, "乙"), (1, "丙")))


def counted(notes: list[Note]) -> tuple[Callable[[], Notes], list[None]]:
    calls: list[None] = []

    def make() -> Notes:
        calls.append(None)
        return Notes.of(notes)

    return make, calls


def test_nothing_is_made_before_it_is_read_and_nothing_twice() -> None:
    make, calls = counted([ONE, OTHER])
    facts = Facts(2, notes=Notes.of([THIRD])).adding(notes=LateNotes(make)).adding(notes=[ONE])
    assert not calls
    assert list(facts.notes) == [THIRD, ONE, OTHER, ONE]
    assert facts.notes_of(0) == [OTHER]
    assert len(facts.notes) == 4
    assert len(calls) == 1


def test_they_are_added_in_order_on_either_side_of_others() -> None:
    for whole in (
        Notes.of([ONE]) + LateNotes(lambda: [OTHER, THIRD]),
        LateNotes(lambda: [ONE]) + Notes.of([OTHER, THIRD]),
        LateNotes(lambda: [ONE, OTHER]) + LateNotes(lambda: [THIRD]),
    ):
        assert isinstance(whole, LateNotes)
        assert whole == [ONE, OTHER, THIRD]
        assert whole.by_row() == [OTHER, ONE, THIRD]
