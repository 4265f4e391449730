"""The law in layers: the law at the bottom, and overlays that replace and add files to it, path by path.

An overlay is a folder with `overlay.yaml`, which says what lies beneath; what it does not mention stays as it is there.
Messages call a file of an overlay by the overlay's folder, `my-city/rules/gates/catalog.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictStr

from lianggao.errors import LawError, Place, fault
from lianggao.rulebook.conditions import Strict
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.parse import parse
from lianggao.rulebook.yaml_reader import read_yaml

OVERLAY = "overlay.yaml"
PARTS = ("rules", "catalogs")


class Overlay(Strict):
    """A folder that replaces and adds files to the law beneath it: `over`, or else the law that is shipped."""

    id: Annotated[StrictStr, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: StrictStr
    over: StrictStr | None = None


@dataclass(frozen=True)
class Layer:
    """One folder of files; the law at the bottom has no `overlay`."""

    root: Path
    overlay: Overlay | None = None

    @property
    def prefix(self) -> str:
        """Return what stands before the names of this layer's files in messages."""
        return f"{self.root.resolve().name}/" if self.overlay else ""


@dataclass(frozen=True)
class LawFile:
    """One file: its path within the law, its name in messages, and the number of its layer from the bottom."""

    path: tuple[str, ...]
    name: str
    layer: int
    at: Path


@dataclass(frozen=True)
class Layers:
    """All layers from the bottom up."""

    layers: tuple[Layer, ...]

    @property
    def bottom(self) -> Path:
        """Return the folder of the law that everything else lies over."""
        return self.layers[0].root

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """Return what each overlay says of itself, from the bottom up."""
        return tuple(layer.overlay for layer in self.layers if layer.overlay)

    def every(self, part: str) -> Iterator[LawFile]:
        """Yield all files under `rules` or `catalogs`, layer by layer, also those that a higher layer replaces."""
        for number, layer in enumerate(self.layers):
            for at in sorted(path for path in (layer.root / part).rglob("*") if path.is_file()):
                inside = at.relative_to(layer.root)
                yield LawFile(inside.parts[1:], layer.prefix + inside.as_posix(), number, at)

    def topmost(self, part: str) -> list[LawFile]:
        """Return the files in force under `rules` or `catalogs`: of each path the one in the highest layer."""
        found = {file.path: file for file in self.every(part)}
        return [found[path] for path in sorted(found)]


def layers_of(folder: Path) -> Layers:
    """Return the layers that a folder stands for. Raises LawError."""
    found: list[Layer] = []
    seen: set[Path] = set()
    root, asked = folder, Place()
    while (root / OVERLAY).is_file():
        document = read_yaml(root / OVERLAY, f"{root.resolve().name}/{OVERLAY}")
        overlay, faults = parse(Overlay, document)
        if overlay is None:
            raise LawError(faults)
        if root.resolve() in seen:
            raise LawError([fault("overlay-loop", document.place(("over",)), value=overlay.id)])
        seen.add(root.resolve())
        found.append(Layer(root, overlay))
        root, asked = root / overlay.over if overlay.over else shipped_law(), document.place(("over",))
    if missing := [root / part for part in PARTS if not (root / part).is_dir()]:
        raise LawError([fault("folder-missing", asked, value=str(path)) for path in missing])
    return Layers((Layer(root), *reversed(found)))
