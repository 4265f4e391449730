"""Read one YAML file into plain data, with the line and column of every key and value.

Only what a rule file needs is accepted: mappings, lists and plain scalars. Repeated keys, anchors and aliases are
faults. What is written plainly is read at once; its places, which only messages need, are looked for when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.plain_yaml import NotPlainError, read_plain

Path_ = tuple[str | int, ...]


@dataclass
class Document:
    """The plain data of a file, where each part stands, and the faults met while reading.

    `text` is what was read as long as its places have not been looked for.
    """

    file: str
    data: Any = None
    keys: dict[Path_, Place] = field(default_factory=dict)
    values: dict[Path_, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""

    def place(self, path: Path_, key: bool = False) -> Place:
        """Return where `path` stands, or the nearest part around it that has a place."""
        if self.text:
            self._find_places()
        places = self.keys if key else self.values
        while path and path not in places:
            path = path[:-1]
        return places.get(path, Place(self.file, 1, 1))

    def _find_places(self) -> None:
        from lianggao.rulebook.full_yaml import read_fully

        found = read_fully(self.text, self.file)
        self.keys, self.values, self.text = found.keys, found.values, ""


def read_yaml(path: Path, name: str) -> Document:
    """Read `path`; `name` is what messages call it. Faults are collected, never raised."""
    written = path.read_bytes()
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError as error:
        place = just_after(written[: error.start].decode("utf-8"), name)
        return Document(name, faults=[fault("not-yaml", place, what="this is not UTF-8")])
    try:
        return Document(name, _plain(text), text=text)
    except NotPlainError:
        from lianggao.rulebook.full_yaml import read_fully

        return read_fully(text, name)


@lru_cache(maxsize=1024)
def _plain(text: str) -> dict[str, Any]:
    """Return the data of a text; laws that are compared have most files in common, and nobody changes what is read."""
    return read_plain(text)


def just_after(before: str, name: str) -> Place:
    """Return the place just after some text."""
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
