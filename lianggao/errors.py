"""One family of errors: what is wrong, where, and what to do, each with a code that never changes.

Faults are collected while a whole file or folder is read and raised together. `LawError` asks for a rule or catalog
file to be mended (exit code 2), `InputError` for the list or the call (exit code 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from lianggao.faults import WORDINGS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault stands: a file with line and column, or a sheet's cell."""

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}!{self.cell}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Hint(NamedTuple):
    """What to do about a mistake whose remedy depends on what was written, in both languages."""

    en: str
    zh: str

    @classmethod
    def nearest(cls, value: str, known: Iterable[str]) -> Hint:
        """Name the known word that a mistyped one was meant to be, or what there is to choose from.

        >>> Hint.nearest("catalogue", ["catalog", "ledger"]).en
        'did you mean `catalog`?'
        """
        words = list(known)
        if near := get_close_matches(value, words, 1, 0.5):
            return cls(f"did you mean `{near[0]}`?", f"是否为 `{near[0]}`？")
        if not words:
            return cls("there is none yet", "目前还没有")
        shown = [f"`{word}`" for word in words[:8]]
        more = len(words) > len(shown)
        return cls(
            f"use one of {', '.join(shown)}" + (" …" if more else ""),
            f"可用 {'、'.join(shown)}" + ("等" if more else ""),
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: its code, its place and the words that fill its message."""

    code: str
    place: Place = field(default_factory=Place)
    words: tuple[tuple[str, object], ...] = ()

    def render(self, lang: str = "en") -> str:
        """Return the one-line message `place: code: what; hint`."""
        wording = WORDINGS[self.code]
        what, hint = (wording.zh, wording.hint_zh) if lang == "zh" else (wording.en, wording.hint_en)
        words = {key: w if isinstance(w, Hint) else str(w).replace("\n", " ") for key, w in self.words}
        text, place = what.format(**words), str(self.place)
        advice = hint.format(**words)
        return (f"{place}: " if place else "") + f"{self.code}: {text}" + (f"; {advice}" if advice else "")


def fault(code: str, place: Place | None = None, **words: object) -> Fault:
    """Make a fault.

    >>> fault("missing-key", Place("a.yaml", 3, 1), key="gate").render()
    'a.yaml:3:1: missing-key: key `gate` is missing; add it'
    """
    return Fault(code, place or Place(), tuple(words.items()))


class LianggaoError(Exception):
    """Base of all errors of this library; `faults` holds every mistake found, in order of place."""

    exit_code = 1

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f.render() for f in self.faults))

    def render(self, lang: str = "en") -> str:
        """Return all messages, one line each."""
        return "\n".join(f.render(lang) for f in self.faults)


class LawError(LianggaoError):
    """Rule or catalog files are invalid."""

    exit_code = 2


class InputError(LianggaoError):
    """The list or the call can't be used."""


class EngineError(LianggaoError):
    """An engine failed, or two engines disagree: a bug in lianggao, or a use that the engine refuses.

    `detail` is what a person needs to see what happened, over several lines.
    """

    def __init__(self, faults: Sequence[Fault], detail: str = "") -> None:
        super().__init__(faults)
        self.detail = detail
