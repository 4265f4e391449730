"""Read one YAML file into plain data, keeping the line and column of every key and value.

Only what a rule file needs is accepted: mappings, lists and plain scalars. Repeated keys, anchors and aliases are
faults.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lianggao.errors import Fault, Place, fault

Path_ = tuple[str | int, ...]


@dataclass
class Document:
    """The plain data of a file, where each part stands, and the faults met while reading."""

    file: str
    data: Any = None
    keys: dict[Path_, Place] = field(default_factory=dict)
    values: dict[Path_, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Path_, key: bool = False) -> Place:
        """Return where `path` stands, or the nearest part around it that has a place."""
        places = self.keys if key else self.values
        while path and path not in places:
            path = path[:-1]
        return places.get(path, Place(self.file, 1, 1))


def read_yaml(path: Path, name: str) -> Document:
    """Read `path`; `name` is what messages call it. Faults are collected, never raised."""
    document = Document(name)
    try:
        node = YAML(typ="rt", pure=True).compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.faults.append(fault("not-yaml", Place(name, line, column), what=error.problem or "cannot be read"))
        return document
    document.data = _plain(node, (), document) if node is not None else None
    return document


def _plain(node: Node, path: Path_, document: Document) -> Any:
    place = _place(node, document)
    document.values[path] = place
    if node.anchor:
        document.faults.append(fault("anchor-used", place))
    if isinstance(node, MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, SequenceNode):
        return [_plain(item, (*path, i), document) for i, item in enumerate(node.value)]
    assert isinstance(node, ScalarNode)
    return _scalar(node)


def _mapping(node: MappingNode, path: Path_, document: Document) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        place = _place(key_node, document)
        if key in data:
            document.faults.append(fault("duplicate-key", place, key=key))
            continue
        document.keys[(*path, key)] = place
        data[key] = _plain(value_node, (*path, key), document)
    return data


def _scalar(node: ScalarNode) -> Any:
    kind = str(node.tag).rsplit(":", 1)[-1]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() == "true"
    if kind == "int":
        return int(node.value.replace("_", ""), 0)
    if kind == "float":
        return float(node.value.replace("_", ""))
    return node.value


def _place(node: Node, document: Document) -> Place:
    return Place(document.file, node.start_mark.line + 1, node.start_mark.column + 1)
