"""One form for the YAML files of rules and catalogs.

Two-space steps with list items indented, keys in the order of the models, brackets kept where the line fits, dates
quoted, comments kept. A file that would say something else afterwards is refused.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lianggao.audit.formatting.comments import tie
from lianggao.audit.formatting.entries import Source, comments_of, entries_of, keys_of, lines_of, root_of
from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.yaml_reader import Document, read_yaml


def formatted(written: bytes, name: str) -> tuple[str, list[Fault]]:
    """Return a file's text in the one form, or the faults that keep it from being formatted; `name` is its name there.

    >>> formatted(b"cite: {trust: reprint, place: 'a'}", "a.yaml")[0]
    'cite: {place: "a", trust: reprint}\\n'
    """
    before = _read(written, name)
    if before.faults:
        return "", before.faults
    text = written.decode("utf-8-sig").replace("\r\n", "\n")
    root = root_of(text)
    if odd := [key for key in keys_of(root) if not isinstance(key, ScalarNode)]:
        place = Place(name, odd[0].start_mark.line + 1, odd[0].start_mark.column + 1)
        return "", [fault("format-changes-meaning", place)]
    new = _written_out(text, root)
    if new != text:
        after = _read(new.encode(), name)
        if after.faults or after.data != before.data or _comments(new) != _comments(text):
            return "", [fault("format-changes-meaning", before.place(()))]
    return new, []


def _read(written: bytes, name: str) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.yaml"
        path.write_bytes(written)
        return read_yaml(path, name)


def _written_out(text: str, root: Node | None) -> str:
    source = Source(text, comments_of(text, root))
    entries = entries_of(root, source) if isinstance(root, MappingNode | SequenceNode) else []
    lines = [*tie(text, source.comments, entries), *lines_of(entries)]
    return "\n".join(lines).strip("\n") + "\n"


def _comments(text: str) -> list[str]:
    """Return the comments of a file, in no order of its own."""
    ends = ((at, text.find("\n", at)) for at in comments_of(text, root_of(text)))
    return sorted(text[at : end if end >= 0 else None].rstrip() for at, end in ends)
