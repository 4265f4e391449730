"""The lines of a text file one by one, none of them longer than memory allows. Any kind of line end ends a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.limits import MAX_LINE


def lines_of(text: IO[str], name: str, first: int = 1) -> Iterator[str]:
    """Yield the lines with their ends; `first` is the number of the first. Raises InputError: `line-too-long`."""
    number = first - 1
    while line := text.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise InputError([fault("line-too-long", Place(name, number, 1), limit=MAX_LINE)])
        yield line
