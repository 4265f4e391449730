"""A file as entries: the keys and list items that get lines of their own, each with its text, comments and children.

The nodes and their places come from ruamel.yaml; scalars keep the text they were written with. ruamel's own writer is
not used, because it ties a comment to the value before it and so loses its place when keys change theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lianggao.audit.formatting.orders import order_of
from lianggao.audit.formatting.scalars import written
from lianggao.rulebook.yaml_reader import Path_

WIDTH = 120
STEP = 2
DASH = "-"


@dataclass
class Entry:
    """A key or list item. `lines` holds what stands on its own lines, the first one after `head`."""

    head: str
    start: int
    column: int
    lines: list[str]
    children: list[Entry] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Entry]:
        yield self
        for child in self.children:
            yield from child


@dataclass(frozen=True)
class Source:
    """A file's text and where its comments start."""

    text: str
    comments: tuple[int, ...] = ()

    def within(self, node: Node) -> bool:
        """Return whether a comment stands within a node."""
        return any(node.start_mark.index <= at < node.end_mark.index for at in self.comments)


def root_of(text: str) -> Node | None:
    """Return the root of a file's nodes."""
    root: Node | None = YAML(typ="rt", pure=True).compose(text)
    return root


def nodes_of(node: Node | None) -> Iterator[Node]:
    """Yield every node, keys too, in the order of the file."""
    if node is None:
        return
    yield node
    if isinstance(node, MappingNode | SequenceNode):
        pairs = node.value if isinstance(node, MappingNode) else [(item,) for item in node.value]
        for part in (part for pair in pairs for part in pair):
            yield from nodes_of(part)


def keys_of(root: Node | None) -> Iterator[Node]:
    """Yield every key of every mapping."""
    for node in nodes_of(root):
        if isinstance(node, MappingNode):
            yield from (key for key, _ in node.value)


def comments_of(text: str, root: Node | None) -> tuple[int, ...]:
    """Return where comments start: at a `#` outside all scalars, after a blank or at the beginning of a line."""
    scalars = [node for node in nodes_of(root) if isinstance(node, ScalarNode)]
    spans = [(scalar.start_mark.index, scalar.end_mark.index) for scalar in scalars]
    found: list[int] = []
    for match in re.finditer(r"(?:^|(?<=\s))#", text, re.MULTILINE):
        at = match.start()
        same_line = found and "\n" not in text[found[-1] : at]
        if not same_line and not any(start <= at < end for start, end in spans):
            found.append(at)
    return tuple(found)


def entries_of(node: Node, source: Source, indent: int = 0, path: Path_ = ()) -> list[Entry]:
    """Return the entries of a collection, keys in their order."""
    if isinstance(node, SequenceNode):
        return [_entry(DASH, item, item, source, indent, (*path, i)) for i, item in enumerate(node.value)]
    pairs = [(key.value, key, value) for key, value in node.value]
    order = order_of(path, [name for name, _, _ in pairs])
    pairs.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    return [
        _entry(written(key, source.text)[0] + ":", key, value, source, indent, (*path, name))
        for name, key, value in pairs
    ]


def _entry(head: str, at: Node, value: Node, source: Source, indent: int, path: Path_) -> Entry:
    entry = Entry(head, at.start_mark.index, _column(at, source.text), [])
    if isinstance(value, ScalarNode):
        entry.lines = written(value, source.text, path)
    elif (line := _on_one_line(value, source, path)) and indent + cell_len(f"{head} {line}") <= WIDTH:
        entry.lines = [line]
    else:
        entry.children = entries_of(value, source, indent + STEP, path)
    return entry


def _column(node: Node, text: str) -> int:
    """Return how far in an entry stands, a list item from its dash on."""
    begin = node.start_mark.index - node.start_mark.column
    before = text[begin : node.start_mark.index]
    return before.rindex(DASH) if DASH in before and not before.strip(" " + DASH) else node.start_mark.column


def _on_one_line(node: Node, source: Source, path: Path_) -> str:
    """Return a collection between brackets if it was written so and can be, or is empty; else nothing."""
    assert isinstance(node, MappingNode | SequenceNode)
    if (node.value and not node.flow_style) or source.within(node):
        return ""
    if isinstance(node, SequenceNode):
        parts = [_within(item, source, (*path, i)) for i, item in enumerate(node.value)]
        return "[" + ", ".join(parts) + "]"
    pairs = {key.value: (key, value) for key, value in node.value}
    order = order_of(path, pairs)
    names = sorted(pairs, key=lambda name: order.index(name) if name in order else len(order))
    texts = (
        f"{_within(pairs[name][0], source, path)}: {_within(pairs[name][1], source, (*path, name))}" for name in names
    )
    return "{" + ", ".join(texts) + "}"


def _within(node: Node, source: Source, path: Path_) -> str:
    if isinstance(node, ScalarNode):
        return written(node, source.text, path)[0]
    return _on_one_line(node, source, path)


def lines_of(entries: Sequence[Entry], indent: int = 0) -> list[str]:
    """Return the entries as lines."""
    lines: list[str] = []
    blank = " " * indent
    for entry in entries:
        lines += [f"{blank}{comment}".rstrip() for comment in entry.before]
        lines += _item(entry, indent) if entry.head == DASH and entry.children else _own(entry, indent)
        lines += [f"{blank}{comment}".rstrip() for comment in entry.after]
    return lines


def _own(entry: Entry, indent: int) -> list[str]:
    first, *rest = entry.lines or [""]
    beside = f"  {entry.beside}" if entry.beside else ""
    head = " " * indent + f"{entry.head} {first}".rstrip() + beside
    deeper = " " * (indent + STEP)
    return [head, *(f"{deeper}{line}".rstrip() for line in rest), *lines_of(entry.children, indent + STEP)]


def _item(entry: Entry, indent: int) -> list[str]:
    """Return a list item that holds keys or items: the first of them stands beside the dash, its comments above."""
    lines = lines_of(entry.children, indent + STEP)
    first = next(i for i, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
    above = [line[STEP:] for line in lines[:first]] + ([f"{' ' * indent}{entry.beside}"] if entry.beside else [])
    return [*above, f"{' ' * indent}{DASH} {lines[first].lstrip()}", *lines[first + 1 :]]
