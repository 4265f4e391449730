"""Read any YAML text with ruamel.yaml, keeping the line and column of every key and value."""

from __future__ import annotations

from math import isfinite
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from lianggao.errors import Place, fault
from lianggao.rulebook.yaml_reader import Document, Path_, just_after


def read_fully(text: str, name: str) -> Document:
    """Return the data, all places and the faults of a text; `name` is what messages call its file."""
    document = Document(name)
    try:
        node = YAML(typ="rt", pure=True).compose(text)
    except ReaderError as error:
        place = just_after(text[: error.position], name)
        document.faults.append(fault("not-yaml", place, what=f"{error.reason}: U+{error.character:04X}"))
        return document
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
        # Not followed: an alias may stand within the very thing that it refers to.
        document.faults.append(fault("anchor-used", place))
        return None
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
    return _number(node.value, kind) if kind in ("int", "float") else node.value


def _number(text: str, kind: str) -> int | float | str:
    """Return the finite number that is written, or the text itself where it is none (`.inf`, `050000`)."""
    plain = text.replace("_", "")
    try:
        number = int(plain, 0) if kind == "int" else float(plain)
        return number if isfinite(number) else text
    except (ValueError, OverflowError):
        return text


def _place(node: Node, document: Document) -> Place:
    return Place(document.file, node.start_mark.line + 1, node.start_mark.column + 1)
