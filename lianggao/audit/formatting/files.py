"""Which files are formatted: the YAML of rules, and the `source.yaml` of catalogs; case files and tables never are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lianggao.audit.formatting.format import formatted
from lianggao.errors import Fault, InputError, LawError, fault

FOLDERS = ("rules", "catalogs")
CASES = ".cases.yaml"


def changes_in(paths: Sequence[Path] = ()) -> dict[Path, str]:
    """Return the files that are not in the one form, each with the text it should have.

    `paths` are files or folders; without any, `rules/` and `catalogs/` in the current folder. Raises LawError with
    every fault of every file that can't be formatted, InputError where there is no such file or folder.
    """
    changed: dict[Path, str] = {}
    faults: list[Fault] = []
    for path in dict.fromkeys(_files(paths or [Path(name) for name in FOLDERS])):
        written = path.read_bytes()
        text, wrong = formatted(written, path.as_posix())
        faults += wrong
        if not wrong and text.encode() != written:
            changed[path] = text
    if faults:
        raise LawError(faults)
    return changed


def write(changed: dict[Path, str]) -> None:
    """Write files in their new form."""
    for path, text in changed.items():
        path.write_bytes(text.encode())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    missing = [path for path in paths if not (path.is_dir() or (path.is_file() and path.suffix == ".yaml"))]
    if missing:
        raise InputError([fault("not-formatted-here", value=path.as_posix()) for path in missing])
    for path in paths:
        if path.is_file():
            yield path
            continue
        inner = [path / name for name in FOLDERS if (path / name).is_dir()]
        for folder in inner or [path]:
            yield from sorted(p for p in folder.rglob("*.yaml") if not p.name.endswith(CASES))
