"""The boundary suites of all rules as files in a folder, beside the suites that people wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lianggao.audit.boundaries.making import boundaries_of
from lianggao.audit.boundaries.text import text_of
from lianggao.errors import Fault, InputError, Place, fault
from lianggao.rulebook import Law

BOUNDARIES = ".boundaries.cases.yaml"
"""How the names of these files end."""


@dataclass(frozen=True)
class Texts:
    """The text of every file by its path in the folder, and a fault for each rule without a suite."""

    files: dict[str, str]
    faults: tuple[Fault, ...]


def texts_of(law: Law) -> Texts:
    """Make the suite of every rule."""
    found, faults = boundaries_of(law, law.rules)
    files = {rule.id + BOUNDARIES: text_of(found[rule.id], rule, law) for rule in law.rules if rule.id in found}
    return Texts(files, tuple(faults))


def write_all(texts: Texts, folder: Path) -> None:
    """Write every file. Raises InputError."""
    for name, text in texts.files.items():
        write_text(folder / name, text)


def write_text(path: Path, text: str) -> None:
    """Write one file, and its folder if need be. Raises InputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InputError([fault("file-not-writable", Place(str(path)), why=why)]) from error


def differing_files(texts: Texts, folder: Path) -> Iterator[str]:
    """Yield the path of each file that is missing, says something else, or is of no rule."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob(f"*{BOUNDARIES}")}
    for name in sorted({*texts.files, *there}):
        path = folder / name
        if name not in texts.files or not path.is_file() or path.read_bytes() != texts.files[name].encode():
            yield path.as_posix()
