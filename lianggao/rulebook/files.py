"""Walk `rules/` and turn each file into its model; the place of a file says what it is.

`gates/` and `open-questions/` stand beside one folder per document, which holds `source.yaml`, its rules, its
`definitions/` and, in `checks/`, its requirements. Faults are collected, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.layers import Layers
from lianggao.rulebook.models import Definition, Gate, OpenQuestion, Rule, Source
from lianggao.rulebook.parse import parse
from lianggao.rulebook.requirements import Requirement, RequirementFile
from lianggao.rulebook.yaml_reader import Document, read_yaml

M = TypeVar("M", Source, Rule, Requirement, Definition, Gate, OpenQuestion)
Read = tuple[M, Document]


@dataclass
class Files:
    """Every model with the file it came from; a requirement is among the gates and the rules too."""

    sources: list[tuple[Source, Document]] = field(default_factory=list)
    rules: list[tuple[Rule, Document]] = field(default_factory=list)
    requirements: list[tuple[Requirement, Document]] = field(default_factory=list)
    definitions: list[tuple[Definition, Document]] = field(default_factory=list)
    gates: list[tuple[Gate, Document]] = field(default_factory=list)
    questions: list[tuple[OpenQuestion, Document]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def place_of(self, rule: Rule) -> Document:
        """Return the file that a rule came from."""
        return next(document for known, document in self.rules if known is rule)


def read_files(layers: Layers) -> Files:
    """Read every YAML file under the `rules/` of the law's layers."""
    files = Files()
    for file in layers.topmost("rules"):
        if file.at.suffix == ".yml":
            files.faults.append(fault("wrong-suffix", Place(file.name), value=file.at.name))
        if file.at.suffix != ".yaml":
            continue
        document = read_yaml(file.at, file.name)
        match (*file.path[:-1], file.at.stem):
            case ("gates", own):
                _take(Gate, document, own, files.gates, files)
            case ("open-questions", own):
                _take(OpenQuestion, document, own, files.questions, files)
            case (folder, "source"):
                _take(Source, document, folder, files.sources, files)
            case (folder, "checks", own):
                _take(Requirement, document, f"{folder}/{own}", files.requirements, files)
            case (folder, "definitions", own):
                _take(Definition, document, f"{folder}/{own}", files.definitions, files)
            case (folder, own):
                _take(Rule, document, f"{folder}/{own}", files.rules, files)
            case _:
                files.faults.append(fault("file-out-of-place", document.place(())))
    for requirement, document in files.requirements:
        seen_as = RequirementFile.of(document)
        files.gates.append((requirement.gate, seen_as))
        files.rules.append((requirement.rule, seen_as))
    return files


def _take(model: type[M], document: Document, expected: str, into: list[tuple[M, Document]], files: Files) -> None:
    read, faults = parse(model, document)
    files.faults += faults
    if read is None:
        return
    if read.id != expected:
        files.faults.append(fault("id-not-path", document.place(("id",)), value=read.id, expected=expected))
    into.append((read, document))
