"""Findings as workflow commands, which GitHub shows beside the changed line."""

from __future__ import annotations

from lianggao.audit.checking.checks import Checked
from lianggao.audit.checking.formats.told import Told


def as_github(checked: Checked, lang: str) -> str:
    """Return one `::error …::` line for each finding."""
    return "".join(f"{_command(Told.of(fault, lang))}\n" for fault in checked.faults)


def _command(told: Told) -> str:
    place = told.place
    given = {"file": place.file, "line": place.line, "col": place.column, "title": told.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in given.items() if value)
    return f"::error {properties}::{_escaped(told.message)}"


def _escaped(text: str, more: str = "") -> str:
    """Write a text so that the runner reads it back; within properties `:` and `,` are signs too.

    >>> _escaped("50%, or more", ":,")
    '50%25%2C or more'
    """
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
