"""Find case files and read them: every mistake of every file is collected with its place, then raised together.

A file with `rule`, or with cases that `expect` something of one, is a suite; any other is a whole set.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lianggao.audit.cases.models import Case, Suite, Variant, WholeCase, WholeSet
from lianggao.audit.cases.names import check_names
from lianggao.errors import Fault, InputError, Place, fault
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.parse import parse
from lianggao.rulebook.yaml_reader import Document, read_yaml

SUFFIX = ".cases.yaml"

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
AnyVariant = Variant[Case] | Variant[WholeCase]


@dataclass(frozen=True, eq=False)
class CaseFile:
    """The cases of one file, and where each of them stands; `document` is empty for cases made by a program."""

    content: Suite | WholeSet
    document: Document

    @property
    def name(self) -> str:
        """Return what messages call the file."""
        return self.document.file

    @property
    def rule(self) -> str | None:
        """Return the rule whose suite this is, or None for a whole set."""
        return self.content.rule if isinstance(self.content, Suite) else None

    def variants(self) -> Iterator[tuple[AnyVariant, Place]]:
        """Yield every variant of every case with its place, in the order of the file."""
        cases: Sequence[Case | WholeCase] = self.content.cases
        for at, case in enumerate(cases):
            place = self.document.place(("cases", at))
            yield from ((variant, place) for variant in case.variants())


def read_cases(paths: Paths, law: Law | None = None) -> tuple[CaseFile, ...]:
    """Read case files, and those of folders with all that is below, and check every name against the law.

    Hidden folders and virtual environments are left out. Raises InputError with every fault of every file, also where
    there is no case file, LawError where the shipped law's own files are wrong.

    >>> [file.rule for file in read_cases("tests/rules/henan-action-plan-2021/priority-line.cases.yaml")]
    ['henan-action-plan-2021/priority-line']
    """
    law = law or load_law()
    files, faults = case_files(paths)
    read = []
    for path in files:
        file, found = read_file(path, path.as_posix(), law)
        faults += found
        read += [file] if file else []
    if faults:
        raise InputError(faults)
    return tuple(read)


def case_files(paths: Paths) -> tuple[list[Path], list[Fault]]:
    """Return the case files among and below some paths, each once, and a fault for a path without any."""
    found: dict[Path, Path] = {}
    faults: list[Fault] = []
    for path in map(Path, [paths] if isinstance(paths, str | os.PathLike) else paths):
        here = list(_below(path)) if path.is_dir() else [path] if path.is_file() else []
        if not here:
            code = fault("no-case-files", value=path) if path.is_dir() else fault("file-missing", value=path)
            faults.append(code)
        found |= {file.resolve(): file for file in here if file.resolve() not in found}
    return list(found.values()), faults


def _below(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not (Path(at, f, "pyvenv.cfg")).is_file())
        yield from (Path(at, file) for file in sorted(files) if file.endswith(SUFFIX))


def read_file(path: Path, name: str, law: Law) -> tuple[CaseFile | None, list[Fault]]:
    """Read one file; `name` is what messages call it. Faults are returned, in the order of their places."""
    document = read_yaml(path, name)
    data = document.data
    if not document.faults and isinstance(data, dict | None) and not (data or {}).get("cases"):
        return None, [fault("no-case", document.place(("cases",)))]
    model: type[Suite | WholeSet] = Suite if _is_suite(data) else WholeSet
    content, faults = parse(model, document)
    faults = [_ours(found) for found in faults]
    if content is not None:
        faults += check_names(content, document, law)
    faults.sort(key=lambda found: (found.place.line, found.place.column))
    return (CaseFile(content, document) if content and not faults else None), faults


def _is_suite(data: Any) -> bool:
    if not isinstance(data, dict):
        return False
    cases = data["cases"] if isinstance(data.get("cases"), list) else []
    return "rule" in data or any(isinstance(case, dict) and "expect" in case for case in cases)


def _ours(found: Fault) -> Fault:
    """Point at the page about case files, not at the one about rule files."""
    return fault("wrong-in-case", found.place, **dict(found.words)) if found.code == "wrong-value" else found
