"""The facts frame: what a list states about its projects, one column per vocabulary field.

A quantity is a closed interval and a choice the set of values not ruled out, so that a blank is "anything" and never
zero or no. Intake makes the frame, recognition adds to it, screening reads it; nobody changes it in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from lianggao.noting import Note, Notes
from lianggao.on_use import module_on_use
from lianggao.tables.known import Known

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = module_on_use("pandas")

__all__ = ["Facts", "Floats", "Note", "Notes", "Span", "joined"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Span:
    """A quantity of every project as a closed interval; not stated is `[0, inf]`, since no field can be negative."""

    low: Floats
    high: Floats

    @classmethod
    def unknown(cls, rows: int) -> Span:
        """Leave everything open."""
        return cls(np.zeros(rows), np.full(rows, np.inf))

    @cached_property
    def stated(self) -> npt.NDArray[np.bool_]:
        """Return where something is known."""
        stated: npt.NDArray[np.bool_] = (self.low > 0) | np.isfinite(self.high)
        stated.flags.writeable = False
        return stated

    def take(self, rows: npt.NDArray[np.int64]) -> Span:
        """Return the quantity of some projects, in the order given; points stay one column."""
        low = self.low[rows]
        return Span(low, low if self.high is self.low else self.high[rows])


@dataclass(frozen=True)
class Facts:
    """All that is stated. A field that is missing here is stated for no project.

    `texts` holds strings, empty where blank; the members of a `choices` set are the values of the field in the order
    of the vocabulary; `decision_date` is a text `2022-06-30`, `2022-06` or `2022`.
    """

    rows: int
    texts: Mapping[str, pd.Series[str]] = field(default_factory=dict)
    choices: Mapping[str, Known] = field(default_factory=dict)
    quantities: Mapping[str, Span] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    """Any notes will do to make a frame of; they are kept as columns."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", Notes.of(self.notes))

    def notes_of(self, row: int) -> list[Note]:
        """Return the notes on one project; `row` counts from 0."""
        return self.notes.of_row(row)

    def text(self, name: str) -> pd.Series[str]:
        """Return a text field, all blank where the list has no such column."""
        stated = self.texts.get(name)
        return pd.Series([""] * self.rows, dtype="str") if stated is None else stated

    def span(self, name: str) -> Span:
        """Return a quantity, unknown where the list has no such column."""
        return self.quantities.get(name) or Span.unknown(self.rows)

    def adding(
        self,
        choices: Mapping[str, Known] | None = None,
        quantities: Mapping[str, Span] | None = None,
        notes: Iterable[Note] = (),
    ) -> Facts:
        """Return the frame with more choices and quantities (the new ones win) and more notes."""
        return replace(
            self,
            choices={**self.choices, **(choices or {})},
            quantities={**self.quantities, **(quantities or {})},
            notes=self.notes + notes,
        )

    def take(self, rows: npt.NDArray[np.int64]) -> Facts:
        """Return the choices and quantities of some projects, in the order given."""
        return Facts(
            len(rows),
            choices={name: known.take(rows) for name, known in self.choices.items()},
            quantities={name: span.take(rows) for name, span in self.quantities.items()},
        )


def joined(parts: Sequence[Facts]) -> Facts:
    """Put lists one below the other; what a part does not state is unknown for its rows."""
    if len(parts) == 1:
        return parts[0]
    texts = dict.fromkeys(name for part in parts for name in part.texts)
    widths = {name: known.sets.shape[1] for part in parts for name, known in part.choices.items()}
    spans = dict.fromkeys(name for part in parts for name in part.quantities)
    starts = [sum(part.rows for part in parts[:at]) for at in range(len(parts))]
    return Facts(
        rows=sum(part.rows for part in parts),
        texts={name: pd.concat([part.text(name) for part in parts], ignore_index=True) for name in texts},
        choices={name: _known_of(parts, name, width) for name, width in widths.items()},
        quantities={name: _span_of(parts, name) for name in spans},
        notes=sum((part.notes.shifted(start) for start, part in zip(starts, parts, strict=True)), Notes()),
    )


def _known_of(parts: Sequence[Facts], name: str, width: int) -> Known:
    """Return one choice over all parts, everything open where a part does not state it."""
    known = [part.choices.get(name) or Known.constant([True] * width, part.rows) for part in parts]
    return Known.of_rows(np.concatenate([one.rows() for one in known]))


def _span_of(parts: Sequence[Facts], name: str) -> Span:
    spans = [part.span(name) for part in parts]
    return Span(np.concatenate([span.low for span in spans]), np.concatenate([span.high for span in spans]))
